import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// The bytes of an attachment, portion by portion, from their beginning as often as wanted: a file that is being added, or what stands
/// sealed in the vault.
protocol AttachmentText: AnyObject {
    /// Goes to the beginning. Says how many bytes will come, and the salt where there is one already.
    func begin() throws -> (length: Int, salt: Salt?)
    /// The next portion; nil after the last, and then all of it was what it had to be.
    func next() throws -> [UInt8]?
}

/// A file that somebody wants to add, open from before the passphrase was asked for.
package final class AttachmentSource: AttachmentText {
    /// The name under which it is kept.
    package let name: SafeName
    /// Bytes of the file.
    package var length: Int { file.length }
    private let file: SourceFile
    private var offset = 0

    private static let portion = 1 << 16

    /// Opens the file; nothing of it has been read then. Throws ``Fault``: not found, no regular file (a link is none), larger than
    /// ``Limits/attachment``.
    package init(path: String) throws {
        do throws(SystemError) { file = try SourceFile(path, limit: Limits.attachment) } catch {
            throw error == .tooLarge ? Fault.text(.attachment, .tooManyBytes(limit: Limits.attachment)) : Fault(error)
        }
        name = SafeName(file.name)
    }

    func begin() -> (length: Int, salt: Salt?) {
        offset = 0
        return (length, nil)
    }

    /// Throws ``IOFault/changed`` where the file is shorter or longer than it was. Other bytes of the same number show in the hash.
    func next() throws -> [UInt8]? {
        let count = min(Self.portion, length - offset)
        let bytes = try Fault.ofSystem { () throws(SystemError) in try file.bytes(at: offset, count: max(count, 1)) }
        guard bytes.count == count else { throw Fault.io(.changed) }
        offset += count
        return count == 0 ? nil : bytes
    }
}

/// The body of an attachment as it stands in the vault: opened piece by piece, and at its end compared with its entry and its author's
/// word. Throws ``PartFault``, and ``Fault`` where the vault cannot be read.
final class SealedAttachment: AttachmentText {
    private let session: Session
    private let facts: PartFacts
    private let item: ItemID
    private var opener: AttachmentOpener?
    private var salt: Salt?
    private var sealedHash: Digest?
    private var textHash: Digest?
    private var sealedLength = 0
    private var piece = 0
    private var opened: [UInt8] = []

    init(_ facts: PartFacts, of item: ItemID, in session: Session) {
        self.session = session
        self.facts = facts
        self.item = item
    }

    func begin() throws -> (length: Int, salt: Salt?) {
        guard facts.blob != Manifest.lost else { throw PartFault.altered }
        let context = try context()
        guard let length = try reading({ () throws(StoreError) in try session.vault.blobLength(facts.blob) }) else {
            throw PartFault.missing
        }
        guard length <= SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: Limits.attachment)) else {
            throw PartFault.altered
        }
        (sealedLength, piece, opened, salt) = (length, 0, [], nil)
        sealedHash = Digest()
        textHash = Digest()
        guard let first = try nextPiece() else { throw PartFault.altered }
        do {
            try session.keys.withCircleKey(context.circle, context.generation) { key in
                opener = try AttachmentOpener(first: first, under: key, context: context)
            }
        } catch Fault.keyUndelivered {
            throw PartFault.undelivered
        } catch let error as CryptoError {
            throw Self.fault(error)
        }
        while true {
            if let beginning = opener?.beginning { return (beginning.textLength, beginning.salt) }
            // A text in one chunk is known when all of it is opened.
            guard try openMore() else { return (opened.count, salt) }
        }
    }

    func next() throws -> [UInt8]? {
        while opened.isEmpty {
            if try !openMore() { return nil }
        }
        let portion = opened
        opened = []
        return portion
    }

    /// Opens one more piece; false where all was opened before.
    private func openMore() throws -> Bool {
        guard opener != nil else { return false }
        if let sealed = try nextPiece() {
            do throws(CryptoError) { take(try opener?.pull(sealed) ?? []) } catch { throw Self.fault(error) }
            return true
        }
        guard let last = opener.take() else { return false }
        let rest: OpenedText
        do throws(CryptoError) { rest = try last.finish() } catch { throw Self.fault(error) }
        salt = rest.salt
        take(rest.text)
        try compare(rest.salt)
        return true
    }

    private func take(_ text: [UInt8]) {
        textHash?.update(text)
        opened += text
    }

    /// Nothing of the last piece leaves before this.
    private func compare(_ salt: Salt) throws {
        guard let sealed = sealedHash.take(), let text = textHash.take() else { throw OurBug(place: "an attachment compared twice") }
        guard BlobHash.of(sealed) == facts.blob else { throw PartFault.altered }
        guard Commitment.ofText(digest: text.finish(), salt: salt, context: try context()) == facts.commitment else {
            throw PartFault.notTheAuthors
        }
    }

    private func nextPiece() throws -> [UInt8]? {
        let bytes = try reading { () throws(StoreError) in try session.vault.blobPiece(piece, of: facts.blob, length: sealedLength) }
        guard let bytes else { return nil }
        piece += 1
        sealedHash?.update(bytes)
        return bytes
    }

    /// Whatever generation it was sealed in, it stands in the present one of its circle.
    private func context() throws -> PartContext {
        guard let generation = session.state.circles[facts.circle]?.generation else { throw PartFault.missing }
        return PartContext(
            group: session.groupID, circle: facts.circle, generation: generation, item: item, part: facts.part,
            version: AttachmentRecord.version)
    }

    private func reading<Value>(_ body: () throws(StoreError) -> Value) throws -> Value {
        do throws(StoreError) { return try body() } catch {
            if case .damaged = error { throw PartFault.altered }
            throw Fault(vault: error)
        }
    }

    private static func fault(_ error: CryptoError) -> any Error {
        error == .unknownVersion || error == .unknownProtection ? Fault.newerVersion : PartFault.altered
    }
}
