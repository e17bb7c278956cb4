import Testing
import VaultCrypto
import VaultFormat
import VaultLog

/// The tiles of a log against the hashes of its tree, taken from the definition.
struct TileTreeTests {
    /// Every tile of a log of 66,000 leaves that is not whole, and those that are: three levels.
    @Test(arguments: [1, 255, 256, 257, 513, 66_000])
    func everyHashIsTheRootOfWhatIsBelowIt(_ size: Int) throws {
        let leaves: [TreeHash] = (0..<size).map { TreeHash.leaf(Array("\($0)".utf8)) }
        var tree = TileTree()
        var tiles: [TileTree.Tile] = []
        for leaf in leaves { tiles += tree.append(leaf: leaf) }
        tiles += tree.rest
        for level in 0... {
            let names = TileName.all(.hashes(level: level), count: size >> (8 * level))
            if names.isEmpty { break }
            let found: [TileTree.Tile] = tiles.filter { $0.name.content == .hashes(level: level) }
            #expect(Set(found.map(\.name)) == Set(names) && found.count == names.count)
            // Level by level from the definition: the root of each run of 256 hashes of the level below.
            let hashes: [UInt8] = found.sorted { $0.name.index < $1.name.index }.flatMap(\.bytes)
            let width = 1 << (8 * level)
            for place in [0, (size >> (8 * level)) - 1] {
                let root = NaiveTree(leaves: leaves).root(place * width, (place + 1) * width)
                #expect(Array(hashes[(place * 32)..<(place * 32 + 32)]) == root.bytes)
            }
        }
    }
}
