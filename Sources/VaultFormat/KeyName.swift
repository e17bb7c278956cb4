/// The name of a member's signing key: `kluis/<group id>/<member id>.<key number>`.
package struct KeyName: Hashable, Sendable {
    /// The group in whose log the key signs.
    package let group: GroupID
    /// The member whose key it is.
    package let member: MemberID
    /// Counts a member's signing keys from 1.
    package let number: Int

    /// Largest key number that is read.
    package static let maximumNumber = 9999

    /// `number` is 1...9999.
    package init(group: GroupID, member: MemberID, number: Int) {
        precondition((1...Self.maximumNumber).contains(number))
        self.group = group
        self.member = member
        self.number = number
    }

    /// Throws ``FormatError/hex`` or ``FormatError/layout`` for anything but the one spelling.
    package init(parsing text: String) throws(FormatError) {
        let bytes = Array(text.utf8)
        guard bytes.count > 72, bytes.starts(with: Self.origin.utf8), bytes[38] == 0x2f, bytes[71] == 0x2e else { throw .layout }
        group = try GroupID(hex: bytes[6..<38])
        member = try MemberID(hex: bytes[39..<71])
        number = try Lines.count(bytes[72...])
        guard (1...Self.maximumNumber).contains(number) else { throw .layout }
    }

    /// The one spelling.
    package var text: String { "\(Self.origin)\(group.hex)/\(member.hex).\(number)" }

    fileprivate static let origin = "kluis/"
}

extension GroupID {
    /// The origin line of the group's log in checkpoints: `kluis/<group id>`.
    package var origin: String { KeyName.origin + hex }
}
