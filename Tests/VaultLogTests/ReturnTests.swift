import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `member.replaced` under the same id: somebody comes back with the signing key they had and a fresh decryption key. Each rule broken
/// alone.
struct ReturnTests {
    private let group = TestGroup()

    /// A return that keeps every rule.
    private func draft(of person: TestGroup.Person, by signer: TestGroup.Person = .anna) -> AcceptanceDraft {
        var draft = group.replacement(of: person, by: signer)
        draft.id = group.member(person)
        draft.signing = group.state.members[person.rawValue - 1].signing
        draft.rotation = group.rotation(of: group.shared(person, signer))
        return draft
    }

    private func reason(
        of person: TestGroup.Person = .bert, by signer: TestGroup.Person = .anna, _ change: (inout AcceptanceDraft) -> Void = { _ in }
    ) throws -> VoidReason? {
        var draft = draft(of: person, by: signer)
        change(&draft)
        return try group.reason(draft.payload, by: signer)
    }

    @Test func theIdStaysAndTheCirclesGetNewKeys() throws {
        let draft = draft(of: .bert)
        let me = group.member(.bert)
        let own = group.own(.bert)
        let before = group.state.members[1]
        let after = try group.after(draft.payload).state
        let member = try #require(after.member(2))
        #expect((member.id, member.signing, member.keyNumber) == (me, before.signing, before.keyNumber))
        #expect((member.role, member.until, member.since) == (before.role, before.until, before.since))
        #expect(member.decryption == draft.decryption && member.decryption != before.decryption)
        #expect(after.members.count == group.state.members.count)
        #expect(after.signingKey(KeyName(group: group.id, member: me, number: 1)) == before.signing)
        #expect(after.formerIDs.isEmpty)
        #expect(after.usedKeys == group.state.usedKeys.union([KeyPrint.of(draft.decryption)]))
        for circle in [after.logCircle, after.groupCircle, group.pair, group.owing] {
            let now = try #require(after.circles[circle]), old = try #require(group.state.circles[circle])
            #expect(now.members == old.members)
            #expect(now.generation == old.generation + 1)
            #expect(!now.owesRotation)
        }
        // Nobody else ever had the key of the private circle: with it go its drafts, and no circle takes its id again.
        #expect(after.circles[own] == nil)
        #expect(after.formerCircles == [own])
        #expect(after.rosterIndex == group.edge.size)
    }

    @Test func theyWriteAsTheAuthorAndBeginAPrivateCircle() throws {
        var before = group
        let number = before.place(caseOf: .bert)
        let after = try before.after(draft(of: .bert).payload)
        #expect(try after.reason(Payload(.caseChanged, .caseWritten(try after.nextVersion(of: number))), by: .bert) == nil)
        #expect(try after.reason(Payload(.circleCreated, .circle(after.newCircle(.private, [.bert]).facts)), by: .bert) == .none)
        var again = after.newCircle(.private, [.bert])
        again.id = group.own(.bert)
        #expect(try after.reason(Payload(.circleCreated, .circle(again.facts)), by: .bert) == .circle)
        #expect(try after.reason(Payload(.caseAdded, .caseWritten(after.newCase(in: group.own(.bert)))), by: .bert) == .circle)
    }

    /// What was delivered to the lost key is nobody's to wait for; what is delivered now waits for the new one.
    @Test func deliveriesToTheLostKeyWaitForThemNoLonger() throws {
        let me = group.member(.bert), anna = group.member(.anna)
        var before = group
        before.state.deliveries = [
            PendingDelivery(blob: .filled(0x61), circle: group.pair, generation: 1, recipients: [anna, me].sorted()),
            PendingDelivery(blob: .filled(0x62), circle: group.own(.bert), generation: 1, recipients: [me]),
            PendingDelivery(blob: .filled(0x63), circle: group.state.logCircle, generation: 4, recipients: [me]),
        ]
        let draft = draft(of: .bert)
        let after = try before.after(draft.payload).state
        #expect(after.deliveries.first { $0.blob == .filled(0x61) }?.recipients == [anna])
        #expect(after.deliveries.contains { $0.blob == .filled(0x62) || $0.blob == .filled(0x63) } == false)
        let mine = after.deliveries.filter { $0.recipients.contains(me) }
        #expect(Set(mine.map(\.circle)) == Set(group.shared(.bert, .anna)))
        #expect(mine.allSatisfy { $0.generation == after.circles[$0.circle]?.generation })
        #expect(!after.owesFreshKey(me))
    }

