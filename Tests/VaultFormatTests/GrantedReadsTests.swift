import Testing
import VaultFormat
import VaultTestkit

/// ReadKeys of earlier epochs for one newcomer: a first epoch and wraps without gaps.
@Suite struct GrantedReadsTests {
    private static let heading = Array("kluis.reads/v1\nfrom 7\n".utf8)
    private static func wrap(_ byte: UInt8) -> [UInt8] { [UInt8](repeating: byte, count: 1168) }

    @Test func theLayoutIsHeadingAndWraps() throws {
        let reads = try GrantedReads(parsing: Self.heading + Self.wrap(1) + Self.wrap(2))
        #expect(reads.from == 7)
        #expect(reads.wraps.map(\.bytes) == [Self.wrap(1), Self.wrap(2)])
        #expect(reads.bytes == Self.heading + Self.wrap(1) + Self.wrap(2))
        #expect(GrantedReads(from: 7, wraps: reads.wraps) == reads)
    }

    @Test func noneAndTooManyAreRefused() throws {
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: Self.heading) }
        let full = Self.heading + [UInt8](repeating: 0, count: 1168 * GrantedReads.maximumCount)
        #expect(try GrantedReads(parsing: full).wraps.count == GrantedReads.maximumCount)
        #expect(full.count <= Limits.payload)
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: full + Self.wrap(0)) }
    }

    @Test func everyCutAndEveryChangedByteOfTheHeading() throws {
        let bytes = Self.heading + Self.wrap(1) + Self.wrap(2)
        for length in bytes.indices where length != Self.heading.count + 1168 {
            #expect(throws: FormatError.layout) { try GrantedReads(parsing: Array(bytes[..<length])) }
        }
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: bytes + [0]) }
        for place in Self.heading.indices {
            var changed = bytes
            changed[place] ^= 1
            if place == Self.heading.count - 2 {
                #expect(try GrantedReads(parsing: changed).from == 6)
            } else {
                #expect(throws: FormatError.layout, "at \(place)") { try GrantedReads(parsing: changed) }
            }
        }
    }

    @Test(arguments: ["", "0", "01", "+1", "-1", "1 ", "4294967296", "18446744073709551617"])
    func theFirstEpochIsACountOf32Bits(_ text: String) {
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: Array("kluis.reads/v1\nfrom \(text)\n".utf8) + Self.wrap(1)) }
    }

    /// So are all the others: a key is derived for each, and no epoch has more than 32 bits.
    @Test func theLastEpochIsOneThatCanBe() throws {
        let heading = Array("kluis.reads/v1\nfrom 4294967295\n".utf8)
        #expect(try GrantedReads(parsing: heading + Self.wrap(1)).from == Int(UInt32.max))
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: heading + Self.wrap(1) + Self.wrap(2)) }
        let before = Array("kluis.reads/v1\nfrom 4294967294\n".utf8)
        #expect(try GrantedReads(parsing: before + Self.wrap(1) + Self.wrap(2)).wraps.count == 2)
        #expect(throws: FormatError.layout) { try GrantedReads(parsing: before + Self.wrap(1) + Self.wrap(2) + Self.wrap(3)) }
    }
}
