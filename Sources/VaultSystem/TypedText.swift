/// Lines while they are being typed, and what must be written to the terminal so that the screen agrees with them. The
/// cursor is always behind the last character. Knows nothing of files or descriptors.
struct TypedText {
    private let prompt: String
    /// Whether the terminal understands ANSI sequences.
    let escapes: Bool
    private let limit: Int
    private(set) var finished: [String] = []
    private(set) var line = ""
    private var finishedBytes = 0
    private var characters = CharacterAssembler()

    /// All of it, the unfinished line too.
    var text: String { (finished + [line]).joined(separator: "\n") }

    /// `prompt` stands on the screen before each line. Without `escapes` nothing but backspaces moves the cursor.
    init(prompt: String, escapes: Bool, limit: Int) {
        self.prompt = prompt
        self.escapes = escapes
        self.limit = limit
    }

    /// Takes a byte of text and returns what to echo. Throws `.tooLarge` beyond the limit.
    mutating func type(_ byte: UInt8) throws(SystemError) -> String {
        var echo = ""
        for scalar in characters.take(byte) where scalar == "\t" || scalar.properties.generalCategory != .control {
            echo += VisibleText.sign(for: scalar, after: line.unicodeScalars.last)
            line.unicodeScalars.append(scalar)
        }
        guard finishedBytes + line.utf8.count <= limit else { throw .tooLarge }
        return echo
    }

    /// Ends the line and begins the next.
    mutating func newLine() throws(SystemError) -> String {
        characters = CharacterAssembler()
        finishedBytes += line.utf8.count + 1
        guard finishedBytes <= limit else { throw .tooLarge }
        finished.append(line)
        line = ""
        return "\n" + prompt
    }

    /// Takes off the last character as people see it. At the start of a line, goes back to the one above.
    mutating func erase(width: Int) -> String {
        characters = CharacterAssembler()
        if line.isEmpty { return joinPrevious(width: width) }
        let before = line
        line.removeLast()
        return redraw(from: before, width: width)
    }

    /// Empties the line.
    mutating func eraseLine(width: Int) -> String {
        characters = CharacterAssembler()
        let before = line
        line = ""
        return redraw(from: before, width: width)
    }

    private mutating func joinPrevious(width: Int) -> String {
        guard escapes, let previous = finished.popLast() else { return "" }
        finishedBytes -= previous.utf8.count + 1
        line = previous
        return up(rows(previous, width: width)) + "\r\u{1B}[J" + prompt + VisibleText.shown(line)
    }

    /// A long line covers several rows: going back over the edge of the window takes a fresh start from its first row.
    private func redraw(from before: String, width: Int) -> String {
        guard escapes else {
            let gone = max(0, VisibleText.columns(before) - VisibleText.columns(line))
            return String(repeating: "\u{8} \u{8}", count: gone)
        }
        return up(rows(before, width: width) - 1) + "\r\u{1B}[J" + prompt + VisibleText.shown(line)
    }

    private func up(_ rows: Int) -> String { rows > 0 ? "\u{1B}[\(rows)A" : "" }

    /// How many rows the prompt and `text` cover in a window of `width` columns; a wide character never straddles the edge.
    private func rows(_ text: String, width: Int) -> Int {
        var rows = 1
        var column = 0
        for scalar in (prompt + VisibleText.shown(text)).unicodeScalars {
            let columns = VisibleText.columns(scalar)
            if column + columns > width {
                rows += 1
                column = 0
            }
            column += columns
        }
        return rows
    }
}
