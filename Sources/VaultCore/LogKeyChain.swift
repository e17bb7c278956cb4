import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// The LogKeys of a group, each sealed under the next: from one key of the log circle back to the epochs before it.
struct LogKeyChain {
    let keys: KeyRing
    let vault: VaultFile

    /// How many deliveries are looked through for one that nothing readable names.
    private static let most = 1024

    /// An entry with a delivery: it begins an epoch, or says so.
    struct Beginning {
        let index: Int
        let text: EntryText
    }

    /// Those in a stretch of the log, in order.
    func beginnings(in range: Range<Int>) throws -> [Beginning] {
        var found: [Beginning] = []
        try Fault.inVault {
            try vault.entries(in: range) { index, bytes in
                guard let entry = try? UnverifiedEntry(parsing: bytes) else { throw Fault.entryDamaged(index: index, kind: .badForm) }
                if entry.text.delivery != nil { found.append(Beginning(index: index, text: entry.text)) }
            }
        }
        return found
    }

    /// Keeps a key of the log circle, and follows the links from its generation to the epoch after `epoch`: those LogKeys are at home when
    /// this returns. The entry that began the generation; nil where an epoch has no beginning. Throws ``Fault/keyUndelivered`` for a link
    /// that does not open.
    func take(
        _ key: borrowing CircleKey, generation: Int, backTo epoch: Int, in beginnings: ArraySlice<Beginning>
    ) throws -> Beginning? {
        guard generation > epoch else { return nil }
        try keys.store(key, of: .log(of: keys.group), generation: generation)
        var rest = beginnings
        var newest: Beginning?
        for number in (epoch + 1...generation).reversed() {
            // The first that opens began the epoch: nobody had its key before. Later ones that open were void for everybody.
            guard let (place, payload) = try beginning(of: number, in: rest) else { return nil }
            newest = newest ?? rest[place]
            guard number > epoch + 1 else { break }
            guard let link = payload.rotation?.link, case .whole(let sealed) = try blob(link),
                (try? keys.follow(link: sealed, from: number)) != nil
            else { throw Fault.keyUndelivered }
            rest = rest[..<place]
        }
        return newest
    }

    private func beginning(of epoch: Int, in beginnings: ArraySlice<Beginning>) throws -> (Int, Payload)? {
        for place in beginnings.indices {
            let entry = beginnings[place]
            guard case .whole(let sealed) = try blob(entry.text.payload) else { throw Fault.payloadDamaged(index: entry.index) }
            if case .opened(.known(let payload), underReadKey: false) = try keys.read(sealed, epoch: epoch) { return (place, payload) }
        }
        return nil
    }

    /// Hands out, the newest delivery first, each key of the log circle for a generation after `epoch` that a blob in the vault brings to
    /// that member, whoever put it there, until `body` answers. The entry that names such a blob is sealed under a key that comes after it.
    func firstDelivered<Answer>(
        to me: MemberID, after epoch: Int, _ body: (borrowing CircleKey, _ generation: Int) throws -> Answer?
    ) throws -> Answer? {
        let names = try Fault.ofVault { () throws(StoreError) in try vault.newestBlobs(magic: Delivery.magic, limit: Self.most) }
        for name in names {
            guard case .whole(let bytes) = try blob(name), let delivery = try? Delivery(parsing: bytes), delivery.generation > epoch,
                let wrap = delivery.wraps[me],
                let key = try keys.unwrap(wrap, of: .log(of: keys.group), generation: delivery.generation, for: me)
            else { continue }
            do {
                if let answer = try body(key, delivery.generation) { return answer }
            } catch Fault.keyUndelivered { continue }
        }
        return nil
    }

    /// A payload, delivery or link of the vault.
    func blob(_ name: BlobHash, limit: Int = Limits.payload) throws -> BlobReading { try BlobReading.of(name, in: vault, limit: limit) }
}

/// The way on for a home that stands before a generation of the log circle whose key did not reach it: a colleague wrapped a present key
/// anew (`key.rewrapped`), or a later generation was delivered as it should be.
struct RegainLog {
    let membership: Membership
    let vault: VaultFile

    /// LogKeys that lead on from the pin are at home when this returns. The index from which deliveries are mine again: what the chain of
    /// LogKeys does not open before it was void for everybody. Nil where nothing leads on. Throws ``Fault`` for what is damaged on the way.
    func run(upTo size: Int) throws -> Int? {
        guard let state = try membership.state() else { return nil }
        let chain = LogKeyChain(keys: membership.keys, vault: vault)
        let beginnings = try chain.beginnings(in: try membership.edge().size..<size)
        guard !beginnings.isEmpty else { return nil }
        return try chain.firstDelivered(to: try membership.me(), after: state.epoch) { key, generation in
            guard let beginning = try chain.take(key, generation: generation, backTo: state.epoch, in: beginnings[...]),
                let circle = try logCircle(after: beginning.index, from: state), circle.generation == generation,
                key.commitment(group: state.group, circle: circle.id, generation: generation) == circle.commitment
            else { return nil }
            return beginning.index + 1
        }
    }

    /// The log circle as the entries up to that index leave it, read with the keys of the chain alone; pins nothing.
    private func logCircle(after end: Int, from state: GroupState) throws -> Circle? {
        let edge = try membership.edge()
        var walk = LogWalk(state: state, edge: edge, keys: membership.keys, me: nil)
        var cases: [Int: CaseRecord] = [:]
        try Fault.inVault {
            try vault.entries(in: edge.size..<end + 1) { index, bytes in
                do {
                    _ = try walk.take(
                        bytes, cases: &cases,
                        payload: { try BlobReading.payload($0, limit: $1, at: index, in: vault) },
                        load: { try membership.caseEntry($0)?.record })
                } catch let fault as EntryFault { throw Fault(fault, at: index) }
            }
        }
        return walk.state?.circles[state.logCircle]
    }
}
