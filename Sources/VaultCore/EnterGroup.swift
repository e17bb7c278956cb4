import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// The first start after a request was accepted: finds the keys that were delivered, and goes back along the chain of LogKeys to the
/// log's beginning, so that it can be replayed as everybody else did.
struct EnterGroup {
    let membership: Membership
    let vault: VaultFile

    private var keys: KeyRing { membership.keys }
    private var chain: LogKeyChain { LogKeyChain(keys: keys, vault: vault) }

    /// LogKeys, and ReadKeys where they were given, are at home when this returns; what it returns is the index of the entry that accepted
    /// me, before which nothing was delivered to this home. Throws ``Fault/notAcceptedYet``, and ``Fault/rolledBack(missing:seen:)`` or
    /// ``Fault/forked(since:)`` where the log is not the one the request named.
    func run(_ request: OpenRequest) throws -> Int {
        let seen = request.text
        let size = try Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
        guard size >= seen.head.size else { throw Fault.rolledBack(missing: seen.head.size - size, seen: seen.time) }
        guard try LogSight(vault, seen.group, upTo: seen.head.size).head == seen.head else { throw Fault.forked(since: seen.time) }
        let beginnings = try chain.beginnings(in: 0..<size)
        // Until they are accepted, members who come back are delivered keys under the decryption key that they lost.
        let wasMember = try signed(seen.member, before: seen.head.size)
        var firstFault: Fault?
        // The newest first. Anybody who can write to the file can put deliveries there, so one that leads nowhere is passed over.
        for place in beginnings.indices.reversed() where beginnings[place].index >= seen.head.size {
            do {
                if let index = try enter(beginnings[...place], by: seen, size) { return index }
            } catch Fault.keyUndelivered where wasMember {
                continue
            } catch let fault as Fault { firstFault = firstFault ?? fault }
        }
        if let index = try enterByRewrap(beginnings[...], by: seen, size) { return index }
        throw firstFault ?? Fault.notAcceptedYet
    }

    /// Whether an entry before that index names a key of this member.
    private func signed(_ member: MemberID, before end: Int) throws -> Bool {
        var found = false
        try Fault.inVault {
            try vault.entries(in: 0..<end) { _, bytes in
                if let entry = try? UnverifiedEntry(parsing: bytes), entry.key.member == member { found = true }
            }
        }
        return found
    }

    /// The index of my acceptance, where the last of these delivers a key to me that leads to the log's beginning and to it.
    private func enter(_ beginnings: ArraySlice<LogKeyChain.Beginning>, by request: JoinRequest, _ size: Int) throws -> Int? {
        guard let newest = beginnings.last, let name = newest.text.delivery, case .whole(let bytes) = try chain.blob(name),
            let delivery = try? Delivery(parsing: bytes), let wrap = delivery.wraps[request.member]
        else { return nil }
        guard let key = try keys.unwrap(wrap, of: .log(of: keys.group), generation: delivery.generation, for: request.member) else {
            throw Fault.keyUndelivered
        }
        guard try chain.take(key, generation: delivery.generation, backTo: 0, in: beginnings) != nil,
            let (acceptance, index) = try acceptance(of: request, size)
        else { return nil }
        try takeReads(acceptance, request.member)
        return index
    }

    /// The same with a key that a colleague wrapped anew, where the acceptance did not bring it; deliveries are mine after the entry that
    /// began the generation of that key.
    private func enterByRewrap(_ beginnings: ArraySlice<LogKeyChain.Beginning>, by request: JoinRequest, _ size: Int) throws -> Int? {
        try chain.firstDelivered(to: request.member, after: 0) { key, generation in
            guard let beginning = try chain.take(key, generation: generation, backTo: 0, in: beginnings),
                let (acceptance, index) = try acceptance(of: request, size)
            else { return nil }
            try takeReads(acceptance, request.member)
            return max(index, beginning.index + 1)
        }
    }

    /// Walks over the whole log with the keys found; pins nothing.
    private func acceptance(of request: JoinRequest, _ size: Int) throws -> (Acceptance, index: Int)? {
        var walk = LogWalk(state: nil, edge: RightEdge(), keys: keys, me: nil)
        var cases: [Int: CaseRecord] = [:]
        var mine: (Acceptance, index: Int)?
        try Fault.inVault {
            try vault.entries(in: 0..<size) { index, bytes in
                do {
                    let step = try walk.take(
                        bytes, cases: &cases,
                        payload: { try BlobReading.payload($0, limit: $1, at: index, in: vault) }, load: { _ in nil })
                    if case .changed(let payload) = step.effect, case .acceptance(let acceptance) = payload.body,
                        acceptance.member.id == request.member, acceptance.member.decryption == request.decryption
                    {
                        mine = (acceptance, index)
                    }
                } catch let fault as EntryFault { throw Fault(fault, at: index) }
            }
        }
        if let index = walk.absent.first { throw Fault.payloadDamaged(index: index) }
        return mine
    }

    private func takeReads(_ acceptance: Acceptance, _ me: MemberID) throws {
        guard let name = acceptance.reads, case .whole(let bytes) = try chain.blob(name), let reads = try? GrantedReads(parsing: bytes)
        else {
            return
        }
        for (place, wrap) in reads.wraps.enumerated() { try keys.keep(read: wrap, epoch: reads.from + place, for: me) }
    }
}

extension Membership {
    /// Goes in with a request that others accepted, where there is one, and takes in what they appended since. The way in is walked once:
    /// the request is forgotten, since after an end nobody finds a key with it. Throws as ``EnterGroup`` and ``LogSync`` do.
    func catchUp(_ vault: VaultFile, entering request: OpenRequest?, now: Instant) throws -> LogSync.Verified {
        let since = try request.map { try EnterGroup(membership: self, vault: vault).run($0) } ?? 0
        let verified = try LogSync(membership: self, vault: vault, now: now, since: since).run()
        if request != nil { try set([.request: []], at: verified.edge.size) }
        return verified
    }
}
