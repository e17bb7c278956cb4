internal import GRDB
package import VaultFormat
internal import VaultSystem

/// What a home keeps of one group: everything it has verified, so that the next command verifies only what came after. Keys are
/// sealed before they come here.
///
/// Used by one thread at a time. Errors are ``StoreError``; a method that takes a closure throws on what that throws.
package final class HomeFile {
    let file: SQLiteFile

    private init(_ file: SQLiteFile) { self.file = file }

    /// Makes an empty file for a group, 0600. Throws `.alreadyExists` when anything stands at the path.
    package static func create(at path: String) throws(StoreError) {
        try SQLiteFile.create(path, .home, shared: false) { _ in }
    }

    /// Removes the file of a group, and the journal that a crash left beside it.
    package static func remove(at path: String) throws(StoreError) {
        do { try Files.remove(path) } catch { throw StoreError(error) }
        SQLiteFile.removeUnfinished(path)
    }

    /// Opens the file of a group. `onWait` is called once in each wait of a second for another process; after five seconds a
    /// call throws `.busy`.
    package static func open(
        _ path: String, access: Access = .readWrite, onWait: @escaping @Sendable () -> Void = {}
    ) throws(StoreError) -> HomeFile {
        HomeFile(try SQLiteFile.open(path, .home, access, Patience(onWait: onWait)))
    }

    /// Holds the home still while `body` makes any number of calls that read. A change inside is a bug.
    package func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
        try file.snapshot(body)
    }

    /// Goes one step forward: the whole change, on the disk when this returns. Throws `.headMoved`, and changes nothing, unless
    /// the home holds exactly the entries that the change follows: what was pinned once is never taken back, but by a change that says
    /// where the home parts from its line of the log.
    package func pin(_ change: HomeChange) throws(StoreError) {
        try write { database in
            let entries = EntryTable(database: database)
            let blobs = BlobTable(database: database)
            let tables = HomeTables(database: database)
            guard try entries.count() == change.size else { throw StoreError.headMoved }
            if let index = change.partsAt { try tables.part(at: index) }
            let first = change.partsAt ?? change.size
            for (offset, entry) in change.entries.enumerated() { try entries.append(entry, at: first + offset) }
            for hash in change.blobsOut { try blobs.remove(hash) }
            try blobs.add(change.blobsIn)
            for (name, value) in change.facts { try tables.set(name, to: value) }
            for number in change.casesOut { try tables.removeCase(number) }
            for row in change.cases { try tables.set(row) }
            for row in change.lines { try tables.set(row) }
            for place in change.placesOut { try tables.remove(place) }
            for row in change.places { try tables.set(row) }
            for name in change.keysOut { try tables.removeKey(name) }
            for key in change.keys { try tables.store(key) }
        }
    }

    /// Stores keys and nothing else, on the disk when this returns: before the vault gets an entry that depends on them.
    package func storeKeys(_ keys: [StoredKey]) throws(StoreError) {
        try write { database in
            for key in keys { try HomeTables(database: database).store(key) }
        }
    }

    private func write(_ body: (Database) throws -> Void) throws(StoreError) {
        do {
            try file.write(body)
        } catch {
            throw StoreError(error)
        }
    }
}

// What is known.
extension HomeFile {
    /// The value of a fact; `nil` when it was never set.
    package func fact(_ name: FactName) throws(StoreError) -> [UInt8]? {
        try file.read { try HomeTables(database: $0).fact(name) }
    }

    /// How many entries are pinned.
    package func entryCount() throws(StoreError) -> Int {
        try file.read { try EntryTable(database: $0).count() }
    }

    /// The bytes of a pinned entry; `nil` when there is none with this index.
    package func entry(at index: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try EntryTable(database: $0).entry(at: index) }
    }

    /// The pinned entries at the first indices of `range`, at most 64, `nil` for each index that has none.
    package func page(of range: Range<Int>) throws(StoreError) -> [[UInt8]?] {
        try file.read { try EntryTable(database: $0).page(of: range) }
    }

    /// The copy of a blob; `nil` when there is none. Throws `.tooLarge` when it has more than `limit` bytes.
    package func blob(_ hash: BlobHash, limit: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try BlobTable(database: $0).bytes(of: hash, limit: limit) }
    }

    /// Hands out the names of all copies of blobs.
    package func blobHashes(_ body: (BlobHash) throws -> Void) throws {
        var last: BlobHash?
        while true {
            let page = try file.read { try BlobTable(database: $0).names(after: last) }
            guard let end = page.last else { return }
            for blob in page { try body(blob.hash) }
            last = end.hash
        }
    }

    /// What is known of a case; `nil` when nothing is.
    package func value(ofCase number: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try HomeTables(database: $0).value(ofCase: number) }
    }

    /// Hands out at most `limit` cases with numbers above `number`, in ascending order, each with ``places(ofCase:)``.
    package func cases(after number: Int = 0, limit: Int = .max, _ body: (CaseRow, [PlaceRow]) throws -> Void) throws {
        var last = number
        var left = limit
        while left > 0 {
            let asked = min(left, 128)
            let (page, places) = try file.read { database in
                let tables = HomeTables(database: database)
                let page = try tables.cases(after: last, limit: asked)
                guard let first = page.first, let end = page.last else { return (page, [Int: [PlaceRow]]()) }
                return (page, try tables.places(ofCases: first.number...end.number))
            }
            for row in page { try body(row, places[row.number] ?? []) }
            guard let end = page.last, page.count == asked else { return }
            last = end.number
            left -= asked
        }
    }

    /// What is known of an entry; `nil` when nothing is.
    package func line(_ index: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try HomeTables(database: $0).line(index) }
    }

    /// The parts of a case that stand elsewhere than their entries say.
    package func places(ofCase number: Int) throws(StoreError) -> [PlaceRow] {
        try file.read { try HomeTables(database: $0).places(ofCases: number...number)[number] ?? [] }
    }

    /// A sealed key; `nil` when there is none under this name.
    package func key(_ name: StoredKeyName) throws(StoreError) -> StoredKey? {
        let sealed = try file.read { try HomeTables(database: $0).key(name) }
        return sealed.map { StoredKey(name: name, sealed: $0) }
    }

    /// The names of all stored keys of a kind, by circle, then generation.
    package func keys(_ kind: StoredKeyKind) throws(StoreError) -> [StoredKeyName] {
        try file.read { try HomeTables(database: $0).keyNames(kind) }
    }
}
