import Testing
import VaultFormat
import VaultTestkit

/// Wraps by recipient, in order, each recipient once.
@Suite struct DeliveryTests {
    private static let heading = Array("kluis.delivery/v1\ngeneration 7\n".utf8)

    private static func record(_ member: UInt8, _ wrap: UInt8) -> [UInt8] {
        [UInt8](repeating: member, count: 16) + [UInt8](repeating: wrap, count: 1168)
    }

    @Test func theLayoutIsHeadingAndRecords() throws {
        let delivery = try Delivery(parsing: Self.heading + Self.record(1, 7) + Self.record(2, 8))
        #expect(delivery.wraps.count == 2)
        #expect(delivery.generation == 7)
        #expect(delivery.wraps[MemberID(trusted: [UInt8](repeating: 2, count: 16))]?.bytes == [UInt8](repeating: 8, count: 1168))
        #expect(delivery.bytes == Self.heading + Self.record(1, 7) + Self.record(2, 8))
    }

    @Test func anyRecipientsComeBack() throws {
        var random = SeededGenerator(seed: 10)
        for count in [1, 2, 10, Limits.members] {
            var wraps: [MemberID: Delivery.Wrap] = [:]
            while wraps.count < count { wraps[MemberID(trusted: random.bytes(16))] = Delivery.Wrap(trusted: random.bytes(1168)) }
            let delivery = Delivery(generation: count, wraps: wraps)
            #expect(try Delivery(parsing: delivery.bytes) == delivery)
        }
    }

    @Test func orderAndRepetitionAreRefused() {
        #expect(throws: FormatError.layout) { try Delivery(parsing: Self.heading + Self.record(2, 8) + Self.record(1, 7)) }
        #expect(throws: FormatError.layout) { try Delivery(parsing: Self.heading + Self.record(1, 7) + Self.record(1, 7)) }
        #expect(throws: FormatError.layout) { try Delivery(parsing: Self.heading + Self.record(1, 7) + Self.record(1, 8)) }
    }

    @Test func noneAndTooManyAreRefused() throws {
        #expect(throws: FormatError.layout) { try Delivery(parsing: Self.heading) }
        let full = Self.heading + (0..<UInt8(Limits.members)).flatMap { Self.record($0, 0) }
        #expect(try Delivery(parsing: full).wraps.count == Limits.members)
        #expect(throws: FormatError.layout) { try Delivery(parsing: full + Self.record(UInt8(Limits.members), 0)) }
    }

    @Test func everyTruncationIsRefused() {
        let bytes = Self.heading + Self.record(1, 7) + Self.record(2, 8)
        for length in 0..<bytes.count where length != Self.heading.count + 1184 {
            #expect(throws: FormatError.layout) { try Delivery(parsing: Array(bytes[..<length])) }
        }
        #expect(throws: FormatError.layout) { try Delivery(parsing: bytes + [0]) }
    }

    /// All of it but the digit of the generation, which makes it another delivery.
    @Test func everyChangedByteOfHeadingIsRefused() throws {
        let digit = Self.heading.count - 2
        for place in Self.heading.indices {
            var bytes = Self.heading + Self.record(1, 7)
            bytes[place] ^= 1
            if place == digit {
                #expect(try Delivery(parsing: bytes).bytes == bytes)
            } else {
                #expect(throws: FormatError.layout, "at \(place)") { try Delivery(parsing: bytes) }
            }
        }
    }

    @Test(arguments: ["", "0", "01", "+1", "-1", "1 ", "4294967296", "18446744073709551617"])
    func aGenerationIsACountOf32Bits(_ text: String) {
        #expect(throws: FormatError.layout) {
            try Delivery(parsing: Array("kluis.delivery/v1\ngeneration \(text)\n".utf8) + Self.record(1, 7))
        }
    }
}
