/// What somebody who wants to become a member puts into the vault: their keys and the log they saw, signed with the new key. No name.
package struct JoinRequest: Equatable, Sendable {
    /// The group.
    package let group: GroupID
    /// By the joiner's clock.
    package let time: Instant
    /// The log as the joiner saw it, and will insist on.
    package let head: TreeHead
    /// The id that would become a member's.
    package let member: MemberID
    /// Verifies the request, and entries once accepted.
    package let signing: SigningPublicKey
    /// Receives wraps.
    package let decryption: DecryptionPublicKey

    /// How a request begins; nothing else in a vault does.
    package static let magic = Array("kluis.request/v1\n".utf8)

    /// All fields.
    package init(
        group: GroupID, time: Instant, head: TreeHead, member: MemberID, signing: SigningPublicKey, decryption: DecryptionPublicKey
    ) {
        self.group = group
        self.time = time
        self.head = head
        self.member = member
        self.signing = signing
        self.decryption = decryption
    }

    /// Reads the text of a signed note. Throws ``FormatError`` for anything but the one spelling.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        try lines.expect("kluis.request/v1")
        group = try GroupID(hex: try lines.value(of: "group"))
        time = try Instant(try lines.value(of: "time"))
        let tree = try lines.value(of: "tree")
        guard let space = tree.firstIndex(of: 0x20) else { throw .line(lines.number) }
        head = TreeHead(size: try Lines.count(tree[..<space]), root: try TreeHash(base64: tree[(space + 1)...]))
        member = try MemberID(hex: try lines.value(of: "member"))
        signing = try SigningPublicKey(base64: try lines.value(of: "signing"))
        decryption = try DecryptionPublicKey(base64: try lines.value(of: "decryption"))
        guard lines.isAtEnd else { throw .line(lines.number + 1) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] {
        let text = """
            kluis.request/v1
            group \(group.hex)
            time \(time.text)
            tree \(head.size) \(head.root.base64)
            member \(member.hex)
            signing \(signing.base64)
            decryption \(decryption.base64)

            """
        return Array(text.utf8)
    }

    /// The name of the key that signs it.
    package var keyName: KeyName { KeyName(group: group, member: member, number: 1) }
}
