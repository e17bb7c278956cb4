import Testing
import VaultTestkit

@testable import VaultFormat

/// What an import says of its cases: in the payload, and in the list that it names.
struct ImportListTests {
    private static let heading = Array("kluis.import/v1\n".utf8)

    /// Written out by hand, not by the program.
    private static func record(_ byte: UInt8) -> [UInt8] {
        [UInt8](repeating: byte, count: 16) + (1...4).flatMap { [UInt8](repeating: byte + $0, count: 32) }
    }

    @Test func theLayoutIsHeadingAndRecords() throws {
        let bytes = Self.heading + Self.record(1) + Self.record(11)
        let list = try ImportList(parsing: bytes)
        #expect(
            list.items
                == [1, 11].map { byte in
                    ImportList.Item(
                        id: .filled(byte), summary: ImportList.Sealed(blob: .filled(byte + 1), commitment: .filled(byte + 2)),
                        body: ImportList.Sealed(blob: .filled(byte + 3), commitment: .filled(byte + 4)))
                })
        #expect(list.bytes == bytes)
        #expect(ImportList(items: list.items) == list)
    }

    @Test func whatIsNoList() throws {
        let bytes = Self.heading + Self.record(1) + Self.record(11)
        for length in bytes.indices where length != Self.heading.count + 144 {
            #expect(throws: FormatError.layout) { try ImportList(parsing: Array(bytes[..<length])) }
        }
        #expect(throws: FormatError.layout) { try ImportList(parsing: bytes + [0]) }
        #expect(throws: FormatError.layout) { try ImportList(parsing: Array("kluis.import/v2\n".utf8) + Self.record(1)) }
        #expect(throws: FormatError.layout) { try ImportList(parsing: Array("kluis.manifest/v1\n".utf8) + Self.record(1)) }
        for place in Self.heading.indices {
            var flipped = bytes
            flipped[place] ^= 1
            #expect(throws: FormatError.layout) { try ImportList(parsing: flipped) }
        }
    }

    @Test func theLimit() throws {
        let most = Self.heading + (0..<Limits.imported).flatMap { _ in Self.record(1) }
        #expect(try ImportList(parsing: most).items.count == Limits.imported)
        #expect(SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: most.count)) == ImportList.sealedLimit)
        #expect(throws: FormatError.tooLarge) { try ImportList(parsing: most + Self.record(1)) }
    }

    private static let circle = String(repeating: "d0", count: 16), name = String(repeating: "A", count: 43) + "="

    private func reading(
        first: String = "2", count: String = "3", circle: String = "\"\(circle)\"", generation: String = "1", list: String = "\"\(name)\"",
        more: String = ""
    ) throws(FormatError) -> Payload.Reading {
        let text =
            "{\"circle\":\(circle),\"count\":\(count),\"event\":\"cases.imported\",\"first\":\(first),\"generation\":\(generation),"
            + "\"list\":\(list),\"outcome\":0,\"program\":\"kluis/0.1.0\"\(more)}"
        return try Payload.read(Array(text.utf8))
    }

    @Test func thePayload() throws {
        let work = CaseImport(first: 2, count: 3, circle: .filled(0xd0), generation: 1, list: .filled(0))
        #expect(try reading() == .known(Payload(.casesImported, .imported(work))))
        #expect(try Payload.read(Payload(.casesImported, .imported(work)).bytes) == reading())
        #expect(work.numbers == 2...4)
        #expect(try reading(first: "1", count: "\(Limits.imported)") != reading())
    }

    @Test func whatIsNoPayload() {
        for wrong in ["0", "-1", "\"2\"", "null", "9007199254740991"] {
            #expect(throws: FormatError.member) { try reading(first: wrong) }
        }
        for wrong in ["0", "\(Limits.imported + 1)", "\"2\"", "null"] { #expect(throws: FormatError.member) { try reading(count: wrong) } }
        for wrong in ["0", "4294967296"] { #expect(throws: FormatError.member) { try reading(generation: wrong) } }
        #expect(throws: FormatError.hex) { try reading(circle: "\"d0\"") }
        #expect(throws: FormatError.base64) { try reading(list: "\"AAAA\"") }
        #expect(throws: FormatError.member) { try reading(more: ",\"texts\":1") }
    }
}
