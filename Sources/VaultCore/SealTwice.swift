import VaultCrypto
import VaultFormat
import VaultStore

/// Seals what is too large for memory: now for its hashes, which an entry names, and once more, to the same bytes, while the entry is
/// appended (Docs/Decisions/0011).
extension Session {
    /// Takes a text through its first sealing. The stream takes it through the second, and undoes the change where the text is another by
    /// then. Throws what the text throws.
    func sealTwice(
        _ text: any AttachmentText, as context: PartContext, replacing old: BlobHash? = nil
    ) throws -> (commitment: Commitment, stream: BlobStream) {
        let (length, salt) = try text.begin()
        let second = SecondSealing(text, in: self)
        let (blob, commitment) = try keys.withCircleKey(context.circle, context.generation) { key in
            var draft = AttachmentDraft(textLength: length, salt: salt, under: key, context: context)
            while let portion = try text.next() {
                draft.push(portion)
                meter.add(portion.count)
            }
            let drafted = draft.finish()
            let facts = (drafted.blob, drafted.commitment)
            second.draft = consume drafted
            return facts
        }
        return (commitment, BlobStream(hash: blob, replacing: old) { try second.next() })
    }

    /// Refuses before anything is done where the disk has no room for this many sealed bytes to be written, of which `journalled` once
    /// more: what they replace, until the change is whole. Throws ``Fault/io(_:)``.
    func requireRoom(for sealed: Int, journalled: Int = 0) throws {
        // Rows take a little more than their bytes, and the entry needs some room.
        let needed = (sealed + journalled) / 8 * 9 + 1 << 20
        guard try Fault.ofVault({ () throws(StoreError) in try vault.freeBytes() }) >= UInt64(needed) else { throw Fault.io(.full) }
    }
}

/// The second sealing of one attachment, drawn piece by piece by the transaction.
private final class SecondSealing {
    var draft: DraftedAttachment?
    private let text: any AttachmentText
    private let session: Session
    private var sealer: AttachmentSealer?

    init(_ text: any AttachmentText, in session: Session) {
        self.text = text
        self.session = session
    }

    /// The next sealed bytes; nil after the last. Throws ``CryptoError/changed`` in their place where the text was another the first time.
    func next() throws -> [UInt8]? {
        if let context = draft?.context {
            _ = try text.begin()
            try session.keys.withCircleKey(context.circle, context.generation) { key in
                if let draft = draft.take() { sealer = AttachmentSealer(draft, under: key) }
            }
        }
        while sealer != nil, let portion = try text.next() {
            session.meter.add(portion.count)
            if let sealed = sealer?.push(portion), !sealed.isEmpty { return sealed }
        }
        guard let last = sealer.take() else { return nil }
        return try last.finish()
    }
}

/// How far a command is with bytes that take a while, told in mebibytes.
struct Meter {
    private let tell: (Int, Int) -> Void
    private var done = 0
    private var total = 0

    init(_ tell: @escaping (Int, Int) -> Void) { self.tell = tell }

    /// So many bytes are to come.
    mutating func expect(_ bytes: Int) { (done, total) = (0, bytes) }

    /// So many more have been.
    mutating func add(_ bytes: Int) {
        done += bytes
        tell(min(done, total) >> 20, total >> 20)
    }

    /// All of it has been. What was expected may have been more: sealed bytes are padded.
    mutating func end() {
        if total > 0 { tell(total >> 20, total >> 20) }
        (done, total) = (0, 0)
    }
}
