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
    /// The column that going up and down keeps to, also over shorter rows.
    private var wanted: Int?

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
        wanted = nil
        for scalar in characters.take(byte) where scalar == "\t" || scalar.properties.generalCategory != .control { insert(scalar) }
    }

    /// Breaks the line at the cursor.
    mutating func newLine() {
        wanted = nil
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
        wanted = nil
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
        wanted = nil
        characters = CharacterAssembler()
        bytes -= lines[row].reduce(0) { $0 + $1.utf8.count }
        lines[row] = []
        column = 0
    }

    /// Moves the cursor in a window of that many columns, of which a page is that many rows. Up and down go by what stands on the screen.
    mutating func move(_ movement: Movement, width: Int, page: Int) {
        characters = CharacterAssembler()
        switch movement {
        case .up: return climb(-1, width: width)
        case .down: return climb(1, width: width)
        case .pageUp: return climb(-page, width: width)
        case .pageDown: return climb(page, width: width)
        default: break
        }
        wanted = nil
        switch movement {
        case .left where column > 0: column -= 1
        case .left where row > 0: (row, column) = (row - 1, lines[row - 1].count)
        case .right where column < lines[row].count: column += 1
        case .right where row < lines.count - 1: (row, column) = (row + 1, 0)
        case .left, .right, .up, .down, .pageUp, .pageDown: break
        case .lineStart: column = 0
        case .lineEnd: column = lines[row].count
        case .delete:
            guard row < lines.count - 1 || column < lines[row].count else { break }
            move(.right, width: width, page: page)
            erase()
        }
    }

    /// What a window of that many columns and rows shows, and where the cursor stands in it. It scrolls no further than the cursor needs.
    mutating func view(width: Int, height: Int) -> (rows: [String], cursor: (row: Int, column: Int)) {
        precondition(width > 1 && height > 0)
        top = min(top, row)
        var above = (top..<row).map { ScreenRows.ranges(of: lines[$0], width: width).count }
        let place = Self.place(of: column, in: lines[row], width: width)
        var before = above.reduce(0, +) + place.row
        while before >= height, !above.isEmpty {
            before -= above.removeFirst()
            top += 1
        }
        // A line that is longer than the window is shown from where the cursor is.
        let hidden = max(0, before - height + 1)
        var rows: [String] = []
        var skipped = 0
        var line = top
        while line < lines.count, rows.count < height {
            for range in ScreenRows.ranges(of: lines[line], width: width) where rows.count < height {
                if skipped < hidden { skipped += 1 } else { rows.append(ScreenRows.row(lines[line][range], width: width)) }
            }
            line += 1
        }
        return (rows, (before - hidden, place.column))
    }

    private mutating func insert(_ scalar: Unicode.Scalar) {
        let length = UTF8.width(scalar)
        guard bytes + length <= limit else { return }
        bytes += length
        // A mark belongs to the character before it. No letter has so many that counting them takes long.
        if !scalar.isASCII, column > 0, lines[row][column - 1].unicodeScalars.count < 32 {
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

    /// Goes that many rows down, or up where it is negative; as far as there are rows.
    private mutating func climb(_ count: Int, width: Int) {
        let line = lines[row]
        var at = Self.place(of: column, in: line, width: width)
        let goal = wanted ?? at.column
        var rows = ScreenRows.ranges(of: line, width: width)
        for _ in 0..<abs(count) {
            if count < 0 {
                if at.row > 0 {
                    at.row -= 1
                } else {
                    guard row > 0 else { break }
                    row -= 1
                    rows = ScreenRows.ranges(of: lines[row], width: width)
                    at.row = rows.count - 1
                }
            } else if at.row < rows.count - 1 {
                at.row += 1
            } else {
                guard row < lines.count - 1 else { break }
                row += 1
                rows = ScreenRows.ranges(of: lines[row], width: width)
                at.row = 0
            }
        }
        // Behind the last character of a row is the begin of the next one, but for the last row.
        let last = at.row == rows.count - 1 ? rows[at.row].upperBound : rows[at.row].upperBound - 1
        var used = 0
        column = rows[at.row].lowerBound
        while column < last {
            used += ScreenRows.columns(lines[row][column])
            if used > goal { break }
            column += 1
        }
        wanted = goal
    }

    /// The row and column of a window's width in which the cursor stands before the character at `column`.
    private static func place(of column: Int, in line: [Character], width: Int) -> (row: Int, column: Int) {
        let rows = ScreenRows.ranges(of: line, width: width)
        let row = rows.lastIndex { $0.lowerBound <= column } ?? 0
        let used = line[rows[row].lowerBound..<column].reduce(0) { $0 + ScreenRows.columns($1) }
        // Behind a full row there is no column to stand in.
        return (row, min(used, width - 1))
    }
}
