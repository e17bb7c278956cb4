import Glibc
import Testing
import VaultSystem

// One after another with the other tests of the terminal: a process has one.
extension TerminalTests {
    /// A text on the whole screen of a terminal.
    @Suite struct WholeScreenTests {
        let pty: Pseudoterminal
        let modes: [UInt32]

        init() throws {
            pty = try Pseudoterminal()
            modes = pty.modes
        }

        private static let begin = "\u{1B}[?1049h", end = "\u{1B}[?25h\u{1B}[H\u{1B}[2J\u{1B}[?1049l"

        private func edit(
            _ initial: String, escapes: Bool = true, _ person: (Person) throws -> Void
        ) throws -> (answer: Result<TypedAnswer, SystemError>, screen: String) {
            try pty.run(
                { descriptor throws(SystemError) in
                    try TerminalText.readText(
                        intro: ["Change it"], initial: initial, footer: "Ctrl-D: done", on: descriptor, escapes: escapes)
                }, person: person)
        }

        private static func typed(
            _ text: String, _ ended: SystemError? = nil, isOnScreen: Bool = false
        ) -> Result<TypedAnswer, SystemError> {
            .success(TypedAnswer(bytes: Array(text.utf8), ended: ended, isOnScreen: isOnScreen))
        }

        @Test func whatIsThereIsChangedAnywhere() throws {
            let (answer, screen) = try edit("Titel\n\nEerste\nTweede") { person in
                try person.waits(for: "Ctrl-D: done")
                person.type("\u{1B}[A\u{1B}[H\u{1B}[3~e\u{1B}[F!\u{4}")
            }
            #expect(answer == Self.typed("Titel\n\neerste!\nTweede"))
            #expect(screen.contains(Self.begin) && screen.contains("\u{1B}[KTweede\r\n"))
            // What was on the terminal before stands there again, and nothing of the text.
            #expect(screen.hasPrefix("\u{1B}[?2004hChange it\r\n" + Self.begin))
            #expect(screen.hasSuffix(Self.end + "\u{1B}[?2004l"))
            #expect(pty.modes == modes)
        }

        @Test func anArrowOpensWhatIsBeingTyped() throws {
            let (answer, screen) = try edit("") { person in
                try person.waits(for: "Change it\r\n")
                person.type("Tietl\rVerder")
                try person.waits(for: "Verder")
                person.type("\u{1B}[A")
                try person.waits(for: Self.begin)
                person.type("\u{1B}[F\u{7F}\u{7F}\u{7F}tel\u{4}")
            }
            #expect(answer == Self.typed("Titel\nVerder"))
            #expect(screen.hasSuffix(Self.end + "\u{1B}[?2004l"))
        }

        /// Keys that came with the arrow, over a slow line, are not lost.
        @Test func whatIsTypedAheadIsTaken() throws {
            let (answer, _) = try edit("") { person in
                try person.waits(for: "Change it\r\n")
                person.type("Tietl\rVerder\u{1B}[A\u{1B}[F\u{7F}\u{7F}\u{7F}tel!\u{4}")
            }
            #expect(answer == Self.typed("Titel!\nVerder"))
        }

        /// What is being written stands above the text, where the window has room for it, and the cursor in the text.
        @Test(arguments: [(UInt16(24), "\u{1B}[2;6H"), (5, "\u{1B}[1;6H")]) func whatIsWrittenIsSaidAbove(_ rows: UInt16, _ cursor: String)
            throws
        {
            var size = winsize(ws_row: rows, ws_col: 40, ws_xpixel: 0, ws_ypixel: 0)
            try #require(unsafe ioctl(pty.keyboard, UInt(TIOCSWINSZ), &size) == 0)
            let (answer, screen) = try pty.run(
                { descriptor throws(SystemError) in
                    try TerminalText.readText(
                        intro: [], initial: "Titel", heading: "Case 1 of Noord, to be changed. The first line is the title.",
                        footer: "Ctrl-D: done", on: descriptor,
                        escapes: true)
                },
                person: { person in
                    try person.waits(for: "Ctrl-D: done")
                    person.type("\u{4}")
                })
            #expect(answer == Self.typed("Titel"))
            // As many whole sentences as fit.
            #expect(screen.contains("\u{1B}[7mCase 1 of Noord, to be changed.\u{1B}[0m") == (rows > 5))
            #expect(screen.contains(cursor))
        }

        @Test func whoStopsGetsTheText() throws {
            let (answer, screen) = try edit("Half") { person in
                try person.waits(for: "Ctrl-D: done")
                person.type(" af\u{3}")
            }
            #expect(answer == Self.typed("Half af", .interrupted))
            #expect(screen.hasSuffix(Self.end + "\u{1B}[?2004l"))
            let (linear, _) = try edit("") { person in
                try person.waits(for: "Change it\r\n")
                person.type("Titel\rhalf\u{3}")
            }
            #expect(linear == Self.typed("Titel\nhalf", .interrupted, isOnScreen: true))
            #expect(pty.modes == modes)
        }

        @Test func aLongPasteLosesNothing() throws {
            let long = String(repeating: "é", count: 6000)
            let (answer, _) = try edit("x") { person in
                try person.waits(for: "Ctrl-D: done")
                person.type("\u{1B}[200~\r\(long)\r\(long)\u{1B}[201~\u{4}")
            }
            #expect(answer == Self.typed("x\n\(long)\n\(long)"))
        }

        @Test func aWindowThatIsMadeSmallerIsFilledAnew() throws {
            let (answer, screen) = try edit("een twee drie") { person in
                try person.waits(for: "Ctrl-D: done")
                #expect(!person.screen.contains("twee \r\n"))
                var size = winsize(ws_row: 6, ws_col: 11, ws_xpixel: 0, ws_ypixel: 0)
                try #require(unsafe ioctl(pty.keyboard, UInt(TIOCSWINSZ), &size) == 0)
                try person.waits(for: "een twee \r\n\u{1B}[Kdrie\r\n")
                person.type("\u{4}")
            }
            #expect(answer == Self.typed("een twee drie"))
            #expect(screen.hasSuffix(Self.end + "\u{1B}[?2004l"))
        }

        /// Without ANSI sequences a text that is there is gone on with, line by line.
        @Test func aDumbTerminalGoesOnBehindTheText() throws {
            let (answer, screen) = try edit("Titel\nhalf", escapes: false) { person in
                try person.waits(for: "half")
                person.type(" af\u{1B}[A\r\u{4}")
            }
            #expect(answer == Self.typed("Titel\nhalf af", isOnScreen: true))
            #expect(screen == "Change it\r\nTitel\r\nhalf af\r\n")
        }

        @Test func aLongAnswerIsReadAndLeavesNothing() throws {
            let (answer, screen) = try pty.run { descriptor throws(SystemError) in
                let pager = ScreenPager(
                    rows: { width in (1...60).map { "regel \($0)" } + [String(repeating: "x", count: width + 1)] },
                    footer: { last, count in "\(last) van \(count)" })
                try pager.show(on: descriptor)
            } person: { person in
                try person.waits(for: "23 van 62")
                person.type(" ")
                try person.waits(for: "46 van 62")
                person.type("\u{1B}[F")
                try person.waits(for: "62 van 62")
                person.type(" ")
            }
            #expect(throws: Never.self) { try answer.get() }
            #expect(screen.hasPrefix(Self.begin) && screen.hasSuffix(Self.end))
            #expect(pty.modes == modes)
        }
    }
}
