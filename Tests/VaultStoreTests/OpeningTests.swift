import Foundation
import Glibc
import Testing

@testable import VaultStore

/// What is refused before SQLite sees it, or as soon as it has read the schema.
struct OpeningTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private func opening(_ name: String = "a.kluis", _ access: Access = .readWrite) throws -> StoreError? {
        try refusal { _ = try VaultFile.open(scratch.path(name), access: access) }
    }

    @Test(arguments: [(false, 0o600), (true, 0o660)])
    func aNewVaultIsForThisPersonOrForTheGroup(shared: Bool, mode: Int) throws {
        try VaultFile.create(at: scratch.path("a.kluis"), firstEntry: leaf(0), blobs: [], shared: shared)
        #expect(try scratch.names() == ["a.kluis"])
        #expect(try scratch.permissions("a.kluis") == mode)
        #expect(try VaultFile.open(scratch.path("a.kluis"), access: .readWrite).entry(at: 0) == leaf(0))
    }

    @Test func aNewHomeIsForThisPerson() throws {
        _ = try scratch.home()
        #expect(try scratch.names() == ["a.home"])
        #expect(try scratch.permissions("a.home") == 0o600)
    }

    @Test func whatStandsAtThePathIsNotOverwritten() throws {
        try scratch.write([1, 2, 3], "a.kluis")
        let refused = try refusal { try VaultFile.create(at: scratch.path("a.kluis"), firstEntry: leaf(0), blobs: [], shared: false) }
        #expect(refused == .alreadyExists)
        #expect(try scratch.bytes("a.kluis") == [1, 2, 3])
        #expect(try scratch.names() == ["a.kluis"])
    }

    @Test func aVaultThatCannotBeMadeLeavesNothing() throws {
        let tooLong = [UInt8](repeating: 1, count: 65_536)
        let refused = try refusal { try VaultFile.create(at: scratch.path("a.kluis"), firstEntry: tooLong, blobs: [], shared: false) }
        #expect(refused == .tooLarge)
        #expect(try scratch.names() == [])
    }

    @Test(arguments: [Access.readWrite, .readOnly])
    func aMistypedPathMakesNoFile(access: Access) throws {
        #expect(try opening("typo.kluis", access) == .notFound)
        #expect(try opening("no-directory/a.kluis", access) == .notFound)
        #expect(try scratch.names() == [])
    }

    @Test func aLinkADirectoryAndAFifoAreNotFollowedOrWaitedFor() throws {
        _ = try scratch.vault()
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: scratch.path("a.kluis"))
        try FileManager.default.createSymbolicLink(atPath: scratch.path("nowhere"), withDestinationPath: scratch.path("made"))
        try FileManager.default.createDirectory(atPath: scratch.path("directory"), withIntermediateDirectories: false)
        #expect(unsafe mkfifo(scratch.path("fifo"), 0o600) == 0)
        for name in ["link", "nowhere", "directory", "fifo"] { #expect(try opening(name) == .notRegular) }
        #expect(try scratch.names() == ["a.kluis", "directory", "fifo", "link", "nowhere"])
    }

    @Test func anotherKindOfFileIsNotAVault() throws {
        try scratch.write([], "empty")
        try scratch.write(Array("SQLite format 3\0".utf8), "magic")
        try scratch.write(Array(repeating: UInt8(ascii: "x"), count: 10_000), "text")
        _ = try scratch.home()
        try scratch.tamper("other", "CREATE TABLE t (x)")
        for name in ["empty", "magic", "text", "a.home", "other"] { #expect(try opening(name) == .notAVault) }
        _ = try scratch.vault()
        #expect(try refusal { _ = try HomeFile.open(scratch.path("a.kluis")) } == .notAVault)
    }

    @Test(arguments: [
        ("PRAGMA user_version = 2", StoreError.newerVersion), ("PRAGMA user_version = 2147483647", .newerVersion),
        ("PRAGMA user_version = 0", .notAVault), ("PRAGMA user_version = -1", .notAVault),
        ("PRAGMA application_id = 0", .notAVault), ("PRAGMA journal_mode = WAL", .tampered(.header)),
        ("CREATE TABLE more (x)", .tampered(.schema)), ("CREATE INDEX more ON entries (bytes)", .tampered(.schema)),
        ("CREATE VIEW more AS SELECT 1", .tampered(.schema)), ("DROP INDEX blobs_by_hash", .tampered(.schema)),
        ("CREATE TRIGGER more AFTER INSERT ON entries BEGIN DELETE FROM blobs; END", .tampered(.schema)),
        ("DROP TABLE entries; CREATE TABLE entries (idx INTEGER PRIMARY KEY, bytes BLOB)", .tampered(.schema)),
        ("DROP TABLE entries; CREATE VIEW entries AS SELECT 0 AS idx, x'01' AS bytes", .tampered(.schema)),
        ("ALTER TABLE blobs ADD COLUMN more", .tampered(.schema)), ("ANALYZE", .tampered(.schema)),
    ])
    func whatThisProgramNeverWritesIsRefused(statement: String, error: StoreError) throws {
        _ = try scratch.vault()
        try scratch.tamper("a.kluis", statement)
        for name in try scratch.names() where name != "a.kluis" { try FileManager.default.removeItem(atPath: scratch.path(name)) }
        #expect(try opening() == error)
        #expect(try opening("a.kluis", .readOnly) == error)
    }

    @Test func aJournalThatNamesAFileDoesNotDeleteIt() throws {
        _ = try scratch.vault()
        try scratch.write([7], "precious")
        let target = Array(scratch.path("precious").utf8)
        let mark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
        let sum = target.reduce(0) { $0 + Int($1) }
        var journal = mark + [UInt8](repeating: 0, count: 504)
        journal += [0, 0, 0, 0] + target + bigEndian(target.count) + bigEndian(sum) + mark
        try scratch.write(journal, "a.kluis-journal")
        #expect(try opening() == .tampered(.journal))
        #expect(try opening("a.kluis", .readOnly) == .tampered(.journal))
        #expect(try scratch.bytes("precious") == [7])
    }

    @Test(arguments: ["-wal", "-shm"])
    func aWriteAheadLogBesideItIsRefused(suffix: String) throws {
        _ = try scratch.vault()
        try scratch.write([], "a.kluis" + suffix)
        #expect(try opening() == .tampered(.journal))
    }

    @Test(arguments: ["-journal", "-wal", "-shm"])
    func aLinkBesideItIsRefused(suffix: String) throws {
        let vault = try scratch.vault()
        try scratch.write([7], "precious")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("a.kluis" + suffix), withDestinationPath: scratch.path("precious"))
        #expect(try opening() == .tampered(.journal))
        #expect(try refusal { try vault.appendNext() } == .tampered(.journal))
        #expect(try refusal { _ = try vault.entryCount() } == .tampered(.journal))
        #expect(try scratch.bytes("precious") == [7])
    }

    @Test func aFileAboveFourGibibytesIsRefused() throws {
        _ = try scratch.vault()
        var bytes = try scratch.bytes("a.kluis")
        bytes.replaceSubrange(28..<32, with: bigEndian((1 << 20) + 1))
        try scratch.write(bytes, "b.kluis")
        // The file has a hole where nothing was written, and takes no room.
        let file = try FileHandle(forWritingTo: URL(fileURLWithPath: scratch.path("b.kluis")))
        try file.truncate(atOffset: (4 << 30) + 4096)
        try file.close()
        #expect(try opening("b.kluis") == .tooLarge)
    }

    @Test func aFileCutShortNeverTraps() throws {
        let vault = try scratch.vault([sample(1, 100), sample(2, 200_000)])
        for _ in 0..<20 { try vault.appendNext() }
        let whole = try scratch.bytes("a.kluis")
        let lengths = Array(0...130) + Array(stride(from: 512, to: whole.count, by: 1531))
        for length in lengths {
            try scratch.write(Array(whole[..<length]), "cut.kluis")
            let found = try refusal {
                try VaultFile.open(scratch.path("cut.kluis"), access: .readWrite).readEverything()
            }
            // The end of the last page may be the end of a blob: its bytes are the reader's to compare with the name.
            #expect(found != nil || length > whole.count - SQLiteFile.pageSize)
        }
    }

    @Test func aHeaderWithAByteFlippedOpensOrThrows() throws {
        _ = try scratch.vault()
        let whole = try scratch.bytes("a.kluis")
        var refused = 0
        for place in 0..<100 {
            for flip: UInt8 in [0x01, 0x80, 0xff] {
                var bytes = whole
                bytes[place] ^= flip
                try scratch.write(bytes, "b.kluis")
                let found = try refusal {
                    let vault = try VaultFile.open(scratch.path("b.kluis"), access: .readWrite)
                    try vault.readEverything()
                    try vault.appendNext()
                }
                if found != nil { refused += 1 }
            }
        }
        #expect(refused > 100)
    }

    @Test func bytesSpoiledAnywhereNeverTrap() throws {
        let vault = try scratch.vault([sample(1, 100), sample(2, 70_000)])
        for index in 1..<30 { try vault.appendNext(adding: [sample(UInt64(index) + 10, 300)]) }
        let whole = try scratch.bytes("a.kluis")
        var refused = 0
        for seed in 1...400 {
            var bytes = whole
            let noise = sample(UInt64(seed), 60).bytes
            for at in stride(from: 0, to: 60, by: 6) {
                // Half of the places are in the first bytes of a page, where SQLite keeps its own.
                let anywhere = Int(noise[at]) << 16 | Int(noise[at + 1]) << 8 | Int(noise[at + 2])
                let place = noise[at + 3] < 128 ? anywhere % bytes.count : anywhere % (bytes.count / 4096) * 4096 + Int(noise[at + 4]) % 64
                if place >= 100 { bytes[place] = noise[at + 5] }
            }
            try scratch.write(bytes, "b.kluis")
            let found = try refusal {
                let vault = try VaultFile.open(scratch.path("b.kluis"), access: .readWrite)
                try vault.readEverything()
                try vault.appendNext(removing: [name(11), name(2)])
            }
            if found != nil { refused += 1 }
            try? FileManager.default.removeItem(atPath: scratch.path("b.kluis-journal"))
        }
        #expect(refused > 200)
    }

    private func bigEndian(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) } }
}
