import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// Each rule broken alone: an entry that is well signed, well placed and keeps every other rule is void for exactly that
/// reason, and neither the group nor a case changes. Next to each stands the same entry without the breach, which counts.
struct RulesTests {
    /// Applies to a copy; a void entry must leave everything but the clock as it was.
    private func reason(
        _ group: TestGroup, _ payload: Payload, by person: TestGroup.Person = .anna, text: EntryText? = nil, underReadKey: Bool? = nil
    ) throws -> VoidReason? {
        var after = group
        let effect = try after.apply(payload, by: person, text: text, underReadKey: underReadKey)
        (after.state.lastTime, after.state.months) = (group.state.lastTime, group.state.months)
        guard case .void(let reason) = effect else { return nil }
        #expect(after.state == group.state)
        #expect(after.cases == group.cases)
        return reason
    }

    private func added(_ group: TestGroup, in circle: CircleID, generation: Int? = nil) -> Payload {
        let writing = CaseWriting(
            number: group.state.lastCase + 1, item: .filled(1), version: 1,
            summary: group.part(.summary, in: circle, generation: generation),
            body: group.part(.body, in: circle, generation: generation))
        return Payload(.caseAdded, .caseWritten(writing))
    }

    @Test func revealsAndOnlyTheseAreSealedForReaders() throws {
        let group = TestGroup()
        let list = Payload(.casesListed, .reveal(Reveal()))
        #expect(try reason(group, list) == nil)
        #expect(try reason(group, list, underReadKey: false) == .wrongKey)
        #expect(try reason(group, added(group, in: group.state.groupCircle), underReadKey: true) == .wrongKey)
        #expect(try reason(group, Payload(.logVerified, .logRead(case: nil)), underReadKey: true) == .wrongKey)
    }

    @Test func anOutcomeIsOneThatTheEventCanHave() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let none = Payload.Body.reveal(Reveal())
        #expect(try reason(group, Payload(.casesListed, outcome: .failed, none)) == nil)
        for outcome in [Outcome.refused, .serious] { #expect(try reason(group, Payload(.casesListed, outcome: outcome, none)) == .outcome) }
        for outcome in [Outcome.refused, .failed, .serious] {
            #expect(try reason(group, Payload(.caseClosed, outcome: outcome, .caseNamed(number))) == .outcome)
        }
        let refusal = Payload.Body.refusal(of: .caseOpened, case: nil)
        #expect(try reason(group, Payload(.accessRefused, outcome: .refused, refusal)) == nil)
        for outcome in [Outcome.done, .failed, .serious] {
            #expect(try reason(group, Payload(.accessRefused, outcome: outcome, refusal)) == .outcome)
        }
    }

    @Test func theRosterLineNamesTheLastChangeOfMembership() throws {
        var group = TestGroup()
        group.state.rosterIndex = 0
        let payload = added(group, in: group.state.groupCircle)
        #expect(try reason(group, payload, text: group.text(roster: 0)) == nil)
        #expect(try reason(group, payload, text: group.text(roster: group.edge.size)) == .roster)
        group.state.rosterIndex = 1
        #expect(try reason(group, payload, text: group.text(roster: 0)) == .roster)
    }

    @Test func aSecondFoundingIsVoid() throws {
        let group = TestGroup()
        let payload = Payload(.groupCreated, .founding(group.founding(by: .anna)))
        #expect(try reason(group, payload, text: group.text(roster: group.edge.size)) == .role)
    }

    @Test func sealingIsForTheSignersPresentCirclesOnly() throws {
        let group = TestGroup()
        #expect(try reason(group, added(group, in: group.pair)) == nil)
        #expect(try reason(group, added(group, in: .random())) == .circle)
        #expect(try reason(group, added(group, in: group.others)) == .circle)
        #expect(try reason(group, added(group, in: group.owing)) == .circle)
        #expect(try reason(group, added(group, in: group.state.logCircle)) == .circle)
        #expect(try reason(group, added(group, in: group.own(.bert))) == .circle)
        for generation in [1, 2, 4] {
            #expect(try reason(group, added(group, in: group.state.groupCircle, generation: generation)) == .circle)
        }
    }

    @Test func bothPartsOfANewCaseAreInOneCircle() throws {
        let group = TestGroup()
        func writing(_ summary: CircleID, _ body: CircleID) -> Payload {
            let parts = (group.part(.summary, in: summary), group.part(.body, in: body))
            return Payload(.caseAdded, .caseWritten(CaseWriting(number: 1, item: .filled(1), version: 1, summary: parts.0, body: parts.1)))
        }
        #expect(try reason(group, writing(group.own(.anna), group.own(.anna))) == nil)
        #expect(try reason(group, writing(group.pair, group.pair)) == nil)
        #expect(try reason(group, writing(group.state.groupCircle, group.pair)) == .circle)
        #expect(try reason(group, writing(group.state.groupCircle, group.own(.anna))) == .circle)
        #expect(try reason(group, writing(group.own(.anna), group.state.groupCircle)) == .circle)
        var after = group
        _ = try after.apply(writing(group.own(.anna), group.own(.anna)), by: .anna)
        #expect(after.cases[1]?.state == .draft)
    }

