import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Entries of a member whose program obeys no rule, signed with the real key and sealed under the real keys, in a real vault:
/// void ones change nothing, are told, stay findings, and the group goes on.
struct VoidEntryTests {
    private let test: TestVault
    private let forger: Forger
    private let group: CircleID
    private let own: CircleID

    init() throws {
        test = try TestVault.withTwoCases()
        try test.run { session in _ = try session.close(case: 2, dryRun: false) }
        forger = try Forger(test)
        group = forger.state.groupCircle
        own = try #require(forger.state.privateCircle(of: forger.me)?.id)
    }

    private func writing(_ number: Int, item: ItemID = .filled(3), version: Int = 1, in circle: CircleID, generation: Int = 1)
        -> CaseWriting
    {
        func part(_ part: Part) -> PartFacts {
            PartFacts(part: part, circle: circle, generation: generation, blob: .filled(1), commitment: .filled(2))
        }
        return CaseWriting(number: number, item: item, version: version, summary: part(.summary), body: part(.body))
    }

    /// Whether exactly the entry that came is void, and everything else as before.
    private func expectVoid(_ kind: FindingKind = .void, _ come: () throws -> Void) throws {
        let before = try test.run(readOnly: true) { session in (session.state, try session.membership.caseEntry(1)) }
        let index = try test.entries()
        try come()
        try test.run { session in
            #expect(session.warnings == [.voidEntries(1)])
            var state = session.state
            (state.lastTime, state.months) = (before.0.lastTime, before.0.months)
            #expect(state == before.0)
            #expect(try session.membership.caseEntry(1) == before.1)
            let lines = try session.log(case: nil, from: index, limit: 1)
            #expect(lines.map(\.isVoid) == [true])
            #expect(lines.map(\.event) == [nil])
            let verified = try session.verifyLog()
            #expect(verified.findings.map(\.index) == [index])
            #expect(verified.findings.map(\.kind) == [kind])
        }
        // It is told once; the log goes on.
        let warnings = try test.run { session in
            _ = try session.addNote("Verder.", toCase: 1, dryRun: false)
            return session.warnings
        }
        #expect(warnings == [])
    }

    @Test func aPayloadThatDoesNotOpen() throws {
        let other = try Forger(try TestVault.withTwoCases())
        let sealed = other.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        try expectVoid { try forger.append(forger.entry(sealed), [sealed]) }
    }

    @Test func aPayloadThatIsNoSealedThing() throws {
        try expectVoid { try forger.append(forger.entry([1, 2, 3]), [[1, 2, 3]]) }
    }

    @Test(arguments: [
        "", "{}", "nonsense", "{\"event\":\"log.verified\",\"outcome\":0,\"program\":\"x\",\"program\":\"x\"}",
        "{\"event\":\"log.verified\", \"outcome\":0,\"program\":\"x\"}", "{\"event\":\"case.closed\",\"outcome\":0,\"program\":\"x\"}",
    ]) func aPayloadThatIsNotCanonical(_ text: String) throws {
        try expectVoid {
            let sealed = forger.seal(Array(text.utf8))
            try forger.append(forger.entry(sealed), [sealed])
        }
    }

    @Test func aRevealThatReadersOnlyCannotSee() throws {
        try expectVoid { try forger.append(Payload(.casesListed, .reveal(Reveal())), forReaders: false) }
    }

    @Test func aChangeSealedForReaders() throws {
        try expectVoid { try forger.append(Payload(.caseClosed, .caseNamed(1)), forReaders: true) }
    }

    @Test func aRosterLineThatNamesAnotherEntry() throws {
        try expectVoid(.rosterLeftOut) { try forger.append(Payload(.caseClosed, .caseNamed(1)), roster: 3) }
    }

