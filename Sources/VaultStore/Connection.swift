internal import CSystem
internal import GRDB

/// How every connection is set up. Nothing else in the project opens an SQLite file.
enum Connection {
    /// Largest file of either kind, in pages: 4 GiB.
    static let mostPages = (4 << 30) / SQLiteFile.pageSize

    /// Set before the first byte of the file is read.
    static let beforeReading = [
        "trusted_schema = OFF", "cell_size_check = ON", "mmap_size = 0", "temp_store = MEMORY", "secure_delete = ON",
    ]

    /// Set once the connection stands: GRDB changes `synchronous` while it opens. With EXTRA the directory is synced when the
    /// journal goes, so that a commit that was acknowledged is not undone by a power cut.
    ///
    /// 8 MiB of pages hold what a walk through a long log comes back to: the names of its blobs, which are in no order.
    static let afterOpening = [
        "journal_mode = DELETE", "synchronous = EXTRA", "locking_mode = NORMAL", "max_page_count = \(mostPages)", "cache_size = -8192",
    ]

    /// Opens a connection to a file that has been looked at. Throws GRDB's errors.
    static func open(_ path: String, _ access: Access, _ patience: Patience) throws -> DatabaseQueue {
        let result = kluis_sqlite_defend()
        guard result == 0 else { throw DatabaseError(resultCode: ResultCode(rawValue: result)) }
        var configuration = Configuration()
        configuration.readonly = access == .readOnly
        configuration.foreignKeysEnabled = false
        configuration.busyMode = .callback { patience.triesAgain(after: $0) }
        configuration.prepareDatabase { database in
            for setting in beforeReading { try database.execute(sql: "PRAGMA \(setting)") }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeWithoutTransaction { database in
            for setting in afterOpening { try database.execute(sql: "PRAGMA \(setting)") }
        }
        return queue
    }

    /// Fills an empty file with the schema of a kind and its first rows, in one transaction, and closes it.
    static func make(_ path: String, _ kind: FileKind, _ fill: (Database) throws -> Void) throws {
        let queue = try open(path, .readWrite, Patience())
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA page_size = \(SQLiteFile.pageSize)")
            try database.inTransaction(.immediate) {
                try database.execute(sql: "PRAGMA application_id = \(kind.applicationID); PRAGMA user_version = \(kind.version)")
                for statement in kind.schema.compactMap(\.statement) { try database.execute(sql: statement) }
                try fill(database)
                return .commit
            }
        }
        try queue.close()
    }

    /// Copies every page into an empty file and closes that.
    static func copy(_ source: DatabaseQueue, to path: String) throws {
        let target = try open(path, .readWrite, Patience())
        try source.backup(to: target)
        try target.close()
    }

    /// How many pages the file has.
    static func pageCount(_ database: Database) throws -> Int {
        guard let count = try database.row("PRAGMA page_count", [], { try $0.integer(0, .file) }) else { throw StoreError.damaged(.file) }
        return count
    }

    /// All of `sqlite_schema`, in the order in which it was made.
    static func schema(_ database: Database) throws -> [SchemaRow] {
        try database.rows("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY rowid") { row in
            let statement = row.isNull(3) ? nil : try row.text(3, .file)
            return SchemaRow(
                type: try row.text(0, .file), name: try row.text(1, .file), table: try row.text(2, .file), statement: statement)
        }
    }
}
