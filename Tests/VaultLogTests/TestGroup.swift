import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// A group with people of every role, as a state made by hand: no vault, no home. Everybody can sign whatever a test asks for,
/// lawful or not. The clock stands at noon of 22 November 2026.
struct TestGroup {
    /// Its people; the raw value is the member's number.
    enum Person: Int, CaseIterable, Sendable {
        /// A member without an end date.
        case anna = 1
        /// A member with an end date.
        case bert
        /// A facilitator.
        case fatima
        /// A guest.
        case gijs
        /// An auditor.
        case olga
        /// A second member without an end date.
        case sam
        /// Was removed.
        case eva
    }

    /// The group's id.
    let id = GroupID.random()
    /// As the log would have it.
    var state: GroupState
    /// By number.
    var cases: [Int: CaseRecord] = [:]
    /// The tree so far.
    var edge = RightEdge()
    /// The circle of Anna and Bert.
    let pair = CircleID.random()
    /// A circle of everybody but the auditor that owes a rotation.
    let owing = CircleID.random()
    /// A circle of Sam and Eva, who is gone, that nobody has rotated.
    let others = CircleID.random()

    private let master = TestKeys()

    /// Noon of the day on which these tests play.
    static let noon = Instant(seconds: 1_795_348_800)
    /// The last day of everybody who has one.
    static var lastDay: Day { Instant(seconds: noon.seconds + 8 * 86_400).day }

    /// Ids are drawn; everything else is the same every time.
    init() {
        let group = id
        let ids = Person.allCases.map { _ in MemberID.random() }
        let master = master
        let members = Person.allCases.map { person in
            Member(
                id: ids[person.rawValue - 1], number: person.rawValue, role: Self.role(person),
                until: Self.hasEndDate(person) ? Self.lastDay : nil,
                since: Self.noon, ended: person == .eva ? Member.Ended(how: .removed, time: Self.noon) : nil, keyNumber: 1,
                signing: master.key(group, ids[person.rawValue - 1], 1).publicKey, decryption: .filled(1), name: .filled(2), nameEpoch: 1)
        }
        func circle(_ id: CircleID, _ kind: CircleKind, _ people: [Person], generation: Int = 1) -> Circle {
            let facts = CircleFacts(
                id: id, kind: kind, generation: generation, members: people.map { ids[$0.rawValue - 1] }.sorted(), commitment: .filled(3),
                delivery: .filled(4))
            return Circle(facts, delivery: .filled(4), begun: 0)
        }
        let readers: [Person] = [.anna, .bert, .fatima, .gijs, .sam]
        let log = circle(.log(of: group), .log, readers + [.olga], generation: 4)
        let everyone = circle(.random(), .group, readers, generation: 3)
        var left = [circle(owing, .some, readers), circle(others, .some, [.sam, .eva])]
        left[0].owesRotation = true
        let all =
            left + [log, everyone, circle(pair, .some, [.anna, .bert])]
            + Person.allCases.filter { $0 != .olga }.map { circle(.random(), .private, [$0]) }
        state = GroupState(
            group: group, rules: 1, retentionYears: 5, groupName: .filled(5), members: members,
            circles: Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) }), groupCircle: everyone.id, rosterIndex: 0,
            lastCase: 0, lastTime: Self.noon, epochs: (0..<4).map { Instant(seconds: Self.noon.seconds - 86_400 * (4 - $0)) },
            deliveries: [],
            usedKeys: Set(members.map { KeyPrint.of($0.signing) }), formerIDs: [], formerCircles: [],
            expired: 0, months: [MonthBegun(month: Self.noon.day.firstOfMonth, index: 0)])
        // A log has a first entry; which one does not matter to the rules.
        edge.append(leaf: .filled(6))
    }

    private static func role(_ person: Person) -> Role {
        switch person {
        case .anna, .bert, .sam, .eva: .member
        case .fatima: .facilitator
        case .gijs: .guest
        case .olga: .auditor
        }
    }

    private static func hasEndDate(_ person: Person) -> Bool {
        switch person {
        case .bert, .fatima, .gijs, .olga: true
        case .anna, .sam, .eva: false
        }
    }

    /// Lets somebody who has gone have gone before the period that this group keeps.
    mutating func leaveLongAgo(_ person: Person) {
        let time = Instant(seconds: Self.noon.seconds - 6 * 366 * 86_400)
        state.members[person.rawValue - 1].ended = Member.Ended(how: .removed, time: time)
    }

    /// The member id of a person.
    func member(_ person: Person) -> MemberID { state.members[person.rawValue - 1].id }

    /// The private circle of a person; the group circle for the auditor, who has none.
    func own(_ person: Person) -> CircleID { state.privateCircle(of: member(person))?.id ?? state.groupCircle }

    /// The facts of a part in the present generation of a circle.
    func part(_ part: Part, in circle: CircleID, generation: Int? = nil) -> PartFacts {
        PartFacts(
            part: part, circle: circle, generation: generation ?? state.circles[circle]?.generation ?? 1,
            blob: BlobHash.of(SecureRandom.bytes(8)), commitment: .filled(7))
    }
}

/// Signing keys of members, derived each time: a key cannot be copied.
private final class TestKeys {
    private let master = MasterKey.random()

    func key(_ group: GroupID, _ member: MemberID, _ number: Int) -> SigningKey {
        SigningKey(master, group: group, member: member, number: number)
    }
}

extension TestGroup {
    /// A key of a member.
    func signingKey(_ member: MemberID, number: Int = 1) -> SigningKey { master.key(id, member, number) }

    /// The clear half of the next entry, as it must be.
    func text(
        time: Instant = TestGroup.noon, tree: TreeHead? = nil, roster: Int? = nil, delivery: BlobHash? = nil, group: GroupID? = nil
    ) -> EntryText {
        EntryText(
            group: group ?? id, time: time, tree: tree ?? edge.head, roster: roster ?? state.rosterIndex, payload: .filled(8),
            delivery: delivery)
    }

    /// A signed entry.
    func signed(_ text: EntryText, by person: Person, keyNumber: Int = 1, group: GroupID? = nil) -> [UInt8] {
        let name = KeyName(group: group ?? id, member: member(person), number: keyNumber)
        return SignedNote.signed(text: text.bytes, name: name.text, by: signingKey(member(person), number: keyNumber)).bytes
    }

    /// What a home does with an entry that stands next in the log. Throws ``EntryFault``.
    func verify(_ bytes: [UInt8]) throws(EntryFault) -> VerifiedEntry {
        let entry = try UnverifiedEntry(parsing: bytes)
        let key = state.signingKey(entry.key)
        return try entry.verify(group: id, after: edge.head, key: key)
    }
}
