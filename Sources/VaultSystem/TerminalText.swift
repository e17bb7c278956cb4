import Glibc

// The rules of the terminal, for text that may be seen:
// - The question and the answer go through /dev/tty, raw, with our own echo: canonical mode would cut a line at 4,096 bytes.
// - A title or a confirmation ends with Enter. A text ends with Ctrl-D, wherever one is; Enter begins a new line there.
// - Backspace takes off a character as people see it, also over the edge of the window and, in a text, over a line end.
//   Ctrl-U empties the line. Control characters are dropped.
// - A text that is there already, or an arrow key in one that is being typed, opens it on the whole screen (ScreenEditor), where the cursor
//   can go anywhere; Ctrl-D ends it from any place. In a one-line answer arrow keys do nothing.
// - A text is read with bracketed paste on, so that the terminal does not warn about many lines or send them as keys.
// - With TERM=dumb, or none, no escape sequence is written, and backspace stops at the start of the line.
// - Whatever is echoed or asked passes through VisibleText: a pasted escape sequence is shown and not obeyed.
// - Bytes that are no UTF-8 become U+FFFD on the screen and in the answer alike; a character that Enter breaks off is dropped.
// - Ctrl-C is read as a key: the terminal is restored, then the caller hears `.interrupted`, and gets what was typed of a text. So it does
//   when the window was closed, or a signal asks the process to end, where the caller holds signals back meanwhile.
// - What was typed before the question, and what follows the end, is dropped and never reaches the shell.

