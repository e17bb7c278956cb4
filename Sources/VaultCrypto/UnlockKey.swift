import VaultFormat

/// How much work the passphrase hash is. Written in the identity file, where it is bound to what is sealed.
package struct KDFParameters: Equatable, Sendable {
    /// Passes over the memory.
    package let operations: Int
    /// Memory in KiB.
    package let memoryKiB: Int

    /// Takes what a file says; ``check()`` judges it.
    package init(operations: Int, memoryKiB: Int) {
        self.operations = operations
        self.memoryKiB = memoryKiB
    }

    /// The least that is accepted: 2 passes, 64 MiB.
    package static let interactive = KDFParameters(operations: 2, memoryKiB: 65_536)
    /// What a new identity gets: 3 passes, 256 MiB.
    package static let moderate = KDFParameters(operations: 3, memoryKiB: 262_144)
    /// For who wants to wait: 4 passes, 1 GiB.
    package static let sensitive = KDFParameters(operations: 4, memoryKiB: 1_048_576)

    /// Throws ``CryptoError/kdfBounds`` below 2 passes or 64 MiB (too easy to guess) and above 8 passes or 1 GiB (a file that makes
    /// the program hang). Done before any work.
    package func check() throws(CryptoError) {
        guard (2...8).contains(operations), (65_536...1_048_576).contains(memoryKiB) else { throw .kdfBounds }
    }
}

/// 16 random bytes that make the same passphrase give another key in every identity.
package struct KDFSalt: FixedBytes {
    package static let count = 16
    package let bytes: [UInt8]
    package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
}

/// What a passphrase becomes: 32 bytes of Argon2id (RFC 9106). It seals and opens the MasterKey.
package struct UnlockKey: ~Copyable {
    let bytes: GuardedBytes

    /// Takes up to a few seconds. Throws ``CryptoError/kdfBounds`` before any work, or ``CryptoError/outOfMemory``.
    package init(_ passphrase: borrowing Passphrase, salt: KDFSalt, parameters: KDFParameters) throws(CryptoError) {
        self.init(bytes: try Self.derive(passphrase, salt: salt, parameters: parameters))
    }

    init(bytes: consuming GuardedBytes) { self.bytes = bytes }

    private static func derive(
        _ passphrase: borrowing Passphrase, salt: KDFSalt, parameters: KDFParameters
    ) throws(CryptoError) -> GuardedBytes {
        try parameters.check()
        var key = GuardedBytes(count: 32)
        try key.withMutableBytes { key throws(CryptoError) in
            try passphrase.withBytes { passphrase throws(CryptoError) in
                try Sodium.argon2id(of: passphrase, salt: salt.bytes, parameters: parameters, into: &key)
            }
        }
        return key
    }
}
