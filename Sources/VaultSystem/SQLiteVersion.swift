import CSystem

/// The SQLite that the program runs with.
package enum SQLiteVersion {
    /// Such as `3.40.1`.
    package static var text: String { unsafe String(cString: kluis_sqlite_version()) }
}
