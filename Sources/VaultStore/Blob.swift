package import VaultFormat

/// Sealed bytes and their name. The store takes the name's word for it: whoever reads a blob compares its hash.
package struct Blob: Equatable, Sendable {
    /// SHA-256 of `bytes`.
    package let hash: BlobHash
    /// The sealed bytes.
    package let bytes: [UInt8]

    /// Pairs sealed bytes with their name.
    package init(hash: BlobHash, bytes: [UInt8]) {
        self.hash = hash
        self.bytes = bytes
    }
}

/// A blob too large to be held in memory. Its name is known beforehand, from an earlier pass over the same bytes.
package struct BlobStream {
    /// SHA-256 of all the bytes together.
    package let hash: BlobHash
    /// The next portion, of any size; `nil` after the last. What it throws undoes the change that the blob belongs to.
    package let next: () throws -> [UInt8]?
    /// A blob that goes once this one is whole, so that its room serves the next; the stream may read from it.
    package let replaces: BlobHash?

    /// Pairs a source of sealed bytes with their name.
    package init(hash: BlobHash, replacing old: BlobHash? = nil, next: @escaping () throws -> [UInt8]?) {
        self.hash = hash
        self.next = next
        replaces = old
    }
}
