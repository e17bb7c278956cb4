import CSystem
import Glibc

/// A file in the making, 0600, written portion by portion. It has no name until it is whole: killed before that, the system forgets it.
/// On file systems without such files (FAT, NFS) it has a temporary name, which is removed with the value; a kill leaves that behind.
package final class NewFile {
    private let file: Descriptor
    private let directory: Descriptor
    private let location: Location
    /// Its temporary name, where it needs one.
    private var temporary: String?

    /// Begins the file that shall stand at `path`. Throws `.alreadyExists` when something stands there, unless `replacing`, and
    /// `.notRegular` when that is a link, a directory or a device.
    package init(_ path: String, replacing: Bool) throws(SystemError) {
        location = try Location(path)
        directory = try location.openDirectory()
        if replacing {
            try Files.requireRegularOrAbsent(location.name, in: directory)
        } else if try Files.exists(path) {
            throw .alreadyExists
        }
        let number = directory.number
        do throws(SystemError) {
            file = Descriptor(owning: try retrying { kluis_open_unnamed(number) })
        } catch {
            guard error == .failed(errno: EOPNOTSUPP) || error == .notRegular || error == .notFound else { throw error }
            let name = Files.temporaryName(".tmp")
            file = try Descriptor(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, in: number)
            temporary = name
        }
    }

    deinit { discard() }

    /// Adds bytes at the end.
    package func write(_ bytes: [UInt8]) throws(SystemError) { try Transfer.writeAll(bytes, to: file.number) }

    /// Gives it its name: fsync, then a link or rename that replaces nothing, or a rename that replaces what was a regular file at the
    /// beginning, then fsync of the directory. Throws `.alreadyExists` where somebody took the name meanwhile.
    package func publish(replacing: Bool) throws(SystemError) {
        try file.synchronize()
        if replacing {
            try Files.requireRegularOrAbsent(location.name, in: directory)
            let name = if let temporary { temporary } else { try named(Files.temporaryName(".tmp")) }
            temporary = name
            try retrying { unsafe renameat(directory.number, name, directory.number, location.name) }
        } else if let temporary {
            try Files.renameWithoutReplacing(temporary, to: location.name, in: directory)
        } else {
            _ = try named(location.name)
        }
        temporary = nil
        try directory.synchronizeNames()
    }

    /// Links the file without a name into the directory; fails on a name that is taken.
    private func named(_ name: String) throws(SystemError) -> String {
        let descriptor = "/proc/self/fd/\(file.number)"
        try retrying { unsafe linkat(AT_FDCWD, descriptor, directory.number, name, AT_SYMLINK_FOLLOW) }
        return name
    }

    private func discard() {
        guard let temporary else { return }
        _ = unsafe unlinkat(directory.number, temporary, 0)
    }
}
