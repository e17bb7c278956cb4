import Testing
import VaultFormat
import VaultTestkit

/// What people may write in one line and in a body, and where a fault is said to be.
@Suite struct WrittenTextTests {
    private func line(_ text: String, limit: Int = 200) throws(FormatError) -> String { try Line(text, limit: limit).text }
    private func body(_ bytes: [UInt8]) throws(FormatError) -> String { try BodyText(bytes).text }

    @Test(arguments: [
        ("a", "a"), ("  Casus één \t", "Casus één"), ("\na b\r\n", "a b"), ("\u{a0}x\u{3000}", "x"), ("🙂 <b>&amp;</b>", "🙂 <b>&amp;</b>"),
    ])
    func aLineIsTrimmedAndElseKept(typed: String, kept: String) throws {
        #expect(try line(typed) == kept)
        #expect(try Line(Array(typed.utf8), limit: 200).text == kept)
        #expect(try line(kept) == kept)
    }

    @Test func normalisationIsLeftToTheWriter() throws {
        #expect(Array(try line("e\u{301}").utf8) == [0x65, 0xcc, 0x81])
        #expect(Array(try line("\u{e9}").utf8) == [0xc3, 0xa9])
    }

    @Test(arguments: ["", " ", "\t\n", "\u{a0}\u{2003}\u{3000}", "\u{85}"]) func nothingButSpaceIsEmpty(typed: String) {
        #expect(throws: FormatError.text(.empty)) { try line(typed) }
    }

    @Test func everyControlFormatAndBidiCharacterIsRefusedAtItsPlace() {
        var refused = 0
        for value: UInt32 in 0...0x10ffff {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let category = scalar.properties.generalCategory
            guard [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) else { continue }
            refused += 1
            #expect(throws: FormatError.text(.control(position: 4))) { try line(" éb\(scalar)c") }
        }
        #expect(refused >= 65 + 2 + 150)
        for bidi in "\u{61c}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2066}\u{2067}\u{2068}\u{2069}".unicodeScalars {
            #expect(throws: FormatError.text(.control(position: 1))) { try line("\(bidi)abc") }
        }
        // A byte order mark, a zero width joiner and an escape sequence.
        #expect(throws: FormatError.text(.control(position: 1))) { try line("\u{feff}abc") }
        #expect(throws: FormatError.text(.control(position: 2))) { try line("👩\u{200d}🦰") }
        #expect(throws: FormatError.text(.control(position: 3))) { try line("ab\u{1b}[31m") }
    }

    @Test func limitsCountScalarsAfterTrimming() throws {
        let flag = "🇳🇱"
        #expect(flag.count == 1 && flag.unicodeScalars.count == 2)
        #expect(try line("  \(flag)\(flag)  ", limit: 4) == flag + flag)
        #expect(throws: FormatError.text(.tooLong(limit: 4))) { try line("\(flag)\(flag)x", limit: 4) }
        #expect(try line(String(repeating: "é", count: Limits.title), limit: Limits.title).utf8.count == 2 * Limits.title)
        #expect(throws: FormatError.text(.tooLong(limit: Limits.title))) { try line(String(repeating: "é", count: Limits.title + 1)) }
        #expect(throws: FormatError.text(.tooLong(limit: Limits.name))) { try line(String(repeating: "a", count: 101), limit: Limits.name) }
    }

    @Test func bytesThatAreNotUTF8AreRefusedAtTheirPlace() {
        for (bytes, position): ([UInt8], Int) in [
            ([0x80], 1), ([0x61, 0xff], 2), ([0xc3, 0xa9, 0xc3], 3), ([0xc3, 0xa9, 0xed, 0xa0, 0x80], 3),
            ([0xf0, 0x9f, 0x99, 0x82, 0xc0, 0x80], 5),
        ] {
            #expect(throws: FormatError.text(.notUTF8(position: position))) { try body(bytes) }
            #expect(throws: FormatError.text(.notUTF8(position: position))) { try Line(bytes, limit: 200) }
        }
    }

    @Test func aBodyKeepsWhatWasTyped() throws {
        let typed = "  \u{1b}[0m\tTab\u{202e}\u{200d}\u{7f}\n\n e\u{301} \r alone\u{85}\u{2028} \u{1}\n "
        #expect(try body(Array(typed.utf8)).utf8.elementsEqual(typed.utf8))
        #expect(try body([]).isEmpty)
    }

    @Test(arguments: [
        ("a\r\nb\r\n", "a\nb\n"), ("a\rb\r", "a\rb\r"), ("\r\r\n", "\r\n"), ("\n\r", "\n\r"), ("\u{feff}a", "a"),
        ("\u{feff}\u{feff}a", "\u{feff}a"),
        ("a\u{feff}", "a\u{feff}"), ("\u{feff}", ""), ("\u{feff}\r\n", "\n"),
    ])
    func lineEndsAndALeadingMarkAreTidied(typed: String, kept: String) throws {
        #expect(try body(Array(typed.utf8)).utf8.elementsEqual(kept.utf8))
    }

    @Test func aFaultInABodyIsAPlaceInWhatWasTyped() {
        #expect(throws: FormatError.text(.nul(position: 1))) { try body([0]) }
        #expect(throws: FormatError.text(.nul(position: 3))) { try body(Array("é🙂\u{0}\u{0}".utf8)) }
        #expect(throws: FormatError.text(.nul(position: 5))) { try body(Array("\u{feff}a\r\n\u{0}".utf8)) }
        #expect(throws: FormatError.text(.notUTF8(position: 7))) { try body(Array("\u{feff}a\r\n".utf8) + [0xff]) }
    }

    @Test func aBodyHasALimitInBytes() throws {
        let most = [UInt8](repeating: 0x61, count: Limits.textPart)
        #expect(try body(most).utf8.count == Limits.textPart)
        #expect(throws: FormatError.text(.tooManyBytes(limit: Limits.textPart))) { try body(most + [0x61]) }
        #expect(try body([0xef, 0xbb, 0xbf] + most).utf8.count == Limits.textPart)
    }

    @Test func anyBytesGiveATextOrAFault() {
        var random = SeededGenerator(seed: 12)
        for _ in 0..<20_000 {
            let bytes = random.bytes(Int.random(in: 0...6, using: &random))
            if let text = try? BodyText(bytes).text { #expect(!text.utf8.contains(0)) }
            if let text = try? Line(bytes, limit: 4).text { #expect((1...4).contains(text.unicodeScalars.count)) }
        }
    }
}
