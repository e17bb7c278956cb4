/// The text with which a member's log key vouches for the key that signs this member's reports and exports. It is signed as an entry is,
/// but begins with a heading of its own, so that neither passes for the other.
package struct ReportKeyText: Equatable, Sendable {
    /// The group of the member.
    package let group: GroupID
    /// Signs reports and exports, and cannot sign entries.
    package let key: SigningPublicKey

    /// Pairs them.
    package init(group: GroupID, key: SigningPublicKey) {
        self.group = group
        self.key = key
    }

    /// Reads the one spelling. Throws ``FormatError/line(_:)``.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var lines = Lines(bytes)
        try lines.expect(Self.heading)
        group = try lines.value(of: "group", GroupID.init(hex:))
        key = try lines.value(of: "key", SigningPublicKey.init(base64:))
        guard lines.isAtEnd else { throw .line(lines.number + 1) }
    }

    /// The one spelling, ending in a newline.
    package var bytes: [UInt8] { Array("\(Self.heading)\ngroup \(group.hex)\nkey \(key.base64)\n".utf8) }

    private static let heading = "kluis.report-key/v1"
}
