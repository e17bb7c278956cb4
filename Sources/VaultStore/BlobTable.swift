internal import Foundation
internal import GRDB
internal import VaultFormat

/// The rows of blobs: each blob as pieces of 65,536 bytes, the last one shorter, under the blob's name and a number from 0.
/// One row for a large blob would be held in memory whole, more than once.
struct BlobTable {
    static let schema = [
        SchemaRow.table("blobs", "id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL"),
        SchemaRow.uniqueIndex("blobs_by_hash", on: "blobs", "hash, seq"),
    ]

    /// Bytes of a row of a blob.
    static let piece = 65_536
    /// More rows than the largest vault holds.
    private static let mostPieces = (4 << 30) / piece

    private static let lawfulBytes = "CASE WHEN typeof(bytes) = 'blob' AND length(bytes) <= \(piece) THEN bytes END"

    let database: Database

    /// How many bytes a blob has, without loading them; `nil` when there is no such blob. Throws `.damaged(.blob)` unless its
    /// rows are those that are written for so many bytes.
    func length(of hash: BlobHash) throws -> Int? {
        let length = try database.row(
            """
            SELECT count(*), min(seq), max(seq), sum(length(bytes)), max(length(bytes)) FROM blobs WHERE hash = ?
            """, [Data(hash.bytes)]
        ) { row in
            try row.integer(0, .blob) > 0 ? try Self.length(row, firstColumn: 0) : nil
        }
        return length ?? nil
    }

    /// The bytes of a blob; `nil` when there is no such blob. Throws `.tooLarge`, before anything is loaded, when it has more than `limit`.
    func bytes(of hash: BlobHash, limit: Int) throws -> [UInt8]? {
        if let bytes = try onlyRow(of: hash, limit: limit) { return bytes }
        guard let length = try length(of: hash) else { return nil }
        guard length <= limit else { throw StoreError.tooLarge }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(length)
        for number in 0..<Self.pieces(in: length) { bytes += try piece(number, of: hash, length: length) }
        return bytes
    }

    /// The bytes of a blob that has one row, as nearly all have, in one query; `nil` for every other, and for one that is not whole or
    /// has more than `limit` bytes.
    private func onlyRow(of hash: BlobHash, limit: Int) throws -> [UInt8]? {
        try database.blob(
            """
            SELECT bytes FROM blobs WHERE hash = ? AND seq = 0 AND typeof(bytes) = 'blob' AND length(bytes) <= ?
            AND NOT EXISTS (SELECT 1 FROM blobs AS more WHERE more.hash = blobs.hash AND more.seq <> 0)
            """, [Data(hash.bytes), min(limit, Self.piece)])
    }

    /// The bytes of each blob that has one row of at most `limit` bytes, as nearly all have, in one query; `nil` for every other and for
    /// one that is not whole, to be asked for by itself. Meant for a few dozen names.
    func onlyRows(of hashes: [BlobHash], limit: Int) throws -> [[UInt8]?] {
        guard !hashes.isEmpty else { return [] }
        // All names in one value: each by itself would cost as much as its search.
        let names = hashes.indices.map { "(\($0), substr(?1, \($0 * BlobHash.count + 1), \(BlobHash.count)))" }.joined(separator: ", ")
        var blobs = [[UInt8]?](repeating: nil, count: hashes.count)
        var rows = [Int](repeating: 0, count: hashes.count)
        // CROSS JOIN: a few searches by name, never a walk through all blobs.
        try database.eachRow(
            """
            WITH wanted(place, hash) AS (VALUES \(names)) SELECT wanted.place, CASE WHEN seq = 0 AND typeof(bytes) = 'blob' AND length(bytes) <= ?2
            THEN bytes END FROM wanted CROSS JOIN blobs ON blobs.hash = wanted.hash
            """, [Data(hashes.flatMap(\.bytes)), min(limit, Self.piece)]
        ) { row in
            let place: Int = row[0]
            blobs[place] = row.lawfulBytes(1)
            rows[place] += 1
        }
        return zip(blobs, rows).map { blob, rows in rows == 1 ? blob : nil }
    }

    /// One piece of a blob of known length. Throws `.damaged(.blob)` unless it has the length of that piece: every one but
    /// the last is full.
    func piece(_ number: Int, of hash: BlobHash, length: Int) throws -> [UInt8] {
        let piece = try database.row("SELECT \(Self.lawfulBytes) FROM blobs WHERE hash = ? AND seq = ?", [Data(hash.bytes), number]) {
            try $0.bytes(0, .blob)
        }
        guard let piece, piece.count == min(Self.piece, length - number * Self.piece) else {
            throw StoreError.damaged(.blob)
        }
        return piece
    }

    /// Whether there are rows under this name.
    func contains(_ hash: BlobHash) throws -> Bool {
        try database.row("SELECT 1 FROM blobs WHERE hash = ? LIMIT 1", [Data(hash.bytes)]) { _ in true } ?? false
    }

