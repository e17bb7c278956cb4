import Testing
import VaultFormat

@testable import VaultCrypto

/// Each kind of sealed thing: no byte can be changed, nothing cut off or added, and it opens in its own place only.
struct TamperingTests {
    /// One sealed thing and how its owner opens it.
    struct Kind: CustomTestStringConvertible, Sendable {
        let testDescription: String
        let sealed: [UInt8]
        let open: @Sendable ([UInt8]) throws -> Void

        init(_ name: String, field: String = "sealed", _ open: @escaping @Sendable ([UInt8]) throws -> Void) {
            testDescription = name
            sealed = Vectors.file[name][field]
            self.open = open
        }
    }

    private static let group = Fixture.group

    static let kinds: [Kind] = [
        Kind("part") {
            var sealer = PartSealer()
            _ = try sealer.open($0, under: Fixture.circleKey(), context: Fixture.context)
        },
        Kind("payload") {
            var sealer = PartSealer()
            _ = try sealer.open(payload: $0, under: Fixture.logKey(), group: group)
        },
        Kind("name") {
            var sealer = PartSealer()
            _ = try sealer.open(name: $0, of: Fixture.member, under: Fixture.logKey(), group: group)
        },
        Kind("manifest") {
            var sealer = PartSealer()
            _ = try sealer.open(manifest: $0, under: Fixture.logKey(), group: group)
        },
        Kind("link") { _ = try Fixture.logKey().openLink($0, group: group, epoch: 5) },
        Kind("stored-circle") {
            _ = try CircleKey.open($0, under: Fixture.masterKey(), group: group, circle: Fixture.circle, generation: 5)
        },
        Kind("stored-log") { _ = try LogKey.open($0, under: Fixture.masterKey(), group: group, epoch: 5) },
        Kind("stored-read") { _ = try ReadKey.open($0, under: Fixture.masterKey(), group: group, epoch: 5) },
        Kind("stored-decryption") { _ = try DecryptionKey.open($0, under: Fixture.masterKey(), group: group, number: 5) },
        Kind("identity") {
            _ = try MasterKey.open($0, under: Fixture.unlockKey(), header: Vectors.file["identity"]["header"])
        },
        Kind("wrap", field: "wrap") { bytes in
            let key = try DecryptionKey(seed: .of(Vectors.file["wrap"]["seed"]))
            let wrap = try Delivery.Wrap(exactly: bytes)
            _ = try key.unwrap(wrap, group: group, circle: Fixture.circle, generation: 3, member: Fixture.member)
        },
    ]

    @Test(arguments: kinds)
    func everyByteCounts(kind: Kind) throws {
        try kind.open(kind.sealed)
        for index in kind.sealed.indices {
            var changed = kind.sealed
            changed[index] ^= 1 << (index % 8)
            #expect(throws: (any Error).self, "byte \(index)") { try kind.open(changed) }
        }
    }

    @Test(arguments: kinds)
    func nothingCutOffOrAdded(kind: Kind) {
        for length in kind.sealed.indices {
            #expect(throws: (any Error).self, "\(length) bytes") { try kind.open(Array(kind.sealed[..<length])) }
        }
        for extra in [[0], [UInt8](repeating: 0, count: 17), Array(kind.sealed.suffix(273)), kind.sealed] {
            #expect(throws: (any Error).self, "\(extra.count) more") { try kind.open(kind.sealed + extra) }
        }
    }

    /// Nothing passes for another kind of thing under the same key.
    @Test(arguments: kinds)
    func kindsDoNotMix(kind: Kind) {
        for other in Self.kinds where other.testDescription != kind.testDescription {
            #expect(throws: (any Error).self, "\(other.testDescription)") { try kind.open(other.sealed) }
        }
    }
}
