import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// `case erase`: nothing of a case is left in the vault, nobody's present keys open it elsewhere, the rest is untouched, and the log is
/// whole.
struct EraseTests {
    private let test: TestVault
    private static let everybody = ["Anna", "Bram", "Chris"]

    /// Anna, Bram and Chris. Case 1 of Anna's, shared, has two notes of hers, one of Bram's and an attachment of his; case 2 is a draft of
    /// hers, case 3 shared by Bram with an attachment.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        let text = try CaseText(title: "Van Bram", pitch: "Blijft", body: "Wat blijft staan.")
        _ = try test.open(as: "Bram").addCase(text, share: true, dryRun: false)
        try TestVault.write(AttachmentTests.bytes(150_000), to: test.file("brief.pdf"))
        for number in [1, 3] {
            _ = try test.open(as: "Bram").attach(AttachmentSource(path: test.file("brief.pdf")), toCase: number, dryRun: false)
        }
        _ = try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false)
        for person in Self.everybody { _ = try test.open(as: person).cases() }
    }

    /// A part as it was sealed, with the place that its key is bound to.
    private struct Sealed {
        let part: CaseRecord.LivePart
        let bytes: [UInt8]
    }

    private func sealed(_ number: Int, by person: String = "Anna") throws -> [Sealed] {
        let session = try test.open(as: person, readOnly: true)
        return try session.caseICanSee(number).parts.map { part in
            Sealed(part: part, bytes: try #require(try session.vault.blob(part.facts.blob, limit: 1 << 20)))
        }
    }

    private func erase(_ number: Int = 1, by person: String = "Anna") throws -> CaseErased {
        try test.open(as: person).erase(case: number, dryRun: false)
    }

    /// How many of these parts the keys in that person's home open, with what the vault as it is now and the one at `copy` deliver to them.
    private func opened(_ parts: [Sealed], by person: String, and copy: String) throws -> Int {
        let session = try test.open(readOnly: true)
        let home = test.surroundings(of: person).home
        let chest = KeyChest(group: session.groupID)
        try chest.collect(
            test.membership(of: session.groupID, home: home), try test.master(of: IdentityFile.read(in: HomeDirectory(path: home))))
        for path in [test.path, copy] {
            let vault = try VaultFile.open(path, access: .readOnly)
            try vault.blobHashes { name, length in
                guard length <= Limits.payload, let bytes = try vault.blob(name, limit: length) else { return }
                for circle in session.state.circles.keys { chest.collect(bytes, of: circle) }
            }
        }
        return parts.count { part in
            chest.circleKeys.values.contains { held in
                let context = PartContext(
                    group: session.groupID, circle: held.circle, generation: held.generation, item: part.part.item,
                    part: part.part.facts.part, version: part.part.version)
                return (try? session.sealer.open(part.bytes, under: held.key, context: context)) != nil
            }
        }
    }

    private func expectWhole(_ people: [String] = Self.everybody) throws {
        for person in people {
            let session = try test.open(as: person)
            #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
            #expect(try session.verifyLog().findings == [], "\(person)")
        }
    }

    @Test func nothingOfItIsLeftInTheVault() throws {
        let before = try sealed(1)
        #expect(before.count == 7)
        let answer = try erase()
        #expect(answer.isNew && answer.notes == 3 && answer.attachments == 1 && answer.hasPartsOfOthers)
        // Case 3 with its attachment stood in the same circle.
        #expect(answer.rewrittenParts == 4 && answer.lostParts == 0)
        let file = Data(try TestVault.bytes(test.path))
        for part in before {
            #expect(try RawFile(test.path).count("blobs WHERE hash = X'\(part.part.facts.blob.hex)'") == 0)
            // Nor in pages that the file does not use any more.
            for start in stride(from: 0, to: part.bytes.count - 32, by: max(32, part.bytes.count / 40)) {
                #expect(file.range(of: Data(part.bytes[start..<start + 32])) == nil, "\(part.part.place) at \(start)")
            }
        }
        let journal = try Files.names(in: test.folder).filter { $0.hasSuffix("-journal") }
        #expect(journal == [])
        try expectWhole()
    }

    @Test func nobodyFindsItAndTheRestIsWhatItWas() throws {
        let commitments = try test.open(as: "Bram", readOnly: true).caseICanSee(3).parts.map(\.facts.commitment)
        _ = try erase()
        for person in Self.everybody {
            func session() throws -> Session { try test.open(as: person) }
            for look: (Session) throws -> Void in [
                { _ = try $0.show(case: 1) }, { _ = try $0.notes(ofCase: 1) }, { _ = try $0.attachments(ofCase: 1) },
                { _ = try $0.history(ofCase: 1) }, { _ = try $0.addNote("Nog.", toCase: 1, dryRun: false) },
                { _ = try $0.close(case: 1, dryRun: false) }, { _ = try $0.share(case: 1, pitchOnly: false, without: [], dryRun: false) },
                { _ = try $0.withdraw(case: 1, dryRun: false) }, { _ = try $0.readers(ofCase: 1) },
            ] {
                #expect(throws: Fault.noSuchCase(1), "\(person)") { try look(session()) }
            }
            #expect(try session().cases().items.map(\.number) == (person == "Anna" ? [2, 3] : [3]))
            let shown = try session().show(case: 3)
            #expect(shown.text.body == "Wat blijft staan." && shown.author == "Bram" && shown.attachments.map(\.bytes) == [150_000])
            // The log keeps who wrote and read what.
            let events = try session().log(case: 1, from: nil, limit: nil).compactMap(\.event)
            #expect(events.contains(.caseAdded) && events.contains(.attachmentAdded) && events.contains(.caseErased))
        }
        #expect(try test.open(as: "Bram", readOnly: true).caseICanSee(3).parts.map(\.facts.commitment) == commitments)
        // The number is not given again.
        #expect(try test.open().addCase(try CaseText(title: "Nieuw", pitch: nil, body: ""), share: true, dryRun: false).number == 4)
        try expectWhole()
    }

    /// The copy from before opens with the old key of whoever has not written since, and the answer names exactly these.
    @Test func theAnswerSaysForWhomItIsComplete() throws {
        let parts = try sealed(1), copy = try test.copyVault(to: "copy.kluis")
        for person in Self.everybody { #expect(try opened(parts, by: person, and: copy) == parts.count) }
        let foreseen = try test.open(readOnly: true).erase(case: 1, dryRun: true)
        #expect(foreseen.keys == KeysTaken(by: [], notBy: Self.everybody))
        var taken: [String] = []
        var answer = try erase()
        for person in Self.everybody {
            taken.append(person)
            #expect(answer.keys == KeysTaken(by: taken, notBy: Self.everybody.filter { !taken.contains($0) }))
            for other in Self.everybody {
                #expect(try opened(parts, by: other, and: copy) == (taken.contains(other) ? 0 : parts.count), "\(person), \(other)")
            }
            guard let next = Self.everybody.first(where: { !taken.contains($0) }) else { break }
            // Looking at the vault alone gives nothing up; what writes does.
            _ = try test.open(as: next, readOnly: true).check(deep: false) { _, _ in }
            _ = try test.open(as: next).cases()
            let entries = try test.entries()
            answer = try erase()
            #expect(!answer.isNew && answer.rewrittenParts == 0)
            #expect(try test.entries() == entries, "to ask is no entry")
        }
        #expect(try test.open(as: "Chris").erase(case: 1, dryRun: false).keys == answer.keys)
        // With the keys of now nothing opens, in the vault as it is or in the copy.
        for person in Self.everybody {
            let home = test.surroundings(of: person).home
            let tried = try OldKeys.try(home: home, passphrase: try TestVault.passphrase(), vault: test.path)
            #expect(tried.blobs.isDisjoint(with: parts.map(\.part.facts.blob)), "\(person)")
        }
    }

    @Test func aSecondErasureDoesNotUndoTheFirst() throws {
        let (first, copy) = (try sealed(1), try test.copyVault(to: "copy.kluis"))
        _ = try erase()
        _ = try erase(3, by: "Bram")
        for person in ["Chris", "Bram", "Anna"] { _ = try test.open(as: person).cases() }
        for person in Self.everybody { #expect(try opened(first, by: person, and: copy) == 0, "\(person)") }
        for number in [1, 3] { #expect(try erase(number).keys.notBy == []) }
        // Homes keep no place of what stood somewhere since the first.
        for person in Self.everybody { #expect(try test.open(as: person).home.places(ofCase: 3).isEmpty) }
        try expectWhole()
    }

    @Test func whoMay() throws {
        let last = Instant(seconds: test.time.seconds + 20 * 86_400).day
        try test.admit("Gijs", role: .guest, until: last)
        try test.admit("Olga", role: .auditor, until: last)
        let entries = try test.entries()
        func erasing(_ person: String, _ number: Int = 1) throws { _ = try erase(number, by: person) }
        #expect(throws: Fault.notYours) { try erasing("Bram") }
        #expect(throws: Fault.notYours) { try erasing("Gijs") }
        #expect(throws: Fault.noSuchCase(2)) { try erasing("Bram", 2) }
        #expect(throws: Fault.noSuchCase(9)) { try erasing("Anna", 9) }
        #expect(try test.entries() == entries)
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try erasing("Olga") }
        #expect(try test.logged(from: entries).map(\.event) == [.accessRefused])
        // A guest erases what is theirs.
        let text = try CaseText(title: "Van Gijs", pitch: nil, body: "")
        #expect(try test.open(as: "Gijs").addCase(text, share: true, dryRun: false).number == 4)
        #expect(throws: Fault.notYours) { try erasing("Anna", 4) }
        try erasing("Gijs", 4)
        // After the author has gone: who reads it and has no end date.
        _ = try test.open(as: "Chris").remove(.name("Bram"), dryRun: false)
        #expect(throws: Fault.notYours) { try erasing("Gijs", 3) }
        #expect(try erase(3, by: "Chris").keys.by == ["Chris"])
        try expectWhole(["Anna", "Chris", "Gijs"])
    }

    @Test func aDraftIsCompleteAtOnce() throws {
        let (parts, copy) = (try sealed(2), try test.copyVault(to: "copy.kluis"))
        let answer = try erase(2)
        #expect(answer.keys == KeysTaken(by: ["Anna"], notBy: []) && answer.rewrittenParts == 0)
        #expect(try opened(parts, by: "Anna", and: copy) == 0)
        // Others learn no more of it than the log says.
        #expect(throws: Fault.noSuchCase(2)) { try erase(2, by: "Bram") }
        try expectWhole()
    }

    /// Pitch and text stood in two circles, and both have new keys.
    @Test func aPitchAndItsText() throws {
        _ = try test.open().share(case: 2, pitchOnly: true, without: [], dryRun: false)
        let (parts, copy) = (try sealed(2), try test.copyVault(to: "copy.kluis"))
        #expect(try opened(parts, by: "Chris", and: copy) == 1 && opened(parts, by: "Anna", and: copy) == 2)
        #expect(try erase(2).keys == KeysTaken(by: ["Anna"], notBy: ["Bram", "Chris"]))
        _ = try test.open(as: "Chris").cases()
        for person in ["Anna", "Chris"] { #expect(try opened(parts, by: person, and: copy) == 0) }
        try expectWhole()
    }

    @Test func aDryRunChangesNothing() throws {
        _ = try test.open(readOnly: true)
        let before = try TestVault.allBytes(in: test.folder)
        let foreseen = try test.open(readOnly: true).erase(case: 1, dryRun: true)
        #expect(foreseen.isNew && foreseen.notes == 3 && foreseen.attachments == 1 && foreseen.rewrittenParts == 4)
        #expect(throws: Fault.noSuchCase(9)) { try test.open(readOnly: true).erase(case: 9, dryRun: true) }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    /// What others wrote meanwhile goes too, and who was slower finds nothing to write to.
    @Test func races() throws {
        do {
            let (anna, chris) = (try test.open(), try test.open(as: "Chris"))
            _ = try test.open(as: "Bram").addNote("Net nog.", toCase: 1, dryRun: false)
            #expect(try anna.erase(case: 1, dryRun: false).notes == 4)
            #expect(throws: Fault.noSuchCase(1)) { try chris.addNote("Te laat.", toCase: 1, dryRun: false) }
            _ = try test.open(as: "Bram").erase(case: 3, dryRun: false)
            #expect(throws: Fault.noSuchCase(3)) { try anna.show(case: 3) }
        }
        try expectWhole()
    }

    /// A part that is damaged does not keep its case in the vault; one of another case is carried as lost.
    @Test func whatIsDamagedStopsNothing() throws {
        let raw = try RawFile(test.path)
        for number in [1, 3] {
            let body = try test.record(number).attachments[0].body.blob
            try raw.run("UPDATE blobs SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB) WHERE hash = X'\(body.hex)' AND seq = 1")
        }
        let answer = try erase()
        #expect(answer.rewrittenParts == 3 && answer.lostParts == 1)
        #expect(try test.open().show(case: 3).attachments.count == 1)
        #expect(try test.open().check(deep: true) { _, _ in }.findings.map(\.caseNumber) == [3])
    }

    /// Without the circle's key everything else in it would be lost, so somebody else has to give it first.
    @Test func notWithoutTheKeyOfItsCircle() throws {
        let entries = try test.entries()
        let session = try test.open()
        let circle = try #require(session.state.circles[session.state.groupCircle])
        try session.keys.forget(circle.id, circle.generation)
        for dryRun in [true, false] {
            #expect(throws: Fault.keyUndelivered) { try session.erase(case: 1, dryRun: dryRun) }
        }
        #expect(try test.entries() == entries)
    }

    /// Who comes in later, or was away all the time, walks over it without a finding.
    @Test func whoWasAwayOrComesLater() throws {
        let home = try test.copyHome(to: "away", from: test.surroundings(of: "Chris").home)
        _ = try test.open().addNote("Drie.", toCase: 1, dryRun: false)
        _ = try erase()
        _ = try test.open(as: "Bram").addNote("Nieuw.", toCase: 3, dryRun: false)
        try test.admit("Daan", by: "Bram")
        try expectWhole(["Anna", "Daan"])
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Daan").show(case: 1) }
        try test.run(home: home) { session throws in
            #expect(try session.cases().items.map(\.number) == [3])
            #expect(try session.check(deep: true) { _, _ in }.findings == [])
        }
    }
}