    /// Stores a blob. Whatever the file held under this name gives way: the name says which bytes are right, so what was
    /// there is either equal or damaged.
    func put(_ blob: Blob) throws {
        try remove(blob.hash)
        for number in 0..<Self.pieces(in: blob.bytes.count) {
            let start = number * Self.piece
            try insert(blob.bytes[start..<min(start + Self.piece, blob.bytes.count)], of: blob.hash, number: number)
        }
    }

    /// Stores blobs of which the file holds nothing, as is so of all that was just sealed; one whose first row is there is stored as by
    /// ``put(_:)``. In the order of names: the index grows at its leaves one after the other, and the file does not show by the order of
    /// rows which blobs belong together.
    func add(_ blobs: [Blob]) throws {
        let insert = try database.cachedStatement(sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?) ON CONFLICT DO NOTHING")
        for blob in blobs.sorted(by: { $0.hash < $1.hash }) {
            guard blob.bytes.count <= Self.piece else {
                try put(blob)
                continue
            }
            try insert.execute(arguments: [Data(blob.hash.bytes), Data(blob.bytes)])
            if database.changesCount == 0 { try put(blob) }
        }
    }

    /// Stores a blob whose bytes come in portions of any size; holds at most one portion and one row in memory.
    func put(_ stream: BlobStream) throws {
        try remove(stream.hash)
        var rest: [UInt8] = []
        var number = 0
        while let portion = try stream.next() {
            rest += portion
            var start = 0
            while rest.count - start > Self.piece {
                try insert(rest[start..<start + Self.piece], of: stream.hash, number: number)
                start += Self.piece
                number += 1
            }
            rest.removeFirst(start)
        }
        try insert(rest[...], of: stream.hash, number: number)
    }

    /// Removes a blob; one that is not there is no error, since a lost blob must not stop a change.
    func remove(_ hash: BlobHash) throws {
        try database.run("DELETE FROM blobs WHERE hash = ?", [Data(hash.bytes)])
    }

    /// The names and lengths of at most 256 blobs that come after `hash` in the order of names, or of the first ones.
    func names(after hash: BlobHash?) throws -> [(hash: BlobHash, length: Int)] {
        try database.rows(
            """
            SELECT hash, count(*), min(seq), max(seq), sum(length(bytes)), max(length(bytes))
            FROM blobs WHERE hash > ? GROUP BY hash ORDER BY hash LIMIT 256
            """, [Data(hash?.bytes ?? [])]
        ) { row in
            let name = try row.bytes(0, .blob)
            guard name.count == BlobHash.count else { throw StoreError.damaged(.blob) }
            return (BlobHash(trusted: name), try Self.length(row, firstColumn: 1))
        }
    }

    /// At most `limit` blobs of at most `largest` bytes that begin with `prefix`. Reads every row's first page.
    func blobs(beginningWith prefix: [UInt8], largest: Int, limit: Int) throws -> [Blob] {
        try database.rows(
            """
            SELECT hash, bytes FROM blobs WHERE seq = 0 AND CASE WHEN typeof(bytes) = 'blob' AND length(bytes) <= ?
            THEN substr(bytes, 1, ?) = ? END ORDER BY id LIMIT ?
            """, [largest, prefix.count, Data(prefix), limit]
        ) { row in
            let name = try row.bytes(0, .blob)
            guard name.count == BlobHash.count else { throw StoreError.damaged(.blob) }
            return Blob(hash: BlobHash(trusted: name), bytes: try row.bytes(1, .blob))
        }
    }

    /// The names of the newest blobs of one row that begin with `prefix`, at most `limit`. Reads every row's first page.
    func newestNames(beginningWith prefix: [UInt8], limit: Int) throws -> [BlobHash] {
        try database.rows(
            """
            SELECT hash FROM blobs WHERE seq = 0 AND CASE WHEN typeof(bytes) = 'blob' AND length(bytes) <= ?
            THEN substr(bytes, 1, ?) = ? END ORDER BY id DESC LIMIT ?
            """, [Self.piece, prefix.count, Data(prefix), limit]
        ) { row in
            let name = try row.bytes(0, .blob)
            guard name.count == BlobHash.count else { throw StoreError.damaged(.blob) }
            return BlobHash(trusted: name)
        }
    }

    /// How many rows a blob has; an empty blob has an empty one.
    static func pieces(in length: Int) -> Int { max(1, (length + piece - 1) / piece) }

    private func insert(_ piece: ArraySlice<UInt8>, of hash: BlobHash, number: Int) throws {
        try database.run(
            "INSERT INTO blobs (hash, seq, bytes) VALUES (?, ?, ?)", [Data(hash.bytes), number, Data(piece)])
    }

    /// Takes the columns count, least and greatest number, sum and maximum of the lengths.
    private static func length(_ row: Row, firstColumn first: Int) throws -> Int {
        let rows = try row.integer(first, .blob)
        let least = try row.integer(first + 1, .blob)
        let greatest = try row.integer(first + 2, .blob)
        let length = try row.integer(first + 3, .blob)
        let longest = try row.integer(first + 4, .blob)
        guard rows <= mostPieces, least == 0, greatest == rows - 1, longest <= piece, length <= rows * piece, pieces(in: length) == rows
        else { throw StoreError.damaged(.blob) }
        return length
    }
}
