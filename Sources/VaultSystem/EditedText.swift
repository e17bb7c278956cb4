/// A text while it is being changed: its lines, and where the cursor stands. Knows nothing of files or descriptors.
struct EditedText {
    /// Never empty: a text without anything is one empty line.
    private(set) var lines: [[Character]]
    /// The line the cursor is in, from 0.
    private(set) var row: Int
    /// How many characters of that line stand before the cursor.
    private(set) var column: Int
    private let limit: Int
    private var bytes: Int
    private var characters = CharacterAssembler()
    /// The line that stood at the top of the window when it was last shown.
    private var top = 0

    /// With the cursor behind the last character. `limit`: bytes that the text may have.
    init(_ text: String, limit: Int) {
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(Array.init)
        row = lines.count - 1
        column = lines[row].count
        bytes = text.utf8.count
        self.limit = limit
    }

    /// Lines separated by LF.
    var text: String { lines.map { String($0) }.joined(separator: "\n") }

    /// Takes a byte of text. What goes over the limit is not taken.
    mutating func type(_ byte: UInt8) {
        for scalar in characters.take(byte) where scalar == "\t" || scalar.properties.generalCategory != .control { insert(scalar) }
    }

    /// Breaks the line at the cursor.
    mutating func newLine() {
        characters = CharacterAssembler()
        guard bytes < limit else { return }
        bytes += 1
        let rest = Array(lines[row][column...])
        lines[row].removeLast(rest.count)
        lines.insert(rest, at: row + 1)
        (row, column) = (row + 1, 0)
    }

    /// Takes off the character before the cursor; at the begin of a line, its line end.
    mutating func erase() {
        characters = CharacterAssembler()
        if column > 0 {
            column -= 1
            bytes -= lines[row].remove(at: column).utf8.count
        } else if row > 0 {
            column = lines[row - 1].count
            lines[row - 1] += lines.remove(at: row)
            row -= 1
            bytes -= 1
        }
    }

    /// Empties the line.
    mutating func eraseLine() {
        characters = CharacterAssembler()
        bytes -= lines[row].reduce(0) { $0 + $1.utf8.count }
        lines[row] = []
        column = 0
    }

    /// Moves the cursor. `page`: lines of the window.
    mutating func move(_ movement: Movement, page: Int) {
        characters = CharacterAssembler()
        switch movement {
        case .left where column > 0: column -= 1
        case .left where row > 0: (row, column) = (row - 1, lines[row - 1].count)
        case .right where column < lines[row].count: column += 1
        case .right where row < lines.count - 1: (row, column) = (row + 1, 0)
        case .left, .right: break
        case .up: go(to: row - 1)
        case .down: go(to: row + 1)
        case .pageUp: go(to: row - page)
        case .pageDown: go(to: row + page)
        case .lineStart: column = 0
        case .lineEnd: column = lines[row].count
        case .delete:
            guard row < lines.count - 1 || column < lines[row].count else { break }
            move(.right, page: page)
            erase()
        }
    }

    /// What a window of that many columns and rows shows, and where the cursor stands in it. It scrolls no further than the cursor needs.
    mutating func view(width: Int, height: Int) -> (rows: [String], cursor: (row: Int, column: Int)) {
        precondition(width > 1 && height > 0)
        top = min(top, row)
        var above = (top..<row).map { ScreenRows.of(lines[$0], width: width).count }
        let place = Self.place(of: column, in: lines[row], width: width)
        var before = above.reduce(0, +) + place.row
        while before >= height, !above.isEmpty {
            before -= above.removeFirst()
            top += 1
        }
        // A line that is longer than the window is shown from where the cursor is.
        let hidden = max(0, before - height + 1)
        var rows: [String] = []
        var line = top
        while line < lines.count, rows.count < hidden + height {
            rows += ScreenRows.of(lines[line], width: width)
            line += 1
        }
        return (Array(rows.dropFirst(hidden).prefix(height)), (before - hidden, place.column))
    }

    private mutating func insert(_ scalar: Unicode.Scalar) {
        let length = UTF8.width(scalar)
        guard bytes + length <= limit else { return }
        bytes += length
        // A mark belongs to the character before it.
        if column > 0 {
            var joined = String(lines[row][column - 1])
            joined.unicodeScalars.append(scalar)
            if let one = joined.first, joined.count == 1 {
                lines[row][column - 1] = one
                return
            }
        }
        lines[row].insert(Character(scalar), at: column)
        column += 1
    }

    private mutating func go(to line: Int) {
        row = min(max(0, line), lines.count - 1)
        column = min(column, lines[row].count)
    }

    /// The row and column of a window's width in which the cursor stands before the character at `column`.
    private static func place(of column: Int, in line: [Character], width: Int) -> (row: Int, column: Int) {
        let before = ScreenRows.of(line[..<column], width: width)
        let used = VisibleText.columns(before[before.count - 1])
        // Behind a full row there is no column to stand in.
        return used < width ? (before.count - 1, used) : (before.count - 1, width - 1)
    }
}
