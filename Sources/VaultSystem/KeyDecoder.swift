/// What a key, or a byte of pasted text, means to somebody who types a line.
enum Key: Equatable {
    /// One byte of text: printable ASCII, a tab, or part of a longer UTF-8 character.
    case text(UInt8)
    /// Enter, or a line end in pasted text.
    case enter
    /// Backspace.
    case erase
    /// Ctrl-U.
    case eraseLine
    /// Ctrl-D.
    case end
    /// Ctrl-C.
    case interrupt
}

/// Turns what a raw terminal sends into keys, one byte after another. Escape sequences (arrow keys, the marks around
/// pasted text) and control characters without a meaning here are swallowed.
struct KeyDecoder {
    private enum State: Equatable { case plain, afterReturn, escape, sequence, single }
    private var state = State.plain

    /// The key that `byte` completes, if it completes one.
    mutating func decode(_ byte: UInt8) -> Key? {
        let before = state
        state = .plain
        switch (before, byte) {
        case (_, 0x1B): state = .escape
        case (_, 0x00...0x1F), (_, 0x7F): return control(byte, after: before)
        case (.escape, UInt8(ascii: "[")): state = .sequence
        case (.escape, UInt8(ascii: "O")): state = .single
        case (.escape, 0x20...0x7E), (.single, 0x20...0x7E): break
        case (.sequence, 0x20...0x3F): state = .sequence
        case (.sequence, 0x40...0x7E): break
        default: return .text(byte)
        }
        return nil
    }

    /// Control characters keep their meaning inside a broken-off escape sequence: Ctrl-C always works.
    private mutating func control(_ byte: UInt8, after before: State) -> Key? {
        switch byte {
        case 0x03: return .interrupt
        case 0x04: return .end
        case 0x08, 0x7F: return .erase
        case 0x09: return .text(byte)
        case 0x0A: return before == .afterReturn ? nil : .enter
        case 0x0D:
            state = .afterReturn
            return .enter
        case 0x15: return .eraseLine
        default: return nil
        }
    }
}
