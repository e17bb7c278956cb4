import Crypto
import Foundation
package import VaultFormat

/// The key that receives circle keys: X-Wing (ML-KEM-768 and X25519, draft-connolly-cfrg-xwing-kem), for HPKE (RFC 9180) in base mode.
/// Who records wraps today and has a quantum computer later still has to break ML-KEM; who breaks ML-KEM still has to break X25519.
///
/// HPKE does not say who wrapped. The signed entry does, by committing to the key and to every wrap.
package struct DecryptionKey: ~Copyable {
    /// 32 bytes, from which the key pair is computed for each use.
    let seed: GuardedBytes
    /// What others wrap to.
    package let publicKey: DecryptionPublicKey

    /// A new one.
    package static func random() -> DecryptionKey {
        // Every 32 bytes are a seed.
        guard let key = try? DecryptionKey(seed: .random(count: 32)) else { preconditionFailure("X-Wing refused a random seed") }
        return key
    }

    /// Throws ``CryptoError/badKey`` unless the seed has 32 bytes.
    init(seed: consuming GuardedBytes) throws(CryptoError) {
        publicKey = DecryptionPublicKey(trusted: Array(try Self.privateKey(of: seed).publicKey.rawRepresentation))
        self.seed = seed
    }

    /// Opens a wrap for this member. Throws ``CryptoError/wrap`` for anything else. Compare the key's commitment with the entry's
    /// before it is used.
    package borrowing func unwrap(
        _ wrap: Delivery.Wrap, group: GroupID, circle: CircleID, generation: Int, member: MemberID
    ) throws(CryptoError) -> CircleKey {
        CircleKey(bytes: try opened(wrap, .wrap(group: group, circle: circle, generation: generation, member: member)))
    }

    /// Opens an earlier epoch's ReadKey, given to this member. Throws ``CryptoError/wrap`` for anything else.
    package borrowing func unwrapRead(
        _ wrap: Delivery.Wrap, group: GroupID, epoch: Int, member: MemberID
    ) throws(CryptoError) -> ReadKey {
        ReadKey(bytes: try opened(wrap, .reads(group: group, epoch: epoch, member: member)))
    }

    private borrowing func opened(_ wrap: Delivery.Wrap, _ purpose: Purpose) throws(CryptoError) -> GuardedBytes {
        let privateKey = try Self.privateKey(of: seed)
        do {
            var recipient = try HPKE.Recipient(
                privateKey: privateKey, ciphersuite: Wrapping.suite, info: Data(purpose.message),
                encapsulatedKey: Data(wrap.bytes[..<Wrapping.encapsulationLength]))
            var opened = try recipient.open(wrap.bytes[Wrapping.encapsulationLength...])
            // swift-crypto hands the key out in ordinary memory; wiped where it stands, copies it made inside are out of reach.
            defer { opened.resetBytes(in: opened.startIndex..<opened.endIndex) }
            guard opened.count == 32 else { throw CryptoError.wrap }
            var key = GuardedBytes(count: 32)
            key.withMutableBytes { key in
                unsafe opened.withUnsafeBytes { (opened: UnsafeRawBufferPointer) in
                    for index in 0..<32 { unsafe key[index] = opened[index] }
                }
            }
            return key
        } catch {
            throw .wrap
        }
    }

    private static func privateKey(of seed: borrowing GuardedBytes) throws(CryptoError) -> XWingMLKEM768X25519.PrivateKey {
        do {
            return try seed.withBytes { seed in
                try unsafe seed.withUnsafeBufferPointer {
                    try unsafe XWingMLKEM768X25519.PrivateKey(seedRepresentation: $0, publicKey: nil)
                }
            }
        } catch {
            throw .badKey
        }
    }
}

extension CircleKey {
    /// Wraps the key to one member. Throws ``CryptoError/badKey`` for a public key that does not work.
    package borrowing func wrap(
        to publicKey: DecryptionPublicKey, group: GroupID, circle: CircleID, generation: Int, member: MemberID
    ) throws(CryptoError) -> Delivery.Wrap {
        try Wrapping.seal(bytes, to: publicKey, .wrap(group: group, circle: circle, generation: generation, member: member))
    }
}

extension ReadKey {
    /// Wraps the key of an epoch to somebody who was not there. Throws ``CryptoError/badKey`` for a public key that does not work.
    package borrowing func wrap(
        to publicKey: DecryptionPublicKey, group: GroupID, epoch: Int, member: MemberID
    ) throws(CryptoError) -> Delivery.Wrap {
        try Wrapping.seal(bytes, to: publicKey, .reads(group: group, epoch: epoch, member: member))
    }
}

extension DecryptionPublicKey {
    /// Throws ``CryptoError/badKey`` unless something can be wrapped to this key: bytes of the right length are parsed without
    /// complaint and fail at the first use, which must not be somebody's removal. A malformed ML-KEM half is what this finds.
    package func check() throws(CryptoError) {
        let nobody = MemberID.random()
        _ = try CircleKey.random().wrap(to: self, group: .random(), circle: .random(), generation: 0, member: nobody)
    }
}

private enum Wrapping {
    static var suite: HPKE.Ciphersuite { .XWingMLKEM768X25519_SHA256_AES_GCM_256 }
    /// ML-KEM-768 ciphertext (1,088) and X25519 public key (32).
    static let encapsulationLength = 1120

    static func seal(_ key: borrowing GuardedBytes, to publicKey: DecryptionPublicKey, _ purpose: Purpose) throws(CryptoError)
        -> Delivery.Wrap
    {
        do {
            let recipient = try XWingMLKEM768X25519.PublicKey(rawRepresentation: publicKey.bytes)
            var sender = try HPKE.Sender(recipientKey: recipient, ciphersuite: suite, info: Data(purpose.message))
            let sealed = try key.withBytes { key in try unsafe key.withUnsafeBufferPointer { try unsafe sender.seal($0) } }
            return try Delivery.Wrap(exactly: Array(sender.encapsulatedKey) + Array(sealed))
        } catch {
            throw .badKey
        }
    }
}
