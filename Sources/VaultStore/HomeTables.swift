internal import Foundation
internal import GRDB
internal import VaultFormat

/// The tables of a home beside its copies of entries and blobs.
struct HomeTables {
    static let schema =
        [.table("facts", "name TEXT PRIMARY KEY, value BLOB NOT NULL"), .primaryKeyIndex(of: "facts")]
        + EntryTable.schema + BlobTable.schema + [
            .table("cases", "number INTEGER PRIMARY KEY, value BLOB NOT NULL"),
            .table("lines", "idx INTEGER PRIMARY KEY, value BLOB NOT NULL"),
            .table(
                "places",
                "case_number INTEGER NOT NULL, note INTEGER NOT NULL, attachment INTEGER NOT NULL, part INTEGER NOT NULL, "
                    + "blob BLOB NOT NULL, PRIMARY KEY (case_number, note, attachment, part)"),
            .primaryKeyIndex(of: "places"),
            .table(
                "keys",
                "id INTEGER PRIMARY KEY, kind TEXT NOT NULL, circle BLOB NOT NULL, generation INTEGER NOT NULL, sealed BLOB NOT NULL"),
            SchemaRow.uniqueIndex("keys_by_name", on: "keys", "kind, circle, generation"),
        ]

    let database: Database

    func fact(_ name: FactName) throws -> [UInt8]? {
        try database.row("SELECT value FROM facts WHERE name = ?", [name.text]) { try $0.bytes(0, .home) }
    }

    func set(_ name: FactName, to value: [UInt8]) throws {
        try database.run("INSERT OR REPLACE INTO facts (name, value) VALUES (?, ?)", [name.text, Data(value)])
    }

    func value(ofCase number: Int) throws -> [UInt8]? {
        try database.row("SELECT value FROM cases WHERE number = ?", [number]) { try $0.bytes(0, .home) }
    }

    /// At most `limit` cases with numbers above `number`, in their order.
    func cases(after number: Int, limit: Int) throws -> [CaseRow] {
        try database.rows("SELECT number, value FROM cases WHERE number > ? ORDER BY number LIMIT ?", [number, limit]) {
            CaseRow(number: try $0.integer(0, .home), value: try $0.bytes(1, .home))
        }
    }

    func set(_ row: CaseRow) throws {
        try database.run("INSERT OR REPLACE INTO cases (number, value) VALUES (?, ?)", [row.number, Data(row.value)])
    }

    func removeCase(_ number: Int) throws {
        try database.run("DELETE FROM cases WHERE number = ?", [number])
    }

    /// Forgets the entries from an index on, and what follows from all of them.
    func part(at index: Int) throws {
        try database.run("DELETE FROM entries WHERE idx >= ?", [index])
        try database.run("DELETE FROM lines WHERE idx >= ?", [index])
        try database.run("DELETE FROM cases", [])
        try database.run("DELETE FROM places", [])
    }

    func line(_ index: Int) throws -> [UInt8]? {
        try database.row("SELECT value FROM lines WHERE idx = ?", [index]) { try $0.bytes(0, .home) }
    }

    func set(_ row: LineRow) throws {
        try database.run("INSERT OR REPLACE INTO lines (idx, value) VALUES (?, ?)", [row.index, Data(row.value)])
    }

    /// Of the cases with these numbers, by number.
    func places(ofCases numbers: ClosedRange<Int>) throws -> [Int: [PlaceRow]] {
        let rows = try database.rows(
            "SELECT case_number, note, attachment, part, blob FROM places WHERE case_number BETWEEN ? AND ?",
            [numbers.lowerBound, numbers.upperBound]
        ) { row in
            guard let part = PlaceRow.part(try row.integer(3, .home)), let blob = try? BlobHash(exactly: try row.bytes(4, .home)) else {
                throw StoreError.damaged(.home)
            }
            let place = Manifest.Place(
                caseNumber: try row.integer(0, .home), note: try row.integer(1, .home), attachment: try row.integer(2, .home), part: part)
            return PlaceRow(place: place, blob: blob)
        }
        return Dictionary(grouping: rows, by: \.place.caseNumber)
    }

    func set(_ row: PlaceRow) throws {
        let place = row.place
        try database.run(
            "INSERT OR REPLACE INTO places (case_number, note, attachment, part, blob) VALUES (?, ?, ?, ?, ?)",
            [place.caseNumber, place.note, place.attachment, PlaceRow.code(place.part), Data(row.blob.bytes)])
    }

    func remove(_ place: Manifest.Place) throws {
        try database.run(
            "DELETE FROM places WHERE case_number = ? AND note = ? AND attachment = ? AND part = ?",
            [place.caseNumber, place.note, place.attachment, PlaceRow.code(place.part)])
    }

    func key(_ name: StoredKeyName) throws -> [UInt8]? {
        try database.row(
            "SELECT sealed FROM keys WHERE kind = ? AND circle = ? AND generation = ?", arguments(name)
        ) { try $0.bytes(0, .home) }
    }

    func keyNames(_ kind: StoredKeyKind) throws -> [StoredKeyName] {
        try database.rows("SELECT circle, generation FROM keys WHERE kind = ? ORDER BY circle, generation", [kind.text]) {
            StoredKeyName(kind: kind, circle: try $0.bytes(0, .home), generation: try $0.integer(1, .home))
        }
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
}