    @Test(arguments: 0..<12) func aRuleBroken(_ place: Int) throws {
        let record = try test.record(1)
        let note = try #require(record.note(1))
        let payloads = [
            Payload(.caseClosed, outcome: .failed, .caseNamed(1)), Payload(.caseClosed, .caseNamed(2)),
            Payload(.caseClosed, .caseNamed(77)),
            Payload(.caseAdded, .caseWritten(writing(2, in: own))), Payload(.caseAdded, .caseWritten(writing(4, in: own))),
            Payload(.caseAdded, .caseWritten(writing(3, version: 2, in: own))),
            Payload(.caseAdded, .caseWritten(writing(3, in: forger.state.logCircle))),
            Payload(.caseAdded, .caseWritten(writing(3, in: own, generation: 2))),
            Payload(.caseChanged, .caseWritten(writing(1, item: record.item, version: 2, in: group))),
            Payload(.caseChanged, .caseWritten(writing(1, item: .filled(9), version: 2, in: own))),
            Payload(.noteChanged, .noteWritten(NoteWriting(caseNumber: 1, number: 1, item: note.item, version: 1, body: note.body))),
            Payload(.caseOpened, .reveal(Reveal(case: 1, part: .body, version: 1, reason: .sharedWithGroup))),
        ]
        #expect(payloads.count == 12)
        try expectVoid { try forger.append(payloads[place]) }
    }

    @Test func aSecondFounding() throws {
        let facts = MemberFacts(
            id: forger.me, number: 1, role: .member, until: nil, keyNumber: 1, signing: .filled(1), decryption: .filled(1), name: .filled(1)
        )
        let circles = [CircleFacts(id: own, kind: .log, generation: 1, members: [forger.me], commitment: .filled(1), delivery: nil)]
        let founding = Founding(rules: 1, name: .filled(1), retentionYears: 5, founder: facts, circles: circles)
        try expectVoid { try forger.append(Payload(.groupCreated, .founding(founding)), roster: forger.edge.size) }
    }

    @Test func anEventOfALaterProgramMayBePassedOver() throws {
        let sealed = forger.seal(Array("{\"event\":\"weather.reported\",\"may\":true,\"sky\":\"blue\"}".utf8))
        try forger.append(forger.entry(sealed), [sealed])
        try test.run { session throws in
            #expect(session.warnings == [])
            #expect(try session.log(case: nil, from: 6, limit: 1).map(\.isVoid) == [false])
            #expect(try session.verifyLog().findings == [])
        }
    }

    /// It begins a generation of the log circle. Where the delivery has gone, all who were listed have it; I have not.
    @Test func aGenerationWhoseDeliveryHasGoneIsNotForMe() throws {
        try forger.append(Payload(.caseClosed, .caseNamed(1)), delivery: .filled(4))
        #expect(throws: Fault.membershipEnded) { try test.run { _ in } }
    }

    /// Somebody who may rotate can lock others out with a delivery that is none; it stops them, and is never void.
    @Test func aDeliveryThatIsNoneStopsHere() throws {
        let sealed = forger.seal(Payload(.caseClosed, .caseNamed(1)).bytes)
        let garbage = Array("garbage".utf8)
        try forger.append(forger.entry(sealed, delivery: BlobHash.of(garbage)), [sealed, garbage])
        #expect(throws: Fault.keyUndelivered) { try test.run { _ in } }
    }

    @Test(arguments: ["weather.reported", "reads.granted"]) func orItStopsTheProgram(_ event: String) throws {
        let sealed = forger.seal(Array("{\"event\":\"\(event)\"}".utf8))
        try forger.append(forger.entry(sealed), [sealed])
        #expect(throws: Fault.newerVersion) { try test.run { _ in } }
        try RawFile(test.path).removeEntry(6)
        // It was not pinned either.
        #expect(try test.run { try $0.group().logSize } == 6)
    }

    @Test func aPayloadOfALaterFormatStopsTheProgram() throws {
        var sealed = forger.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        sealed[7] = 2
        try forger.append(forger.entry(sealed), [sealed])
        #expect(throws: Fault.newerVersion) { try test.run { _ in } }
    }
}
