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

    /// What of the environment the editor gets: nothing that leads to files of the person.
    private static let variables = ["TERM", "COLORTERM", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES"]

    /// Has the person change `initial`, until the editor ends. The text is what they saved last. Whoever saved nothing, or had the editor
    /// end with an error, stopped: `ended` is then `.interrupted`. Throws `.notFound` where the editor is not installed, `.notATerminal`,
    /// and what the system does.
    package func edit(_ initial: String, limit: Int) throws(SystemError) -> TypedAnswer {
        guard let path else { throw .notFound }
        let memory = Descriptor(owning: try retrying { kluis_memory_file() })
        try Transfer.writeAll(Array(initial.utf8), to: memory.number)
        let before = try memory.status()
        let ending = try run(path, on: memory)
        let after = try memory.status()
        let isSaved = after.st_mtim.tv_sec != before.st_mtim.tv_sec || after.st_mtim.tv_nsec != before.st_mtim.tv_nsec
        guard lseek(memory.number, 0, SEEK_SET) == 0 else { throw SystemError(errno: errno) }
        var bytes = try Transfer.readAll(from: memory.number, limit: limit)
        // Editors end the last line as well.
        if isSaved, bytes.last == 0x0a { bytes.removeLast() }
        return TypedAnswer(bytes: bytes, ended: isSaved && ending == .exited(0) ? nil : .interrupted, isOnScreen: false)
    }

    private func run(_ path: String, on memory: borrowing Descriptor) throws(SystemError) -> ChildProgram.Ending {
        let terminal = try RawTerminal.openControlling()
        // The editor waits for keys, which our own descriptors never do.
        let flags = try retrying { fcntl(terminal.number, F_GETFL) }
        try retrying { fcntl(terminal.number, F_SETFL, flags & ~O_NONBLOCK) }
        // However the editor ends, the terminal is then as it was before.
        return try run(path, on: memory, on: try RawTerminal(terminal.number, bracketedPaste: false))
    }

    private func run(
        _ path: String, on memory: borrowing Descriptor, on terminal: borrowing RawTerminal
    ) throws(SystemError) -> ChildProgram.Ending {
        var environment = ["HOME": "/nonexistent"]
        for name in Self.variables { environment[name] = Environment.value(name) }
        let raised = try Raised([terminal.descriptor, memory.number])
        let child = try ChildProgram(path: path, environment: environment).spawn(
            options + ["/proc/self/fd/3"], [raised.numbers[0], raised.numbers[0], raised.numbers[0], raised.numbers[1]])
        return try ChildProgram.wait(for: child)
    }
}
