import Glibc

/// A path, split into the directory that holds the file and the file's own name. Everything that changes a file opens
/// the directory once and then works by name inside it, so that nobody can move the ground in between.
struct Location {
    let directory: String
    let name: String

    /// Slashes at the end do not count. Throws `.notRegular` for a path that names no file: empty, `/`, `.`, `..`, or with a NUL in it.
    init(_ path: String) throws(SystemError) {
        var bytes = path.utf8[...]
        while bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        guard !bytes.contains(0) else { throw .notRegular }
        if let slash = bytes.lastIndex(of: UInt8(ascii: "/")) {
            self.directory = slash == bytes.startIndex ? "/" : String(Substring(bytes[..<slash]))
            self.name = String(Substring(bytes[bytes.index(after: slash)...]))
        } else {
            self.directory = "."
            self.name = String(Substring(bytes))
        }
        guard name != "", name != ".", name != ".." else { throw .notRegular }
    }

    /// The path of another name in the same directory.
    func sibling(_ name: String) -> String {
        switch directory {
        case ".": name
        case "/": "/" + name
        default: directory + "/" + name
        }
    }

    /// Opens the directory. Links on the way to it are followed: they are the person's own arrangement.
    func openDirectory() throws(SystemError) -> Descriptor {
        try Descriptor(directory, O_RDONLY | O_DIRECTORY)
    }
}
