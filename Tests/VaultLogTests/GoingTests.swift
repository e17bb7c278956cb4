import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Who goes: removed by another, of their own will, or because a day has passed.
struct GoingTests {
    private let group = TestGroup()
    private typealias Person = TestGroup.Person

    private func until(_ number: Int, _ day: Day) -> Payload { Payload(.memberUntil, .until(member: number, day)) }
    private static func day(_ days: Int) -> Day { Instant(seconds: TestGroup.noon.seconds + Int64(days) * 86_400).day }

    /// What holds however somebody went: they sign nothing, are in no circle, and what nobody else shared has vanished.
    private func expectGone(_ person: Person, _ how: Member.How, _ after: GroupState) {
        let id = group.member(person)
        #expect(after.members[person.rawValue - 1].ended == Member.Ended(how: how, time: TestGroup.noon))
        #expect(after.signingKey(KeyName(group: group.id, member: id, number: 1)) == nil)
        #expect(after.circles.values.allSatisfy { !$0.members.contains(id) && !$0.members.isEmpty })
        #expect(after.deliveries.allSatisfy { !$0.recipients.contains(id) && !$0.recipients.isEmpty && after.circles[$0.circle] != nil })
        let vanished = group.state.circles.values.filter { $0.members == [id] }.map(\.id)
        #expect(after.formerCircles == Set(vanished))
        #expect(after.rosterIndex == group.edge.size)
    }

    // MARK: Removed

    @Test func aRemovalRotatesWhatBothShareAndTheRestOwes() throws {
        let after = try group.after(group.removing(.bert, group.removal(of: .bert)), by: .anna).state
        expectGone(.bert, .removed, after)
        for circle in group.shared(.bert, .anna) {
            let now = try #require(after.circles[circle]), before = try #require(group.state.circles[circle])
            #expect(now.members == before.members.filter { $0 != group.member(.bert) })
            #expect(now.generation == before.generation + 1)
            #expect(now.begun == group.edge.size)
            #expect(!now.owesRotation)
            #expect(now.commitment != before.commitment)
            #expect(now.manifest == (now.kind == .log ? nil : .filled(0x45)))
            #expect(after.deliveries.contains { $0.circle == circle && $0.generation == now.generation && $0.recipients == now.members })
        }
        #expect(after.epochs.count == 5)
        // By Sam, who is not in the circle of Anna and Bert.
        let bySam = try group.after(group.removing(.bert, group.removal(of: .bert, by: .sam)), by: .sam).state
        #expect(bySam.circles[group.pair]?.members == [group.member(.anna)])
        #expect(bySam.circles[group.pair]?.owesRotation == true)
        #expect(bySam.circles[group.pair]?.generation == 1)
        #expect(bySam.circles[group.pair]?.commitment == group.state.circles[group.pair]?.commitment)
    }

    @Test(arguments: TestGroup.Person.allCases.filter { $0 != .anna && $0 != .eva })
    func everybodyElseCanBeTakenOff(_ person: TestGroup.Person) throws {
        expectGone(person, .removed, try group.after(group.removing(person, group.removal(of: person))).state)
    }

    @Test func nobodyRemovesThemselfOrWhoIsNotThere() throws {
        #expect(try group.reason(group.removing(.anna, group.removal(of: .anna))) == .member)
        #expect(try group.reason(group.removing(.eva, group.removal(of: .bert))) == .member)
        for number in [8, 9, 1 << 53 - 1] {
            let draft = group.removal(of: .bert)
            #expect(try group.reason(Payload(.memberRemoved, .removal(member: number, draft.rotation))) == .member)
        }
        let once = try group.after(group.removing(.bert, group.removal(of: .bert)))
        let again = once.rotation(of: [once.state.logCircle, once.state.groupCircle])
        #expect(try once.reason(once.removing(.bert, again)) == .member)
    }

