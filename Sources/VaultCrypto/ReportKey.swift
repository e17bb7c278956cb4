import Crypto
package import VaultFormat

/// The key that signs one member's reports and exports for people outside the group: Ed25519, derived beside the ``SigningKey``, so that it
/// comes back from the MasterKey alone and cannot sign entries.
package struct ReportKey: ~Copyable {
    private let key: SigningKey

    /// `number` counts the member's signing keys from 1; each has one report key.
    package init(_ master: borrowing MasterKey, group: GroupID, member: MemberID, number: Int) {
        key = SigningKey(seed: Derivation.key(from: master.bytes, .reportSeed(group: group, member: member, number: number)))
    }

    /// What others verify with.
    package var publicKey: SigningPublicKey { key.publicKey }

    /// Signs a file for one use.
    package borrowing func sign(_ file: [UInt8], for namespace: SSHSignature.Namespace) -> SSHSignature {
        let message = SSHSignature.signedBytes(namespace: namespace, digest: SSHSignature.digest(of: file))
        return SSHSignature(key: key.publicKey, namespace: namespace, signature: key.sign(message))
    }

    /// Signs a file that was too long to keep, of which `digest` saw every byte.
    package borrowing func sign(_ digest: borrowing ReportDigest, for namespace: SSHSignature.Namespace) -> SSHSignature {
        let message = SSHSignature.signedBytes(namespace: namespace, digest: digest.finish())
        return SSHSignature(key: key.publicKey, namespace: namespace, signature: key.sign(message))
    }

    /// The member's log key says whose this key is (``VaultFormat/ReportKeyText``): a signed note under the log key's name.
    package borrowing func vouched(by signing: borrowing SigningKey, name: KeyName) -> SignedNote {
        SignedNote.signed(text: ReportKeyText(group: name.group, key: key.publicKey).bytes, name: name.text, by: signing)
    }
}

/// SHA-512 (FIPS 180-4) of a file that passes by in portions.
package struct ReportDigest: ~Copyable {
    private var hash = SHA512()

    /// Of nothing yet.
    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

    fileprivate borrowing func finish() -> [UInt8] { Array(hash.finalize()) }
}

/// A file of which a signature was verified. Only ``VaultFormat/SSHSignature/verified(over:for:)`` makes one.
package struct VerifiedFile: Equatable, Sendable {
    /// What was signed.
    package let bytes: [UInt8]
    /// The key that signed it; whose that is, is for others to say.
    package let key: SigningPublicKey

    fileprivate init(bytes: [UInt8], key: SigningPublicKey) {
        self.bytes = bytes
        self.key = key
    }
}

extension SSHSignature {
    /// Throws ``CryptoError/notSigner`` for a signature for another use, ``CryptoError/badSignature``.
    package func verified(over file: [UInt8], for namespace: Namespace) throws(CryptoError) -> VerifiedFile {
        guard namespace == self.namespace else { throw .notSigner }
        let message = Self.signedBytes(namespace: namespace, digest: Self.digest(of: file))
        guard Sodium.isValid(signature, of: message, by: key) else { throw .badSignature }
        return VerifiedFile(bytes: file, key: key)
    }

    fileprivate static func digest(of file: [UInt8]) -> [UInt8] { Array(SHA512.hash(data: file)) }
}
