internal import Foundation
internal import GRDB

// GRDB converts between types where it can and traps where it cannot. A file that somebody else may write can hold any
// type in any column, so every value of a row is taken as what it is, or refused.
extension Row {
    /// A blob. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func bytes(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> [UInt8] { Array(try value(column, Data.self, place)) }

    /// An integer. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func integer(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> Int { Int(try value(column, Int64.self, place)) }

    /// A text. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func text(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> String { try value(column, String.self, place) }

    /// A blob or nil, of a column of which the statement itself sees to it that it holds a blob or NULL: GRDB would make one of a text.
    func lawfulBytes(_ column: Int) -> [UInt8]? {
        let bytes: Data? = self[column]
        return bytes.map { Array($0) }
    }

    /// Whether the column holds NULL.
    func isNull(_ column: Int) -> Bool { hasNull(atIndex: column) }

    /// The value as SQLite holds it, which is an `Int64`, a `Double`, a `String` or a `Data`.
    private func value<Value>(_ column: Int, _: Value.Type, _ place: DamagedPlace) throws(StoreError) -> Value {
        let stored: (any DatabaseValueConvertible)? = self[column]
        guard let value = stored as? Value else { throw .damaged(place) }
        return value
    }
}

extension Database {
    /// What `read` takes from each row of a statement that is prepared once. A row is there during the call only, and not copied.
    func rows<Value>(_ statement: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        try eachRow(statement, arguments) { values.append(try read($0)) }
        return values
    }

    /// Shows `read` each row of a statement that is prepared once.
    func eachRow(_ statement: String, _ arguments: StatementArguments, _ read: (Row) throws -> Void) throws {
        let cursor = try Row.fetchCursor(cachedStatement(sql: statement), arguments: arguments)
        while let row = try cursor.next() { try read(row) }
    }

    /// What `read` takes from the first row; nil where there is none.
    func row<Value>(_ statement: String, _ arguments: StatementArguments = [], _ read: (Row) throws -> Value) throws -> Value? {
        let cursor = try Row.fetchCursor(cachedStatement(sql: statement), arguments: arguments)
        return try cursor.next().map(read)
    }

    /// The first value of a statement that is prepared once and gives blobs only: GRDB would make one of a text.
    func blob(_ statement: String, _ arguments: StatementArguments) throws -> [UInt8]? {
        try Data.fetchOne(cachedStatement(sql: statement), arguments: arguments).map { Array($0) }
    }

    /// Runs a statement that is prepared once and answers nothing.
    func run(_ statement: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: statement).execute(arguments: arguments)
    }
}
