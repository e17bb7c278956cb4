internal import CSystem
internal import GRDB
internal import VaultSystem

/// Whether a file is opened to be changed.
package enum Access: Sendable {
    /// For reading and appending.
    case readWrite
    /// For reading alone; works on a medium that cannot be written.
    case readOnly
}

/// One open SQLite file of a known kind, looked at before SQLite sees it. Used by one thread at a time.
///
/// While a transaction is open in this process, opening the same file once more would release its locks, for closing any
/// descriptor of a file does that (POSIX `fcntl`). So a second opening of a file comes before the transaction or after it.
final class SQLiteFile {
    static let pageSize = 4096

    private let path: String
    let access: Access
    private let queue: DatabaseQueue
    private let identity: FileIdentity
    /// The connection while a transaction is open, so that calls inside join it.
    private var transaction: Database?

    private init(path: String, kind: FileKind, access: Access, patience: Patience) throws {
        self.path = path
        self.access = access
        try FileHeader(Files.firstBytes(path, count: FileHeader.count)).check(kind)
        try Self.refusePlantedFiles(beside: path)
        identity = try Files.identity(of: path)
        queue = try Connection.open(path, access, patience)
        guard try Files.identity(of: path) == identity else { throw StoreError.replaced }
        guard try read({ try Connection.pageCount($0) }) <= Connection.mostPages else { throw StoreError.tooLarge }
        guard try read({ try Connection.schema($0) }) == kind.schema else { throw StoreError.tampered(.schema) }
    }

