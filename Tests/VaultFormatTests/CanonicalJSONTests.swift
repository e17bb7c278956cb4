import Testing
import VaultFormat

/// One byte string per value, and a thrown offset for everything else.
@Suite struct CanonicalJSONTests {
    private func parse(_ text: String) throws(FormatError) -> CanonicalJSON { try CanonicalJSON(parsing: Array(text.utf8)) }

    @Test(arguments: [
        "null", "true", "false", "0", "1", "-1", "9007199254740991", "-9007199254740991", "\"\"", "[]", "{}", "[[],{},null]",
        "{\"a\":1,\"b\":[true,\"x\"]}", "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\"", "\"/ é 🂡 \u{7f} \u{2028}\"", "\"e\u{301}\"",
        "{\"\":0}",
        "{\"A\":0,\"B\":0,\"a\":0,\"aa\":0,\"b\":0}", "[\"\u{10ffff}\"]", "[\"\u{ffff}\"]",
    ])
    func theOneSpellingComesBack(text: String) throws {
        #expect(try parse(text).bytes == Array(text.utf8))
    }

    @Test(arguments: [
        // White space anywhere.
        " 1", "1 ", "1\n", "[1, 2]", "{\"a\": 1}", "{ }", "\u{feff}1",
        // Numbers: zero with a sign, leading zeros, fractions, exponents, too large, not decimal.
        "-0", "00", "01", "-01", "1.0", "0.5", "1.", ".5", "1e0", "1E5", "1e-1", "+1", "-", "--1", "0x10", "NaN", "Infinity",
        "9007199254740992", "-9007199254740992", "99999999999999999999999999999999999999", "1_000",
        // Strings: escapes that have a plain spelling, upper-case hexadecimal, surrogates, unescaped controls, unfinished.
        "\"\\/\"", "\"\\u0041\"", "\"\\u001F\"", "\"\\u000a\"", "\"\\u0022\"", "\"\\u00e9\"", "\"\\ud83c\\udca1\"", "\"\\ud800\"",
        "\"\\udc00\"",
        "\"\\U0000\"", "\"\\u000\"", "\"\\u00\"", "\"\\u", "\"\\", "\"\\x\"", "\"\\v\"", "\"\n\"", "\"\t\"", "\"\u{0}\"", "\"", "\"a",
        "'a'",
        // Objects: order, equal names, names that are not ASCII, commas, keys that are not strings.
        "{\"b\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "{\"a\":1,\"a\":2}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"aa\":0,\"a\":0}",
        "{\"a\":0,\"B\":0}",
        "{\"é\":1}", "{\"e\u{301}\":1}", "{\"\u{212a}\":1}", "{\"\u{7f}\":1}", "{\"\\n\":1}", "{\"a\":1,}", "{,}", "{\"a\"}", "{\"a\":}",
        "{a:1}",
        "{1:1}", "{null:1}", "{\"a\"1}", "{\"a\":1 \"b\":2}", "{\"a\":1", "{\"a\":", "{\"a\"", "{",
        // Arrays and words.
        "[1,]", "[,1]", "[,]", "[1", "[", "]", "[1]]", "[1}", "tru", "truee", "True", "nul", "nulll", "nil", "undefined", "", "1,2", "{}{}",
        "//", "[1]/**/",
    ])
    func everyOtherSpellingIsRefused(text: String) {
        #expect(isRefusedAsJSON(Array(text.utf8)))
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        // Lone continuation bytes, overlong forms, surrogates in UTF-8, beyond U+10FFFF, cut short.
        for bytes: [UInt8] in [
            [0x80], [0xbf], [0xc0, 0x80], [0xc1, 0xbf], [0xe0, 0x80, 0xaf], [0xed, 0xa0, 0x80], [0xed, 0xbf, 0xbf],
            [0xf4, 0x90, 0x80, 0x80],
            [0xf8, 0x88, 0x80, 0x80, 0x80], [0xc3], [0xe2, 0x82], [0xf0, 0x9f, 0x82], [0xfe], [0xff], [0xc3, 0x28],
        ] {
            #expect(isRefusedAsJSON([0x22] + bytes + [0x22]))
            #expect(isRefusedAsJSON(Array("{\"".utf8) + bytes + Array("\":1}".utf8)))
            #expect(isRefusedAsJSON(bytes))
        }
    }

    @Test func nestingIsBounded() throws {
        let deepest = CanonicalJSON.maximumDepth
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + "0" + String(repeating: "]", count: depth) }
        func objects(_ depth: Int) -> String { String(repeating: "{\"a\":", count: depth) + "0" + String(repeating: "}", count: depth) }
        #expect(try parse(nested(deepest)).bytes == Array(nested(deepest).utf8))
        #expect(try parse(objects(deepest)).bytes == Array(objects(deepest).utf8))
        for depth in [deepest + 1, 100_000] {
            #expect(isRefusedAsJSON(Array(nested(depth).utf8)))
            #expect(isRefusedAsJSON(Array(objects(depth).utf8)))
            #expect(isRefusedAsJSON([UInt8](repeating: 0x5b, count: depth + 1)))
        }
    }

    @Test func membersArePrintedInTheOrderOfTheirBytes() {
        let value = CanonicalJSON.object(["b": .int(1), "a": .int(2), "Z": .int(3), "aa": .int(4), "": .int(5), "a b": .int(6)])
        #expect(value.bytes == Array("{\"\":5,\"Z\":3,\"a\":2,\"a b\":6,\"aa\":4,\"b\":1}".utf8))
    }

    @Test func stringsThatOnlyLookAlikeDiffer() throws {
        #expect(try parse("\"é\"") != parse("\"e\u{301}\""))
        #expect(try parse("\"K\"") != parse("\"\u{212a}\""))
        #expect(try parse("\"K\"") == .string("K"))
    }

    @Test func theOffsetSaysWhereReadingStopped() {
        #expect(throws: FormatError.json(offset: 4)) { try parse("[1,2 ]") }
        #expect(throws: FormatError.json(offset: 1)) { try parse("1 ") }
        #expect(throws: FormatError.json(offset: 0)) { try parse("") }
        #expect(throws: FormatError.json(offset: 11)) { try parse("{\"b\":1,\"a\":1}") }
    }
}

/// Refused, and as JSON rather than for another reason.
func isRefusedAsJSON(_ bytes: [UInt8]) -> Bool {
    do throws(FormatError) {
        _ = try CanonicalJSON(parsing: bytes)
        return false
    } catch {
        guard case .json(let offset) = error else { return false }
        return (0...bytes.count).contains(offset)
    }
}
