package import VaultFormat

/// Payloads of entries. The header of one sealed under a LogKey is random; the second half of one sealed under a ReadKey is a mark
/// made with the same epoch's LogKey, so that everybody who verifies the log sees which of the two keys to ask for, and outsiders see
/// nothing.
extension PartSealer {
    /// Seals what one must know to verify.
    package mutating func seal(payload text: [UInt8], under key: borrowing LogKey, group: GroupID) -> [UInt8] {
        let header = SecureRandom.bytes(SealedLayout.headerLength)
        payloadKey.derive(from: key.bytes, group: group, header: header)
        return stream.seal(text, under: payloadKey.bytes, .payload(group: group), header: header)
    }

    /// Seals who looked at what. `marker` is the same epoch's LogKey.
    package mutating func seal(
        payload text: [UInt8], under key: borrowing ReadKey, markedWith marker: borrowing LogKey, group: GroupID
    ) -> [UInt8] {
        let random = SecureRandom.bytes(LogKey.readMarkLength)
        let header = random + marker.readMark(random: random, group: group)
        payloadKey.derive(from: key.bytes, group: group, header: header)
        return stream.seal(text, under: payloadKey.bytes, .payload(group: group), header: header)
    }

    /// Opens a payload sealed under this LogKey. Throws as ``open(_:under:context:)``.
    package mutating func open(payload sealed: [UInt8], under key: borrowing LogKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        payloadKey.derive(from: key.bytes, group: group, header: try SealedHeader.read(sealed))
        return try stream.open(sealed, under: payloadKey.bytes, .payload(group: group)).text
    }

    /// Opens a payload sealed under this ReadKey. Throws as ``open(_:under:context:)``.
    package mutating func open(payload sealed: [UInt8], under key: borrowing ReadKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        payloadKey.derive(from: key.bytes, group: group, header: try SealedHeader.read(sealed))
        return try stream.open(sealed, under: payloadKey.bytes, .payload(group: group)).text
    }

    /// Opens a payload with its own key, for who was given that one only: 32 bytes, else ``CryptoError/badKey``. Throws as
    /// ``open(_:under:context:)``.
    package mutating func open(payload sealed: [UInt8], disclosed key: [UInt8], group: GroupID) throws(CryptoError) -> [UInt8] {
        try payloadKey.take(disclosed: key)
        return try stream.open(sealed, under: payloadKey.bytes, .payload(group: group)).text
    }

    /// The key of a payload sealed under this LogKey, and of no other. Throws ``CryptoError/layout`` or ``CryptoError/unknownVersion``.
    package mutating func disclosedKey(of sealed: [UInt8], under key: borrowing LogKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        payloadKey.derive(from: key.bytes, group: group, header: try SealedHeader.read(sealed))
        return payloadKey.disclosed()
    }

    /// The key of a payload sealed under this ReadKey, and of no other. Throws ``CryptoError/layout`` or ``CryptoError/unknownVersion``.
    package mutating func disclosedKey(of sealed: [UInt8], under key: borrowing ReadKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        payloadKey.derive(from: key.bytes, group: group, header: try SealedHeader.read(sealed))
        return payloadKey.disclosed()
    }
}

/// Blobs that an entry names, sealed under the LogKey of its epoch.
extension PartSealer {
    /// Seals the name of a member. Names are blobs of their own, so that they can go when the member has gone.
    package mutating func seal(name text: [UInt8], of member: MemberID, under key: borrowing LogKey, group: GroupID) -> [UInt8] {
        stream.seal(text, under: key.bytes, .name(group: group, member: member))
    }

    /// Opens the name of a member. Throws as ``open(_:under:context:)``.
    package mutating func open(
        name sealed: [UInt8], of member: MemberID, under key: borrowing LogKey, group: GroupID
    ) throws(CryptoError) -> [UInt8] {
        try stream.open(sealed, under: key.bytes, .name(group: group, member: member)).text
    }

    /// Seals the name of the group.
    package mutating func seal(groupName text: [UInt8], under key: borrowing LogKey, group: GroupID) -> [UInt8] {
        stream.seal(text, under: key.bytes, .groupName(group: group))
    }

    /// Opens the name of the group. Throws as ``open(_:under:context:)``.
    package mutating func open(groupName sealed: [UInt8], under key: borrowing LogKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        try stream.open(sealed, under: key.bytes, .groupName(group: group)).text
    }

    /// Seals the list of parts that a rotation or an import wrote.
    package mutating func seal(manifest text: [UInt8], under key: borrowing LogKey, group: GroupID) -> [UInt8] {
        stream.seal(text, under: key.bytes, .manifest(group: group))
    }

    /// Opens a manifest. Throws as ``open(_:under:context:)``.
    package mutating func open(manifest sealed: [UInt8], under key: borrowing LogKey, group: GroupID) throws(CryptoError) -> [UInt8] {
        try stream.open(sealed, under: key.bytes, .manifest(group: group)).text
    }
}

extension LogKey {
    static let readMarkLength = 16

    /// Whether a payload says that it is sealed under this epoch's ReadKey. Throws ``CryptoError/layout`` or
    /// ``CryptoError/unknownVersion``.
    package borrowing func marksRead(_ sealed: [UInt8], group: GroupID) throws(CryptoError) -> Bool {
        let header = try SealedHeader.read(sealed)
        let mark = readMark(random: Array(header.prefix(Self.readMarkLength)), group: group)
        return Sodium.equal(mark.span, header.span.extracting(last: Self.readMarkLength))
    }

    borrowing func readMark(random: [UInt8], group: GroupID) -> [UInt8] {
        bytes.withBytes { Array(Derivation.shown(from: $0, .readMark(group: group, random: random)).prefix(Self.readMarkLength)) }
    }
}
