import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `member.replaced`: the same place under a new id with new keys, vouched for by another member, and nothing besides.
struct ReplacementTests {
    private let group = TestGroup()

    private func reason(
        of person: TestGroup.Person = .bert, by signer: TestGroup.Person = .anna, _ change: (inout AcceptanceDraft) -> Void = { _ in }
    ) throws -> VoidReason? {
        var draft = group.replacement(of: person, by: signer)
        change(&draft)
        return try group.reason(draft.payload, by: signer)
    }

    @Test func theNewIdStandsWhereTheOldOneStood() throws {
        let draft = group.replacement(of: .bert)
        let old = group.member(.bert)
        let own = group.own(.bert)
        let after = try group.after(draft.payload).state
        let member = try #require(after.member(2))
        #expect(member.id == draft.id)
        #expect((member.role, member.until) == (.member, TestGroup.lastDay))
        #expect(member.since == group.state.members[1].since)
        #expect((member.signing, member.decryption) == (draft.signing, draft.decryption))
        #expect(member.nameEpoch == 5)
        #expect(after.members.count == group.state.members.count)
        #expect(after.member(old) == nil)
        #expect(after.signingKey(KeyName(group: group.id, member: old, number: 1)) == nil)
        #expect(after.formerIDs == [old])
        for circle in [after.logCircle, after.groupCircle, group.pair, group.owing] {
            let now = try #require(after.circles[circle]), before = try #require(group.state.circles[circle])
            #expect(now.members == (before.members.filter { $0 != old } + [draft.id]).sorted())
            #expect(now.generation == before.generation + 1)
            #expect(!now.owesRotation)
            #expect(now.manifest == (circle == after.logCircle ? nil : .filled(0x45)))
        }
        // The private circle of the old id, and with it its drafts, is nobody's any more.
        #expect(after.circles[own] == nil)
        #expect(after.formerCircles == [own])
        #expect(after.rosterIndex == group.edge.size)
        #expect(after.deliveries.allSatisfy { !$0.recipients.contains(old) })
    }

    @Test func theNewIdBeginsAPrivateCircleAndWritesAsTheAuthor() throws {
        var before = group
        let number = before.place(caseOf: .bert)
        var draft = before.replacement(of: .bert)
        draft.signing = before.signingKey(draft.id).publicKey
        let after = try before.after(draft.payload)
        let circle = CircleDraft(
            id: .random(), kind: .private, generation: 1, members: [after.member(.bert)], commitment: .filled(1), delivery: .filled(2))
        #expect(try after.reason(Payload(.circleCreated, .circle(circle.facts)), by: .bert) == .none)
        #expect(try after.reason(Payload(.caseChanged, .caseWritten(try after.nextVersion(of: number))), by: .bert) == nil)
    }

    @Test func circlesTheSignerIsNotInLoseTheOldIdAndOwe() throws {
        let draft = group.replacement(of: .bert, by: .sam)
        let after = try group.after(draft.payload, by: .sam).state
        #expect(after.circles[group.pair]?.members == [group.member(.anna)])
        #expect(after.circles[group.pair]?.owesRotation == true)
        #expect(after.circles[group.pair]?.generation == 1)
    }

    @Test func anAuditorIsReplacedInTheLogAlone() throws {
        let draft = group.replacement(of: .olga)
        let after = try group.after(draft.payload).state
        #expect(after.circles.values.filter { $0.members.contains(draft.id) }.map(\.id) == [after.logCircle])
    }

    @Test func itBringsNoOtherRoleNumberOrDate() throws {
        #expect(try reason() == nil)
        #expect(try reason { $0.role = .facilitator } == .member)
        #expect(try reason(of: .gijs) { $0.role = .member } == .member)
        #expect(try reason(of: .olga) { $0.role = .guest } == .member)
        #expect(try reason { $0.until = nil } == .member)
        #expect(try reason { $0.until = Instant(seconds: TestGroup.noon.seconds + 9 * 86_400).day } == .member)
        #expect(try reason(of: .sam) { $0.until = TestGroup.lastDay } == .member)
        for number in [1, 3, 8, 1 << 53 - 1] { #expect(try reason { $0.number = number } == .member) }
    }

    @Test func nobodyReplacesThemselfOrWhoIsNotThere() throws {
        #expect(try reason(of: .anna) == .member)
        #expect(try reason { $0.replaces = group.member(.eva) } == .member)
        #expect(try reason { $0.replaces = .random() } == .member)
        // Who was replaced once is not there to be replaced again, nor to sign.
        let after = try group.after(group.replacement(of: .bert).payload)
        var again = after.replacement(of: .bert)
        again.replaces = group.member(.bert)
        #expect(try after.reason(again.payload) == .member)
        #expect(throws: EntryFault.notEntitled) { try after.verify(group.signed(after.text(), by: .bert)) }
    }

    @Test func keysAndIdAreNew() throws {
        #expect(try reason { $0.keyNumber = 2 } == .member)
        #expect(try reason { $0.signing = group.state.members[1].signing } == .member)
        #expect(try reason { $0.decryption = .filled(0xff) } == .member)
        let former = try group.after(group.replacement(of: .gijs).payload)
        var draft = former.replacement(of: .bert)
        draft.rotation = former.rotation(of: former.shared(.bert, .anna)) {
            $0.members.filter { $0 != former.member(.bert) } + [group.member(.gijs)]
        }
        draft.id = group.member(.gijs)
        #expect(try former.reason(draft.payload) == .member)
        // Its own id neither: whoever holds the keys that were lost would hold these circles.
        #expect(
            try reason { draft in
                draft.id = group.member(.bert)
                draft.rotation = group.rotation(of: group.shared(.bert, .anna))
            } == .member)
    }

    @Test func exactlyTheSharedCirclesMove() throws {
        #expect(try reason { $0.rotation.circles.removeAll { $0.id == group.pair } } == .circle)
        #expect(try reason { $0.rotation.circles.removeAll { $0.id == group.state.groupCircle } } == .circle)
        #expect(try reason { $0.rotation.circles.append(group.next(group.own(.anna), for: [group.member(.anna)])) } == .circle)
        #expect(try reason { $0.rotation.circles.append(group.newCircle(.group, [.anna, .sam])) } == .circle)
        #expect(try reason { $0.rotation[group.pair]?.members = [group.member(.anna)] } == .circle)
        #expect(try reason { $0.rotation[group.pair]?.members = [group.member(.anna), group.member(.bert)].sorted() } == .circle)
        #expect(try reason { $0.rotation[group.pair]?.generation = 3 } == .circle)
        #expect(try reason { $0.rotation[group.pair]?.kind = .group } == .circle)
        #expect(try reason { $0.rotation.link = nil } == .delivery)
        #expect(try reason { $0.given = [group.givenKey(group.state.groupCircle)] } == .circle)
        #expect(try reason { $0.readsFrom = 5 } == .number)
    }

    @Test func onlyAMemberWithoutEndDateVouches() throws {
        for person in [TestGroup.Person.bert, .fatima, .gijs] { #expect(try reason(of: .sam, by: person) == .role) }
    }
}
