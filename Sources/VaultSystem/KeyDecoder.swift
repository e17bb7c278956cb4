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
    /// A key that moves about in a text, or the one that takes off what comes after the cursor.
    case move(Movement)
}

/// Where a key moves to.
enum Movement: Equatable {
    case left, right, up, down
    /// The begin and the end of the line: Home and End, or Ctrl-A and Ctrl-E.
    case lineStart, lineEnd
    /// A window further: Page Up and Page Down.
    case pageUp, pageDown
    /// Delete: moves nothing, and takes off the character behind the cursor.
    case delete

    /// What a terminal sends for it.
    var bytes: [UInt8] {
        let sequence =
            switch self {
            case .up: "A"
            case .down: "B"
            case .right: "C"
            case .left: "D"
            case .lineStart: "H"
            case .lineEnd: "F"
            case .pageUp: "5~"
            case .pageDown: "6~"
            case .delete: "3~"
            }
        return Array("\u{1B}[\(sequence)".utf8)
    }
}

/// Turns what a raw terminal sends into keys, one byte after another. Escape sequences that are no key here and control characters without
/// a meaning are swallowed. Between the marks that a terminal puts around pasted text nothing is a key but Enter, and Ctrl-C, lest a mark
/// that never comes shut somebody in: what somebody copied elsewhere ends no text, moves about in none and takes nothing off.
struct KeyDecoder {
    private enum State: Equatable { case plain, afterReturn, escape, sequence, single }
    private var state = State.plain
    /// The number in a sequence, as far as it has come.
    private var number = 0
    /// Whether what comes is pasted.
    private var isPasted = false

    /// The key that `byte` completes, if it completes one.
    mutating func decode(_ byte: UInt8) -> Key? {
        guard let key = meaning(of: byte) else { return nil }
        switch key {
        case .erase, .eraseLine, .end, .move: return isPasted ? nil : key
        case .text, .enter, .interrupt: return key
        }
    }

    private mutating func meaning(of byte: UInt8) -> Key? {
        let before = state
        state = .plain
        switch (before, byte) {
        case (_, 0x1B): state = .escape
        case (_, 0x00...0x1F), (_, 0x7F): return control(byte, after: before)
        case (.escape, UInt8(ascii: "[")):
            state = .sequence
            number = 0
        case (.escape, UInt8(ascii: "O")): state = .single
        case (.escape, 0x20...0x7E): break
        case (.single, 0x20...0x7E): return Self.arrow(byte).map(Key.move)
        case (.sequence, 0x20...0x3F):
            state = .sequence
            // Behind a semicolon stands which keys are held down beside it.
            number = (0x30...0x39).contains(byte) && number < 1000 ? number * 10 + Int(byte - 0x30) : number
        case (.sequence, UInt8(ascii: "~")) where number == 200 || number == 201: isPasted = number == 200
        case (.sequence, UInt8(ascii: "~")): return Self.numbered(number).map(Key.move)
        case (.sequence, 0x40...0x7E): return Self.arrow(byte).map(Key.move)
        default: return .text(byte)
        }
        return nil
    }

    /// Control characters keep their meaning inside a broken-off escape sequence: Ctrl-C always works.
    private mutating func control(_ byte: UInt8, after before: State) -> Key? {
        switch byte {
        case 0x01: return .move(.lineStart)
        case 0x03: return .interrupt
        case 0x04: return .end
        case 0x05: return .move(.lineEnd)
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

    /// The last byte of a sequence without a number (ECMA-48, and what xterm sends).
    private static func arrow(_ byte: UInt8) -> Movement? {
        switch byte {
        case UInt8(ascii: "A"): .up
        case UInt8(ascii: "B"): .down
        case UInt8(ascii: "C"): .right
        case UInt8(ascii: "D"): .left
        case UInt8(ascii: "H"): .lineStart
        case UInt8(ascii: "F"): .lineEnd
        default: nil
        }
    }

    private static func numbered(_ number: Int) -> Movement? {
        switch number {
        case 1, 7: .lineStart
        case 4, 8: .lineEnd
        case 3: .delete
        case 5: .pageUp
        case 6: .pageDown
        default: nil
        }
    }
}
