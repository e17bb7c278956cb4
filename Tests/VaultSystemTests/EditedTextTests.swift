import Testing

@testable import VaultSystem

/// Where the cursor goes in a text, and what a window shows of it.
struct EditedTextTests {
    /// The text after these keys, typed in a text that was there, with `|` where the cursor is.
    private func after(_ keys: String, in text: String, limit: Int = 1000) -> String {
        var edited = EditedText(text, limit: limit)
        var decoder = KeyDecoder()
        for byte in keys.utf8 {
            switch decoder.decode(byte) {
            case .text(let byte): edited.type(byte)
            case .enter: edited.newLine()
            case .erase: edited.erase()
            case .eraseLine: edited.eraseLine()
            case .move(let movement): edited.move(movement, width: 80, page: 2)
            case .end, .interrupt, nil: break
            }
        }
        var lines = edited.lines
        lines[edited.row].insert("|", at: edited.column)
        #expect(edited.text == lines.map { String($0) }.joined(separator: "\n").replacing("|", with: ""))
        return lines.map { String($0) }.joined(separator: "\n")
    }

    private static let up = "\u{1B}[A", down = "\u{1B}[B", right = "\u{1B}[C", left = "\u{1B}[D"
    private static let home = "\u{1B}[H", end = "\u{1B}[F", delete = "\u{1B}[3~", pageUp = "\u{1B}[5~", pageDown = "\u{1B}[6~"

    @Test(arguments: [
        ("", "ab\ncd", "ab\ncd|"), ("x", "", "x|"), (left + "x", "ab", "ax|b"), (up + "x", "abc\nd", "ax|bc\nd"),
        (home + "x", "ab\ncd", "ab\nx|cd"), (home + left + "x", "ab\ncd", "abx|\ncd"), (up + up + up + "x", "ab", "abx|"),
        (up + end + right + "x", "ab\ncd", "ab\nx|cd"), (up + down + down, "ab\ncd", "ab\ncd|"),
        ("\u{7F}", "ab\nc", "ab\n|"), ("\u{7F}\u{7F}\u{7F}", "ab\nc", "a|"), ("\u{7F}", "", "|"), (home + "\u{7F}", "ab\ncd", "ab|cd"),
        (left + delete, "ab", "a|"), (up + end + delete, "ab\ncd", "ab|cd"), (delete, "ab", "ab|"),
        (left + "\r", "ab", "a\n|b"), ("\u{15}x", "ab\ncd", "ab\nx|"), ("\u{1}x\u{5}y", "ab", "xaby|"),
        (pageUp + "x", "a\nb\nc\nd", "a\nbx|\nc\nd"), (pageUp + pageUp + pageDown + "x", "a\nb\nc\nd", "a\nb\ncx|\nd"),
        ("\u{1B}[1~x", "ab", "x|ab"), ("\u{1B}OHx\u{1B}OFy", "ab", "xaby|"), ("\u{1B}[1;5Dx", "ab", "ax|b"),
        ("\u{1B}[99999999999999999999~", "ab", "ab|"),
    ])
    func keysMoveAndChange(_ keys: String, _ before: String, _ after: String) {
        #expect(self.after(keys, in: before) == after)
    }

    /// Characters are what people see: a letter with its accent, a family, a flag.
    @Test func aCharacterIsWhatIsSeen() {
        #expect(after("e\u{301}" + Self.left + "x", in: "") == "x|e\u{301}")
        #expect(after(Self.left + "\u{7F}", in: "a👨‍👩‍👧b") == "a|b")
        #expect(after("👨\u{200D}👩\u{7F}", in: "a") == "a|")
        #expect(after("a\u{1B}\u{3}\u{7}b", in: "") == "ab|")
    }

    @Test func moreThanTheLimitIsNotTaken() {
        #expect(after("def", in: "abc", limit: 4) == "abcd|")
        #expect(after("\r", in: "abcd", limit: 4) == "abcd|")
        #expect(after("é", in: "abc", limit: 4) == "abc|")
        #expect(after("\u{7F}\u{7F}é", in: "abcd", limit: 4) == "abé|")
    }

    @Test func lineEndsOfOtherSystems() {
        #expect(after("", in: "a\r\nb\n") == "a\nb\n|")
    }

    @Test func aWindowShowsWhereTheCursorIs() {
        var text = EditedText("een twee drie\nvier\nvijf\nzes", limit: 1000)
        #expect(text.view(width: 8, height: 10).rows == ["een twee", "drie", "vier", "vijf", "zes"])
        #expect(text.view(width: 8, height: 10).cursor == (4, 3))
        // The cursor is in the last line: what is above it has gone.
        #expect(text.view(width: 8, height: 2).rows == ["vijf", "zes"])
        for _ in 0..<4 { text.move(.up, width: 8, page: 1) }
        let top = text.view(width: 8, height: 2)
        #expect(top.rows == ["een twee", "drie"] && top.cursor == (0, 3))
        // One row further is shown by going down, and no more than needed.
        for _ in 0..<2 { text.move(.down, width: 8, page: 1) }
        #expect(text.view(width: 8, height: 3).rows == ["een twee", "drie", "vier"])
        #expect(text.view(width: 8, height: 3).cursor == (2, 3))
    }

