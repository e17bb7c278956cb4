package import VaultFormat

/// The key that signs one member's entries and checkpoints: Ed25519. Its seed is derived, so that it comes back from the MasterKey alone.
package struct SigningKey: ~Copyable {
    /// As libsodium keeps it: seed, then public key.
    private let secret: GuardedBytes
    /// What others verify with.
    package let publicKey: SigningPublicKey

    /// `number` counts the member's signing keys from 1.
    package init(_ master: borrowing MasterKey, group: GroupID, member: MemberID, number: Int) {
        self.init(seed: Derivation.key(from: master.bytes, .signingSeed(group: group, member: member, number: number)))
    }

    init(seed: consuming GuardedBytes) {
        var secret = GuardedBytes(count: 64)
        publicKey = secret.withMutableBytes { secret in
            seed.withBytes { Sodium.signingKeyPair(seed: $0, secret: &secret) }
        }
        self.secret = secret
    }

    /// Signs all of `message`, which says by its first line what it is.
    package borrowing func sign(_ message: [UInt8]) -> Signature {
        secret.withBytes { Sodium.sign(message, secret: $0) }
    }
}
