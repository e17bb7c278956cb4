/// A piece of a text around the place where something was found: one line, so that a list can show where it stands.
package enum Snippet {
    /// Characters on either side.
    static let context = 40
    /// Most characters of what was found: runs of white space and of marks that fold away have no bound of their own.
    static let longest = 400
    /// Bytes that are looked at on either side.
    private static let window = 400

    /// About ``context`` characters on either side of `match`, which is a range of whole characters of `text`; cut between words where
    /// there is one to cut between, with `…` for what is left out. Control characters and line ends are spaces in it, and runs of them one.
    /// `text` should be UTF-8.
    package static func of(_ match: Range<Int>, in text: [UInt8]) -> String {
        var first = max(0, match.lowerBound - window)
        while first > 0, first < match.lowerBound, isContinuation(text[first]) { first += 1 }
        var end = min(text.count, match.upperBound + window)
        while end < text.count, end > match.upperBound, isContinuation(text[end]) { end -= 1 }
        let before = tail(oneLine(text[first..<match.lowerBound]), isWhole: first == 0)
        let found = oneLine(text[match])
        let after = head(oneLine(text[match.upperBound..<end]), isWhole: end == text.count)
        guard found.count <= longest else { return before + found.prefix(longest) + "…" }
        return before + found + after
    }

    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xc0 == 0x80 }

    /// The end of what stands before.
    private static func tail(_ text: String, isWhole: Bool) -> String {
        if isWhole, text.count <= context { return String(text.drop { $0 == " " }) }
        // A word that is cut through goes, unless what was found is in it.
        let last = text.suffix(context + 1)
        guard let space = last.firstIndex(of: " ") else { return "…" + last.suffix(context) }
        return "… " + last[last.index(after: space)...]
    }

    /// The beginning of what stands behind.
    private static func head(_ text: String, isWhole: Bool) -> String {
        if isWhole, text.count <= context {
            guard text.last == " " else { return text }
            return String(text.dropLast())
        }
        let first = text.prefix(context + 1)
        guard let space = first.lastIndex(of: " ") else { return first.prefix(context) + "…" }
        return first[..<space] + " …"
    }

    /// Control characters and white space as one space each run.
    private static func oneLine(_ bytes: ArraySlice<UInt8>) -> String {
        var line = String.UnicodeScalarView()
        for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
            let isSpace = scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
            if !isSpace { line.append(scalar) } else if line.last != " " { line.append(" ") }
        }
        return String(line)
    }
}
