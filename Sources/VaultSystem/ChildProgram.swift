import CSystem
import Glibc

/// A program run as a child, with nothing of this process but what is named here: no descriptor, no variable, no signal mask.
package struct ChildProgram {
    /// The file of the program that is running now, also when it has been moved or replaced meanwhile.
    package static let itself = "/proc/self/exe"

    /// The program's file.
    package let path: String
    /// The program's whole environment.
    package let environment: [String: String]

    /// Names a program; nothing is run yet.
    package init(path: String, environment: [String: String]) {
        self.path = path
        self.environment = environment
    }

    /// How a child ended, and all it wrote.
    package struct Run: Equatable, Sendable {
        /// The way it ended.
        package let ending: Ending
        /// Standard output and standard error in the order in which they were written.
        package let said: [UInt8]
    }

    /// The two ways in which a process ends.
    package enum Ending: Equatable, Sendable {
        /// By itself, with this number.
        case exited(Int32)
        /// By this signal.
        case killed(signal: Int32)
    }

    /// The descriptor on which a child finds its secret.
    package static let secretDescriptor: Int32 = 3
    /// Longest secret in bytes: every pipe holds so many before anyone reads (PIPE_BUF).
    package static let longestSecret = 4096

    /// Runs the program and waits for its end. Standard input is the regular file at `input`, or nothing. `secret` waits on
    /// descriptor 3 in a pipe whose other end is closed. Throws `.tooLarge` when it says more than `limit` bytes, and ends it.
    package func run(_ arguments: [String], input: String? = nil, secret: [UInt8] = [], limit: Int = 1 << 20) throws(SystemError) -> Run {
        precondition(secret.count <= Self.longestSecret, "the child is not there yet to read what a pipe cannot hold")
        let secrets = try Pipe()
        try Transfer.writeAll(secret, to: secrets.writing.number)
        let answers = try Pipe()
        let input = try Descriptor(input ?? "/dev/null", O_RDONLY)
        let child = try spawn(arguments, input: input.number, output: answers.writing.number, secret: secrets.reading.number)
        return try Self.follow(child, secrets: secrets, answers: answers, limit: limit)
    }

    /// Takes over both pipes, so that this process lets go of the ends that are the child's.
    private static func follow(
        _ child: pid_t, secrets: consuming Pipe, answers: consuming Pipe, limit: Int
    ) throws(SystemError) -> Run {
        _ = consume secrets
        let reading = answers.closeWriting()
        do throws(SystemError) {
            let said = try Transfer.readAll(from: reading.number, limit: limit)
            return Run(ending: try wait(for: child), said: said)
        } catch {
            kill(child, SIGKILL)
            _ = try wait(for: child)
            throw error
        }
    }

    static func wait(for child: pid_t) throws(SystemError) -> Ending {
        var status: Int32 = 0
        try retrying { unsafe waitpid(child, &status, 0) }
        // The macros of wait.h: seven bits of signal, above them eight of exit status.
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .killed(signal: signal)
    }

    /// The child has descriptors 0 to 3 and no other, whatever this process was handed itself.
    private func spawn(_ arguments: [String], input: Int32, output: Int32, secret: Int32) throws(SystemError) -> pid_t {
        try spawn(arguments, [input, output, output, secret])
    }

    /// The child has these descriptors, as 0 and on, and no other.
    func spawn(_ arguments: [String], _ descriptors: [Int32]) throws(SystemError) -> pid_t {
        var actions = unsafe posix_spawn_file_actions_t()
        unsafe posix_spawn_file_actions_init(&actions)
        defer { unsafe posix_spawn_file_actions_destroy(&actions) }
        // In this order none of them is overwritten before it has been copied, if all stand above those that come before them.
        for (to, from) in descriptors.enumerated() {
            precondition(from >= to)
            unsafe posix_spawn_file_actions_adddup2(&actions, from, Int32(to))
        }
        unsafe kluis_spawn_close_from(&actions, Int32(descriptors.count))
        var attributes = posix_spawnattr_t()
        unsafe posix_spawnattr_init(&attributes)
        defer { unsafe posix_spawnattr_destroy(&attributes) }
        var none = sigset_t()
        unsafe sigemptyset(&none)
        unsafe posix_spawnattr_setsigmask(&attributes, &none)
        // What this process ignores would stay ignored.
        var ignored = sigset_t()
        unsafe sigemptyset(&ignored)
        for number in [SIGPIPE, SIGXFSZ] { unsafe sigaddset(&ignored, number) }
        unsafe posix_spawnattr_setsigdefault(&attributes, &ignored)
        unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var child: pid_t = 0
        let words = [path] + arguments
        let variables = environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        let answer = unsafe withCStrings(words) { words in
            unsafe withCStrings(variables) { variables in
                unsafe posix_spawn(&child, path, &actions, &attributes, words, variables)
            }
        }
        guard answer == 0 else { throw SystemError(errno: answer) }
        return child
    }
}

/// A pipe whose ends close when they go out of scope, and on exec.
private struct Pipe: ~Copyable {
    let reading: Descriptor
    let writing: Descriptor

    init() throws(SystemError) {
        var ends: (reading: Int32, writing: Int32) = (-1, -1)
        try retrying { unsafe kluis_pipe(&ends.reading, &ends.writing) }
        reading = Descriptor(owning: ends.reading)
        writing = Descriptor(owning: ends.writing)
    }

    /// Closes the end that is the child's and keeps the other.
    consuming func closeWriting() -> Descriptor { reading }
}

/// Lends an array of C strings that ends in a null pointer.
private func withCStrings<Answer>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Answer
) -> Answer {
    var pointers = unsafe strings.map { unsafe strdup($0) } + [nil]
    defer { unsafe pointers.forEach { unsafe free($0) } }
    return unsafe body(&pointers)
}
