internal import GRDB
package import VaultFormat
internal import VaultSystem

// Copies of a vault, and vaults that are put together anew.
extension VaultFile {
    /// Copies the vault as it is now into a new file, 0600. Throws `.alreadyExists` when anything stands at the path.
    package func backup(to path: String) throws(StoreError) {
        try file.copy(to: path)
    }

    /// Gives a copy that has been looked at its name: both paths are in one directory. With `replacing` a regular file of that name gives
    /// way; else throws `.alreadyExists` where there is one.
    package static func publish(_ copy: String, as path: String, replacing: Bool) throws(StoreError) {
        do {
            if replacing {
                try Files.publish(copy, inPlaceOf: path, settingAside: nil)
            } else {
                try Files.publish(copy, as: path)
            }
        } catch { throw StoreError(error) }
    }

    /// Makes a whole vault of what `fill` puts into it, or none. Throws `.alreadyExists` when anything stands at the path, and what `fill`
    /// throws.
    package static func assemble(at path: String, _ fill: (VaultAssembly) throws -> Void) throws {
        let own = OwnError()
        do throws(StoreError) { try SQLiteFile.create(path, .vault, shared: false) { try own.noting(fill, $0) } } catch {
            throw own.error ?? error
        }
    }

    /// The same in the place of a vault that may be damaged or gone. What was there stays in the directory as `aside`.
    package static func assemble(
        inPlaceOf path: String, settingAside aside: String, shared: Bool, _ fill: (VaultAssembly) throws -> Void
    ) throws {
        let own = OwnError()
        do throws(StoreError) {
            try SQLiteFile.remake(path, settingAside: aside, .vault, shared: shared) { try own.noting(fill, $0) }
        } catch { throw own.error ?? error }
    }
}

/// What went wrong in whoever fills a file, as opposed to the file.
private final class OwnError {
    var error: (any Error)?

    func noting(_ fill: (VaultAssembly) throws -> Void, _ database: Database) throws {
        do { try fill(VaultAssembly(database: database)) } catch {
            if !(error is DatabaseError) { self.error = error }
            throw error
        }
    }
}

/// A vault that is being put together: entries in order, blobs as they come.
package final class VaultAssembly {
    private let database: Database
    private var size = 0

    fileprivate init(database: Database) { self.database = database }

    /// The next entry of the log.
    package func append(_ entry: [UInt8]) throws {
        try EntryTable(database: database).append(entry, at: size)
        size += 1
    }

    /// Puts a blob in.
    package func put(_ blob: Blob) throws { try BlobTable(database: database).put(blob) }

    /// Puts a blob in that is too large to be held in memory.
    package func put(_ stream: BlobStream) throws { try BlobTable(database: database).put(stream) }

    /// Takes a blob out again.
    package func remove(_ hash: BlobHash) throws { try BlobTable(database: database).remove(hash) }
}
