import Testing
import VaultFormat
import VaultTestkit

/// Six words of eleven bits, and what people make of them when they type.
@Suite struct WordCodeTests {
    @Test func theFirstBitIsTheMostSignificantOfTheFirstWord() {
        let first = WordList.words[0], last = WordList.words[2047]
        #expect(WordCode(bits: [UInt8](repeating: 0, count: 9)).words == Array(repeating: first, count: 6))
        #expect(WordCode(bits: [UInt8](repeating: 255, count: 9)).words == Array(repeating: last, count: 6))
        #expect(
            WordCode(bits: [0x80] + [UInt8](repeating: 0, count: 8)).words == [WordList.words[1024]] + Array(repeating: first, count: 5))
        #expect(
            WordCode(bits: [0x00, 0x20] + [UInt8](repeating: 0, count: 7)).words == [WordList.words[1]] + Array(repeating: first, count: 5))
        // 11 bits of one, 11 of zero, 11 of one, ... as bits in a row.
        #expect(WordCode(bits: [0xff, 0xe0, 0x03, 0xff, 0x80, 0x0f, 0xfe, 0x00, 0x00]).words == [last, first, last, first, last, first])
    }

    @Test func onlySixtySixBitsCount() {
        let nine = Array(UInt8(1)...9)
        #expect(WordCode(bits: nine) == WordCode(bits: nine + [1, 2, 3]))
        #expect(WordCode(bits: nine) == WordCode(bits: nine.dropLast() + [9 ^ 0x3f]))
        #expect(WordCode(bits: nine) != WordCode(bits: nine.dropLast() + [9 ^ 0x40]))
    }

    @Test func bitsAndWordsSayTheSame() {
        var random = SeededGenerator(seed: 13)
        for _ in 0..<200 {
            let bytes = random.bytes(9)
            var bits = bytes.flatMap { byte in (0..<8).map { Int(byte >> UInt8(7 - $0)) & 1 } }[...]
            let expected = (0..<6).map { _ in
                defer { bits = bits.dropFirst(11) }
                return WordList.words[bits.prefix(11).reduce(0) { $0 * 2 + $1 }]
            }
            #expect(WordCode(bits: bytes).words == expected)
        }
    }

    @Test func whatPeopleTypeIsRead() throws {
        var random = SeededGenerator(seed: 14)
        for _ in 0..<20 {
            let code = WordCode(bits: random.bytes(9))
            let words = code.words.joined(separator: " ")
            let short = code.words.map { String($0.prefix(4)) }.joined(separator: "\u{a0}")
            let commas = code.words.joined(separator: ", ")
            let hyphens = code.words.joined(separator: "-")
            let lines = "  " + code.words.joined(separator: "\n\t") + ".\n"
            for typed: String in [words, short, commas, hyphens, lines, words.uppercased(), short.uppercased()] {
                #expect(try WordCode(typed: typed) == code)
            }
        }
    }

    @Test func theWordAtFaultIsCounted() {
        let six = WordCode(bits: [UInt8](repeating: 0x5a, count: 9)).words
        #expect(throws: FormatError.word(1)) { try WordCode(typed: "") }
        #expect(throws: FormatError.word(1)) { try WordCode(typed: " ,.- ") }
        for place in 0..<6 {
            #expect(throws: FormatError.word(place + 1)) { try WordCode(typed: six[..<place].joined(separator: " ")) }
            for wrong in ["xqzj", String(six[place].prefix(3)), six[place] + "x", "é", "🙂🙂", "1234"] {
                var typed = six
                typed[place] = wrong
                #expect(throws: FormatError.word(place + 1)) { try WordCode(typed: typed.joined(separator: " ")) }
            }
        }
        #expect(throws: FormatError.word(7)) { try WordCode(typed: (six + [six[0]]).joined(separator: " ")) }
        #expect(throws: FormatError.word(7)) { try WordCode(typed: String(repeating: six[0] + " ", count: 10_000)) }
    }
}
