import Glibc

/// An open file, closed when the value goes out of scope.
struct Descriptor: ~Copyable {
    let number: Int32

    /// Opens `path`, relative to an open `directory` if one is given. Always close-on-exec, and never waiting: a FIFO without
    /// a writer opens at once (and is then refused by `requireRegular`).
    init(_ path: String, _ flags: Int32, in directory: Int32 = AT_FDCWD, permissions: mode_t = 0o600) throws(SystemError) {
        let flags = flags | O_CLOEXEC | O_NONBLOCK | O_NOCTTY
        self.number = try retrying { unsafe openat(directory, path, flags, permissions) }
    }

    /// Takes over a descriptor that the system has just opened.
    init(owning number: Int32) { self.number = number }

    deinit { _ = close(number) }

    /// What fstat says of it.
    func status() throws(SystemError) -> stat {
        var status = stat()
        try retrying { unsafe fstat(number, &status) }
        return status
    }

    /// Throws `.notRegular` for everything but a regular file. Returns its length in bytes.
    @discardableResult
    func requireRegular() throws(SystemError) -> Int {
        let status = try status()
        guard status.isRegular else { throw .notRegular }
        return Int(status.st_size)
    }

    /// Returns once the contents are on the disk.
    func synchronize() throws(SystemError) {
        try retrying { fsync(number) }
    }

    /// Returns once the names in this directory are on the disk. Some network file systems cannot sync a directory and
    /// answer EINVAL; there the server decides, and a rename that succeeded stands.
    func synchronizeNames() throws(SystemError) {
        do throws(SystemError) { try synchronize() } catch {
            guard error == .failed(errno: EINVAL) else { throw error }
        }
    }
}

extension stat {
    var isRegular: Bool { st_mode & S_IFMT == S_IFREG }
    var isDirectory: Bool { st_mode & S_IFMT == S_IFDIR }

    /// What lstat says of `name` in `directory`: of a link itself, never of what it points to.
    static func of(_ name: String, in directory: Int32 = AT_FDCWD) throws(SystemError) -> stat {
        var status = stat()
        try retrying { unsafe fstatat(directory, name, &status, AT_SYMLINK_NOFOLLOW) }
        return status
    }
}
