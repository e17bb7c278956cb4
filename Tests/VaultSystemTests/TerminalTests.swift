import CSystem
import Glibc
import Testing
import VaultSystem

/// One after another: a process has one terminal.
@Suite("The terminal", .serialized) struct TerminalTests {
    let pty: Pseudoterminal
    let modes: [UInt32]

    init() throws {
        pty = try Pseudoterminal()
        modes = pty.modes
        try #require(pty.echoes)
    }

    // MARK: Secrets

    @Test(arguments: [
        ("correct paard\r", "correct paard"), ("\r", ""), ("a\u{7F}b\r", "b"), ("né\u{7F}o\r", "no"), ("x👍\u{8}y\r", "xy"),
        ("wrong\u{15}right\r", "right"), ("\u{7F}a\r", "a"), ("a\u{1B}[D\u{1B}OAb\u{1}c\r", "abc"), ("a\tb\n", "a\tb"),
    ])
    func readsASecretUnseen(_ keys: String, _ secret: String) throws {
        let (answer, screen) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            #expect(!pty.echoes)
            person.type(keys)
        }
        #expect(answer == .success(Array(secret.utf8)))
        #expect(screen == "Passphrase: \r\n")
        #expect(pty.modes == modes)
    }

    /// Words copied from paper: shown letter by letter, taken back letter by letter, and never whole in a String.
    @Test(arguments: [
        ("aanp aaie\r", "aanp aaie", "aanp aaie"), ("ab\u{7F}c\r", "ac", "ab\u{8} \u{8}c"), ("\u{7F}a\r", "a", "a"),
        ("ab\u{15}c\r", "c", "ab\u{8} \u{8}\u{8} \u{8}c"), ("é\u{7F}e\r", "e", "?\u{8} \u{8}e"), ("a\u{1B}[31mb\r", "ab", "ab"),
    ])
    func readsALineThatIsShown(_ keys: String, _ line: String, _ echo: String) throws {
        let (answer, screen) = try askSecret(isShown: true) { person in
            try person.waits(for: "Passphrase: ")
            #expect(!pty.echoes)
            person.type(keys)
        }
        #expect(answer == .success(Array(line.utf8)))
        #expect(screen == "Passphrase: \(echo)\r\n")
        #expect(pty.modes == modes)
    }

    @Test func readsASecretLongerThanACanonicalLine() throws {
        let long = String(repeating: "woord ", count: 1000)
        let (answer, screen) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            person.type(long + "\r")
        }
        #expect(answer == .success(Array(long.utf8)))
        #expect(screen == "Passphrase: \r\n")
    }

    @Test(arguments: [("half\u{3}", SystemError.interrupted), ("\u{4}", .endOfInput), ("\u{1B}\u{3}", .interrupted)])
    func restoresTheTerminalAfterAnEndedSecret(_ keys: String, _ error: SystemError) throws {
        let (answer, screen) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            person.type(keys)
        }
        #expect(answer == .failure(error))
        #expect(screen == "Passphrase: \r\n")
        #expect(pty.modes == modes)
    }

    @Test func aSecretThatDoesNotFitLeavesZeros() throws {
        let (answer, _) = try pty.run { descriptor throws(SystemError) -> [UInt8] in
            var memory = [UInt8](repeating: 0xFF, count: 4)
            var span = memory.mutableSpan
            var bytes = unsafe span.mutableBytes
            do throws(SystemError) {
                _ = try TerminalSecret.readLine(prompt: "? ", into: &bytes, on: descriptor)
                return []
            } catch {
                guard error == .tooLong else { throw error }
                return memory
            }
        } person: { person in
            try person.waits(for: "? ")
            person.type("12345\r")
        }
        #expect(answer == .success([0, 0, 0, 0]))
    }

    @Test func dropsWhatWasTypedBeforeAndAfter() throws {
        let early = Person(keyboard: pty.keyboard)
        early.type("typed too early\n")
        try early.waits(for: "typed too early\r\n")
        let (answer, _) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            person.type("secret\rrm -rf everything\r")
        }
        #expect(answer == .success(Array("secret".utf8)))
        var waiting: Int32 = -1
        try #require(unsafe ioctl(pty.terminal, UInt(FIONREAD), &waiting) == 0)
        #expect(waiting == 0)
    }

    @Test func aPromptCannotSteerTheTerminal() throws {
        let (_, screen) = try pty.run { descriptor throws(SystemError) in
            try TerminalText.readLine(prompt: "\u{1B}[2J\u{202E}? ", on: descriptor, escapes: true)
        } person: { person in
            try person.waits(for: "? ")
            person.type("\r")
        }
        #expect(screen == "␛[2J<U+202E>? \r\n")
    }

    @Test func isNoTerminal() throws {
        let pipe = try piped([])
        #expect(throws: SystemError.notATerminal) { try TerminalText.readLine(prompt: "?", on: pipe, escapes: true) }
        #expect(throws: SystemError.notATerminal) { try TerminalText.readText(intro: [], on: pipe, escapes: true) }
    }

    // MARK: Signals

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func aSignalRestoresTheTerminalBeforeItEndsTheProcess(_ number: Int32) async throws {
        let path = pty.path
        await #expect(processExitsWith: .signal(number)) { [path = path as String, number = number as Int32] in
            let terminal = unsafe open(path, O_RDWR | O_NOCTTY)
            try #require(kluis_terminal_make_raw(terminal, 1) == 0)
            unblockSignals()
            raise(number)
        }
        #expect(pty.modes == modes)
        let person = Person(keyboard: pty.keyboard)
        try person.waits(for: "\u{1B}[?2004h\u{1B}[?2004l")
    }

    @Test func aSecretStaysUnseenAfterTheProcessWasStopped() throws {
        let (answer, _) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            var cooked = termios()
            try #require(unsafe tcgetattr(pty.terminal, &cooked) == 0)
            cooked.c_lflag |= tcflag_t(ECHO | ICANON)
            try #require(unsafe tcsetattr(pty.terminal, TCSANOW, &cooked) == 0)
            unblockSignals()
            raise(SIGCONT)
            #expect(!pty.echoes)
            person.type("secret\r")
        }
        #expect(answer == .success(Array("secret".utf8)))
        #expect(pty.modes == modes)
    }

    @Test func aSecondQuestionAtOnceIsRefused() throws {
        let (answer, _) = try askSecret { person in
            try person.waits(for: "Passphrase: ")
            #expect(throws: SystemError.busy) { try TerminalText.readLine(prompt: "?", on: pty.terminal, escapes: true) }
            person.type("a\r")
        }
        #expect(answer == .success([97]))
        #expect(pty.modes == modes)
    }

    // MARK: Visible text

    @Test(arguments: [
        ("Titel\r", "Titel"), ("Tiet\u{7F}\u{7F}tel\r", "Titel"), ("é👩‍⚕️\u{7F}!\r", "é!"), ("weg\u{15}nieuw\r", "nieuw"),
        ("a\u{1B}[31mb\u{7}\r", "ab"), ("\u{1B}[200~geplakt\u{1B}[201~\r", "geplakt"), ("a\tb\r", "a\tb"),
    ])
    func readsALine(_ keys: String, _ line: String) throws {
        let (answer, screen) = try pty.run { descriptor throws(SystemError) in
            try TerminalText.readLine(prompt: "Title: ", on: descriptor, escapes: true)
        } person: { person in
            try person.waits(for: "Title: ")
            person.type(keys)
        }
        #expect(answer == .success(line))
        #expect(screen.hasSuffix("\r\n"))
        #expect(pty.modes == modes)
    }

    @Test func saysSomethingWhileNothingIsTyped() throws {
        let (answer, screen) = try pty.run { descriptor throws(SystemError) in
            try TerminalText.readLine(prompt: "Above\nTitle: ", on: descriptor, escapes: true, every: 20) { "Locked\u{1B}[31m" }
        } person: { person in
            try person.waits(for: "Above\r\nTitle: \r\nLocked␛[31m\r\nTitle: ")
            person.type("Tit")
            // What was typed so far stands behind the question again.
            try person.waits(for: "Locked␛[31m\r\nTitle: Tit")
            person.type("el\r")
        }
        #expect(answer == .success("Titel"))
        #expect(screen.hasSuffix("el\r\n"))
        #expect(pty.modes == modes)
    }

    @Test func readsATextOfManyLinesAndAVeryLongOne() throws {
        let long = String(repeating: "één lange regel ", count: 400)
        let (answer, screen) = try askText { person in
            try person.waits(for: "below\r\n")
            person.type("\u{1B}[200~Titel\r\r" + long + "\r\u{1B}[201~laatste\r\n\u{4}")
        }
        #expect(answer == .success(Array("Titel\n\n\(long)\nlaatste".utf8)))
        #expect(screen.hasPrefix("\u{1B}[?2004hType below\r\nTitel\r\n\r\néén lange"))
        #expect(screen.hasSuffix("laatste\r\n\u{1B}[?2004l"))
        #expect(pty.modes == modes)
    }

    /// Whoever is done presses Ctrl-D, behind text too; the line they are in belongs to it, and nothing behind it.
    @Test(arguments: ["one\rtwo\u{4}", "one\rtwo\r\u{4}", "one\rtwo\u{4}\u{4}", "one\rtwo\u{4} more\r"])
    func endsWhereverOneIs(_ keys: String) throws {
        let (answer, screen) = try askText { person in
            try person.waits(for: "below\r\n")
            person.type(keys)
        }
        #expect(answer == .success(Array("one\ntwo".utf8)))
        #expect(screen.hasSuffix("two\r\n\u{1B}[?2004l"))
    }

    /// What was copied elsewhere ends no text, takes nothing off and moves about in none.
    @Test func whatIsPastedIsText() throws {
        let (answer, _) = try askText { person in
            try person.waits(for: "below\r\n")
            person.type("\u{1B}[200~een\u{4} twee\u{15} drie\u{7F}\u{1} vier\u{1B}[A\rvijf\u{1B}[201~!\u{7F}\u{4}")
        }
        #expect(answer == .success(Array("een twee drie vier\nvijf".utf8)))
    }

    @Test func anEmptyTextIsEmpty() throws {
        let (answer, _) = try askText { person in
            try person.waits(for: "below\r\n")
            person.type("\u{4}")
        }
        #expect(answer == .success([]))
    }

    @Test func interruptsATextAndRestoresTheTerminal() throws {
        let (answer, screen) = try askText { person in
            try person.waits(for: "below\r\n")
            person.type("half a text")
            try person.waits(for: "half a text")
            person.type("\u{3}")
        }
        #expect(answer == .failure(.interrupted))
        #expect(screen.hasSuffix("half a text\r\n\u{1B}[?2004l"))
        #expect(pty.modes == modes)
    }

    @Test func writesNoEscapeSequenceToADumbTerminal() throws {
        let (answer, screen) = try askText(escapes: false) { person in
            try person.waits(for: "below\r\n")
            person.type("ab\u{7F}c\r\u{7F}d\u{15}e\r\u{4}")
        }
        #expect(answer == .success(Array("ac\ne".utf8)))
        #expect(screen == "Type below\r\nab\u{8} \u{8}c\r\nd\u{8} \u{8}e\r\n")
    }

    @Test func aTextHasALimit() throws {
        let (answer, _) = try pty.run { descriptor throws(SystemError) in
            try Self.finished(try TerminalText.readText(intro: ["Type below"], limit: 5, on: descriptor, escapes: true))
        } person: { person in
            try person.waits(for: "below\r\n")
            person.type("12345\r")
        }
        #expect(answer == .failure(.tooLarge))
        #expect(pty.modes == modes)
    }

    private func askSecret(
        isShown: Bool = false, _ person: (Person) throws -> Void
    ) throws -> (answer: Result<[UInt8], SystemError>, screen: String) {
        try pty.run(
            { descriptor throws(SystemError) in
                var memory = [UInt8](repeating: 0, count: 8192)
                var span = memory.mutableSpan
                var bytes = unsafe span.mutableBytes
                let count = try TerminalSecret.readLine(prompt: "Passphrase: ", into: &bytes, on: descriptor, isShown: isShown)
                return Array(memory[..<count])
            }, person: person)
    }

    private static func finished(_ answer: TypedAnswer) throws(SystemError) -> [UInt8] {
        if let ended = answer.ended { throw ended }
        return answer.bytes
    }

    private func askText(
        escapes: Bool = true, _ person: (Person) throws -> Void
    ) throws -> (answer: Result<[UInt8], SystemError>, screen: String) {
        try pty.run(
            { descriptor throws(SystemError) in
                try Self.finished(try TerminalText.readText(intro: ["Type below"], on: descriptor, escapes: escapes))
            }, person: person)
    }
}
