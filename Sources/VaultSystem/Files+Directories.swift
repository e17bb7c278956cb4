import Glibc

extension Files {
    /// Makes a directory for this person alone, with every level above it that is missing, all 0700 and on the disk when
    /// this returns. One that is there already is left as it is and refused when it cannot be trusted: `.notRegular`
    /// for a link or a file, `.permissionDenied` when somebody else owns it or may write in it.
    package static func makePrivateDirectory(_ path: String) throws(SystemError) {
        guard !path.utf8.contains(0) else { throw .notFound }
        let names = path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
        var directory = try Descriptor(path.utf8.first == UInt8(ascii: "/") ? "/" : ".", O_RDONLY | O_DIRECTORY)
        for (index, name) in names.enumerated() {
            directory = try enter(name, of: directory, isLast: index == names.count - 1)
        }
        guard try directory.status().isMineToWrite else { throw .permissionDenied }
    }

    /// Whether nobody else owns what stands at this path or may write in it; also when nothing stands there. Throws `.notRegular` for a
    /// link.
    package static func isMineToWrite(_ path: String) throws(SystemError) -> Bool {
        do throws(SystemError) {
            let status = try stat.of(path)
            guard status.st_mode & S_IFMT != S_IFLNK else { throw .notRegular }
            return status.isMineToWrite
        } catch {
            if error == .notFound { return true }
            throw error
        }
    }

    /// Names of what stands in a directory, in no order, without `.` and `..`; none where the directory is missing.
    package static func names(in path: String) throws(SystemError) -> [String] { try entries(in: path).map(\.name) }

    /// The same with what the file system says each is: `DT_REG` and so on, `DT_UNKNOWN` where it does not say.
    static func entries(in path: String) throws(SystemError) -> [(name: String, type: Int)] {
        guard !path.utf8.contains(0) else { throw .notFound }
        guard let directory = unsafe opendir(path) else {
            if errno == ENOENT { return [] }
            throw SystemError(errno: errno)
        }
        defer { _ = unsafe closedir(directory) }
        var entries: [(name: String, type: Int)] = []
        // Sound: readdir's answer is used before the next call, and its name ends in a zero byte inside the entry.
        while let entry = unsafe readdir(directory) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
            }
            let type = unsafe entry.pointee.d_type
            if name != ".", name != ".." { entries.append((name, Int(type))) }
        }
        return entries
    }

    /// Removes an empty directory.
    package static func removeDirectory(_ path: String) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        try retrying { unsafe unlinkat(directory.number, location.name, AT_REMOVEDIR) }
    }

    /// Opens the directory `name`, making it when it is missing. A link is followed on the way but not at the end.
    private static func enter(_ name: String, of parent: borrowing Descriptor, isLast: Bool) throws(SystemError) -> Descriptor {
        do throws(SystemError) {
            try retrying { unsafe mkdirat(parent.number, name, 0o700) }
            try parent.synchronizeNames()
        } catch {
            // A level that is there already is often one where this person may make nothing: opening it decides.
            guard error == .alreadyExists || error == .readOnly || error == .permissionDenied else { throw error }
        }
        if isLast {
            guard try stat.of(name, in: parent.number).isDirectory else { throw .notRegular }
            return try Descriptor(name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW, in: parent.number)
        }
        return try Descriptor(name, O_RDONLY | O_DIRECTORY, in: parent.number)
    }
}

extension stat {
    var isMineToWrite: Bool { st_uid == geteuid() && st_mode & 0o022 == 0 }
}
