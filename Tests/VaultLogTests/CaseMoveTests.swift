import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `case.shared` and `case.withdrawn`: who may move a case, where to, and what of it; and who closes it when its author has gone.
struct CaseMoveTests {
    private func reason(_ group: TestGroup, _ payload: Payload, by person: TestGroup.Person) throws -> VoidReason? {
        var after = group
        guard case .void(let reason) = try after.apply(payload, by: person) else { return nil }
        #expect(after.state == group.state)
        #expect(after.cases == group.cases)
        return reason
    }

    /// Every part of a case in these circles from now on.
    private func moved(
        _ group: TestGroup, _ event: Event, _ number: Int, summary: CircleID, body: CircleID? = nil, notes: CircleID? = nil,
        numbers: [Int] = [1], generation: Int? = nil
    ) -> Payload {
        func part(_ circle: CircleID) -> CaseMove.MovedPart {
            CaseMove.MovedPart(
                circle: circle, generation: generation ?? group.state.circles[circle]?.generation ?? 1,
                blob: BlobHash(trusted: SecureRandom.bytes(BlobHash.count)))
        }
        let text = body ?? summary
        let places = numbers.map { CaseMove.MovedNote(number: $0, body: part(notes ?? text)) }
        return Payload(event, .caseMoved(CaseMove(number: number, summary: part(summary), body: part(text), notes: places)))
    }

