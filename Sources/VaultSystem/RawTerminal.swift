import CSystem
import Glibc

/// A terminal that gives every key as it is pressed and echoes nothing. When the value goes out of scope, what is still
/// waiting to be read is dropped and the terminal is as it was before; a signal that ends the process restores it too.
struct RawTerminal: ~Copyable {
    let descriptor: Int32

    /// Throws `.notATerminal`, or `.busy` when this process has one already: there is only one person.
    init(_ descriptor: Int32, bracketedPaste: Bool) throws(SystemError) {
        try retrying { kluis_terminal_make_raw(descriptor, bracketedPaste ? 1 : 0) }
        self.descriptor = descriptor
    }

    deinit { kluis_terminal_restore() }

    /// The terminal the process was started from, whatever its standard streams are. Throws `.notATerminal` without one.
    static func openControlling() throws(SystemError) -> Descriptor {
        do throws(SystemError) { return try Descriptor("/dev/tty", O_RDWR) } catch { throw .notATerminal }
    }

    /// Writes text that was made visible before.
    func write(_ text: String) throws(SystemError) {
        try Transfer.writeAll(Array(text.utf8), to: descriptor)
    }

    /// Whether something was typed within so many milliseconds; -1 waits without an end. A terminal that has gone has something to tell.
    func hasInput(within milliseconds: Int32) throws(SystemError) -> Bool {
        var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return try retrying { unsafe poll(&wanted, 1, milliseconds) } > 0
    }

    /// What was typed or pasted since, at least a byte. Throws `.endOfInput` when the terminal has gone.
    func read() throws(SystemError) -> [UInt8] {
        var portion = [UInt8](repeating: 0, count: 1024)
        let count = try Self.gone { () throws(SystemError) in try Transfer.readPortion(from: descriptor, into: &portion) }
        guard count > 0 else { throw .endOfInput }
        return Array(portion[..<count])
    }

    /// One byte of a secret. Throws `.endOfInput` when the terminal has gone.
    func readSecretByte() throws(SystemError) -> UInt8 {
        let byte = try Self.gone { () throws(SystemError) in try SecretLine.nextByte(from: descriptor) }
        guard let byte else { throw .endOfInput }
        return byte
    }

    /// A closed window gives EIO.
    private static func gone<Answer>(_ read: () throws(SystemError) -> Answer) throws(SystemError) -> Answer {
        do throws(SystemError) { return try read() } catch {
            throw error == .failed(errno: EIO) ? .endOfInput : error
        }
    }
}
