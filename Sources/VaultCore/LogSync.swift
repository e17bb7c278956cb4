import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Brings the home up to the vault's last entry. Everything before the pin was verified earlier and is not read again; everything
/// after it is verified now and pinned, only forward. A vault that is not a consistent extension is refused.
struct LogSync {
    let membership: Membership
    let vault: VaultFile
    let now: Instant
    /// Index of the entry that accepted me, where this is the first time: nothing was delivered to this home before it.
    var since = 0

    /// What the home stands on afterwards.
    struct Verified {
        let state: GroupState
        let edge: RightEdge
        let lastEntry: [UInt8]
        /// How many of the new entries are void.
        let voidEntries: Int
        /// Circles of mine whose present key did not reach me.
        let unreceived: [CircleID]
        /// What others did to the membership, in order.
        let news: [VerifiedNews]
        /// Content circles of mine got new keys, so that earlier backups have ended.
        let endsBackups: Bool
    }

    /// A change of the membership by somebody else.
    struct VerifiedNews {
        let signer: MemberID
        let payload: Payload
    }

    /// Entries taken in one step of the pin, so that a long log needs little memory.
    private static let batch = 512

    /// Throws ``Fault``: rolled back, forked, other file, entry or payload damaged, newer version, the log's key undelivered, membership
    /// ended.
    func run() throws -> Verified {
        do { return try walk() } catch let fault as Fault where fault == .keyUndelivered || fault == .membershipEnded {
            // A generation of the log circle did not reach me; perhaps its key, or a later one, came another way.
            let size = try Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
            guard let since = try RegainLog(membership: membership, vault: vault).run(upTo: size) else { throw fault }
            return try LogSync(membership: membership, vault: vault, now: now, since: since).walk()
        }
    }

    private func walk() throws -> Verified {
        let edge = try membership.edge()
        let size = try Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
        try compareWithPin(edge.size, vaultSize: size)
        let before = try membership.state()
        guard (before == nil) == (edge.size == 0) else { throw Fault.homeDamaged }
        let me = try membership.me()
        var walk = LogWalk(state: before, edge: edge, keys: membership.keys, me: me, since: since)
        var voidEntries = 0
        var news: [VerifiedNews] = []
        var next = edge.size
        var pin = Pin(membership: membership, vault: vault, size: next)
        while next < size {
            let end = min(size, next + Self.batch)
            try Fault.inVault {
                try vault.entries(in: next..<end) { index, bytes in
                    let step = try take(bytes, at: index, with: &walk, into: &pin)
                    if case .void = step.effect { voidEntries += 1 }
                    if case .changed(let payload) = step.effect, isNews(payload, to: me, walk.state), step.entry.signer.member != me {
                        // What was before my own time is no news to me.
                        if case .acceptance(let acceptance) = payload.body, acceptance.member.id == me { news.removeAll() }
                        news.append(VerifiedNews(signer: step.entry.signer.member, payload: payload))
                    }
                }
            }
            next = end
            // An absent payload is pinned together with the entry that says it has expired, or not at all.
            guard walk.absent.isEmpty else { continue }
            try pin.commit(walk, now: now)
            pin = Pin(membership: membership, vault: vault, size: next)
        }
        if let index = walk.absent.first { throw Fault.payloadDamaged(index: index) }
        guard let state = walk.state, let last = try lastEntry(size) else { throw Fault.notAVault }
        try ForgetExpired(membership: membership, now: now).run(state, size: size)
        let unreceived = try Adoption(membership: membership, vault: vault, me: try membership.me()).run(state)
        return Verified(
            state: state, edge: walk.edge, lastEntry: last, voidEntries: voidEntries, unreceived: unreceived, news: news,
            endsBackups: before.map { state.endsContentGeneration(since: $0, of: me) } ?? false)
    }

    /// Who came and went, and keys that were wrapped anew to me.
    private func isNews(_ payload: Payload, to me: MemberID, _ state: GroupState?) -> Bool {
        if case .rewrapping(let number, _) = payload.body { return state?.member(number)?.id == me }
        return payload.event.changesRoster
    }

