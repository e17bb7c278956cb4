import CSystem
import Glibc

/// An editor that is not ours, for whoever is used to one. Editors keep copies: swap files, undo files, backups, histories. So there are
/// only those of which we have seen, with these options, that they write to nothing but the file they are given
/// (`OutsideEditorTests.nothingOfTheTextIsInAnyFile`). That file stands in memory and has no name in any directory.
package enum OutsideEditor: String, CaseIterable, Sendable {
    case vim
    case nano

    /// Where the system keeps its programs. PATH is not asked: what is first in it may be anything.
    private static let folders = ["/usr/bin", "/bin"]

    /// The editor's file; nil where it is not installed.
    package var path: String? { Self.folders.map { "\($0)/\(rawValue)" }.first { unsafe access($0, X_OK) == 0 } }

    /// As much as the editor can be forbidden: commands of the shell, settings and plug-ins of the person, swap, undo and backup files,
    /// histories, the clipboard.
    private var options: [String] {
        switch self {
        case .vim:
            [
                "-Z", "-N", "-n", "-X", "-u", "NONE", "-U", "NONE", "-i", "NONE", "--noplugin", "--cmd",
                "silent! set noswapfile noundofile nobackup nowritebackup viminfo= history=0 clipboard= nomodeline",
                "--cmd", "silent! set encoding=utf-8 fileencodings=utf-8 backspace=indent,eol,start linebreak ruler showmode",
            ]
        case .nano: ["--restricted", "--ignorercfiles", "--nonewlines", "--softwrap", "--atblanks"]
        }
    }

    /// What of the environment the editor gets: nothing that leads to files of the person, but for what its terminal can do.
    private static let variables = ["TERM", "TERMINFO", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"]

    /// What `ended` says where the editor ended with an error, or was ended by a signal.
    package static let failure = SystemError.failed(errno: ECANCELED)

    /// Has the person change `initial`, until the editor ends. The text is what they saved last: `ended` is `.interrupted` for whoever
    /// saved nothing, ``failure`` after an error of the editor, `.tooLarge` beyond `limit`, and nil else. Throws `.notFound` where the
    /// editor is not installed, `.notATerminal`, and what the system does before the editor has begun.
    package func edit(_ initial: String, limit: Int) throws(SystemError) -> TypedAnswer {
        guard let path else { throw .notFound }
        let memory = Descriptor(owning: try retrying { kluis_memory_file() })
        try Transfer.writeAll(Array(initial.utf8), to: memory.number)
        let before = try memory.status()
        var ended = try run(path, on: memory)
        // From here on nothing is thrown: there may be a text.
        let after = (try? memory.status()) ?? before
        let isSaved = after.st_mtim.tv_sec != before.st_mtim.tv_sec || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec
        lseek(memory.number, 0, SEEK_SET)
        guard var bytes = try? Transfer.readAll(from: memory.number, limit: Self.mostBytes) else {
            return TypedAnswer(bytes: [], ended: .tooLarge, isOnScreen: false)
        }
        // Editors end the last line as well.
        if isSaved, bytes.last == 0x0a { bytes.removeLast() }
        if ended == nil, !isSaved { ended = .interrupted }
        if ended == nil, bytes.count > limit { ended = .tooLarge }
        return TypedAnswer(bytes: bytes, ended: ended, isOnScreen: false)
    }

    /// More than anybody saves, and less than there is memory.
    private static let mostBytes = 1 << 28

    /// Returns what the end of the editor says of the text; nil for a good one.
    private func run(_ path: String, on memory: borrowing Descriptor) throws(SystemError) -> SystemError? {
        let terminal = try RawTerminal.openControlling()
        // The editor waits for keys, which our own descriptors never do.
        let flags = try retrying { fcntl(terminal.number, F_GETFL) }
        try retrying { fcntl(terminal.number, F_SETFL, flags & ~O_NONBLOCK) }
        // However the editor ends, the terminal is then as it was before.
        return try run(path, on: memory, on: try RawTerminal(terminal.number, bracketedPaste: false))
    }

    private func run(_ path: String, on memory: borrowing Descriptor, on terminal: borrowing RawTerminal) throws(SystemError)
        -> SystemError?
    {
        var environment = ["HOME": "/nonexistent"]
        for name in Self.variables { environment[name] = Environment.value(name) }
        let raised = try Raised([terminal.descriptor, memory.number])
        let child = try ChildProgram(path: path, environment: environment).spawn(
            options + ["/proc/self/fd/3"], [raised.numbers[0], raised.numbers[0], raised.numbers[0], raised.numbers[1]])
        switch try? ChildProgram.wait(for: child) {
        case .exited(0): return nil
        case .exited: return Self.failure
        case .killed, nil:
            // It could not leave the terminal's other screen, on which the text stands.
            OtherScreen.enter()
            OtherScreen.leave()
            return Self.failure
        }
    }
}
