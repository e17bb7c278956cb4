import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Parts in a vault that anybody may write to: what opens is what its author wrote for this case, this part and this version, or nothing.
struct PartTests {
    private let test: TestVault
    private let session: Session
    private let raw: RawFile

    init() throws {
        test = try TestVault.withTwoCases()
        session = try test.open()
        raw = try RawFile(test.path)
    }

    private func parts(of number: Int) throws -> (item: ItemID, summary: PartFacts, body: PartFacts) {
        let record = try session.caseICanSee(number)
        return (record.item, try #require(record.summary), try #require(record.body))
    }

    @Test func everyFlippedByteIsSeen() throws {
        let (item, summary, body) = try parts(of: 1)
        for facts in [summary, body] {
            let bytes = try raw.blob(facts.blob)
            for place in bytes.indices {
                var flipped = bytes
                flipped[place] ^= 0x01
                try raw.setBlob(facts.blob, flipped)
                #expect(throws: PartFault.altered, "byte \(place)") { try session.open(facts, of: item, version: 1) }
            }
            try raw.setBlob(facts.blob, bytes)
            #expect(try !session.open(facts, of: item, version: 1).isEmpty)
        }
    }

    @Test func everyLengthButTheWholeIsSeen() throws {
        let (item, summary, _) = try parts(of: 1)
        let bytes = try raw.blob(summary.blob)
        for length in bytes.indices {
            try raw.setBlob(summary.blob, Array(bytes[..<length]))
            #expect(throws: PartFault.altered, "\(length) bytes") { try session.open(summary, of: item, version: 1) }
        }
        try raw.setBlob(summary.blob, bytes + [0])
        #expect(throws: PartFault.altered) { try session.open(summary, of: item, version: 1) }
        try raw.removeBlob(summary.blob)
        #expect(throws: PartFault.missing) { try session.open(summary, of: item, version: 1) }
    }

    /// Every blob of the vault under every part's name.
    @Test func noOtherBlobPassesForAPart() throws {
        var names: [BlobHash] = []
        try session.vault.blobHashes { hash, _ in names.append(hash) }
        let (item, summary, body) = try parts(of: 1)
        for facts in [summary, body] {
            let bytes = try raw.blob(facts.blob)
            for name in names where name != facts.blob {
                try raw.setBlob(facts.blob, try raw.blob(name))
                #expect(throws: PartFault.altered) { try session.open(facts, of: item, version: 1) }
            }
            try raw.setBlob(facts.blob, bytes)
        }
        let other = try parts(of: 2)
        try raw.rename(other.body.blob, to: body.blob)
        #expect(throws: PartFault.altered) { try session.open(body, of: item, version: 1) }
        #expect(throws: PartFault.missing) { try session.open(other.body, of: other.item, version: 1) }
    }

    /// The right bytes under the right name, said to be something else: the key of a part is a key of its place.
    @Test func aPartOpensInItsOwnPlaceOnly() throws {
        let (item, summary, body) = try parts(of: 1)
        let other = try parts(of: 2)
        func moved(_ facts: PartFacts, _ part: Part? = nil, circle: CircleID? = nil) -> PartFacts {
            PartFacts(
                part: part ?? facts.part, circle: circle ?? facts.circle, generation: facts.generation, blob: facts.blob,
                commitment: facts.commitment)
        }
        #expect(throws: PartFault.altered) { try session.open(body, of: other.item, version: 1) }
        #expect(throws: PartFault.altered) { try session.open(body, of: item, version: 2) }
        #expect(throws: PartFault.altered) { try session.open(moved(body, .summary), of: item, version: 1) }
        #expect(throws: PartFault.altered) { try session.open(moved(summary, .body), of: item, version: 1) }
        #expect(throws: PartFault.altered) { try session.open(moved(body, circle: session.state.groupCircle), of: item, version: 1) }
    }

    @Test func anOlderVersionDoesNotComeBack() throws {
        let (item, _, old) = try parts(of: 1)
        let bytes = try raw.blob(old.blob)
        _ = try session.edit(case: 1, try CaseText(title: "Huisbezoek", pitch: nil, body: "Zij deed open."), dryRun: false)
        // It left the vault with the edit.
        #expect(throws: TestFailure.self) { try raw.blob(old.blob) }
        let new = try parts(of: 1).body
        try raw.setBlob(old.blob, bytes)
        #expect(try session.show(case: 1).text.body == "Zij deed open.")
        try raw.setBlob(new.blob, bytes)
        #expect(throws: PartFault.altered) { try session.open(new, of: item, version: 2) }
        #expect(throws: Fault.partDamaged(case: 1, note: nil)) { try session.show(case: 1) }
    }

    /// A member's own entry may name any blob and say anything of it. It is believed for the place it names, and the part is not.
    @Test func anEntryThatNamesAnothersBlobShowsNothing() throws {
        let record = try session.caseICanSee(1)
        let facts = try parts(of: 1)
        let forger = try Forger(test)
        let promised = try forger.part("Wat er staat", .body, of: .filled(9), in: facts.body.circle, promised: "Wat er stond")
        let summary = try forger.part("{\"title\":\"T\"}", .summary, of: .filled(9), in: facts.body.circle)
        let unreadable = try forger.part("not a summary", .summary, of: .filled(8), in: facts.body.circle)
        let body = try forger.part("Tekst", .body, of: .filled(8), in: facts.body.circle)
        let writings = [
            CaseWriting(number: 3, item: .filled(7), version: 1, summary: facts.summary, body: facts.body),
            CaseWriting(number: 4, item: .filled(9), version: 1, summary: summary.facts, body: promised.facts),
            CaseWriting(number: 5, item: .filled(8), version: 1, summary: unreadable.facts, body: body.facts),
        ]
        for writing in writings {
            try forger.append(Payload(.caseAdded, .caseWritten(writing)), blobs: [promised.blob, summary.blob, unreadable.blob, body.blob])
        }
        let note = NoteWriting(caseNumber: 1, number: 3, item: .filled(6), version: 1, body: try #require(record.note(1)).body)
        try forger.append(Payload(.noteAdded, .noteWritten(note)))
        #expect(try session.sync() == 9)
        try session.catchUp()

        for number in 3...5 { #expect(throws: Fault.partDamaged(case: number, note: nil)) { try session.show(case: number) } }
        let list = try session.cases()
        #expect(list.items.map(\.number) == [1, 2, 4])
        #expect(list.damaged == [3, 5])
        #expect(try session.show(case: 1).damagedNotes == [3])
        let found = try session.check(deep: true) { _, _ in }.findings
        #expect(
            found.map { "\($0.caseNumber ?? 0) \($0.note ?? 0) \($0.part?.rawValue ?? "") \($0.kind.rawValue)" } == [
                "1 3 body part-lost", "3 0 summary part-lost", "3 0 body part-lost", "4 0 body text-altered",
            ])
    }
}
