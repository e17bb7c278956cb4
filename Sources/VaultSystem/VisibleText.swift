/// Text from a vault, a request or a file name, made harmless for a terminal: what would move the cursor, change colours,
/// turn the reading direction or be invisible becomes a sign that can be seen.
package enum VisibleText {
    /// `text` with every such character replaced: C0 controls by their picture (`␛`), the others by their number
    /// (`<U+202E>`), a tab by four spaces. With `keepingNewlines` a line end stays one (LF, or CR LF).
    package static func shown(_ text: String, keepingNewlines: Bool = false) -> String {
        var result = ""
        var previous: Unicode.Scalar?
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            switch (scalar, keepingNewlines) {
            case ("\n", true): result.unicodeScalars.append(scalar)
            case ("\r", true) where scalars[index...].dropFirst().first == "\n": break
            default: result += sign(for: scalar, after: previous)
            }
            previous = scalar
        }
        return result
    }

    /// The columns that `text`, shown, fills on a terminal: 2 for wide characters, 0 for marks on the one before.
    package static func columns(_ text: String) -> Int {
        shown(text).unicodeScalars.reduce(0) { $0 + columns($1) }
    }

    /// What stands on the screen for one character. Joiners and emoji style pass only behind an emoji: in any other place
    /// they make two texts that differ look the same.
    static func sign(for scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
        switch scalar.value {
        case 0x09: return "    "
        case 0x00...0x1F: return String(picture(of: scalar))
        case 0x7F: return "\u{2421}"
        case 0xFE0E, 0xFE0F: return isEmoji(previous) ? String(scalar) : number(of: scalar)
        case 0x200D: return isEmoji(previous) || previous == "\u{FE0F}" ? String(scalar) : number(of: scalar)
        default: return isVisible(scalar) ? String(scalar) : number(of: scalar)
        }
    }

    /// The columns of one character that is shown as it is.
    static func columns(_ scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return isWide(scalar) ? 2 : 1
        }
    }

    private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
        let properties = scalar.properties
        switch properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate: return false
        default: return !properties.isDefaultIgnorableCodePoint && !properties.isNoncharacterCodePoint
        }
    }

    private static func isEmoji(_ scalar: Unicode.Scalar?) -> Bool {
        guard let scalar else { return false }
        return scalar.value > 0xFF && scalar.properties.isEmoji
    }

    private static func picture(of scalar: Unicode.Scalar) -> Character {
        Unicode.Scalar(0x2400 + scalar.value).map(Character.init) ?? "\u{FFFD}"
    }

    private static func number(of scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
    }

    /// East Asian Width W and F, by block (Unicode Standard Annex 11).
    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
