import Foundation
import GRDB
import Synchronization
import Testing
import VaultFormat

@testable import VaultStore

/// The one change of a vault: whole, durable, and only at the end that it was made for.
struct AppendTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    private struct Interrupted: Error {}

    @Test func anEntryAndItsBlobsComeTogether() throws {
        let vault = try scratch.vault()
        try vault.appendNext(adding: [sample(2, 10)], removing: [name(1), name(99)])
        let other = try VaultFile.open(scratch.path("a.kluis"), access: .readOnly)
        #expect(try other.entryCount() == 2)
        #expect(try other.entry(at: 1) == leaf(1))
        #expect(try other.entry(at: 2) == nil)
        #expect(try other.entry(at: -1) == nil)
        #expect(try other.hasBlob(name(1)) == false)
        #expect(try other.blob(name(2), limit: 10) == sample(2, 10).bytes)
        #expect(try scratch.names() == ["a.kluis"])
    }

    @Test func ofTwoWritersOneLosesAndChangesNothing() throws {
        let first = try scratch.vault()
        let second = try VaultFile.open(scratch.path("a.kluis"), access: .readWrite)
        let head = Extends(size: 1, lastEntry: leaf(0))
        try first.append(leaf(1), extending: head, adding: [sample(2, 10)])
        let before = try scratch.bytes("a.kluis")
        let lost = try refusal { try second.append(leaf(7), extending: head, adding: [sample(3, 10)], removing: [name(1)]) }
        #expect(lost == .headMoved)
        #expect(try scratch.bytes("a.kluis") == before)
        #expect(try second.entry(at: 1) == leaf(1))
    }

    @Test(arguments: [
        Extends(size: 0, lastEntry: nil), Extends(size: 2, lastEntry: leaf(0)), Extends(size: 1, lastEntry: nil),
        Extends(size: 1, lastEntry: leaf(1)),
    ])
    func anotherHeadIsRefused(head: Extends) throws {
        let vault = try scratch.vault()
        #expect(try refusal { try vault.append(leaf(1), extending: head, removing: [name(1)]) } == .headMoved)
        #expect(try vault.entryCount() == 1)
        #expect(try vault.hasBlob(name(1)))
    }

    @Test(arguments: [0, 65_536])
    func anEntryHasALawfulLength(length: Int) throws {
        let vault = try scratch.vault()
        let entryOfLength = [UInt8](repeating: 1, count: length)
        #expect(try refusal { try vault.append(entryOfLength, extending: Extends(size: 1, lastEntry: leaf(0))) } == .tooLarge)
        #expect(try vault.entryCount() == 1)
    }

    @Test func entriesComeInOrder() throws {
        let vault = try scratch.vault()
        for _ in 1..<200 { try vault.appendNext() }
        try vault.append([UInt8](repeating: 9, count: 65_535), extending: Extends(size: 200, lastEntry: leaf(199)))
        var seen: [Int] = []
        try vault.entries(in: 3..<200) { index, bytes in
            #expect(bytes == leaf(index))
            seen.append(index)
        }
        #expect(seen == Array(3..<200))
        #expect(try vault.entry(at: 200)?.count == 65_535)
        try vault.entries(in: 5..<5) { _, _ in Issue.record("an empty range has no entries") }
        #expect(try refusal { try vault.entries(in: 190..<202) { _, _ in } } == .damaged(.entry(201)))
    }

    @Test(arguments: [
        ("DELETE FROM entries WHERE idx = 70", 70), ("DELETE FROM entries WHERE idx = 0", 0),
        ("UPDATE entries SET bytes = 'text' WHERE idx = 70", 70), ("UPDATE entries SET bytes = 7 WHERE idx = 71", 71),
        ("UPDATE entries SET bytes = x'' WHERE idx = 1", 1), ("UPDATE entries SET bytes = zeroblob(65536) WHERE idx = 70", 70),
        ("UPDATE entries SET idx = -1 WHERE idx = 0", 0), ("INSERT INTO entries VALUES (9223372036854775807, x'01')", Int.max),
        ("INSERT INTO entries VALUES (90, x'01')", 80),
    ])
    func aMissingOrUnlawfulEntryIsNamed(statement: String, index: Int) throws {
        let vault = try scratch.vault()
        for _ in 1..<80 { try vault.appendNext() }
        try scratch.tamper("a.kluis", statement)
        #expect(try refusal { try vault.entries(in: 0..<vault.entryCount()) { _, _ in } } == .damaged(.entry(index)))
    }

    @Test func anErrorInTheMiddleChangesNothing() throws {
        let vault = try scratch.vault()
        let before = try scratch.bytes("a.kluis")
        var portions = 0
        let broken = BlobStream(hash: name(2)) {
            portions += 1
            if portions == 100 { throw Interrupted() }
            return sample(UInt64(portions), 50_000).bytes
        }
        #expect(throws: Interrupted.self) { try vault.appendNext(streaming: [broken], removing: [name(1)]) }
        #expect(try vault.entryCount() == 1)
        #expect(try vault.blob(name(1), limit: 100) == sample(1, 100).bytes)
        #expect(try vault.hasBlob(name(2)) == false)
        #expect(try scratch.bytes("a.kluis") == before)
        #expect(try scratch.names() == ["a.kluis"])
    }

    @Test(arguments: [Access.readWrite, .readOnly])
    func aCrashInTheMiddleLeavesWhatWas(access: Access) throws {
        let vault = try scratch.vault((1...40).map { sample(UInt64($0), 60_000) })
        let before = try scratch.bytes("a.kluis")
        var portions = 0
        let large = BlobStream(hash: name(50)) {
            portions += 1
            // More than SQLite keeps in memory, so that it has to begin writing into the file.
            if portions < 300 { return sample(UInt64(portions), 60_000).bytes }
            // What is on the disk at this moment is what a crash would leave.
            for suffix in ["", "-journal"] { try scratch.copy("a.kluis" + suffix, to: "crashed.kluis" + suffix) }
            return nil
        }
        try vault.appendNext(streaming: [large], removing: (1...40).map { name($0) })
        #expect(try scratch.bytes("crashed.kluis") != before)

        let crashed = try VaultFile.open(scratch.path("crashed.kluis"), access: access)
        #expect(try crashed.entryCount() == 1)
        try crashed.readEverything()
        #expect(try crashed.blob(name(40), limit: 60_000) == sample(40, 60_000).bytes)
        #expect(try crashed.hasBlob(name(50)) == false)
        #expect(try scratch.bytes("crashed.kluis").dropFirst(100) == before.dropFirst(100))
        #expect(try scratch.names() == ["a.kluis", "crashed.kluis"])
    }

    @Test func aFullFileRefusesAndStaysAsItWas() throws {
        let vault = try scratch.vault()
        try vault.file.read { database in
            let pages = try #require(try Int.fetchOne(database, sql: "PRAGMA page_count"))
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
        }
        #expect(try refusal { try vault.appendNext(adding: [sample(2, 200_000)], removing: [name(1)]) } == .full)
        #expect(try vault.entryCount() == 1)
        #expect(try vault.hasBlob(name(1)))
        try vault.appendNext(adding: [sample(2, 20_000)])
        #expect(try vault.entryCount() == 2)
    }

    @Test func whatWasRemovedIsNotInTheFile() throws {
        let marker = Array("a marker that must go".utf8)
        let long = (0..<10_000).flatMap { _ in marker }
        let vault = try scratch.vault([Blob(hash: name(1), bytes: marker), Blob(hash: name(2), bytes: long), sample(3, 300)])
        #expect(try scratch.bytes("a.kluis").contains(marker))
        try vault.appendNext(removing: [name(1), name(2)])
        #expect(try !scratch.bytes("a.kluis").contains(marker))
        try vault.putRequest(Blob(hash: name(4), bytes: marker))
        #expect(try scratch.bytes("a.kluis").contains(marker))
        try vault.dropRequest(name(4))
        #expect(try !scratch.bytes("a.kluis").contains(marker))
    }

    @Test func aWriterWaitsFiveSecondsAndSaysSoAfterOne() throws {
        let first = try scratch.vault()
        let waits = Waits()
        let patience = Patience(onWait: { waits.said() }, pause: { waits.waited($0) })
        let second = try VaultFile.open(scratch.path("a.kluis"), .readWrite, patience)
        try first.file.write { _ in
            let lost = try refusal { try second.appendNext(removing: [name(1)]) }
            #expect(lost == .busy)
        }
        #expect(waits.total == .seconds(5))
        #expect(waits.saidAt == [.seconds(1)])
        #expect(try second.entryCount() == 1)
        try second.appendNext()
        #expect(try first.entryCount() == 2)
    }

    @Test func aReaderIsNotInTheWayForEver() throws {
        let first = try scratch.vault()
        let waits = Waits()
        let second = try VaultFile.open(scratch.path("a.kluis"), .readWrite, Patience(onWait: {}, pause: { waits.waited($0) }))
        try first.snapshot {
            let before = try first.entryCount()
            let lost = try refusal { try second.appendNext() }
            let after = try first.entryCount()
            #expect(lost == .busy && before == 1 && after == 1)
        }
        try second.appendNext()
        #expect(try first.entryCount() == 2)
    }

    @Test func aSnapshotSpansTwoFilesAndThrowsOnWhatItsBodyThrows() throws {
        let vault = try scratch.vault()
        let home = try scratch.home()
        let sizes = try vault.snapshot { try home.snapshot { [try vault.entryCount(), try home.entryCount()] } }
        #expect(sizes == [1, 0])
        #expect(throws: Interrupted.self) { try vault.snapshot { throw Interrupted() } }
        try vault.appendNext()
    }

    @Test func aReadOnlyVaultIsOnlyRead() throws {
        _ = try scratch.vault()
        let before = try scratch.bytes("a.kluis")
        let vault = try VaultFile.open(scratch.path("a.kluis"), access: .readOnly)
        try vault.readEverything()
        #expect(try refusal { try vault.appendNext() } == .readOnly)
        #expect(try refusal { try vault.putRequest(sample(2, 10)) } == .readOnly)
        #expect(try scratch.bytes("a.kluis") == before)
    }

    @Test func aFileThatWasSwappedIsNotWritten() throws {
        let vault = try scratch.vault()
        #expect(try vault.isReplaced() == false)
        try scratch.copy("a.kluis", to: "b.kluis")
        let before = try scratch.bytes("b.kluis")
        try FileManager.default.removeItem(atPath: scratch.path("a.kluis"))
        #expect(try vault.isReplaced())
        #expect(try refusal { try vault.append(leaf(1), extending: Extends(size: 1, lastEntry: leaf(0))) } == .replaced)
        try FileManager.default.moveItem(atPath: scratch.path("b.kluis"), toPath: scratch.path("a.kluis"))
        #expect(try vault.isReplaced())
        #expect(try refusal { try vault.append(leaf(1), extending: Extends(size: 1, lastEntry: leaf(0))) } == .replaced)
        #expect(try scratch.bytes("a.kluis") == before)
    }

    @Test func aFileSwappedDuringTheChangeIsNoticed() throws {
        let vault = try scratch.vault()
        let swap = BlobStream(hash: name(2)) {
            try FileManager.default.moveItem(atPath: scratch.path("a.kluis"), toPath: scratch.path("b.kluis"))
            return nil
        }
        #expect(try refusal { try vault.appendNext(streaming: [swap]) } == .replaced)
    }

    @Test func aBackupIsTheSameVault() throws {
        let vault = try scratch.vault([sample(1, 100_000)])
        try vault.appendNext()
        try vault.backup(to: scratch.path("b.kluis"))
        #expect(try scratch.permissions("b.kluis") == 0o600)
        let copy = try VaultFile.open(scratch.path("b.kluis"), access: .readWrite)
        #expect(try copy.entryCount() == 2)
        #expect(try copy.blob(name(1), limit: 100_000) == sample(1, 100_000).bytes)
        #expect(try refusal { try vault.backup(to: scratch.path("b.kluis")) } == .alreadyExists)
        #expect(try scratch.names() == ["a.kluis", "b.kluis"])
    }
}

/// What a connection did while it waited.
private final class Waits: Sendable {
    private let state = Mutex((total: Duration.zero, saidAt: [Duration]()))

    var total: Duration { state.withLock { $0.total } }
    var saidAt: [Duration] { state.withLock { $0.saidAt } }
    func waited(_ time: Duration) { state.withLock { $0.total += time } }
    func said() { state.withLock { $0.saidAt.append($0.total) } }
}
