import Testing
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// The identity file: what is wrong with it is told apart, it never traps, and it is never overwritten.
struct IdentityTests {
    private let test: TestVault

    init() throws {
        test = try TestVault()
        try Identity.create(name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
    }

    private var path: String { test.home + "/identity" }

    private func name(_ passphrase: String = "wachtzin van de test") throws -> String {
        try Identity.name(passphrase: try TestVault.passphrase(passphrase), in: test.surroundings)
    }

    private func put(_ bytes: [UInt8]) throws { try TestVault.write(bytes, to: path) }

    /// The file with other fields, its checksum right.
    private func forged(
        operations: Int? = nil, memoryKiB: Int? = nil, salt: [UInt8]? = nil, key: [UInt8]? = nil, name: [UInt8]? = nil
    ) throws -> [UInt8] {
        let old = try IdentityText(parsing: try TestVault.bytes(path))
        func text(_ checksum: [UInt8]) -> IdentityText {
            IdentityText(
                operations: operations ?? old.operations, memoryKiB: memoryKiB ?? old.memoryKiB, salt: salt ?? old.salt,
                key: key ?? old.key,
                name: name ?? old.name, checksum: checksum)
        }
        return text(Digest.sha256(text(old.checksum).checked)).bytes
    }

    @Test func itOpensWithItsPassphraseAlone() throws {
        #expect(try name() == "Anna")
        for wrong in ["wachtzin van de tesT", "wachtzin van de test ", "w", String(repeating: "x", count: 1024)] {
            #expect(throws: Fault.wrongPassphrase) { try name(wrong) }
        }
    }

    @Test(arguments: [UInt8(0x01), 0x80, 0x20]) func everyFlippedByteIsDamageAndNotAWrongPassphrase(_ mask: UInt8) throws {
        let bytes = try TestVault.bytes(path)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= mask
            try put(flipped)
            let found = try fault { try Identity.requireReadable(in: test.surroundings) }
            // The number of the version and the end of its line say which program is needed.
            #expect(found == .identityDamaged || found == .newerVersion && (15...17).contains(place), "byte \(place)")
        }
        try put(bytes)
        #expect(try name() == "Anna")
    }

    @Test func nothingCutOffOrAddedIsRead() throws {
        let bytes = try TestVault.bytes(path)
        for length in bytes.indices {
            try put(Array(bytes[..<length]))
            #expect(throws: Fault.identityDamaged, "\(length) bytes") { try Identity.requireReadable(in: test.surroundings) }
        }
        for extra in ["\n", "x", "comment hello\n"] {
            try put(bytes + Array(extra.utf8))
            #expect(throws: Fault.identityDamaged) { try name() }
        }
        try put([UInt8](repeating: 0x61, count: IdentityText.maximumLength + 1))
        #expect(throws: Fault.identityDamaged) { try name() }
    }

    /// Who can write the file can also compute its checksum.
    @Test func aForgedFileOpensNothing() throws {
        let old = try IdentityText(parsing: try TestVault.bytes(path))
        let good = try TestVault.bytes(path)
        var random = SeededGenerator(seed: 5)
        for _ in 0..<5 {
            var key = old.key
            key[Int.random(in: key.indices, using: &random)] ^= 0x10
            try put(try forged(key: key))
            let found = try fault { _ = try name() }
            #expect([.wrongPassphrase, .identityDamaged, .newerVersion].contains(found))
            try put(good)
        }
        for length in [0, 8, 64, old.key.count - 1] {
            try put(try forged(key: Array(old.key.prefix(length))))
            #expect(throws: Fault.identityDamaged) { try name() }
            try put(good)
        }
        try put(try forged(salt: [UInt8](repeating: 7, count: 16)))
        #expect(throws: Fault.wrongPassphrase) { try name() }
        try put(good)
        try put(try forged(operations: 3))
        #expect(throws: Fault.wrongPassphrase) { try name() }
        try put(good)
        // Another person's name, sealed under another key.
        let other = try TestVault()
        try Identity.create(name: "Eva", cost: .interactive, passphrase: try TestVault.passphrase(), in: other.surroundings)
        let theirs = try IdentityText(parsing: try TestVault.bytes(other.home + "/identity"))
        for name in [theirs.name, old.key, [], [1, 2, 3]] {
            try put(try forged(name: name))
            #expect(throws: Fault.identityDamaged) { try self.name() }
            try put(good)
        }
    }

