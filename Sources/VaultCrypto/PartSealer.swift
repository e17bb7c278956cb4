package import VaultFormat

/// Where a part stands. All of it is bound into the part's key, so that a part opens in its own place only.
package struct PartContext: Equatable, Sendable {
    /// The group.
    package let group: GroupID
    /// The circle whose key seals the part.
    package let circle: CircleID
    /// That key's generation.
    package let generation: Int
    /// The case, note or attachment.
    package let item: ItemID
    /// Summary or body.
    package let part: Part
    /// Counts the author's versions of this part.
    package let version: Int

    /// `generation` and `version` are 0...4,294,967,295.
    package init(group: GroupID, circle: CircleID, generation: Int, item: ItemID, part: Part, version: Int) {
        self.group = group
        self.circle = circle
        self.generation = generation
        self.item = item
        self.part = part
        self.version = version
    }
}

/// A part as it is stored, and the salt its author commits with.
package struct SealedText: Equatable, Sendable {
    /// Sealed bytes (``SealedLayout``).
    package let bytes: [UInt8]
    /// Goes into ``Commitment/ofText(_:salt:context:)``.
    package let salt: Salt
}

/// What was inside.
package struct OpenedText: Equatable, Sendable {
    /// The text, without padding.
    package let text: [UInt8]
    /// As the author drew it.
    package let salt: Salt
}

/// Seals and opens one text after the other. It owns the guarded memory for the keys it derives and uses it again for each text,
/// so ten thousand parts cost ten thousand hashes and no allocation of guarded memory.
package struct PartSealer: ~Copyable {
    var stream = SealedStream()
    /// For payloads, whose keys are derived in two steps.
    var payloadKey = PayloadKey()

    /// Allocates the guarded memory.
    package init() {}

    /// Seals one version of one part. Without a salt one is drawn; whoever seals a part anew passes the one that was opened,
    /// since the author's commitment rests on it.
    package mutating func seal(
        _ text: [UInt8], salt: Salt? = nil, under key: borrowing CircleKey, context: PartContext
    ) -> SealedText {
        let salt = salt ?? .random()
        return SealedText(bytes: stream.seal(text, salt: salt, under: key.bytes, .part(context)), salt: salt)
    }

    /// Opens one version of one part. Throws ``CryptoError/layout``, ``CryptoError/unknownVersion``, ``CryptoError/commitment``,
    /// ``CryptoError/damaged`` or ``CryptoError/unknownProtection``.
    package mutating func open(
        _ sealed: [UInt8], under key: borrowing CircleKey, context: PartContext
    ) throws(CryptoError) -> OpenedText {
        try stream.open(sealed, under: key.bytes, .part(context))
    }
}
