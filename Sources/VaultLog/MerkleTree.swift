import VaultCrypto
package import VaultFormat

/// The whole RFC 6962 tree of a log in memory, for proofs about any of its prefixes. Verifying a log needs only a ``RightEdge``.
package struct MerkleTree: Sendable {
    /// `levels[k][i]` is the root of the perfect subtree over the leaves `i << k ..< (i + 1) << k`.
    private var levels: [[TreeHash]] = [[]]

    /// The tree over these leaf hashes (`TreeHash.leaf(_:)` of each entry), in order.
    package init(leaves: some Sequence<TreeHash> = []) {
        for leaf in leaves { append(leaf: leaf) }
    }

    /// Number of leaves.
    package var size: Int { levels[0].count }

    /// Adds the leaf with index ``size``.
    package mutating func append(leaf: TreeHash) {
        var hash = leaf
        var level = 0
        while true {
            if level == levels.count { levels.append([]) }
            levels[level].append(hash)
            guard levels[level].count % 2 == 0 else { return }
            hash = .node(levels[level][levels[level].count - 2], hash)
            level += 1
        }
    }

    /// Size and root of the first `size` leaves; nil for a size the tree does not have.
    package func head(at size: Int) -> TreeHead? {
        guard (0...self.size).contains(size) else { return nil }
        return TreeHead(size: size, root: root(of: 0..<size))
    }

    /// Proof that the leaf at `index` is in the tree of the first `size` leaves: PATH(index, D[size]) of RFC 6962 section 2.1.1.
    /// Throws ``LogError/outside(index:size:)``.
    package func inclusionProof(of index: Int, in size: Int) throws(LogError) -> InclusionProof {
        guard index >= 0, index < size, size <= self.size else { throw .outside(index: index, size: size) }
        var range = 0..<size
        var hashes: [TreeHash] = []
        while range.count > 1 {
            let (left, right) = Self.split(range)
            let isLeft = index < left.upperBound
            hashes.append(root(of: isLeft ? right : left))
            range = isLeft ? left : right
        }
        return InclusionProof(hashes: hashes.reversed())
    }

    /// Proof that the first `new` leaves begin with the first `old`: PROOF(old, D[new]) of RFC 6962 section 2.1.2; empty for an empty
    /// or an equal older tree. Throws ``LogError/rolledBack(from:to:)`` where `old` is larger, ``LogError/outside(index:size:)`` where
    /// the tree is too small.
    package func consistencyProof(from old: Int, to new: Int) throws(LogError) -> ConsistencyProof {
        guard old <= new else { throw .rolledBack(from: old, to: new) }
        guard old >= 0, new <= size else { throw .outside(index: old, size: new) }
        guard old > 0 else { return ConsistencyProof(hashes: []) }
        var range = 0..<new
        var hashes: [TreeHash] = []
        while range.upperBound != old {
            let (left, right) = Self.split(range)
            let endsLeft = old <= left.upperBound
            hashes.append(root(of: endsLeft ? right : left))
            range = endsLeft ? left : right
        }
        // The verifier knows the older root; the last piece is needed only where it is not the whole of the older tree.
        if range.lowerBound > 0 { hashes.append(root(of: range)) }
        return ConsistencyProof(hashes: hashes.reversed())
    }

    /// MTH of the leaves in `range`, which is one that ``split(_:)`` makes from a prefix: it starts at a multiple of
    /// a power of two not below its length.
    private func root(of range: Range<Int>) -> TreeHash {
        guard !range.isEmpty else { return .empty }
        if range.count.nonzeroBitCount == 1 {
            let level = range.count.trailingZeroBitCount
            return levels[level][range.lowerBound >> level]
        }
        let (left, right) = Self.split(range)
        return .node(root(of: left), root(of: right))
    }

    /// Splits two or more leaves after the largest power of two that is smaller than their number.
    private static func split(_ range: Range<Int>) -> (left: Range<Int>, right: Range<Int>) {
        let power = 1 << (Int.bitWidth - 1 - (range.count - 1).leadingZeroBitCount)
        let middle = range.lowerBound + power
        return (range.lowerBound..<middle, middle..<range.upperBound)
    }
}
