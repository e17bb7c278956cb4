/// The way up from one node to the root, as RFC 9162 walks it (`fn` and `sn` of sections 2.1.3.2 and 2.1.4.2): a node's number and that
/// of the last node, both counted within one level of the tree.
struct TreePath {
    /// On which side of a node the next hash of a proof belongs.
    enum Side { case left, right }

    private var node: Int
    private var last: Int

    /// `0 <= node <= last`.
    init(node: Int, last: Int) {
        precondition(0 <= node && node <= last)
        self.node = node
        self.last = last
    }

    /// Nothing is above.
    var isAtRoot: Bool { last == 0 }

    /// Goes up past every level on which this node is a right child.
    mutating func skipRightChildren() {
        while node & 1 == 1 { goUp() }
    }

    /// Goes to the parent of this node and its sibling, and says on which side the sibling is. Not at the root.
    mutating func ascend() -> Side {
        defer { goUp() }
        if node & 1 == 1 { return .left }
        guard node == last else { return .right }
        // The last node of a level may have no sibling there: it moves up unchanged until it is a right child.
        while node & 1 == 0, node != 0 { goUp() }
        return .left
    }

    private mutating func goUp() {
        node >>= 1
        last >>= 1
    }
}
