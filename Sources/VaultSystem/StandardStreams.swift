import Glibc

/// Standard input, output and error.
package enum StandardStreams {
    /// Writes every byte to standard output. Throws `.closed` when its reader has gone, `.noSpace` on a full disk.
    package static func writeOutput(_ bytes: [UInt8]) throws(SystemError) {
        try Transfer.writeAll(bytes, to: STDOUT_FILENO)
    }

    /// Writes to standard error as far as that goes: when nobody hears it, there is nobody to tell.
    package static func writeError(_ bytes: [UInt8]) {
        try? Transfer.writeAll(bytes, to: STDERR_FILENO)
    }

    /// Everything up to the end of the input at `descriptor`. More than `limit` bytes is `.tooLarge`.
    package static func readAll(_ descriptor: Int32, limit: Int) throws(SystemError) -> [UInt8] {
        try Transfer.readAll(from: descriptor, limit: limit)
    }

    /// Whether a person sits at this descriptor.
    package static func isTerminal(_ descriptor: Int32) -> Bool {
        isatty(descriptor) == 1
    }

    /// How many columns to fill: COLUMNS if it says so, else the window's width, else 80.
    package static func width(_ descriptor: Int32) -> Int {
        if let said = Environment.value("COLUMNS"), let columns = Int(said), columns > 0 { return columns }
        return windowWidth(descriptor) ?? 80
    }

    /// The columns of the window at `descriptor`; nil when it is no terminal or does not say.
    static func windowWidth(_ descriptor: Int32) -> Int? {
        var size = winsize()
        guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
        return Int(size.ws_col)
    }
}
