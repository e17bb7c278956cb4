import VaultCrypto
package import VaultFormat

/// The hashes that show that a tree begins with an older one (RFC 6962 section 2.1.2).
package struct ConsistencyProof: Hashable, Sendable {
    /// From the end of the older tree towards the root.
    package let hashes: [TreeHash]

    /// Takes any hashes; only ``verify(from:to:)`` says what they prove.
    package init(hashes: [TreeHash]) { self.hashes = hashes }

    /// Proves that the tree of `new` begins with all of `old` (the algorithm of RFC 9162 section 2.1.4.2; the empty tree begins every
    /// tree). Throws ``LogError/rolledBack(from:to:)``, ``LogError/proofLength(_:)`` or ``LogError/forked(size:)``; for a negative size
    /// ``LogError/outside(index:size:)``.
    package func verify(from old: TreeHead, to new: TreeHead) throws(LogError) -> VerifiedConsistency {
        guard old.size >= 0 else { throw .outside(index: old.size, size: new.size) }
        guard old.size <= new.size else { throw .rolledBack(from: old.size, to: new.size) }
        if old.size == 0 || old.size == new.size {
            guard hashes.isEmpty else { throw .proofLength(hashes.count) }
            guard old.size > 0 || old.root == .empty else { throw .forked(size: 0) }
            guard old.size < new.size || old == new else { throw .forked(size: old.size) }
            return VerifiedConsistency(old: old, new: new)
        }
        // An older tree that is one perfect subtree of the newer is where the walk begins; the proof does not repeat its root.
        let isPerfect = old.size.nonzeroBitCount == 1
        guard let start = isPerfect ? old.root : hashes.first else { throw .proofLength(hashes.count) }
        var path = TreePath(node: old.size - 1, last: new.size - 1)
        path.skipRightChildren()
        var (oldRoot, newRoot) = (start, start)
        for hash in hashes.dropFirst(isPerfect ? 0 : 1) {
            guard !path.isAtRoot else { throw .proofLength(hashes.count) }
            switch path.ascend() {
            case .left: (oldRoot, newRoot) = (.node(hash, oldRoot), .node(hash, newRoot))
            case .right: newRoot = .node(newRoot, hash)
            }
        }
        guard path.isAtRoot else { throw .proofLength(hashes.count) }
        guard oldRoot == old.root, newRoot == new.root else { throw .forked(size: old.size) }
        return VerifiedConsistency(old: old, new: new)
    }
}

/// Two heads of one log: the newer begins with all of the older. Only a proof makes one.
package struct VerifiedConsistency: Hashable, Sendable {
    /// The older head.
    package let old: TreeHead
    /// The newer head, or the same.
    package let new: TreeHead

    fileprivate init(old: TreeHead, new: TreeHead) {
        self.old = old
        self.new = new
    }
}
