internal import GRDB
internal import VaultSystem

/// Why the store did not do what was asked. No case carries a path, a statement or stored bytes.
package enum StoreError: Error, Equatable {
    /// Nothing stands at the path.
    case notFound
    /// A link, directory, FIFO or device stands where a regular file must be.
    case notRegular
    /// The file is not of the kind that was asked for.
    case notAVault
    /// A later version of this program made the file.
    case newerVersion
    /// Something was put into the file or beside it that this program never writes.
    case tampered(Tampering)
    /// What this program wrote is no longer whole.
    case damaged(DamagedPlace)
    /// Opened for reading only, or on a medium that cannot be written.
    case readOnly
    /// The disk, or the largest size of a file of this kind, is used up. Nothing was changed.
    case full
    /// The operating system failed to read or write.
    case io
    /// Another process held the file for as long as a connection waits. Nothing was changed.
    case busy
    /// The log has not the end that the change was made for: somebody else was first. Nothing was changed.
    case headMoved
    /// The file that was opened no longer stands at its path.
    case replaced
    /// More bytes than the limit for this kind of data.
    case tooLarge
    /// Something stands at the path where a new file was to be made; it is untouched.
    case alreadyExists
    /// The permissions of the file or its directory forbid it.
    case permissionDenied
}

/// What was found that this program never writes.
package enum Tampering: Equatable, Sendable {
    /// The file's header: a journal mode, page size or text encoding of somebody else's choice.
    case header
    /// A table, index, trigger or view more, less or different.
    case schema
    /// A `-journal` that is a link or that names another file to delete, or a `-wal` or `-shm`.
    case journal
}

/// Which part is no longer whole.
package enum DamagedPlace: Equatable, Sendable {
    /// The file as SQLite sees it.
    case file
    /// The entry with this index is missing, or is not bytes of a lawful length.
    case entry(Int)
    /// Rows of some blob are missing or have a length that is never written.
    case blob
    /// A row of the home that does not have its form.
    case home
}

extension StoreError {
    /// The one place where what SQLite and the operating system say becomes a case. Takes what a closure given to GRDB
    /// threw; anything unforeseen there is a value of another type than this program writes.
    init(_ error: any Error) {
        self =
            switch error {
            case let error as StoreError: error
            case let error as DatabaseError: StoreError(code: error.extendedResultCode)
            case let error as SystemError: StoreError(error)
            default: .damaged(.file)
            }
    }

    private init(code: ResultCode) {
        self =
            switch code {
            case .SQLITE_READONLY_DBMOVED: .replaced
            case .SQLITE_IOERR_CORRUPTFS, .SQLITE_IOERR_DATA: .damaged(.file)
            case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
            case .SQLITE_READONLY: .readOnly
            case .SQLITE_FULL: .full
            case .SQLITE_TOOBIG: .tooLarge
            case .SQLITE_CANTOPEN, .SQLITE_PERM: .permissionDenied
            case .SQLITE_IOERR, .SQLITE_NOMEM, .SQLITE_PROTOCOL, .SQLITE_NOLFS, .SQLITE_INTERRUPT, .SQLITE_ABORT: .io
            // The statements are fixed and the schema was compared, so an error in one means that the file changed beneath.
            default: .damaged(.file)
            }
    }

    private init(_ error: SystemError) {
        self =
            switch error {
            case .notFound: .notFound
            case .alreadyExists: .alreadyExists
            case .notRegular: .notRegular
            case .permissionDenied: .permissionDenied
            case .readOnly: .readOnly
            case .noSpace: .full
            case .tooLarge: .tooLarge
            case .busy: .busy
            case .closed, .endOfInput, .interrupted, .notATerminal, .tooLong, .failed: .io
            }
    }
}
