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
    }

    private var rows: [Row] = []

    init() {}

    /// A page of one row.
    init(_ text: String) { add(text) }

    /// Adds one row, `indent` columns to the right, and `hang` more from where it is broken. A line end in it is shown as a sign.
    mutating func add(_ text: String, _ emphasis: Emphasis = .plain, indent: Int = 0, hang: Int = 0) {
        rows.append(Row(text: text, emphasis: emphasis, indent: indent, hang: hang))
    }

    /// Adds a term and what it means, in two columns; a term too wide for its column gets a row of its own.
    mutating func add(term: String, _ meaning: String, column: Int) {
        let room = column - VisibleText.columns(term)
        if room < 2 { add(term, indent: 2) }
        let first = room < 2 ? String(repeating: " ", count: column) : term + String(repeating: " ", count: room)
        add(first + meaning, indent: 2, hang: column)
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
        rows.reduce(into: "") { out, row in
            for (number, line) in Self.broken(row, width: width).enumerated() {
                let indent = line.isEmpty ? 0 : row.indent + (number > 0 ? row.hang : 0)
                out += String(repeating: " ", count: indent) + (colour ? Self.coloured(line, row.emphasis) : line) + "\n"
            }
        }
    }

    private static func broken(_ row: Row, width: Int?) -> [String] {
        let text = VisibleText.shown(row.text)
        guard let width, row.indent + VisibleText.columns(text) > width else { return [text] }
        var lines: [String] = []
        var line: String?
        for word in text.split(separator: " ", omittingEmptySubsequences: false) {
            guard let begun = line else {
                line = String(word)
                continue
            }
            let left = row.indent + (lines.isEmpty ? 0 : row.hang)
            let fits = begun.allSatisfy { $0 == " " } || left + VisibleText.columns(begun) + 1 + VisibleText.columns(String(word)) <= width
            if !fits { lines.append(begun) }
            line = fits ? begun + " " + word : String(word)
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
