import VaultCrypto
import VaultFormat
import VaultLog

/// Walks along the log, entry by entry: place, signature, payload, replay. The same steps serve every start of a command, the
/// verification of a whole log, and the entry that this program is about to append.
struct LogWalk {
    /// Nil before the first entry.
    private(set) var state: GroupState?
    private(set) var edge: RightEdge
    /// Entries whose payload was not there, and of which no entry so far says that it has expired: where the walk ends with one of these,
    /// it is damage.
    private(set) var absent: [Int] = []
    private let keys: KeyRing
    private let me: MemberID?
    private let since: Int

    /// `me` is whose deliveries are opened, from index `since` on; nil to walk over what was verified before, or drawn here: then every key
    /// that counts is held.
    init(state: GroupState?, edge: RightEdge, keys: KeyRing, me: MemberID?, since: Int = 0) {
        self.me = me
        self.since = since
        self.state = state
        self.edge = edge
        self.keys = keys
    }

    /// What one entry turned out to be.
    struct Step {
        let entry: VerifiedEntry
        let effect: Replay.Effect
        /// The epoch its payload is sealed in.
        let epoch: Int
        /// Its time lies before that of the entry before it.
        let clockBack: Bool
        /// A look at content, sealed for readers of the log: its payload may expire.
        let isReveal: Bool
        /// The list of an import, which belongs to the entry as its payload does.
        var list: BlobHash?
    }

    /// Takes the next entry. `payload` gives the bytes that hash to a name, at most so many, of the entry's payload and of the list of an
    /// import, or nil where they are not there; of a payload a later entry has to account for that (``absent``).
    /// `delivery` gives the bytes of a delivery, or nil where it is not there. `cases` must hold the cases the
    /// payload names, which `load` fetches. Throws ``EntryFault`` for what is no entry of this log here, ``Fault/newerVersion``,
    /// ``Fault/membershipEnded`` and ``Fault/keyUndelivered`` at a generation of the log circle that is not for me or does not reach me,
    /// ``Fault/payloadDamaged(index:)`` for an absent payload that cannot have expired, and whatever `payload` and `load` throw; then
    /// nothing has changed.
    mutating func take(
        _ bytes: [UInt8], cases: inout [Int: CaseRecord], payload: (BlobHash, _ limit: Int) throws -> [UInt8]?,
        delivery: (BlobHash) throws -> [UInt8]? = { _ in nil }, load: (Int) throws -> CaseRecord?
    ) throws -> Step {
        try take(try UnverifiedEntry(parsing: bytes), cases: &cases, payload: payload, delivery: delivery, load: load)
    }

    /// The same for an entry whose form was looked at.
    mutating func take(
        _ unverified: UnverifiedEntry, cases: inout [Int: CaseRecord], payload: (BlobHash, _ limit: Int) throws -> [UInt8]?,
        delivery: (BlobHash) throws -> [UInt8]? = { _ in nil }, load: (Int) throws -> CaseRecord?
    ) throws -> Step {
        let name = unverified.text.payload
        guard var state else {
            guard let sealed = try payload(name, Limits.payload) else { throw Fault.payloadDamaged(index: 0) }
            return try takeFirst(unverified, payload: sealed)
        }
        let key = state.signingKey(unverified.key)
        let entry = try unverified.verify(group: state.group, after: edge.head, key: key)
        // What begins an epoch, changes the membership or is void unopened says so in the clear, and is never a reveal.
        let mayExpire =
            entry.text.delivery == nil && entry.text.roster != entry.index && Replay.verdictUnopened(entry, state) == nil
        let sealed = try payload(name, Limits.payload)
        guard sealed != nil || mayExpire else { throw Fault.payloadDamaged(index: entry.index) }
        let opened = try sealed.map { try open($0, of: entry, state, delivery) } ?? Opened(.erased)
        let reading = opened.reading
        if case .opened(.known(let payload), _) = reading {
            for named in Replay.casesNamed(in: payload) where cases[named] == nil { cases[named] = try load(named) }
        }
        let listName = Self.listNamed(in: reading)
        let list = try listName.flatMap { name in
            guard let sealed = try payload(name, ImportList.sealedLimit) else { throw Fault.payloadDamaged(index: entry.index) }
            return try keys.open(importList: sealed, epoch: state.epoch)
        }
        let clockBack = entry.text.time < state.lastTime
        let effect = Replay.apply(entry, reading, list: list, to: &state, cases: &cases)
        if effect == .needsNewer { throw Fault.newerVersion }
        if state.epoch > (self.state?.epoch ?? 0), let circle = state.circles[state.logCircle] { try keep(opened, of: circle) }
        if sealed == nil { absent.append(entry.index) }
        if case .changed(let payload) = effect, case .expiry(let expiry) = payload.body, !absent.isEmpty {
            let gone = Set(expiry.payloads)
            absent.removeAll { gone.contains($0) }
        }
        edge.append(leaf: entry.leaf)
        self.state = state
        return Step(
            entry: entry, effect: effect, epoch: state.epoch, clockBack: clockBack, isReveal: mayExpire && reading.isForReaders,
            list: listName)
    }

