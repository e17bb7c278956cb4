import Foundation
import Glibc
import VaultSystem

/// A program that runs, with files as its standard streams, so that nothing fills up and waits.
struct Child {
    let process: pid_t
    private let files: String

    /// How it ended: its number, or a signal as a negative number, and what it wrote.
    struct Ended {
        let exit: Int32
        let output: String
        let errors: String
        /// Whether the kernel wrote a core.
        let dumped: Bool
    }

    /// Why a child did not run.
    struct Failure: Error { let number: Int32 }

    init(_ program: String, _ arguments: [String], _ environment: [String: String], input: [UInt8], secret: [UInt8], folder: String) throws
    {
        files = folder + ".files-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: files, withIntermediateDirectories: true)
        try Data(input).write(to: URL(fileURLWithPath: files + "/input"))
        try Data(secret).write(to: URL(fileURLWithPath: files + "/secret"))
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        unsafe posix_spawn_file_actions_addopen(&actions, 0, files + "/input", O_RDONLY, 0)
        unsafe posix_spawn_file_actions_addopen(&actions, 1, files + "/output", O_WRONLY | O_CREAT, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 2, files + "/errors", O_WRONLY | O_CREAT, 0o600)
        unsafe posix_spawn_file_actions_addopen(&actions, 3, files + "/secret", O_RDONLY, 0)
        // Threads that run tests block signals; a program that is to be killed by them must not.
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
        var variables = unsafe environment.sorted { $0.key < $1.key }.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
        defer { unsafe (words + variables).forEach { unsafe free($0) } }
        var number: pid_t = 0
        let answer = unsafe posix_spawn(&number, program, &actions, &attributes, &words, &variables)
        guard answer == 0 else { throw Failure(number: answer) }
        process = number
    }

    /// Waits until it has stopped itself; false when it ended instead.
    func waitForStop() -> Bool {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, WUNTRACED) == -1, errno == EINTR {}
        return status & 0xff == 0x7f
    }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Ends a stopped child with a signal, as the signal itself would have.
    func end(with signal: Int32) throws -> Ended {
        send(signal)
        send(SIGCONT)
        return try end()
    }

    /// Waits for its end.
    func end() throws -> Ended {
        var status: Int32 = 0
        while unsafe waitpid(process, &status, 0) == -1, errno == EINTR {}
        defer { try? FileManager.default.removeItem(atPath: files) }
        let signal = status & 0x7f
        return Ended(
            exit: signal == 0 ? (status >> 8) & 0xff : -signal, output: try text("output"), errors: try text("errors"),
            dumped: status & 0x80 != 0)
    }

    /// One of the kernel's files on it.
    func kernel(_ name: String) -> [UInt8] { Self.kernel(name, of: process) }

    /// The kernel says that these files are empty and gives them out a page at a time, so they are read to their end.
    static func kernel(_ name: String, of process: pid_t) -> [UInt8] {
        let file = unsafe open("/proc/\(process)/\(name)", O_RDONLY | O_CLOEXEC)
        defer { close(file) }
        return (try? StandardStreams.readAll(file, limit: 1 << 22)) ?? []
    }

    private func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(fileURLWithPath: files + "/" + name)), as: UTF8.self)
    }
}
