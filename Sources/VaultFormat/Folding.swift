/// Text as a search compares it, one folded byte after the other, straight from UTF-8.
///
/// What folds: A-Z to small letters; the Latin letters U+00C0...U+017F, large and small, to the letters they are built on (é to e, ø to o,
/// ß to ss, æ to ae, œ to oe, þ to th, ĳ to ij); combining marks U+0300...U+036F and invisible characters (soft hyphen, zero-width ones,
/// byte order mark) to nothing; every run of white space to one space; typographic apostrophes and hyphens to the plain ones. All else is
/// compared as it stands. By hand, since strings of the standard library and Foundation take fifteen to fifty times as long.
package enum Folding {
    /// Gives `take` every folded byte of `text`, and where the character it comes from begins and ends, until it answers false. Bytes that
    /// are no UTF-8 are passed on as they are. (White space of ASCII is seen to here because every sixth byte of a text is such.)
    @inline(__always)
    static func fold(_ text: [UInt8], _ take: (_ byte: UInt8, _ start: Int, _ end: Int) -> Bool) {
        var place = 0
        var afterSpace = false
        while place < text.count {
            let byte = text[place]
            if byte < 0x80 {
                place &+= 1
                if byte > 0x20 {
                    afterSpace = false
                    guard take(small(byte), place &- 1, place) else { return }
                } else if byte == 0x20 || byte &- 0x09 < 5 {
                    guard afterSpace || take(0x20, place &- 1, place) else { return }
                    afterSpace = true
                } else {
                    afterSpace = false
                    guard take(byte, place &- 1, place) else { return }
                }
                continue
            }
            let folded = Folded(text, at: place)
            let end = place + folded.length
            switch folded.meaning {
            case .nothing: break
            case .space:
                guard afterSpace || take(0x20, place, end) else { return }
                afterSpace = true
            case .letters(let first, let second):
                afterSpace = false
                guard take(first, place, end), second == 0 || take(second, place, end) else { return }
            case .itself:
                afterSpace = false
                for index in place..<end { guard take(text[index], index, index &+ 1) else { return } }
            }
            place = end
        }
    }

    /// The folded bytes of a text.
    package static func folded(_ text: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        fold(text) { byte, _, _ in
            out.append(byte)
            return true
        }
        return out
    }

    @inline(__always)
    private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}

/// What becomes of one character beyond ASCII.
private struct Folded {
    let length: Int
    let meaning: Meaning

    enum Meaning {
        case nothing
        case space
        /// One letter, or two; the second is 0 where there is none.
        case letters(UInt8, UInt8)
        case itself
    }

    /// Looks at no more than three bytes, which may be anything and may end early: a NUL stands for what is not there, and fits nothing.
    init(_ text: [UInt8], at place: Int) {
        let first = text[place]
        let second = place + 1 < text.count ? text[place + 1] : 0
        switch first {
        case 0xc2:
            switch second {
            case 0x85, 0xa0: self = Folded(2, .space)
            case 0xad: self = Folded(2, .nothing)
            default: self = Folded(1, .itself)
            }
        case 0xc3...0xc5:
            guard (0x80...0xbf).contains(second) else { self = Folded(1, .itself); return }
            let (one, two) = LatinLetters.folded[Int(first - 0xc3) << 6 | Int(second & 0x3f)]
            self = Folded(2, one == 0 ? .itself : .letters(one, two))
        case 0xcc: self = (0x80...0xbf).contains(second) ? Folded(2, .nothing) : Folded(1, .itself)
        case 0xcd: self = (0x80...0xaf).contains(second) ? Folded(2, .nothing) : Folded(1, .itself)
        case 0xe1, 0xe2, 0xe3, 0xef:
            self.init(first, second, place + 2 < text.count ? text[place + 2] : 0)
        default: self = Folded(1, .itself)
        }
    }

    private init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        switch (first, second, third) {
        case (0xe1, 0x9a, 0x80), (0xe2, 0x80, 0x80...0x8a), (0xe2, 0x80, 0xa8...0xa9), (0xe2, 0x80, 0xaf), (0xe2, 0x81, 0x9f),
            (0xe3, 0x80, 0x80):
            self = Folded(3, .space)
        case (0xe2, 0x80, 0x8b...0x8d), (0xe2, 0x81, 0xa0), (0xef, 0xbb, 0xbf): self = Folded(3, .nothing)
        case (0xe2, 0x80, 0x90...0x91): self = Folded(3, .letters(0x2d, 0))
        case (0xe2, 0x80, 0x98...0x99), (0xe2, 0x80, 0x9b): self = Folded(3, .letters(0x27, 0))
        default: self = Folded(1, .itself)
        }
    }

    private init(_ length: Int, _ meaning: Meaning) {
        self.length = length
        self.meaning = meaning
    }
}

/// U+00C0...U+017F.
private enum LatinLetters {
    /// In order of code point; two spaces for the signs that are no letters.
    private static let bases = """
        a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thss\
        a a a a a a aec e e e e i i i i d n o o o o o   o u u u u y thy \
        a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g g g g g h h h h i i i i i i i i i i ijijj j k k k \
        l l l l l l l l l l n n n n n n n n n o o o o o o oeoer r r r r r s s s s s s s s t t t t t t \
        u u u u u u u u u u u u w w y y y z z z z z z s\u{20}
        """

    /// One or two letters each, 0 for what is not there.
    static let folded: [(UInt8, UInt8)] = {
        let letters = bases.utf8.map { $0 == 0x20 ? 0 : $0 }
        return stride(from: 0, to: letters.count, by: 2).map { (letters[$0], letters[$0 + 1]) }
    }()
}
