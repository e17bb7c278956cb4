/// The clear part of one log entry, without its signature: what an outsider can check (Docs/Format.md, "Entry").
package struct EntryText: Equatable, Sendable {
    /// The group in whose log it stands.
    package let group: GroupID
    /// The signer's clock; never used for order.
    package let time: Instant
    /// The tree before this entry; its size is this entry's index.
    package let tree: TreeHead
    /// Index of the last entry that changed the membership, this one included.
    package let roster: Int
    /// Name of the sealed payload.
    package let payload: BlobHash
    /// Name of the delivery of the log circle's new key, only on an entry that begins a generation of that circle.
    package let delivery: BlobHash?

    /// Longest entry in bytes, signature included (the limit of tiles).
    package static let maximumLength = 65_535

    /// All fields as they will be signed.
    package init(group: GroupID, time: Instant, tree: TreeHead, roster: Int, payload: BlobHash, delivery: BlobHash?) {
        self.group = group
        self.time = time
        self.tree = tree
        self.roster = roster
        self.payload = payload
        self.delivery = delivery
    }

    /// Reads the one spelling. Throws ``FormatError`` with the line at fault, ``FormatError/unknownVersion`` for `kluis.entry/v2` and the
    /// like.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        let first = try lines.next()
        guard first.elementsEqual(Self.heading.utf8) else {
            let version = first.dropFirst(Self.family.utf8.count)
            let isVersion = !version.isEmpty && version.allSatisfy { (0x30...0x39).contains($0) }
            throw isVersion && first.starts(with: Self.family.utf8) ? .unknownVersion : .line(1)
        }
        group = try lines.value(of: "group", GroupID.init(hex:))
        time = try lines.value(of: "time", Instant.init(_:))
        tree = try lines.value(of: "tree", Self.head)
        roster = try lines.value(of: "roster", Lines.count)
        payload = try lines.value(of: "payload", BlobHash.init(base64:))
        delivery = lines.isNext("wraps") ? try lines.value(of: "wraps", BlobHash.init(base64:)) : nil
        guard lines.isAtEnd else { throw .line(lines.number + 1) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] {
        var text = "\(Self.heading)\ngroup \(group.hex)\ntime \(time.text)\ntree \(tree.size) \(tree.root.base64)\n"
        text += "roster \(roster)\npayload \(payload.base64)\n"
        if let delivery { text += "wraps \(delivery.base64)\n" }
        return Array(text.utf8)
    }

    private static func head(_ text: ArraySlice<UInt8>) throws(FormatError) -> TreeHead {
        guard let space = text.firstIndex(of: 0x20) else { throw .layout }
        return TreeHead(size: try Lines.count(text[..<space]), root: try TreeHash(base64: text[(space + 1)...]))
    }

    private static let family = "kluis.entry/v"
    private static let heading = "kluis.entry/v1"
}
