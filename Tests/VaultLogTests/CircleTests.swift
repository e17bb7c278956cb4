import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `key.refreshed`, `circle.created` and `circle.rotated`.
struct CircleTests {
    private let group = TestGroup()

    private func created(_ draft: CircleDraft, by person: TestGroup.Person = .anna, in group: TestGroup? = nil) throws -> VoidReason? {
        try (group ?? self.group).reason(Payload(.circleCreated, .circle(draft.facts)), by: person)
    }

    private func rotated(_ draft: RotationDraft, by person: TestGroup.Person = .anna, in group: TestGroup? = nil) throws -> VoidReason? {
        try (group ?? self.group).reason(Payload(.circleRotated, .rotation(draft.rotation)), by: person)
    }

    // MARK: Keys

    @Test(arguments: TestGroup.Person.allCases.filter { $0 != .eva })
    func aFreshKeyIsTheSignersAndEndsWhatWaitedForTheOldOne(_ person: TestGroup.Person) throws {
        var before = group
        let (mine, other) = (group.member(person), MemberID.random())
        func pending(_ blob: UInt8, _ recipients: [MemberID]) -> PendingDelivery {
            PendingDelivery(blob: .filled(blob), circle: group.state.logCircle, generation: 2, recipients: recipients)
        }
        before.state.deliveries = [pending(1, [mine]), pending(2, [other, mine]), pending(3, [other])]
        #expect(before.state.owesFreshKey(mine))
        let key = DecryptionKey.random().publicKey
        let after = try before.after(Payload(.keyRefreshed, .refresh(key)), by: person).state
        #expect(after.deliveries == [pending(2, [other]), pending(3, [other])])
        #expect(!after.owesFreshKey(mine))
        var expected = before.state
        expected.members[person.rawValue - 1].decryption = key
        expected.usedKeys.insert(KeyPrint.of(key))
        expected.deliveries = after.deliveries
        #expect(after == expected)
    }

    @Test func aFreshKeyIsNewAndTakesAWrap() throws {
        #expect(try group.reason(Payload(.keyRefreshed, .refresh(.filled(0xff)))) == .member)
        let key = DecryptionKey.random().publicKey
        var before = group
        before.state.usedKeys.insert(KeyPrint.of(key))
        #expect(try before.reason(Payload(.keyRefreshed, .refresh(key))) == .member)
        #expect(try group.reason(Payload(.keyRefreshed, .refresh(key))) == nil)
        // Nor is one of another's, or one's own, taken twice.
        let once = try group.after(Payload(.keyRefreshed, .refresh(key)), by: .bert)
        #expect(try once.reason(Payload(.keyRefreshed, .refresh(key)), by: .bert) == .member)
        #expect(try once.reason(Payload(.keyRefreshed, .refresh(key)), by: .sam) == .member)
    }

    @Test func whoeverHasAKeyOfAnEndedGenerationOwesAFreshOne() throws {
        let before = group.state
        #expect(!before.owesFreshKey(group.member(.anna)))
        let once = try group.after(Payload(.circleRotated, .rotation(group.rotation(of: [group.pair]).rotation))).state
        #expect(!once.owesFreshKey(group.member(.bert)))
        var again = group
        again.state = once
        let twice = try again.after(Payload(.circleRotated, .rotation(again.rotation(of: [group.pair]).rotation))).state
        #expect(twice.owesFreshKey(group.member(.bert)))
        #expect(!twice.owesFreshKey(group.member(.sam)))
    }

    // MARK: A new circle

    @Test func aPrivateCircleIsOnesOwnAndTheOnlyOne() throws {
        var without = group
        without.state.circles[group.own(.anna)] = nil
        #expect(try created(group.newCircle(.private, [.anna]), in: without) == nil)
        #expect(try created(group.newCircle(.private, [.anna])) == .circle)
        #expect(try created(group.newCircle(.private, [.bert]), in: without) == .circle)
        #expect(try created(group.newCircle(.private, [.anna, .bert]), in: without) == .circle)
        let draft = group.newCircle(.private, [.anna])
        let after = try without.after(Payload(.circleCreated, .circle(draft.facts))).state
        #expect(after.privateCircle(of: group.member(.anna))?.id == draft.id)
        #expect(after.rosterIndex == group.state.rosterIndex)
    }

