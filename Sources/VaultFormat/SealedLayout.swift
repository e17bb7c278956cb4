/// The bytes of everything sealed (Docs/Format.md, "The sealed format"):
/// `magic and version (8) | random header (32) | commitment (32) | secretstream header (24) | chunks`.
package enum SealedLayout {
    /// `kluis`, 0x2F, and the version as two big-endian bytes.
    package static let magic: [UInt8] = [0x6b, 0x6c, 0x75, 0x69, 0x73, 0x2f, 0x00, 0x01]
    /// Bytes of the random header.
    package static let headerLength = 32
    /// Bytes of the key commitment.
    package static let commitmentLength = 32
    /// Bytes of libsodium's secretstream header.
    package static let streamHeaderLength = 24
    /// Most plaintext bytes in one chunk; every chunk but the last has exactly this many.
    package static let chunkLength = 65_536
    /// Bytes secretstream adds to each chunk (one tag byte, 16 of Poly1305).
    package static let chunkOverhead = 17
    /// Everything that the derived key and the commitment are bound to: magic and random header.
    package static let prefixLength = 8 + 32
    /// Bytes before the first chunk.
    package static let preambleLength = 8 + 32 + 32 + 24
    /// Bytes before the text inside: protection byte, salt, length.
    package static let innerPreambleLength = 1 + 32 + 8

    /// Length of the padded inside for a text of `length` bytes: Padmé of the whole, at least 256.
    package static func innerLength(forText length: Int) -> Int { Padding.padme(innerPreambleLength + length, atLeast: 256) }

    /// Length of the sealed bytes for an inside of `inner` bytes.
    package static func sealedLength(inner: Int) -> Int {
        preambleLength + inner + chunkOverhead * max(1, (inner + chunkLength - 1) / chunkLength)
    }

    /// Throws ``FormatError/layout`` where the magic is missing or the length impossible, ``FormatError/unknownVersion`` for another
    /// version.
    package static func check(_ bytes: [UInt8]) throws(FormatError) {
        guard bytes.count >= 8, bytes[..<6].elementsEqual(magic[..<6]) else { throw .layout }
        guard bytes[6] == magic[6], bytes[7] == magic[7] else { throw .unknownVersion }
        guard bytes.count > preambleLength + chunkOverhead else { throw .layout }
    }
}

/// Padmé (Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019):
/// lengths are rounded up so that at most O(log log n) bits of them show, for at most 12 % more.
package enum Padding {
    /// The padded length of `length` bytes, not below `minimum`.
    package static func padme(_ length: Int, atLeast minimum: Int) -> Int {
        let target = max(length, minimum)
        let exponent = Int.bitWidth - 1 - target.leadingZeroBitCount
        let exponentBits = Int.bitWidth - exponent.leadingZeroBitCount
        let mask = (1 << (exponent - exponentBits)) - 1
        return (target + mask) & ~mask
    }
}