    @Test func numbersFollowOneAnother() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        for wrong in [0, number, number + 2, Int(Int32.max)] {
            let parts = (group.part(.summary, in: group.pair), group.part(.body, in: group.pair))
            let writing = CaseWriting(number: wrong, item: .filled(1), version: 1, summary: parts.0, body: parts.1)
            #expect(try reason(group, Payload(.caseAdded, .caseWritten(writing))) == .number)
        }
        for wrong in [0, 1, 3] {
            let note = NoteWriting(
                caseNumber: number, number: wrong, item: .filled(1), version: 1, body: group.part(.body, in: group.state.groupCircle))
            #expect(try reason(group, Payload(.noteAdded, .noteWritten(note))) == .number)
        }
        // The number of an erased case stays taken.
        group.cases[number]?.state = .erased
        #expect(try reason(group, added(group, in: group.pair)) == nil)
        #expect(group.newCase(in: group.pair).number == number + 1)
    }

    @Test func versionsFollowOneAnother() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let next = try group.nextVersion(of: number)
        for wrong in [1, 3, 0] {
            let writing = CaseWriting(number: number, item: next.item, version: wrong, summary: next.summary, body: next.body)
            #expect(try reason(group, Payload(.caseChanged, .caseWritten(writing))) == .version)
            let note = try group.nextVersionOfNote(of: number)
            let rewritten = NoteWriting(caseNumber: number, number: 1, item: note.item, version: wrong, body: note.body)
            #expect(try reason(group, Payload(.noteChanged, .noteWritten(rewritten))) == .version)
        }
        #expect(try reason(group, Payload(.caseChanged, .caseWritten(next))) == nil)
        let first = group.newCase(in: group.pair)
        let second = CaseWriting(number: first.number, item: first.item, version: 2, summary: first.summary, body: first.body)
        #expect(try reason(group, Payload(.caseAdded, .caseWritten(second))) == .version)
        let note = try group.nextNote(of: number)
        let secondNote = NoteWriting(caseNumber: number, number: note.number, item: note.item, version: 2, body: note.body)
        #expect(try reason(group, Payload(.noteAdded, .noteWritten(secondNote))) == .version)
    }

    @Test func thereIsNoSuchCaseOrNote() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        #expect(try reason(group, Payload(.caseClosed, .caseNamed(number + 1))) == .unknownItem)
        #expect(try reason(group, Payload(.logOpened, .logRead(case: number + 1))) == .unknownItem)
        let note = try group.nextVersionOfNote(of: number)
        let missing = NoteWriting(caseNumber: number, number: 9, item: note.item, version: 2, body: note.body)
        #expect(try reason(group, Payload(.noteChanged, .noteWritten(missing))) == .unknownItem)
        let elsewhere = NoteWriting(caseNumber: number + 1, number: 1, item: note.item, version: 1, body: note.body)
        #expect(try reason(group, Payload(.noteAdded, .noteWritten(elsewhere))) == .unknownItem)
        let reveal = Reveal(case: number + 1, part: .body, version: 1, reason: .own)
        #expect(try reason(group, Payload(.caseOpened, .reveal(reveal))) == .unknownItem)
    }

    @Test func anItemKeepsItsId() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let next = try group.nextVersion(of: number)
        let other = CaseWriting(number: number, item: .filled(0x55), version: 2, summary: next.summary, body: next.body)
        #expect(try reason(group, Payload(.caseChanged, .caseWritten(other))) == .item)
        let note = try group.nextVersionOfNote(of: number)
        let otherNote = NoteWriting(caseNumber: number, number: 1, item: .filled(0x55), version: 2, body: note.body)
        #expect(try reason(group, Payload(.noteChanged, .noteWritten(otherNote))) == .item)
    }

    @Test func anEditStaysInTheCirclesOfTheCase() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let next = try group.nextVersion(of: number)
        let moved = [
            (group.part(.summary, in: group.pair), next.body), (next.summary, group.part(.body, in: group.pair)),
            (group.part(.summary, in: group.own(.anna)), group.part(.body, in: group.own(.anna))),
        ]
        for (summary, body) in moved {
            let writing = CaseWriting(number: number, item: next.item, version: 2, summary: summary, body: body)
            #expect(try reason(group, Payload(.caseChanged, .caseWritten(writing))) == .circle)
        }
        let inPair = group.part(.body, in: group.pair)
        let note = NoteWriting(caseNumber: number, number: 2, item: .filled(1), version: 1, body: inPair)
        #expect(try reason(group, Payload(.noteAdded, .noteWritten(note))) == .circle)
        let changed = NoteWriting(caseNumber: number, number: 1, item: .filled(0x20), version: 2, body: inPair)
        #expect(try reason(group, Payload(.noteChanged, .noteWritten(changed))) == .circle)
    }
}
