import Foundation
import Testing
import VaultTestkit

@testable import VaultFormat

/// What a search takes for equal.
struct FoldingTests {
    /// Every letter U+00C0...U+017F, under what it folds to.
    private static let letters = [
        "a": "ÀÁÂÃÄÅàáâãäåĀāĂăĄą", "ae": "Ææ", "c": "ÇçĆćĈĉĊċČč", "d": "ÐðĎďĐđ", "e": "ÈÉÊËèéêëĒēĔĕĖėĘęĚě", "g": "ĜĝĞğĠġĢģ", "h": "ĤĥĦħ",
        "i": "ÌÍÎÏìíîïĨĩĪīĬĭĮįİı", "ij": "Ĳĳ", "j": "Ĵĵ", "k": "Ķķĸ", "l": "ĹĺĻļĽľĿŀŁł", "n": "ÑñŃńŅņŇňŉŊŋ", "o": "ÒÓÔÕÖØòóôõöøŌōŎŏŐő",
        "oe": "Œœ", "r": "ŔŕŖŗŘř", "s": "ŚśŜŝŞşŠšſ", "ss": "ß", "t": "ŢţŤťŦŧ", "th": "Þþ", "u": "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲų", "w": "Ŵŵ",
        "y": "ÝýÿŶŷŸ",
        "z": "ŹźŻżŽž", "×": "×", "÷": "÷",
    ]

    private func folded(_ text: String) -> String { String(decoding: Folding.folded(Array(text.utf8)), as: UTF8.self) }

    private func scalar(_ value: UInt32) throws -> Unicode.Scalar { try #require(Unicode.Scalar(value)) }

    @Test func everyLatinLetter() throws {
        var seen: Set<UInt32> = []
        for (base, letters) in Self.letters {
            for letter in letters.unicodeScalars {
                #expect(folded(String(letter)) == base, "\(letter)")
                #expect(seen.insert(letter.value).inserted)
            }
        }
        #expect(seen == Set(0xc0...0x17f))
    }

    @Test func asciiAndWhatIsNoLetter() throws {
        for value in UInt32(0)...0xbf {
            let text = String(try scalar(value))
            let expected: String
            switch value {
            case 0x41...0x5a: expected = String(try scalar(value + 32))
            case 0x09...0x0d, 0x20, 0x85, 0xa0: expected = " "
            case 0xad: expected = ""
            default: expected = text
            }
            #expect(folded(text) == expected, "\(value)")
        }
    }

    @Test func marksAndInvisibleCharactersGo() throws {
        for value in UInt32(0x300)...0x36f { #expect(folded("e" + String(try scalar(value)) + "n") == "en") }
        for value in [UInt32(0xad), 0x200b, 0x200c, 0x200d, 0x2060, 0xfeff] {
            #expect(folded("e" + String(try scalar(value)) + "n") == "en")
        }
        #expect(folded("\u{370}") == "\u{370}")
        #expect(folded("Cafe\u{301}") == folded("CAFÉ"))
    }

    @Test func whiteSpaceIsOneSpace() {
        #expect(folded("a \t\r\n\u{a0}\u{2009}\u{2028}\u{3000}\u{1680}\u{202f}\u{205f} b") == "a b")
        #expect(folded("  \u{ad} ") == " ")
        #expect(folded("\u{a0}a ") == " a ")
    }

    @Test func printersSigns() {
        #expect(folded("’t foto\u{2018}s e\u{2011}mail ‐") == "'t foto's e-mail -")
        #expect(folded("€ “ – …") == "€ “ – …")
    }

    @Test func otherScriptsStandAsTheyAre() {
        for text in ["Ελλάς", "Москва", "漢字", "עברית", "😀", "ﬁ", "Ș"] { #expect(folded(text) == text) }
    }

    /// Foundation knows what case and diacritics are. It takes ligatures and stroked letters for letters of their own, which the table
    /// above covers; everything else it must agree on.
    @Test func asFoundationFolds() throws {
        let own = Set("ÆæØøÐðĐđĦħıİĲĳĸĿŀŁłŉŊŋŒœſßŦŧÞþ".unicodeScalars)
        let alphabet = try (Array(0x20...0x7e) + Array(0xc0...0x17f) + Array(0x391...0x3a9) + Array(0x4e00...0x4e20)).map { try scalar($0) }
            .filter { !own.contains($0) }
        var generator = SeededGenerator(seed: 2201)
        for _ in 0..<2000 {
            var text = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...40, using: &generator) {
                guard let letter = alphabet.randomElement(using: &generator) else { throw TestFailure() }
                text.append(letter)
                if letter.value < 0x180, letter.properties.isAlphabetic, Int.random(in: 0..<4, using: &generator) == 0 {
                    text.append(try scalar(UInt32.random(in: 0x300...0x304, using: &generator)))
                }
            }
            // Case of other scripts does not fold here, so that the oracle is asked for case of Latin alone.
            let latin = String(String.UnicodeScalarView(text.map { $0.value < 0x180 ? $0 : "*" }))
            let oracle = latin.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            let squeezed = oracle.split(separator: " ", omittingEmptySubsequences: false)
            let expected = squeezed.enumerated().filter { !$1.isEmpty || $0 == 0 || $0 == squeezed.count - 1 }.map(\.element).joined(
                separator: " ")
            #expect(folded(latin) == expected)
        }
    }

    @Test func anyBytesAtAll() {
        var generator = SeededGenerator(seed: 2202)
        let leads: [UInt8] = [0xc2, 0xc3, 0xc4, 0xc5, 0xcc, 0xcd, 0xe1, 0xe2, 0xe3, 0xef, 0x80, 0x8b, 0x41, 0x20, 0xff, 0xbf]
        for length in 0..<400 {
            let bytes = (0..<length % 12).map { _ in
                Bool.random(using: &generator)
                    ? leads[Int.random(in: 0..<leads.count, using: &generator)] : UInt8.random(in: 0...255, using: &generator)
            }
            var places: [Range<Int>] = []
            Folding.fold(bytes) { _, start, end in
                places.append(start..<end)
                return true
            }
            #expect(places.allSatisfy { !$0.isEmpty && $0.lowerBound >= 0 && $0.upperBound <= bytes.count })
            #expect(zip(places, places.dropFirst()).allSatisfy { $0 == $1 || $0.upperBound <= $1.lowerBound })
        }
    }
}