    @Test func aRemovalRotatesExactlyTheSharedCircles() throws {
        func reason(_ change: (inout RotationDraft) -> Void) throws -> VoidReason? {
            var draft = group.removal(of: .bert)
            change(&draft)
            return try group.reason(group.removing(.bert, draft))
        }
        let (log, everyone, bert) = (group.state.logCircle, group.state.groupCircle, group.member(.bert))
        #expect(try reason { _ in } == nil)
        for circle in [log, everyone, group.pair, group.owing] { #expect(try reason { $0[circle] = nil } == .circle) }
        #expect(try reason { $0.circles = [] } == .circle)
        #expect(try reason { $0.circles.append(group.next(group.own(.anna), for: [group.member(.anna)])) } == .circle)
        #expect(try reason { $0.circles.append(group.next(group.others, for: [group.member(.sam)])) } == .circle)
        #expect(try reason { $0.circles.append(group.newCircle(.some, [.anna, .sam])) } == .circle)
        for circle in [log, everyone, group.pair] {
            // Who is removed stays in, another is left out, a stranger comes in.
            let rest = try #require(group.state.circles[circle]).members.filter { $0 != bert }
            #expect(try reason { $0[circle]?.members = (rest + [bert]).sorted() } == .circle)
            #expect(try reason { $0[circle]?.members.removeLast() } == .circle)
            #expect(try reason { $0[circle]?.members = (rest + [.random()]).sorted() } == .circle)
            #expect(try reason { $0[circle]?.members.reverse() } == (circle == group.pair ? nil : .circle))
            for wrong in [-1, 1] { #expect(try reason { $0[circle]?.generation += wrong } == .circle) }
        }
        #expect(try reason { $0[everyone]?.kind = .some } == .circle)
        #expect(try reason { $0[everyone]?.kind = .log } == .circle)
        #expect(try reason { $0[group.pair]?.kind = .private } == .circle)
        #expect(try reason { $0[everyone]?.delivery = nil } == .circle)
        #expect(try reason { $0[log]?.delivery = .filled(1) } == .circle)
        #expect(try reason { $0.link = nil } == .delivery)
        #expect(try reason { $0.manifest = nil } == nil)
    }

    @Test func aRemovalHasTheDeliveryInTheClear() throws {
        let payload = group.removing(.bert, group.removal(of: .bert))
        #expect(try group.reason(payload, text: group.text(roster: group.edge.size)) == .delivery)
        #expect(try group.reason(payload, text: group.text(delivery: .filled(1))) == .roster)
        #expect(try group.reason(payload) == nil)
    }

    @Test func aManifestIsOfContentOnly() throws {
        var draft = group.removal(of: .olga)
        #expect(draft.circles.map(\.kind) == [.log])
        #expect(try group.reason(group.removing(.olga, draft)) == nil)
        draft.manifest = .filled(1)
        #expect(try group.reason(group.removing(.olga, draft)) == .circle)
    }

    // MARK: Left and ended

    @Test(arguments: TestGroup.Person.allCases.filter { $0 != .eva })
    func whoLeavesLeavesTheirCirclesOwing(_ person: TestGroup.Person) throws {
        let after = try group.after(Payload(.memberLeft, .leaving), by: person).state
        expectGone(person, .left, after)
        for (id, before) in group.state.circles {
            guard before.members.contains(group.member(person)) else {
                #expect(after.circles[id] == before)
                continue
            }
            guard let now = after.circles[id] else { continue }
            #expect(now.owesRotation)
            #expect((now.generation, now.commitment, now.delivery) == (before.generation, before.commitment, before.delivery))
            #expect(now.members == before.members.filter { $0 != group.member(person) })
        }
        #expect(after.epoch == group.state.epoch)
    }

    @Test func theLastMemberWithoutEndDateStays() throws {
        let leave = Payload(.memberLeft, .leaving)
        let alone = try group.after(leave, by: .sam)
        let settled = try alone.after(Payload(.circleRotated, .rotation(alone.rotation(of: [alone.state.logCircle]).rotation)))
        #expect(try settled.reason(leave, by: .anna) == .lastMember)
        #expect(try settled.reason(until(1, Self.day(9))) == .lastMember)
        #expect(try settled.reason(until(2, Self.day(9))) == nil)
        for person in [Person.bert, .fatima, .gijs, .olga] { #expect(try settled.reason(leave, by: person) == nil) }
        // Two can set an end date to one of them, then not to the other.
        let dated = try group.after(until(6, Self.day(9)))
        #expect(try dated.reason(until(1, Self.day(9))) == .lastMember)
        #expect(try dated.reason(leave, by: .anna) == .lastMember)
        #expect(try dated.reason(leave, by: .sam) == nil)
    }

    @Test func anEndDateIsSetFromTodayOn() throws {
        #expect(try group.reason(until(4, Self.day(-1))) == .member)
        let after = try group.after(until(4, Self.day(0))).state
        #expect(after.member(4)?.until == Self.day(0))
        #expect(after.rosterIndex == group.edge.size)
        #expect(after.circles == group.state.circles)
        #expect(try group.after(until(4, Self.day(400))).state.member(4)?.until == Self.day(400))
        for number in [7, 8, 1 << 53 - 1] { #expect(try group.reason(until(number, Self.day(9))) == .member) }
    }

    @Test func anEndDateEndsAMembershipWhenItsDayIsOver() throws {
        func ending(_ group: TestGroup, _ number: Int, at seconds: Int64) throws -> VoidReason? {
            try group.reason(
                Payload(.roleEnded, .ending(member: number)), text: group.text(time: Instant(seconds: seconds), roster: group.edge.size))
        }
        let midnight = Int64(TestGroup.lastDay.days + 1) * 86_400
        for number in [2, 3, 4, 5] {
            #expect(try ending(group, number, at: midnight - 1) == .endDate)
            #expect(try ending(group, number, at: midnight) == nil)
        }
        // Without an end date there is no day to be over.
        for number in [1, 6] { #expect(try ending(group, number, at: midnight * 2) == .endDate) }
        for number in [7, 8, 1 << 53 - 1] { #expect(try ending(group, number, at: midnight) == .member) }
        var expired = group
        expired.expire(.gijs)
        expectGone(.gijs, .ended, try expired.after(Payload(.roleEnded, .ending(member: 4))).state)
        let once = try expired.after(Payload(.roleEnded, .ending(member: 4)))
        var settled = try once.after(Payload(.circleRotated, .rotation(once.rotation(of: [once.state.logCircle]).rotation)))
        #expect(try settled.reason(Payload(.roleEnded, .ending(member: 4))) == .member)
        settled.expire(.olga)
        #expect(try settled.reason(Payload(.roleEnded, .ending(member: 5))) == nil)
    }

    /// No circle takes the id of one that vanished: cases that went with it still name that id.
    @Test func aCircleThatVanishedDoesNotComeBack() throws {
        var before = group
        let draft = before.place(caseOf: .bert, in: before.own(.bert), state: .draft)
        let own = before.own(.bert)
        let after = try before.after(before.removing(.bert, before.removal(of: .bert)))
        var circle = after.newCircle(.some, [.anna, .sam])
        #expect(try after.reason(Payload(.circleCreated, .circle(circle.facts))) == nil)
        circle.id = own
        #expect(try after.reason(Payload(.circleCreated, .circle(circle.facts))) == .circle)
        var newcomer = after.newcomerWithoutHistory()
        for place in newcomer.rotation.circles.indices where newcomer.rotation.circles[place].kind == .group {
            newcomer.rotation.circles[place].id = own
        }
        #expect(try after.reason(newcomer.payload) == .circle)
        // Nobody may open what went with it.
        let look = Payload(.caseOpened, .reveal(Reveal(case: draft, part: .body, version: 1, reason: .sharedWithGroup)))
        #expect(try after.reason(look) == .circle)
    }
}
