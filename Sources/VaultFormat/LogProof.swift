/// The proof that one entry stands in a log, for who has only that entry (https://c2sp.org/tlog-proof): index, hashes, checkpoint.
package struct LogProof: Equatable, Sendable {
    /// The entry's place in the log, from 0.
    package let index: Int
    /// From the leaf towards the root.
    package let hashes: [TreeHash]
    /// The signed checkpoint of the tree.
    package let checkpoint: [UInt8]

    /// More bytes than any proof of ours has.
    package static let longest = 1 << 16

    /// Takes any; what they prove the tree says.
    package init(index: Int, hashes: [TreeHash], checkpoint: [UInt8]) {
        self.index = index
        self.hashes = hashes
        self.checkpoint = checkpoint
    }

    /// Reads the one spelling, without an `extra` line. Throws ``FormatError/line(_:)``.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.count <= Self.longest else { throw .tooLarge }
        var lines = Lines(bytes)
        try lines.expect(Self.heading)
        index = try lines.value(of: "index", Lines.count)
        var hashes: [TreeHash] = []
        while true {
            let line = try lines.next()
            if line.isEmpty {
                checkpoint = Array(bytes[line.endIndex...].dropFirst())
                break
            }
            guard let hash = try? TreeHash(base64: line) else { throw .line(lines.number) }
            hashes.append(hash)
        }
        self.hashes = hashes
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        Array((["\(Self.heading)", "index \(index)"] + hashes.map(\.base64)).joined(separator: "\n").utf8) + [0x0a, 0x0a] + checkpoint
    }

    private static let heading = "c2sp.org/tlog-proof@v1"
}
