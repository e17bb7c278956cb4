import Testing

@testable import VaultSystem

@Suite("Typed text") struct TypedTextTests {
    private static let pieces = ["a", "é", "漢", "e\u{301}", "\t", " woord", "\u{202E}", "0123456789"]

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func theScreenAgreesWithTheText(_ seed: UInt64) throws {
        var random = Steps(state: seed)
        let width = 8 + Int(random.next() % 13)
        let prompt = seed.isMultiple(of: 2) ? "> " : ""
        var typed = TypedText(prompt: prompt, escapes: true, limit: 1 << 20)
        var screen = Screen(width: width)
        screen.write(prompt)
        for _ in 0..<120 {
            switch random.next() % 8 {
            case 0: screen.write(try typed.newLine())
            case 1, 2, 3: screen.write(typed.erase(width: width))
            case 4 where random.next() % 4 == 0: screen.write(typed.eraseLine(width: width))
            default:
                let piece = Self.pieces[Int(random.next() % UInt64(Self.pieces.count))]
                for byte in piece.utf8 { screen.write(try typed.type(byte)) }
            }
            var expected = Screen(width: width)
            let lines = (typed.finished + [typed.line]).map { prompt + VisibleText.shown($0) }
            expected.write(lines.joined(separator: "\n"))
            try #require(screen.rows == expected.rows)
        }
    }

    @Test func erasesWholeCharacters() throws {
        var typed = TypedText(prompt: "", escapes: true, limit: 100)
        for byte in "ae\u{301}👩\u{200D}⚕\u{FE0F}".utf8 { _ = try typed.type(byte) }
        _ = typed.erase(width: 80)
        #expect(typed.line == "ae\u{301}")
        _ = typed.erase(width: 80)
        #expect(typed.line == "a")
    }

    @Test func showsWhatIsNoUTF8() throws {
        var typed = TypedText(prompt: "", escapes: true, limit: 100)
        var echo = ""
        for byte: UInt8 in [0x61, 0xFF, 0x62, 0xC3, 0x63, 0xED, 0xA0, 0x80, 0xC2, 0x9B, 0x64] { echo += try typed.type(byte) }
        #expect(typed.line == "a\u{FFFD}b\u{FFFD}c\u{FFFD}d")
        #expect(echo == typed.line)
    }

    @Test func countsBytesAgainstItsLimit() throws {
        var typed = TypedText(prompt: "", escapes: true, limit: 4)
        for byte in "abc".utf8 { _ = try typed.type(byte) }
        _ = try typed.newLine()
        #expect(throws: SystemError.tooLarge) { try typed.type(0x61) }
        _ = typed.erase(width: 80)
        _ = typed.erase(width: 80)
        #expect(typed.line == "abc")
        _ = try typed.newLine()
        #expect(throws: SystemError.tooLarge) { try typed.newLine() }
    }
}

/// As much of a terminal as the editor uses: rows of cells, a cursor that stays on the last column until the next character.
private struct Screen {
    let width: Int
    private var cells: [[String]] = [[]]
    private var row = 0
    private var column = 0
    private var escape = ""

    init(width: Int) { self.width = width }

    var rows: [String] { cells.map { $0.joined() } }

    mutating func write(_ text: String) {
        for scalar in text.unicodeScalars {
            if !escape.isEmpty || scalar == "\u{1B}" { obey(scalar) } else { put(scalar) }
        }
    }

    private mutating func put(_ scalar: Unicode.Scalar) {
        if scalar == "\r" {
            column = 0
        } else if scalar == "\n" {
            nextRow()
        } else {
            let columns = VisibleText.columns(scalar)
            if column + columns > width { nextRow() }
            if columns == 0, !cells[row].isEmpty {
                cells[row][cells[row].count - 1] += String(scalar)
            } else {
                cells[row].removeSubrange(min(column, cells[row].count)...)
                cells[row] += [String(scalar)] + Array(repeating: "", count: max(0, columns - 1))
                column += columns
            }
        }
    }

    private mutating func nextRow() {
        row += 1
        column = 0
        if row == cells.count { cells.append([]) }
    }

    private mutating func obey(_ scalar: Unicode.Scalar) {
        escape.unicodeScalars.append(scalar)
        guard scalar.properties.isAlphabetic else { return }
        if scalar == "A" { row -= Int(escape.dropFirst(2).dropLast()) ?? 1 }
        if scalar == "J" {
            cells.removeSubrange((row + 1)...)
            cells[row].removeSubrange(min(column, cells[row].count)...)
        }
        escape = ""
    }
}

/// The same steps for the same seed (splitmix64).
private struct Steps {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
