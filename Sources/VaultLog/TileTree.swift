import VaultCrypto
package import VaultFormat

/// Makes the hash tiles of a log (https://c2sp.org/tlog-tiles) from its leaf hashes, one after the other, holding at most one tile of each
/// level.
package struct TileTree: Sendable {
    /// What is not in a whole tile yet, by level.
    private var open: [[TreeHash]] = [[]]
    /// Whole tiles, by level.
    private var done: [Int] = [0]

    /// A tile and its bytes: its hashes one behind the other.
    package struct Tile: Equatable, Sendable {
        /// Where it stands.
        package let name: TileName
        /// 32 bytes for each hash.
        package let bytes: [UInt8]
    }

    /// Of the empty log.
    package init() {}

    /// Takes the next leaf's hash. The tiles that became whole, the lowest level first.
    package mutating func append(leaf: TreeHash) -> [Tile] {
        var whole: [Tile] = []
        var hash = leaf
        for level in 0... {
            if level == open.count {
                open.append([])
                done.append(0)
            }
            open[level].append(hash)
            guard open[level].count == TileName.full else { break }
            whole.append(tile(level))
            hash = Self.root(of: open[level])
            open[level] = []
            done[level] += 1
        }
        return whole
    }

    /// The tiles that are not whole at the end, the lowest level first.
    package var rest: [Tile] { open.indices.filter { !open[$0].isEmpty }.map(tile) }

    private func tile(_ level: Int) -> Tile {
        Tile(
            name: TileName(.hashes(level: level), index: done[level], width: open[level].count),
            bytes: open[level].flatMap(\.bytes))
    }

    /// Of a whole tile, which is a perfect tree.
    private static func root(of hashes: [TreeHash]) -> TreeHash {
        var level = hashes
        while level.count > 1 { level = stride(from: 0, to: level.count, by: 2).map { .node(level[$0], level[$0 + 1]) } }
        return level[0]
    }
}
