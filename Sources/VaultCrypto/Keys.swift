package import VaultFormat

// The key schedule, from the root down. Each type says what its key does, and there is nothing else it can do:
//
//     MasterKey ── SigningKey(group, member, number)          seals the keys of memberships
//     CircleKey ── LogKey(epoch), ReadKey(epoch)              of the log circle; a CircleKey of any other seals parts
//     LogKey ───── PayloadKey(header), links, names, manifests
//     ReadKey ──── PayloadKey(header)

/// The root of one person's memberships on this computer: 32 random bytes, sealed in the identity file under the passphrase.
package struct MasterKey: ~Copyable {
    let bytes: GuardedBytes

    /// A new one.
    package static func random() -> MasterKey { MasterKey(bytes: .random(count: 32)) }

    /// Sealed for the identity file. `header` is the text that stands before it in the file, at most 65,535 bytes, and is bound to it.
    package borrowing func sealed(under key: borrowing UnlockKey, header: [UInt8]) -> [UInt8] {
        KeyBox.seal(bytes, under: key.bytes, .identity(header: header))
    }

    /// Opens ``sealed(under:header:)``. Throws ``CryptoError/commitment`` for another passphrase or header (the file's checksum
    /// line tells these apart from damage), or ``CryptoError/layout``, ``CryptoError/unknownVersion``, ``CryptoError/damaged``,
    /// ``CryptoError/unknownProtection``.
    package static func open(_ sealed: [UInt8], under key: borrowing UnlockKey, header: [UInt8]) throws(CryptoError) -> MasterKey {
        guard header.count <= UInt16.max else { throw .layout }
        return MasterKey(bytes: try KeyBox.open(sealed, under: key.bytes, .identity(header: header)))
    }
}

/// The key of one generation of one circle: 32 random bytes, wrapped to exactly the circle's members.
package struct CircleKey: ~Copyable {
    let bytes: GuardedBytes

    /// A new one.
    package static func random() -> CircleKey { CircleKey(bytes: .random(count: 32)) }

    /// What the entry that begins this generation commits to. Compare it before the key is used.
    package borrowing func commitment(group: GroupID, circle: CircleID, generation: Int) -> Commitment {
        bytes.withBytes { key in
            Commitment(trusted: Derivation.shown(from: key, .circleCommitment(group: group, circle: circle, generation: generation)))
        }
    }
}

/// The key of one epoch for what one must know to verify the log: membership, circles, items, names, manifests.
package struct LogKey: ~Copyable {
    let bytes: GuardedBytes

    /// From the log circle's key of that epoch.
    package init(_ key: borrowing CircleKey, group: GroupID, epoch: Int) {
        bytes = Derivation.key(from: key.bytes, .logKey(group: group, epoch: epoch))
    }

    init(bytes: consuming GuardedBytes) { self.bytes = bytes }

    /// The key of the epoch before, sealed under this one; `epoch` is this one's. So whoever holds the newest reads the log from its
    /// beginning.
    package borrowing func link(to previous: borrowing LogKey, group: GroupID, epoch: Int) -> [UInt8] {
        KeyBox.seal(previous.bytes, under: bytes, .link(group: group, epoch: epoch))
    }

    /// Opens ``link(to:group:epoch:)``; `epoch` is that of this key. Throws as ``MasterKey/open(_:under:header:)``.
    package borrowing func openLink(_ sealed: [UInt8], group: GroupID, epoch: Int) throws(CryptoError) -> LogKey {
        LogKey(bytes: try KeyBox.open(sealed, under: bytes, .link(group: group, epoch: epoch)))
    }
}

/// The key of one epoch for who looked at what. Unlike LogKeys these are not chained: a home keeps those it was given.
package struct ReadKey: ~Copyable {
    let bytes: GuardedBytes

    /// From the log circle's key of that epoch.
    package init(_ key: borrowing CircleKey, group: GroupID, epoch: Int) {
        bytes = Derivation.key(from: key.bytes, .readKey(group: group, epoch: epoch))
    }

    init(bytes: consuming GuardedBytes) { self.bytes = bytes }
}

/// The key of one payload, and of no other: the only key that may be shown, to disclose one entry of the log. One page of memory for one
/// after the other: a log has many.
struct PayloadKey: ~Copyable {
    private(set) var bytes = GuardedBytes(count: 32)

    /// Puts a key that somebody disclosed in place of the one that was here: 32 bytes, else ``CryptoError/badKey``.
    mutating func take(disclosed key: [UInt8]) throws(CryptoError) {
        guard key.count == 32 else { throw .badKey }
        bytes.withMutableBytes { bytes in
            for (index, byte) in key.enumerated() { bytes[index] = byte }
        }
    }

    /// 32 bytes with which anybody can open this payload.
    borrowing func disclosed() -> [UInt8] { bytes.copy(0..<32) }

    /// Puts the key of the payload with this header in place of the one that was here.
    mutating func derive(from key: borrowing GuardedBytes, group: GroupID, header: [UInt8]) {
        bytes.withMutableBytes { out in
            key.withBytes { Derivation.derive(from: $0, .payloadKey(group: group, header: header), into: &out) }
        }
    }
}
