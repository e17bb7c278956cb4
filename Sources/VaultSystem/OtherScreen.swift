import CSystem
import Glibc

/// The terminal's other screen, on which a text stands while it is read or changed; what was on the first one is there again afterwards. A
/// signal that ends the process leaves it too. Only while the terminal is raw: whoever ends that leaves it as well.
enum OtherScreen {
    static func enter() { kluis_terminal_other_screen(1) }
    static func leave() { kluis_terminal_other_screen(0) }
}

/// How large a window is.
struct WindowSize: Equatable {
    let columns: Int
    let rows: Int

    /// Of the window at `descriptor`; 80 by 24 where it does not say.
    static func of(_ descriptor: Int32) -> WindowSize {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 1, size.ws_row > 1 else {
            return WindowSize(columns: 80, rows: 24)
        }
        return WindowSize(columns: Int(size.ws_col), rows: Int(size.ws_row))
    }
}

/// What lines become in a window.
enum ScreenRows {
    /// The rows that a line fills, shown; at least one. No row is wider than the window, but for a sign that alone is.
    static func of(_ line: some Sequence<Character>, width: Int) -> [String] {
        let line = Array(line)
        return ranges(of: line, width: width).map { row(line[$0], width: width) }
    }

    /// One of those rows.
    static func row(_ characters: ArraySlice<Character>, width: Int) -> String {
        // Spaces at the end of a row may hang over the edge.
        var over = characters.reduce(0) { $0 + columns($1) } - width
        var end = characters.endIndex
        while over > 0, end > characters.startIndex, characters[end - 1] == " " { (over, end) = (over - 1, end - 1) }
        return characters[..<end].map { VisibleText.shown(String($0)) }.joined()
    }

    /// How many columns a character takes, as it is shown.
    static func columns(_ character: Character) -> Int {
        if let ascii = character.asciiValue, (0x20...0x7E).contains(ascii) { return 1 }
        return VisibleText.columns(VisibleText.shown(String(character)))
    }

    /// Which characters stand in which row; at least one row. A row ends behind a space where it can, so that words stay whole, and a wide
    /// character never straddles the edge.
    static func ranges(of line: [Character], width: Int) -> [Range<Int>] {
        let columns = line.map(columns)
        var rows: [Range<Int>] = []
        var start = 0
        var used = 0
        // Behind the last space of the row.
        var afterSpace = 0
        for place in line.indices {
            let isSpace = line[place] == " "
            while used + columns[place] > width, place > start, !isSpace {
                let end = afterSpace > start ? afterSpace : place
                rows.append(start..<end)
                used = columns[end..<place].reduce(0, +)
                start = end
            }
            used += columns[place]
            if isSpace { afterSpace = place + 1 }
        }
        return rows + [start..<line.count]
    }
}
