/// The first 100 bytes of an SQLite file, compared with what this program writes before SQLite sees the file.
/// Source: <https://www.sqlite.org/fileformat2.html>, section 1.3.
struct FileHeader {
    static let count = 100
    private static let magic = Array("SQLite format 3\0".utf8)
    private let bytes: [UInt8]

    /// Takes what the file begins with. Throws `.notAVault` unless it is a whole header of an SQLite file.
    init(_ bytes: [UInt8]) throws(StoreError) {
        guard bytes.count == Self.count, bytes.starts(with: Self.magic) else { throw .notAVault }
        self.bytes = bytes
    }

    /// Throws `.notAVault` for a file of another kind, `.newerVersion` for a later format, and `.tampered(.header)` for one
    /// of ours in a mode that this program never chooses. WAL is one: SQLite would make two more files beside it.
    func check(_ kind: FileKind) throws(StoreError) {
        guard number(at: 68) == kind.applicationID else { throw .notAVault }
        let version = number(at: 60)
        if version > kind.version { throw .newerVersion }
        guard version == kind.version else { throw .notAVault }
        let pageSize = Int(bytes[16]) << 8 | Int(bytes[17])
        let isOrdinary =
            pageSize == SQLiteFile.pageSize
            && bytes[18...19].elementsEqual([1, 1])  // rollback journal, for writing and for reading
            && bytes[20...23].elementsEqual([0, 64, 32, 32])  // no reserved bytes; the three fixed fractions
            && number(at: 44) == 4  // schema format
            && number(at: 52) == 0 && number(at: 64) == 0  // no automatic vacuum
            && number(at: 56) == 1  // UTF-8
        guard isOrdinary else { throw .tampered(.header) }
    }

    private func number(at offset: Int) -> Int32 {
        Int32(bitPattern: bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) })
    }
}
