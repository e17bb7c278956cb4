import Glibc

/// What stands in a directory under one name.
package struct FolderEntry: Equatable, Sendable {
    /// Its name. What is no UTF-8 in it is replaced, so that it can be shown.
    package let name: String
    /// What it is.
    package let kind: Kind

    /// What stands under a name.
    package enum Kind: Sendable {
        /// A regular file.
        case file
        /// A directory.
        case folder
        /// A symbolic link, wherever it points.
        case link
        /// A FIFO, a socket or a device.
        case special
        /// Anything whose name is no UTF-8, or that was gone when it was looked at.
        case unreachable
    }
}

extension Files {
    /// Everything that stands in a directory, in the order of the bytes of the names. A link to a directory is followed: it is the person's
    /// own arrangement. Throws `.notFound` also where the path is no directory, and whatever reading it does.
    package static func list(_ path: String) throws(SystemError) -> [FolderEntry] {
        guard !path.utf8.contains(0) else { throw .notFound }
        let directory = try Descriptor(path, O_RDONLY | O_DIRECTORY)
        // Names that were repaired stand for no file of that name.
        return try names(in: path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { name in
            let isRepaired = name.unicodeScalars.contains("\u{fffd}")
            guard !isRepaired, let status = try? stat.of(name, in: directory.number) else {
                return FolderEntry(name: name, kind: .unreachable)
            }
            return FolderEntry(name: name, kind: status.kind)
        }
    }
}

extension stat {
    fileprivate var kind: FolderEntry.Kind {
        switch st_mode & S_IFMT {
        case S_IFREG: .file
        case S_IFDIR: .folder
        case S_IFLNK: .link
        default: .special
        }
    }
}
