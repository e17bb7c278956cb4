internal import Foundation
internal import GRDB
internal import VaultFormat

/// The tables of a home beside its copies of entries and blobs.
struct HomeTables {
    static let schema =
        [.table("facts", "name TEXT PRIMARY KEY, value BLOB NOT NULL"), .primaryKeyIndex(of: "facts")]
        + EntryTable.schema + BlobTable.schema + [
            .table("cases", "number INTEGER PRIMARY KEY, value BLOB NOT NULL"),
            .table(
                "reads",
                "case_number INTEGER NOT NULL, member INTEGER NOT NULL, first TEXT, last TEXT, count INTEGER NOT NULL, "
                    + "PRIMARY KEY (case_number, member)"),
            .primaryKeyIndex(of: "reads"),
            .table(
                "keys",
                "id INTEGER PRIMARY KEY, kind TEXT NOT NULL, circle BLOB NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL"),
            SchemaRow.uniqueIndex("keys_by_name", on: "keys", "kind, circle, generation"),
        ]

    let database: Database

    func fact(_ name: FactName) throws -> [UInt8]? {
        try database.row("SELECT value FROM facts WHERE name = ?", [name.text])?.bytes(0, .home)
    }

    func set(_ name: FactName, to value: [UInt8]) throws {
        try database.run("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", [name.text, Data(value)])
    }

    func value(ofCase number: Int) throws -> [UInt8]? {
        try database.row("SELECT value FROM cases WHERE number = ?", [number])?.bytes(0, .home)
    }

    /// At most `limit` cases with numbers above `number`, in their order.
    func cases(after number: Int, limit: Int) throws -> [CaseRow] {
        let rows = try database.rows("SELECT number, value FROM cases WHERE number > ? ORDER BY number LIMIT ?", [number, limit])
        return try rows.map { CaseRow(number: try $0.integer(0, .home), value: try $0.bytes(1, .home)) }
    }

    func set(_ row: CaseRow) throws {
        try database.run("INSERT OR REPLACE INTO cases (number, value) VALUES (?, ?)", [row.number, Data(row.value)])
    }

    func removeCase(_ number: Int) throws {
        try database.run("DELETE FROM cases WHERE number = ?", [number])
    }

    func reads(ofCase number: Int) throws -> [ReadRow] {
        try readRows("SELECT case_number, member, first, last, count FROM reads WHERE case_number = ? ORDER BY member", [number])
    }

    func reads(byMember member: Int) throws -> [ReadRow] {
        try readRows("SELECT case_number, member, first, last, count FROM reads WHERE member = ? ORDER BY case_number", [member])
    }

    /// Adds to what is known: the first time stays, the last moves, the counts add up.
    func add(_ read: ReadRow) throws {
        try database.run(
            """
            INSERT INTO reads (case_number, member, first, last, count) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (case_number, member) DO UPDATE SET last = excluded.last, count = count + excluded.count
            """, [read.caseNumber, read.member, read.first.text, read.last.text, read.count])
    }

    func key(_ name: StoredKeyName) throws -> [UInt8]? {
        try database.row(
            "SELECT sealed FROM keys WHERE kind = ? AND circle = ? AND generation = ?", arguments(name))?.bytes(0, .home)
    }

    func keyNames(_ kind: StoredKeyKind) throws -> [StoredKeyName] {
        let rows = try database.rows("SELECT circle, generation FROM keys WHERE kind = ? ORDER BY circle, generation", [kind.text])
        return try rows.map { StoredKeyName(kind: kind, circle: try $0.bytes(0, .home), generation: try $0.integer(1, .home)) }
    }

    /// A key that is there already is written again.
    func store(_ key: StoredKey) throws {
        try removeKey(key.name)
        try database.run(
            "INSERT INTO keys (kind, circle, generation, sealed) VALUES (?, ?, ?, ?)",
            arguments(key.name) + [Data(key.sealed)])
    }

    func removeKey(_ name: StoredKeyName) throws {
        try database.run("DELETE FROM keys WHERE kind = ? AND circle = ? AND generation = ?", arguments(name))
    }

    private func arguments(_ name: StoredKeyName) -> StatementArguments { [name.kind.text, Data(name.circle), name.generation] }

    private func readRows(_ statement: String, _ arguments: StatementArguments) throws -> [ReadRow] {
        try database.rows(statement, arguments).map { row in
            ReadRow(
                caseNumber: try row.integer(0, .home), member: try row.integer(1, .home), first: try instant(row, 2),
                last: try instant(row, 3), count: try row.integer(4, .home))
        }
    }

    private func instant(_ row: Row, _ column: Int) throws -> Instant {
        do {
            return try Instant(Array(try row.text(column, .home).utf8)[...])
        } catch {
            throw StoreError.damaged(.home)
        }
    }
}
