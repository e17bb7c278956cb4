import Testing
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Whatever stands at the path of a vault: each has its fault, and nothing is changed or shown.
struct BadVaultTests {
    private let test: TestVault
    private let good: [UInt8]

    init() throws {
        test = try TestVault.withTwoCases()
        good = try TestVault.bytes(test.path)
    }

    private func opening(_ path: String? = nil) throws -> Fault? { try fault { try test.run(vault: path) { _ in } } }

    @Test func whatIsNoVault() throws {
        let home = try test.membership(of: test.run { $0.groupID })
        for bytes in [[], [0], Array("SQLite format 3".utf8), [UInt8](repeating: 0xff, count: 10_000), try TestVault.bytes(home)] {
            try TestVault.write(bytes, to: test.path)
            #expect(try opening() == .notAVault, "\(bytes.count) bytes")
            #expect(try TestVault.bytes(test.path) == bytes)
        }
    }

    @Test func nothingOrSomethingElseAtThePath() throws {
        try Files.remove(test.path)
        #expect(try opening() == .io(.notFound))
        #expect(try !Files.exists(test.path))
        #expect(try opening(test.file("nowhere/group.kluis")) == .io(.notFound))
        try Files.makePrivateDirectory(test.path)
        #expect(try opening() == .io(.notRegular))
        #expect(try opening("") == .io(.notRegular))
    }

    @Test func aVaultOfALaterVersion() throws {
        try RawFile(test.path).run("PRAGMA user_version = 2")
        #expect(try opening() == .newerVersion)
    }

    @Test func plantedThings() throws {
        for statement in [
            "CREATE TABLE planted (x)", "CREATE VIEW planted AS SELECT * FROM entries", "CREATE INDEX planted ON entries (bytes)",
            "CREATE TRIGGER planted AFTER INSERT ON entries BEGIN DELETE FROM blobs; END", "DROP TABLE blobs",
            "ALTER TABLE entries ADD COLUMN x",
        ] {
            try RawFile(test.path).run(statement)
            #expect(try opening() == .vaultTampered, "\(statement)")
            try TestVault.write(good, to: test.path)
        }
        let mark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
        for (suffix, bytes) in [("-journal", [UInt8](repeating: 0, count: 512) + mark), ("-wal", []), ("-shm", [1])] {
            try TestVault.write(bytes, to: test.path + suffix)
            #expect(try opening() == .vaultTampered, "\(suffix)")
            try Files.remove(test.path + suffix)
        }
        #expect(try opening() == nil)
    }

    @Test func entriesThatAreNotThere() throws {
        let raw = try RawFile(test.path)
        try raw.run("DELETE FROM entries")
        #expect(try opening() == .notAVault)
        try raw.setEntry(1, [1])
        #expect(try opening() == .notAVault)
        try raw.setEntry(0, Array("nonsense\n".utf8))
        #expect(try opening() == .entryDamaged(index: 0, kind: .badForm))
        try raw.run("UPDATE entries SET idx = -1 WHERE idx = 0")
        #expect(try opening() == .notAVault)
    }

    /// Cut at every page and in the midst of pages: refused, or what is missing is named.
    @Test func aVaultCutShort() throws {
        for length in stride(from: 0, to: good.count, by: 2048) {
            try TestVault.write(Array(good[..<length]), to: test.path)
            let found = try fault {
                let findings = try test.run(readOnly: true) { try $0.check(deep: true) { _, _ in } }.findings
                #expect(!findings.isEmpty, "\(length) bytes")
            }
            #expect(found == nil || found == .notAVault || found == .vaultTampered, "\(length) bytes: \(String(describing: found))")
        }
    }

    /// Bytes of the file itself, anywhere: never a crash, never another text.
    @Test func flippedBytesOfTheFile() throws {
        let texts = ["De deur bleef dicht.", "Twee broers."]
        var random = SeededGenerator(seed: 3)
        for _ in 0..<150 {
            var flipped = good
            let place = Int.random(in: flipped.indices, using: &random)
            flipped[place] ^= UInt8.random(in: 1...255, using: &random)
            try TestVault.write(flipped, to: test.path)
            let home = try test.copyHome(to: "scratch-home")
            _ = try fault {
                try test.run(home: home) { session throws in
                    for number in 1...2 { #expect(try session.show(case: number).text.body == texts[number - 1], "byte \(place)") }
                }
            }
            try? Files.remove(test.path + "-journal")
        }
    }
}
