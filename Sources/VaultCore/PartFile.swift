import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Parts between the page and the vault: seal a text for a circle, open one and check it against the entry and its author's word.
extension Session {
    /// Seals a version of a part in a circle's present generation.
    func seal(_ text: [UInt8], _ part: Part, of item: ItemID, version: Int, in circle: Circle) throws -> (PartFacts, Blob) {
        let context = PartContext(
            group: groupID, circle: circle.id, generation: circle.generation, item: item, part: part, version: version)
        let sealed = try keys.withCircleKey(circle.id, circle.generation) { sealer.seal(text, under: $0, context: context) }
        let blob = Blob(hash: BlobHash.of(sealed.bytes), bytes: sealed.bytes)
        let facts = PartFacts(
            part: part, circle: circle.id, generation: circle.generation, blob: blob.hash,
            commitment: Commitment.ofText(text, salt: sealed.salt, context: context))
        return (facts, blob)
    }

    /// Opens a part. Throws ``PartFault``: missing, altered, or not what its author committed to.
    /// `found` is what one query for many said stands under the part's name, if it said that.
    func open(_ facts: PartFacts, of item: ItemID, version: Int, found: [UInt8]? = nil) throws -> [UInt8] {
        try openKeepingSalt(facts, of: item, version: version, found: found).text
    }

    /// The same with the salt of the author's commitment, for sealing it anew.
    func openKeepingSalt(_ facts: PartFacts, of item: ItemID, version: Int, found: [UInt8]? = nil) throws -> OpenedText {
        guard facts.blob != Manifest.lost else { throw PartFault.altered }
        // Whatever generation it was written in, a part stands in the present one of its circle.
        guard let generation = state.circles[facts.circle]?.generation else { throw PartFault.missing }
        let sealed: [UInt8]
        switch try found.map({ BlobReading.of(facts.blob, $0) }) ?? BlobReading.of(facts.blob, in: vault, limit: PartFault.largest) {
        case .whole(let bytes): sealed = bytes
        case .missing: throw PartFault.missing
        case .altered: throw PartFault.altered
        }
        let context = PartContext(
            group: groupID, circle: facts.circle, generation: generation, item: item, part: facts.part, version: version)
        let opened: OpenedText
        do {
            opened = try keys.withCircleKey(facts.circle, generation) { try sealer.open(sealed, under: $0, context: context) }
        } catch Fault.keyUndelivered {
            throw PartFault.undelivered
        } catch let error as CryptoError {
            throw error == .unknownVersion || error == .unknownProtection ? Fault.newerVersion : PartFault.altered
        }
        guard Commitment.ofText(opened.text, salt: opened.salt, context: context) == facts.commitment else { throw PartFault.notTheAuthors }
        return opened
    }

    /// Seals a part for another generation or circle, opens it again and compares. The salt stays, and with it the author's commitment.
    /// Throws ``PartFault`` where the part does not open as it stands.
    func sealAnew(_ part: CaseRecord.LivePart, in circle: CircleID, generation: Int) throws -> Blob {
        let opened = try openKeepingSalt(part.facts, of: part.item, version: part.version)
        let context = PartContext(
            group: groupID, circle: circle, generation: generation, item: part.item, part: part.facts.part, version: part.version)
        let sealed = try keys.withCircleKey(circle, generation) { key in
            let sealed = sealer.seal(opened.text, salt: opened.salt, under: key, context: context)
            guard try sealer.open(sealed.bytes, under: key, context: context) == opened else {
                throw OurBug(place: "a part that does not open as it was sealed")
            }
            return sealed
        }
        return Blob(hash: BlobHash.of(sealed.bytes), bytes: sealed.bytes)
    }

    /// The same for an attachment's body, which is sealed anew piece by piece: compared now, written with the entry.
    func streamAnew(_ part: CaseRecord.LivePart, in circle: CircleID, generation: Int) throws -> BlobStream {
        let context = PartContext(
            group: groupID, circle: circle, generation: generation, item: part.item, part: part.facts.part, version: part.version)
        let text = SealedAttachment(part.facts, of: part.item, in: self)
        let (commitment, stream) = try sealTwice(text, as: context, replacing: part.facts.blob)
        guard commitment == part.facts.commitment else { throw OurBug(place: "an attachment that is not what was sealed anew") }
        return stream
    }

    /// Whether there is room to seal these attachments anew; says how much there is to do. Each old one goes when its new one is whole, so
    /// that the file grows by the largest of them, and the journal keeps what they were. Throws ``Fault/io(_:)``.
    func requireRoom(toSealAnew parts: [CaseRecord.LivePart]) throws {
        guard !parts.isEmpty else { return }
        // What has no length is missing or damaged, and is not sealed anew.
        let lengths = parts.map { part in (try? vault.blobLength(part.facts.blob)) ?? 0 }
        let total = lengths.reduce(0, +)
        try requireRoom(for: lengths.max() ?? 0, journalled: total)
        meter.expect(2 * total)
    }

    /// Whether I am in the circle a part is sealed in.
    func mayOpen(_ part: PartFacts?) -> Bool {
        part.flatMap { state.circles[$0.circle] }?.members.contains(me) ?? false
    }
}

/// Why a part cannot be shown.
enum PartFault: Error {
    /// No blob of that name.
    case missing
    /// A blob of that name with other bytes, one that does not open, or a part that was so when its circle rotated.
    case altered
    /// It opens, but the text is not the one its author committed to.
    case notTheAuthors
    /// The key of its circle's present generation never reached me: no wrap, or one that brings another key than was promised.
    case undelivered

    /// Bytes of the longest sealed text.
    static let largest = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: Limits.textPart))

    var finding: FindingKind {
        switch self {
        case .missing: .partMissing
        case .altered: .partLost
        case .notTheAuthors: .textAltered
        case .undelivered: .wrapMismatch
        }
    }

    /// What a person is told who asked for it.
    func fault(case number: Int, note: Int?, attachment: Int? = nil) -> Fault {
        guard self != .undelivered else { return .keyUndelivered }
        return attachment.map { .attachmentDamaged(case: number, attachment: $0) } ?? .partDamaged(case: number, note: note)
    }
}
