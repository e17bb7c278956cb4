import Glibc

/// A regular file that is read portion by portion, as often as wanted. Open from the beginning to the end, so that it stays one file
/// whatever happens to its path.
package final class SourceFile {
    /// Bytes it had when it was opened.
    package let length: Int
    /// The last part of its path.
    package let name: String
    private let file: Descriptor

    /// Opens it. Throws `.notRegular` for a link, directory, FIFO or device, `.tooLarge` above `limit` bytes; nothing has been read then.
    package init(_ path: String, limit: Int) throws(SystemError) {
        let location = try Location(path)
        name = location.name
        let directory = try location.openDirectory()
        file = try Descriptor(location.name, O_RDONLY | O_NOFOLLOW, in: directory.number)
        length = try file.requireRegular()
        guard length <= limit else { throw .tooLarge }
    }

    /// At most `count` bytes from `offset` on; fewer at the end of the file.
    package func bytes(at offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        try Files.read(file, from: offset, count: count)
    }

    /// Whether it is no longer as long as it was.
    package func hasOtherLength() throws(SystemError) -> Bool { try file.requireRegular() != length }
}
