import CSystem
import Glibc

// Everything that makes, replaces or removes a file. The order is always: a temporary file beside it, 0600 from the
// first byte; all bytes; fsync; rename; fsync of the directory. Killed anywhere, the path holds the old or the new.
extension Files {
    /// Makes a file where there was none. Throws `.alreadyExists` when there is something, which is then untouched.
    /// After any error before the rename no temporary file is left.
    package static func createNew(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        try withTemporary(bytes, in: directory) { name throws(SystemError) in
            try renameWithoutReplacing(name, to: location.name, in: directory)
        }
        try directory.synchronizeNames()
    }

    /// Makes an empty file where there was none, 0600, to be filled by other means. Throws `.alreadyExists` when there is something.
    package static func createEmpty(_ path: String) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        _ = try Descriptor(location.name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: directory.number)
        do throws(SystemError) { try directory.synchronizeNames() } catch {
            _ = unsafe unlinkat(directory.number, location.name, 0)
            throw error
        }
    }

    /// Makes a file, or puts a new one in the place of a regular file, in one step: a reader sees the old or the new.
    /// Throws `.notRegular` when the path is a link, a directory or a device.
    package static func replace(_ path: String, _ bytes: [UInt8]) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        try requireRegularOrAbsent(location.name, in: directory)
        try withTemporary(bytes, in: directory) { name throws(SystemError) in
            try retrying { unsafe renameat(directory.number, name, directory.number, location.name) }
        }
        try directory.synchronizeNames()
    }

    /// Gives a finished regular file its name: fsync, rename without replacing, fsync of the directory. Both paths are in
    /// one directory (`randomSibling`). On an error the temporary file is still the caller's to remove.
    package static func publish(_ temporary: String, as path: String) throws(SystemError) {
        let from = try Location(temporary)
        let to = try Location(path)
        precondition(from.directory == to.directory, "a temporary file is made beside the file it becomes")
        let directory = try to.openDirectory()
        let file = try Descriptor(from.name, O_RDONLY | O_NOFOLLOW, in: directory.number)
        try file.requireRegular()
        try file.synchronize()
        try renameWithoutReplacing(from.name, to: to.name, in: directory)
        try directory.synchronizeNames()
    }

    /// Gives a finished regular file a name that another file may have: fsync, rename over it, fsync of the directory. What was there stays
    /// under the name `aside` in the same directory, or goes where that is nil. Throws `.alreadyExists` where something has the name
    /// `aside`, and `.notRegular` where the path is no regular file. On an error the temporary file is still the caller's to remove.
    package static func publish(_ temporary: String, inPlaceOf path: String, settingAside aside: String?) throws(SystemError) {
        let from = try Location(temporary)
        let to = try Location(path)
        precondition(from.directory == to.directory, "a temporary file is made beside the file it becomes")
        let directory = try to.openDirectory()
        let file = try Descriptor(from.name, O_RDONLY | O_NOFOLLOW, in: directory.number)
        try file.requireRegular()
        try file.synchronize()
        try requireRegularOrAbsent(to.name, in: directory)
        if let aside = try aside.map({ path throws(SystemError) in try Location(path) }), try exists(path) {
            precondition(aside.directory == to.directory, "what is set aside stays in its directory")
            do throws(SystemError) {
                // A second name first: so there is no moment without a file at the path.
                try retrying { unsafe linkat(directory.number, to.name, directory.number, aside.name, 0) }
            } catch {
                guard error != .alreadyExists else { throw error }
                // Some disks know no second names.
                try renameWithoutReplacing(to.name, to: aside.name, in: directory)
            }
        }
        try retrying { unsafe renameat(directory.number, from.name, directory.number, to.name) }
        try directory.synchronizeNames()
    }

    /// Gives a file another name in its directory. Throws `.alreadyExists` when something has it, `.notFound` when there is no such file.
    package static func rename(_ path: String, to other: String) throws(SystemError) {
        let from = try Location(path)
        let to = try Location(other)
        precondition(from.directory == to.directory, "a file is renamed within its directory")
        let directory = try to.openDirectory()
        try renameWithoutReplacing(from.name, to: to.name, in: directory)
        try directory.synchronizeNames()
    }

    /// A path in the same directory that nobody has: `.kluis-` and 16 hexadecimal digits, then `suffix`. The name of the
    /// file is not in it, so that what a crash leaves behind tells nothing.
    package static func randomSibling(of path: String, suffix: String) throws(SystemError) -> String {
        try Location(path).sibling(temporaryName(suffix))
    }

    /// The path of another name in the same directory.
    package static func sibling(of path: String, named name: String) throws(SystemError) -> String {
        try Location(path).sibling(name)
    }

    /// Removes a file, or a link itself; the removal is on the disk when this returns. Throws `.notRegular` for a directory.
    package static func remove(_ path: String) throws(SystemError) {
        let location = try Location(path)
        let directory = try location.openDirectory()
        try retrying { unsafe unlinkat(directory.number, location.name, 0) }
        try directory.synchronizeNames()
    }

    static func temporaryName(_ suffix: String) -> String { ".kluis-" + Entropy.name() + suffix }

    /// Writes `bytes` under a temporary name and hands that to `rename`; an error from either removes it again.
    private static func withTemporary(
        _ bytes: [UInt8], in directory: borrowing Descriptor, rename: (String) throws(SystemError) -> Void
    ) throws(SystemError) {
        let name = temporaryName(".tmp")
        let file = try Descriptor(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: directory.number)
        do throws(SystemError) {
            try Transfer.writeAll(bytes, to: file.number)
            try file.synchronize()
            try rename(name)
        } catch {
            _ = unsafe unlinkat(directory.number, name, 0)
            throw error
        }
    }

    static func requireRegularOrAbsent(_ name: String, in directory: borrowing Descriptor) throws(SystemError) {
        do throws(SystemError) {
            guard try stat.of(name, in: directory.number).isRegular else { throw .notRegular }
        } catch {
            if error != .notFound { throw error }
        }
    }

    /// Where the file system has no such rename (NFS), a hard link does the same: it too fails on a name that is taken.
    static func renameWithoutReplacing(
        _ name: String, to newName: String, in directory: borrowing Descriptor
    ) throws(SystemError) {
        do throws(SystemError) {
            try retrying { unsafe kluis_rename_without_replacing(directory.number, name, newName) }
        } catch {
            guard error == .failed(errno: EINVAL) || error == .failed(errno: ENOSYS) else { throw error }
            try retrying { unsafe linkat(directory.number, name, directory.number, newName, 0) }
            try retrying { unsafe unlinkat(directory.number, name, 0) }
        }
    }
}
