import Testing
import VaultFormat
import VaultTestkit

/// Names and hashes that are kept in place are the bytes they were made of, all of them and no others.
struct ShortBytesTests {
    private static let ascending = (0..<32).map { UInt8(7 * $0 + 1) }

    @Test func bytesComeBack() throws {
        #expect(BlobHash(trusted: Self.ascending).bytes == Self.ascending)
        #expect(ItemID(trusted: Array(Self.ascending[..<16])).bytes == Array(Self.ascending[..<16]))
        #expect(try TreeHash(exactly: Self.ascending).withBytes { bytes in bytes.indices.map { bytes[$0] } } == Self.ascending)
        #expect(throws: FormatError.layout) { try BlobHash(exactly: Array(Self.ascending.dropLast())) }
        #expect(throws: FormatError.layout) { try GroupID(exactly: Self.ascending) }
    }

    @Test func everyByteCounts() {
        let first = BlobHash(trusted: Self.ascending)
        for place in 0..<32 {
            var bytes = Self.ascending
            bytes[place] ^= 0x80
            let other = BlobHash(trusted: bytes)
            #expect(first != other && first.hashValue != other.hashValue, "byte \(place)")
            #expect(other == BlobHash(trusted: bytes))
        }
    }

    @Test func orderIsThatOfTheBytes() {
        var generator = SeededGenerator(seed: 5)
        for _ in 0..<2000 {
            // Few values, so that many beginnings are equal.
            let (left, right) = (
                (0..<16).map { _ in UInt8.random(in: 0...1, using: &generator) * 0xff },
                (0..<16).map { _ in UInt8.random(in: 0...1, using: &generator) * 0xff }
            )
            #expect((MemberID(trusted: left) < MemberID(trusted: right)) == left.lexicographicallyPrecedes(right))
            #expect((CircleID(trusted: left) < CircleID(trusted: right)) == left.lexicographicallyPrecedes(right))
        }
        #expect(!(MemberID.filled(3) < MemberID.filled(3)))
    }

    @Test func spellingsOfAnotherLengthAreRefused() throws {
        for count in 0...40 where count != 16 {
            let bytes = [UInt8](repeating: 0xa5, count: count)
            #expect(throws: FormatError.hex) { try ItemID(hex: Hex.encodeBytes(bytes)) }
            #expect(throws: FormatError.base64) { try ItemID(base64: Base64.encodeBytes(bytes)) }
        }
        for count in 0...40 where count != 32 {
            let bytes = [UInt8](repeating: 0xa5, count: count)
            #expect(throws: FormatError.hex) { try BlobHash(hex: Hex.encodeBytes(bytes)) }
            #expect(throws: FormatError.base64) { try BlobHash(base64: Base64.encodeBytes(bytes)) }
        }
        #expect(try ItemID(base64: Base64.encodeBytes([UInt8](repeating: 0xa5, count: 16))) == .filled(0xa5))
        #expect(try BlobHash(hex: Hex.encodeBytes([UInt8](repeating: 0xa5, count: 32))) == .filled(0xa5))
    }
}