    @Test func aMoveChangesPlacesAndTheStateAlone() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna, in: group.own(.anna), state: .draft)
        let before = try #require(group.cases[number])
        let later = Instant(seconds: TestGroup.noon.seconds + 60)
        let share = moved(group, .caseShared, number, summary: group.state.groupCircle, body: group.pair)
        guard case .caseMoved(let move) = share.body else { throw TestFailure() }
        #expect(try group.apply(share, by: .anna, text: group.text(time: later)) == .changed(share))
        let after = try #require(group.cases[number])
        #expect(after.state == .shared)
        #expect(after.summary?.circle == group.state.groupCircle && after.body?.circle == group.pair)
        #expect(after.notes.map(\.body.circle) == [group.pair])
        #expect(after.summary?.generation == 3 && after.summary?.blob == move.summary.blob)
        #expect(after.notes.map(\.body.blob) == move.notes.map(\.body.blob))
        // The words are the author's still.
        #expect(after.summary?.commitment == before.summary?.commitment && after.body?.commitment == before.body?.commitment)
        #expect(after.notes.map(\.body.commitment) == before.notes.map(\.body.commitment))
        #expect(after.version == before.version && after.updated == before.updated && after.earlier == before.earlier)
        #expect(group.state.circles[group.own(.anna)]?.cases == 0)
        #expect(group.state.circles[group.state.groupCircle]?.cases == 1)
        #expect(group.state.circles[group.pair]?.cases == 0)
    }

    @Test(arguments: [Event.caseShared, .caseWithdrawn]) func onlyTheAuthorMovesACase(_ event: Event) throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        for person in TestGroup.Person.allCases where person != .eva {
            let target = event == .caseShared ? group.state.groupCircle : group.own(person)
            let expected: VoidReason? = person == .anna ? nil : person == .olga ? .role : .author
            #expect(try reason(group, moved(group, event, number, summary: target), by: person) == expected, "\(person)")
        }
        // Nor does anybody else after the author has gone.
        let left = group.place(caseOf: .eva)
        #expect(try reason(group, moved(group, event, left, summary: group.own(.sam)), by: .sam) == .author)
        #expect(try reason(group, moved(group, event, 99, summary: group.state.groupCircle), by: .anna) == .unknownItem)
    }

    @Test func aCaseIsSharedWithOthersAndWithdrawnToOneself() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let everyone = group.state.groupCircle, own = group.own(.anna)
        let lawful: [(CircleID, CircleID)] = [
            (everyone, everyone), (group.pair, group.pair), (everyone, own), (everyone, group.pair), (group.pair, own),
        ]
        for (summary, body) in lawful {
            #expect(try reason(group, moved(group, .caseShared, number, summary: summary, body: body), by: .anna) == nil)
        }
        // To nobody else; a text that more can read than its pitch; somebody else's circle; one that owes; the log's; none.
        let unlawful: [(CircleID, CircleID)] = [
            (own, own), (group.pair, everyone), (own, everyone), (everyone, group.own(.bert)), (group.others, group.others),
            (group.owing, group.owing), (everyone, group.owing), (group.state.logCircle, own), (.random(), own), (everyone, .random()),
        ]
        for (summary, body) in unlawful {
            #expect(try reason(group, moved(group, .caseShared, number, summary: summary, body: body), by: .anna) == .circle)
        }
        #expect(try reason(group, moved(group, .caseWithdrawn, number, summary: own), by: .anna) == nil)
        for (summary, body) in lawful + [(group.own(.bert), group.own(.bert)), (own, everyone)] {
            #expect(try reason(group, moved(group, .caseWithdrawn, number, summary: summary, body: body), by: .anna) == .circle)
        }
        for generation in [2, 4] {
            #expect(try reason(group, moved(group, .caseShared, number, summary: everyone, generation: generation), by: .anna) == .circle)
        }
    }

    @Test(arguments: [Event.caseShared, .caseWithdrawn]) func everyNoteGoesWhereTheTextGoes(_ event: Event) throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let target = event == .caseShared ? group.pair : group.own(.anna)
        for numbers in [[], [2], [1, 2], [1, 1]] {
            #expect(try reason(group, moved(group, event, number, summary: target, numbers: numbers), by: .anna) == .number)
        }
        let elsewhere = moved(group, event, number, summary: target, notes: group.state.groupCircle)
        #expect(try reason(group, elsewhere, by: .anna) == .circle)
        // A note of somebody else goes too, and stays theirs.
        _ = try group.apply(Payload(.noteAdded, .noteWritten(try group.nextNote(of: number))), by: .bert)
        #expect(try reason(group, moved(group, event, number, summary: target), by: .anna) == .number)
        let move = moved(group, event, number, summary: target, numbers: [1, 2])
        #expect(try group.apply(move, by: .anna) == .changed(move))
        #expect(group.cases[number]?.notes.map(\.author) == [1, 2])
        #expect(group.cases[number]?.notes.map(\.body.circle) == [target, target])
    }

    @Test func sharingOpensAClosedCaseAndWithdrawingDoesNot() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna, state: .closed)
        let withdraw = moved(group, .caseWithdrawn, number, summary: group.own(.anna))
        #expect(try reason(group, withdraw, by: .anna) == .closed)
        let share = moved(group, .caseShared, number, summary: group.state.groupCircle)
        _ = try group.apply(share, by: .anna)
        #expect(group.cases[number]?.state == .shared)
        _ = try group.apply(withdraw, by: .anna)
        #expect(group.cases[number]?.state == .draft)
        group.cases[number]?.state = .erased
        group.cases[number]?.summary = nil
        group.cases[number]?.body = nil
        for payload in [withdraw, share] { #expect(try reason(group, payload, by: .anna) == .closed) }
    }

    /// A pitch whose text went with its author is closed by whoever sees the pitch; while somebody has the text, by them alone.
    @Test func aPitchWithoutItsTextIsClosedByWhoSeesIt() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .eva)
        let close = Payload(.caseClosed, .caseNamed(number))
        let (othersText, lostText) = (group.part(.body, in: group.others), group.part(.body, in: .random()))
        let (othersPitch, lostPitch) = (group.part(.summary, in: group.others), group.part(.summary, in: .random()))
        group.cases[number]?.body = othersText
        #expect(try reason(group, close, by: .sam) == nil)
        #expect(try reason(group, close, by: .anna) == .author)
        group.cases[number]?.body = lostText
        for person in TestGroup.Person.allCases where person != .eva {
            let expected: VoidReason? = person == .anna || person == .sam ? nil : person == .olga ? .role : .author
            #expect(try reason(group, close, by: person) == expected, "\(person)")
        }
        group.cases[number]?.summary = othersPitch
        #expect(try reason(group, close, by: .anna) == .author)
        group.cases[number]?.summary = lostPitch
        #expect(try reason(group, close, by: .sam) == .author)
    }
}
