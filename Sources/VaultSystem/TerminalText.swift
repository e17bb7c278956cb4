import Glibc

// The rules of the terminal, for text that may be seen:
// - The question and the answer go through /dev/tty, raw, with our own echo: canonical mode would cut a line at 4,096 bytes.
// - A title or a confirmation ends with Enter. A text ends with Ctrl-D on an empty line; Enter begins a new line there.
// - Backspace takes off a character as people see it, also over the edge of the window and, in a text, over a line end.
//   Ctrl-U empties the line. Arrow keys and other escape sequences do nothing; control characters are dropped.
// - A text is read with bracketed paste on, so that the terminal does not warn about many lines or send them as keys.
// - With TERM=dumb, or none, no escape sequence is written, and backspace stops at the start of the line.
// - Whatever is echoed or asked passes through VisibleText: a pasted escape sequence is shown and not obeyed.
// - Bytes that are no UTF-8 become U+FFFD on the screen and in the answer alike; a character that Enter breaks off is dropped.
// - Ctrl-C is read as a key: the terminal is restored, then the caller hears `.interrupted` and says what was not kept.
// - What was typed before the question, and what follows the end, is dropped and never reaches the shell.

/// Visible text typed by a person.
package enum TerminalText {
    /// The most bytes of a one-line answer.
    static let lineLimit = 1 << 16
    /// To wait without an end, in milliseconds.
    private static let forever: Int32 = -1

    /// Whether there is a terminal to ask on: the one the process was started from, whatever its standard streams are.
    package static var isPossible: Bool { (try? RawTerminal.openControlling()) != nil }

    /// Asks for one line: a title, a name, a typed confirmation. Throws `.notATerminal`, `.interrupted`, `.endOfInput` for
    /// Ctrl-D on an empty line, `.tooLarge` beyond 64 KiB.
    package static func readLine(prompt: String) throws(SystemError) -> String {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, on: terminal.number, escapes: terminalKnowsEscapes)
    }

    /// The same, and while nothing is typed `meanwhile` is called over and over, every other second. What it has to say is shown on lines of
    /// its own, and the question stands below it again, with what was typed so far.
    package static func readLine(prompt: String, meanwhile: () -> String?) throws(SystemError) -> String {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, on: terminal.number, escapes: terminalKnowsEscapes, every: 2000, meanwhile)
    }

    /// Shows the `intro` lines and reads a text of many lines: UTF-8, lines separated by LF, no LF behind the last.
    /// Empty when nothing was typed. Throws `.notATerminal`, `.interrupted`, `.endOfInput` when the terminal has gone,
    /// `.tooLarge` beyond `limit` bytes.
    package static func readText(intro: [String], limit: Int = 1 << 24) throws(SystemError) -> [UInt8] {
        let terminal = try RawTerminal.openControlling()
        return try readText(intro: intro, limit: limit, on: terminal.number, escapes: terminalKnowsEscapes)
    }

    /// `readLine(prompt:)` on an open terminal; `escapes` says whether it understands ANSI sequences.
    package static func readLine(prompt: String, on descriptor: Int32, escapes: Bool) throws(SystemError) -> String {
        try readLine(prompt: prompt, on: descriptor, escapes: escapes, every: forever) { nil }
    }

    /// The same with something that is done every so many milliseconds without a key.
    package static func readLine(
        prompt: String, on descriptor: Int32, escapes: Bool, every milliseconds: Int32, _ meanwhile: () -> String?
    ) throws(SystemError) -> String {
        let prompt = VisibleText.shown(prompt, keepingNewlines: true)
        let terminal = try RawTerminal(descriptor, bracketedPaste: false)
        try terminal.write(prompt)
        let lastLine = prompt.split(separator: "\n", omittingEmptySubsequences: false).last.map(String.init) ?? ""
        var typed = TypedText(prompt: lastLine, escapes: escapes, limit: lineLimit)
        try edit(&typed, on: terminal, manyLines: false) { typed throws(SystemError) in
            while try !terminal.hasInput(within: milliseconds) {
                guard let said = meanwhile() else { continue }
                try terminal.write("\n" + VisibleText.shown(said, keepingNewlines: true) + "\n" + lastLine + VisibleText.shown(typed))
            }
        }
        return typed.line
    }

    /// `readText(intro:limit:)` on an open terminal; `escapes` says whether it understands ANSI sequences.
    package static func readText(
        intro: [String], limit: Int = 1 << 24, on descriptor: Int32, escapes: Bool
    ) throws(SystemError) -> [UInt8] {
        let terminal = try RawTerminal(descriptor, bracketedPaste: escapes)
        for line in intro { try terminal.write(VisibleText.shown(line, keepingNewlines: true) + "\n") }
        var typed = TypedText(prompt: "", escapes: escapes, limit: limit)
        try edit(&typed, on: terminal, manyLines: true) { _ in }
        return Array(typed.finished.joined(separator: "\n").utf8)
    }

    /// Reads keys until the end of the answer. The cursor ends on a fresh line, also after an error.
    private static func edit(
        _ typed: inout TypedText, on terminal: borrowing RawTerminal, manyLines: Bool,
        waiting: (String) throws(SystemError) -> Void
    ) throws(SystemError) {
        var keys = KeyDecoder()
        do throws(SystemError) {
            while true {
                var echo = ""
                try waiting(typed.line)
                for byte in try terminal.read() {
                    guard let key = keys.decode(byte) else { continue }
                    if key == .enter && !manyLines || key == .end && typed.line.isEmpty {
                        try terminal.write(echo + (typed.line.isEmpty && manyLines ? "" : "\n"))
                        if key == .end && !manyLines { throw .endOfInput }
                        return
                    }
                    echo += try apply(key, to: &typed, width: StandardStreams.windowWidth(terminal.descriptor) ?? 80)
                }
                try terminal.write(echo)
            }
        } catch {
            if error != .endOfInput { try? terminal.write("\n") }
            throw error
        }
    }

    private static func apply(_ key: Key, to typed: inout TypedText, width: Int) throws(SystemError) -> String {
        switch key {
        case .text(let byte): try typed.type(byte)
        case .enter: try typed.newLine()
        case .erase: typed.erase(width: width)
        case .eraseLine: typed.eraseLine(width: width)
        case .end: ""
        case .interrupt: throw .interrupted
        }
    }

    private static var terminalKnowsEscapes: Bool {
        guard let name = Environment.value("TERM") else { return false }
        return name != "" && name != "dumb"
    }
}
