import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// The tree against the definition of RFC 6962, and proofs against everything that is not one.
@Suite struct MerkleTreeTests {
    private static let size = 600
    private static let leaves = (0..<size).map { TreeHash.leaf([UInt8($0 >> 8), UInt8($0 & 0xff)]) }
    private static let tree = MerkleTree(leaves: leaves)
    private static let naive = NaiveTree(size: size)

    private static func head(_ size: Int) throws -> TreeHead { try #require(tree.head(at: size)) }

    @Test func everyRootIsTheOneOfTheDefinition() throws {
        var edge = RightEdge()
        #expect(edge.root == .empty)
        #expect(try Self.head(0) == edge.head)
        for size in 1...Self.size {
            edge.append(leaf: Self.leaves[size - 1])
            let root = Self.naive.root(0, size)
            #expect(edge.head == TreeHead(size: size, root: root))
            #expect(try Self.head(size).root == root)
        }
        #expect(Self.tree.head(at: Self.size + 1) == nil)
        #expect(Self.tree.head(at: -1) == nil)
    }

    @Test func everyInclusionProofOfSmallTreesIsTheOneOfTheDefinition() throws {
        for size in 1...70 {
            for index in 0..<size { try expectInclusion(of: index, in: size) }
        }
    }

    @Test func aSampleOfInclusionProofsOfLargerTreesIsTheOneOfTheDefinition() throws {
        var random = SeededGenerator(seed: 1)
        for size in stride(from: 71, through: Self.size, by: 3) {
            for index in [0, size - 1, Int.random(in: 0..<size, using: &random)] { try expectInclusion(of: index, in: size) }
        }
    }

    private func expectInclusion(of index: Int, in size: Int) throws {
        let proof = try Self.tree.inclusionProof(of: index, in: size)
        #expect(proof.hashes == Self.naive.path(index, 0, size))
        let verified = try proof.verify(leaf: Self.leaves[index], index: index, head: try Self.head(size))
        #expect(verified.index == index && verified.leaf == Self.leaves[index])
    }

    @Test func everyConsistencyProofOfSmallTreesIsTheOneOfTheDefinition() throws {
        for new in 1...70 {
            for old in 1...new { try expectConsistency(from: old, to: new) }
        }
    }

    @Test func aSampleOfConsistencyProofsOfLargerTreesIsTheOneOfTheDefinition() throws {
        var random = SeededGenerator(seed: 2)
        for _ in 0..<500 {
            let new = Int.random(in: 71...Self.size, using: &random)
            try expectConsistency(from: Int.random(in: 1...new, using: &random), to: new)
        }
    }

    private func expectConsistency(from old: Int, to new: Int) throws {
        let proof = try Self.tree.consistencyProof(from: old, to: new)
        #expect(proof.hashes == Self.naive.subproof(old, 0, new, true))
        let verified = try proof.verify(from: try Self.head(old), to: try Self.head(new))
        #expect(verified.old.size == old && verified.new.size == new)
    }

    @Test func positionsOutsideTheTreeAreRefused() {
        for (index, size) in [(-1, 5), (5, 5), (0, 0), (0, 601), (600, 601), (Int.max, 5), (0, Int.min)] {
            #expect(throws: LogError.outside(index: index, size: size)) { try Self.tree.inclusionProof(of: index, in: size) }
        }
        #expect(throws: LogError.rolledBack(from: 6, to: 5)) { try Self.tree.consistencyProof(from: 6, to: 5) }
        #expect(throws: LogError.outside(index: 5, size: 601)) { try Self.tree.consistencyProof(from: 5, to: 601) }
        #expect(throws: LogError.outside(index: -1, size: 5)) { try Self.tree.consistencyProof(from: -1, to: 5) }
    }
}
