import Glibc

/// Files by path. Nothing here follows a symbolic link in the last place of a path, waits for a FIFO, or lets anybody
/// but the owner read what it makes.
package enum Files {
    /// The whole of a regular file. Throws `.tooLarge` when it has more than `limit` bytes, also when it grows meanwhile.
    package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        let file = try open(path)
        let length = try file.requireRegular()
        guard length <= limit else { throw .tooLarge }
        return try Transfer.readAll(from: file.number, limit: limit, expecting: length)
    }

    /// The first `count` bytes of a regular file, fewer when it is shorter: enough to know what kind of file it is.
    package static func firstBytes(_ path: String, count: Int) throws(SystemError) -> [UInt8] {
        let file = try open(path)
        try file.requireRegular()
        return try read(file, from: 0, count: count)
    }

    /// The last `count` bytes of a regular file, fewer when it is shorter.
    package static func readTail(_ path: String, count: Int) throws(SystemError) -> [UInt8] {
        let file = try open(path)
        let length = try file.requireRegular()
        return try read(file, from: max(0, length - count), count: count)
    }

    /// Whether anything stands at this path, be it a link that points nowhere. Throws when that cannot be seen.
    package static func exists(_ path: String) throws(SystemError) -> Bool {
        do throws(SystemError) {
            _ = try stat.of(checked(path))
            return true
        } catch {
            if error == .notFound { return false }
            throw error
        }
    }

    /// Whether a directory stands at this path, or a link to one. Throws `.notFound` where nothing does.
    package static func isDirectory(_ path: String) throws(SystemError) -> Bool {
        var status = stat()
        let path = try checked(path)
        try retrying { unsafe stat(path, &status) }
        return status.isDirectory
    }

    /// What stands at this path; of a link itself. Throws `.notFound` where nothing does.
    package static func kind(of path: String) throws(SystemError) -> PathKind {
        let status = try stat.of(checked(path))
        return status.isRegular ? .regular : status.isDirectory ? .directory : .other
    }

    /// Mode and owner of what stands at this path; of a link itself.
    package static func permissions(_ path: String) throws(SystemError) -> FilePermissions {
        let status = try stat.of(checked(path))
        return FilePermissions(bits: UInt16(status.st_mode & 0o7777), owner: status.st_uid)
    }

    /// Bytes of the regular file at this path. Throws `.notRegular` for anything else.
    package static func length(of path: String) throws(SystemError) -> Int {
        try open(path).requireRegular()
    }

    /// Which file stands at this path: two paths with equal identities are the same file.
    package static func identity(of path: String) throws(SystemError) -> FileIdentity {
        let status = try stat.of(checked(path))
        return FileIdentity(device: UInt64(status.st_dev), inode: UInt64(status.st_ino))
    }

    /// How many bytes this person can still write on the file system that holds `path`.
    package static func freeBytes(at path: String) throws(SystemError) -> UInt64 {
        var numbers = statvfs()
        let path = try checked(path)
        try retrying { unsafe statvfs(path, &numbers) }
        let (bytes, overflow) = UInt64(numbers.f_bavail).multipliedReportingOverflow(by: UInt64(numbers.f_frsize))
        return overflow ? .max : bytes
    }

    /// The same file as an absolute path without links in its directories; the last name stays as it is and need not
    /// exist. Throws `.notFound` when the directory does not.
    package static func absolutePath(_ path: String) throws(SystemError) -> String {
        let location = try Location(path)
        guard let resolved = unsafe realpath(location.directory, nil) else { throw SystemError(errno: errno) }
        defer { unsafe free(resolved) }
        guard let directory = unsafe String(validatingCString: resolved) else { throw .failed(errno: EILSEQ) }
        return directory == "/" ? "/" + location.name : directory + "/" + location.name
    }

    /// Whoever reads asks ``Descriptor/requireRegular()`` first, which says the length as well.
    private static func open(_ path: String) throws(SystemError) -> Descriptor {
        try Descriptor(checked(path), O_RDONLY | O_NOFOLLOW)
    }

    static func read(_ file: borrowing Descriptor, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        try retrying { lseek(file.number, offset, SEEK_SET) }
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let portion = try Transfer.readPortion(from: file.number, into: &bytes, at: filled)
            if portion == 0 { break }
            filled += portion
        }
        return Array(bytes[..<filled])
    }

    /// A NUL would end the path early and name another file.
    private static func checked(_ path: String) throws(SystemError) -> String {
        guard !path.utf8.contains(0) else { throw .notFound }
        return path
    }
}

/// What can stand at a path.
package enum PathKind: Equatable, Sendable {
    /// A regular file.
    case regular
    /// A directory.
    case directory
    /// A link, pipe, socket or device.
    case other
}

/// The mode bits and the owner of a file.
package struct FilePermissions: Equatable, Sendable {
    /// The low twelve bits of the mode: `0o600` is readable and writable by the owner alone.
    package let bits: UInt16
    /// The number of the user it belongs to.
    package let owner: UInt32

    /// True when it belongs to the user who runs this program and nobody else can do anything with it.
    package var isPrivate: Bool { bits & 0o077 == 0 && owner == geteuid() }
}

/// Device and inode: what a file is, whatever it is called.
package struct FileIdentity: Hashable, Sendable {
    /// The file system's number.
    package let device: UInt64
    /// The file's number in that file system.
    package let inode: UInt64
}
