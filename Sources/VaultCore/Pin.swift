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
    /// Those of them that an import brought: the home has nothing of them.
    private var made: Set<Int> = []
    /// Where parts stand now; nil where their own entry says.
    private var places: [Manifest.Place: BlobHash?] = [:]
    private var change: HomeChange
    /// Entries before this index are at home already; what is known of cases is then made anew from all entries.
    private let partsAt: Int?

    /// `size` is the pin this one follows.
    init(membership: Membership, vault: VaultFile, size: Int) {
        self.membership = membership
        self.vault = vault
        change = HomeChange(size: size)
        partsAt = nil
    }

    /// A pin that leaves the line of the log of a home with `size` entries, for another that has the same first `index` ones: it takes in
    /// every entry from the first. `head` is what is left, which an entry will name.
    init(membership: Membership, vault: VaultFile, size: Int, partingAt index: Int, leaving head: TreeHead) throws {
        self.membership = membership
        self.vault = vault
        change = HomeChange(size: size)
        change.partsAt = index
        change.facts[Membership.Fact.left.name] = CheckpointText(origin: membership.keys.group.origin, head: head).bytes
        change.facts[Membership.Fact.forgotten.name] = Array(String(min(try membership.forgotten(), index)).utf8)
        partsAt = index
    }

    /// Takes in one entry that was replayed. `fresh` are blobs the entry brings that are not in the vault yet.
    mutating func add(_ step: LogWalk.Step, group state: GroupState?, fresh: [Blob] = []) throws {
        let entry = step.entry
        guard let state else { throw OurBug(place: "an entry without a state") }
        let isNew = partsAt.map { entry.index >= $0 } ?? true
        if isNew {
            change.entries.append(entry.bytes)
            try keep(entry.text.payload, fresh)
            if let delivery = entry.text.delivery { try keep(delivery, fresh) }
            if let list = step.list { try keep(list, fresh, limit: ImportList.sealedLimit) }
            let line = LoggedLine(step, state)
            change.lines.append(LineRow(index: entry.index, value: membership.keys.seal(row: line.bytes, .lines, entry.index)))
        }
        switch step.effect {
        case .changed(let payload):
            if let number = Replay.caseNamed(in: payload) {
                changed.insert(number)
                if case .erasure = payload.body { try forgetPlaces(ofCase: number) }
                for place in Self.written(by: payload) { places[place] = .some(nil) }
            }
            if case .imported(let work) = payload.body {
                changed.formUnion(work.numbers)
                made.formUnion(work.numbers)
            }
            if let rotation = payload.rotation { try relocate(rotation, step.epoch, fresh) }
            if isNew { for hash in Self.blobsToKeep(payload) { try keep(hash, fresh) } }
        case .witnessed(let payload):
            if payload.outcome == .done, LoggedLine.looksAtCases.contains(payload.event),
                let member = state.member(entry.signer.member)
            {
                for number in Replay.casesNamed(in: payload) { reads[number, default: []].append((member.number, entry.text.time)) }
            }
        case .passedOver, .unreadable, .erased, .void, .needsNewer: break
        }
    }

    /// Writes everything, with the state and the edge it leads to. Afterwards the pin stands at `walk`'s size.
    mutating func commit(_ walk: LogWalk, now: Instant) throws {
        guard let state = walk.state else { throw OurBug(place: "a pin without a state") }
        // In order: a table that grows at its end costs least.
        for number in changed.union(reads.keys).sorted() {
            guard let record = records[number] else { throw OurBug(place: "a case that was not loaded") }
            let before = made.contains(number) ? nil : try known(number)
            var entry = before ?? CaseEntry(record: record)
            entry.record = record
            for read in reads[number] ?? [] { entry.addRead(by: read.member, at: read.time) }
            change.cases.append(CaseRow(number: number, value: membership.keys.seal(row: entry.bytes, .cases, number)))
        }
        for (place, blob) in places {
            if let blob { change.places.append(PlaceRow(place: place, blob: blob)) } else { change.placesOut.append(place) }
        }
        change.facts[Membership.Fact.state.name] = membership.keys.seal(row: state.bytes, .state, 0)
        change.facts[Membership.Fact.edge.name] = walk.edge.bytes
        change.facts[Membership.Fact.seen.name] = Array(now.text.utf8)
        try membership.pin(change)
    }

    /// What the home knows of a case before this pin.
    private func known(_ number: Int) throws -> CaseEntry? { partsAt == nil ? try membership.caseEntry(number) : nil }

    /// Copies a blob to the home. One that is missing or altered in the vault is left for `check` to find: nothing rests on it.
    private mutating func keep(_ hash: BlobHash, _ fresh: [Blob], limit: Int = Limits.payload) throws {
        if let blob = fresh.first(where: { $0.hash == hash }) { return change.blobsIn.append(blob) }
        if case .whole(let bytes) = try BlobReading.of(hash, in: vault, limit: limit) {
            change.blobsIn.append(Blob(hash: hash, bytes: bytes))
        }
    }

    /// Takes in where a rotation put the parts. A manifest that is gone was superseded by a later one, or its parts will be found missing.
    private mutating func relocate(_ rotation: Rotation, _ epoch: Int, _ fresh: [Blob]) throws {
        guard let name = rotation.manifest else { return }
        if let mine = fresh.first(where: { $0.hash == name }) {
            guard let manifest = try membership.keys.open(manifest: mine.bytes, epoch: epoch) else { return }
            for (place, blob) in manifest.blobs { places[place] = .some(blob) }
            return
        }
        let limit = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: Limits.manifest))
        guard case .whole(let sealed) = try BlobReading.of(name, in: vault, limit: limit),
            let manifest = try membership.keys.open(manifest: sealed, epoch: epoch)
        else { return }
        // Whoever rotates one circle has no say in where the parts of others stand.
        let rotated = Set(rotation.circles.map(\.id))
        for (number, moved) in Dictionary(grouping: manifest.blobs, by: \.key.caseNumber) {
            guard let record = try records[number] ?? known(number)?.record else { continue }
            let lawful = Set(record.parts.filter { rotated.contains($0.facts.circle) }.map(\.place))
            for (place, blob) in moved where lawful.contains(place) { places[place] = .some(blob) }
        }
    }

    /// Of an erased case nothing stands anywhere.
    private mutating func forgetPlaces(ofCase number: Int) throws {
        places = places.filter { $0.key.caseNumber != number }
        for row in try Fault.ofHome({ () throws(StoreError) in try membership.home.places(ofCase: number) }) {
            places[row.place] = .some(nil)
        }
    }

    /// The parts a payload says the place of.
    private static func written(by payload: Payload) -> [Manifest.Place] {
        switch payload.body {
        case .caseWritten(let writing): [Part.summary, .body].map { Manifest.Place(caseNumber: writing.number, part: $0) }
        case .noteWritten(let writing): [Manifest.Place(caseNumber: writing.caseNumber, note: writing.number, part: .body)]
        case .caseMoved(let move):
            [Part.summary, .body].map { Manifest.Place(caseNumber: move.number, part: $0) }
                + move.notes.map { Manifest.Place(caseNumber: move.number, note: $0.number, part: .body) }
                + move.attachments.flatMap { attachment in
                    [Part.summary, .body].map { Manifest.Place(caseNumber: move.number, attachment: attachment.number, part: $0) }
                }
        case .attachmentWritten(let writing):
            [Part.summary, .body].map { Manifest.Place(caseNumber: writing.caseNumber, attachment: writing.number, part: $0) }
        default: []
        }
    }

    /// Names, deliveries and links, not parts: those stay in the vault only.
    static func blobsToKeep(_ payload: Payload) -> [BlobHash] {
        switch payload.body {
        case .founding(let founding): [founding.name, founding.founder.name] + founding.circles.compactMap(\.delivery)
        case .acceptance(let acceptance):
            [acceptance.member.name] + acceptance.rotation.circles.compactMap(\.delivery) + acceptance.given.map(\.delivery)
                + [acceptance.rotation.link, acceptance.reads].compactMap { $0 }
        case .removal(_, let rotation), .rotation(let rotation), .erasure(_, let rotation):
            rotation.circles.compactMap(\.delivery) + [rotation.link].compactMap { $0 }
        case .circle(let facts): [facts.delivery].compactMap { $0 }
        case .rewrapping(_, let given): given.map(\.delivery)
        default: []
        }
    }
}

extension Payload {
    /// The rotation an event brings, if it brings one.
    var rotation: Rotation? {
        switch body {
        case .acceptance(let acceptance): acceptance.rotation
        case .removal(_, let rotation), .rotation(let rotation), .erasure(_, let rotation): rotation
        default: nil
        }
    }
}
