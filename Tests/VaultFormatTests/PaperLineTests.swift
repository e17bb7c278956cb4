import Foundation
import Testing
import VaultFormat
import VaultTestkit

/// Lines of a paper sheet, as they are written, and as people type them.
@Suite struct PaperLineTests {
    private static let largest: UInt64 = 1 << 33 - 1

    private func read(_ number: Int, _ typed: String) throws(PaperFault) -> UInt64 {
        try PaperLine.bits(ofLine: number, typed: Array(typed.utf8).span)
    }

    private func fault(_ number: Int, _ typed: String) -> PaperFault? {
        do throws(PaperFault) {
            _ = try read(number, typed)
            return nil
        } catch { return error }
    }

    /// Lines with their words, to be spoilt.
    private func someLines(seed: UInt64) -> [(number: Int, bits: UInt64, words: [String])] {
        var random = SeededGenerator(seed: seed)
        return (1...8).map { number in
            let bits = UInt64.random(in: 0...Self.largest, using: &random)
            return (number, bits, PaperLine.text(ofLine: number, bits: bits).split(separator: " ").map(String.init))
        }
    }

    @Test func whatIsWrittenIsReadAgain() throws {
        for seed in 0..<20 as Range<UInt64> {
            for line in someLines(seed: seed) { #expect(try read(line.number, line.words.joined(separator: " ")) == line.bits) }
        }
        for bits in [0, 1, 2047, 2048, Self.largest] {
            for number in 1...8 { #expect(try read(number, PaperLine.text(ofLine: number, bits: bits)) == bits) }
        }
    }

    /// The rule of Docs/Format.md, worked out with polynomials written as lists of exponents.
    @Test func theCheckIsTheSumOfTheFormat() throws {
        func times(_ value: UInt64, x power: Int) -> UInt64 {
            (0..<power).reduce(value) { value, _ in value < 1024 ? value * 2 : (value * 2 - 2048) ^ 5 }
        }
        for line in someLines(seed: 21) {
            let values = line.words.map { UInt64(WordList.words.firstIndex(of: $0) ?? -1) }
            let check = times(UInt64(line.number), x: 4) ^ times(values[0], x: 3) ^ times(values[1], x: 2) ^ times(values[2], x: 1)
            #expect(values[3] == check)
            #expect(values[0] << 22 | values[1] << 11 | values[2] == line.bits)
        }
    }

    /// Every word of a line in place of every word of it: each is found, in that line.
    @Test func everyWrongWordIsFound() {
        for line in someLines(seed: 22) {
            for place in 0..<4 {
                let missed = WordList.words.filter { word in
                    var words = line.words
                    words[place] = word
                    return word != line.words[place] && fault(line.number, words.joined(separator: " ")) != .check(line: line.number)
                }
                #expect(missed == [])
            }
        }
    }

    @Test func everyTwoWordsExchangedAreFound() {
        for seed in 30..<60 as Range<UInt64> {
            for line in someLines(seed: seed) {
                for first in 0..<4 {
                    for second in 0..<first where line.words[first] != line.words[second] {
                        var words = line.words
                        words.swapAt(first, second)
                        #expect(fault(line.number, words.joined(separator: " ")) == .check(line: line.number))
                    }
                }
            }
        }
    }

    @Test func aLineInAnothersPlaceIsFound() {
        for seed in 60..<70 as Range<UInt64> {
            for line in someLines(seed: seed) {
                for other in 1...8 where other != line.number {
                    #expect(fault(other, line.words.joined(separator: " ")) == .check(line: other))
                    // Also where the number that was typed before it says so.
                    #expect(fault(other, "\(line.number) " + line.words.joined(separator: " ")) == .check(line: other))
                }
            }
        }
    }

    @Test func whatPeopleTypeIsRead() throws {
        for line in someLines(seed: 23) {
            let number = line.number
            let words = line.words.joined(separator: " ")
            let short = line.words.map { String($0.prefix(4)) }
            let five = line.words.map { String($0.prefix(5)) }.joined(separator: " ")
            let typed: [String] = [
                short.joined(separator: " "), words.uppercased(), "  \(short.joined(separator: "   "))\t\r",
                "\(number)  \(line.words.joined(separator: ", "))", "\(number)) \(line.words.joined(separator: "-"))",
                " \(number). \(short.joined(separator: ".")).", "\(number): \(words.capitalized)", five, "\(number)\(words)",
            ]
            for typed in typed { #expect(try read(number, typed) == line.bits, "\(typed)") }
        }
    }

    @Test func whatIsNoLineIsNamed() {
        let line = "aanbod aardbei accent acteur"
        #expect(fault(3, "aanbod aardbei accent") == .wordCount(line: 3))
        #expect(fault(3, "") == .wordCount(line: 3))
        #expect(fault(3, "3") == .wordCount(line: 3))
        #expect(fault(3, line + " actie") == .wordCount(line: 3))
        for (word, typed) in [
            (1, "aan aardbei accent acteur"), (2, "aanbod aardbeien accent acteur"), (3, "aanbod aardbei accentt acteur"),
            (4, "aanbod aardbei accent ácteur"), (4, "aanbod aardbei accent acteurtjes"), (2, "aanbod aardb3i accent acteur"),
            (1, "33 aanbod aardbei accent acteur"), (4, "aanbod aardbei accent zzzz"), (1, "aaaa aardbei accent acteur"),
            (3, "aanbod aardbei acce\u{301}nt acteur"), (4, "aanbod aardbei accent acteur\u{a0}"), (2, "aanbod aardbei\0 accent acteur"),
        ] { #expect(fault(3, typed) == .unknownWord(line: 3, word: word), "\(typed)") }
    }

    /// Whatever bytes there are: refused or read, and what is read is what would be written.
    @Test func anyBytesAreReadOrRefused() throws {
        var random = SeededGenerator(seed: 24)
        let line = Array(PaperLine.text(ofLine: 5, bits: 0x1_2345_6789).utf8)
        for _ in 0..<20_000 {
            var bytes = line
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let place = Int.random(in: bytes.indices, using: &random)
                bytes[place] = UInt8.random(in: 0...255, using: &random)
            }
            guard let bits = try? PaperLine.bits(ofLine: 5, typed: bytes.span) else { continue }
            #expect(try read(5, PaperLine.text(ofLine: 5, bits: bits)) == bits)
        }
        for (typed, isBlank) in [("", true), (" \t,\r", true), (" 1", false), ("a", false)] {
            let found = PaperLine.isBlank(Array(typed.utf8).span)
            #expect(found == isBlank)
        }
    }
}
