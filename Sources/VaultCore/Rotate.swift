import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Somebody who is about to become a member: whom a key is wrapped to before the log knows them.
struct Recipient {
    let id: MemberID
    let key: DecryptionPublicKey
}

/// New generations of circles, drawn and stored at home, with every part in them sealed anew: what an entry that rotates will say.
struct DrawnRotation {
    let rotation: Rotation
    /// Delivery of the log circle's key, which stands in the entry's clear text.
    let logDelivery: BlobHash?
    /// Deliveries, link, manifest and parts.
    let adding: [Blob]
    /// Attachments, sealed while they are written.
    let streaming: [BlobStream]
    /// Parts as they were.
    let removing: [BlobHash]
    /// The epoch the entry is sealed in.
    let epoch: Int
    /// Parts sealed anew.
    let rewritten: Int
    /// Parts that were damaged already.
    let lost: Int
}

extension Session {
    /// Draws new keys for these circles, for these members each; `newcomer` may be among them. Private keys are durable at home when this
    /// returns. Every part but those of the case that is `erased` with it is opened, sealed, opened again and compared; one that is damaged
    /// already is carried as lost. Throws ``Fault``.
    func draw(_ circles: [CircleID: [MemberID]], newcomer: Recipient? = nil, erased: Int? = nil) throws -> DrawnRotation {
        try requireRoom(toSealAnew: try attachments(in: Set(circles.keys), but: erased))
        let movesLog = circles[state.logCircle] != nil
        let epoch = state.epoch + (movesLog ? 1 : 0)
        var facts: [CircleFacts] = []
        var adding: [Blob] = []
        var logDelivery: BlobHash?
        for (id, members) in circles.sorted(by: { $0.key < $1.key }) {
            guard let circle = state.circles[id] else { throw OurBug(place: "a rotation of a circle that is not") }
            let (drawn, delivery) = try drawCircle(id, circle.kind, circle.generation + 1, members.sorted(), newcomer)
            facts.append(drawn)
            adding.append(delivery)
            if circle.kind == .log { logDelivery = delivery.hash }
        }
        var link: BlobHash?
        if movesLog {
            let sealed = try keys.link(epoch: epoch)
            link = BlobHash.of(sealed)
            adding.append(Blob(hash: BlobHash.of(sealed), bytes: sealed))
        }
        var parts = Resealing()
        let content = Set(circles.keys.filter { $0 != state.logCircle })
        if !content.isEmpty { try resealParts(in: content, but: erased, &parts) }
        var manifest: BlobHash?
        if !parts.places.isEmpty {
            let sealed = try keys.seal(Manifest(blobs: parts.places), epoch: epoch)
            manifest = BlobHash.of(sealed)
            adding.append(Blob(hash: BlobHash.of(sealed), bytes: sealed))
        }
        return DrawnRotation(
            rotation: Rotation(circles: facts, link: link, manifest: manifest), logDelivery: logDelivery, adding: adding + parts.blobs,
            streaming: parts.streams, removing: parts.old, epoch: epoch, rewritten: parts.blobs.count + parts.streams.count,
            lost: parts.lost)
    }

    /// A key for one generation of one circle: stored at home, wrapped to each member, committed to.
    func drawCircle(
        _ id: CircleID, _ kind: CircleKind, _ generation: Int, _ members: [MemberID], _ newcomer: Recipient? = nil
    ) throws -> (CircleFacts, Blob) {
        let key = CircleKey.random()
        let delivery = try deliver(key, of: id, generation, to: members, newcomer)
        try keys.store(key, of: id, generation: generation)
        let facts = CircleFacts(
            id: id, kind: kind, generation: generation, members: members,
            commitment: key.commitment(group: groupID, circle: id, generation: generation), delivery: kind == .log ? nil : delivery.hash)
        return (facts, delivery)
    }

    /// Wraps a key to each of these members. Their keys were tried when they came and at each refresh, so none fails here.
    func deliver(
        _ key: borrowing CircleKey, of id: CircleID, _ generation: Int, to members: [MemberID], _ newcomer: Recipient? = nil
    ) throws -> Blob {
        var wraps: [MemberID: Delivery.Wrap] = [:]
        for member in members {
            guard let recipient = newcomer?.id == member ? newcomer?.key : state.member(member)?.decryption else {
                throw OurBug(place: "a wrap for nobody")
            }
            do throws(CryptoError) {
                wraps[member] = try key.wrap(to: recipient, group: groupID, circle: id, generation: generation, member: member)
            } catch { throw OurBug(place: "a key that was tried takes no wrap") }
        }
        let bytes = Delivery(generation: generation, wraps: wraps).bytes
        return Blob(hash: BlobHash.of(bytes), bytes: bytes)
    }

