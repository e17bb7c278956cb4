/// What an exported folder gives of the sealed half of one entry: the payload with the one key that opens it, or that it was erased.
///
/// A line of the files below `disclosed/`: `12 <base64 key> <base64 sealed payload>` or `12 absent`.
package struct Disclosure: Equatable, Sendable {
    /// What is given.
    package enum Given: Equatable, Sendable {
        /// The key of this payload and of no other, 32 bytes, and the sealed payload.
        case opened(key: [UInt8], sealed: [UInt8])
        /// The payload has expired.
        case absent
    }

    /// Index of the entry.
    package let index: Int
    /// What is given of it.
    package let given: Given

    /// Bytes with which a file ends after the line that reaches them.
    package static let fileLength = 4 << 20
    /// Bytes of the longest file: one line may go over.
    package static let longestFile = fileLength + (Limits.payload + 4096) / 3 * 4 + 128

    /// Pairs them.
    package init(index: Int, given: Given) {
        self.index = index
        self.given = given
    }

    /// Reads one line, without its newline. Throws ``FormatError/layout`` or ``FormatError/base64``.
    package init(parsing line: ArraySlice<UInt8>) throws(FormatError) {
        guard let space = line.firstIndex(of: 0x20) else { throw .layout }
        index = try Lines.count(line[..<space])
        let rest = line[(space + 1)...]
        if rest.elementsEqual(Self.absent.utf8) {
            given = .absent
            return
        }
        guard let second = rest.firstIndex(of: 0x20) else { throw .layout }
        given = .opened(key: try Base64.decode(rest[..<second], count: 32), sealed: try Base64.decode(rest[(second + 1)...]))
    }

    /// The line with its newline.
    package var bytes: [UInt8] {
        var out = Array("\(index) ".utf8)
        switch given {
        case .absent: out += Array(Self.absent.utf8)
        case .opened(let key, let sealed):
            out += Base64.encodeBytes(key)
            out.append(0x20)
            out += Base64.encodeBytes(sealed)
        }
        out.append(0x0a)
        return out
    }

    /// The path of file `number`, from 0, in an exported folder.
    package static func path(_ number: Int) -> String { "disclosed/\(TileName.path(of: number))" }

    private static let absent = "absent"
}
