import Glibc

// The rules of the terminal, for secrets:
// - The question and the answer go through /dev/tty, so that both work while standard input and output are pipes.
// - Nothing of the answer is shown, not even its length.
// - The terminal is read raw: canonical mode would cut the line at 4,096 bytes without a word.
// - Each byte goes from the kernel into the caller's guarded memory. There is no String, no array and no buffer between.
// - Backspace takes off a whole character, Ctrl-U all of them; Enter ends, and so does Ctrl-D before the first key.
// - Ctrl-C is read as a key, so that the terminal is restored before anything else happens.
// - What was typed before the question was no answer to it: it is dropped, and so is what follows Enter in a paste, which
//   would otherwise be run by the shell afterwards.

/// A passphrase typed by a person.
package enum TerminalSecret {
    /// Asks on the terminal the process was started from and returns the number of bytes in `memory`; 0 when the person
    /// pressed Enter at once. Throws `.notATerminal`, `.interrupted`, `.endOfInput`, and `.tooLong` when it does not fit.
    /// After an error the memory holds zeros.
    package static func readLine(prompt: String, into memory: inout MutableRawSpan) throws(SystemError) -> Int {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, into: &memory, on: terminal.number)
    }

    /// The same on an open terminal.
    package static func readLine(
        prompt: String, into memory: inout MutableRawSpan, on descriptor: Int32
    ) throws(SystemError) -> Int {
        try readLine(prompt: prompt, into: &memory, on: descriptor, isShown: false)
    }

    /// The same, but the letters are shown as they are typed, one by one: for words that a person copies from paper. Bytes that are no
    /// printable ASCII are shown as question marks.
    package static func readShownLine(prompt: String, into memory: inout MutableRawSpan) throws(SystemError) -> Int {
        let terminal = try RawTerminal.openControlling()
        return try readLine(prompt: prompt, into: &memory, on: terminal.number, isShown: true)
    }

    /// Both, on an open terminal.
    package static func readLine(
        prompt: String, into memory: inout MutableRawSpan, on descriptor: Int32, isShown: Bool
    ) throws(SystemError) -> Int {
        let terminal = try RawTerminal(descriptor, bracketedPaste: false)
        var line = SecretLine(capacity: memory.byteCount)
        do throws(SystemError) {
            try terminal.write(VisibleText.shown(prompt, keepingNewlines: true))
            try fill(&memory, &line, from: terminal, isShown: isShown)
            try terminal.write("\n")
            return line.count
        } catch {
            line.wipe(&memory)
            try? terminal.write("\n")
            throw error
        }
    }

    private static func fill(
        _ memory: inout MutableRawSpan, _ line: inout SecretLine, from terminal: borrowing RawTerminal, isShown: Bool
    ) throws(SystemError) {
        var keys = KeyDecoder()
        while true {
            let before = line.characters
            switch keys.decode(try terminal.readSecretByte()) {
            case .text(let byte):
                try line.append(byte, to: &memory)
                // A character of several bytes is one sign, written at its first.
                if isShown, line.characters > before {
                    try terminal.write((0x20...0x7e).contains(byte) ? String(UnicodeScalar(byte)) : "?")
                }
            case .erase: line.eraseLast(&memory)
            case .eraseLine: line.wipe(&memory)
            case .enter: return
            case .end: if line.count == 0 { throw .endOfInput }
            case .interrupt: throw .interrupted
            case .move: break
            case nil: continue
            }
            if isShown { for _ in 0..<max(0, before - line.characters) { try terminal.write("\u{8} \u{8}") } }
        }
    }
}
