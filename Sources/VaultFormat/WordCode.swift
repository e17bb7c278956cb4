/// 66 bits as six words of the ``WordList``, most significant bits first, 11 bits a word.
package struct WordCode: Equatable, Sendable {
    /// Six words, lower case.
    package let words: [String]

    /// How many words make a code.
    package static let count = 6
    /// Bytes a code is made from: the first 66 bits of nine.
    package static let byteCount = 9

    /// Takes the first 66 bits of at least nine bytes.
    package init(bits bytes: [UInt8]) {
        precondition(bytes.count >= Self.byteCount)
        var words: [String] = []
        for index in 0..<Self.count {
            var value = 0
            for bit in (index * 11)..<(index * 11 + 11) {
                value = value << 1 | Int(bytes[bit / 8] >> UInt8(7 - bit % 8) & 1)
            }
            words.append(WordList.words[value])
        }
        self.words = words
    }

    /// Reads words as people type them: any case, separated by white space, commas or hyphens; four letters of a word suffice.
    /// Throws ``FormatError/word(_:)`` with the place (from 1) of the first word that is not in the list, or the first one missing or too
    /// many.
    package init(typed text: String) throws(FormatError) {
        let typed = text.lowercased().split { $0.isWhitespace || $0 == "," || $0 == "-" || $0 == "." }
        var words: [String] = []
        for (index, word) in typed.enumerated() {
            guard index < Self.count, let known = Self.known(String(word)) else { throw .word(index + 1) }
            words.append(known)
        }
        guard words.count == Self.count else { throw .word(words.count + 1) }
        self.words = words
    }

    /// Words are distinct in their first four letters, so those decide; more letters must fit.
    private static func known(_ typed: String) -> String? {
        guard typed.utf8.count >= 4 else { return nil }
        return WordList.words.first { $0.utf8.starts(with: typed.utf8) }
    }
}
