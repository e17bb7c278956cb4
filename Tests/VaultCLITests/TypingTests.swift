import Foundation
import Testing

@testable import VaultCLI

/// A person at a terminal (util-linux's `script` makes one) who takes time to write.
@Suite struct TypingTests {
    @Test func otherCommandsGoOnWhileAPersonTypes() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        let asked = person.hear(until: "Ctrl-D")
        #expect(asked.contains("De deur") && asked.contains("stands above"))
        // The home is free: this command ends, and what it wrote is taken in before the text is kept.
        #expect(try place.kluis(["note", "add", "1", "--passphrase-fd", "3"], input: "Intussen").exit == 0)
        person.type("Het raam\r\u{4}")
        let said = person.hear()
        #expect(said.contains("Case 1 of Noord has been changed; this is version 2 now."), "\(said)")
        #expect(said.contains("you looked at this case"))
        let shown = try place.kluis(["case", "show", "1", "--passphrase-fd", "3"]).output
        #expect(shown.contains("Het raam") && shown.contains("Intussen"))
    }

    @Test func aTextThatCannotBeKeptAnyMoreIsNamed() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM note add 1 --passphrase-fd 3 3<secret")
        _ = person.hear(until: "Ctrl-D")
        #expect(try place.kluis(["case", "close", "1", "--passphrase-fd", "3"]).exit == 0)
        person.type("Te laat\r\u{4}")
        let said = person.hear()
        #expect(said.unbroken.contains("What you typed has not been kept in the vault, but lies ready on this computer, sealed"), "\(said)")
        #expect(said.contains("Case 1 is closed"))
    }

    /// Ctrl-C loses nothing: the same command goes on with the text, or throws it away.
    @Test func whatWasStoppedIsGoneOnWith() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM note add 1 --passphrase-fd 3 3<secret")
        _ = person.hear(until: "Ctrl-D")
        person.type("Eerste regel\rtweede\u{3}")
        let stopped = person.hear()
        #expect(
            stopped.unbroken.contains("You stopped; your text has not been kept in the vault, but lies ready on this computer, sealed."))
        #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).errors.contains("'kluis note add 1' goes on with it."))
        let again = try Person(in: place, "$PROGRAM note add 1 --passphrase-fd 3 3<secret")
        _ = again.hear(until: "stays: ")
        again.type("perhaps\r")
        _ = again.hear(until: "stays: ")
        again.type("Yes\r")
        #expect(again.hear(until: "tweede").contains("Eerste regel"))
        again.type(" en derde\r\u{4}")
        #expect(again.hear().contains("Note 2 on case 1 of Noord"))
        #expect(try place.kluis(["note", "list", "1", "--passphrase-fd", "3"]).output.contains("Eerste regel\n  tweede en derde"))
        // It is in the vault now, and no more at home.
        let fresh = try Person(in: place, "$PROGRAM note add 1 --passphrase-fd 3 3<secret")
        #expect(!fresh.hear(until: "Ctrl-D").contains("lies ready."))
        fresh.type("\u{3}")
        #expect(fresh.hear().contains("You stopped the command."))
    }

    /// A window that is closed, or a computer that is shut down, takes no text with it.
    @Test(arguments: ["dumb", "xterm"], [false, true])
    func aClosedWindowTakesNoTextWithIt(_ terminal: String, _ isAsked: Bool) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(
            in: place, "echo $$ > process; exec $PROGRAM case edit 1 --passphrase-fd 3 3<secret", terminal: terminal)
        _ = person.hear(until: terminal == "dumb" ? "Ctrl-D" : "stays ready")
        person.type("Het begin van iets langs")
        _ = person.hear(until: "langs")
        let process = try #require(Int32(try String(contentsOfFile: place.path + "/process", encoding: .utf8).filter(\.isNumber)))
        if isAsked {
            kill(process, SIGTERM)
            #expect(person.hear().unbroken.contains("You stopped; your text has not been kept in the vault, but lies ready"))
        } else {
            person.closeWindow()
            while kill(process, 0) == 0 { usleep(10_000) }
        }
        #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).errors.contains("'kluis case edit 1' goes on with it."))
        let again = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        _ = again.hear(until: "stays: ")
        again.type("yes\r")
        #expect(again.hear(until: "langs").contains("Het begin van iets"))
    }

    /// What was in the vault is no more what the text was begun from.
    @Test func whoGoesOnWithAnOldTextHearsThatItIsOld() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        _ = person.hear(until: "Ctrl-D")
        person.type("Oud\u{3}")
        _ = person.hear()
        #expect(try place.kluis(["case", "edit", "1", "--passphrase-fd", "3"], input: "Nieuw").exit == 0)
        let again = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        #expect(again.hear(until: "stays: ").unbroken.contains("was changed after that, and this one would take its place."))
        again.type("no\r")
        #expect(again.hear(until: "Ctrl-D").contains("Nieuw"))
    }

    /// Two windows, one case: the second does not write over what the first kept, and its text waits.
    @Test func whatTheOtherWindowKeptStays() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let slow = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        _ = slow.hear(until: "Ctrl-D")
        #expect(try place.kluis(["case", "edit", "1", "--passphrase-fd", "3"], input: "Van het andere venster").exit == 0)
        slow.type("Van dit venster\r\u{4}")
        let said = slow.hear().unbroken
        #expect(said.contains("lies ready on this computer, sealed") && said.contains("was changed while you were writing"), "\(said)")
        #expect(try place.kluis(["case", "show", "1", "--passphrase-fd", "3"]).output.contains("Van het andere venster"))
        let again = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret")
        #expect(again.hear(until: "stays: ").unbroken.contains("this one would take its place."))
        again.type("yes\r")
        _ = again.hear(until: "venster")
        again.type("\r\u{4}")
        #expect(again.hear().contains("this is version 3 now"))
    }

    /// Stopped, and the text has no place any more.
    @Test func whoStopsTooLateGetsTheTextBack() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM note add 1 --json --passphrase-fd 3 3<secret 2>errors.json", terminal: "xterm")
        _ = person.hear(until: "Ctrl-D")
        person.type("Bijna af\u{1B}[A")
        _ = person.hear(until: "stays ready")
        #expect(try place.kluis(["case", "erase", "1", "--yes", "--passphrase-fd", "3"]).exit == 0)
        person.type("\u{3}")
        let said = person.hear().unbroken
        #expect(said.contains("It still stands below") && said.contains("Bijna af"), "\(said)")
        #expect(try !String(contentsOfFile: place.path + "/errors.json", encoding: .utf8).contains("Bijna"))
    }

    /// What cannot be kept anywhere, and has left the screen, is shown again.
    @Test func aTextThatHasNoPlaceIsGivenBack() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM note add 1 --quiet --passphrase-fd 3 3<secret", terminal: "xterm")
        _ = person.hear(until: "Ctrl-D")
        person.type("Wat er ook gebeurt\u{1B}[A")
        _ = person.hear(until: "stays ready")
        #expect(try place.kluis(["case", "erase", "1", "--yes", "--passphrase-fd", "3"]).exit == 0)
        person.type("\u{4}")
        let said = person.hear().unbroken
        let below = try #require(said.range(of: "What you typed has not been kept. It still stands below"), "\(said)").upperBound
        #expect(said[below...].contains("Wat er ook gebeurt"), "\(said)")
    }

    @Test func whatWasStoppedIsThrownAway() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM case add --passphrase-fd 3 3<secret")
        _ = person.hear(until: "Ctrl-D")
        person.type("Weg\u{3}")
        _ = person.hear()
        let again = try Person(in: place, "$PROGRAM case add --passphrase-fd 3 3<secret")
        _ = again.hear(until: "stays: ")
        again.type("no\r")
        #expect(!again.hear(until: "Ctrl-D").contains("Weg"))
        again.type("Titel\r\u{4}")
        #expect(again.hear().contains("Case 2"))
    }

    /// A terminal that can: the text there is now opens on the whole screen, and nothing of it stays there.
    @Test func aCaseIsChangedOnTheWholeScreen() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret", terminal: "xterm")
        let shown = person.hear(until: "stays ready")
        #expect(shown.contains("Case 1 of Noord, to be changed.") && shown.contains("\u{1B}[?1049h") && shown.contains("De deur"))
        person.type("\u{1B}[5~\u{1B}[1~Achter: \u{4}")
        let said = person.hear()
        #expect(said.contains("\u{1B}[?1049l") && said.contains("this is version 2 now"), "\(said)")
        #expect(try place.kluis(["case", "show", "1", "--passphrase-fd", "3"]).output.contains("Achter: De deur"))
        // Left as it was: nothing has to be kept for later.
        let unchanged = try Person(in: place, "$PROGRAM case edit 1 --passphrase-fd 3 3<secret", terminal: "xterm")
        _ = unchanged.hear(until: "stays ready")
        unchanged.type("\u{3}")
        #expect(unchanged.hear().contains("You stopped the command."))
    }

    @Test func aLongCaseIsReadAWindowAtATime() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let text = "Lang\n\n" + (1...60).map { "Regel \($0)" }.joined(separator: "\n")
        #expect(try place.kluis(["case", "add", "--passphrase-fd", "3"], input: text).exit == 0)
        let person = try Person(in: place, "stty rows 20 cols 60; $PROGRAM case show 2 --passphrase-fd 3 3<secret", terminal: "xterm")
        let first = person.hear(until: "q: stop,")
        #expect(first.contains("Regel 5") && !first.contains("Regel 60"))
        person.type("\u{1B}[F")
        _ = person.hear(until: "Regel 60")
        person.type("q")
        let said = person.hear()
        #expect(said.contains("\u{1B}[?1049l") && said.contains("you looked at this case"), "\(said)")
        // Read line by line where the screen cannot.
        let plain = try Person(in: place, "stty rows 20 cols 60; $PROGRAM case show 2 --passphrase-fd 3 3<secret")
        #expect(plain.hear().contains("Regel 60"))
    }

    @Test(arguments: [("case edit 1", "case 1"), ("note edit 1 1", "note 1 on case 1")])
    func aDryRunShowsNothingAndSaysSo(_ command: String, _ named: String) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM \(command) --dry-run --passphrase-fd 3 3<secret")
        let asked = person.hear(until: "Ctrl-D")
        #expect(asked.contains("Write \(named) of Noord here anew") && !asked.contains("above") && !asked.contains("deur"))
        person.type("Het raam\r\u{4}")
        #expect(person.hear().contains("This would become version 2"))
    }

    @Test func aSearchIsAskedForWithTheGroupsName() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM search --passphrase-fd 3 3<secret")
        _ = person.hear(until: "What do you search for in Noord?")
        // The home is free while somebody thinks, and what is kept meanwhile is searched.
        #expect(try place.kluis(["note", "add", "1", "--passphrase-fd", "3"], input: "Een naald in een hooiberg").exit == 0)
        person.type("NAALD\r")
        let said = person.hear()
        #expect(said.contains("found in 1 case") && said.contains("Een naald in een hooiberg"), "\(said)")
    }

    @Test(arguments: [("   \r", "there is nothing now"), (String(repeating: "e", count: 201) + "\r", "room for 200 characters")])
    func whatCannotBeSearchedForIsSaid(_ keys: String, _ sentence: String) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM search --passphrase-fd 3 3<secret")
        _ = person.hear(until: "What do you search for in Noord?")
        person.type(keys)
        let said = person.hear()
        #expect(said.contains(sentence), "\(said)")
    }

    @Test func theWordsAreTypedAsTheyAreHeard() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.ask("Bo")
        let person = try Person(in: place, "$PROGRAM member accept \(place.asked.request) --name Bo --passphrase-fd 3 3<secret")
        #expect(person.hear(until: "Noord: ").contains("Type the six words that you hear Bo say"))
        person.type("aaien aanbod qqqq\r")
        #expect(person.hear(until: "Noord: ").contains("Word 3 is missing, or is not in the list"))
        // The home is free while the person listens.
        #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).exit == 0)
        person.type(place.asked.words.uppercased() + "\r")
        #expect(person.hear().contains("Bo is now part of Noord as a member."))
    }

    @Test(arguments: [("Bob", "You did not confirm it"), ("bo", "Bo is no longer part of Noord"), ("2", "Bo is no longer part of Noord")])
    func whoIsRemovedHasToBeNamed(_ typed: String, _ said: String) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.accept("Bo")
        try place.do("echo Werk | $PROGRAM case add --home Bo --passphrase-fd 3 3<secret")
        let person = try Person(in: place, "$PROGRAM member remove 2 --passphrase-fd 3 3<secret")
        #expect(person.hear(until: "sure: ").contains("Case 2 is then erased, because only Bo has a key to it."))
        person.type(typed + "\r")
        #expect(person.hear().contains(said))
    }

    /// Whoever is at a terminal hears what a program hears, without being asked for a passphrase first.
    @Test(arguments: [("nothing.kluis", "There is no file in that place"), ("secret", "You have no key on this computer yet.")])
    func whatNeedsNoPassphraseIsSaidBeforeIt(_ vault: String, _ sentence: String) throws {
        let place = try Workplace()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM case list --vault \(vault)")
        #expect(person.hear().hasPrefix(sentence))
        #expect(try place.kluis(["case", "list", "--vault", vault, "--passphrase-fd", "3"]).errors.hasPrefix(sentence))
    }
}

