import VaultCrypto
import VaultFormat

/// RFC 6962 section 2.1 as it is written: recursive, without any cache, slow. What the tests compare with.
struct NaiveTree {
    private let leaves: [TreeHash]

    /// Any leaf hashes.
    init(leaves: [TreeHash]) { self.leaves = leaves }

    /// Leaf hashes of 0, 1, 2, ... as two bytes each.
    init(size: Int) {
        leaves = (0..<size).map { .leaf([UInt8($0 >> 8), UInt8($0 & 0xff)]) }
    }

    /// MTH(D[first:end]).
    func root(_ first: Int, _ end: Int) -> TreeHash {
        if end - first == 1 { return leaves[first] }
        let k = split(end - first)
        return .node(root(first, first + k), root(first + k, end))
    }

    /// PATH(m, D[first:end]).
    func path(_ m: Int, _ first: Int, _ end: Int) -> [TreeHash] {
        let n = end - first
        if n == 1 { return [] }
        let k = split(n)
        if m < k { return path(m, first, first + k) + [root(first + k, end)] }
        return path(m - k, first + k, end) + [root(first, first + k)]
    }

    /// SUBPROOF(m, D[first:end], b).
    func subproof(_ m: Int, _ first: Int, _ end: Int, _ b: Bool) -> [TreeHash] {
        let n = end - first
        if m == n { return b ? [] : [root(first, end)] }
        let k = split(n)
        if m <= k { return subproof(m, first, first + k, b) + [root(first + k, end)] }
        return subproof(m - k, first + k, end, false) + [root(first, first + k)]
    }

    /// The largest power of two smaller than n.
    private func split(_ n: Int) -> Int {
        var k = 1
        while k * 2 < n { k *= 2 }
        return k
    }
}
