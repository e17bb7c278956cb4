import Crypto
import Testing
import VaultFormat

/// The word list is frozen; these tests say what holds for it and that it has not moved by a letter.
@Suite struct WordListTests {
    let words = WordList.words

    @Test func elevenBitsPerWord() {
        #expect(words.count == 1 << 11)
    }

    @Test func lowerCaseLettersOnlyFourToEight() {
        let letters = UInt8(ascii: "a")...UInt8(ascii: "z")
        let odd = words.filter { word in !(4...8).contains(word.utf8.count) || !word.utf8.allSatisfy(letters.contains) }
        #expect(odd.isEmpty)
    }

    @Test func strictlyAscendingInASCII() {
        let misplaced = zip(words, words.dropFirst()).filter { one, next in !one.utf8.lexicographicallyPrecedes(next.utf8) }
        #expect(misplaced.isEmpty)
    }

    @Test func fourLettersTellWordsApart() {
        #expect(Set(words.map { $0.prefix(4) }).count == words.count)
    }

    /// The digest of `Docs/words.txt`: the words in order, an LF after each.
    @Test func frozen() {
        var hash = SHA256()
        for word in words { hash.update(data: Array("\(word)\n".utf8)) }
        let digits = Array("0123456789abcdef")
        let hex = String(hash.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
        #expect(hex == "6d2a8966ea513fc6ed935a6775d12242f36b9936fdb300347183ced076834b92")
    }
}
