import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCrypto

/// A MasterKey written down and typed again.
@Suite struct PaperSheetTests {
    /// Reads lines as a program hands them over: the first fault ends it.
    private func read(_ lines: [String]) throws -> PaperSheet {
        var next = 0
        return try PaperSheet.read { number, memory in
            guard next < lines.count else { throw PaperFault.missing(line: number) }
            defer { next += 1 }
            for (index, byte) in lines[next].utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
            return lines[next].utf8.count
        } refused: {
            throw $0
        }
    }

    private func fault(_ lines: [String]) throws -> PaperFault? {
        do {
            _ = try read(lines)
            return nil
        } catch let fault as PaperFault { return fault }
    }

    @Test func aKeyComesBackFromItsLines() throws {
        for _ in 0..<50 {
            let master = MasterKey.random()
            let sheet = PaperSheet(master)
            let lines = sheet.lines()
            #expect(lines.count == 8 && lines.allSatisfy { $0.split(separator: " ").count == 4 })
            let again = try read(lines)
            #expect(again.master().bytes.shown() == master.bytes.shown())
            #expect(again.lines() == lines)
        }
    }

    /// Every bit of all 32 words, flipped: each is found, and its line is named.
    @Test func everyFlippedBitIsNamedByItsLine() throws {
        let lines = PaperSheet(Fixture.masterKey()).lines()
        for (place, line) in lines.enumerated() {
            let words = line.split(separator: " ").map(String.init)
            for word in words.indices {
                let value = try #require(WordList.words.firstIndex(of: words[word]))
                for bit in 0..<11 {
                    var spoilt = words
                    spoilt[word] = WordList.words[value ^ 1 << bit]
                    var all = lines
                    all[place] = spoilt.joined(separator: " ")
                    #expect(try fault(all) == .check(line: place + 1))
                }
            }
        }
    }

    @Test func linesExchangedDroppedOrRepeatedAreNamed() throws {
        let lines = PaperSheet(Fixture.masterKey()).lines()
        for first in 0..<8 {
            for second in first + 1..<8 {
                var all = lines
                all.swapAt(first, second)
                #expect(try fault(all) == .check(line: first + 1))
            }
            var dropped = lines
            dropped.remove(at: first)
            #expect(try fault(dropped) == (first == 7 ? .missing(line: 8) : .check(line: first + 1)))
            var repeated = lines
            repeated.insert(lines[first], at: first)
            #expect(try fault(repeated) == (first == 7 ? nil : .check(line: first + 2)))
            #expect(try fault(Array(lines[..<first])) == .missing(line: first + 1))
        }
    }

    @Test func aLineThatIsRefusedIsAskedForAgain() throws {
        let lines = PaperSheet(Fixture.masterKey()).lines()
        var typed = lines
        typed.insert(contentsOf: ["", "  ", "aanpak", lines[4]], at: 3)
        var next = 0
        var asked: [Int] = []
        var faults: [PaperFault] = []
        let sheet = try PaperSheet.read { number, memory in
            asked.append(number)
            defer { next += 1 }
            for (index, byte) in typed[next].utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
            return typed[next].utf8.count
        } refused: {
            faults.append($0)
        }
        #expect(sheet.lines() == lines)
        #expect(asked == [1, 2, 3, 4, 4, 4, 4, 4, 5, 6, 7, 8])
        #expect(faults == [.wordCount(line: 4), .check(line: 4)])
    }

    /// A sheet of another version is well formed, line for line, and says so in its first byte.
    @Test func anotherVersionIsNamed() throws {
        let lines = PaperSheet(Fixture.masterKey()).lines()
        for version in [0, 2, 255] as [UInt64] {
            let bits = try PaperLine.bits(ofLine: 1, typed: Array(lines[0].utf8).span)
            let first = PaperLine.text(ofLine: 1, bits: bits & (1 << 25 - 1) | version << 25)
            #expect(throws: CryptoError.unknownVersion) { _ = try read([first] + lines[1...]) }
        }
    }

    @Test func theWordsAreThoseOfTheSheet() throws {
        let sheet = PaperSheet(Fixture.masterKey())
        let bytes = [1] + Fixture.masterKey().bytes.shown()
        #expect(try sheet.words() == WordCode(bits: try WordCode.bits(for: .words(paper: Digest.sha256(bytes)))))
        #expect(try read(sheet.lines()).words() == sheet.words())
        #expect(try PaperSheet(MasterKey.random()).words() != sheet.words())
    }

    @Test func aSecretsHashIsTheSameHash() {
        for count in [1, 33, 64, 200] {
            let bytes = Fixture.text(count)
            let digest = Sodium.sha256(ofSecret: bytes.span)
            #expect(digest == Digest.sha256(bytes))
        }
    }
}
