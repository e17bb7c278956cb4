/// What is wrong with something a person wrote. Positions count Unicode scalars from 1; the text itself is never carried.
package enum TextFault: Error, Equatable {
    /// Nothing but white space.
    case empty
    /// More scalars than allowed.
    case tooLong(limit: Int)
    /// More bytes than allowed.
    case tooManyBytes(limit: Int)
    /// Not UTF-8; the position counts bytes from 1.
    case notUTF8(position: Int)
    /// A control, format or bidi character in a one-line text.
    case control(position: Int)
    /// A NUL in a text.
    case nul(position: Int)
}
