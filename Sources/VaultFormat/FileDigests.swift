/// The manifest of a folder: the SHA-256 of every file, in the lines that `sha256sum --check` reads, in the order of the paths.
package struct FileDigests: Equatable, Sendable {
    /// One file.
    package struct File: Equatable, Sendable {
        /// From the top of the folder.
        package let path: String
        /// SHA-256 of its bytes.
        package let digest: BlobHash

        /// `path` is one that ``FileDigests/isPath(_:)`` accepts.
        package init(path: String, digest: BlobHash) {
            precondition(FileDigests.isPath(path))
            self.path = path
            self.digest = digest
        }
    }

    /// By path.
    package let files: [File]

    /// More bytes than the manifest of the largest log has.
    package static let longest = 1 << 26

    /// In any order; no path twice.
    package init(_ files: [File]) { self.files = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) } }

    /// Reads the one spelling. Throws ``FormatError/line(_:)``.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        var lines = Lines(bytes)
        var files: [File] = []
        while !lines.isAtEnd {
            let line = try lines.next()
            let path = String(decoding: line.dropFirst(66), as: UTF8.self)
            guard line.count > 66, line.dropFirst(64).prefix(2).elementsEqual("  ".utf8), Self.isPath(path),
                let digest = try? BlobHash(hex: line.prefix(64)),
                files.last.map({ $0.path.utf8.lexicographicallyPrecedes(path.utf8) }) ?? true
            else { throw .line(lines.number) }
            files.append(File(path: path, digest: digest))
        }
        self.files = files
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        for file in files {
            out += Hex.encodeBytes(file.digest.bytes)
            out += Array("  \(file.path)\n".utf8)
        }
        return out
    }

    /// A path below the folder: letters, digits, `.`, `_` and `-`, in names between slashes, none of which begins with a dot.
    package static func isPath(_ path: String) -> Bool {
        !path.isEmpty && path.utf8.count <= 200
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { name in
                !name.isEmpty && !name.hasPrefix(".")
                    && name.utf8.allSatisfy { byte in
                        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte) || byte == 0x2d
                            || byte == 0x2e || byte == 0x5f
                    }
            }
    }
}
