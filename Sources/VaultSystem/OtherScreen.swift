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
    /// The rows that a line fills, shown; at least one. A wide character never straddles the edge.
    static func of(_ line: some Sequence<Character>, width: Int) -> [String] {
        var rows = [""]
        var used = 0
        for character in line {
            let shown = VisibleText.shown(String(character))
            let columns = VisibleText.columns(shown)
            if used + columns > width, used > 0 {
                rows.append("")
                used = 0
            }
            rows[rows.count - 1] += shown
            used += columns
        }
        return rows
    }
}
