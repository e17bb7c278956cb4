import VaultCrypto
import VaultFormat
import VaultLog

/// What is sealed and opened with the keys of a membership, parts of cases apart: payloads, names, manifests, rows of the home.
extension KeyRing {
    /// Seals a payload: reveals under the ReadKey of the epoch, everything else under its LogKey.
    func seal(_ payload: Payload, epoch: Int) throws -> [UInt8] {
        try withLogKey(epoch) { log in
            guard payload.event.isReveal else { return sealer.seal(payload: payload.bytes, under: log, group: group) }
            let sealed = try withReadKey(epoch) { sealer.seal(payload: payload.bytes, under: $0, markedWith: log, group: group) }
            guard let sealed else { throw Fault.homeDamaged }
            return sealed
        }
    }

    /// Opens a payload under the LogKey or ReadKey of its epoch, as its header is marked. Throws ``Fault/newerVersion``.
    func read(_ sealed: [UInt8], epoch: Int) throws -> SealedReading {
        do {
            return try withLogKey(epoch) { log in
                guard try log.marksRead(sealed, group: group) else {
                    // Opened apart: what does not open is something else than what opens and is no payload.
                    let inside = try sealer.open(payload: sealed, under: log, group: group)
                    return .opened(try? Payload.read(inside), underReadKey: false)
                }
                let reading = try withReadKey(epoch) { read in
                    let inside = try sealer.open(payload: sealed, under: read, group: group)
                    return SealedReading.opened(try? Payload.read(inside), underReadKey: true)
                }
                return reading ?? .unreadable
            }
        } catch let error as CryptoError {
            if error == .unknownVersion || error == .unknownProtection { throw Fault.newerVersion }
            return .doesNotOpen
        }
    }

    /// The one key that opens this payload and no other, to be given away.
    func payloadKey(of sealed: [UInt8], epoch: Int, underReadKey: Bool) throws -> [UInt8] {
        let disclosed: [UInt8]?
        if underReadKey {
            disclosed = try withReadKey(epoch) { try sealer.disclosedKey(of: sealed, under: $0, group: group) }
        } else {
            disclosed = try withLogKey(epoch) { try sealer.disclosedKey(of: sealed, under: $0, group: group) }
        }
        guard let disclosed else { throw Fault.homeDamaged }
        return disclosed
    }

    /// Seals the group's name under the first LogKey.
    func seal(groupName: String) throws -> [UInt8] {
        try withLogKey(1) { sealer.seal(groupName: Array(groupName.utf8), under: $0, group: group) }
    }

    /// Opens the group's name. Throws ``CryptoError`` or ``Fault``.
    func open(groupName sealed: [UInt8]) throws -> String {
        let bytes = try withLogKey(1) { try sealer.open(groupName: sealed, under: $0, group: group) }
        return try Line(kept: bytes, limit: Limits.name).text
    }

    /// Seals a manifest under the LogKey of the epoch.
    func seal(_ manifest: Manifest, epoch: Int) throws -> [UInt8] {
        try withLogKey(epoch) { sealer.seal(manifest: manifest.bytes, under: $0, group: group) }
    }

    /// Opens a manifest; nil where it is not one.
    func open(manifest sealed: [UInt8], epoch: Int) throws -> Manifest? {
        try withLogKey(epoch) { key in
            (try? sealer.open(manifest: sealed, under: key, group: group)).flatMap { try? Manifest(parsing: $0) }
        }
    }

    /// Seals the list of an import under the LogKey of the epoch.
    func seal(_ list: ImportList, epoch: Int) throws -> [UInt8] {
        try withLogKey(epoch) { sealer.seal(manifest: list.bytes, under: $0, group: group) }
    }

    /// Opens the list of an import; nil where it is none.
    func open(importList sealed: [UInt8], epoch: Int) throws -> ImportList? {
        try withLogKey(epoch) { key in
            (try? sealer.open(manifest: sealed, under: key, group: group)).flatMap { try? ImportList(parsing: $0) }
        }
    }

    /// Opens the payload of an entry that begins an epoch, under the key it delivered. Throws ``Fault/newerVersion``.
    func read(_ sealed: [UInt8], with key: borrowing CircleKey, epoch: Int) throws -> SealedReading {
        let log = LogKey(key, group: group, epoch: epoch)
        do throws(CryptoError) {
            let inside = try sealer.open(payload: sealed, under: log, group: group)
            return .opened(try? Payload.read(inside), underReadKey: false)
        } catch {
            if error == .unknownVersion || error == .unknownProtection { throw Fault.newerVersion }
            return .doesNotOpen
        }
    }

    /// Seals a person's name under the LogKey of the epoch.
    func seal(name: String, of member: MemberID, epoch: Int) throws -> [UInt8] {
        try withLogKey(epoch) { sealer.seal(name: Array(name.utf8), of: member, under: $0, group: group) }
    }

    /// Opens a person's name. Throws ``CryptoError`` or ``Fault``.
    func open(name sealed: [UInt8], of member: MemberID, epoch: Int) throws -> String {
        let bytes = try withLogKey(epoch) { try sealer.open(name: sealed, of: member, under: $0, group: group) }
        return try Line(kept: bytes, limit: Limits.name).text
    }

    /// Seals a row of the home, bound to its kind and number.
    func seal(row: [UInt8], _ kind: HomeRow, _ number: Int) -> [UInt8] {
        sealer.seal(row: row, kind, number: number, under: master, group: group)
    }

    /// Opens a row of the home. Throws ``Fault/homeDamaged``.
    func open(row sealed: [UInt8], _ kind: HomeRow, _ number: Int) throws -> [UInt8] {
        do throws(CryptoError) {
            return try sealer.open(row: sealed, kind, number: number, under: master, group: group)
        } catch {
            throw Fault.homeDamaged
        }
    }
}
