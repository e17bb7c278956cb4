/// A long answer read a window at a time, on the terminal's other screen: nothing of it is left on the screen or in what can be scrolled
/// back, and nothing is searched for or kept.
package struct ScreenPager {
    private let rows: (_ width: Int) -> [String]
    private let footer: (_ last: Int, _ of: Int) -> String

    /// `rows` makes the answer for a window of that many columns; `footer` says how many of how many rows have been seen, and the keys.
    package init(rows: @escaping (_ width: Int) -> [String], footer: @escaping (_ last: Int, _ of: Int) -> String) {
        self.rows = rows
        self.footer = footer
    }

    /// Whether the answer is longer than the window of the terminal that the process was started from, and that understands ANSI sequences.
    package var isWanted: Bool {
        guard TerminalText.understandsSequences, let terminal = try? RawTerminal.openControlling() else { return false }
        let size = WindowSize.of(terminal.number)
        return laidOut(size).count >= size.rows
    }

    /// Shows it until the person has had enough of it. Throws `.notATerminal`, `.endOfInput` when the terminal has gone.
    package func show() throws(SystemError) {
        let descriptor = try RawTerminal.openControlling()
        try show(on: descriptor.number)
    }

    /// The same on an open terminal.
    package func show(on descriptor: Int32) throws(SystemError) {
        let terminal = try RawTerminal(descriptor, bracketedPaste: false)
        OtherScreen.enter()
        defer { OtherScreen.leave() }
        var keys = KeyDecoder()
        var size = WindowSize.of(descriptor)
        var lines = laidOut(size)
        var top = 0
        try draw(lines, top, size, on: terminal)
        while true {
            let isKey = try terminal.hasInput(within: 250)
            let now = WindowSize.of(descriptor)
            if now != size { (size, lines) = (now, laidOut(now)) } else if !isKey { continue }
            for byte in isKey ? try terminal.read() : [] {
                guard let key = keys.decode(byte) else { continue }
                guard let next = Self.top(after: key, at: top, of: lines.count, room: Self.room(size)) else { return }
                top = next
            }
            top = max(0, min(top, lines.count - Self.room(size)))
            try draw(lines, top, size, on: terminal)
        }
    }

    /// The first row after a key; nil where the person has had enough, or has seen the end and asks for more.
    static func top(after key: Key, at top: Int, of count: Int, room: Int) -> Int? {
        let isAtEnd = top + room >= count
        let next: Int
        switch key {
        case .text(UInt8(ascii: "q")), .text(UInt8(ascii: "Q")), .end, .interrupt: return nil
        case .text(UInt8(ascii: " ")), .move(.pageDown), .move(.right):
            if isAtEnd { return nil }
            next = top + room
        case .enter, .move(.down):
            if isAtEnd { return nil }
            next = top + 1
        case .text(UInt8(ascii: "b")), .text(UInt8(ascii: "B")), .move(.pageUp), .move(.left): next = top - room
        case .move(.up), .erase: next = top - 1
        case .move(.lineStart): next = 0
        case .move(.lineEnd): next = count
        case .text, .eraseLine, .move(.delete): next = top
        }
        return max(0, min(next, count - room))
    }

    private static func room(_ size: WindowSize) -> Int { max(1, size.rows - 1) }

    private func laidOut(_ size: WindowSize) -> [String] { rows(size.columns).flatMap { ScreenRows.of($0, width: size.columns) } }

    private func draw(_ lines: [String], _ top: Int, _ size: WindowSize, on terminal: borrowing RawTerminal) throws(SystemError) {
        let last = min(lines.count, top + Self.room(size))
        var out = "\u{1B}[H"
        for row in top..<top + Self.room(size) { out += "\u{1B}[K" + (row < last ? lines[row] : "") + "\n" }
        let below = ScreenRows.of(footer(last, lines.count), width: size.columns - 1).first ?? ""
        try terminal.write(out + "\u{1B}[7m" + below + "\u{1B}[0m\u{1B}[K")
    }
}
