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
        #expect(said.contains("What you typed has not been kept"), "\(said)")
        #expect(said.contains("Case 1 is closed"))
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

    init(in place: Workplace, _ line: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/script")
        process.arguments = ["-qec", line, "/dev/null"]
        process.environment = place.environment.merging(["TERM": "dumb", "SHELL": "/bin/sh"]) { $1 }
        process.currentDirectoryURL = URL(fileURLWithPath: place.path)
        process.standardInput = keys
        process.standardOutput = screen
        process.standardError = screen
        try process.run()
    }

    deinit { if process.isRunning { process.terminate() } }

    func type(_ text: String) { keys.fileHandleForWriting.write(Data(text.utf8)) }

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
