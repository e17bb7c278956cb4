import Testing
import VaultFormat
import VaultLog
import VaultTestkit

/// `attachment.added` and `attachment.saved`: beside which cases, for whom, and where they go.
struct AttachmentRulesTests {
    private func reason(_ group: TestGroup, _ payload: Payload, by person: TestGroup.Person = .anna) throws -> VoidReason? {
        var after = group
        guard case .void(let reason) = try after.apply(payload, by: person) else { return nil }
        #expect(after.state == group.state)
        #expect(after.cases == group.cases)
        return reason
    }

    private func added(
        _ group: TestGroup, _ number: Int, as attachment: Int? = nil, version: Int = 1, summary: CircleID? = nil, body: CircleID? = nil
    ) throws -> Payload {
        let next = try group.nextAttachment(of: number)
        return Payload(
            .attachmentAdded,
            .attachmentWritten(
                AttachmentWriting(
                    caseNumber: number, number: attachment ?? next.number, item: next.item, version: version,
                    summary: summary.map { group.part(.summary, in: $0) } ?? next.summary,
                    body: body.map { group.part(.body, in: $0) } ?? next.body)))
    }

    @Test func addingDoesExactlyWhatItSays() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let before = group
        let later = Instant(seconds: TestGroup.noon.seconds + 60)
        let payload = try added(group, number)
        guard case .attachmentWritten(let writing) = payload.body else { throw TestFailure() }
        #expect(try group.apply(payload, by: .bert, text: group.text(time: later)) == .changed(payload))
        let record = try #require(group.cases[number]?.attachment(1))
        #expect(record.number == 1 && record.item == writing.item && record.added == later)
        #expect(record.author == TestGroup.Person.bert.rawValue)
        #expect(record.summary == writing.summary && record.body == writing.body)
        var without = try #require(group.cases[number])
        without.attachments = []
        #expect(without == before.cases[number])
        #expect(try group.cases[number]?.fromRow() == group.cases[number])
    }

    @Test func numbersVersionsAndCircles() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        #expect(try reason(group, try added(group, number)) == nil)
        for wrong in [2, 7] { #expect(try reason(group, try added(group, number, as: wrong)) == .number) }
        #expect(try reason(group, try added(group, number, version: 2)) == .version)
        let own = group.own(.anna)
        #expect(try reason(group, try added(group, number, summary: own)) == .circle)
        #expect(try reason(group, try added(group, number, body: own)) == .circle)
        #expect(try reason(group, try added(group, number, summary: own, body: own)) == .circle)
        try group.placeAttachment(of: number, by: .anna)
        #expect(try reason(group, try added(group, number)) == nil)
        #expect(try reason(group, try added(group, number, as: 1)) == .number)
        // Of a circle that owes a rotation, and beside a case that is not there.
        group.state.circles[group.state.groupCircle]?.owesRotation = true
        #expect(try reason(group, try added(group, number)) == .circle)
    }

    @Test func whatIsClosedOrAnothersTakesNone() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        let payload = try added(group, number)
        for state in [CaseState.closed, .erased] {
            group.cases[number]?.state = state
            #expect(try reason(group, payload) == .closed)
        }
        let draft = group.place(caseOf: .anna, in: group.own(.anna), state: .draft)
        #expect(try reason(group, try added(group, draft)) == nil)
        #expect(try reason(group, try added(group, draft), by: .bert) == .circle)
        group.cases[draft] = nil
        group.cases[number] = nil
        #expect(try reason(group, payload) == .unknownItem)
    }

    @Test func savingIsOfOneThatIsThereByWhoMayOpenIt() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        func saved(_ attachment: Int, _ reason: Reason = .sharedWithGroup) -> Payload {
            Payload(.attachmentSaved, .reveal(Reveal(case: number, attachment: attachment, reason: reason)))
        }
        #expect(try reason(group, saved(1), by: .bert) == .unknownItem)
        try group.placeAttachment(of: number, by: .bert)
        #expect(try reason(group, saved(1), by: .bert) == nil)
        #expect(try reason(group, saved(2), by: .bert) == .unknownItem)
        // The reason is about the case, whose attachment it is.
        #expect(try reason(group, saved(1, .own), by: .bert) == .reason)
        #expect(try reason(group, saved(1, .own), by: .anna) == nil)
        let inPair = group.part(.body, in: group.pair)
        group.cases[number]?.body = inPair
        #expect(try reason(group, saved(1), by: .gijs) == .circle)
        group.cases[number]?.state = .erased
        #expect(try reason(group, saved(1), by: .bert) == .unknownItem)
    }

    /// Every attachment, both parts of it, goes where the text goes; the author's word stays.
    @Test func theyGoWithTheirCase() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna, in: group.own(.anna), state: .draft)
        try group.placeAttachment(of: number, by: .anna)
        let before = try #require(group.cases[number]?.attachment(1))
        let move = try group.move(of: number, to: group.state.groupCircle)
        func payload(_ attachments: [CaseMove.MovedAttachment]) -> Payload {
            Payload(
                .caseShared,
                .caseMoved(
                    CaseMove(number: number, summary: move.summary, body: move.body, notes: move.notes, attachments: attachments)))
        }
        let moved = try #require(move.attachments.first)
        #expect(try reason(group, payload([])) == .number)
        #expect(
            try reason(group, payload([moved, CaseMove.MovedAttachment(number: 2, summary: moved.summary, body: moved.body)])) == .number)
        let elsewhere = CaseMove.MovedPart(circle: group.own(.anna), generation: 1, blob: .filled(3))
        for attachment in [
            CaseMove.MovedAttachment(number: 1, summary: elsewhere, body: moved.body),
            CaseMove.MovedAttachment(number: 1, summary: moved.summary, body: elsewhere),
        ] {
            #expect(try reason(group, payload([attachment])) == .circle)
        }
        #expect(try reason(group, payload([moved])) == nil)
        _ = try group.apply(payload([moved]), by: .anna)
        let after = try #require(group.cases[number]?.attachment(1))
        #expect(after.summary.blob == moved.summary.blob && after.body.blob == moved.body.blob)
        #expect(after.summary.circle == move.body.circle && after.body.circle == move.body.circle)
        #expect(after.summary.commitment == before.summary.commitment && after.body.commitment == before.body.commitment)
        #expect(after.author == before.author && after.added == before.added && after.item == before.item)
    }
}
