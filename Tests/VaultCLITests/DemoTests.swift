import Foundation
import Glibc
import Testing
import VaultCore
import VaultFormat
import VaultSystem

@testable import VaultCLI

/// The story as a person sees it: the built program, run to its end.
@Suite("Demo") struct DemoTests {
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("kluis").path

    /// A directory that the demo makes its own in.
    private final class Ground {
        let path: String

        init() throws {
            path = FileManager.default.temporaryDirectory.path + "/demo-" + UUID().uuidString
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path) } }

        func run(_ arguments: [String]) throws -> (said: String, ending: ChildProgram.Ending) {
            let run = try ChildProgram(path: DemoTests.program, environment: ["TMPDIR": path, "HOME": path]).run(arguments)
            return (String(decoding: run.said, as: UTF8.self), run.ending)
        }
    }

    @Test(arguments: Language.allCases) func goesAsTold(_ language: Language) throws {
        let ground = try Ground()
        let (said, ending) = try ground.run(["demo", "--lang", language.rawValue])
        #expect(ending == .exited(0), "\(said)")
        for scene in Story.scenes { #expect(said.contains("\n" + scene.name.text(in: language) + "\n")) }
        #expect(said.contains("anna$ kluis case add < casus.txt\n"))
        #expect(!said.contains("--passphrase-fd 3\n") && !said.contains("$ kluis case add --"))
        #expect(said.contains(Narration.opensNow(parts: 0).text(in: language)))
        // What is done once more is not told once more.
        #expect(said.contains("bram$ kluis join\n") && !said.contains("greta$ kluis join") && !said.contains(DemoText.backDoor.lastLine))
        #expect(try ground.names == [])
        let theThief = try #require(said.components(separatedBy: SceneName.thief.text(in: language)).last)
            .components(separatedBy: SceneName.oldKeys.text(in: language))[0]
        for line in DemoText.allCases.flatMap({ $0.text.split(separator: "\n") }) { #expect(!theThief.contains(line)) }
        // What only the other language says must not be heard.
        let other: Language = language == .dutch ? .english : .dutch
        #expect(!said.contains(Narration.theEnd.text(in: other)))
        #expect(said.contains(Narration.ended(.otherHistory).text(in: language)))
    }

    @Test func aProgramHearsTheEndOnly() throws {
        let ground = try Ground()
        let (said, ending) = try ground.run(["demo", "--json"])
        #expect(ending == .exited(0))
        #expect(said.split(separator: "\n").count == 1)
        #expect(said.hasPrefix(#"{"schema":1,"ok":true,"data":{"items":[{"scene":"key","commands":4}"#))
        #expect(try ground.names == [])
    }

    @Test func stoppingItLeavesNothing() throws {
        let ground = try Ground()
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: Self.program)
        process.arguments = ["demo", "--lang", "en"]
        process.environment = ["TMPDIR": ground.path, "HOME": ground.path]
        process.standardOutput = output
        process.standardError = output
        try process.run()
        // The first line comes after the signals are held back.
        var said = output.fileHandleForReading.availableData
        kill(process.processIdentifier, SIGINT)
        said += output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect(process.terminationStatus == VaultCLI.ExitStatus.interrupted.rawValue)
        #expect(!String(decoding: said, as: UTF8.self).contains(Narration.theEnd.english))
        #expect(try ground.names == [])
    }

    @Test func triesNoDryRun() throws {
        #expect(try Ground().run(["demo", "--dry-run"]).ending == .exited(VaultCLI.ExitStatus.usage.rawValue))
    }

    @Test func aSurpriseIsSeen() throws {
        let ground = try Ground()
        var stage = try Self.stage(ground)
        func surprise(_ act: Act) throws -> Bool { try stage.perform(act) != nil }
        #expect(try surprise(.type(.anna, "group", "create", "--name", "Te vroeg")), "there is no identity yet")
        #expect(try !surprise(.type(.anna, "identity", "create", "--name", "Anna", "--kdf", "interactive")))
        #expect(try !surprise(.type(.anna, "group", "create", "--name", .text(Story.group))))
        #expect(try surprise(.searchCopy) == false)
        #expect(try surprise(.flipByte), "there is no case yet")
        #expect(try !surprise(.type(.anna, "case", "add", from: .fall)))
        #expect(try surprise(.type(.anna, "case", "list", saying: .words("niet gezegd"))))
        #expect(try surprise(.type(.anna, "case", "show", "1", ends: .damaged)), "nothing is damaged")
        #expect(try !surprise(.flipByte))
        #expect(try !surprise(.type(.anna, "case", "show", "1", ends: .damaged)))
        #expect(try surprise(.type(.anna, "case", "show", "1")), "it is damaged")
        // A file that does show a word of the case.
        let vault = ground.path + "/oost.kluis"
        try Files.replace(vault, RawVault(vault).bytes + Array("badkamervloer".utf8))
        #expect(try surprise(.searchCopy))
    }

    @Test func wordsThatNobodySaidAreNotTyped() throws {
        let ground = try Ground()
        var stage = try Self.stage(ground)
        #expect(try stage.perform(.type(.anna, "identity", "create", "--name", .name(.anna), "--kdf", "interactive")) == nil)
        #expect(try stage.perform(.type(.anna, "member", "accept", .request(.bram), "--name", .name(.bram))) == .answer)
        #expect(try stage.perform(.type(.anna, "member", "accept", "1234", "--name", "Bram", "--words", .said(.bram))) == .answer)
        #expect(try stage.perform(.type(.anna, "group", "create", "--name", .text(Story.group), saying: .request)) == .answer)
    }

    /// Were he not removed, or had he never been able to read anything, the attempt with the old keys would say so.
    @Test func oldKeysThatStillFitAreSeen() throws {
        let ground = try Ground()
        var stage = try Self.stage(ground)
        for act in Story.scenes.flatMap(\.acts) {
            if case .tell(.bramKeepsCopies) = act { break }
            #expect(try stage.perform(act) == nil)
        }
        #expect(try stage.perform(.type(.anna, "note", "add", "1", from: .fallAnswer)) == nil)
        #expect(try stage.perform(.tryOldKeys(of: .bram)) == .search, "he is a member still")
        #expect(try stage.perform(.type(.anna, "member", "remove", .name(.bram), "--yes")) == nil)
        #expect(try stage.perform(.tryOldKeys(of: .bram)) == .search, "the note was written before")
        try FileManager.default.removeItem(atPath: ground.path + "/oud-bram")
        #expect(try stage.perform(.layCopyAside(with: .bram)) == nil)
        #expect(try stage.perform(.type(.anna, "note", "add", "1", from: .fallAnswer)) == nil)
        #expect(try stage.perform(.tryOldKeys(of: .bram)) == .search, "on this copy he could read nothing")
    }

    private static func stage(_ ground: Ground) throws -> Stage {
        let speaker = Speaker(language: .dutch, json: true, quiet: false, colour: .never)
        return try Stage(directory: ground.path, narrator: Narrator(speaker: speaker), program: program)
    }

    @Test func aSurpriseEndsTheStory() {
        let narrator = Narrator(speaker: Speaker(language: .english, json: true, quiet: false, colour: .never))
        #expect(throws: Trouble.ourBug) { try narrator.regret(.answer) }
        #expect(Trouble.ourBug.code.exit.rawValue == 1)
    }
}

