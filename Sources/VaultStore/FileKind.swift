/// One of the two kinds of SQLite file this program writes: its numbers in the header and every row of its schema.
struct FileKind: Sendable {
    /// "KLUI" for a vault, "KLUH" for the file of a group in the home; bytes 68..<72 of the file.
    let applicationID: Int32
    /// The format's version; bytes 60..<64 of the file.
    let version: Int32
    /// All there may be in `sqlite_schema`, in the order in which it was made.
    let schema: [SchemaRow]

    /// A vault: two tables of opaque rows.
    static let vault = FileKind(applicationID: 0x4B4C_5549, version: 1, schema: EntryTable.schema + BlobTable.schema)

    /// The file in which a home keeps what it has verified of one group.
    static let home = FileKind(applicationID: 0x4B4C_5548, version: 1, schema: HomeTables.schema)
}

/// A row of `sqlite_schema` without its page number.
struct SchemaRow: Equatable, Sendable {
    /// "table" or "index".
    let type: String
    let name: String
    /// The table that an index belongs to; of a table its own name.
    let table: String
    /// The statement that made it; `nil` for an index that SQLite made for a primary key.
    let statement: String?

    static func table(_ name: String, _ columns: String) -> SchemaRow {
        SchemaRow(type: "table", name: name, table: name, statement: "CREATE TABLE \(name) (\(columns))")
    }

    static func uniqueIndex(_ name: String, on table: String, _ columns: String) -> SchemaRow {
        let statement = "CREATE UNIQUE INDEX \(name) ON \(table) (\(columns))"
        return SchemaRow(type: "index", name: name, table: table, statement: statement)
    }

    static func primaryKeyIndex(of table: String) -> SchemaRow {
        SchemaRow(type: "index", name: "sqlite_autoindex_\(table)_1", table: table, statement: nil)
    }
}
