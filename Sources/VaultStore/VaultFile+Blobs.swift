package import VaultFormat

// Blobs. What comes out is not yet compared with its name.
extension VaultFile {
    /// Bytes of the largest join request.
    package static let largestRequest = 4096

    /// The bytes of a blob; `nil` when it is missing. Throws `.tooLarge`, before anything is loaded, when it has more than `limit`
    /// bytes, and `.damaged(.blob)` when its rows are not whole.
    package func blob(_ hash: BlobHash, limit: Int) throws(StoreError) -> [UInt8]? {
        try file.read { try BlobTable(database: $0).bytes(of: hash, limit: limit) }
    }

    /// The bytes of each of a few dozen blobs, in one query: those that have at most `limit` bytes, stand in one row and are whole. `nil`
    /// for any other, of which ``blob(_:limit:)`` says more.
    package func smallBlobs(_ hashes: [BlobHash], limit: Int) throws(StoreError) -> [[UInt8]?] {
        try file.read { try BlobTable(database: $0).onlyRows(of: hashes, limit: limit) }
    }

    /// How many bytes a blob has; `nil` when it is missing. Throws `.damaged(.blob)`.
    package func blobLength(_ hash: BlobHash) throws(StoreError) -> Int? {
        try file.read { try BlobTable(database: $0).length(of: hash) }
    }

    /// Whether there are rows under this name, whole or not.
    package func hasBlob(_ hash: BlobHash) throws(StoreError) -> Bool {
        try file.read { try BlobTable(database: $0).contains(hash) }
    }

    /// Hands out a blob in pieces of 65,536 bytes, the last one shorter, holding one in memory; the vault stands still meanwhile.
    /// False, and no piece, when it is missing. Throws `.damaged(.blob)`, perhaps after some pieces.
    package func readBlob(_ hash: BlobHash, chunk: ([UInt8]) throws -> Void) throws -> Bool {
        try snapshot {
            guard let length = try blobLength(hash) else { return false }
            var number = 0
            while let piece = try blobPiece(number, of: hash, length: length) {
                try chunk(piece)
                number += 1
            }
            return true
        }
    }

    /// Piece `number` of a blob, from 0, of 65,536 bytes or what is left; `nil` after the last. `length` is what ``blobLength(_:)``
    /// said. For whoever takes piece after piece, such as a ``BlobStream``. Throws `.damaged(.blob)`.
    package func blobPiece(_ number: Int, of hash: BlobHash, length: Int) throws(StoreError) -> [UInt8]? {
        guard number < BlobTable.pieces(in: length) else { return nil }
        return try file.read { try BlobTable(database: $0).piece(number, of: hash, length: length) }
    }

    /// The names of the newest blobs of at most 65,536 bytes that begin with `magic`, at most `limit`: what somebody looks through who
    /// cannot yet read the entries that name them.
    package func newestBlobs(magic: [UInt8], limit: Int) throws(StoreError) -> [BlobHash] {
        try file.read { try BlobTable(database: $0).newestNames(beginningWith: magic, limit: limit) }
    }

    /// Hands out the names of all blobs, in their order, with how many bytes each has.
    package func blobHashes(_ body: (BlobHash, Int) throws -> Void) throws {
        var last: BlobHash?
        while true {
            let page = try file.read { try BlobTable(database: $0).names(after: last) }
            guard let end = page.last else { return }
            for blob in page { try body(blob.hash, blob.length) }
            last = end.hash
        }
    }
}

// Join requests: blobs that no entry names, known by what they begin with. They alone come and go without an entry.
extension VaultFile {
    /// Puts a join request into the vault. Throws `.tooLarge` above ``largestRequest``.
    package func putRequest(_ request: Blob) throws(StoreError) {
        guard request.bytes.count <= Self.largestRequest else { throw .tooLarge }
        try changeBlobs { try $0.put(request) }
    }

    /// Takes a join request out of the vault; one that is gone already is no error.
    package func dropRequest(_ hash: BlobHash) throws(StoreError) {
        try changeBlobs { try $0.remove(hash) }
    }

    /// The oldest blobs that begin with `magic` and are no larger than a join request, at most `limit`.
    package func requests(magic: [UInt8], limit: Int = 16) throws(StoreError) -> [Blob] {
        try file.read { try BlobTable(database: $0).blobs(beginningWith: magic, largest: Self.largestRequest, limit: limit) }
    }

    private func changeBlobs(_ body: (BlobTable) throws -> Void) throws(StoreError) {
        do {
            try file.write { try body(BlobTable(database: $0)) }
        } catch {
            throw StoreError(error)
        }
    }
}