    @Test(arguments: [
        ("", [""]), ("een", ["een"]), ("een twee", ["een twee"]), ("een tweede", ["een ", "tweede"]),
        ("eindeloos lang", ["eindeloo", "s lang"]),
        ("een   twee", ["een   ", "twee"]), ("eentwee    drie", ["eentwee ", "drie"]), ("a eindeloos", ["a ", "eindeloo", "s"]),
        ("漢字漢字漢", ["漢字漢字", "漢"]), ("x漢字漢字", ["x漢字漢", "字"]), ("        ", ["        "]),
    ])
    func wordsStayWhole(_ line: String, _ rows: [String]) {
        #expect(ScreenRows.of(line, width: 8) == rows)
        let ranges = ScreenRows.ranges(of: Array(line), width: 8)
        #expect(ranges.map(\.lowerBound) == [0] + ranges.map(\.upperBound).dropLast() && ranges.last?.upperBound == line.count)
    }

    /// However many spaces somebody wrote, the text is laid out while one waits.
    @Test func aMillionSpaces() {
        let rows = ScreenRows.of("een" + String(repeating: " ", count: 1 << 20) + "twee", width: 8)
        #expect(rows == ["een     ", "twee"])
        var text = EditedText(String(repeating: " ", count: 1 << 20), limit: 1 << 21)
        #expect(text.view(width: 8, height: 3).rows == ["        "])
    }

    /// Marks without an end on one letter.
    @Test func manyMarksOnOneLetter() {
        let marks = String(repeating: "\u{301}", count: 1 << 16)
        #expect(after(marks, in: "e", limit: 1 << 20) == "e" + marks + "|")
    }

    /// Up and down go by rows of the window and keep to their column; at the first and the last row they stay.
    @Test func upAndDownGoByRows() {
        var text = EditedText("een tweede drie\nab\nviervier", limit: 1000)
        func place(after movement: Movement) -> [Int] {
            text.move(movement, width: 8, page: 2)
            return [text.row, text.column]
        }
        #expect(place(after: .up) == [1, 2])
        // The last column of "drie", then of "tweede ", then of "een ".
        #expect(place(after: .up) == [0, 15])
        #expect(place(after: .up) == [0, 10])
        #expect(place(after: .up) == [0, 3])
        #expect(place(after: .up) == [0, 3])
        #expect(place(after: .pageDown) == [0, 15])
        #expect(place(after: .pageDown) == [2, 7])
        #expect(place(after: .down) == [2, 7])
        #expect(place(after: .lineStart) == [2, 0])
        #expect(place(after: .pageUp) == [0, 11])
    }

    @Test func aLineThatIsLongerThanTheWindow() {
        var text = EditedText(String(repeating: "0123456789", count: 5), limit: 1000)
        let end = text.view(width: 10, height: 2)
        #expect(end.rows == ["0123456789", "0123456789"] && end.cursor == (1, 9))
        text.move(.lineStart, width: 10, page: 1)
        let start = text.view(width: 10, height: 2)
        #expect(start.rows == ["0123456789", "0123456789"] && start.cursor == (0, 0))
    }

    /// What came from elsewhere cannot steer the terminal, and wide characters stay whole.
    @Test func whatIsShownIsVisible() {
        var text = EditedText("\u{1B}[2J\u{202E}漢字漢字", limit: 1000)
        #expect(text.view(width: 16, height: 3).rows == ["␛[2J<U+202E>漢字", "漢字"])
    }
}

/// Which rows of a long answer are in the window.
struct ScreenPagerTests {
    @Test(arguments: [
        (Key.text(0x20), 0, 9), (.text(0x20), 85, 91), (.move(.pageDown), 9, 18), (.enter, 0, 1), (.move(.down), 90, 91),
        (.move(.up), 0, 0),
        (.text(0x62), 9, 0), (.text(0x62), 5, 0), (.move(.lineEnd), 0, 91), (.move(.lineStart), 50, 0), (.text(0x7A), 7, 7),
    ])
    func keysGoThroughIt(_ key: Key, _ top: Int, _ next: Int) {
        #expect(ScreenPager.top(after: key, at: top, of: 100, room: 9) == next)
    }

    @Test func itEnds() {
        for key in [Key.text(0x71), .interrupt, .end] { #expect(ScreenPager.top(after: key, at: 0, of: 100, room: 9) == nil) }
        // Whoever has seen the end and goes on has had it.
        for key in [Key.text(0x20), .enter, .move(.down), .move(.pageDown)] {
            #expect(ScreenPager.top(after: key, at: 91, of: 100, room: 9) == nil)
        }
        #expect(ScreenPager.top(after: .move(.up), at: 0, of: 3, room: 9) == 0)
    }
}
