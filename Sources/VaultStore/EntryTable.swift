internal import Foundation
internal import GRDB

/// The rows of a log: entry after entry from index 0, without gaps.
struct EntryTable {
    static let schema = [SchemaRow.table("entries", "idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL")]

    /// Bytes of the largest entry: the limit of a C2SP tile.
    static let largestEntry = 65_535
    /// More entries than a file of the largest size can hold.
    private static let mostEntries = 1 << 30
    /// How many entries a stream has in memory: at most 4 MiB.
    private static let page = 64

    // An entry of another type or length comes as NULL and is never loaded.
    private static let lawfulBytes =
        "CASE WHEN typeof(bytes) = 'blob' AND length(bytes) BETWEEN 1 AND \(largestEntry) THEN bytes END"

    let database: Database

    /// How many entries there are, by the first and the last index alone.
    func count() throws -> Int {
        let ends = try database.row("SELECT (SELECT min(idx) FROM entries), (SELECT max(idx) FROM entries)")
        guard let ends, !ends.isNull(0) else { return 0 }
        let first = try ends.integer(0, .file)
        let last = try ends.integer(1, .file)
        guard first == 0 else { throw StoreError.damaged(.entry(0)) }
        guard last < Self.mostEntries else { throw StoreError.damaged(.entry(last)) }
        return last + 1
    }

    /// The entry at an index; `nil` when there is none.
    func entry(at index: Int) throws -> [UInt8]? {
        try database.row("SELECT \(Self.lawfulBytes) FROM entries WHERE idx = ?", [index])?.bytes(0, .entry(index))
    }

    /// The first entries of `range`, at most 64 and at least one. Throws `.damaged` with the first index that is missing.
    func page(of range: Range<Int>) throws -> [[UInt8]] {
        let rows = try database.rows(
            "SELECT idx, \(Self.lawfulBytes) FROM entries WHERE idx >= ? AND idx < ? ORDER BY idx LIMIT \(Self.page)",
            [range.lowerBound, range.upperBound])
        var entries: [[UInt8]] = []
        for row in rows {
            let expected = range.lowerBound + entries.count
            guard try row.integer(0, .file) == expected else { throw StoreError.damaged(.entry(expected)) }
            entries.append(try row.bytes(1, .entry(expected)))
        }
        guard entries.count == min(range.count, Self.page) else {
            throw StoreError.damaged(.entry(range.lowerBound + entries.count))
        }
        return entries
    }

    /// Puts an entry at the index after the last.
    func append(_ entry: [UInt8], at index: Int) throws {
        guard (1...Self.largestEntry).contains(entry.count) else { throw StoreError.tooLarge }
        try database.run("INSERT INTO entries (idx, bytes) VALUES (?, ?)", [index, Data(entry)])
    }
}
