import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// Whatever is not the proof is refused with a reason, and nothing traps.
@Suite struct HostileProofTests {
    private static let size = 40
    private static let leaves = (0..<size).map { TreeHash.leaf([UInt8($0)]) }
    private static let tree = MerkleTree(leaves: leaves)

    private static func head(_ size: Int) throws -> TreeHead { try #require(tree.head(at: size)) }

    @Test func everyFlippedBitOfAnInclusionProofIsRefused() throws {
        for (index, size) in [(0, 2), (5, 13), (12, 13), (31, 40), (39, 40)] {
            let proof = try Self.tree.inclusionProof(of: index, in: size)
            let head = try Self.head(size)
            for hashes in flipped(proof.hashes) {
                #expect(throws: LogError.notIncluded(index: index)) {
                    try InclusionProof(hashes: hashes).verify(leaf: Self.leaves[index], index: index, head: head)
                }
            }
            for leaf in flipped([Self.leaves[index]]).flatMap(\.self) {
                #expect(throws: LogError.notIncluded(index: index)) { try proof.verify(leaf: leaf, index: index, head: head) }
            }
            for root in flipped([head.root]).flatMap(\.self) {
                #expect(throws: LogError.notIncluded(index: index)) {
                    try proof.verify(leaf: Self.leaves[index], index: index, head: TreeHead(size: size, root: root))
                }
            }
        }
    }

    @Test func everyFlippedBitOfAConsistencyProofIsRefused() throws {
        for (old, new) in [(1, 2), (4, 5), (6, 13), (8, 40), (39, 40), (25, 31)] {
            let proof = try Self.tree.consistencyProof(from: old, to: new)
            let (from, to) = (try Self.head(old), try Self.head(new))
            for hashes in flipped(proof.hashes) {
                #expect(throws: LogError.forked(size: old)) { try ConsistencyProof(hashes: hashes).verify(from: from, to: to) }
            }
            for root in flipped([from.root]).flatMap(\.self) {
                #expect(throws: LogError.forked(size: old)) { try proof.verify(from: TreeHead(size: old, root: root), to: to) }
            }
            for root in flipped([to.root]).flatMap(\.self) {
                #expect(throws: LogError.forked(size: old)) { try proof.verify(from: from, to: TreeHead(size: new, root: root)) }
            }
        }
    }

    @Test func proofsOfAnotherLengthAreRefused() throws {
        for size in 1...Self.size {
            let head = try Self.head(size)
            for index in 0..<size {
                for hashes in shortenedAndExtended(try Self.tree.inclusionProof(of: index, in: size).hashes) {
                    #expect(throws: LogError.proofLength(hashes.count)) {
                        try InclusionProof(hashes: hashes).verify(leaf: Self.leaves[index], index: index, head: head)
                    }
                }
                for hashes in shortenedAndExtended(try Self.tree.consistencyProof(from: index, to: size).hashes) {
                    #expect(throws: LogError.proofLength(hashes.count)) {
                        try ConsistencyProof(hashes: hashes).verify(from: try Self.head(index), to: head)
                    }
                }
            }
        }
    }

    /// A proof speaks of one position in one size: at every other it fails. Trees of other sizes have other roots, so their proofs fail as
    /// well.
    @Test func aProofFitsOnePositionOnly() throws {
        for size in 1...24 {
            let head = try Self.head(size)
            for index in 0..<size {
                let proof = try Self.tree.inclusionProof(of: index, in: size)
                for other in 0..<size where other != index {
                    #expect(throws: LogError.self) { try proof.verify(leaf: Self.leaves[index], index: other, head: head) }
                    #expect(throws: LogError.self) { try proof.verify(leaf: Self.leaves[other], index: index, head: head) }
                }
                for other in 1...24 where other != size {
                    #expect(throws: LogError.self) { try proof.verify(leaf: Self.leaves[index], index: index, head: try Self.head(other)) }
                }
            }
        }
    }

    @Test func anInnerNodeIsNotALeaf() throws {
        // In a tree of two nodes the root's children could pass for leaves if leaves and nodes were hashed alike.
        let (left, right) = (TreeHash.node(Self.leaves[0], Self.leaves[1]), TreeHash.node(Self.leaves[2], Self.leaves[3]))
        #expect(TreeHash.leaf(left.bytes + right.bytes) != (try Self.head(4).root))
    }

    @Test func aSmallerOrOtherTreeIsNotAnExtension() throws {
        let (five, nine) = (try Self.head(5), try Self.head(9))
        #expect(throws: LogError.rolledBack(from: 9, to: 5)) { try ConsistencyProof(hashes: []).verify(from: nine, to: five) }
        #expect(throws: LogError.forked(size: 5)) {
            try ConsistencyProof(hashes: []).verify(from: five, to: TreeHead(size: 5, root: nine.root))
        }
        #expect(throws: LogError.forked(size: 0)) {
            try ConsistencyProof(hashes: []).verify(from: TreeHead(size: 0, root: five.root), to: nine)
        }
        #expect(throws: LogError.forked(size: 0)) {
            try ConsistencyProof(hashes: []).verify(from: TreeHead(size: 0, root: five.root), to: TreeHead(size: 0, root: five.root))
        }
        #expect(throws: LogError.outside(index: -1, size: 9)) {
            try ConsistencyProof(hashes: []).verify(from: TreeHead(size: -1, root: .empty), to: nine)
        }
        // An empty log may have grown into any other.
        let grown = try ConsistencyProof(hashes: []).verify(from: try Self.head(0), to: nine)
        #expect(grown.new == nine)
    }

    @Test func noPositionAndNoSizeTraps() {
        var random = SeededGenerator(seed: 3)
        let edges = [Int.min, -1, 0, 1, 2, 3, 7, 8, 63, 64, 1 << 53, Int.max - 1, Int.max]
        for size in edges {
            for index in edges {
                for count in [0, 1, 2, 3, 6, 52, 53, 62, 63, 64, 70] {
                    let hashes = (0..<count).map { _ in TreeHash(trusted: random.bytes(32)) }
                    let (one, two) = (TreeHash(trusted: random.bytes(32)), TreeHash(trusted: random.bytes(32)))
                    #expect(throws: LogError.self) {
                        try InclusionProof(hashes: hashes).verify(leaf: one, index: index, head: TreeHead(size: size, root: two))
                    }
                    #expect(throws: LogError.self) {
                        try ConsistencyProof(hashes: hashes).verify(
                            from: TreeHead(size: index, root: one), to: TreeHead(size: size, root: two))
                    }
                }
            }
        }
    }

    /// Each copy has one bit changed.
    private func flipped(_ hashes: [TreeHash]) -> [[TreeHash]] {
        hashes.indices.flatMap { place in
            (0..<256).map { bit in
                var bytes = hashes[place].bytes
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                var copy = hashes
                copy[place] = TreeHash(trusted: bytes)
                return copy
            }
        }
    }

    /// Every proper prefix and suffix, and one hash more in front, behind and in the middle.
    private func shortenedAndExtended(_ hashes: [TreeHash]) -> [[TreeHash]] {
        let extra = hashes.first ?? .empty
        let middle = hashes.count / 2
        return (0..<hashes.count).flatMap { [Array(hashes[..<$0]), Array(hashes[($0 + 1)...])] }
            + [[extra] + hashes, hashes + [extra], hashes[..<middle] + [extra] + hashes[middle...]]
    }
}
