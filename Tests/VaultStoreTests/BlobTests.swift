import Testing
import VaultFormat

@testable import VaultStore

/// Blobs go in and come out whole, whatever their size, and are refused when their rows are not those that were written.
struct BlobTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000])
    func blobsOfEveryLengthComeBack(length: Int) throws {
        let blob = sample(7, length)
        let vault = try scratch.vault([blob])
        #expect(try vault.blobLength(blob.hash) == length)
        #expect(try vault.blob(blob.hash, limit: length) == blob.bytes)
        var pieces: [[UInt8]] = []
        #expect(try vault.readBlob(blob.hash) { pieces.append($0) })
        #expect(Array(pieces.joined()) == blob.bytes)
        #expect(pieces.dropLast().allSatisfy { $0.count == 65_536 })
        if length > 0 { #expect(try refusal { _ = try vault.blob(blob.hash, limit: length - 1) } == .tooLarge) }
    }

    @Test(arguments: [0, 1, 65_536, 65_537, 200_000, 300_000], [1, 1000, 65_536, 70_000, 400_000])
    func aStreamStoresTheSameRows(length: Int, portion: Int) throws {
        let blob = sample(7, length)
        let vault = try scratch.vault([])
        var start = 0
        let stream = BlobStream(hash: blob.hash) {
            guard start < length else { return nil }
            defer { start += portion }
            return Array(blob.bytes[start..<min(start + portion, length)])
        }
        try vault.appendNext(streaming: [stream])
        #expect(try vault.blob(blob.hash, limit: length) == blob.bytes)
    }

    @Test func aStreamReadsWhatGoesOut() throws {
        let old = sample(7, 200_000)
        let vault = try scratch.vault([old])
        var number = 0
        let stream = BlobStream(hash: name(8)) {
            defer { number += 1 }
            return try vault.blobPiece(number, of: old.hash, length: 200_000)?.map { ~$0 }
        }
        try vault.appendNext(streaming: [stream], removing: [old.hash, name(8)])
        #expect(try vault.hasBlob(old.hash) == false)
        #expect(try vault.blob(name(8), limit: 200_000) == old.bytes.map { ~$0 })
    }

    @Test func aMissingBlobIsNoError() throws {
        let vault = try scratch.vault([])
        #expect(try vault.blob(name(1), limit: 10) == nil)
        #expect(try vault.blobLength(name(1)) == nil)
        #expect(try vault.hasBlob(name(1)) == false)
        #expect(try vault.readBlob(name(1)) { _ in Issue.record("a missing blob has no piece") } == false)
    }

    @Test(arguments: [
        "DELETE FROM blobs WHERE seq = 0", "DELETE FROM blobs WHERE seq = 1", "UPDATE blobs SET seq = 9 WHERE seq = 3",
        "UPDATE blobs SET seq = -1 WHERE seq = 0", "UPDATE blobs SET seq = 'x' WHERE seq = 3", "UPDATE blobs SET seq = 1.5 WHERE seq = 1",
        "UPDATE blobs SET bytes = 'text' WHERE seq = 3", "UPDATE blobs SET bytes = 1 WHERE seq = 0",
        "UPDATE blobs SET bytes = zeroblob(65537) WHERE seq = 3", "UPDATE blobs SET bytes = zeroblob(65535) WHERE seq = 1",
        "UPDATE blobs SET bytes = x'' WHERE seq = 3", "INSERT INTO blobs (hash, seq, bytes) SELECT hash, 4, x'' FROM blobs WHERE seq = 0",
        "INSERT INTO blobs (hash, seq, bytes) SELECT hash, 9223372036854775807, x'00' FROM blobs WHERE seq = 0",
    ])
    func rowsThatAreNeverWrittenAreDamage(statement: String) throws {
        let blob = sample(7, 200_000)
        let vault = try scratch.vault([blob])
        try scratch.tamper("a.kluis", statement)
        #expect(try refusal { _ = try vault.blob(blob.hash, limit: 1 << 20) } == .damaged(.blob))
        #expect(try refusal { _ = try vault.readBlob(blob.hash) { _ in } } == .damaged(.blob))
    }

    @Test func smallBlobsComeTogether() throws {
        let blobs = [0, 1, 300, 65_536, 65_537, 200_000].enumerated().map { sample(UInt64($0.offset), $0.element) }
        let vault = try scratch.vault(blobs)
        let whole = blobs.map { $0.bytes.count <= 65_536 ? $0.bytes : nil }
        #expect(try vault.smallBlobs(blobs.map(\.hash), limit: 1 << 20) == whole)
        #expect(try vault.smallBlobs(blobs.reversed().map(\.hash), limit: 300) == [nil, nil, nil] + whole[..<3].reversed())
        #expect(try vault.smallBlobs([blobs[1].hash, name(99), blobs[1].hash], limit: 1) == [whole[1], nil, whole[1]])
        #expect(try vault.smallBlobs([], limit: 1) == [])
    }

    @Test(arguments: [
        "DELETE FROM blobs WHERE id = 2", "UPDATE blobs SET seq = 1 WHERE id = 2", "UPDATE blobs SET seq = -1 WHERE id = 2",
        "UPDATE blobs SET seq = 'x' WHERE id = 2", "UPDATE blobs SET seq = 0.5 WHERE id = 2",
        "UPDATE blobs SET bytes = 'text' WHERE id = 2",
        "UPDATE blobs SET bytes = 1 WHERE id = 2", "UPDATE blobs SET bytes = zeroblob(65537) WHERE id = 2",
        "UPDATE blobs SET hash = 'text' WHERE id = 2",
        "INSERT INTO blobs (hash, seq, bytes) SELECT hash, 1, x'' FROM blobs WHERE id = 2",
        "INSERT INTO blobs (hash, seq, bytes) SELECT hash, 'x', x'' FROM blobs WHERE id = 2",
    ])
    func aSmallBlobThatIsNotWholeIsLeftOut(statement: String) throws {
        let blobs = [sample(1, 20), sample(2, 30), sample(3, 40)]
        let vault = try scratch.vault(blobs)
        try scratch.tamper("a.kluis", statement)
        #expect(try vault.smallBlobs(blobs.map(\.hash), limit: 1 << 20) == [blobs[0].bytes, nil, blobs[2].bytes])
    }

    @Test func bytesMovedBetweenRowsAreDamage() throws {
        let blob = sample(7, 100_000)
        let vault = try scratch.vault([blob])
        try scratch.tamper(
            "a.kluis", "UPDATE blobs SET bytes = zeroblob(34465) WHERE seq = 1; UPDATE blobs SET bytes = zeroblob(65535) WHERE seq = 0")
        #expect(try vault.blobLength(blob.hash) == 100_000)
        #expect(try refusal { _ = try vault.blob(blob.hash, limit: 1 << 20) } == .damaged(.blob))
    }

    @Test func puttingABlobAgainMendsIt() throws {
        let blob = sample(7, 200_000)
        let vault = try scratch.vault([blob])
        try scratch.tamper("a.kluis", "DELETE FROM blobs WHERE seq = 1; UPDATE blobs SET bytes = zeroblob(5) WHERE seq = 3")
        try vault.appendNext(adding: [blob])
        #expect(try vault.blob(blob.hash, limit: 200_000) == blob.bytes)
        try vault.appendNext(adding: [blob], removing: [blob.hash])
        #expect(try vault.blob(blob.hash, limit: 200_000) == blob.bytes)
    }

    @Test func allNamesComeInOrder() throws {
        let blobs = (1...600).map { sample(UInt64($0), $0 == 300 ? 150_000 : 20) }
        let vault = try scratch.vault(blobs.reversed())
        var seen: [Int] = []
        var names: [Int] = []
        try vault.blobHashes { hash, length in
            names.append(Int(hash.bytes[2]) << 8 | Int(hash.bytes[3]))
            seen.append(length)
            // A call inside must not disturb the stream.
            let found = try vault.blobLength(hash)
            #expect(found == length)
        }
        #expect(names == Array(1...600))
        #expect(seen == blobs.map(\.bytes.count))
    }

    @Test func aNameOfAnotherLengthIsDamage() throws {
        let vault = try scratch.vault()
        try scratch.tamper("a.kluis", "INSERT INTO blobs (hash, seq, bytes) VALUES (x'0102', 0, x'01')")
        #expect(try refusal { try vault.blobHashes { _, _ in } } == .damaged(.blob))
    }

    @Test func requestsAreKnownByWhatTheyBeginWith() throws {
        let magic = Array("request".utf8)
        let vault = try scratch.vault([sample(1, 100), Blob(hash: name(2), bytes: magic + [UInt8](repeating: 0, count: 5000))])
        let requests = (10..<30).map { Blob(hash: name($0), bytes: magic + [UInt8($0)]) }
        for request in requests { try vault.putRequest(request) }
        #expect(try vault.requests(magic: magic) == Array(requests[..<16]))
        #expect(try vault.requests(magic: magic, limit: 100) == requests)
        try vault.dropRequest(name(10))
        try vault.dropRequest(name(10))
        #expect(try vault.requests(magic: magic).first == requests[1])
        #expect(try vault.entryCount() == 1)
        let tooLarge = Blob(hash: name(40), bytes: [UInt8](repeating: 0, count: 4097))
        #expect(try refusal { try vault.putRequest(tooLarge) } == .tooLarge)
        #expect(try vault.hasBlob(name(40)) == false)
    }
}
