import VaultFormat

/// Random bytes sealed with every text. With a part's salt its author commits to the text (``Commitment/ofText(_:salt:context:)``),
/// so it is carried along when the part is sealed anew.
package struct Salt: FixedBytes {
    package static let count = 32
    package let bytes: [UInt8]
    package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
}

/// What stands before the text inside: one byte of inner protection, the salt, the text's length as eight big-endian bytes.
struct InsidePreamble {
    let salt: Salt
    /// Bytes of the text, 0...``Limits/attachment``.
    let textLength: Int

    /// The text, once opened, is readable as it is. Others will need a second half of the key.
    private static let unprotected: UInt8 = 0

    init(salt: Salt, textLength: Int) {
        precondition((0...Limits.attachment).contains(textLength))
        self.salt = salt
        self.textLength = textLength
    }

    /// Throws ``CryptoError/unknownProtection``, or ``CryptoError/damaged`` for too few bytes or an impossible length.
    init(reading bytes: ArraySlice<UInt8>) throws(CryptoError) {
        guard bytes.count == SealedLayout.innerPreambleLength, let protection = bytes.first else { throw .damaged }
        guard protection == Self.unprotected else { throw .unknownProtection }
        let saltStart = bytes.startIndex + 1
        let lengthStart = saltStart + Salt.count
        let length = bytes[lengthStart...].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard length <= UInt64(Limits.attachment) else { throw .damaged }
        salt = Salt(trusted: Array(bytes[saltStart..<lengthStart]))
        textLength = Int(length)
    }

    var bytes: [UInt8] {
        [Self.unprotected] + salt.bytes + (0..<8).map { UInt8(truncatingIfNeeded: textLength >> (56 - 8 * $0)) }
    }

    /// Zero bytes behind the text.
    var paddingLength: Int { SealedLayout.innerLength(forText: textLength) - SealedLayout.innerPreambleLength - textLength }
}
