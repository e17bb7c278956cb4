import VaultCrypto
import VaultFormat
import VaultSystem

/// A vault as a file like any other: what somebody has who has neither a key nor Kluis.
struct RawVault {
    private(set) var bytes: [UInt8]

    /// Far more than a story writes.
    private static let limit = 16 << 20
    private static let longestEntry = 2048

    init(_ path: String) throws(SystemError) {
        bytes = try Files.read(path, limit: Self.limit)
    }

    /// What the file tells without a key.
    struct Traces {
        /// How many entries the log has, and when the first and the last of them were made.
        var entries: Int { times.count }
        var first: Instant? { times[0] }
        var last: Instant? { times[times.count - 1] }
        /// Under how many names the entries are signed.
        let signers: Int
        /// How many sealed pieces there are.
        let sealed: Int
        /// How long the file is.
        let bytes: Int

        /// By index.
        fileprivate let times: [Int: Instant]
    }

    /// Reads the entries, which are signed and not sealed, wherever they lie in the file.
    var traces: Traces {
        var times: [Int: Instant] = [:]
        var signers: Set<Substring> = []
        for start in positions(of: Array("kluis.entry/v1\n".utf8)) {
            let note = String(decoding: bytes[start...].prefix(Self.longestEntry), as: UTF8.self)
            guard let gap = note.firstRange(of: "\n\n"), let entry = try? EntryText(parsing: Array(note[..<gap.lowerBound].utf8) + [0x0a])
            else { continue }
            times[entry.tree.size] = entry.time
            signers.formUnion(note[gap.upperBound...].split(separator: " ", maxSplits: 2).dropFirst().prefix(1))
        }
        return Traces(signers: signers.count, sealed: positions(of: SealedLayout.magic).count, bytes: bytes.count, times: times)
    }

    /// The name of the sealed piece that holds a text of so many bytes. How long it is sealed is known, and in the file each piece
    /// stands behind its SHA-256, by which it is recognised.
    func sealedText(ofLength length: Int) -> BlobHash? {
        let sealed = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: length))
        for start in positions(of: SealedLayout.magic) where start >= BlobHash.count && start + sealed <= bytes.count {
            let name = BlobHash(trusted: Array(bytes[start - BlobHash.count..<start]))
            if BlobHash.of(Array(bytes[start..<start + sealed])) == name { return name }
        }
        return nil
    }

    /// Changes one bit in the middle of what is sealed under this name; doing it again puts it back. False when it is not there.
    mutating func flipByte(of name: BlobHash) -> Bool {
        guard let start = positions(of: name.bytes + SealedLayout.magic).first else { return false }
        let place = start + BlobHash.count + SealedLayout.preambleLength + SealedLayout.innerPreambleLength
        guard bytes.indices.contains(place) else { return false }
        bytes[place] ^= 1
        return true
    }

    private func positions(of pattern: [UInt8]) -> [Int] {
        bytes.indices.filter { bytes[$0] == pattern[0] && bytes[$0...].starts(with: pattern) }
    }
}

/// Words that somebody looks for in a file, as they are spelled. All have six letters or more: shorter ones turn up in any noise.
struct Wanted {
    private let words: [[UInt8]: [[UInt8]]]

    private static let shortest = 6

    /// Every word of six letters or more in these texts.
    init(wordsOf texts: [String]) {
        let words = texts.flatMap { $0.split { !$0.isLetter } }
        self.init(phrases: words.filter { $0.count >= Self.shortest }.map(String.init))
    }

    /// These, as they stand.
    init(phrases: [String]) {
        let wanted = Set(phrases.map { Array($0.utf8) }).filter { $0.count >= Self.shortest }
        words = Dictionary(grouping: wanted) { Array($0.prefix(Self.shortest)) }
    }

    /// How many words are looked for.
    var count: Int { words.values.reduce(0) { $0 + $1.count } }

    /// How many of them are there at least once.
    func found(in bytes: [UInt8]) -> Int {
        var found: Set<[UInt8]> = []
        for start in bytes.indices.dropLast(Self.shortest - 1) {
            let rest = bytes[start...]
            for word in words[Array(rest.prefix(Self.shortest))] ?? [] where rest.starts(with: word) { found.insert(word) }
        }
        return found.count
    }
}
