package import VaultCrypto
import VaultFormat
import VaultSystem

/// The identity file as read: its checksum fits, nothing is opened yet.
package struct IdentityFile: Equatable {
    private let text: IdentityText
    private let parameters: KDFParameters
    /// SHA-256 of the whole file, 32 bytes: which identity under which passphrase it is.
    let fingerprint: [UInt8]

    /// Throws ``Fault``: no identity, damaged, cost refused, newer version, io, and a home that others may write in.
    static func read(in directory: HomeDirectory) throws -> IdentityFile {
        try directory.requireTrusted()
        let bytes: [UInt8]
        do throws(SystemError) {
            bytes = try Files.read(directory.identity, limit: IdentityText.maximumLength)
        } catch {
            switch error {
            case .notFound: throw Fault.noIdentity
            case .tooLarge: throw Fault.identityDamaged
            default: throw Fault(error)
            }
        }
        let text: IdentityText
        do throws(FormatError) { text = try IdentityText(parsing: bytes) } catch {
            throw error == .unknownVersion ? Fault.newerVersion : Fault.identityDamaged
        }
        guard Digest.sha256(text.checked) == text.checksum else { throw Fault.identityDamaged }
        let parameters = KDFParameters(operations: text.operations, memoryKiB: text.memoryKiB)
        do throws(CryptoError) { try parameters.check() } catch { throw Fault.identityCostRefused }
        return IdentityFile(text: text, parameters: parameters, fingerprint: Digest.sha256(bytes))
    }

    /// The fingerprint of whatever stands at this path now; nil where that cannot be read.
    static func fingerprint(at path: String) -> [UInt8]? {
        (try? Files.read(path, limit: IdentityText.maximumLength)).map(Digest.sha256)
    }

    /// Throws ``Fault/wrongPassphrase``, or ``Fault/identityDamaged`` where the key opens and its inside is not what it must be.
    package func unlock(_ passphrase: borrowing Passphrase) throws -> MasterKey { try open(under: try unlockKey(passphrase)) }

    /// The slow half of unlocking. Throws ``Fault``: not enough memory.
    package func unlockKey(_ passphrase: borrowing Passphrase) throws -> UnlockKey {
        do { return try UnlockKey(passphrase, salt: try KDFSalt(exactly: text.salt), parameters: parameters) } catch CryptoError.outOfMemory
        {
            throw Fault.io(.failed(12))
        } catch is CryptoError {
            throw Fault.identityDamaged
        }
    }

    /// The quick half. Throws ``Fault/wrongPassphrase``, or ``Fault/identityDamaged`` where the key opens and its inside is not what it
    /// must be.
    package func open(under unlock: borrowing UnlockKey) throws -> MasterKey {
        do throws(CryptoError) { return try MasterKey.open(text.key, under: unlock, header: text.header) } catch {
            switch error {
            case .commitment: throw Fault.wrongPassphrase
            case .unknownVersion, .unknownProtection: throw Fault.newerVersion
            default: throw Fault.identityDamaged
            }
        }
    }

    /// What belongs to one passphrase: another one comes with another salt.
    package var salt: [UInt8] { text.salt }

    /// The person's name. Throws ``Fault/identityDamaged``.
    func name(_ master: borrowing MasterKey) throws -> String {
        var sealer = PartSealer()
        guard let bytes = try? sealer.open(ownName: text.name, under: master), let line = try? Line(kept: bytes, limit: Limits.name) else {
            throw Fault.identityDamaged
        }
        return line.text
    }

    /// The present cost.
    var cost: KDFParameters { parameters }

    /// The bytes of an identity file for this key, name and passphrase, with a new salt. Throws ``Fault``.
    static func bytes(
        _ master: borrowing MasterKey, name: String, _ passphrase: borrowing Passphrase, _ cost: KDFParameters
    ) throws -> [UInt8] {
        let salt = KDFSalt.random()
        let header = IdentityText.header(operations: cost.operations, memoryKiB: cost.memoryKiB, salt: salt.bytes)
        let unlock: UnlockKey
        do throws(CryptoError) { unlock = try UnlockKey(passphrase, salt: salt, parameters: cost) } catch {
            throw error == .kdfBounds ? Fault.identityCostRefused : Fault.io(.failed(12))
        }
        var sealer = PartSealer()
        func text(checksum: [UInt8]) -> IdentityText {
            IdentityText(
                operations: cost.operations, memoryKiB: cost.memoryKiB, salt: salt.bytes, key: sealedKey, name: sealedName,
                checksum: checksum)
        }
        let sealedKey = master.sealed(under: unlock, header: header)
        let sealedName = sealer.seal(ownName: Array(name.utf8), under: master)
        let draft = text(checksum: [UInt8](repeating: 0, count: 32))
        return text(checksum: Digest.sha256(draft.checked)).bytes
    }
}
