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

/// A directory that is open: what is read by name is read in it, also when its path leads elsewhere meanwhile.
package struct OpenFolder: ~Copyable {
    private let path: String
    private let directory: Descriptor

    /// Opens it. A link to a directory is followed: it is the person's own arrangement. Throws `.notFound` also where the path is no
    /// directory.
    package init(_ path: String) throws(SystemError) {
        directory = try Self.opened(path)
        self.path = path
    }

    private static func opened(_ path: String) throws(SystemError) -> Descriptor {
        guard !path.utf8.contains(0) else { throw .notFound }
        return try Descriptor(path, O_RDONLY | O_DIRECTORY)
    }

    /// Everything that stands in it, in the order of the bytes of the names. Throws what reading it does.
    package func entries() throws(SystemError) -> [FolderEntry] {
        // Names that were repaired stand for no file of that name.
        try Files.entries(in: path).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }.map { name, type in
            let isRepaired = name.unicodeScalars.contains("\u{fffd}")
            guard !isRepaired, let kind = FolderEntry.Kind(type) ?? (try? stat.of(name, in: directory.number))?.kind else {
                return FolderEntry(name: name, kind: .unreachable)
            }
            return FolderEntry(name: name, kind: kind)
        }
    }

    /// The whole of a regular file in it, by the name that ``entries()`` gave. Throws as ``Files/read(_:limit:)``.
    package func read(_ name: String, limit: Int) throws(SystemError) -> [UInt8] {
        guard !name.utf8.contains(0), !name.utf8.contains(UInt8(ascii: "/")) else { throw .notFound }
        let file = try Descriptor(name, O_RDONLY | O_NOFOLLOW, in: directory.number)
        let length = try file.requireRegular()
        guard length <= limit else { throw .tooLarge }
        return try Transfer.readAll(from: file.number, limit: limit, expecting: length)
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