    private struct Resealing {
        var places: [Manifest.Place: BlobHash] = [:]
        var blobs: [Blob] = []
        var streams: [BlobStream] = []
        var old: [BlobHash] = []
        var lost = 0
    }

    private func resealParts(in circles: Set<CircleID>, but erased: Int?, _ result: inout Resealing) throws {
        try eachCaseWithParts { entry in
            guard entry.record.number != erased else { return }
            for part in entry.record.parts where circles.contains(part.facts.circle) { try reseal(part, &result) }
        }
    }

    private func attachments(in circles: Set<CircleID>, but erased: Int?) throws -> [CaseRecord.LivePart] {
        var attachments: [CaseRecord.LivePart] = []
        try eachCase { entry in
            guard !entry.record.attachments.isEmpty, entry.record.number != erased else { return }
            attachments += entry.record.parts.filter { $0.isStreamed && circles.contains($0.facts.circle) }
        }
        return attachments
    }

    private func reseal(_ part: CaseRecord.LivePart, _ result: inout Resealing) throws {
        guard let circle = state.circles[part.facts.circle] else { return }
        result.old.append(part.facts.blob)
        do {
            if part.isStreamed {
                let stream = try streamAnew(part, in: circle.id, generation: circle.generation + 1)
                result.places[part.place] = stream.hash
                result.streams.append(stream)
            } else {
                let blob = try sealAnew(part, in: circle.id, generation: circle.generation + 1)
                result.places[part.place] = blob.hash
                result.blobs.append(blob)
            }
        } catch is PartFault {
            // Damaged, or sealed with a key that never reached me: neither stops a removal.
            result.places[part.place] = Manifest.lost
            result.lost += 1
        }
    }
}

extension CaseRecord {
    /// A part with what one needs to open it.
    struct LivePart {
        let place: Manifest.Place
        let facts: PartFacts
        let item: ItemID
        let version: Int
        /// The note's number, nil where it is none of a note.
        var note: Int? { place.note > 0 ? place.note : nil }
        /// The attachment's number, nil where it is none of an attachment.
        var attachment: Int? { place.attachment > 0 ? place.attachment : nil }
        /// Whether it is too large to be opened in memory.
        var isStreamed: Bool { place.attachment > 0 && place.part == .body }
    }

    /// The parts that are there: title and pitch, text, notes, attachments.
    var parts: [LivePart] {
        [summary, body].compactMap { $0 }.map {
            LivePart(place: Manifest.Place(caseNumber: number, part: $0.part), facts: $0, item: item, version: version)
        }
            + notes.map {
                LivePart(
                    place: Manifest.Place(caseNumber: number, note: $0.number, part: .body), facts: $0.body, item: $0.item,
                    version: $0.version)
            }
            + attachments.flatMap { attachment in
                [attachment.summary, attachment.body].map {
                    LivePart(
                        place: Manifest.Place(caseNumber: number, attachment: attachment.number, part: $0.part), facts: $0,
                        item: attachment.item, version: AttachmentRecord.version)
                }
            }
    }

    /// The same record with parts where they stand since they were sealed anew.
    func relocated(_ rows: [PlaceRow]) -> CaseRecord {
        guard !rows.isEmpty else { return self }
        var record = self
        let places = Dictionary(rows.map { ($0.place, $0.blob) }) { first, _ in first }
        func moved(_ facts: PartFacts, note: Int = 0, attachment: Int = 0) -> PartFacts {
            let place = Manifest.Place(caseNumber: number, note: note, attachment: attachment, part: facts.part)
            guard let blob = places[place] else { return facts }
            return PartFacts(
                part: facts.part, circle: facts.circle, generation: facts.generation, blob: blob, commitment: facts.commitment)
        }
        record.summary = record.summary.map { moved($0) }
        record.body = record.body.map { moved($0) }
        for place in record.attachments.indices {
            let attachment = record.attachments[place]
            record.attachments[place].summary = moved(attachment.summary, attachment: attachment.number)
            record.attachments[place].body = moved(attachment.body, attachment: attachment.number)
        }
        for place in record.notes.indices { record.notes[place].body = moved(record.notes[place].body, note: record.notes[place].number) }
        return record
    }
}
