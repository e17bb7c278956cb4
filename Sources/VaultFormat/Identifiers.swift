/// A fixed-length byte string that names something. Each conforming type is a name of its own, so that
/// a member id cannot be passed where a circle id is meant.
package protocol FixedBytes: Hashable, Sendable {
    /// The length in bytes of every value of this type.
    static var count: Int { get }
    /// Exactly `Self.count` bytes.
    var bytes: [UInt8] { get }
    /// Takes bytes already known to have the right length; traps on a bug, so hostile bytes go through ``init(exactly:)``.
    init(trusted bytes: [UInt8])
    /// Takes the `Self.count` bytes that `fill` writes over zeros; there may be room for more, which stay zero.
    init(filledBy fill: (inout MutableSpan<UInt8>) throws(FormatError) -> Void) throws(FormatError)
}

extension FixedBytes {
    /// Fills an array.
    package init(
        filledBy fill: (inout MutableSpan<UInt8>) throws(FormatError) -> Void
    ) throws(FormatError) {
        var bytes = [UInt8](repeating: 0, count: Self.count)
        var span = bytes.mutableSpan
        try fill(&span)
        self.init(trusted: bytes)
    }

    /// Throws ``FormatError/layout`` unless there are exactly `Self.count` bytes.
    package init(exactly bytes: [UInt8]) throws(FormatError) {
        guard bytes.count == Self.count else { throw .layout }
        self.init(trusted: bytes)
    }

    /// Reads the lower-case hexadecimal spelling. Throws ``FormatError/hex``.
    package init(hex: some Collection<UInt8>) throws(FormatError) {
        // A walk through a collection of any type costs more than the copy, and a vault is full of names.
        let text = Array(hex)
        try self.init { bytes throws(FormatError) in try Hex.decode(text.span, count: Self.count, into: &bytes) }
    }

    /// Reads canonical base64. Throws ``FormatError/base64``.
    package init(base64: some Collection<UInt8>) throws(FormatError) {
        let text = Array(base64)
        try self.init { bytes throws(FormatError) in
            guard try Base64.decode(text.span, into: &bytes) == Self.count else { throw .base64 }
        }
    }

    /// The lower-case hexadecimal spelling.
    package var hex: String { Hex.encode(bytes) }
    /// The canonical base64 spelling.
    package var base64: String { Base64.encode(bytes) }
}

/// Names one group: 16 random bytes drawn when it is founded.
package struct GroupID: ShortFixedBytes {
    package static let count = 16
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
}

/// Names one member of one group: 16 random bytes, in the clear as the name of the member's signing key.
package struct MemberID: ShortFixedBytes, Comparable {
    package static let count = 16
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
    /// Order of the bytes, the order of a delivery's list.
    package static func < (left: MemberID, right: MemberID) -> Bool { left.precedes(right) }
}

/// Names one circle of a group: 16 random bytes, never in the clear.
package struct CircleID: ShortFixedBytes, Comparable {
    package static let count = 16
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
    /// Order of the bytes, the order of lists of circles.
    package static func < (left: CircleID, right: CircleID) -> Bool { left.precedes(right) }
}

extension CircleID {
    /// The log circle has the group's own id, so that a newcomer, who can read nothing yet, knows the name of the key it unwraps.
    package static func log(of group: GroupID) -> CircleID { CircleID(trusted: group.bytes) }
}

/// Names one item (a case, a note, an attachment): 16 random bytes, never in the clear.
package struct ItemID: ShortFixedBytes {
    package static let count = 16
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
}

/// SHA-256 of a blob's sealed bytes: the blob's name in the vault.
package struct BlobHash: ShortFixedBytes, Comparable {
    package static let count = 32
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
    /// Order of the bytes, the order of the vault's index.
    package static func < (left: BlobHash, right: BlobHash) -> Bool { left.precedes(right) }
}

/// A node or root of the RFC 6962 tree: SHA-256.
package struct TreeHash: ShortFixedBytes {
    package static let count = 32
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
}

/// What an author's entry commits to: a salted, keyed digest of a text or a circle key.
package struct Commitment: ShortFixedBytes {
    package static let count = 32
    package let short: ShortBytes
    package init(short: ShortBytes) { self.short = short }
}

/// An Ed25519 public key.
package struct SigningPublicKey: FixedBytes {
    package static let count = 32
    package let bytes: [UInt8]
    package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
}

/// An X-Wing public key (ML-KEM-768 then X25519), 1,216 bytes.
package struct DecryptionPublicKey: FixedBytes {
    package static let count = 1216
    package let bytes: [UInt8]
    package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
}

/// An Ed25519 signature.
package struct Signature: FixedBytes {
    package static let count = 64
    package let bytes: [UInt8]
    package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
}

/// The size of a log and the root of its RFC 6962 tree.
package struct TreeHead: Hashable, Sendable {
    /// Number of entries.
    package let size: Int
    /// Root over all of them; of the empty tree when `size` is 0.
    package let root: TreeHash
    /// Pairs a size with its root.
    package init(size: Int, root: TreeHash) { self.size = size; self.root = root }
}

/// The two parts of an item.
package enum Part: String, Sendable, CaseIterable {
    /// What a list needs: title and pitch of a case, name and size of an attachment.
    case summary
    /// The text, or the attachment's bytes.
    case body
}
