import Testing

@testable import VaultCLI

/// How one leaves the menu, where it is, and where it is not.
@Suite struct MenuLeavingTests {
    /// What the shell says afterwards of the number and of the terminal.
    private static let line = "$PROGRAM; echo \"ended $?\"; stty -a | tr ';' '\\n'"

    private func inMenu(_ place: Workplace, _ language: Language = .english, _ more: [String: String] = [:]) throws -> Walker {
        let person = try Walker(Self.line, in: place, language, more)
        try person.answers("Je wachtzin: ", "Your passphrase: ", "geheim")
        try person.sees("Typ een nummer: ", "Type a number: ")
        return person
    }

    private func expectInOrder(_ said: String) {
        #expect(said.contains(" echo ") && said.contains(" icanon ") && said.contains(" isig "), "\(said)")
        #expect(!said.contains("-echo ") && !said.contains("-icanon "))
    }

    @Test(arguments: Language.allCases) func ctrlDLeaves(_ language: Language) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place, language)
        person.type("\u{4}")
        let said = try person.ends().said
        #expect(said.contains(language == .dutch ? "Tot ziens." : "Goodbye.") && said.contains("ended 0"))
        expectInOrder(said)
    }

    @Test func ctrlCLeavesWithItsOwnNumber() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place)
        person.type("\u{3}")
        let said = try person.ends().said
        #expect(said.contains("Your key is locked. Goodbye.") && said.contains("ended 130"), "\(said)")
        expectInOrder(said)
    }

    @Test func ctrlCAtTheFirstQuestionLeavesToo() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Walker(Self.line, in: place, .english)
        try person.sees("", "Your passphrase: ")
        person.type("\u{3}")
        #expect(try person.ends().said.contains("ended 130"))
    }

    @Test func nothingTypedForAPassphraseLeaves() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Walker(Self.line, in: place, .english)
        try person.answers("", "Your passphrase: ", "")
        #expect(try person.ends().said.contains("ended 0"))
    }

    @Test func aCommandThatIsStoppedLeadsBack() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place)
        try person.chooses("", "Search")
        try person.sees("", "What do you search for in Noord?")
        person.type("\u{3}")
        try person.sees("", "You stopped the command.")
        try person.goesOn()
        try person.chooses("", "Read cases")
        try person.answers("", "Which case?", "")
        try person.chooses("", "Stop")
        #expect(try person.ends().said.contains("ended 0"))
    }

    @Test func aVaultThatIsGoneLeadsToAList() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place)
        #expect(try place.shell("mv noord.kluis away.kluis") == 0)
        try person.chooses("", "Write a case")
        try person.sees("", "There is no file in that place")
        try person.goesOn()
        try person.sees("", "This group does not open now.")
        #expect(try place.shell("mv away.kluis noord.kluis") == 0)
        try person.chooses("", "Try it once more")
        try person.chooses("", "Stop")
        #expect(try person.ends().said.contains("ended 0"))
    }

    @Test func aKeyThatIsLockedAsksForThePassphrase() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place)
        try person.chooses("", "My key")
        try person.chooses("", "Lock my key now")
        try person.sees("", "Your key is locked.")
        try person.answers("", "Your passphrase: ", "geheum")
        try person.sees("", "This passphrase does not")
        try person.answers("", "Your passphrase: ", "geheim")
        // Who chooses another passphrase goes on with it, without being asked again.
        try person.chooses("", "My key")
        try person.chooses("", "Choose another passphrase")
        try person.answers("", "Your passphrase: ", "geheim")
        try person.answers("", "new passphrase here: ", "een nieuwe")
        try person.answers("", "once more: ", "een nieuwe")
        try person.sees("", "Your passphrase has been changed")
        try person.goesOn()
        try person.chooses("", "Stop")
        #expect(try person.ends().said.contains("ended 0"))
    }

    /// Somebody who gave `kluis unlock` is not asked for the passphrase; locking in the menu locks that too.
    @Test func theAgentOpensTheMenuToo() throws {
        let place = try Workplace.withCase()
        defer {
            _ = try? place.kluis(["lock"])
            place.clear()
        }
        #expect(try place.kluis(["unlock", "--passphrase-fd", "3"]).exit == 0)
        let person = try Walker(Self.line, in: place, .english)
        #expect(!(try person.sees("", "Type a number: ").contains("Your passphrase: ")))
        person.type("\u{4}")
        #expect(try person.ends().said.contains("Your key is still open"))
        let again = try Walker(Self.line, in: place, .english)
        try again.chooses("", "My key")
        try again.chooses("", "Lock my key now")
        try again.answers("", "Your passphrase: ", "geheim")
        try again.chooses("", "Stop")
        #expect(try again.ends().said.contains("Your key is locked. Goodbye."))
        #expect(try place.kluis(["case", "list", "--no-input"]).exit == 64)
    }

    @Test func whatIsAskedBeforeErasingIsAskedHereToo() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try inMenu(place)
        try person.chooses("", "Read cases")
        try person.answers("", "Which case?", "1")
        try person.goesOn()
        try person.chooses("", "Erase this case")
        // A number is what one types all the time here: it makes nothing certain.
        try person.answers("", "must go: ", "1")
        try person.sees("", "You did not confirm it")
        try person.goesOn()
        try person.chooses("", "Erase this case")
        try person.answers("", "must go: ", "erase")
        try person.sees("", "has been erased")
        try person.goesOn()
        // An erased case has no list of its own any more.
        try person.chooses("", "Read cases")
        try person.sees("", "Noord has no case yet that you can open.")
        try person.goesOn()
        try person.chooses("", "Stop")
        #expect(try person.ends().said.contains("ended 0"))
    }

    @Test func withoutColourNothingIsColoured() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        for (more, isColoured) in [(["TERM": "xterm"], true), (["TERM": "xterm", "NO_COLOR": "1"], false), ([:], false)] {
            let person = try inMenu(place, .english, more)
            person.type("\u{4}")
            _ = try person.ends()
            #expect(person.everything.contains("\u{1B}[1m") == isColoured)
        }
    }

    @Test(arguments: ["$PROGRAM </dev/null", "$PROGRAM --no-input", "$PROGRAM --json", "$PROGRAM --yes"])
    func whereNobodyCanBeAskedItIsAUsageError(_ line: String) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Walker(line, in: place, .english)
        let (said, status) = try person.ends()
        #expect(status == 64 && said.contains("A command is missing."), "\(said)")
        #expect(try place.kluis([]).exit == 64)
    }

    @Test func theGuideNeedsSomebodyToAsk() throws {
        let place = try Workplace()
        defer { place.clear() }
        #expect(try place.kluis(["start", "--json"]).code == "usage.cannot-ask")
        let heard = try place.kluis(["start"])
        #expect(heard.exit == 64 && heard.errors.contains("somebody has to sit at a terminal"))
        #expect(try Walker("$PROGRAM start --no-input", in: place, .english).ends().status == 64)
    }
}
