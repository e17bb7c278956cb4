/// Why bytes are not what they claim to be. Carries positions only, never the bytes themselves.
package enum FormatError: Error, Equatable {
    /// Not lower-case hexadecimal of the expected length.
    case hex
    /// Not canonical RFC 4648 base64 with padding, or not of the expected length.
    case base64
    /// Not canonical JSON; the offset is where reading stopped, in bytes.
    case json(offset: Int)
    /// A JSON member is absent, of another type, or outside its bounds.
    case member
    /// A C2SP signed note that is not in its one spelling.
    case note
    /// A line of a text format is missing, unknown or not in its one spelling; lines count from 1.
    case line(Int)
    /// Not a calendar time or date in the one spelling that is allowed.
    case time
    /// Binary data of the wrong length or with bytes where none may be.
    case layout
    /// A format version this program does not know.
    case unknownVersion
    /// Larger than the limit for this kind of data.
    case tooLarge
    /// A word that is not in the word list; words count from 1.
    case word(Int)
    /// A text that breaks a rule for what people write.
    case text(TextFault)
}
