import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Who comes in: every rule of `member.accepted` and `member.replaced` broken alone, and what the group is afterwards where none is.
struct AcceptanceTests {
    private let group = TestGroup()

    private func reason(_ draft: AcceptanceDraft, _ change: (inout AcceptanceDraft) -> Void) throws -> VoidReason? {
        try reason(group, draft, change)
    }

    private func reason(_ group: TestGroup, _ draft: AcceptanceDraft, _ change: (inout AcceptanceDraft) -> Void) throws -> VoidReason? {
        var draft = draft
        change(&draft)
        return try group.reason(draft.payload)
    }

    private static func day(_ days: Int) -> Day { Instant(seconds: TestGroup.noon.seconds + Int64(days) * 86_400).day }

    // MARK: What it does

    @Test func aMemberWithHistoryIsInTheLogAndTheGroupCircle() throws {
        let draft = group.newcomer()
        let after = try group.after(draft.payload).state
        let member = try #require(after.member(8))
        #expect(member.id == draft.id)
        #expect(member.role == .member)
        #expect(member.until == nil)
        #expect(member.since == TestGroup.noon)
        #expect(member.ended == nil)
        #expect(member.keyNumber == 1)
        #expect(member.signing == draft.signing)
        #expect(member.decryption == draft.decryption)
        #expect(member.nameEpoch == 5)
        #expect(after.epoch == 5)
        #expect(after.epochs == group.state.epochs + [TestGroup.noon])
        #expect(after.rosterIndex == group.edge.size)
        #expect(after.groupCircle == group.state.groupCircle)
        let log = try #require(after.circles[after.logCircle])
        #expect(log.members == (try #require(group.state.circles[group.state.logCircle]).members + [draft.id]).sorted())
        #expect(log.commitment == draft.rotation[after.logCircle]?.commitment)
        #expect(log.delivery == .filled(0x4b))
        #expect(log.begun == group.edge.size)
        let before = try #require(group.state.circles[group.state.groupCircle])
        let everyone = try #require(after.circles[after.groupCircle])
        #expect(everyone.members == (before.members + [draft.id]).sorted())
        #expect(everyone.generation == before.generation)
        #expect(everyone.commitment == before.commitment)
        #expect(everyone.delivery == before.delivery)
        let others = after.circles.filter { $0.key != log.id && $0.key != everyone.id }
        #expect(others == group.state.circles.filter { $0.key != log.id && $0.key != everyone.id })
        #expect(
            after.deliveries == [
                PendingDelivery(blob: .filled(0x48), circle: everyone.id, generation: 3, recipients: [draft.id]),
                PendingDelivery(blob: .filled(0x4b), circle: log.id, generation: 5, recipients: log.members),
            ])
        #expect(after.usedKeys == group.state.usedKeys.union([KeyPrint.of(draft.signing), KeyPrint.of(draft.decryption)]))
        #expect(after.signingKey(KeyName(group: group.id, member: draft.id, number: 1)) == draft.signing)
    }

    @Test func withoutHistoryAGroupCircleBeginsAndTheOldOneStays() throws {
        let draft = group.newcomerWithoutHistory()
        let begun = try #require(draft.rotation.circles.first { $0.kind == .group })
        let after = try group.after(draft.payload).state
        #expect(after.groupCircle == begun.id)
        #expect(after.circles[begun.id]?.generation == 1)
        #expect(after.circles[begun.id]?.members == begun.members)
        #expect(after.circles[begun.id]?.members.contains(group.member(.olga)) == false)
        #expect(after.circles[begun.id]?.members.contains(group.member(.eva)) == false)
        #expect(after.circles[begun.id]?.manifest == nil)
        #expect(after.circles[group.state.groupCircle] == group.state.circles[group.state.groupCircle])
        #expect(after.deliveries.contains(PendingDelivery(blob: .filled(0x47), circle: begun.id, generation: 1, recipients: begun.members)))
        #expect(after.epoch == 5)
    }

    @Test func anAuditorIsInTheLogCircleAlone() throws {
        let draft = group.newcomer(role: .auditor)
        let after = try group.after(draft.payload).state
        #expect(after.circles.values.filter { $0.members.contains(draft.id) }.map(\.id) == [after.logCircle])
        #expect(after.deliveries.map(\.circle) == [after.logCircle])
    }

    @Test func theKeyOfACircleThatWasTheGroupCircleMayBeGivenToo() throws {
        let once = try group.after(group.newcomerWithoutHistory().payload)
        var draft = once.newcomer(role: .guest)
        let both = [group.state.groupCircle, once.state.groupCircle].sorted()
        draft.given = both.map(once.givenKey)
        let after = try once.after(draft.payload).state
        for circle in both { #expect(after.circles[circle]?.members.contains(draft.id) == true) }
        // Or not: that is the acceptor's choice. The present one is not.
        draft.given = [once.givenKey(once.state.groupCircle)]
        #expect(try once.reason(draft.payload) == nil)
        draft.given = [once.givenKey(group.state.groupCircle)]
        #expect(try once.reason(draft.payload) == .circle)
    }

    @Test func anAcceptanceSettlesWhatTheLogCircleOwes() throws {
        let left = try group.after(Payload(.memberLeft, .leaving), by: .gijs)
        #expect(left.state.circles[left.state.logCircle]?.owesRotation == true)
        let after = try left.after(left.newcomerWithoutHistory().payload).state
        #expect(after.circles[after.logCircle]?.owesRotation == false)
        #expect(after.circles[left.state.groupCircle]?.owesRotation == true)
    }

    // MARK: Who the newcomer is

    @Test func theNumberFollows() throws {
        for wrong in [1, 7, 9, 1 << 53 - 1] { #expect(try reason(group.newcomer()) { $0.number = wrong } == .member) }
    }

    @Test func noIdComesBack() throws {
        for person in [TestGroup.Person.anna, .olga, .eva] {
            let id = group.member(person)
            #expect(
                try reason(group.newcomer()) {
                    $0.id = id
                    $0.rotation = group.rotation(of: [group.state.logCircle]) { Array(Set($0.members + [id])) }
                } == .member)
        }
        var later = group
        let draft = later.newcomer()
        later.state.formerIDs = [draft.id]
        #expect(try reason(later, draft) { _ in } == .member)
        later.state.formerIDs = [.random()]
        #expect(try reason(later, draft) { _ in } == nil)
    }

    @Test func noKeyComesBack() throws {
        #expect(try reason(group.newcomer()) { $0.signing = group.state.members[6].signing } == .member)
        #expect(try reason(group.newcomer()) { $0.signing = group.state.members[0].signing } == .member)
        var later = group
        let draft = later.newcomer()
        later.state.usedKeys.insert(KeyPrint.of(draft.decryption))
        #expect(try reason(later, draft) { _ in } == .member)
        // The same request twice.
        let accepted = try group.after(draft.payload)
        var again = accepted.newcomer()
        again.signing = draft.signing
        #expect(try accepted.reason(again.payload) == .member)
        again = accepted.newcomer()
        again.decryption = draft.decryption
        #expect(try accepted.reason(again.payload) == .member)
        #expect(try accepted.reason(accepted.newcomer().payload) == nil)
    }

    @Test func theFirstSigningKeyHasNumberOne() throws {
        #expect(try reason(group.newcomer()) { $0.keyNumber = 2 } == .member)
    }

    @Test func aKeyThatTakesNoWrapIsRefused() throws {
        #expect(try reason(group.newcomer()) { $0.decryption = .filled(0xff) } == .member)
        // Its ML-KEM half poisoned, the other as it was.
        #expect(
            try reason(group.newcomer()) {
                $0.decryption = DecryptionPublicKey(trusted: [UInt8](repeating: 0xff, count: 1184) + $0.decryption.bytes.suffix(32))
            } == .member)
        #expect(try reason(group.newcomer()) { $0.decryption = DecryptionKey.random().publicKey } == nil)
    }

    @Test func fiftyAreEnough() throws {
        var full = group
        while full.state.activeMembers.count < Limits.members {
            full = try full.after(full.newcomer(role: .auditor).payload)
            full.state.deliveries = []
        }
        #expect(try full.reason(full.newcomer().payload) == .member)
        let left = try full.after(full.removing(.gijs, full.removal(of: .gijs)))
        #expect(try left.reason(left.newcomer().payload) == nil)
    }

    @Test func everybodyButAMemberHasAnEndDateThatHasNotPassed() throws {
        for role in [Role.facilitator, .guest, .auditor] {
            #expect(try reason(group.newcomer(role: role)) { $0.until = nil } == .endDate)
            #expect(try reason(group.newcomer(role: role)) { $0.until = Self.day(-1) } == .endDate)
            #expect(try reason(group.newcomer(role: role)) { $0.until = Self.day(0) } == nil)
        }
        #expect(try reason(group.newcomer()) { $0.until = Self.day(30) } == nil)
        #expect(try reason(group.newcomer()) { $0.until = Self.day(-1) } == .endDate)
    }

    // MARK: What the newcomer gets

    @Test func whatIsSaidOfTheReadsIsWhatIsBrought() throws {
        for (from, reads, expected) in [
            (1, true, nil), (4, true, nil), (5, false, nil), (5, true, .number), (4, false, .number), (1, false, .number),
            (6, false, .number),
            (6, true, .number), (0, true, .number), (Int(UInt32.max), false, .number),
        ] as [(Int, Bool, VoidReason?)] {
            #expect(
                try reason(group.newcomer()) {
                    $0.readsFrom = from
                    $0.reads = reads ? .filled(0x41) : nil
                } == expected, "from \(from)")
        }
    }

    @Test func givenKeysAreThoseOfPresentGroupCirclesOfTheAcceptor() throws {
        let everyone = group.state.groupCircle
        func given(_ keys: [GivenKey], _ group: TestGroup? = nil) throws -> VoidReason? {
            try reason(group ?? self.group, (group ?? self.group).newcomer()) { $0.given = keys.sorted { $0.circle < $1.circle } }
        }
        for generation in [1, 2, 4] {
            #expect(try given([GivenKey(circle: everyone, generation: generation, delivery: .filled(1))]) == .circle)
        }
        // A private circle, one of some, one of others, the log circle, none: nobody gets into these by being accepted.
        for foreign in [group.own(.anna), group.own(.bert), group.pair, group.others, group.state.logCircle, .random()] {
            #expect(try given([group.givenKey(everyone), group.givenKey(foreign)]) == .circle)
            #expect(try given([group.givenKey(foreign)]) == .circle)
        }
        var owing = group
        owing.state.circles[everyone]?.owesRotation = true
        #expect(try given([owing.givenKey(everyone)], owing) == .circle)
        var notMine = group
        notMine.state.circles[everyone]?.members.removeAll { $0 == group.member(.anna) }
        #expect(try given([notMine.givenKey(everyone)], notMine) == .circle)
        #expect(try reason(group.newcomer(role: .auditor)) { $0.given = [group.givenKey(everyone)] } == .circle)
        #expect(try reason(group.newcomer()) { $0.given = [] } == .circle)
    }

    @Test func aNewGroupCircleIsForEverybodyWhoReadsContent() throws {
        let draft = group.newcomerWithoutHistory()
        func begun(_ change: @escaping (inout CircleDraft) -> Void) throws -> VoidReason? {
            try reason(draft) { draft in
                for place in draft.rotation.circles.indices where draft.rotation.circles[place].kind == .group {
                    change(&draft.rotation.circles[place])
                }
            }
        }
        #expect(try begun { _ in } == nil)
        #expect(try begun { $0.members.removeAll { $0 == group.member(.gijs) } } == .circle)
        #expect(try begun { $0.members.removeAll { $0 == draft.id } } == .circle)
        #expect(try begun { $0.members.removeAll { $0 == group.member(.anna) } } == .circle)
        #expect(try begun { $0.members = ($0.members + [group.member(.olga)]).sorted() } == .circle)
        #expect(try begun { $0.members = ($0.members + [group.member(.eva)]).sorted() } == .circle)
        #expect(try begun { $0.generation = 2 } == .circle)
        #expect(try begun { $0.delivery = nil } == .circle)
        #expect(try begun { $0.id = group.state.groupCircle } == .circle)
        #expect(try begun { $0.id = group.state.logCircle } == .circle)
        #expect(try begun { $0.kind = .some } == .circle)
        #expect(try begun { $0.kind = .private } == .circle)
        #expect(try begun { $0.kind = .log } == .circle)
        // Both, or two new ones, or one for an auditor.
        #expect(try reason(draft) { $0.given = [group.givenKey(group.state.groupCircle)] } == .circle)
        #expect(try reason(draft) { $0.rotation.circles.append(group.newCircle(.group, [.anna])) } == .circle)
        #expect(try reason(draft) { $0.rotation.circles.append(group.newCircle(.private, [.anna])) } == .circle)
        #expect(try reason(group.newcomerWithoutHistory(role: .auditor)) { _ in } == .circle)
    }

    @Test func nothingMovesButTheLogCircle() throws {
        let log = group.state.logCircle
        #expect(try reason(group.newcomer()) { $0.rotation = group.rotation(of: [log, group.pair]) } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation.circles.append(group.next(group.state.groupCircle, for: [])) } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation = group.rotation(of: [log]) } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation[log]?.members.removeAll { $0 == group.member(.olga) } } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation[log]?.generation = 6 } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation[log]?.delivery = .filled(1) } == .circle)
        #expect(try reason(group.newcomer()) { $0.rotation.link = nil } == .delivery)
        #expect(try reason(group.newcomer()) { $0.rotation.manifest = .filled(1) } == .circle)
        let withoutDelivery = group.text(roster: group.edge.size)
        #expect(try group.reason(group.newcomer().payload, text: withoutDelivery) == .delivery)
        // Without the log circle neither a link nor a delivery belongs there, and the newcomer cannot come in.
        #expect(
            try reason(group.newcomer()) {
                $0.rotation.circles = []
                $0.rotation.link = nil
            } == .circle)
    }
}
