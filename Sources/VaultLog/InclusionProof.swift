import VaultCrypto
package import VaultFormat

/// The hashes that lead from one leaf to the root of a tree, the leaf's neighbour first (RFC 6962 section 2.1.1).
package struct InclusionProof: Hashable, Sendable {
    /// From the leaf towards the root.
    package let hashes: [TreeHash]

    /// Takes any hashes; only ``verify(leaf:index:head:)`` says what they prove.
    package init(hashes: [TreeHash]) { self.hashes = hashes }

    /// Proves that the entry with this leaf hash stands at `index` of the tree (the algorithm of RFC 9162 section 2.1.3.2).
    /// Throws ``LogError/outside(index:size:)``, ``LogError/proofLength(_:)`` or ``LogError/notIncluded(index:)``.
    package func verify(leaf: TreeHash, index: Int, head: TreeHead) throws(LogError) -> VerifiedInclusion {
        guard index >= 0, index < head.size else { throw .outside(index: index, size: head.size) }
        var path = TreePath(node: index, last: head.size - 1)
        var root = leaf
        for hash in hashes {
            guard !path.isAtRoot else { throw .proofLength(hashes.count) }
            switch path.ascend() {
            case .left: root = .node(hash, root)
            case .right: root = .node(root, hash)
            }
        }
        guard path.isAtRoot else { throw .proofLength(hashes.count) }
        guard root == head.root else { throw .notIncluded(index: index) }
        return VerifiedInclusion(leaf: leaf, index: index, head: head)
    }
}

/// An entry known to stand at its index in the tree of ``head``. Only a proof makes one.
package struct VerifiedInclusion: Hashable, Sendable {
    /// The entry's leaf hash.
    package let leaf: TreeHash
    /// Its index, from 0.
    package let index: Int
    /// The tree it is in.
    package let head: TreeHead

    fileprivate init(leaf: TreeHash, index: Int, head: TreeHead) {
        self.leaf = leaf
        self.index = index
        self.head = head
    }
}