    /// Opens a file that exists. Throws whatever ``StoreError`` says about a file that cannot be used; makes nothing.
    static func open(_ path: String, _ kind: FileKind, _ access: Access, _ patience: Patience) throws(StoreError) -> SQLiteFile {
        do {
            let path = try Files.absolutePath(path)
            do {
                return try SQLiteFile(path: path, kind: kind, access: access, patience: patience)
            } catch let error where access == .readOnly && StoreError(error) == .readOnly {
                // A change that a crash cut short is in the way. Undoing it needs a connection that may write.
                _ = try SQLiteFile(path: path, kind: kind, access: .readWrite, patience: patience)
                return try SQLiteFile(path: path, kind: kind, access: access, patience: patience)
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Makes a whole new file under a random or a given name beside its place, closes it, and renames it; `.alreadyExists` when something
    /// stands there. 0600 from its first byte, 0660 when whole and `shared`. After an error nothing is left behind.
    static func create(
        _ path: String, through temporary: String? = nil, _ kind: FileKind, shared: Bool, fill: (Database) throws -> Void
    ) throws(StoreError) {
        try makeWhole(path, through: temporary) { unfinished in
            try Connection.make(unfinished, kind, fill)
            if shared { try Files.shareWithGroup(unfinished) }
        }
    }

    /// The same in the place of a file that may be damaged, which stays beside it under the name `aside`, with the journal it had.
    static func remake(
        _ path: String, settingAside aside: String, _ kind: FileKind, shared: Bool, fill: (Database) throws -> Void
    ) throws(StoreError) {
        try makeUnfinished(path, through: nil) { unfinished in
            try Connection.make(unfinished, kind, fill)
            if shared { try Files.shareWithGroup(unfinished) }
            // A journal belongs to the file that it was made for; SQLite would undo it in the new one.
            do { try Files.rename(path + "-journal", to: aside + "-journal") } catch SystemError.notFound {}
            try Files.publish(unfinished, inPlaceOf: path, settingAside: aside)
        }
    }

    /// Runs `body` in a reading transaction, or in the one that is open.
    func read<Value>(_ body: (Database) throws -> Value) throws(StoreError) -> Value {
        do {
            if let transaction { return try body(transaction) }
            try Self.refusePlantedFiles(beside: path)
            return try queue.read(body)
        } catch {
            throw StoreError(error)
        }
    }

    /// Holds one reading transaction open while `body` makes any number of calls: they see one state of the file, and
    /// nobody can change it meanwhile. What `body` throws is thrown on.
    func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        if transaction != nil { return try body() }
        try Self.refusePlantedFiles(beside: path)
        do {
            return try queue.read { database in
                transaction = database
                defer { transaction = nil }
                return try body()
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
    }

    /// Runs `body` in a transaction that is on the disk when this returns, and of which nothing is there when it throws.
    /// Throws `.replaced` when the file no longer stands at its path, before or after; what `body` throws is thrown on.
    func write(_ body: (Database) throws -> Void) throws {
        precondition(transaction == nil, "a change inside a transaction would wait for itself")
        guard access == .readWrite else { throw StoreError.readOnly }
        try checkPlace()
        try Self.refusePlantedFiles(beside: path)
        do {
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    transaction = database
                    defer { transaction = nil }
                    try body(database)
                    return .commit
                }
            }
        } catch let error as DatabaseError {
            throw StoreError(error)
        }
        try checkPlace()
    }

    /// Whether another file, or none, stands at the path now.
    func isReplaced() throws(StoreError) -> Bool {
        do {
            return try Files.identity(of: path) != identity
        } catch {
            if error == .notFound { return true }
            throw StoreError(error)
        }
    }

    /// How many bytes this person can still write on the file's disk.
    func freeBytes() throws(StoreError) -> UInt64 {
        do { return try Files.freeBytes(at: path) } catch { throw StoreError(error) }
    }

    /// Copies the file as it is now to a new file; see ``create(_:_:shared:fill:)`` for how that is made.
    func copy(to path: String) throws(StoreError) {
        try Self.makeWhole(path, through: nil) { try Connection.copy(queue, to: $0) }
    }

    /// Removes a file that was never finished, and its journal.
    static func removeUnfinished(_ unfinished: String) {
        for leftover in ["", "-journal"] { try? Files.remove(unfinished + leftover) }
    }

    private static func makeWhole(_ path: String, through temporary: String?, _ fill: (String) throws -> Void) throws(StoreError) {
        do {
            let path = try Files.absolutePath(path)
            guard try !Files.exists(path) else { throw StoreError.alreadyExists }
            try makeUnfinished(path, through: temporary) { unfinished in
                try fill(unfinished)
                try Files.publish(unfinished, as: path)
            }
        } catch {
            throw StoreError(error)
        }
    }

    /// Hands an empty file beside its place to `body`, which fills it and gives it its name; removes it after an error.
    private static func makeUnfinished(_ path: String, through temporary: String?, _ body: (String) throws -> Void) throws(StoreError) {
        do {
            let unfinished = try temporary ?? Files.randomSibling(of: path, suffix: ".new")
            try Files.createEmpty(unfinished)
            do {
                try body(unfinished)
            } catch {
                removeUnfinished(unfinished)
                throw error
            }
        } catch {
            throw StoreError(error)
        }
    }

    private func checkPlace() throws(StoreError) {
        if try isReplaced() { throw .replaced }
    }

    /// SQLite deletes the file that a left-over journal names at its end, and believes a `-wal` whatever wrote it. This
    /// program makes neither: one database in a transaction has no super-journal.
    /// Source: <https://www.sqlite.org/fileformat2.html>, section 3, and <https://www.sqlite.org/atomiccommit.html>, section 5.
    private static func refusePlantedFiles(beside path: String) throws(StoreError) {
        do {
            guard try !Files.exists(path + "-wal"), try !Files.exists(path + "-shm") else { throw StoreError.tampered(.journal) }
            let tail = try Files.readTail(path + "-journal", count: superJournalMark.count)
            if tail == superJournalMark { throw StoreError.tampered(.journal) }
        } catch SystemError.notFound {
            // No journal, the ordinary state.
        } catch SystemError.notRegular {
            throw .tampered(.journal)
        } catch {
            throw StoreError(error)
        }
    }

    private static let superJournalMark: [UInt8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7]
}
