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
        return try entries(in: path).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { name, type in
            let isRepaired = name.unicodeScalars.contains("\u{fffd}")
            guard !isRepaired, let kind = FolderEntry.Kind(type) ?? (try? stat.of(name, in: directory.number))?.kind else {
                return FolderEntry(name: name, kind: .unreachable)
            }
            return FolderEntry(name: name, kind: kind)
        }
    }
}

extension FolderEntry.Kind {
    /// Nil where the file system does not say.
    fileprivate init?(_ type: Int) {
        switch type {
        case Int(DT_UNKNOWN): return nil
        case Int(DT_REG): self = .file
        case Int(DT_DIR): self = .folder
        case Int(DT_LNK): self = .link
        default: self = .special
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
