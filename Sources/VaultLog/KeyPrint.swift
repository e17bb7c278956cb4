import VaultCrypto
package import VaultFormat

/// SHA-256 of a key, by which the state remembers that it was used.
package enum KeyPrint {
    /// Of a key that verifies.
    package static func of(_ key: SigningPublicKey) -> BlobHash { BlobHash.of(key.bytes) }
    /// Of a key that receives wraps.
    package static func of(_ key: DecryptionPublicKey) -> BlobHash { BlobHash.of(key.bytes) }
}
