import VaultSystem

/// What people read: rows of text with emphasis. The only way to a terminal, so that no text from a vault gets there without
/// having been made visible.
struct Page {
    /// How a piece of text stands out.
    enum Emphasis {
        case plain, strong, faint, alarming
    }

    private struct Row {
        let text: String
        let emphasis: Emphasis
        let indent: Int
        let hang: Int
        /// What stands before the text in a column of its own; nil where there is none.
        var term: String?
        /// Whether a row that is too long stays one.
        var isWhole = false
    }

    private var rows: [Row] = []

    init() {}

    /// A page of one row.
    init(_ text: String) { add(text) }

    /// Adds one row, `indent` columns to the right, and `hang` more from where it is broken. A line end in it is shown as a sign.
    mutating func add(_ text: String, _ emphasis: Emphasis = .plain, indent: Int = 0, hang: Int = 0) {
        rows.append(Row(text: text, emphasis: emphasis, indent: indent, hang: hang))
    }

    /// Adds a term and what it means, in two columns. A term too wide for its column gets a row of its own, and so does each where the
    /// second column would be narrower than the first.
    mutating func add(term: String, _ meaning: String, column: Int) {
        rows.append(Row(text: meaning, emphasis: .plain, indent: 2, hang: column, term: term))
    }

    /// Adds a text for another program: its lines are never broken.
    mutating func addVerbatim(_ text: String) {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            rows.append(Row(text: String(line), emphasis: .plain, indent: 0, hang: 0, isWhole: true))
        }
    }

    /// Adds a text of many lines; a line end behind the last adds no row.
    mutating func addText(_ text: String, indent: Int = 0) {
        // Swift takes CR LF for one character, which is not LF.
        let isEnd: (Character) -> Bool = { $0 == "\n" || $0 == "\r\n" }
        let text = text.last.map(isEnd) == true ? text.dropLast() : text[...]
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: isEnd) { add(String(line), indent: indent) }
    }

    /// Leaves a row empty.
    mutating func space() { add("") }

    /// The page as text that ends in a line end, or nothing at all. Rows are broken at spaces to fit `width` columns; nil for
    /// no breaking. Colour never carries a meaning of its own.
    func printed(width: Int?, colour: Bool) -> String {
        rows.flatMap { Self.laidOut($0, width: width) }.reduce(into: "") { out, row in
            for (number, line) in Self.broken(row, width: width).enumerated() {
                let indent = line.isEmpty ? 0 : row.indent + (number > 0 ? row.hang : 0)
                out += String(repeating: " ", count: indent) + (colour ? Self.coloured(line, row.emphasis) : line) + "\n"
            }
        }
    }

    /// The same above a question on the terminal: as wide as the window and no wider than reads well, without colour.
    var asked: String { printed(width: min(StandardStreams.width(0), 80), colour: false) }

    /// A term and its meaning in the room there is: side by side, or the one above the other.
    private static func laidOut(_ row: Row, width: Int?) -> [Row] {
        guard let term = row.term else { return [row] }
        let column = row.hang
        if let width, width < 2 * column {
            return [
                Row(text: term, emphasis: row.emphasis, indent: row.indent, hang: 2),
                Row(text: row.text, emphasis: row.emphasis, indent: row.indent + 4, hang: 0),
            ]
        }
        let room = column - VisibleText.columns(term)
        let first = room < 2 ? String(repeating: " ", count: column) : term + String(repeating: " ", count: room)
        let meaning = Row(text: first + row.text, emphasis: row.emphasis, indent: row.indent, hang: column)
        return room < 2 ? [Row(text: term, emphasis: row.emphasis, indent: row.indent, hang: 0), meaning] : [meaning]
    }

    private static func broken(_ row: Row, width: Int?) -> [String] {
        let text = VisibleText.shown(row.text)
        guard let width, !row.isWhole, row.indent + VisibleText.columns(text) > width else { return [text] }
        var lines: [String] = []
        var line: String?
        var used = 0
        // Whether nothing but spaces stands in the line.
        var isBlank = true
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            let columns = VisibleText.columns(String(word))
            let left = row.indent + (lines.isEmpty ? 0 : row.hang)
            if let begun = line, !isBlank, left + used + 1 + columns > width {
                lines.append(begun)
                line = nil
            }
            if line == nil {
                (line, used, isBlank) = (String(word), columns, word.isEmpty)
            } else {
                line?.append(" ")
                line?.append(contentsOf: word)
                (used, isBlank) = (used + 1 + columns, isBlank && word.isEmpty)
            }
        }
        return lines + [line ?? ""]
    }

    private static func coloured(_ text: String, _ emphasis: Emphasis) -> String {
        let code =
            switch emphasis {
            case .plain: ""
            case .strong: "1"
            case .faint: "2"
            case .alarming: "1;31"
            }
        return code.isEmpty || text.isEmpty ? text : "\u{1b}[\(code)m\(text)\u{1b}[0m"
    }
}