/// Visible text typed by a person.
package enum TerminalText {
    /// The most bytes of a one-line answer.
    static let lineLimit = 1 << 16
    /// To wait without an end, in milliseconds.
    private static let forever: Int32 = -1
    /// How long one look for a key takes where something else may end the typing, in milliseconds.
    static let glance: Int32 = 250

    /// Whether there is a terminal to ask on: the one the process was started from, whatever its standard streams are.
    package static var isPossible: Bool { (try? RawTerminal.openControlling()) != nil }

    /// Asks for one line: a title, a name, a typed confirmation. Throws `.notATerminal`, `.interrupted`, `.endOfInput` for
    /// Ctrl-D on an empty line, `.tooLarge` beyond 64 KiB.
    package static func readLine(prompt: String) throws(SystemError) -> String {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, on: terminal.number, escapes: understandsSequences)
    }

    /// The same, and while nothing is typed `meanwhile` is called over and over, every other second. What it has to say is shown on lines
    /// of its own, and the question stands below it again, with what was typed so far.
    package static func readLine(prompt: String, meanwhile: () -> String?) throws(SystemError) -> String {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, on: terminal.number, escapes: understandsSequences, every: 2000, meanwhile)
    }

    /// Shows the `intro` lines and reads a text of many lines, beginning with what `initial` holds. Throws `.notATerminal`; whatever ends
    /// the typing later comes with the text: also what `requireGoingOn` throws, which is called a few times a second.
    package static func readText(
        intro: [String], initial: String = "", heading: String = "", footer: String = "", limit: Int = 1 << 24,
        requireGoingOn: () throws(SystemError) -> Void = {}
    ) throws(SystemError) -> TypedAnswer {
        let terminal = try RawTerminal.openControlling()
        return try readText(
            intro: intro, initial: initial, heading: heading, footer: footer, limit: limit, on: terminal.number,
            escapes: understandsSequences,
            requireGoingOn: requireGoingOn)
    }

    /// Shows lines on the terminal the process was started from, as far as there is one.
    package static func show(_ text: String) {
        guard let terminal = try? RawTerminal.openControlling() else { return }
        try? Transfer.writeAll(Array(VisibleText.shown(text, keepingNewlines: true).utf8), to: terminal.number)
    }

    /// Whether the terminal can show a text on the whole screen: with TERM=dumb, or none, it is read and written line by line.
    package static var understandsSequences: Bool {
        guard let name = Environment.value("TERM") else { return false }
        return name != "" && name != "dumb"
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
        _ = try edit(&typed, on: terminal, manyLines: false) { typed throws(SystemError) in
            while try !terminal.hasInput(within: milliseconds) {
                guard let said = meanwhile() else { continue }
                try terminal.write("\n" + VisibleText.shown(said, keepingNewlines: true) + "\n" + lastLine + VisibleText.shown(typed))
            }
        }
        return typed.line
    }

    /// The same on an open terminal; `escapes` says whether it understands ANSI sequences, `heading` and `footer` what the first and the
    /// last row of the whole screen say.
    package static func readText(
        intro: [String], initial: String = "", heading: String = "", footer: String = "", limit: Int = 1 << 24, on descriptor: Int32,
        escapes: Bool,
        requireGoingOn: () throws(SystemError) -> Void = {}
    ) throws(SystemError) -> TypedAnswer {
        let terminal = try RawTerminal(descriptor, bracketedPaste: escapes)
        for line in intro { try terminal.write(VisibleText.shown(line, keepingNewlines: true) + "\n") }
        let editor = escapes ? ScreenEditor(heading: heading, footer: footer) : nil
        if let editor, !initial.isEmpty { return whole(EditedText(initial, limit: limit), editor, on: terminal, requireGoingOn) }
        var typed = TypedText(prompt: "", escapes: escapes, limit: limit)
        do throws(SystemError) {
            for byte in initial.utf8 { try terminal.write(byte == 0x0a ? typed.newLine() : typed.type(byte)) }
            let ending = try edit(&typed, on: terminal, manyLines: true) { _ throws(SystemError) in
                repeat { try requireGoingOn() } while try !terminal.hasInput(within: glance)
            }
            if case .wantsScreen(let typedAhead) = ending, let editor {
                return whole(EditedText(typed.text, limit: limit), editor, on: terminal, after: typedAhead, requireGoingOn)
            }
        } catch {
            return TypedAnswer(bytes: Array(typed.text.utf8), ended: error, isOnScreen: true)
        }
        let lines = typed.finished + (typed.line.isEmpty ? [] : [typed.line])
        return TypedAnswer(bytes: Array(lines.joined(separator: "\n").utf8), ended: nil, isOnScreen: true)
    }

    private static func whole(
        _ text: EditedText, _ editor: ScreenEditor, on terminal: borrowing RawTerminal, after typedAhead: [UInt8] = [],
        _ requireGoingOn: () throws(SystemError) -> Void
    ) -> TypedAnswer {
        var text = text
        do throws(SystemError) {
            let ending = try editor.edit(&text, on: terminal, after: typedAhead, requireGoingOn)
            return TypedAnswer(bytes: Array(text.text.utf8), ended: ending == .finished ? nil : .interrupted, isOnScreen: false)
        } catch {
            return TypedAnswer(bytes: Array(text.text.utf8), ended: error, isOnScreen: false)
        }
    }

    private enum Ending {
        case answered
        /// A key that moves was pressed, which the whole screen understands: its bytes, and what came with them.
        case wantsScreen([UInt8])
    }

    /// Reads keys until the end of the answer. The cursor ends on a fresh line, also after an error.
    private static func edit(
        _ typed: inout TypedText, on terminal: borrowing RawTerminal, manyLines: Bool,
        waiting: (String) throws(SystemError) -> Void
    ) throws(SystemError) -> Ending {
        var keys = KeyDecoder()
        do throws(SystemError) {
            while true {
                var echo = ""
                try waiting(typed.line)
                let bytes = try terminal.read()
                for (place, byte) in bytes.enumerated() {
                    guard let key = keys.decode(byte) else { continue }
                    if key == .enter && !manyLines || key == .end && (manyLines || typed.line.isEmpty) {
                        try terminal.write(echo + (typed.line.isEmpty && manyLines ? "" : "\n"))
                        if key == .end && !manyLines { throw .endOfInput }
                        return .answered
                    }
                    if manyLines, typed.escapes, case .move(let movement) = key {
                        try terminal.write(echo + (typed.line.isEmpty ? "" : "\n"))
                        return .wantsScreen(movement.bytes + bytes[(place + 1)...])
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
        case .end, .move: ""
        case .interrupt: throw .interrupted
        }
    }
}

/// A text as far as somebody typed it.
package struct TypedAnswer: Equatable, Sendable {
    /// UTF-8, lines separated by LF, no LF behind the last. Empty when nothing was typed.
    package let bytes: [UInt8]
    /// What ended it before it was finished; `.interrupted` by Ctrl-C, `.endOfInput` when the terminal has gone, `.tooLarge` beyond the
    /// limit. Nil where it is finished.
    package let ended: SystemError?
    /// Whether it still stands on the screen.
    package let isOnScreen: Bool

    /// Puts them together.
    package init(bytes: [UInt8], ended: SystemError?, isOnScreen: Bool) {
        self.bytes = bytes
        self.ended = ended
        self.isOnScreen = isOnScreen
    }
}