    @Test func aCircleOfSomeIsOfReadersWithTheSigner() throws {
        #expect(try created(group.newCircle(.some, [.anna, .gijs])) == nil)
        #expect(try created(group.newCircle(.some, [.fatima, .gijs]), by: .gijs) == nil)
        #expect(try created(group.newCircle(.some, [.anna])) == .circle)
        #expect(try created(group.newCircle(.some, [.bert, .sam])) == .circle)
        #expect(try created(group.newCircle(.some, [.anna, .olga])) == .circle)
        #expect(try created(group.newCircle(.some, [.anna, .eva])) == .member)
        var stranger = group.newCircle(.some, [.anna])
        stranger.members = (stranger.members + [.random()]).sorted()
        #expect(try created(stranger) == .member)
        #expect(try created(group.newCircle(.group, [.anna, .bert])) == .circle)
        #expect(try created(group.newCircle(.log, [.anna, .bert])) == .circle)
        var unordered = group.newCircle(.some, [.anna, .gijs])
        unordered.members.reverse()
        #expect(try created(unordered) == .circle)
    }

    @Test func aNewCircleHasANewIdAndBeginsAtOne() throws {
        func some(_ change: (inout CircleDraft) -> Void) throws -> VoidReason? {
            var draft = group.newCircle(.some, [.anna, .gijs])
            change(&draft)
            return try created(draft)
        }
        for id in [group.pair, group.others, group.own(.bert), group.state.groupCircle, group.state.logCircle] {
            #expect(try some { $0.id = id } == .circle)
        }
        for generation in [0, 2, Int(UInt32.max)] { #expect(try some { $0.generation = generation } == .circle) }
        #expect(try some { $0.delivery = nil } == .circle)
        #expect(
            try group.reason(
                Payload(.circleCreated, .circle(group.newCircle(.some, [.anna, .sam]).facts)), text: group.text(delivery: .filled(1)))
                == .delivery)
        let draft = group.newCircle(.some, [.anna, .gijs])
        let after = try group.after(Payload(.circleCreated, .circle(draft.facts))).state
        #expect(after.circles[draft.id] == Circle(draft.facts, delivery: .filled(0x4a), begun: group.edge.size))
        #expect(after.deliveries == [PendingDelivery(blob: .filled(0x4a), circle: draft.id, generation: 1, recipients: draft.members)])
    }

    /// With circles without end nobody could be taken off: a removal names all that two people share in one payload.
    @Test func circlesAreLimitedSoThatARemovalFits() throws {
        var many = group
        while many.state.circles.values.count(where: { $0.kind != .private }) < Limits.circles {
            many = try many.after(Payload(.circleCreated, .circle(many.newCircle(.some, [.anna, .bert, .fatima, .gijs, .sam]).facts)))
            many.state.deliveries = []
        }
        #expect(try created(many.newCircle(.some, [.anna, .sam]), in: many) == .circle)
        #expect(try many.reason(many.newcomerWithoutHistory().payload) == .circle)
        #expect(try many.reason(many.newcomer().payload) == nil)
        many.state.circles[group.own(.anna)] = nil
        #expect(try created(many.newCircle(.private, [.anna]), in: many) == nil)
        #expect(try many.reason(many.removing(.bert, many.removal(of: .bert))) == nil)
        // Fifty members in each: below the limit of a payload, with room for the seal's padding.
        let fifty = (0..<Limits.members).map { _ in MemberID.random() }.sorted()
        let all = (0..<Limits.circles).map { _ in
            CircleDraft(
                id: .random(), kind: .private, generation: Int(UInt32.max), members: fifty, commitment: .filled(1), delivery: .filled(2))
        }
        let largest = RotationDraft(circles: all.sorted { $0.id < $1.id }, link: .filled(1), manifest: .filled(2))
        let bytes = Payload(.memberRemoved, .removal(member: 1 << 53 - 1, largest.rotation)).bytes
        #expect(SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: bytes.count)) < Limits.payload)
        #expect(try Payload.read(bytes) == .known(Payload(.memberRemoved, .removal(member: 1 << 53 - 1, largest.rotation))))
    }

    // MARK: A rotation

