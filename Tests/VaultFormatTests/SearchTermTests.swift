import Testing
import VaultTestkit

@testable import VaultFormat

/// Finding a term, and the line that shows where.
struct SearchTermTests {
    private func found(_ term: String, in text: String) throws -> String? {
        let bytes = Array(text.utf8)
        return try SearchTerm(Array(term.utf8)).firstMatch(in: bytes).map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    private func snippet(_ term: String, in text: String) throws -> String? {
        let bytes = Array(text.utf8)
        return try SearchTerm(Array(term.utf8)).firstMatch(in: bytes).map { Snippet.of($0, in: bytes) }
    }

    @Test func whatPeopleExpectToFind() throws {
        #expect(try found("client", in: "De CLIËNT wilde niet.") == "CLIËNT")
        #expect(try found("CLIËNT", in: "de clie\u{308}nt") == "clie\u{308}nt")
        #expect(try found("strasse", in: "in de Straße 5") == "Straße")
        #expect(try found("ijs", in: "Koud Ĳs") == "Ĳs")
        #expect(try found("s e", in: "daß er") == "ß e")
        #expect(try found(" de  moeder\nbelde ", in: "Toen\nde\n\nmoeder \t belde.") == "de\n\nmoeder \t belde")
        #expect(try found("foto's", in: "twee foto’s") == "foto’s")
        #expect(try found("intervisie", in: "inter\u{ad}visie") == "inter\u{ad}visie")
        #expect(try found("bezoek", in: "huisbezoekje") == "bezoek")
        #expect(try found("Москва", in: "в Москва") == "Москва")
        #expect(try found("москва", in: "в Москва") == nil)
        #expect(try found("moeder belde", in: "belde moeder") == nil)
        #expect(try found("a", in: "") == nil)
    }

    @Test(arguments: ["", " \n\t\u{a0} ", "\u{200b}", "\u{301}", "\u{feff}\u{ad}"]) func nothingToSearchFor(_ term: String) {
        #expect(throws: FormatError.text(.empty)) { try SearchTerm(Array(term.utf8)) }
    }

    @Test func limits() throws {
        let longest = String(repeating: "é", count: Limits.searchTerm)
        #expect(try found("  \(longest)\n", in: longest) == longest)
        #expect(throws: FormatError.text(.tooLong(limit: 200))) { try SearchTerm(Array((longest + "e").utf8)) }
        #expect(throws: FormatError.text(.notUTF8(position: 3))) { try SearchTerm([0x61, 0x62, 0xc3, 0x28]) }
    }

    /// Against looking at every place, with few letters, so that beginnings of the term come again inside it.
    @Test func asAPlainSearchFinds() throws {
        var generator = SeededGenerator(seed: 2211)
        let letters = Array("aábßs ĳ\n").map { Array(String($0).utf8) }
        func text(_ most: Int) -> [[UInt8]] {
            (0..<Int.random(in: 1...most, using: &generator)).map { _ in letters[Int.random(in: 0..<letters.count, using: &generator)] }
        }
        var hits = 0
        for _ in 0..<4000 {
            let characters = text(30), typed = text(6).flatMap { $0 }
            guard let term = try? SearchTerm(typed) else { continue }
            let bytes = characters.flatMap { $0 }
            let needle = Self.trimmed(Folding.folded(typed)), hay = Folding.folded(bytes)
            let expected = hay.indices.contains { hay[$0...].starts(with: needle) }
            let match = term.firstMatch(in: bytes)
            #expect((match != nil) == expected)
            guard let match else { continue }
            hits += 1
            // It begins and ends at characters, what is in it folds to the term, and no place before it does.
            var ends: Set<Int> = [0]
            _ = characters.reduce(0) {
                ends.insert($0 + $1.count); return $0 + $1.count
            }
            #expect(ends.contains(match.lowerBound) && ends.contains(match.upperBound))
            #expect(term.firstMatch(in: Array(bytes[match])) != nil)
            #expect(term.firstMatch(in: Array(bytes[..<match.upperBound].dropLast())) == nil)
        }
        #expect(hits > 500)
    }

    private static func trimmed(_ folded: [UInt8]) -> ArraySlice<UInt8> {
        var rest = folded[...]
        if rest.first == 0x20 { rest.removeFirst() }
        if rest.last == 0x20 { rest.removeLast() }
        return rest
    }

    @Test func aTextMadeToBeSlowIsReadOnce() throws {
        let term = try SearchTerm(Array(("b" + String(repeating: "a", count: 199)).utf8))
        #expect(term.firstMatch(in: [UInt8](repeating: 0x61, count: 1 << 20)) == nil)
    }

    @Test func snippetsAreCutBetweenWords() throws {
        let text = "Eerst was er een lang verhaal over de verhuizing, en toen belde de moeder in de nacht nog twee keer naar de dienst."
        #expect(try snippet("MOEDER", in: text) == "… over de verhuizing, en toen belde de moeder in de nacht nog twee keer naar de …")
        #expect(try snippet("eerst", in: text) == "Eerst was er een lang verhaal over de …")
        #expect(try snippet("dienst", in: text) == "… in de nacht nog twee keer naar de dienst.")
        #expect(try snippet("kort", in: "Kort.\n") == "Kort.")
        // A word that just fits stays.
        let forty = String(repeating: "x", count: 39)
        #expect(try snippet("naald", in: "y \(forty) naald \(forty) y") == "… \(forty) naald \(forty) …")
        #expect(try snippet("naald", in: "y x\(forty) naald x\(forty) y") == "… naald …")
        #expect(try snippet("b", in: "a\n\n\tb\u{1b}[31m\r\nc\u{0}d\u{85}e") == "a b [31m c d e")
    }

    @Test func wordsWithoutEndAreCut() throws {
        let long = String(repeating: "x", count: 1000)
        let around = String(repeating: "x", count: 40)
        #expect(try snippet("naald", in: long + "naald" + long) == "…" + around + "naald" + around + "…")
        #expect(try snippet("a b", in: "a" + String(repeating: " ", count: 1 << 16) + "b") == "a b")
        let marks = "a" + String(repeating: "x\u{301}", count: 1)
        #expect(try snippet("ax", in: marks) == marks)
    }

    /// Many scripts, any place: never a trap, never a control character, never long.
    @Test func snippetsOfAnything() throws {
        var generator = SeededGenerator(seed: 2212)
        let pieces = ["a", "é", "e\u{301}", "漢", "😀", "👩‍👩‍👧", " ", "\n", "\u{1b}", "\u{202e}", "\u{85}", "naald", "\u{301}"]
        for _ in 0..<500 {
            let text = (0..<200).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            guard let line = try snippet("naald", in: text) else { continue }
            #expect(Folding.folded(Array(line.utf8)).count > 4)
            #expect(line.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
            #expect(!line.contains("  ") && line.count <= 2 * Snippet.context + "naald".count + 4)
            #expect(try found("naald", in: line) != nil)
        }
        // Bytes that are no UTF-8, and a match anywhere in them.
        for _ in 0..<2000 {
            let bytes = generator.bytes(Int.random(in: 1...900, using: &generator))
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            _ = Snippet.of(start..<Int.random(in: start...bytes.count, using: &generator), in: bytes)
        }
    }

    @Test func whatWasFoundIsShownInBounds() throws {
        let zalgo = "a" + String(repeating: "\u{301} \u{ad}", count: 5000) + "b"
        let line = try #require(try snippet("a b", in: zalgo))
        #expect(line.utf8.count < 8000)
    }
}
