import VaultFormat

/// What a person types to open the identity: 1 to 1,024 bytes, taken as they are.
package struct Passphrase: ~Copyable {
    /// Of the most it may have; what is behind `count` means nothing.
    private let bytes: GuardedBytes
    private let count: Int

    private init(bytes: consuming GuardedBytes, count: Int) {
        self.bytes = bytes
        self.count = count
    }

    /// Reads one straight into guarded memory. `fill` gets 1,025 bytes (one more than a passphrase may have), writes the passphrase to the
    /// beginning and returns its length. Throws ``CryptoError/passphraseEmpty``, ``CryptoError/passphraseTooLong``, and what `fill` throws.
    package static func read(_ fill: (inout MutableRawSpan) throws -> Int) throws -> Passphrase {
        var bytes = GuardedBytes(count: Limits.passphrase + 1)
        let count = try bytes.withMutableBytes { bytes in
            // Sound: every byte is a valid UInt8, whatever is written.
            var raw = unsafe bytes.mutableBytes
            return try fill(&raw)
        }
        precondition((0...bytes.count).contains(count))
        guard count > 0 else { throw CryptoError.passphraseEmpty }
        guard count <= Limits.passphrase else { throw CryptoError.passphraseTooLong }
        return Passphrase(bytes: bytes, count: count)
    }

    /// Whether it has fewer bytes than a few words have: then it is likely to be found by trying.
    package var isShort: Bool { borrowing get { count < 16 } }

    /// Whether the two are the same, in time that shows their lengths at most.
    package borrowing func matches(_ other: borrowing Passphrase) -> Bool {
        withBytes { mine in other.withBytes { Sodium.equal(mine, $0) } }
    }

    borrowing func withBytes<R: ~Copyable, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        try bytes.withBytes { bytes throws(E) in try body(bytes.extracting(0..<count)) }
    }
}
