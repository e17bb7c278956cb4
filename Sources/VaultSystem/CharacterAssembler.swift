/// Puts the bytes of UTF-8 characters together as they come in. What is no UTF-8 becomes U+FFFD, visible to who typed it.
struct CharacterAssembler {
    private var waiting: [UInt8] = []

    /// The characters that `byte` completes: none, one, or a replacement for what was broken off and then one.
    mutating func take(_ byte: UInt8) -> String.UnicodeScalarView {
        let isContinuation = byte & 0xC0 == 0x80
        if !isContinuation && !waiting.isEmpty {
            waiting = []
            var broken = String.UnicodeScalarView()
            broken.append("\u{FFFD}")
            broken.append(contentsOf: take(byte))
            return broken
        }
        waiting.append(byte)
        guard waiting.count >= length else { return String.UnicodeScalarView() }
        defer { waiting = [] }
        return (String(validating: waiting, as: UTF8.self) ?? "\u{FFFD}").unicodeScalars
    }

    /// How many bytes the character has, by its first.
    private var length: Int {
        switch waiting.first ?? 0 {
        case 0xC2...0xDF: 2
        case 0xE0...0xEF: 3
        case 0xF0...0xF4: 4
        default: 1
        }
    }
}
