import VaultCrypto
package import VaultFormat

/// All that is needed of an RFC 6962 tree to extend it: the roots of the perfect subtrees it consists of, largest first.
///
/// A tree of 13 = 8 + 4 + 1 leaves has three of them, one for each bit set in its size. Appending costs O(log n) hashes and no
/// other part of the tree, so this is what a home pins: whoever has verified a log up to here can verify what follows,
/// entry by entry, and arrives at a head that commits to both.
package struct RightEdge: Hashable, Sendable {
    /// Number of leaves.
    package private(set) var size: Int
    /// One root for each bit set in ``size``, the most significant first.
    package private(set) var peaks: [TreeHash]

    /// The edge of the empty tree.
    package init() {
        size = 0
        peaks = []
    }

    /// Adds the leaf with index ``size``. `leaf` is the leaf's hash, `TreeHash.leaf(_:)` of the entry.
    package mutating func append(leaf: TreeHash) {
        var hash = leaf
        // Counting in binary: each carry joins two perfect subtrees of equal size.
        var carry = size
        while carry & 1 == 1, let left = peaks.popLast() {
            hash = .node(left, hash)
            carry >>= 1
        }
        peaks.append(hash)
        size += 1
    }

    /// Root of the tree (RFC 6962 section 2.1); SHA-256 of nothing for the empty tree.
    package var root: TreeHash {
        guard var hash = peaks.last else { return .empty }
        for left in peaks.dropLast().reversed() { hash = .node(left, hash) }
        return hash
    }

    /// Size and root.
    package var head: TreeHead { TreeHead(size: size, root: root) }
}

extension RightEdge {
    /// The one spelling: the size as eight big-endian bytes, then 32 bytes for each root, largest subtree first.
    package var bytes: [UInt8] {
        var out = (0..<8).map { UInt8(truncatingIfNeeded: size >> (56 - 8 * $0)) }
        for peak in peaks { out.append(contentsOf: peak.bytes) }
        return out
    }

    /// Reads the one spelling. Throws ``LogError/rightEdge`` for a size above 2^53-1 or another number of hashes than the size has bits.
    package init(parsing bytes: [UInt8]) throws(LogError) {
        guard bytes.count >= 8 else { throw .rightEdge }
        let size = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard size <= UInt64(CanonicalJSON.maximumInteger) else { throw .rightEdge }
        guard bytes.count == 8 + size.nonzeroBitCount * TreeHash.count else { throw .rightEdge }
        self.size = Int(size)
        peaks = stride(from: 8, to: bytes.count, by: TreeHash.count).map { TreeHash(trusted: Array(bytes[$0..<$0 + TreeHash.count])) }
    }
}
