import VaultFormat

/// Seals keys under keys. Same format as texts, 32 bytes long, but a key goes from guarded memory to guarded memory.
enum KeyBox {
    private static let keyLength = 32
    private static let innerLength = SealedLayout.innerLength(forText: keyLength)
    private static let keyRange = SealedLayout.innerPreambleLength..<(SealedLayout.innerPreambleLength + keyLength)

    /// Seals 32 bytes of key.
    static func seal(_ key: borrowing GuardedBytes, under root: borrowing GuardedBytes, _ purpose: Purpose) -> [UInt8] {
        precondition(key.count == keyLength)
        let preamble = InsidePreamble(salt: .random(), textLength: keyLength).bytes
        var inside = GuardedBytes(count: innerLength)
        inside.withMutableBytes { inside in
            for (index, byte) in preamble.enumerated() { inside[index] = byte }
            key.withBytes { key in
                for (index, target) in keyRange.enumerated() { inside[target] = key[index] }
            }
        }
        var stream = SealedStream()
        var sealed = stream.beginSealing(under: root, purpose, header: SecureRandom.bytes(SealedLayout.headerLength))
        inside.withBytes { stream.push($0, isLast: true, onto: &sealed) }
        return sealed
    }

    /// Opens 32 bytes of key. Throws as ``SealedStream/open(_:under:_:)``.
    static func open(
        _ sealed: [UInt8], under root: borrowing GuardedBytes, _ purpose: Purpose
    ) throws(CryptoError) -> GuardedBytes {
        var stream = SealedStream()
        try stream.beginOpening(sealed, under: root, purpose)
        guard sealed.count == SealedLayout.sealedLength(inner: innerLength) else { throw .damaged }
        var inside = GuardedBytes(count: innerLength)
        try inside.withMutableBytes { inside throws(CryptoError) in
            try stream.pull(sealed.span.extracting(SealedLayout.preambleLength..<sealed.count), isLast: true, into: &inside)
        }
        let preamble = try InsidePreamble(reading: inside.copy(0..<keyRange.lowerBound)[...])
        let paddingIsZero = inside.withBytes { Sodium.isZero($0.extracting(keyRange.upperBound..<innerLength)) }
        guard preamble.textLength == keyLength, paddingIsZero else { throw .damaged }
        return inside.guardedCopy(keyRange)
    }
}

/// The header of something sealed.
enum SealedHeader {
    /// The 32 bytes behind the magic. Throws ``CryptoError/layout`` or ``CryptoError/unknownVersion``.
    static func read(_ sealed: [UInt8]) throws(CryptoError) -> [UInt8] {
        try CryptoError.checkLayout(of: sealed)
        return Array(sealed[SealedLayout.magic.count..<SealedLayout.prefixLength])
    }
}

extension CryptoError {
    /// Throws ``CryptoError/layout`` or ``CryptoError/unknownVersion`` unless `bytes` begin as everything sealed does and are long enough.
    static func checkLayout(of bytes: [UInt8]) throws(CryptoError) {
        do {
            try SealedLayout.check(bytes)
        } catch {
            throw error == .unknownVersion ? .unknownVersion : .layout
        }
    }
}