    @Test func circlesTheSignerIsNotInLoseThemAndOwe() throws {
        let after = try group.after(draft(of: .bert, by: .sam).payload, by: .sam).state
        #expect(after.circles[group.pair]?.members == [group.member(.anna)])
        #expect(after.circles[group.pair]?.owesRotation == true)
    }

    @Test func everyRoleComesBack() throws {
        for person in [TestGroup.Person.bert, .fatima, .gijs, .olga, .sam] { #expect(try reason(of: person) == nil) }
        let after = try group.after(draft(of: .olga).payload).state
        #expect(after.circles.values.filter { $0.members.contains(group.member(.olga)) }.map(\.id) == [after.logCircle])
    }

    @Test func theSigningKeyIsTheirs() throws {
        #expect(try reason() == nil)
        #expect(try reason { $0.signing = group.state.members[5].signing } == .member)
        #expect(try reason { $0.signing = SigningPublicKey(trusted: SecureRandom.bytes(SigningPublicKey.count)) } == .member)
        #expect(try reason { $0.signing = group.signingKey(group.member(.bert), number: 2).publicKey } == .member)
        #expect(try reason { $0.keyNumber = 2 } == .member)
        // The key alone, under a new id, stood in the log before.
        #expect(
            try reason { draft in
                draft.id = .random()
                draft.rotation = group.rotation(of: group.shared(.bert, .anna)) {
                    $0.members.filter { $0 != group.member(.bert) } + [draft.id]
                }
            } == .member)
    }

    @Test func theDecryptionKeyIsNewAndWorks() throws {
        let first = draft(of: .bert)
        let after = try group.after(first.payload)
        var again = after.replacement(of: .bert)
        again.id = after.member(.bert)
        again.signing = first.signing
        again.rotation = after.rotation(of: after.shared(.bert, .anna))
        #expect(try after.reason(again.payload) == nil)
        again.decryption = first.decryption
        #expect(try after.reason(again.payload) == .member)
        #expect(try reason { $0.decryption = .filled(0xff) } == .member)
    }

    @Test func theIdIsThatOfTheOneReplaced() throws {
        #expect(try reason { $0.replaces = group.member(.sam) } == .member)
        #expect(try reason { $0.replaces = group.member(.gijs) } == .member)
        #expect(try reason { $0.replaces = .random() } == .member)
        // As a newcomer neither.
        #expect(try reason { $0.replaces = nil } == .member)
        #expect(
            try reason { draft in
                draft.replaces = nil
                draft.number = group.state.members.count + 1
            } == .member)
    }

    @Test func whoHasGoneDoesNotComeBack() throws {
        let gone = try group.after(group.removing(.gijs, group.removal(of: .gijs)))
        var draft = AcceptanceDraft(number: 4, role: .guest, until: TestGroup.lastDay, replaces: group.member(.gijs))
        draft.id = group.member(.gijs)
        draft.signing = group.state.members[3].signing
        draft.rotation = gone.rotation(of: [gone.state.logCircle, gone.state.groupCircle]) { $0.members + [draft.id] }
        #expect(try gone.reason(draft.payload) == .member)
        // Nor an id whose place somebody else took.
        let taken = try group.after(group.replacement(of: .gijs).payload)
        draft.rotation = taken.rotation(of: taken.shared(.gijs, .anna)) { $0.members.filter { $0 != taken.member(.gijs) } + [draft.id] }
        #expect(try taken.reason(draft.payload) == .member)
        draft.replaces = taken.member(.gijs)
        #expect(try taken.reason(draft.payload) == .member)
    }

    @Test func nobodyVouchesForThemselfAndNobodyGetsMore() throws {
        #expect(try reason(of: .anna) == .member)
        for person in [TestGroup.Person.bert, .fatima, .gijs] { #expect(try reason(of: .sam, by: person) == .role) }
        #expect(try reason { $0.number = 3 } == .member)
        #expect(try reason { $0.role = .facilitator } == .member)
        #expect(try reason { $0.until = nil } == .member)
        #expect(try reason { $0.given = [group.givenKey(group.state.groupCircle)] } == .circle)
        #expect(try reason { $0.rotation.circles.removeAll { $0.id == group.pair } } == .circle)
        #expect(try reason { $0.rotation[group.pair]?.members = [group.member(.anna)] } == .circle)
        #expect(try reason { $0.rotation.circles.append(group.next(group.own(.bert), for: [group.member(.bert)])) } == .circle)
        #expect(try reason { $0.rotation.link = nil } == .delivery)
        #expect(try reason { $0.readsFrom = 5 } == .number)
        #expect(try reason { $0.reads = nil } == .number)
    }
}
