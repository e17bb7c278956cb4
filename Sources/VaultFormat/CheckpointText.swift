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

    /// Reads the one spelling. Throws ``FormatError/line(_:)`` with the line at fault; extension lines are refused.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        origin = try lines.next(Self.origin)
        head = TreeHead(size: try lines.next(Lines.count), root: try lines.next(TreeHash.init(base64:)))
        guard lines.isAtEnd else { throw .line(4) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] { Array("\(origin)\n\(head.size)\n\(head.root.base64)\n".utf8) }

    private static func origin(_ line: ArraySlice<UInt8>) throws(FormatError) -> String {
        guard let origin = String(validating: line, as: UTF8.self), SignedNote.isKeyName(origin) else { throw .line(1) }
        return origin
    }
}
