import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// What an entry will say and which blobs it brings and takes.
struct Change {
    let payload: Payload
    var adding: [Blob] = []
    /// Blobs too large for memory, sealed while they are written.
    var streaming: [BlobStream] = []
    var removing: [BlobHash] = []
    /// Delivery of the log circle's new key, where the entry begins a generation of it.
    var delivery: BlobHash?
    /// The epoch to seal in, where it is not the present one.
    var epoch: Int?

    init(payload: Payload, adding: [Blob] = [], streaming: [BlobStream] = [], removing: [BlobHash] = []) {
        self.payload = payload
        self.adding = adding
        self.streaming = streaming
        self.removing = removing
    }
}

/// The one way anything gets into a vault: sign an entry for the tree as it is, replay it as others will, commit it to the vault,
/// pin it at home. Whoever calls may only then show what the entry speaks of.
extension Session {
    /// How often a lost race is tried again.
    static let attempts = 10

    /// Settles what is owed, then appends what `build` says. After a lost race both are done again on the state as it then is, so that
    /// numbers follow, and nothing is sealed for a generation that has ended: whatever is sealed is sealed inside `build`. Throws
    /// ``Fault``.
    func append(_ build: () throws -> Change) throws {
        _ = try trying {
            try settle()
            return try build()
        }
    }

    /// The same without looking whether something has to be settled first. False, and nothing appended, where `build` answers nil: others
    /// have done it meanwhile.
    @discardableResult
    func appendSettled(_ build: () throws -> Change?) throws -> Bool { try trying(build) }

    private func trying(_ build: () throws -> Change?) throws -> Bool {
        var changed = false
        for _ in 0..<Self.attempts {
            do {
                guard let change = try build() else { return false }
                try commit(change)
                return true
            } catch StoreError.headMoved {
                try catchUp()
                changed = false
            } catch let error where error is PartFault || error as? CryptoError == .changed {
                // A file, or an attachment in the vault, that somebody wrote to between its two sealings. Nothing of it stands in the
                // vault; all is drawn anew, and what is damaged now is found by the first.
                changed = true
            } catch let error as StoreError {
                throw Fault(vault: error)
            }
        }
        throw changed ? Fault.io(.changed) : Fault.busy
    }

    /// For a `build` that found a part missing: others may have put it elsewhere since, and then it is a lost race. Throws
    /// ``StoreError/headMoved``.
    func requireUnmoved() throws {
        if try hasVaultMoved() { throw StoreError.headMoved }
    }

    private func hasVaultMoved() throws -> Bool {
        try Fault.ofVault { () throws(StoreError) in try vault.entryCount() } != edge.size
    }

    private func commit(_ change: Change) throws {
        let payload = try keys.seal(change.payload, epoch: change.epoch ?? state.epoch)
        let name = BlobHash.of(payload)
        let roster = change.payload.event.changesRoster ? edge.size : state.rosterIndex
        let bytes = sign(payload: name, roster: roster, delivery: change.delivery)

        let blob = Blob(hash: name, bytes: payload)
        func brought(_ hash: BlobHash) throws -> [UInt8] {
            guard let found = ([blob] + change.adding.prefix(1)).first(where: { $0.hash == hash }) else {
                throw OurBug(place: "an entry without what it names")
            }
            return found.bytes
        }

        // Everybody else will judge this entry by replaying it; so do we, before it is anywhere.
        var walk = LogWalk(state: state, edge: edge, keys: keys, me: nil)
        var pin = Pin(membership: membership, vault: vault, size: edge.size)
        let step = try walk.take(
            bytes, cases: &pin.records, payload: { hash, _ in try brought(hash) }, load: { try membership.caseEntry($0)?.record })
        switch step.effect {
        case .changed, .witnessed: break
        case .passedOver, .unreadable, .erased, .void, .needsNewer: throw OurBug(place: "our own entry would be void")
        }

        try pin.add(step, group: walk.state, fresh: [blob] + change.adding)
        guard let after = walk.state else { throw OurBug(place: "an entry without a state") }
        try vault.append(
            bytes, extending: Extends(size: edge.size, lastEntry: lastEntry), adding: [blob] + change.adding,
            streaming: change.streaming, removing: change.removing + Array(state.keptBlobs.subtracting(after.keptBlobs)))
        if !change.streaming.isEmpty { meter.end() }
        try pin.commit(walk, now: surroundings.now())
        (state, edge, lastEntry) = (after, walk.edge, bytes)
    }

    private func sign(payload: BlobHash, roster: Int, delivery: BlobHash?) -> [UInt8] {
        let text = EntryText(
            group: groupID, time: surroundings.now(), tree: edge.head, roster: roster, payload: payload, delivery: delivery)
        let name = KeyName(group: groupID, member: me, number: myself.keyNumber)
        return SignedNote.signed(text: text.bytes, name: name.text, by: signing).bytes
    }
}

extension GroupState {
    /// Blobs that stay in the vault only as long as the state names them: deliveries somebody may still open, and the newest manifests.
    fileprivate var keptBlobs: Set<BlobHash> {
        Set(deliveries.map(\.blob)).union(circles.values.compactMap(\.manifest))
    }
}

/// Looks at content: the entry first, durable, and only then the content.
extension Session {
    /// Finds what the look is at, appends `event` about it, then runs `body` on it, whose answer may be shown. `find` is called again after
    /// a lost race, so that entry and answer are about what is there then. If `body` fails, a second entry with outcome 8 says so where
    /// it can.
    func revealing<Found, Answer>(
        _ event: Event, _ find: () throws -> Found, as reveal: (Found) -> Reveal, _ body: (Found) throws -> Answer
    ) throws -> Answer {
        var found = try find()
        for attempt in 1...Self.attempts {
            try append {
                found = try find()
                return Change(payload: Payload(event, .reveal(reveal(found))))
            }
            do {
                return try body(found)
            } catch {
                // Others may have sealed the parts anew between entry and look: then it is looked for again, with an entry of its own.
                if attempt < Self.attempts, (try? hasVaultMoved()) == true {
                    try catchUp()
                    continue
                }
                try? append { Change(payload: Payload(event, outcome: .failed, .reveal(reveal(found)))) }
                throw error
            }
        }
        throw Fault.busy
    }
}
