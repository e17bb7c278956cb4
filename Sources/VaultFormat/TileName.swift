/// Where the tiles of a log stand (https://c2sp.org/tlog-tiles): files of 256 hashes of one level of the tree, and of 256 entries.
package struct TileName: Hashable, Sendable {
    /// What is in the tile.
    package enum Content: Hashable, Sendable {
        /// Roots of perfect subtrees of 256^level leaves; level 0 are the leaf hashes.
        case hashes(level: Int)
        /// The entries themselves.
        case entries
    }

    /// What is in it.
    package let content: Content
    /// Counts the tiles of its kind from 0.
    package let index: Int
    /// How many hashes or entries are in it; fewer than ``full`` only in the last of its kind.
    package let width: Int

    /// Hashes or entries in a whole tile.
    package static let full = 256

    /// `index` is not negative, `width` is 1...256.
    package init(_ content: Content, index: Int, width: Int = TileName.full) {
        precondition(index >= 0 && (1...Self.full).contains(width))
        self.content = content
        self.index = index
        self.width = width
    }

    /// The path from the top of the folder: `tile/0/x001/234.p/17`.
    package var path: String {
        let kind =
            switch content {
            case .hashes(let level): String(level)
            case .entries: "entries"
            }
        return "tile/\(kind)/\(Self.path(of: index))" + (width < Self.full ? ".p/\(width)" : "")
    }

    /// A number in groups of three digits, each but the last behind an `x`, so that no folder has more than 1,000 files of them.
    package static func path(of index: Int) -> String {
        let digits = String(index % 1000)
        let last = String(repeating: "0", count: 3 - digits.count) + digits
        guard index >= 1000 else { return last }
        return path(of: index / 1000).split(separator: "/").map { $0.hasPrefix("x") ? String($0) : "x\($0)" }.joined(separator: "/")
            + "/" + last
    }

    /// The tiles of that kind that hold the first `count` of what they hold, in order.
    package static func all(_ content: Content, count: Int) -> [TileName] {
        (0..<((count + full - 1) / full)).map { TileName(content, index: $0, width: min(full, count - $0 * full)) }
    }
}

/// The entries of one tile: each behind its length in two big-endian bytes.
package enum EntryTile {
    /// Bytes of the largest.
    package static let longest = TileName.full * (EntryText.maximumLength + 2)

    /// The one spelling. No entry has more than 65,535 bytes.
    package static func bytes(of entries: [[UInt8]]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(length(of: entries))
        for entry in entries {
            precondition(entry.count <= EntryText.maximumLength)
            out.append(UInt8(entry.count >> 8))
            out.append(UInt8(entry.count & 0xff))
            out.append(contentsOf: entry)
        }
        return out
    }

    /// Bytes of the tile of these entries.
    package static func length(of entries: [[UInt8]]) -> Int { entries.reduce(0) { $0 + 2 + $1.count } }

    /// The entries in order, as far as they are whole: a tile that was cut short gives fewer than it has.
    package static func entries(in bytes: [UInt8]) -> [[UInt8]] {
        var entries: [[UInt8]] = []
        var rest = bytes[...]
        while rest.count >= 2, entries.count < TileName.full {
            let length = Int(rest[rest.startIndex]) << 8 | Int(rest[rest.startIndex + 1])
            guard rest.count >= 2 + length else { break }
            entries.append(Array(rest.dropFirst(2).prefix(length)))
            rest = rest.dropFirst(2 + length)
        }
        return entries
    }
}
