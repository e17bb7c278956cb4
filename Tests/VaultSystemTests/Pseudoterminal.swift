import Foundation
import Glibc
import Testing
import VaultSystem

/// A terminal without a window: the program under test has one end, the test plays the person at the other.
final class Pseudoterminal: Sendable {
    /// The end of the person.
    let keyboard: Int32
    /// The end of the program.
    let terminal: Int32
    let path: String

    init() throws {
        keyboard = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC)
        var unlocked: Int32 = 0
        var number: UInt32 = 0
        let unlock: UInt = 0x4004_5431  // TIOCSPTLCK
        let tellNumber: UInt = 0x8004_5430  // TIOCGPTN
        guard unsafe ioctl(keyboard, unlock, &unlocked) == 0, unsafe ioctl(keyboard, tellNumber, &number) == 0 else {
            throw CocoaError(.fileReadUnknown)
        }
        path = "/dev/pts/\(number)"
        terminal = unsafe open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
        var size = winsize(ws_row: 24, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
        guard unsafe ioctl(keyboard, UInt(TIOCSWINSZ), &size) == 0 else { throw CocoaError(.fileReadUnknown) }
    }

    deinit {
        close(terminal)
        close(keyboard)
    }

    /// Input, output and local flags: what raw mode changes.
    var modes: [UInt32] {
        var settings = termios()
        _ = unsafe tcgetattr(terminal, &settings)
        return [settings.c_iflag, settings.c_oflag, settings.c_lflag]
    }

    var echoes: Bool { modes[2] & UInt32(ECHO) != 0 }

    /// Runs `program` on this terminal in a thread of its own and `person` here; returns what the program answered and
    /// everything that was on the screen.
    func run<Answer: Sendable>(
        _ program: @escaping @Sendable (Int32) throws(SystemError) -> Answer, person: (Person) throws -> Void
    ) throws -> (answer: Result<Answer, SystemError>, screen: String) {
        let outcome = Outcome<Answer>()
        let terminal = terminal
        Thread { outcome.set(Result { () throws(SystemError) in try program(terminal) }) }.start()
        let sitting = Person(keyboard: keyboard)
        try person(sitting)
        var answer = outcome.get()
        for _ in 0..<2000 where answer == nil {
            sitting.look(until: POLLIN, milliseconds: 10)
            answer = outcome.get()
        }
        sitting.look(until: POLLIN, milliseconds: 0)
        return (try #require(answer, "the program still waits for an answer"), sitting.screen)
    }
}

/// What somebody at the keyboard does and sees.
final class Person {
    let keyboard: Int32
    private(set) var seen: [UInt8] = []

    init(keyboard: Int32) { self.keyboard = keyboard }

    var screen: String { String(decoding: seen, as: UTF8.self) }

    /// Waits until `text` is on the screen; gives up when nothing has come for long.
    func waits(for text: String) throws {
        for _ in 0..<2000 where !screen.contains(text) { look(until: POLLIN, milliseconds: 10) }
        try #require(screen.contains(text))
    }

    /// Types bytes, reading the screen meanwhile so that neither side waits for the other.
    func type(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let events = look(until: POLLIN | POLLOUT, milliseconds: 1000)
            guard events & POLLOUT != 0 else { continue }
            let portion = Array(rest.prefix(200))
            let count = unsafe write(keyboard, portion, portion.count)
            if count > 0 { rest = rest.dropFirst(count) }
        }
    }

    func type(_ text: String) { type(Array(text.utf8)) }

    @discardableResult
    func look(until events: Int32, milliseconds: Int32) -> Int32 {
        var wanted = pollfd(fd: keyboard, events: Int16(events), revents: 0)
        guard unsafe poll(&wanted, 1, milliseconds) > 0 else { return 0 }
        if Int32(wanted.revents) & POLLIN != 0 {
            var portion = [UInt8](repeating: 0, count: 4096)
            let count = unsafe read(keyboard, &portion, portion.count)
            if count > 0 { seen += portion[..<count] }
        }
        return Int32(wanted.revents)
    }
}

/// Handed from one thread to another.
private final class Outcome<Answer: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var answer: Result<Answer, SystemError>?

    func set(_ answer: Result<Answer, SystemError>) { lock.withLock { self.answer = answer } }
    func get() -> Result<Answer, SystemError>? { lock.withLock { answer } }
}

/// Threads that run tests block signals; the main thread of a program does not.
func unblockSignals() {
    var none = sigset_t()
    _ = unsafe sigemptyset(&none)
    _ = unsafe pthread_sigmask(SIG_SETMASK, &none, nil)
}
