package import VaultFormat

/// A MasterKey on paper: a byte that says the version, then the key, cut into eight lines of words. From it come all signing keys again,
/// and no key of a circle.
///
/// Why that is safe here. The sheet is the key itself, in words: whoever finds it can do what its owner could with a lost computer's
/// signing keys, and opens with it the files of a home, if they have those. So it is made only when it is asked for, and its words are
/// remembered nowhere. Here its bytes stay in guarded memory; what leaves are Strings of four words, one line at a time.
package struct PaperSheet: ~Copyable {
    /// Version and key.
    private let bytes: GuardedBytes

    private static let byteCount = PaperLine.count * PaperLine.bitCount / 8
    private static let version: UInt8 = 1
    /// Four words of eight letters with room around them; what is longer is no line of a sheet.
    private static let lineLength = 256

    /// The sheet of a key.
    package init(_ master: borrowing MasterKey) {
        var bytes = GuardedBytes(count: Self.byteCount)
        bytes.withMutableBytes { bytes in
            bytes[0] = Self.version
            master.bytes.withBytes { key in
                for index in key.indices { bytes[1 + index] = key[index] }
            }
        }
        self.bytes = bytes
    }

    private init(bytes: consuming GuardedBytes) { self.bytes = bytes }

    /// The eight lines as they are written down, four words each.
    package borrowing func lines() -> [String] {
        bytes.withBytes { bytes in
            (1...PaperLine.count).map { PaperLine.text(ofLine: $0, bits: Self.bits(ofLine: $0, in: bytes)) }
        }
    }

    /// The six words that show which sheet it is. They do not help to find the key. Throws ``CryptoError/outOfMemory``.
    package borrowing func words() throws(CryptoError) -> WordCode {
        WordCode(bits: try WordCode.bits(for: .words(paper: bytes.withBytes { Sodium.sha256(ofSecret: $0) })))
    }

    /// The key.
    package borrowing func master() -> MasterKey { MasterKey(bytes: bytes.guardedCopy(1..<Self.byteCount)) }

    /// Reads a sheet line by line, straight into guarded memory. `fill` gets the number of the line that is wanted, 1 to 8, and 256 bytes,
    /// writes what was typed to their beginning and returns its length; it is asked again for an empty line. `refused` hears what is wrong
    /// with a line; where it returns, the line is asked for again. Throws ``CryptoError/unknownVersion``, and what the two throw.
    package static func read(
        _ fill: (Int, inout MutableRawSpan) throws -> Int, refused: (PaperFault) throws -> Void
    ) throws -> PaperSheet {
        var bytes = GuardedBytes(count: byteCount)
        var typed = GuardedBytes(count: lineLength)
        var number = 1
        while number <= PaperLine.count {
            let count = try typed.withMutableBytes { typed in
                // Sound: every byte is a valid UInt8, whatever is written.
                var raw = unsafe typed.mutableBytes
                return try fill(number, &raw)
            }
            precondition((0...lineLength).contains(count))
            do throws(PaperFault) {
                let bits = try typed.withBytes { typed throws(PaperFault) -> UInt64? in
                    let line = typed.extracting(0..<count)
                    return PaperLine.isBlank(line) ? nil : try PaperLine.bits(ofLine: number, typed: line)
                }
                guard let bits else { continue }
                bytes.withMutableBytes { put(bits, ofLine: number, into: &$0) }
                number += 1
            } catch {
                try refused(error)
            }
        }
        guard bytes.withBytes({ $0[0] }) == version else { throw CryptoError.unknownVersion }
        return PaperSheet(bytes: bytes)
    }

    /// Bits count from the highest of the first byte.
    private static func bits(ofLine number: Int, in bytes: Span<UInt8>) -> UInt64 {
        places(ofLine: number).reduce(0) { $0 << 1 | UInt64(bytes[$1 / 8] >> UInt8(7 - $1 % 8) & 1) }
    }

    private static func put(_ bits: UInt64, ofLine number: Int, into bytes: inout MutableSpan<UInt8>) {
        for (index, place) in places(ofLine: number).enumerated() {
            let bit = UInt8(truncatingIfNeeded: bits >> UInt64(PaperLine.bitCount - 1 - index)) & 1
            bytes[place / 8] |= bit << UInt8(7 - place % 8)
        }
    }

    private static func places(ofLine number: Int) -> Range<Int> {
        (number - 1) * PaperLine.bitCount..<number * PaperLine.bitCount
    }
}
