package import VaultFormat

/// Which row of a home's file; bound to what is sealed, so that no row can stand in another's place.
package enum HomeRow: String, Sendable {
    /// The group's state; number 0.
    case state
    /// A case, by its number.
    case cases
    /// A line of the log, by its index.
    case lines
    /// Texts that were typed and not kept; number 0.
    case drafts
}

/// What a home keeps for itself, sealed under the MasterKey: a stolen computer shows no more of a group than its vault does.
extension PartSealer {
    /// Seals a row; `number` is 0...4,294,967,295.
    package mutating func seal(row bytes: [UInt8], _ row: HomeRow, number: Int, under key: borrowing MasterKey, group: GroupID) -> [UInt8] {
        stream.seal(bytes, under: key.bytes, .homeRow(row, number: number, group: group))
    }

    /// Opens a row. Throws as ``open(_:under:context:)``.
    package mutating func open(
        row sealed: [UInt8], _ row: HomeRow, number: Int, under key: borrowing MasterKey, group: GroupID
    ) throws(CryptoError) -> [UInt8] {
        try stream.open(sealed, under: key.bytes, .homeRow(row, number: number, group: group)).text
    }

    /// Seals the person's own name for the identity file.
    package mutating func seal(ownName name: [UInt8], under key: borrowing MasterKey) -> [UInt8] {
        stream.seal(name, under: key.bytes, .ownName)
    }

    /// Opens the person's own name. Throws as ``open(_:under:context:)``.
    package mutating func open(ownName sealed: [UInt8], under key: borrowing MasterKey) throws(CryptoError) -> [UInt8] {
        try stream.open(sealed, under: key.bytes, .ownName).text
    }
}