/// Somebody at a terminal of their own.
final class Person {
    private let process = Process()
    private let keys = Pipe()
    private let screen = Pipe()

    init(in place: Workplace, _ line: String, terminal: String = "dumb") throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-qec", line, "/dev/null"]
        process.environment = place.environment.merging(["TERM": terminal, "SHELL": "/bin/sh"]) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: place.path)
        process.standardInput = keys
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
        let number = process.processIdentifier
        // Words that never come end the test, and do not stop all others; nor does a key for somebody who has gone.
        DispatchQueue.global().asyncAfter(deadline: .now() + 300) { [process] in if process.isRunning { kill(number, SIGKILL) } }
    }

    deinit { if process.isRunning { process.terminate() } }

    func type(_ text: String) { keys.type(text) }

    /// The terminal is gone, without a word to whoever is on it.
    func closeWindow() { kill(process.processIdentifier, SIGKILL) }

    /// What comes on the screen up to these words, or up to the end.
    func hear(until words: String? = nil) -> String {
        var heard = Data()
        while true {
            let data = screen.fileHandleForReading.availableData
            heard += data
            let text = String(decoding: heard, as: UTF8.self)
            if data.isEmpty || words.map(text.contains) == true { return text }
        }
    }
}

extension String {
    /// Without the places where a window's width broke a sentence.
    var unbroken: String { split { $0.isNewline || $0 == " " }.joined(separator: " ") }
}
