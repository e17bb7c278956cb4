import VaultFormat
import VaultLog

/// Where entries belong, when entries and tiles do not say the same. Both trees are followed; the tree line of the next entry, which a
/// member signed, says which of the two was altered, so that one altered entry is one finding and not one for everything that comes after
/// it.
struct Placement {
    /// Of the entries; of the tiles where an entry is missing.
    private(set) var edge = RightEdge()
    /// Of the tiles, while they differ.
    private var tiles: RightEdge?
    /// Indices at which they differ, not settled yet.
    private var suspects: [Int] = []
    /// Neither entry nor tile was there: what follows has no place that could be compared.
    private(set) var isLost = false

    /// What a signed tree head says.
    enum Verdict {
        /// Nothing is wrong, or nothing more than was said before.
        case right
        /// The tiles are right, and these entries are not those that were signed for.
        case otherEntries([Int])
        /// The entries are right, and the tiles have other hashes at these places.
        case otherTiles([Int])
        /// It is a head of neither.
        case wrong
    }

    /// Compares with a head that somebody signed.
    mutating func settle(_ head: TreeHead) -> Verdict {
        guard !isLost else { return .right }
        guard let other = tiles else { return head == edge.head ? .right : .wrong }
        let places = suspects
        if head == other.head {
            (edge, tiles, suspects) = (other, nil, [])
            return .otherEntries(places)
        }
        guard head == edge.head else { return .wrong }
        (tiles, suspects) = (nil, [])
        return .otherTiles(places)
    }

    /// Places that nothing has settled.
    var unsettled: [Int] { suspects }

    /// Goes on by one leaf.
    mutating func append(entry: TreeHash?, tile: TreeHash?) {
        guard let leaf = entry ?? tile else {
            isLost = true
            return
        }
        let other = tile ?? leaf
        if leaf != other {
            suspects.append(edge.size)
            if tiles == nil { tiles = edge }
        }
        tiles?.append(leaf: other)
        edge.append(leaf: leaf)
    }
}
