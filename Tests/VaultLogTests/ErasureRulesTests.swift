import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `case.erased`: who may erase a case, which circles get new keys with it, and what it leaves.
struct ErasureRulesTests {
    private var group = TestGroup()
    private let number: Int

    /// A case of Anna's with a note and an attachment of hers, shared with everybody.
    init() throws {
        number = group.place(caseOf: .anna)
        try group.placeAttachment(of: number, by: .bert)
    }

    /// New keys for exactly the circles of a case.
    private func draft(_ group: TestGroup, _ number: Int) -> RotationDraft {
        group.rotation(of: (group.cases[number]?.circles ?? []).filter { group.state.circles[$0] != nil })
    }

    private func reason(_ draft: RotationDraft, by person: TestGroup.Person = .anna) throws -> VoidReason? {
        try group.reason(group.erasing(number, draft), by: person)
    }

    @Test func erasingDoesExactlyWhatItSays() throws {
        let record = try #require(group.cases[number])
        let everyone = group.state.groupCircle
        let payload = group.erasing(number, draft(group, number))
        let after = try group.after(payload)
        let erased = try #require(after.cases[number])
        #expect(erased.state == .erased && erased.summary == nil && erased.body == nil)
        #expect(erased.earlier.isEmpty && erased.notes.isEmpty && erased.attachments.isEmpty)
        #expect(erased.number == number && erased.item == record.item && erased.author == record.author)
        #expect(erased.version == record.version && erased.updated == record.updated)
        #expect(erased.erasure == CaseRecord.Erasure(index: group.edge.size, circles: [everyone]))
        #expect(try erased.fromRow() == erased)
        let (old, new) = (try #require(group.state.circles[everyone]), try #require(after.state.circles[everyone]))
        #expect(new.generation == old.generation + 1 && new.members == old.members && new.begun == group.edge.size)
        #expect(new.cases == old.cases - 1 && new.manifest == .filled(0x45) && !new.owesRotation)
        #expect(after.state.deliveries.map(\.circle) == [everyone] && after.state.deliveries.first?.recipients == old.members)
        // Nobody comes or goes, and the log keeps its key.
        #expect(after.state.epoch == group.state.epoch && after.state.members == group.state.members)
        #expect(after.state.rosterIndex == group.state.rosterIndex && after.state.lastCase == group.state.lastCase)
        var rest = after.state
        rest.circles[everyone] = old
        (rest.deliveries, rest.lastTime) = ([], group.state.lastTime)
        #expect(rest == group.state)
    }

    @Test func onlyTheAuthorErases() throws {
        for person in TestGroup.Person.allCases where person != .eva {
            let expected: VoidReason? = person == .anna ? nil : person == .olga ? .role : .author
            #expect(try reason(draft(group, number), by: person) == expected, "\(person)")
        }
        #expect(try group.reason(group.erasing(number + 1, draft(group, number))) == .unknownItem)
    }

    /// Whoever has an end date may erase what is theirs, closed or not.
    @Test(arguments: [TestGroup.Person.bert, .fatima, .gijs], [CaseState.draft, .shared, .closed])
    mutating func authorsWithAnEndDateToo(_ person: TestGroup.Person, _ state: CaseState) throws {
        let theirs = group.place(caseOf: person, in: state == .draft ? group.own(person) : nil, state: state)
        let payload = group.erasing(theirs, draft(group, theirs))
        #expect(try group.reason(payload, by: person) == nil)
        #expect(try group.reason(payload, by: .anna) == .author)
    }

    /// After its author has gone: whoever has no end date and the text, or where nobody has that any more, the pitch.
    @Test mutating func afterTheAuthorHasGone() throws {
        let left = group.place(caseOf: .eva)
        func expect(_ lawful: Set<TestGroup.Person>, _ group: TestGroup) throws {
            for person in TestGroup.Person.allCases where person != .eva {
                let expected: VoidReason? = lawful.contains(person) ? nil : person == .olga ? .role : .author
                #expect(try group.reason(group.erasing(left, draft(group, left)), by: person) == expected, "\(person)")
            }
        }
        try expect([.anna, .sam], group)
        let (lost, others) = (group.part(.body, in: .random()), group.part(.body, in: group.others))
        group.cases[left]?.body = lost
        try expect([.anna, .sam], group)
        group.cases[left]?.body = others
        try expect([.sam], group)
    }

    @Test mutating func exactlyTheCirclesItStoodInGetNewKeys() throws {
        let inPair = group.part(.body, in: group.pair)
        group.cases[number]?.body = inPair
        let (everyone, pair) = (group.state.groupCircle, group.pair)
        #expect(try reason(draft(group, number)) == nil)
        for circles in [[], [everyone], [pair], [everyone, pair, group.own(.anna)], [everyone, group.own(.anna)]] {
            #expect(try reason(group.rotation(of: circles)) == .circle, "\(circles.count)")
        }
        // The log's key stays, and with it the delivery line.
        let withLog = group.rotation(of: [everyone, pair, group.state.logCircle])
        #expect(try reason(withLog) == .delivery)
        var changed = draft(group, number)
        changed.link = .filled(1)
        #expect(try reason(changed) == .delivery)
        // No other generation, people, kind, and a delivery.
        let changes: [(inout CircleDraft) -> Void] = [
            { $0.generation += 1 }, { $0.generation -= 1 }, { $0.members.removeLast() }, { $0.kind = .private }, { $0.delivery = nil },
        ]
        for change in changes {
            var changed = draft(group, number)
            change(&changed.circles[1])
            #expect(try reason(changed) == .circle)
        }
        // Without a manifest: nothing else stood there.
        changed = draft(group, number)
        changed.manifest = nil
        #expect(try reason(changed) == nil)
    }

    /// One that vanished gets none; one that the author is not in any more has to be rotated by somebody else first, who cannot erase.
    @Test mutating func circlesThatVanishedOrAreAnothers() throws {
        let (lostBody, othersBody) = (group.part(.body, in: .random()), group.part(.body, in: group.others))
        group.cases[number]?.body = lostBody
        #expect(try reason(draft(group, number)) == nil)
        group.cases[number]?.body = othersBody
        #expect(try reason(draft(group, number)) == .circle)
        #expect(try reason(group.rotation(of: [group.state.groupCircle])) == .circle)
        let lostSummary = group.part(.summary, in: .random())
        group.cases[number]?.summary = lostSummary
        group.cases[number]?.body = lostBody
        #expect(try reason(RotationDraft(circles: [], link: nil, manifest: nil)) == nil)
        #expect(try reason(RotationDraft(circles: [], link: nil, manifest: .filled(1))) == .circle)
    }

    /// A circle that owes a rotation has it with this.
    @Test mutating func whatIsOwedIsSettledWithIt() throws {
        let there = group.place(caseOf: .anna, in: group.owing)
        let after = try group.after(group.erasing(there, draft(group, there)))
        #expect(after.state.circles[group.owing]?.owesRotation == false)
    }

    @Test func whatIsErasedTakesNothing() throws {
        let next = try group.nextVersion(of: number), note = try group.nextNote(of: number), again = try group.nextVersionOfNote(of: number)
        let attachment = try group.nextAttachment(of: number), move = try group.move(of: number, to: group.state.groupCircle)
        let home = try group.move(of: number, to: group.own(.anna))
        let erase = group.erasing(number, draft(group, number))
        let after = try group.after(erase)
        let writings: [Payload] = [
            Payload(.caseChanged, .caseWritten(next)), Payload(.caseClosed, .caseNamed(number)), Payload(.noteAdded, .noteWritten(note)),
            Payload(.noteChanged, .noteWritten(again)), Payload(.attachmentAdded, .attachmentWritten(attachment)),
            Payload(.caseShared, .caseMoved(move)), Payload(.caseWithdrawn, .caseMoved(home)), erase,
            after.erasing(number, after.rotation(of: [after.state.groupCircle])),
        ]
        for payload in writings { #expect(try after.reason(payload) == .closed, "\(payload.event)") }
        let looks: [(Event, Reveal)] = [
            (.casesListed, Reveal(case: number, reason: .own)), (.noteOpened, Reveal(case: number, reason: .own)),
            (.caseOpened, Reveal(case: number, part: .body, version: 1, reason: .own)),
            (.attachmentSaved, Reveal(case: number, attachment: 1, reason: .own)),
        ]
        for (event, look) in looks { #expect(try after.reason(Payload(event, .reveal(look))) == .unknownItem, "\(event)") }
        // Its number stays taken, and the log of it can be read.
        #expect(after.newCase(in: after.pair).number == number + 1)
        #expect(try after.reason(Payload(.logOpened, .logRead(case: number))) == nil)
    }
}
