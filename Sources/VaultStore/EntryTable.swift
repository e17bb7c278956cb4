internal import Foundation
internal import GRDB

/// The rows of a log: entry after entry from index 0, without gaps.
struct EntryTable {
    static let schema = [SchemaRow.table("entries", "idx INTEGER PRIMARY KEY, bytes BLOB NOT NULL")]

    /// Bytes of the largest entry: the limit of a C2SP tile.
    static let largestEntry = 65_535
    /// More entries than a file of the largest size can hold.
    private static let mostEntries = 1 << 30
    /// How many entries are in memory at once: at most 4 MiB.
    static let page = 64

    // An entry of another type or length comes as NULL and is never loaded.
    private static let lawfulBytes =
        "CASE WHEN typeof(bytes) = 'blob' AND length(bytes) BETWEEN 1 AND \(largestEntry) THEN bytes END"

    let database: Database

    /// How many entries there are, by the first and the last index alone.
    func count() throws -> Int {
        let ends = try database.row("SELECT (SELECT min(idx) FROM entries), (SELECT max(idx) FROM entries)") { row in
            row.isNull(0) ? nil : (first: try row.integer(0, .file), last: try row.integer(1, .file))
        }
        guard let ends = ends ?? nil else { return 0 }
        guard ends.first == 0 else { throw StoreError.damaged(.entry(0)) }
        guard ends.last < Self.mostEntries else { throw StoreError.damaged(.entry(ends.last)) }
        return ends.last + 1
    }

    /// Throws where there are rows that cannot be reached by their index: something in the file cuts them off, so that ``count()`` leaves
    /// them out.
    func requireNoneCutOff() throws {
        let reachable = try count()
        let rows = try database.row("SELECT count(*) FROM entries") { try $0.integer(0, .file) }
        guard rows ?? 0 <= reachable else { throw StoreError.damaged(.entry(reachable)) }
    }

    /// The entry at an index; `nil` when there is none.
    func entry(at index: Int) throws -> [UInt8]? {
        try database.row("SELECT \(Self.lawfulBytes) FROM entries WHERE idx = ?", [index]) { try $0.bytes(0, .entry(index)) }
    }

    /// The entries at the first indices of `range`, at most 64, `nil` for each index that has no lawful one.
    func page(of range: Range<Int>) throws -> [[UInt8]?] {
        let range = range.prefix(Self.page)
        var entries = [[UInt8]?](repeating: nil, count: range.count)
        try database.eachRow(
            "SELECT idx, \(Self.lawfulBytes) FROM entries WHERE idx >= ? AND idx < ?", [range.lowerBound, range.upperBound]
        ) { row in
            // The number of a row, which is an integer in every file.
            let index: Int = row[0]
            guard range.contains(index) else { throw StoreError.damaged(.file) }
            entries[index - range.lowerBound] = row.lawfulBytes(1)
        }
        return entries
    }

    /// Puts an entry at the index after the last.
    func append(_ entry: [UInt8], at index: Int) throws {
        guard (1...Self.largestEntry).contains(entry.count) else { throw StoreError.tooLarge }
        try database.run("INSERT INTO entries (idx, bytes) VALUES (?, ?)", [index, Data(entry)])
    }
}
