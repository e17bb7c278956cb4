/// A text changed on the whole screen of a terminal that understands ANSI sequences. It stands on the terminal's other screen (xterm's
/// private mode 1049), so that nothing of it is left when it ends.
struct ScreenEditor {
    /// The first row of the screen, where there is room for it: what is being written. Empty for none.
    let heading: String
    /// The last row of the screen: which keys end it.
    let footer: String

    /// How a text was left.
    enum Ending { case finished, interrupted }

    /// Shows `text` until Ctrl-D or Ctrl-C; `typedAhead` are the first keys, which have been read already. Throws `.endOfInput` when the
    /// terminal has gone, and what `requireGoingOn` throws; `text` is then what it was last.
    func edit(
        _ text: inout EditedText, on terminal: borrowing RawTerminal, after typedAhead: [UInt8] = [],
        _ requireGoingOn: () throws(SystemError) -> Void
    ) throws(SystemError) -> Ending {
        OtherScreen.enter()
        defer { OtherScreen.leave() }
        var keys = KeyDecoder()
        var size = WindowSize.of(terminal.descriptor)
        if let ending = take(typedAhead, &keys, &text, size) { return ending }
        try show(&text, size, on: terminal)
        while true {
            // A window that was made wider or smaller is filled anew, also when no key is pressed.
            try requireGoingOn()
            guard try terminal.hasInput(within: TerminalText.glance) else {
                let now = WindowSize.of(terminal.descriptor)
                if now != size {
                    size = now
                    try show(&text, size, on: terminal)
                }
                continue
            }
            size = WindowSize.of(terminal.descriptor)
            if let ending = take(try terminal.read(), &keys, &text, size) { return ending }
            // What is pasted is shown when all of it is there.
            if try terminal.hasInput(within: 0) { continue }
            try show(&text, size, on: terminal)
        }
    }

    /// Does what the keys say; what comes behind the end of the text is dropped.
    private func take(_ bytes: [UInt8], _ keys: inout KeyDecoder, _ text: inout EditedText, _ size: WindowSize) -> Ending? {
        for byte in bytes {
            switch keys.decode(byte) {
            case nil: break
            case .text(let byte): text.type(byte)
            case .enter: text.newLine()
            case .erase: text.erase()
            case .eraseLine: text.eraseLine()
            case .move(let movement): text.move(movement, width: max(2, size.columns), page: room(size))
            case .end: return .finished
            case .interrupt: return .interrupted
            }
        }
        return nil
    }

    /// Rows for the text: all but the last, and the first where it has the heading.
    private func room(_ size: WindowSize) -> Int { max(1, size.rows - 1 - (hasHeading(size) ? 1 : 0)) }

    private func hasHeading(_ size: WindowSize) -> Bool { !heading.isEmpty && size.rows > 5 }

    private func show(_ text: inout EditedText, _ size: WindowSize, on terminal: borrowing RawTerminal) throws(SystemError) {
        let (width, height) = (max(2, size.columns), room(size))
        let view = text.view(width: width, height: height)
        var out = "\u{1B}[?25l\u{1B}[H"
        let above = hasHeading(size) ? 1 : 0
        if above > 0 { out += "\u{1B}[K" + Self.bar(heading, width) + "\n" }
        for row in 0..<height { out += "\u{1B}[K" + (row < view.rows.count ? view.rows[row] : "") + "\n" }
        out += Self.bar(footer, width) + "\u{1B}[K"
        out += "\u{1B}[\(view.cursor.row + above + 1);\(view.cursor.column + 1)H\u{1B}[?25h"
        try terminal.write(out)
    }

    /// A row that is no part of the text, and looks like none: as many sentences as there is room for, else words.
    private static func bar(_ words: String, _ width: Int) -> String {
        let rows = ScreenRows.of(words, width: width - 1)
        var row = rows[0][...]
        if rows.count > 1, let stop = row.lastIndex(of: ".") { row = row[...stop] }
        return "\u{1B}[7m" + row + "\u{1B}[0m"
    }
}
