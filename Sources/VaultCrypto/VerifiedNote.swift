package import VaultFormat

/// A signed note of which a signature was verified. There is no other way to get one than ``VaultFormat/SignedNote/verified(with:name:)``
/// and ``VaultFormat/SignedNote/verifiedSole(with:name:)``.
package struct VerifiedNote: Equatable, Sendable {
    /// What was signed.
    package let text: [UInt8]
    /// The name that signed it.
    package let name: String
    /// The key that signed it.
    package let key: SigningPublicKey

    fileprivate init(text: [UInt8], name: String, key: SigningPublicKey) {
        self.text = text
        self.name = name
        self.key = key
    }
}

/// Signing and verifying C2SP signed notes (https://c2sp.org/signed-note v1.0.0) with Ed25519, algorithm byte 0x01.
extension SignedNote {
    /// A note with one signature. `text` ends in a newline; `name` is a key name.
    package static func signed(text: [UInt8], name: String, by key: borrowing SigningKey) -> SignedNote {
        let line = SignatureLine(name: name, keyID: key.publicKey.keyID(name: name), signature: key.sign(text).bytes)
        return SignedNote(text: text, signatures: [line])
    }

    /// For checkpoints: exactly one line with this name and key id, and that one valid; lines of other keys do not count. Throws
    /// ``CryptoError/notSigner`` or ``CryptoError/badSignature``.
    package func verified(with key: SigningPublicKey, name: String) throws(CryptoError) -> VerifiedNote {
        let keyID = key.keyID(name: name)
        var found: SignatureLine?
        for line in signatures where line.name == name && line.keyID == keyID {
            guard found == nil else { throw .notSigner }
            found = line
        }
        guard let line = found else { throw .notSigner }
        guard let signature = try? Signature(exactly: line.signature), Sodium.isValid(signature, of: text, by: key) else {
            throw .badSignature
        }
        return VerifiedNote(text: text, name: name, key: key)
    }

    /// For entries: the only line of the note. Throws as ``verified(with:name:)``.
    package func verifiedSole(with key: SigningPublicKey, name: String) throws(CryptoError) -> VerifiedNote {
        guard signatures.count == 1 else { throw .notSigner }
        return try verified(with: key, name: name)
    }
}

extension SigningPublicKey {
    /// Ed25519 in signed notes.
    private static let algorithm: UInt8 = 0x01

    /// The four bytes that stand for key and name: the first of SHA-256(name || 0x0A || 0x01 || public key).
    package func keyID(name: String) -> [UInt8] {
        var named: [UInt8] = []
        named.reserveCapacity(name.utf8.count + 2 + Self.count)
        named.append(contentsOf: name.utf8)
        named.append(0x0a)
        named.append(Self.algorithm)
        named.append(contentsOf: bytes)
        return Array(Digest.sha256(named).prefix(4))
    }

    /// The spelling that Go's `note` package and other verifiers take: `name+key id+base64(0x01 || public key)`.
    package func verifierKey(name: String) -> String {
        "\(name)+\(Hex.encode(keyID(name: name)))+\(Base64.encode([Self.algorithm] + bytes))"
    }
}
