import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Circle facts that a test can still change.
struct CircleDraft {
    var id: CircleID
    var kind: CircleKind
    var generation: Int
    var members: [MemberID]
    var commitment: Commitment
    var delivery: BlobHash?

    var facts: CircleFacts {
        CircleFacts(id: id, kind: kind, generation: generation, members: members, commitment: commitment, delivery: delivery)
    }
}

/// A rotation that a test can still change.
struct RotationDraft {
    var circles: [CircleDraft]
    var link: BlobHash?
    var manifest: BlobHash?

    var rotation: Rotation { Rotation(circles: circles.map(\.facts), link: link, manifest: manifest) }

    /// The circle of that id; what is written to one that is not there goes nowhere.
    subscript(id: CircleID) -> CircleDraft? {
        get { circles.first { $0.id == id } }
        set { circles = circles.compactMap { $0.id == id ? newValue : $0 } }
    }
}

/// An acceptance that a test can still change.
struct AcceptanceDraft {
    var id = MemberID.random()
    var number: Int
    var role = Role.member
    var until: Day?
    var keyNumber = 1
    var signing = SigningPublicKey(trusted: SecureRandom.bytes(SigningPublicKey.count))
    var decryption = DecryptionKey.random().publicKey
    var replaces: MemberID?
    var rotation = RotationDraft(circles: [], link: nil, manifest: nil)
    var given: [GivenKey] = []
    var reads: BlobHash? = .filled(0x41)
    var readsFrom = 1

    var payload: Payload {
        let member = MemberFacts(
            id: id, number: number, role: role, until: until, keyNumber: keyNumber, signing: signing, decryption: decryption,
            name: .filled(0x42))
        let acceptance = Acceptance(
            member: member, replaces: replaces, request: .filled(0x43), rotation: rotation.rotation, given: given, reads: reads,
            readsFrom: readsFrom)
        return Payload(replaces == nil ? .memberAccepted : .memberReplaced, .acceptance(acceptance))
    }
}

/// Drafts that keep every rule, of this group as it is.
extension TestGroup {
    /// A circle's next generation for those members.
    func next(_ circle: CircleID, for members: [MemberID]) -> CircleDraft {
        let before = state.circles[circle]
        let kind = before?.kind ?? .some
        return CircleDraft(
            id: circle, kind: kind, generation: (before?.generation ?? 0) + 1, members: members.sorted(),
            commitment: Commitment(trusted: SecureRandom.bytes(Commitment.count)),
            delivery: kind == .log ? nil : BlobHash(trusted: SecureRandom.bytes(BlobHash.count)))
    }

    /// New generations of these circles, each for its members as `members` gives them.
    func rotation(of circles: [CircleID], for members: (Circle) -> [MemberID] = { $0.members }) -> RotationDraft {
        let drafts = circles.sorted().compactMap { id in state.circles[id].map { next(id, for: members($0)) } }
        let isContent = drafts.contains { $0.kind != .log }
        return RotationDraft(
            circles: drafts, link: circles.contains(state.logCircle) ? .filled(0x44) : nil, manifest: isContent ? .filled(0x45) : nil)
    }

    /// Somebody new with history: the log circle moves, the group circle's key is given.
    func newcomer(role: Role = .member, until: Day? = nil) -> AcceptanceDraft {
        var draft = AcceptanceDraft(number: state.members.count + 1, role: role, until: until ?? (role == .member ? nil : Self.lastDay))
        draft.rotation = rotation(of: [state.logCircle]) { $0.members + [draft.id] }
        if role != .auditor { draft.given = [givenKey(state.groupCircle)] }
        return draft
    }

    /// Somebody new without history: the log circle moves and a group circle begins.
    func newcomerWithoutHistory(role: Role = .member) -> AcceptanceDraft {
        var draft = newcomer(role: role)
        draft.given = []
        let readers = state.activeMembers.filter { $0.role != .auditor }.map(\.id) + [draft.id]
        let begun = CircleDraft(
            id: .random(), kind: .group, generation: 1, members: readers.sorted(), commitment: .filled(0x46), delivery: .filled(0x47))
        draft.rotation.circles = (draft.rotation.circles + [begun]).sorted { $0.id < $1.id }
        return draft
    }

    /// The present key of a circle.
    func givenKey(_ circle: CircleID) -> GivenKey {
        GivenKey(circle: circle, generation: state.circles[circle]?.generation ?? 1, delivery: .filled(0x48))
    }

    /// New keys for somebody, vouched for by `signer`.
    func replacement(of person: Person, by signer: Person = .anna) -> AcceptanceDraft {
        let old = state.members[person.rawValue - 1]
        var draft = AcceptanceDraft(number: old.number, role: old.role, until: old.until, replaces: old.id)
        draft.rotation = rotation(of: shared(person, signer)) { $0.members.filter { $0 != old.id } + [draft.id] }
        return draft
    }

    /// New generations of what both are in, without the first.
    func removal(of person: Person, by signer: Person = .anna) -> RotationDraft {
        rotation(of: shared(person, signer)) { $0.members.filter { $0 != member(person) } }
    }

    func removing(_ person: Person, _ draft: RotationDraft) -> Payload {
        Payload(.memberRemoved, .removal(member: person.rawValue, draft.rotation))
    }

    func erasing(_ number: Int, _ draft: RotationDraft) -> Payload { Payload(.caseErased, .erasure(case: number, draft.rotation)) }

    /// Circles that both are in.
    func shared(_ first: Person, _ second: Person) -> [CircleID] {
        state.circles.values.filter { $0.members.contains(member(first)) && $0.members.contains(member(second)) }.map(\.id)
    }

    /// A new circle.
    func newCircle(_ kind: CircleKind, _ people: [Person]) -> CircleDraft {
        CircleDraft(
            id: .random(), kind: kind, generation: 1, members: people.map(member).sorted(), commitment: .filled(0x49),
            delivery: .filled(0x4a))
    }

    /// Makes somebody's last day the one before these tests play.
    mutating func expire(_ person: Person) {
        state.members[person.rawValue - 1].until = Instant(seconds: Self.noon.seconds - 86_400).day
    }

    /// The clear half that a payload asks for: it names itself where the roster changes, and a delivery where the log circle moves.
    func text(for payload: Payload) -> EntryText {
        let circles: [CircleFacts] =
            switch payload.body {
            case .acceptance(let acceptance): acceptance.rotation.circles
            case .removal(_, let rotation), .rotation(let rotation), .erasure(_, let rotation): rotation.circles
            default: []
            }
        return text(
            roster: payload.event.changesRoster ? edge.size : nil,
            delivery: circles.contains { $0.kind == .log } ? .filled(0x4b) : nil)
    }

    /// The reason for which an entry is void; nil where it has its effect. A void one must leave everything but the clock as it was.
    func reason(_ payload: Payload, by person: Person = .anna, text: EntryText? = nil) throws -> VoidReason? {
        var after = self
        guard case .void(let reason) = try after.apply(payload, by: person, text: text ?? self.text(for: payload)) else { return nil }
        (after.state.lastTime, after.state.months) = (state.lastTime, state.months)
        guard after.state == state, after.cases == cases else { throw TestFailure() }
        return reason
    }

    /// The group after an entry that has its effect. Throws where it is void.
    func after(_ payload: Payload, by person: Person = .anna, text: EntryText? = nil) throws -> TestGroup {
        var after = self
        guard case .changed = try after.apply(payload, by: person, text: text ?? self.text(for: payload)) else { throw TestFailure() }
        return after
    }
}
