import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCrypto

/// Examples of files: the identity, and the keys of a home.
enum FileChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = ["identity": identity, "stored-keys": storedKeys]

    @Sendable private static func identity(_ example: Example) throws {
        let bytes = try example.utf8("file")
        let file = try IdentityText(parsing: bytes)
        #expect(file.bytes == bytes)
        #expect(Digest.sha256(file.checked) == file.checksum)
        let parameters = KDFParameters(operations: file.operations, memoryKiB: file.memoryKiB)
        let unlock = try UnlockKey(
            try TestVault.passphrase(example.text("passphrase")), salt: try KDFSalt(exactly: file.salt), parameters: parameters)
        #expect(try unlock.bytes.shown() == example.bytes("unlock-key"))
        let master = try MasterKey.open(file.key, under: unlock, header: file.header)
        #expect(try master.bytes.shown() == example.bytes("master-key"))
        #expect(try World.document().guarded("master-key").shown() == example.bytes("master-key"))
        let given = GivenRandomness("identity")
        #expect(try given.seal(example.bytes("master-key"), under: unlock.bytes, .identity(header: file.header)) == file.key)
        var sealer = PartSealer()
        #expect(try sealer.open(ownName: file.name, under: master) == example.utf8("name"))
        #expect(try GivenRandomness("own-name").seal(example.utf8("name"), under: master.bytes, .ownName) == file.name)
    }

    @Sendable private static func storedKeys(_ example: Example) throws {
        let world = try World.document()
        let group = world.group
        let master = try world.masterKey()
        let circle = try CircleKey.open(example.bytes("circle"), under: master, group: group, circle: world.privateCircle, generation: 1)
        #expect(try circle.bytes.shown() == world.guarded("private-circle-key").shown())
        let log = try LogKey.open(example.bytes("log"), under: master, group: group, epoch: 1)
        #expect(try log.bytes.shown() == world.logKey().bytes.shown())
        let read = try ReadKey.open(example.bytes("read"), under: master, group: group, epoch: 1)
        #expect(try read.bytes.shown() == world.readKey().bytes.shown())
        let decryption = try DecryptionKey.open(example.bytes("decryption"), under: master, group: group, number: 1)
        #expect(try decryption.seed.shown() == world.guarded("decryption-seed").shown())
        let kinds: [(StoredKeyKind, CircleID?, [UInt8])] = [
            (.circle, world.privateCircle, circle.bytes.shown()), (.log, nil, log.bytes.shown()), (.read, nil, read.bytes.shown()),
            (.decryption, nil, decryption.seed.shown()),
        ]
        for (kind, circle, key) in kinds {
            let purpose = Purpose.storedKey(kind, group: group, circle: circle, generation: 1)
            #expect(try GivenRandomness("stored-\(kind.rawValue)").seal(key, under: master.bytes, purpose) == example.bytes(kind.rawValue))
        }
    }
}
