import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Collects what verified entries changed, and writes it to the home in one transaction.
struct Pin {
    private let membership: Membership
    private let vault: VaultFile
    /// Cases that entries of this pin name, as the replay leaves them.
    var records: [Int: CaseRecord] = [:]
    private var reads: [Int: [(member: Int, time: Instant)]] = [:]
    private var changed: Set<Int> = []
    private var change: HomeChange

    /// `size` is the pin this one follows.
    init(membership: Membership, vault: VaultFile, size: Int) {
        self.membership = membership
        self.vault = vault
        change = HomeChange(size: size)
    }

    /// Takes in one entry that was replayed. `fresh` are blobs the entry brings that are not in the vault yet.
    mutating func add(_ step: LogWalk.Step, group state: GroupState?, fresh: [Blob] = []) throws {
        let entry = step.entry
        guard let state else { throw OurBug(place: "an entry without a state") }
        change.entries.append(entry.bytes)
        try keep(entry.text.payload, fresh)
        let line = LoggedLine(step, state)
        change.lines.append(LineRow(index: entry.index, value: membership.keys.seal(row: line.bytes, .lines, entry.index)))
        switch step.effect {
        case .changed(let payload):
            if let number = Replay.caseNamed(in: payload) { changed.insert(number) }
            for hash in Self.blobsToKeep(payload, entry.text) { try keep(hash, fresh) }
        case .witnessed(let payload):
            if payload.outcome == .done, payload.event == .caseOpened || payload.event == .noteOpened,
                let number = Replay.caseNamed(in: payload), let member = state.member(entry.signer.member)
            {
                reads[number, default: []].append((member.number, entry.text.time))
            }
        case .passedOver, .unreadable, .void, .needsNewer: break
        }
    }

    /// Writes everything, with the state and the edge it leads to. Afterwards the pin stands at `walk`'s size.
    mutating func commit(_ walk: LogWalk, now: Instant) throws {
        guard let state = walk.state else { throw OurBug(place: "a pin without a state") }
        for number in changed.union(reads.keys) {
            guard let record = records[number] else { throw OurBug(place: "a case that was not loaded") }
            var entry = try membership.caseEntry(number) ?? CaseEntry(record: record)
            entry.record = record
            for read in reads[number] ?? [] { entry.addRead(by: read.member, at: read.time) }
            change.cases.append(CaseRow(number: number, value: membership.keys.seal(row: entry.bytes, .cases, number)))
        }
        change.facts[Membership.Fact.state.name] = membership.keys.seal(row: state.bytes, .state, 0)
        change.facts[Membership.Fact.edge.name] = walk.edge.bytes
        change.facts[Membership.Fact.seen.name] = Array(now.text.utf8)
        try membership.pin(change)
    }

    /// Copies a blob to the home. One that is missing or altered in the vault is left for `check` to find: nothing rests on it.
    private mutating func keep(_ hash: BlobHash, _ fresh: [Blob]) throws {
        if let blob = fresh.first(where: { $0.hash == hash }) { return change.blobsIn.append(blob) }
        if case .whole(let bytes) = try BlobReading.of(hash, in: vault, limit: Limits.payload) {
            change.blobsIn.append(Blob(hash: hash, bytes: bytes))
        }
    }

    /// Names and deliveries, not parts: those stay in the vault only.
    static func blobsToKeep(_ payload: Payload, _ text: EntryText) -> [BlobHash] {
        guard case .founding(let founding) = payload.body else { return [] }
        return [founding.name, founding.founder.name] + founding.circles.compactMap(\.delivery) + [text.delivery].compactMap { $0 }
    }
}