    /// Only whether the file's log and the pinned one are a beginning of one another, as far as both go. Takes nothing in. Throws
    /// ``Fault``: forked, entry damaged.
    func requireSameLine() throws {
        let size = try Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
        do { try compareWithPin(try membership.edge().size, vaultSize: size) } catch Fault.rolledBack {}
    }

    private func take(_ bytes: [UInt8], at index: Int, with walk: inout LogWalk, into pin: inout Pin) throws -> LogWalk.Step {
        if index == 0, let genesis = try membership.fact(.genesis), genesis != bytes { throw Fault.otherFile }
        do {
            let step = try walk.take(
                bytes, cases: &pin.records, payload: { try BlobReading.payload($0, limit: $1, at: index, in: vault) },
                delivery: { try delivery($0) },
                load: { try membership.caseEntry($0)?.record })
            try pin.add(step, group: walk.state)
            return step
        } catch let fault as EntryFault { throw Fault(fault, at: index) }
    }

    /// A delivery's bytes; nil where it is not there. Throws ``Fault/keyUndelivered`` where it is not what its name says.
    private func delivery(_ hash: BlobHash) throws -> [UInt8]? {
        switch try BlobReading.of(hash, in: vault, limit: Limits.payload) {
        case .whole(let bytes): return bytes
        case .missing: return nil
        case .altered: throw Fault.keyUndelivered
        }
    }

    /// The pinned log must be a beginning of the vault's. Its last entry names the tree before it, so that comparing that one entry
    /// byte for byte compares them all.
    private func compareWithPin(_ pinned: Int, vaultSize size: Int) throws {
        guard pinned > 0 else { return }
        let common = min(pinned, size)
        guard common > 0, let mine = try myEntry(common - 1) else { throw Fault.homeDamaged }
        let theirs = try Fault.ofVault { () throws(StoreError) in try vault.entry(at: common - 1) }
        guard let theirs else { throw Fault.entryDamaged(index: common - 1, kind: .badForm) }
        if theirs != mine { throw try differenceAt(common - 1, theirs) }
        guard size < pinned else { return }
        // Nobody is accused of an older file where this one is only damaged.
        try Fault.ofVault { () throws(StoreError) in try vault.requireNoEntryCutOff() }
        throw Fault.rolledBack(missing: pinned - size, seen: try membership.seen())
    }

    /// Tells a fork (a well formed entry signed by a member) from an altered entry, and names the first place where the two logs differ.
    private func differenceAt(_ index: Int, _ theirs: [UInt8]) throws -> Fault {
        guard let state = try membership.state(), let other = try? UnverifiedEntry(parsing: theirs),
            other.text.tree.size == index, other.isSigned(by: state.member(other.key.member)?.signing)
        else { return .entryDamaged(index: index, kind: .badForm) }
        var low = 0
        var high = index
        while low < high {
            let middle = (low + high) / 2
            let same = try myEntry(middle) == Fault.ofVault { () throws(StoreError) in try vault.entry(at: middle) }
            if same { low = middle + 1 } else { high = middle }
        }
        guard let mine = try myEntry(low), let entry = try? UnverifiedEntry(parsing: mine) else { return .homeDamaged }
        return .forked(since: entry.text.time)
    }

    private func myEntry(_ index: Int) throws -> [UInt8]? {
        try Fault.ofHome { () throws(StoreError) in try membership.home.entry(at: index) }
    }

    private func lastEntry(_ size: Int) throws -> [UInt8]? {
        try Fault.ofVault { () throws(StoreError) in try vault.entry(at: size - 1) }
    }
}

extension GroupState {
    /// Whether a circle of that member, the log circle apart, has another generation than it had in `before`.
    fileprivate func endsContentGeneration(since before: GroupState, of me: MemberID) -> Bool {
        circles.values.contains { circle in
            guard circle.kind != .log, circle.members.contains(me), let old = before.circles[circle.id] else { return false }
            return old.generation < circle.generation
        }
    }
}
