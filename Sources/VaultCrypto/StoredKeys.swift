package import VaultFormat

/// Which key is stored, so that one cannot be put in another's place.
enum StoredKeyKind: String, CaseIterable {
    case circle, log, read, decryption
}

// Keys that a home keeps, sealed under the MasterKey. Group, kind, circle and number are bound to them; openings throw as
// ``MasterKey/open(_:under:header:)`` does, ``CryptoError/commitment`` where one of those differs.

extension CircleKey {
    /// Sealed for the home.
    package borrowing func sealed(under master: borrowing MasterKey, group: GroupID, circle: CircleID, generation: Int) -> [UInt8] {
        KeyBox.seal(bytes, under: master.bytes, .storedKey(.circle, group: group, circle: circle, generation: generation))
    }

    /// Opens what ``sealed(under:group:circle:generation:)`` made. Throws ``CryptoError``.
    package static func open(
        _ sealed: [UInt8], under master: borrowing MasterKey, group: GroupID, circle: CircleID, generation: Int
    ) throws(CryptoError) -> CircleKey {
        let purpose = Purpose.storedKey(.circle, group: group, circle: circle, generation: generation)
        return CircleKey(bytes: try KeyBox.open(sealed, under: master.bytes, purpose))
    }
}

extension LogKey {
    /// Sealed for the home.
    package borrowing func sealed(under master: borrowing MasterKey, group: GroupID, epoch: Int) -> [UInt8] {
        KeyBox.seal(bytes, under: master.bytes, .storedKey(.log, group: group, circle: nil, generation: epoch))
    }

    /// Opens what ``sealed(under:group:epoch:)`` made. Throws ``CryptoError``.
    package static func open(
        _ sealed: [UInt8], under master: borrowing MasterKey, group: GroupID, epoch: Int
    ) throws(CryptoError) -> LogKey {
        LogKey(bytes: try KeyBox.open(sealed, under: master.bytes, .storedKey(.log, group: group, circle: nil, generation: epoch)))
    }
}

extension ReadKey {
    /// Sealed for the home.
    package borrowing func sealed(under master: borrowing MasterKey, group: GroupID, epoch: Int) -> [UInt8] {
        KeyBox.seal(bytes, under: master.bytes, .storedKey(.read, group: group, circle: nil, generation: epoch))
    }

    /// Opens what ``sealed(under:group:epoch:)`` made. Throws ``CryptoError``.
    package static func open(
        _ sealed: [UInt8], under master: borrowing MasterKey, group: GroupID, epoch: Int
    ) throws(CryptoError) -> ReadKey {
        ReadKey(bytes: try KeyBox.open(sealed, under: master.bytes, .storedKey(.read, group: group, circle: nil, generation: epoch)))
    }
}

extension DecryptionKey {
    /// Sealed for the home; `number` counts the member's decryption keys.
    package borrowing func sealed(under master: borrowing MasterKey, group: GroupID, number: Int) -> [UInt8] {
        KeyBox.seal(seed, under: master.bytes, .storedKey(.decryption, group: group, circle: nil, generation: number))
    }

    /// Opens what ``sealed(under:group:number:)`` made and computes the public key again. Throws ``CryptoError``.
    package static func open(
        _ sealed: [UInt8], under master: borrowing MasterKey, group: GroupID, number: Int
    ) throws(CryptoError) -> DecryptionKey {
        let purpose = Purpose.storedKey(.decryption, group: group, circle: nil, generation: number)
        return try DecryptionKey(seed: try KeyBox.open(sealed, under: master.bytes, purpose))
    }
}
