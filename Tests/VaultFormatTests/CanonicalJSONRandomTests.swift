import Testing
import VaultFormat
import VaultTestkit

/// Seeded random values and random damage: what is read prints the same, and nothing traps.
@Suite struct CanonicalJSONRandomTests {
    @Test func anyValueComesBack() throws {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<3000 {
            let value = Self.value(depth: 4, &random)
            let read = try CanonicalJSON(parsing: value.bytes)
            #expect(read == value)
            #expect(read.bytes == value.bytes)
        }
    }

    @Test func whateverIsReadPrintsTheSame() {
        var random = SeededGenerator(seed: 7)
        let alphabet = Array("{}[]\":,\\u0019-entrufalsbA \n".utf8) + [0xc3, 0xa9, 0x80, 0xff]
        var accepted = 0
        for _ in 0..<60_000 {
            let bytes = (0..<Int.random(in: 0...12, using: &random)).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)]
            }
            accepted += expectTotal(bytes) ? 1 : 0
        }
        #expect(accepted > 100)
    }

    @Test func damagedTextsAreReadAsTheyStandOrRefused() {
        var random = SeededGenerator(seed: 8)
        for _ in 0..<4000 {
            var bytes = Self.value(depth: 3, &random).bytes
            for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            expectTotal(bytes)
        }
    }

    @Test func everyTruncationIsRefused() {
        let text = Array("{\"a\":[1,-20,\"x\\n\\u0001é\"],\"b\":{\"c\":null,\"d\":true}}".utf8)
        for length in 0..<text.count { #expect(isRefusedAsJSON(Array(text[..<length]))) }
    }

    /// Whether the bytes were accepted.
    @discardableResult
    private func expectTotal(_ bytes: [UInt8]) -> Bool {
        guard let value = try? CanonicalJSON(parsing: bytes) else { return false }
        #expect(value.bytes == bytes)
        return true
    }

    private static func value(depth: Int, _ random: inout SeededGenerator) -> CanonicalJSON {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .int(Int.random(in: -CanonicalJSON.maximumInteger...CanonicalJSON.maximumInteger, using: &random))
        case 3: return .int(Int.random(in: -20...20, using: &random))
        case 4: return .string(string(of: 0...0x10ffff, &random))
        case 5: return .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) })
        default:
            var members: JSONObject = [:]
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                members[string(of: 0x20...0x7e, &random)] = value(depth: depth - 1, &random)
            }
            return .object(members)
        }
    }

    /// Half of the scalars are in the first 128, where the escapes are.
    private static func string(of range: ClosedRange<UInt32>, _ random: inout SeededGenerator) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let upper = Bool.random(using: &random) ? min(127, range.upperBound) : range.upperBound
            if let scalar = Unicode.Scalar(UInt32.random(in: range.lowerBound...upper, using: &random)) { text.append(scalar) }
        }
        return String(text)
    }
}
