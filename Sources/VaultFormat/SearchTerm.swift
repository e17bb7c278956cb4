/// What a person searches for: a phrase, found as it is typed but for what ``Folding`` makes equal. Its text is in no error, no log and no
/// payload.
package struct SearchTerm: Sendable {
    private let folded: [UInt8]
    /// For each place, how much of the beginning also ends there (Knuth, Morris and Pratt, 1977): a text is read once, whatever somebody
    /// wrote in it.
    private let fallback: [Int]

    /// Takes the term as it was read, line end and all. Throws ``FormatError/text(_:)`` for invalid UTF-8, for more than
    /// ``Limits/searchTerm`` scalars between the white space at its ends, and where nothing is left to search for.
    package init(_ bytes: [UInt8]) throws(FormatError) {
        let scalars = try decoded(bytes).unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { throw .text(.empty) }
        guard scalars[first...last].count <= Limits.searchTerm else { throw .text(.tooLong(limit: Limits.searchTerm)) }
        var folded = Folding.folded(bytes)[...]
        if folded.first == 0x20 { folded.removeFirst() }
        if folded.last == 0x20 { folded.removeLast() }
        guard !folded.isEmpty else { throw .text(.empty) }
        self.folded = Array(folded)
        fallback = Self.fallback(self.folded)
    }

    /// Where the term first stands in a text: whole characters of it, as a range of bytes. The bytes may be anything.
    package func firstMatch(in text: [UInt8]) -> Range<Int>? {
        // Copies in reach of the loop, which runs for every byte that may be read.
        let folded = folded, fallback = fallback, first = folded[0], whole = folded.count
        var matched = 0
        var count = 0
        var match: Int?
        Folding.fold(text) { byte, _, end in
            count &+= 1
            if matched == 0, byte != first { return true }
            while matched > 0, folded[matched] != byte { matched = fallback[matched - 1] }
            if folded[matched] == byte { matched += 1 }
            guard matched == whole else { return true }
            match = end
            return false
        }
        return match.map { start(ofFolded: count - whole, in: text)..<$0 }
    }

    /// Where the character begins that gives the folded byte of that number.
    private func start(ofFolded number: Int, in text: [UInt8]) -> Int {
        var place = 0
        var left = number
        Folding.fold(text) { _, start, _ in
            place = start
            left -= 1
            return left >= 0
        }
        return place
    }

    private static func fallback(_ folded: [UInt8]) -> [Int] {
        var fallback = [0]
        var matched = 0
        for byte in folded.dropFirst() {
            while matched > 0, folded[matched] != byte { matched = fallback[matched - 1] }
            if folded[matched] == byte { matched += 1 }
            fallback.append(matched)
        }
        return fallback
    }
}
