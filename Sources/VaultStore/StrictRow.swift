internal import GRDB

// GRDB converts between types where it can and traps where it cannot. A file that somebody else may write can hold any
// type in any column, so every value of a row is taken as what it is, or refused.
extension Row {
    /// A blob. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func bytes(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> [UInt8] {
        guard case .blob(let data) = storage(column) else { throw .damaged(place) }
        return Array(data)
    }

    /// An integer. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func integer(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> Int {
        guard case .int64(let value) = storage(column) else { throw .damaged(place) }
        return Int(value)
    }

    /// A text. Throws ``StoreError/damaged(_:)`` with `place` for any other type.
    func text(_ column: Int, _ place: DamagedPlace) throws(StoreError) -> String {
        guard case .string(let value) = storage(column) else { throw .damaged(place) }
        return value
    }

    /// Whether the column holds NULL.
    func isNull(_ column: Int) -> Bool { storage(column) == .null }

    private func storage(_ column: Int) -> DatabaseValue.Storage {
        let value: DatabaseValue = self[column]
        return value.storage
    }
}

extension Database {
    /// The rows of a statement that is prepared once.
    func rows(_ statement: String, _ arguments: StatementArguments = []) throws -> [Row] {
        try Row.fetchAll(cachedStatement(sql: statement), arguments: arguments)
    }

    /// The first row of a statement that is prepared once.
    func row(_ statement: String, _ arguments: StatementArguments = []) throws -> Row? {
        try Row.fetchOne(cachedStatement(sql: statement), arguments: arguments)
    }

    /// Runs a statement that is prepared once and answers nothing.
    func run(_ statement: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: statement).execute(arguments: arguments)
    }
}