    @Test func aCostOutsideTheBoundsIsRefusedUnasked() throws {
        for (operations, memory) in [
            (1, 65_536), (9, 65_536), (0, 65_536), (2, 65_535), (2, 1_048_577), (2, 4_000_000_000), (4_000_000_000, 65_536),
        ] {
            let good = try TestVault.bytes(path)
            try put(try forged(operations: operations, memoryKiB: memory))
            // Before a passphrase is even asked for.
            #expect(throws: Fault.identityCostRefused) { try Identity.requireReadable(in: test.surroundings) }
            try put(good)
        }
    }

    @Test func aCostOutsideTheBoundsIsNotWrittenEither() throws {
        let empty = try TestVault()
        let weak = KDFParameters(operations: 1, memoryKiB: 65_536)
        let found = try fault {
            try Identity.create(name: "Anna", cost: weak, passphrase: try TestVault.passphrase(), in: empty.surroundings)
        }
        #expect(found == .identityCostRefused)
        #expect(try !Files.exists(empty.home))
    }

    @Test func aLaterVersionIsNamed() throws {
        let text = String(decoding: try TestVault.bytes(path), as: UTF8.self).replacing("kluis.identity/v1", with: "kluis.identity/v2")
        try put(Array(text.utf8))
        #expect(throws: Fault.newerVersion) { try name() }
    }

    @Test func itIsNeverOverwritten() throws {
        let before = try TestVault.bytes(path)
        for cost in [KDFParameters.interactive, .moderate] {
            #expect(throws: Fault.exists(.identity)) {
                try Identity.create(name: "Eva", cost: cost, passphrase: try TestVault.passphrase("andere"), in: test.surroundings)
            }
        }
        #expect(try TestVault.bytes(path) == before)
        // Nor where a damaged file, or a folder, stands.
        try put([0])
        #expect(throws: Fault.exists(.identity)) {
            try Identity.create(name: "Eva", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
        }
        #expect(try TestVault.bytes(path) == [0])
        try Files.remove(path)
        try Files.makePrivateDirectory(path)
        #expect(throws: Fault.exists(.identity)) {
            try Identity.create(name: "Eva", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
        }
    }

    @Test func withoutAnIdentityNothingBegins() throws {
        let empty = try TestVault()
        #expect(try !Identity.exists(in: empty.surroundings))
        // What is not there at all is said first.
        let file = empty.file("file")
        try TestVault.write([], to: file)
        let commands: [() throws -> Void] = [
            { try Identity.requireReadable(in: empty.surroundings) },
            { _ = try Identity.name(passphrase: try TestVault.passphrase(), in: empty.surroundings) },
            { _ = try Groups.list(passphrase: try TestVault.passphrase(), in: empty.surroundings) },
            { _ = try empty.run(vault: file) { _ in } },
            {
                try Identity.changePassphrase(
                    from: try TestVault.passphrase(), to: try TestVault.passphrase(), cost: nil, dryRun: false, in: empty.surroundings)
            },
            {
                _ = try Groups.found(
                    name: "Oost", vault: empty.path, shared: false, logRetention: 5, passphrase: try TestVault.passphrase(), dryRun: false,
                    in: empty.surroundings)
            },
        ]
        for (place, command) in commands.enumerated() { #expect(throws: Fault.noIdentity, "command \(place)") { try command() } }
        #expect(try Files.names(in: empty.folder) == ["file"])
    }

    @Test func aNameIsOneVisibleLine() throws {
        let bad: [(String, TextFault)] = [
            ("", .empty), ("  \t", .empty), ("An\nna", .control(position: 3)), ("An\u{202e}na", .control(position: 3)),
            ("A\u{0}", .control(position: 2)),
            (String(repeating: "a", count: 101), .tooLong(limit: 100)),
        ]
        for (name, expected) in bad { #expect(throws: Fault.text(.name, expected)) { try Identity.checkName(name) } }
        #expect(try Identity.checkName("  Zoë de Vries ") == "Zoë de Vries")
    }
}
