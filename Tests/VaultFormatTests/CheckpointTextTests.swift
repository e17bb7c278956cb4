import Testing
import VaultFormat

/// Three lines and no more.
@Suite struct CheckpointTextTests {
    private static let root = "2d9X2P4cOnFQlxMURJxOa+XYfwtzX+gQNPVZt2uY75Y="
    private static let valid = "vault.example/intervisie/g7\n300\n\(root)\n"

    private func parse(_ text: String) throws(FormatError) -> CheckpointText { try CheckpointText(parsing: Array(text.utf8)) }

    @Test func theLinesAreOriginSizeAndRoot() throws {
        let text = try parse(Self.valid)
        #expect(text.origin == "vault.example/intervisie/g7" && text.head.size == 300 && text.head.root.base64 == Self.root)
        #expect(text == CheckpointText(origin: text.origin, head: text.head))
    }

    @Test func everyChangedByteIsRefusedOrAnotherCheckpoint() throws {
        #expect(try sweep(Array(Self.valid.utf8), parse: CheckpointText.init(parsing:), print: \.bytes) > 1000)
    }

    @Test func theLineAtFaultIsNamed() {
        #expect(throws: FormatError.line(1)) { try parse("") }
        #expect(throws: FormatError.line(1)) { try parse("\n300\n\(Self.root)\n") }
        #expect(throws: FormatError.line(1)) { try parse("a b\n300\n\(Self.root)\n") }
        #expect(throws: FormatError.line(1)) { try parse("a+b\n300\n\(Self.root)\n") }
        #expect(throws: FormatError.line(1)) { try CheckpointText(parsing: [0x61, 0xff, 0x0a] + Array("300\n\(Self.root)\n".utf8)) }
        #expect(throws: FormatError.line(2)) { try parse("a\n0300\n\(Self.root)\n") }
        #expect(throws: FormatError.line(2)) { try parse("a\n\n\(Self.root)\n") }
        #expect(throws: FormatError.line(3)) { try parse("a\n300\n\(Self.root.dropLast())\n") }
        #expect(throws: FormatError.line(3)) { try parse("a\n300\n\(Self.root)") }
        #expect(throws: FormatError.line(4)) { try parse("a\n300\n\(Self.root)\nextension\n") }
        #expect(throws: FormatError.line(4)) { try parse("a\n300\n\(Self.root)\n\n") }
    }
}
