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

    /// LogKeys, and ReadKeys where they were given, are at home when this returns. Throws ``Fault/notAcceptedYet``, and
    /// ``Fault/rolledBack(missing:seen:)`` or ``Fault/forked(since:)`` where the log is not the one the request named.
    func run(_ request: OpenRequest) throws {
        let seen = request.text
        let size = try Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
        guard size >= seen.head.size else { throw Fault.rolledBack(missing: seen.head.size - size, seen: seen.time) }
        guard try LogSight(vault, seen.group, upTo: seen.head.size).head == seen.head else { throw Fault.forked(since: seen.time) }
        let beginnings = try generations(upTo: size)
        var firstFault: Fault?
        // The newest first. Anybody who can write to the file can put deliveries there, so one that leads nowhere is passed over.
        for place in beginnings.indices.reversed() where beginnings[place].index >= seen.head.size {
            do {
                if try enter(beginnings[...place], as: seen.member, size) { return }
            } catch let fault as Fault { firstFault = firstFault ?? fault }
        }
        throw firstFault ?? Fault.notAcceptedYet
    }

    /// An entry with a delivery.
    private struct Beginning {
        let index: Int
        let text: EntryText
    }

    private func generations(upTo size: Int) throws -> [Beginning] {
        var found: [Beginning] = []
        try Fault.inVault {
            try vault.entries(in: 0..<size) { index, bytes in
                guard let entry = try? UnverifiedEntry(parsing: bytes) else { throw Fault.entryDamaged(index: index, kind: .badForm) }
                if entry.text.delivery != nil { found.append(Beginning(index: index, text: entry.text)) }
            }
        }
        return found
    }

    /// True where the last of these delivers a key to me that leads to the log's beginning and to my acceptance.
    private func enter(_ beginnings: ArraySlice<Beginning>, as me: MemberID, _ size: Int) throws -> Bool {
        guard let newest = beginnings.last, let name = newest.text.delivery, case .whole(let bytes) = try blob(name),
            let delivery = try? Delivery(parsing: bytes), let wrap = delivery.wraps[me]
        else { return false }
        let log = CircleID.log(of: keys.group)
        guard let key = try keys.unwrap(wrap, of: log, generation: delivery.generation, for: me) else { throw Fault.keyUndelivered }
        try keys.store(key, of: log, generation: delivery.generation)
        var rest = beginnings
        for epoch in (1...delivery.generation).reversed() {
            // The first that opens began the epoch: nobody had its key before. Later ones that open were void for everybody.
            guard let (place, payload) = try beginning(of: epoch, in: rest) else { return false }
            guard epoch > 1 else { break }
            guard let link = payload.rotation?.link, case .whole(let sealed) = try blob(link),
                (try? keys.follow(link: sealed, from: epoch)) != nil
            else { throw Fault.keyUndelivered }
            rest = rest[..<place]
        }
        guard let acceptance = try acceptance(of: me, size) else { return false }
        try takeReads(acceptance, me)
        return true
    }

    private func beginning(of epoch: Int, in beginnings: ArraySlice<Beginning>) throws -> (Int, Payload)? {
        for place in beginnings.indices {
            let entry = beginnings[place]
            guard case .whole(let sealed) = try blob(entry.text.payload) else { throw Fault.payloadDamaged(index: entry.index) }
            if case .opened(.known(let payload), underReadKey: false) = try keys.read(sealed, epoch: epoch) { return (place, payload) }
        }
        return nil
    }

    /// Walks over the whole log with the keys found; pins nothing.
    private func acceptance(of me: MemberID, _ size: Int) throws -> Acceptance? {
        var walk = LogWalk(state: nil, edge: RightEdge(), keys: keys, me: nil)
        var cases: [Int: CaseRecord] = [:]
        var mine: Acceptance?
        try Fault.inVault {
            try vault.entries(in: 0..<size) { index, bytes in
                do {
                    let step = try walk.take(
                        bytes, cases: &cases,
                        payload: { name, limit in
                            guard case .whole(let bytes) = try BlobReading.of(name, in: vault, limit: limit) else {
                                throw Fault.payloadDamaged(index: index)
                            }
                            return bytes
                        }, load: { _ in nil })
                    if case .changed(let payload) = step.effect, case .acceptance(let acceptance) = payload.body, acceptance.member.id == me
                    {
                        mine = acceptance
                    }
                } catch let fault as EntryFault {
                    throw fault == .newerVersion ? Fault.newerVersion : Fault.entryDamaged(index: index, kind: fault.finding)
                }
            }
        }
        return mine
    }

    private func takeReads(_ acceptance: Acceptance, _ me: MemberID) throws {
        guard let name = acceptance.reads, case .whole(let bytes) = try blob(name), let reads = try? GrantedReads(parsing: bytes) else {
            return
        }
        for (place, wrap) in reads.wraps.enumerated() { try keys.keep(read: wrap, epoch: reads.from + place, for: me) }
    }

    private func blob(_ name: BlobHash) throws -> BlobReading { try BlobReading.of(name, in: vault, limit: Limits.payload) }
}
