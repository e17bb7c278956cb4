import Testing
import VaultFormat

/// One spelling per value: lower case, two digits a byte.
@Suite struct HexTests {
    @Test func everyByteHasOneSpelling() throws {
        for first in UInt8.min...UInt8.max {
            let text = Hex.encode([first])
            #expect(text.utf8.count == 2)
            #expect(try Hex.decode(Array(text.utf8), count: 1) == [first])
        }
        var accepted = 0
        for first in UInt8.min...UInt8.max {
            for second in UInt8.min...UInt8.max {
                guard let bytes = try? Hex.decode([first, second], count: 1) else { continue }
                accepted += 1
                #expect(Hex.encodeBytes(bytes) == [first, second])
            }
        }
        #expect(accepted == 256)
    }

    @Test func otherLengthsAndUpperCaseAreRefused() {
        for text in ["", "0", "000", "0000", "0A", "AB", "0x", " 0", "0 ", "g0", "½"] {
            #expect(throws: FormatError.hex) { try Hex.decode(Array(text.utf8), count: 1) }
        }
        #expect(throws: FormatError.hex) { try GroupID(hex: Array(String(repeating: "0", count: 30).utf8)) }
        #expect(throws: FormatError.hex) { try GroupID(hex: Array(String(repeating: "0", count: 34).utf8)) }
    }

    @Test func identifiersKeepTheirBytes() throws {
        let id = MemberID(trusted: Array(240...255))
        #expect(id.hex == "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff")
        #expect(try MemberID(hex: Array(id.hex.utf8)) == id)
        #expect(try MemberID(exactly: id.bytes) == id)
        #expect(throws: FormatError.layout) { try MemberID(exactly: id.bytes + [0]) }
        #expect(throws: FormatError.layout) { try MemberID(exactly: []) }
    }
}
