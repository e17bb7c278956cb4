package import VaultFormat

// An attachment is too large for memory, and the entry that adds it names the hash of its sealed bytes and is signed before any of them is
// written. So it is sealed twice (Docs/Decisions/0011): an ``AttachmentDraft`` draws the random headers, seals, opens what it sealed and
// keeps nothing but hashes; an ``AttachmentSealer`` begins again from the same headers and gives the bytes. No nonce serves two texts that
// anybody sees: the draft's ciphertext never leaves this file, a draft can be sealed once (it cannot be copied), no caller sees or chooses
// a header, and the sealer withholds its last bytes, without which nothing opens, unless all of them have the draft's hash.

/// Seals the body of an attachment piece by piece for its hashes alone, in memory for one chunk.
package struct AttachmentDraft: ~Copyable {
    private let context: PartContext
    private let salt: Salt
    private let textLength: Int
    private let preamble: [UInt8]
    private var stream = SealedStream()
    private var writer: SealedWriter
    private var sealed: [UInt8]
    private var sealedHash = Digest()
    private var textHash = Digest()
    // What was sealed is opened again at once.
    private var again = SealedStream()
    private var reader = SealedReader()
    private var reopenedHash = Digest()

    /// `textLength` is the length of all that will come, 0...``Limits/attachment``. A salt is passed where an attachment is sealed anew.
    package init(textLength: Int, salt: Salt? = nil, under key: borrowing CircleKey, context: PartContext) {
        self.context = context
        self.salt = salt ?? .random()
        self.textLength = textLength
        writer = SealedWriter(InsidePreamble(salt: self.salt, textLength: textLength))
        preamble = stream.beginSealing(under: key.bytes, .part(context), header: SecureRandom.bytes(SealedLayout.headerLength))
        again.beginAgain(under: key.bytes, .part(context), preamble: preamble)
        sealed = []
        sealedHash.update(preamble)
    }

    /// Takes more of the text. More than was announced is our bug.
    package mutating func push(_ text: [UInt8]) {
        textHash.update(text)
        writer.write(text, through: &stream, onto: &sealed)
        do throws(CryptoError) {
            var opened: [UInt8] = []
            try reader.read(sealed[...], through: &again, onto: &opened)
            reopenedHash.update(opened)
        } catch { preconditionFailure("an attachment does not open as it was sealed") }
        forgetSealed()
    }

    /// Ends the text, and compares what was opened again with it. Less text than was announced is our bug.
    package consuming func finish() -> DraftedAttachment {
        let salt = salt
        writer.finish(through: &stream, onto: &sealed)
        do throws(CryptoError) {
            var opened: [UInt8] = []
            try reader.read(sealed[...], through: &again, onto: &opened)
            let sealedSalt = try reader.finish(through: &again, onto: &opened)
            reopenedHash.update(opened)
            precondition(sealedSalt == salt)
        } catch { preconditionFailure("an attachment does not open as it was sealed") }
        forgetSealed()
        let digest = textHash.finish()
        let reopened = reopenedHash.finish()
        precondition(reopened == digest, "an attachment does not open as it was sealed")
        return DraftedAttachment(
            context: context, salt: salt, textLength: textLength, preamble: preamble, blob: .of(sealedHash),
            commitment: .ofText(digest: digest, salt: salt, context: context))
    }

    private mutating func forgetSealed() {
        sealedHash.update(sealed)
        sealed.removeAll(keepingCapacity: true)
    }
}

/// An attachment that was sealed for its hashes, and can be sealed once more, to those very bytes.
package struct DraftedAttachment: ~Copyable {
    /// Where it stands.
    package let context: PartContext
    fileprivate let salt: Salt
    fileprivate let textLength: Int
    fileprivate let preamble: [UInt8]
    /// Name of the sealed bytes.
    package let blob: BlobHash
    /// To the text, with the salt that is sealed with it.
    package let commitment: Commitment

    fileprivate init(
        context: PartContext, salt: Salt, textLength: Int, preamble: [UInt8], blob: BlobHash, commitment: Commitment
    ) {
        self.context = context
        self.salt = salt
        self.textLength = textLength
        self.preamble = preamble
        self.blob = blob
        self.commitment = commitment
    }
}

/// Seals the body of an attachment piece by piece, in memory for one chunk, to the bytes that its draft had and that ``PartSealer`` would
/// make of the whole.
package struct AttachmentSealer: ~Copyable {
    private var stream = SealedStream()
    private var writer: SealedWriter
    private var waiting: [UInt8]
    private var hash = Digest()
    private let blob: BlobHash

    /// The key is that of the draft; another one is our bug.
    package init(_ draft: consuming DraftedAttachment, under key: borrowing CircleKey) {
        writer = SealedWriter(InsidePreamble(salt: draft.salt, textLength: draft.textLength))
        stream.beginAgain(under: key.bytes, .part(draft.context), preamble: draft.preamble)
        waiting = draft.preamble
        blob = draft.blob
    }

    /// Takes more of the text and returns the sealed bytes that are ready, often none. More than was announced is our bug.
    package mutating func push(_ text: [UInt8]) -> [UInt8] {
        writer.write(text, through: &stream, onto: &waiting)
        return take()
    }

    /// Returns the last sealed bytes. Throws ``CryptoError/changed`` instead where the text is not the one that was drafted. Less text than
    /// was announced is our bug.
    package consuming func finish() throws(CryptoError) -> [UInt8] {
        writer.finish(through: &stream, onto: &waiting)
        let last = take()
        guard BlobHash.of(hash) == blob else { throw .changed }
        return last
    }

    private mutating func take() -> [UInt8] {
        let ready = waiting
        hash.update(ready)
        waiting = []
        return ready
    }
}

/// Opens the body of an attachment piece by piece. Each piece of text that it returns is authentic, but only ``finish()`` shows that the
/// text was not cut off: show or keep nothing before all sealed bytes matched the hash in their entry.
package struct AttachmentOpener: ~Copyable {
    private var stream = SealedStream()
    private var reader = SealedReader()
    private var opened: [UInt8] = []

    /// `first` is the beginning of the sealed bytes: 114 bytes or more, or all. Throws ``CryptoError/layout``,
    /// ``CryptoError/unknownVersion`` or ``CryptoError/commitment``, and else as ``pull(_:)``.
    package init(first: [UInt8], under key: borrowing CircleKey, context: PartContext) throws(CryptoError) {
        try stream.beginOpening(first, under: key.bytes, .part(context))
        try reader.read(first[SealedLayout.preambleLength...], through: &stream, onto: &opened)
    }

    /// What the first chunk says of the text: its salt, and how many bytes it has. Nil until that chunk was opened, which is when more
    /// followed it or all was opened.
    package var beginning: (salt: Salt, textLength: Int)? { reader.preamble.map { ($0.salt, $0.textLength) } }

    /// Takes the next sealed bytes and returns the text that is ready, often none.
    /// Throws ``CryptoError/damaged`` or ``CryptoError/unknownProtection``.
    package mutating func pull(_ sealed: [UInt8]) throws(CryptoError) -> [UInt8] {
        try reader.read(sealed[...], through: &stream, onto: &opened)
        return take()
    }

    /// Returns the rest of the text, and the salt. Throws as ``pull(_:)``.
    package consuming func finish() throws(CryptoError) -> OpenedText {
        let salt = try reader.finish(through: &stream, onto: &opened)
        return OpenedText(text: take(), salt: salt)
    }

    private mutating func take() -> [UInt8] {
        let ready = opened
        opened = []
        return ready
    }
}
