import VaultCrypto
import VaultFormat
import VaultLog

/// Follows the membership through the entries of an exported log, as far as it is disclosed, and judges each entry by it. Nothing here
/// stops: an entry that is wrong is named and changes nothing.
struct ExportWalk: ~Copyable {
    private let group: GroupID
    private let scope: ExportScope
    private var opener = PartSealer()
    private var cases: [Int: CaseRecord] = [:]
    /// Indices to which roster lines may point although it is not shown what the entries there say; each was named once.
    private var claims: Set<Int> = []
    /// The tree lines do not fit since an entry that was named.
    private var isBroken = false
    /// Nil until the first entry is read.
    private(set) var state: GroupState?
    private(set) var keys: LogKeys
    private(set) var findings: [AuditFinding] = []
    private(set) var verified = 0
    private(set) var disclosed = 0
    /// Entries whose payload is said to have expired.
    private(set) var absent: Set<Int> = []
    /// Those of them that an entry names.
    private var expired: Set<Int> = []

    init(group: GroupID, scope: ExportScope) {
        self.group = group
        self.scope = scope
        keys = LogKeys(group: group)
    }

    /// Judges the entry at `index`. `place` is settled with its tree line; the caller goes on with its leaf. Throws
    /// ``AuditError/newerVersion``.
    mutating func take(
        _ bytes: [UInt8], at index: Int, _ given: Disclosure.Given?, _ place: inout Placement
    ) throws(AuditError) -> Placement.Verdict {
        guard let unverified = try? UnverifiedEntry(parsing: bytes) else {
            note(.badForm, index)
            return .right
        }
        let before = findings.count
        let text = unverified.text
        let verdict = placed(text, index, &place)
        guard text.group == group, unverified.key.group == group else {
            note(.otherLog, index)
            return verdict
        }
        let reading = try reading(given, text, index)
        let founding = state == nil ? Self.founding(reading) : nil
        guard state != nil || founding != nil else {
            if index == 0 { note(.notDisclosed, index) }
            return verdict
        }
        guard let key = founding?.founder.signing ?? state?.signingKey(unverified.key) else {
            note(.notEntitled, index)
            return verdict
        }
        // Its place was compared above; here it is only whether the key signed it.
        guard let entry = try? unverified.verify(group: group, after: text.tree, key: key) else {
            note(.badSignature, index)
            return verdict
        }
        if text.tree.size == index { try follow(entry, reading, founding) }
        if findings.count == before, !isBroken, !place.isLost { verified += 1 }
        return verdict
    }

    /// Names an entry, once for each kind.
    mutating func note(_ kind: FindingKind, _ index: Int) {
        let finding = AuditFinding(kind, entry: index)
        if findings.last != finding { findings.append(finding) }
    }

    /// What is absent has to have expired: an entry that comes later names it.
    mutating func close() {
        for index in absent.subtracting(expired) { findings.append(AuditFinding(.payloadMissing, entry: index)) }
    }

    private mutating func placed(_ text: EntryText, _ index: Int, _ place: inout Placement) -> Placement.Verdict {
        guard text.tree.size == index else {
            note(.wrongTree, index)
            return .right
        }
        let verdict = place.settle(text.tree)
        if case .wrong = verdict {
            // What comes after it stands on the same break.
            if !isBroken { note(.wrongTree, index) }
            isBroken = true
        } else {
            isBroken = false
        }
        return verdict
    }

    /// What the payload says; nil where it is not shown, or where what is shown is not this entry's.
    private mutating func reading(_ given: Disclosure.Given?, _ text: EntryText, _ index: Int) throws(AuditError) -> SealedReading? {
        switch given {
        case nil: return nil
        case .absent:
            absent.insert(index)
            return .erased
        case .opened(let bytes, let sealed):
            guard BlobHash.of(sealed) == text.payload else {
                note(.payloadMismatch, index)
                return nil
            }
            guard let inside = try? opener.open(payload: sealed, disclosed: bytes, group: group) else {
                note(.wrapMismatch, index)
                return nil
            }
            disclosed += 1
            let reading = try? Payload.read(inside)
            guard case .known(let payload) = reading else { return .opened(reading, underReadKey: false) }
            // The key of one payload does not say which key it came from; the rule that reveals have another is the group's to keep.
            guard scope == .all || payload.event.concernsGroup else { return nil }
            return .opened(reading, underReadKey: payload.event.isReveal)
        }
    }

    private static func founding(_ reading: SealedReading?) -> Founding? {
        guard case .opened(.known(let payload), _) = reading, case .founding(let founding) = payload.body else { return nil }
        return founding
    }

    /// Lets a well signed entry have its effect.
    private mutating func follow(_ entry: VerifiedEntry, _ reading: SealedReading?, _ founding: Founding?) throws(AuditError) {
        let index = entry.index
        guard var state else {
            guard let founding, let beginning = try? Replay.begin(entry, founding) else { return note(.void, index) }
            state = beginning
            keys.take(Payload(.groupCreated, .founding(founding)))
            return
        }
        if entry.text.time < state.lastTime { note(.clockBack, index) }
        if reading == nil, Replay.verdictUnopened(entry, state) == nil, entry.text.roster == index || entry.text.delivery != nil {
            // It says in the clear that it changes who is in the group, or the log's key, and how is not shown.
            note(.notDisclosed, index)
            claims.insert(index)
            return
        }
        let effect: Replay.Effect
        let shown = reading ?? .unreadable
        if scope == .all {
            effect = Replay.apply(entry, shown, to: &state, cases: &cases)
        } else {
            effect = Replay.applyToGroup(entry, shown, to: &state)
        }
        self.state = state
        switch effect {
        case .changed(let payload):
            keys.take(payload)
            if case .expiry(let expiry) = payload.body { expired.formUnion(expiry.payloads) }
        case .witnessed, .passedOver, .unreadable, .erased: break
        case .void(.roster): if !claims.contains(entry.text.roster) { note(.rosterLeftOut, index) }
        case .void: note(.void, index)
        case .needsNewer: throw .newerVersion
        }
    }
}