/// What the story searches and shows.
@Suite("Demo parts") struct DemoPartTests {
    private static let examples = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Docs/Examples")

    @Test(arguments: DemoText.allCases) func textsAreTheExamples(_ text: DemoText) throws {
        #expect(try String(contentsOf: Self.examples.appendingPathComponent(text.example), encoding: .utf8) == text.text)
    }

    @Test func examplesAreCasesAndNotes() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.examples.path).filter { $0.hasSuffix(".txt") }
        #expect(names.count >= 8)
        for name in names {
            let text = try CaseText(parsing: Array(Data(contentsOf: Self.examples.appendingPathComponent(name))))
            #expect(text.pitch != nil && !text.title.hasSuffix("."), "\(name)")
            let words = text.typed.split { $0.isWhitespace }.count
            #expect((120...300).contains(words), "\(name) has \(words) words")
        }
        let notes = try FileManager.default.contentsOfDirectory(atPath: Self.examples.appendingPathComponent("Notes").path)
        for note in notes {
            let bytes = try Array(Data(contentsOf: Self.examples.appendingPathComponent("Notes/" + note)))
            #expect(try !NoteText.parse(bytes).isEmpty)
            let piece = try #require(note.split(separator: ".").first)
            #expect(names.contains(piece + ".txt"), "\(note) belongs to no case")
        }
    }

    @Test func theSearchFindsWordsAsSpelled() {
        let wanted = Wanted(wordsOf: ["De sleutel, de sleutels en het raam."])
        #expect(wanted.count == 2)
        #expect(wanted.found(in: Array("\u{0}sleutels\u{0}".utf8)) == 2)
        #expect(wanted.found(in: Array("sleutel".utf8)) == 1)
        #expect(wanted.found(in: Array("SLEUTELS sleute ls".utf8)) == 0)
        #expect(wanted.found(in: []) == 0)
        #expect(Wanted(phrases: ["Anna Verbeek", "Anna"]).count == 1)
    }

    @Test func aCommandIsShownAsTyped() throws {
        guard case .command(let typed) = Act.type(.anna, "group", "create", from: .fall) else { throw DemoFailure() }
        #expect(typed.line(["group", "--name", "Intervisie Oost"]) == "anna$ kluis group --name \"Intervisie Oost\" < casus.txt")
    }

    @Test func aRequestIsHeard() throws {
        let words = WordList.words.prefix(6).joined(separator: " ")
        let heard = try #require(SpokenRequest(in: "Jouw verzoek heeft nummer 3443.\nLees dit voor: \(words).\nZeg ze: niet sturen.\n"))
        #expect(heard.number == "3443" && heard.words == words)
        #expect(SpokenRequest(in: "Jouw verzoek heeft nummer 3443.\nLees dit voor: vijf woorden zijn te weinig.\n") == nil)
        #expect(SpokenRequest(in: "Jouw verzoek.\nLees dit voor: \(words).\n") == nil)
    }

    private struct DemoFailure: Error {}

    @Test(arguments: VaultCLI.ExitStatus.allCases) func everyNumberHasAMeaning(_ status: VaultCLI.ExitStatus) {
        for sentence in [Narration.ended(status).dutch, Narration.ended(status).english] {
            #expect(sentence.hasSuffix(".") && sentence.contains(" \(status.rawValue): "))
        }
    }
}