    @Test func aRotationIsOfOnesOwnCirclesForWhoIsInThem() throws {
        let all = [group.state.logCircle, group.state.groupCircle, group.pair, group.owing, group.own(.anna)]
        let after = try group.after(Payload(.circleRotated, .rotation(group.rotation(of: all).rotation))).state
        for id in all {
            let now = try #require(after.circles[id]), before = try #require(group.state.circles[id])
            #expect(now.members == before.members)
            #expect(now.generation == before.generation + 1)
            #expect(!now.owesRotation)
            #expect(now.manifest == (id == after.logCircle ? nil : .filled(0x45)))
        }
        #expect(after.rosterIndex == group.state.rosterIndex)
        #expect(after.epoch == 5)
        #expect(after.deliveries.count == 5)
        // A guest may: whoever is in a circle may give it a new key, and so could lock the others out.
        #expect(try rotated(group.rotation(of: [group.state.logCircle, group.owing]), by: .gijs) == nil)
        #expect(try rotated(group.rotation(of: [group.state.logCircle]), by: .olga) == .role)
        #expect(try rotated(group.rotation(of: [group.state.groupCircle]), by: .olga) == .role)
    }

    @Test func aRotationTouchesNothingElse() throws {
        #expect(try rotated(RotationDraft(circles: [], link: nil, manifest: nil)) == .circle)
        for foreign in [group.others, group.own(.bert)] {
            #expect(try rotated(group.rotation(of: [foreign])) == .circle)
            #expect(try rotated(group.rotation(of: [group.pair, foreign])) == .circle)
        }
        var draft = group.rotation(of: [group.pair])
        draft.circles.append(group.newCircle(.some, [.anna, .sam]))
        #expect(try rotated(draft) == .circle)
        func pair(_ change: (inout RotationDraft) -> Void) throws -> VoidReason? {
            var draft = group.rotation(of: [group.pair])
            change(&draft)
            return try rotated(draft)
        }
        #expect(try pair { _ in } == nil)
        #expect(try pair { $0.link = .filled(1) } == .delivery)
        #expect(try pair { $0[group.pair]?.members = [group.member(.anna)] } == .circle)
        #expect(try pair { $0[group.pair]?.members = [group.member(.anna), group.member(.sam)].sorted() } == .circle)
        #expect(try pair { $0[group.pair]?.generation = 1 } == .circle)
        #expect(try pair { $0[group.pair]?.generation = Int(UInt32.max) } == .circle)
        #expect(try pair { $0[group.pair]?.kind = .group } == .circle)
        #expect(try pair { $0[group.pair]?.delivery = nil } == .circle)
        let payload = Payload(.circleRotated, .rotation(group.rotation(of: [group.pair]).rotation))
        #expect(try group.reason(payload, text: group.text(delivery: .filled(1))) == .delivery)
        #expect(try group.reason(payload, text: group.text(roster: group.edge.size)) == .roster)
    }

    @Test func theManifestIsThatOfTheNewestRotation() throws {
        var draft = group.rotation(of: [group.pair, group.owing])
        let first = try group.after(Payload(.circleRotated, .rotation(draft.rotation)))
        draft = first.rotation(of: [group.pair])
        draft.manifest = .filled(0x60)
        let second = try first.after(Payload(.circleRotated, .rotation(draft.rotation)))
        #expect(second.state.circles[group.pair]?.manifest == .filled(0x60))
        #expect(second.state.circles[group.owing]?.manifest == .filled(0x45))
        draft = second.rotation(of: [group.pair])
        draft.manifest = nil
        #expect(try second.after(Payload(.circleRotated, .rotation(draft.rotation))).state.circles[group.pair]?.manifest == nil)
        var log = group.rotation(of: [group.state.logCircle])
        log.manifest = .filled(1)
        #expect(try rotated(log) == .circle)
    }

    /// What is owed is owed for each circle alone: nothing is sealed in it, other circles go on.
    @Test func sealingInACircleThatOwesIsVoidUntilItIsSettled() throws {
        let left = try group.after(Payload(.memberLeft, .leaving), by: .bert)
        let log = try left.after(Payload(.circleRotated, .rotation(left.rotation(of: [left.state.logCircle]).rotation)))
        func adding(_ group: TestGroup, _ circle: CircleID) throws -> VoidReason? {
            try group.reason(Payload(.caseAdded, .caseWritten(group.newCase(in: circle))))
        }
        #expect(try adding(log, group.pair) == .circle)
        #expect(try adding(log, log.state.groupCircle) == .circle)
        #expect(try adding(log, log.own(.anna)) == nil)
        let settled = try log.after(Payload(.circleRotated, .rotation(log.rotation(of: [log.state.groupCircle]).rotation)), by: .gijs)
        #expect(try adding(settled, log.state.groupCircle) == nil)
        #expect(try adding(settled, group.pair) == .circle)
    }
}
