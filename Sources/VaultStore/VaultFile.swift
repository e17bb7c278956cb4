package import VaultFormat
internal import VaultSystem

/// A vault: the entries of a group's log, and blobs under their names. It holds no key and understands no byte of it; what
/// it gives out may be anything that somebody wrote there, and is to be verified.
///
/// Used by one thread at a time. Errors are ``StoreError``; a method that takes a closure throws on what that throws.
package final class VaultFile {
    let file: SQLiteFile

    private init(_ file: SQLiteFile) { self.file = file }

    /// What it was opened for.
    package var access: Access { file.access }

    /// Makes a vault of one entry, whole or not at all. Throws `.alreadyExists` when anything stands at the path.
    /// - Parameters:
    ///   - temporary: path beside it under which it is made, else one of a random name. Whoever chose it can remove what a crash leaves.
    ///   - shared: 0660 instead of 0600, for several accounts of one computer.
    package static func create(
        at path: String, through temporary: String? = nil, firstEntry: [UInt8], blobs: [Blob], shared: Bool
    ) throws(StoreError) {
        try SQLiteFile.create(path, through: temporary, .vault, shared: shared) { database in
            try EntryTable(database: database).append(firstEntry, at: 0)
            for blob in blobs { try BlobTable(database: database).put(blob) }
        }
    }

    /// Removes what a crash left of ``create(at:through:firstEntry:blobs:shared:)``; what cannot be removed stays.
    package static func removeUnfinished(_ temporary: String) {
        SQLiteFile.removeUnfinished(temporary)
    }

    /// Looks at the first bytes of the file, before anybody is asked for anything: throws `.notFound`, `.notRegular`, `.permissionDenied`
    /// or `.io` where it cannot be read, and `.newerVersion` where it says so itself. Anything else that is wrong with it is for
    /// ``open(_:access:onWait:)`` to say.
    package static func probe(_ path: String) throws(StoreError) {
        let header: [UInt8]
        do { header = try Files.firstBytes(path, count: FileHeader.count) } catch { throw StoreError(error) }
        do throws(StoreError) { try FileHeader(header).check(.vault) } catch {
            if error == .newerVersion { throw error }
        }
    }

    /// Opens a vault that exists. `onWait` is called once in each wait of a second for another process; after five seconds
    /// a call throws `.busy`.
    package static func open(
        _ path: String, access: Access, onWait: @escaping @Sendable () -> Void = {}
    ) throws(StoreError) -> VaultFile {
        try open(path, access, Patience(onWait: onWait))
    }

    static func open(_ path: String, _ access: Access, _ patience: Patience) throws(StoreError) -> VaultFile {
        VaultFile(try SQLiteFile.open(path, .vault, access, patience))
    }

    /// Holds the vault still while `body` makes any number of calls that read: all see one state of it, and whoever wants to append
    /// waits. An append inside is a bug.
    package func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        try file.snapshot(body)
    }

    /// How many bytes this person can still write where the vault is.
    package func freeBytes() throws(StoreError) -> UInt64 { try file.freeBytes() }

    /// Whether another file, or none, stands where this one was opened.
    package func isReplaced() throws(StoreError) -> Bool {
        try file.isReplaced()
    }
}

// The log.
extension VaultFile {
    /// How many entries the log has; the first is entry 0.
    package func entryCount() throws(StoreError) -> Int {
        try file.read { try EntryTable(database: $0).count() }
    }

    /// Throws `.damaged(.entry(_:))` where entries after the last are in the file that cannot be reached: one altered byte can make a log
    /// look shorter than it is. Reads the whole table, unlike ``entryCount()``.
    package func requireNoEntryCutOff() throws(StoreError) {
        try file.read { try EntryTable(database: $0).requireNoneCutOff() }
    }

    /// The bytes of an entry, 1 to 65,535; `nil` when the log has no entry with this index.
    package func entry(at index: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try EntryTable(database: $0).entry(at: index) }
    }

    /// Hands out entries in order, each with its index, a few at a time in memory. Throws `.damaged(.entry(_:))` with the first
    /// index in `range` that has no lawful entry.
    package func entries(in range: Range<Int>, _ body: (Int, [UInt8]) throws -> Void) throws {
        var next = range.lowerBound
        while next < range.upperBound {
            for entry in try page(of: next..<range.upperBound) {
                guard let entry else { throw StoreError.damaged(.entry(next)) }
                try body(next, entry)
                next += 1
            }
        }
    }

    /// How many entries ``page(of:)`` gives at most.
    package static let entriesInPage = EntryTable.page

    /// The entries at the first indices of `range`, at most ``entriesInPage``, `nil` for each index that has no lawful one.
    package func page(of range: Range<Int>) throws(StoreError) -> [[UInt8]?] {
        try file.read { try EntryTable(database: $0).page(of: range) }
    }

    /// The one change of a vault: an entry at the log's end, blobs in and blobs out, in one transaction that is on the disk
    /// when this returns. Throws `.headMoved` when the log does not end as `head` says. After any error but `.replaced` the vault
    /// is as it was; after `.replaced` so is the file at the path.
    ///
    /// A stream may read from this vault, also blobs that go out; what an earlier stream replaced has gone. One to add that is there
    /// already is written again and stays, one to remove that is not there is no error.
    package func append(
        _ entry: [UInt8], extending head: Extends, adding: [Blob] = [], streaming: [BlobStream] = [], removing: [BlobHash] = []
    ) throws {
        try file.write { database in
            let entries = EntryTable(database: database)
            let blobs = BlobTable(database: database)
            guard try entries.count() == head.size else { throw StoreError.headMoved }
            if head.size > 0 {
                guard try entries.entry(at: head.size - 1) == head.lastEntry else { throw StoreError.headMoved }
            }
            try entries.append(entry, at: head.size)
            let streamed = Set(streaming.map(\.hash))
            for stream in streaming {
                try blobs.put(stream)
                if let old = stream.replaces, !streamed.contains(old) { try blobs.remove(old) }
            }
            for hash in removing where !streamed.contains(hash) { try blobs.remove(hash) }
            try blobs.add(adding)
        }
    }
}

/// The end of a log that a change was made for.
package struct Extends: Equatable, Sendable {
    /// How many entries the log has.
    package let size: Int
    /// The bytes of the last of them; `nil` when there is none.
    package let lastEntry: [UInt8]?

    /// Pairs the size of a log with its last entry.
    package init(size: Int, lastEntry: [UInt8]?) {
        self.size = size
        self.lastEntry = lastEntry
    }
}
