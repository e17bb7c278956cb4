import VaultFormat

/// Seals the body of an attachment piece by piece, in memory for one chunk, to the same bytes that ``PartSealer`` would make of the whole.
package struct AttachmentSealer: ~Copyable {
    private var stream = SealedStream()
    private var writer: SealedWriter
    private var waiting: [UInt8]
    /// Goes into ``Commitment/ofText(digest:salt:context:)``.
    package let salt: Salt

    /// `textLength` is the length of all that will come, 0...``Limits/attachment``. A salt is passed where an attachment is sealed anew.
    package init(textLength: Int, salt: Salt? = nil, under key: borrowing CircleKey, context: PartContext) {
        self.salt = salt ?? .random()
        writer = SealedWriter(InsidePreamble(salt: self.salt, textLength: textLength))
        waiting = stream.beginSealing(under: key.bytes, .part(context), header: SecureRandom.bytes(SealedLayout.headerLength))
    }

    /// Takes more of the text and returns the sealed bytes that are ready, often none. More than was announced is our bug.
    package mutating func push(_ text: [UInt8]) -> [UInt8] {
        writer.write(text, through: &stream, onto: &waiting)
        return take()
    }

    /// Returns the last sealed bytes. Less text than was announced is our bug.
    package consuming func finish() -> [UInt8] {
        writer.finish(through: &stream, onto: &waiting)
        return take()
    }

    private mutating func take() -> [UInt8] {
        let ready = waiting
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