    /// The first entry brings the key that it is verified with; who holds the first LogKey can open it, and the caller has compared
    /// it with the beginning this home knows.
    private mutating func takeFirst(_ unverified: UnverifiedEntry, payload: [UInt8]) throws -> Step {
        let group = unverified.text.group
        guard case .opened(.known(let known), underReadKey: false) = try keys.read(payload, epoch: 1),
            case .founding(let founding) = known.body, known.outcome == .done
        else { throw EntryFault.badForm }
        let entry = try unverified.verify(group: group, after: edge.head, key: founding.founder.signing)
        guard let beginning = try? Replay.begin(entry, founding) else { throw EntryFault.badForm }
        edge.append(leaf: entry.leaf)
        state = beginning
        return Step(entry: entry, effect: .changed(known), epoch: beginning.epoch, clockBack: false, isReveal: false)
    }

    /// An opened payload, and the key that was delivered with the entry.
    private final class Opened {
        let reading: SealedReading
        let key: CircleKey?
        /// Whether it took that key to open it.
        let isNeeded: Bool
        init(_ reading: SealedReading, key: consuming CircleKey? = nil, isNeeded: Bool = true) {
            self.reading = reading
            self.key = key
            self.isNeeded = isNeeded
        }
    }

    /// Opens a payload under the epoch's keys, or, where the entry begins a generation of the log circle, under the key it delivers. One
    /// that this home drew or received before is tried first.
    private func open(
        _ sealed: [UInt8], of entry: VerifiedEntry, _ state: GroupState, _ delivery: (BlobHash) throws -> [UInt8]?
    ) throws -> Opened {
        guard Replay.verdictUnopened(entry, state) == nil else { return Opened(.doesNotOpen) }
        guard let name = entry.text.delivery else { return Opened(try keys.read(sealed, epoch: state.epoch)) }
        let epoch = state.epoch + 1
        if try keys.holdsLogKey(epoch), case .opened(let inside, let isRead) = try keys.read(sealed, epoch: epoch) {
            // A LogKey that came through the chain came without the ReadKey, which the delivery brings.
            let key = try keys.holdsReadKey(epoch) ? nil : gift(name, state, delivery)
            return Opened(.opened(inside, underReadKey: isRead), key: key, isNeeded: false)
        }
        // Before I was a member, deliveries were not for me: what the chain of LogKeys does not open was void for everybody.
        guard let me, edge.size >= since, state.member(me) != nil else { return Opened(.doesNotOpen) }
        // It goes when all who are listed have published newer keys. I have not, so where it has gone I was not listed.
        guard let bytes = try delivery(name) else { throw Fault.membershipEnded }
        guard let list = try? Delivery(parsing: bytes), list.generation == epoch else { throw Fault.keyUndelivered }
        guard let wrap = list.wraps[me] else { throw Fault.membershipEnded }
        guard let key = try keys.unwrap(wrap, of: state.logCircle, generation: epoch, for: me) else { throw Fault.keyUndelivered }
        let reading = try keys.read(sealed, with: key, epoch: epoch)
        guard case .opened = reading else { throw Fault.keyUndelivered }
        return Opened(reading, key: key)
    }

    /// The key of the next epoch from a delivery that one can do without; nil where it is not there or not for me.
    private func gift(_ name: BlobHash, _ state: GroupState, _ delivery: (BlobHash) throws -> [UInt8]?) throws -> CircleKey? {
        guard let me, state.member(me) != nil, let bytes = try? delivery(name), let list = try? Delivery(parsing: bytes),
            list.generation == state.epoch + 1, let wrap = list.wraps[me]
        else { return nil }
        return try keys.unwrap(wrap, of: state.logCircle, generation: list.generation, for: me)
    }

    private static func listNamed(in reading: SealedReading) -> BlobHash? {
        guard case .opened(.known(let payload), underReadKey: false) = reading, case .imported(let work) = payload.body else { return nil }
        return work.list
    }

    /// Keeps a delivered key that the entry committed to.
    private func keep(_ opened: Opened, of circle: Circle) throws {
        guard opened.key != nil else { return }
        let kept = try keys.keep(opened.key, ifCommitted: circle)
        guard kept || !opened.isNeeded else { throw Fault.keyUndelivered }
    }
}

extension SealedReading {
    /// Whether it is, or was, sealed under a ReadKey.
    fileprivate var isForReaders: Bool {
        switch self {
        case .opened(_, let underReadKey): underReadKey
        case .unreadable, .erased: true
        case .doesNotOpen: false
        }
    }
}
