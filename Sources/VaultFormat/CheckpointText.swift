/// The text of a C2SP checkpoint (https://c2sp.org/tlog-checkpoint v1.0.0): origin, size, root; no extension lines.
package struct CheckpointText: Equatable, Sendable {
    /// `kluis/<group id>` in Kluis.
    package let origin: String
    /// The log's size and root.
    package let head: TreeHead

    /// Pairs an origin with a tree head.
    package init(origin: String, head: TreeHead) {
        self.origin = origin
        self.head = head
    }

    /// Reads the one spelling. Throws ``FormatError``; extension lines are refused.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        origin = String(decoding: try lines.next(), as: UTF8.self)
        guard SignedNote.isKeyName(origin) else { throw .line(1) }
        let size = try Lines.count(try lines.next())
        head = TreeHead(size: size, root: try TreeHash(base64: try lines.next()))
        guard lines.isAtEnd else { throw .line(4) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] { Array("\(origin)\n\(head.size)\n\(head.root.base64)\n".utf8) }
}
