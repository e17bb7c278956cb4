import Foundation
import GRDB
package import VaultFormat
import VaultSystem

/// A vault or home in the hands of somebody with an SQLite of their own.
package final class RawFile {
    private let queue: DatabaseQueue

    /// Opens what is there.
    package init(_ path: String) throws {
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        // Nobody pulls the plug on a test.
        configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        queue = try DatabaseQueue(path: path, configuration: configuration)
    }

    deinit { try? queue.close() }

    /// Runs statements.
    package func run(_ statements: String) throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
    }

    /// Begins a change and keeps it until ``run(_:)`` gets a `ROLLBACK`: others wait.
    package func hold() throws { try run("BEGIN IMMEDIATE") }

    /// How many rows a table has.
    package func count(_ table: String) throws -> Int {
        try queue.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
    }

    /// The first and the last column of every row, to compare two states of a table.
    package func rows(_ table: String) throws -> [String] {
        try queue.read { try Row.fetchAll($0, sql: "SELECT * FROM \(table)").map { "\($0.databaseValues)" }.sorted() }
    }

    /// The bytes of an entry.
    package func entry(_ index: Int) throws -> [UInt8] {
        let data = try queue.read { try Data.fetchOne($0, sql: "SELECT bytes FROM entries WHERE idx = ?", arguments: [index]) }
        guard let data else { throw TestFailure() }
        return Array(data)
    }

    /// Puts bytes in place of an entry, or behind the last.
    package func setEntry(_ index: Int, _ bytes: [UInt8]) throws {
        try queue.write {
            try $0.execute(sql: "INSERT OR REPLACE INTO entries (idx, bytes) VALUES (?, ?)", arguments: [index, Data(bytes)])
        }
    }

    /// Takes an entry away.
    package func removeEntry(_ index: Int) throws { try run("DELETE FROM entries WHERE idx = \(index)") }

    /// The bytes of a blob of at most one row.
    package func blob(_ hash: BlobHash) throws -> [UInt8] {
        let data = try queue.read { try Data.fetchOne($0, sql: "SELECT bytes FROM blobs WHERE hash = ?", arguments: [Data(hash.bytes)]) }
        guard let data else { throw TestFailure() }
        return Array(data)
    }

    /// Puts bytes under a name, whether they belong there or not.
    package func setBlob(_ hash: BlobHash, _ bytes: [UInt8]) throws {
        try queue.write {
            try $0.execute(sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Data(hash.bytes)])
            try $0.execute(sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)", arguments: [Data(hash.bytes), Data(bytes)])
        }
    }

    /// Takes a blob away.
    package func removeBlob(_ hash: BlobHash) throws {
        try queue.write { try $0.execute(sql: "DELETE FROM blobs WHERE hash = ?", arguments: [Data(hash.bytes)]) }
    }

    /// Gives a blob the name of another, which is gone then.
    package func rename(_ hash: BlobHash, to other: BlobHash) throws {
        try removeBlob(other)
        try queue.write {
            try $0.execute(sql: "UPDATE blobs SET hash = ? WHERE hash = ?", arguments: [Data(other.bytes), Data(hash.bytes)])
        }
    }
}
