import CSystem
import Glibc

/// What the process does to itself before it touches anything.
package enum Hardening {
    /// The first call of `main`. None of it can fail in a way the person could help, so nothing is reported.
    package static func begin() {
        openStandardDescriptors()
        dieWithoutTelling()
        kluis_forbid_inspection()
        kluis_overwrite_freed_memory()
        turnLimitsIntoErrors()
        umask(0o077)
    }

    /// The last call of `main`: ends the process with this number.
    package static func end(_ status: Int32) -> Never { exit(status) }

    /// With descriptor 1 closed, the vault would be opened as number 1 and the answer written into it. The stand-ins are
    /// opened the wrong way round, so that using one fails (`.closed`) instead of losing an answer in silence.
    private static func openStandardDescriptors() {
        for (number, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)] {
            guard fcntl(number, F_GETFD) == -1 else { continue }
            guard unsafe open("/dev/null", flags) == number else { _exit(5) }
        }
    }

    /// Swift's crash handler prints what the registers point to, and that may be a key.
    private static func dieWithoutTelling() {
        for number in [SIGSEGV, SIGILL, SIGBUS, SIGTRAP, SIGABRT, SIGFPE] { _ = signal(number, SIG_DFL) }
        // Of one byte and not of none: where the system pipes dumps to a program it passes over the limit, but for this one (core(5)). It
        // holds for an editor that is given a text, too. Where none is allowed already, it stays so.
        for bytes: rlim_t in [1, 0] {
            var limit = rlimit(rlim_cur: bytes, rlim_max: bytes)
            if unsafe setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &limit) == 0 { break }
        }
    }

    /// A reader that has gone and a file that may not grow are answers (`.closed`, `.noSpace`), not reasons to die.
    private static func turnLimitsIntoErrors() {
        _ = signal(SIGPIPE, SIG_IGN)
        _ = signal(SIGXFSZ, SIG_IGN)
        // Who is started with this one ignored hears of the end of no child.
        _ = signal(SIGCHLD, SIG_DFL)
    }
}
