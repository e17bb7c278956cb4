internal import CSystem

/// The SQLite that runs.
package enum SQLiteLibrary {
    /// Its version, as `3.40.1`.
    package static var version: String {
        let number = kluis_sqlite_version()
        return "\(number / 1_000_000).\(number / 1000 % 1000).\(number % 1000)"
    }
}
