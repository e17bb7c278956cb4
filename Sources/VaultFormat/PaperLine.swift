/// One of the eight lines of a paper sheet: 33 bits as three words of the ``WordList``, and a fourth word that checks them. A person copies
/// it by hand and types it back, so a slip has to be found where it is.
///
/// The check word is a sum in the field of 2,048 elements, with a factor of its own for each of the three words and for the line's number.
/// So one wrong word in a line, two words of a line exchanged, and a line in another's place are found always; a hash of eleven bits would
/// miss one slip in 2,048. It is no secret and keeps nobody out: it only finds slips.
///
/// What is read and written here is a key. The words of a line are values of eleven bits all along; only ``text(ofLine:bits:)`` makes a
/// String.
///
/// Source: `Docs/Format.md`, section "Paper sheet".
package enum PaperLine {
    /// Lines of a sheet.
    package static let count = 8
    /// Bits of what is kept in a line.
    package static let bitCount = 33
    /// Words of a line, the check word among them.
    package static let wordCount = 4

    /// The four words of line `number`, 1 to 8, separated by spaces; `bits` are the lowest 33.
    package static func text(ofLine number: Int, bits: UInt64) -> String {
        precondition((1...count).contains(number) && bits >> UInt64(bitCount) == 0)
        let values = [bits >> 22, bits >> 11 & 2047, bits & 2047, check(number, bits)]
        return values.map { WordList.words[Int($0)] }.joined(separator: " ")
    }

    /// Reads line `number` as a person typed it: any case; white space, commas, hyphens and full stops between the words; the line's number
    /// may stand before it, and four letters of a word suffice. Returns its 33 bits. Throws ``PaperFault``.
    package static func bits(ofLine number: Int, typed: Span<UInt8>) throws(PaperFault) -> UInt64 {
        precondition((1...count).contains(number))
        var place = 0
        var bits: UInt64 = 0
        var words = 0
        try passNumber(typed, &place, line: number)
        while let typed = try word(typed, &place, line: number, position: words + 1) {
            guard words < wordCount else { throw .wordCount(line: number) }
            guard let value = value(of: typed) else { throw .unknownWord(line: number, word: words + 1) }
            bits = bits << 11 | value
            words += 1
        }
        guard words == wordCount else { throw .wordCount(line: number) }
        guard check(number, bits >> 11) == bits & 2047 else { throw .check(line: number) }
        return bits >> 11
    }

    /// Whether nothing stands in what was typed.
    package static func isBlank(_ typed: Span<UInt8>) -> Bool {
        for place in typed.indices where !isSeparator(typed[place]) { return false }
        return true
    }

    /// 16 times the number, 8, 4 and 2 times the words: each round doubles what there is and takes in the next.
    private static func check(_ number: Int, _ bits: UInt64) -> UInt64 {
        let first = doubled(UInt64(number)) ^ bits >> 22
        let second = doubled(first) ^ bits >> 11 & 2047
        return doubled(doubled(second) ^ bits & 2047)
    }

    /// Times two in the field: the polynomial x^11 + x^2 + 1 takes the place of the bit that leaves.
    private static func doubled(_ value: UInt64) -> UInt64 {
        value << 1 ^ (value >> 10) &* 0x805
    }
}

/// Reading what was typed, byte by byte, without making anything of it that stays.
extension PaperLine {
    /// A word as typed: its letters, the first in the highest byte. Every word of the list fits.
    private struct Typed {
        var letters: UInt64 = 0
        var count = 0
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x09, 0x0d, UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: ")"): true
        default: false
        }
    }

    private static func passSeparators(_ typed: Span<UInt8>, _ place: inout Int) {
        while place < typed.count, isSeparator(typed[place]) { place += 1 }
    }

    /// One digit, where there is one, which has to be the number of the line.
    private static func passNumber(_ typed: Span<UInt8>, _ place: inout Int, line: Int) throws(PaperFault) {
        passSeparators(typed, &place)
        guard place < typed.count, (0x30...0x39).contains(typed[place]) else { return }
        guard Int(typed[place]) - 0x30 == line else { throw .check(line: line) }
        place += 1
    }

    /// The next word; nil at the end. Throws ``PaperFault`` for anything but letters, and for too few or too many of them.
    private static func word(
        _ typed: Span<UInt8>, _ place: inout Int, line: Int, position: Int
    ) throws(PaperFault) -> Typed? {
        passSeparators(typed, &place)
        var word = Typed()
        while place < typed.count, !isSeparator(typed[place]) {
            let lower = typed[place] | 0x20
            guard (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower), typed[place] & 0xc0 == 0x40, word.count < 8 else {
                throw .unknownWord(line: line, word: position)
            }
            word.letters |= UInt64(lower) << UInt64(56 - 8 * word.count)
            word.count += 1
            place += 1
        }
        return word.count == 0 ? nil : word
    }

    /// Words are distinct in their first four letters, so those decide; more letters must fit.
    private static func value(of typed: Typed) -> UInt64? {
        guard typed.count >= 4 else { return nil }
        let mask = ~UInt64(0) << UInt64(64 - 8 * typed.count)
        // The first word that is not before what was typed; the list is in order.
        var low = 0
        var high = packed.count
        while low < high {
            let middle = (low + high) / 2
            if packed[middle] < typed.letters { low = middle + 1 } else { high = middle }
        }
        guard low < packed.count, packed[low] & mask == typed.letters else { return nil }
        return UInt64(low)
    }

    /// The list, each word as a ``Typed``.
    private static let packed: [UInt64] = WordList.words.map { word in
        word.utf8.enumerated().reduce(0) { $0 | UInt64($1.element) << UInt64(56 - 8 * $1.offset) }
    }
}

/// What is wrong with a paper sheet as it was typed. Lines and words count from 1; no word is carried.
package enum PaperFault: Error, Equatable, Sendable {
    /// That word is not in the list.
    case unknownWord(line: Int, word: Int)
    /// The line has not got four words.
    case wordCount(line: Int)
    /// The words do not belong together in that line: one is wrong, or the line stands in another's place.
    case check(line: Int)
    /// The sheet ends before that line.
    case missing(line: Int)
    /// Something stands behind the last line.
    case tooMany
}
