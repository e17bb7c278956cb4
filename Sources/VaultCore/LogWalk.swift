import VaultCrypto
import VaultFormat
import VaultLog

/// Walks along the log, entry by entry: place, signature, payload, replay. The same steps serve every start of a command, the
/// verification of a whole log, and the entry that this program is about to append.
struct LogWalk {
    /// Nil before the first entry.
    private(set) var state: GroupState?
    private(set) var edge: RightEdge
    private let keys: KeyRing

    init(state: GroupState?, edge: RightEdge, keys: KeyRing) {
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
    }

    /// Takes the next entry. `payload` are the bytes that hash to what the entry names, or a thrown fault where they are missing.
    /// `cases` must hold the case the payload names, which `load` fetches. Throws ``EntryFault`` for what is no entry of this log
    /// here, ``Fault/newerVersion``, and whatever `payload` and `load` throw; then nothing has changed.
    mutating func take(
        _ bytes: [UInt8], cases: inout [Int: CaseRecord], payload: (BlobHash) throws -> [UInt8], load: (Int) throws -> CaseRecord?
    ) throws -> Step {
        try take(try UnverifiedEntry(parsing: bytes), cases: &cases, payload: payload, load: load)
    }

    /// The same for an entry whose form was looked at.
    mutating func take(
        _ unverified: UnverifiedEntry, cases: inout [Int: CaseRecord], payload: (BlobHash) throws -> [UInt8],
        load: (Int) throws -> CaseRecord?
    ) throws -> Step {
        let name = unverified.text.payload
        guard var state else { return try takeFirst(unverified, payload: try payload(name)) }
        let key = state.signingKey(unverified.key)
        let entry = try unverified.verify(group: state.group, after: edge.head, key: key)
        let sealed = try payload(name)
        let reading = Replay.verdictUnopened(entry, state) == nil ? try keys.read(sealed, epoch: state.epoch) : .doesNotOpen
        if case .opened(.known(let payload), _) = reading, let named = Replay.caseNamed(in: payload), cases[named] == nil {
            cases[named] = try load(named)
        }
        let clockBack = entry.text.time < state.lastTime
        let effect = Replay.apply(entry, reading, to: &state, cases: &cases)
        if effect == .needsNewer { throw Fault.newerVersion }
        edge.append(leaf: entry.leaf)
        self.state = state
        return Step(entry: entry, effect: effect, epoch: state.epoch, clockBack: clockBack)
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
        return Step(entry: entry, effect: .changed(known), epoch: beginning.epoch, clockBack: false)
    }
}
