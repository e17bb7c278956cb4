import Testing
import VaultFormat
import VaultLog
import VaultTestkit

/// Whose words they are, what a closed case takes, and what may be said of a look at content.
struct CaseRulesTests {
    private func reason(_ group: TestGroup, _ payload: Payload, by person: TestGroup.Person) throws -> VoidReason? {
        var after = group
        guard case .void(let reason) = try after.apply(payload, by: person) else { return nil }
        #expect(after.state == group.state)
        #expect(after.cases == group.cases)
        return reason
    }

    @Test func wordsAreChangedByTheirAuthorAlone() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let edit = Payload(.caseChanged, .caseWritten(try group.nextVersion(of: number)))
        let note = Payload(.noteChanged, .noteWritten(try group.nextVersionOfNote(of: number)))
        for person in TestGroup.Person.allCases where person != .eva {
            let expected: VoidReason? = person == .anna ? nil : person == .olga ? .role : .author
            #expect(try reason(group, edit, by: person) == expected, "\(person)")
            #expect(try reason(group, note, by: person) == expected, "\(person)")
            #expect(try reason(group, Payload(.caseClosed, .caseNamed(number)), by: person) == expected, "\(person)")
        }
    }

    @Test func afterTheAuthorHasGoneAMemberOfTheCircleWithoutEndDateCloses() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .eva)
        let close = Payload(.caseClosed, .caseNamed(number))
        for person in TestGroup.Person.allCases where person != .eva {
            let expected: VoidReason? = person == .anna || person == .sam ? nil : person == .olga ? .role : .author
            #expect(try reason(group, close, by: person) == expected, "\(person)")
        }
        let elsewhere = group.place(caseOf: .eva, in: group.others)
        #expect(try reason(group, Payload(.caseClosed, .caseNamed(elsewhere)), by: .sam) == nil)
        #expect(try reason(group, Payload(.caseClosed, .caseNamed(elsewhere)), by: .anna) == .author)
        // An edit is never anybody else's, not even then.
        #expect(try reason(group, Payload(.caseChanged, .caseWritten(try group.nextVersion(of: number))), by: .anna) == .author)
    }

    @Test(arguments: [CaseState.closed, .erased]) func whatIsClosedTakesNothing(_ state: CaseState) throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let payloads = [
            Payload(.caseChanged, .caseWritten(try group.nextVersion(of: number))), Payload(.caseClosed, .caseNamed(number)),
            Payload(.noteAdded, .noteWritten(try group.nextNote(of: number))),
            Payload(.noteChanged, .noteWritten(try group.nextVersionOfNote(of: number))),
        ]
        for payload in payloads { #expect(try reason(group, payload, by: .anna) == nil) }
        group.cases[number]?.state = state
        for payload in payloads { #expect(try reason(group, payload, by: .anna) == .closed) }
    }

    @Test func aClosedCaseIsReadAndAnErasedOneIsNot() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna, state: .closed)
        let look = Payload(.caseOpened, .reveal(Reveal(case: number, part: .body, version: 1, reason: .sharedWithGroup)))
        #expect(try reason(group, look, by: .bert) == nil)
        group.cases[number]?.state = .erased
        #expect(try reason(group, look, by: .bert) == .unknownItem)
    }

    @Test func aLookIsAtAPartOnesCircleHas() throws {
        var group = TestGroup()
        let draft = group.place(caseOf: .anna, in: group.own(.anna), state: .draft)
        let pitched = group.place(caseOf: .anna)
        let inPair = group.part(.body, in: group.pair)
        group.cases[pitched]?.body = inPair
        func look(_ number: Int, _ part: Part, _ reason: Reason = .sharedWithGroup) -> Payload {
            Payload(.caseOpened, .reveal(Reveal(case: number, part: part, version: 1, reason: reason)))
        }
        #expect(try reason(group, look(draft, .body, .own), by: .anna) == nil)
        #expect(try reason(group, look(draft, .body), by: .bert) == .circle)
        #expect(try reason(group, look(draft, .summary), by: .bert) == .circle)
        #expect(try reason(group, look(pitched, .summary), by: .gijs) == nil)
        #expect(try reason(group, look(pitched, .body), by: .gijs) == .circle)
        #expect(try reason(group, look(pitched, .body), by: .bert) == nil)
        let notes = Payload(.noteOpened, .reveal(Reveal(case: pitched, reason: .sharedWithGroup)))
        #expect(try reason(group, notes, by: .gijs) == .circle)
        #expect(try reason(group, notes, by: .bert) == nil)
        let history = Payload(.casesListed, .reveal(Reveal(case: pitched, reason: .sharedWithGroup)))
        #expect(try reason(group, history, by: .gijs) == nil)
    }

    @Test func aLookNamesThePresentVersionAndTheTrueReason() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        func look(_ version: Int, _ reason: Reason) -> Payload {
            Payload(.caseOpened, .reveal(Reveal(case: number, part: .body, version: version, reason: reason)))
        }
        #expect(try reason(group, look(1, .own), by: .anna) == nil)
        #expect(try reason(group, look(1, .sharedWithGroup), by: .anna) == .reason)
        #expect(try reason(group, look(1, .own), by: .bert) == .reason)
        #expect(try reason(group, look(1, .sharedWithGroup), by: .bert) == nil)
        #expect(try reason(group, look(2, .sharedWithGroup), by: .bert) == .version)
        #expect(try reason(group, look(0, .sharedWithGroup), by: .bert) == .version)
        let notes = Payload(.noteOpened, .reveal(Reveal(case: number, reason: .own)))
        #expect(try reason(group, notes, by: .bert) == .reason)
    }

    @Test func aChangeDoesExactlyWhatItSays() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let other = group.place(caseOf: .bert)
        let before = group
        let later = Instant(seconds: TestGroup.noon.seconds + 60)

        let next = try group.nextVersion(of: number)
        _ = try group.apply(Payload(.caseChanged, .caseWritten(next)), by: .anna, text: group.text(time: later))
        let record = try #require(group.cases[number])
        #expect(record.version == 2)
        #expect(record.updated == later)
        #expect(record.earlier == [CaseRecord.Version(number: 1, time: TestGroup.noon)])
        #expect(record.summary == next.summary)
        #expect(record.body == next.body)
        #expect(record.notes == before.cases[number]?.notes)

        let note = try group.nextNote(of: number)
        _ = try group.apply(Payload(.noteAdded, .noteWritten(note)), by: .gijs)
        #expect(group.cases[number]?.note(2)?.author == TestGroup.Person.gijs.rawValue)
        _ = try group.apply(Payload(.caseClosed, .caseNamed(number)), by: .anna)
        #expect(group.cases[number]?.state == .closed)
        #expect(group.cases[number]?.version == 2)
        #expect(group.cases[other] == before.cases[other])
        #expect(group.state == before.state)
    }
}
