import Foundation
import Testing
import VaultSystem
import VaultTestkit

@testable import VaultCLI

/// Texts written in an editor that is not ours: it changes them, and keeps nothing of them.
@Suite(.enabled(if: OutsideEditor.allCases.allSatisfy { ForeignProgram($0.rawValue).isExpected }, "vim and nano are not installed"))
struct OutsideEditorTests {
    private static let editors = OutsideEditor.allCases

    /// The keys that write `text` at the beginning and save it, and those that end the editor with what was saved last.
    private static func keys(_ text: String, in editor: OutsideEditor) -> (save: String, end: String) {
        switch editor {
        case .vim: ("i\(text)\u{1B}:w\r", ":q!\r")
        case .nano: ("\(text)\u{F}\r", "\u{18}")
        }
    }

    /// What the editor says when it has saved.
    private static func saved(_ editor: OutsideEditor) -> String { editor == .vim ? "written" : "Wrote" }

    private func begin(_ line: String, _ editor: OutsideEditor, in place: Workplace) throws -> Person {
        let person = try Person(
            in: place, "stty rows 24 cols 80; echo $$ > process; exec $PROGRAM \(line) --passphrase-fd 3 3<secret", terminal: "xterm")
        _ = person.hear(until: editor == .vim ? "All" : "Read")
        return person
    }

    @Test(arguments: editors) func aTextIsChangedInIt(_ editor: OutsideEditor) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try begin("case edit 1 --editor \(editor.rawValue)", editor, in: place)
        let keys = Self.keys("Áchter: ", in: editor)
        person.type(keys.save)
        _ = person.hear(until: Self.saved(editor))
        person.type(keys.end)
        let said = person.hear()
        #expect(said.contains("this is version 2 now") && said.contains("you looked at this case"), "\(said)")
        #expect(try place.kluis(["case", "show", "1", "--passphrase-fd", "3"]).output.contains("Áchter: De deur"))
    }

    /// Chosen for good, and for a new text.
    @Test func theVariableNamesIt() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        place.environment["KLUIS_EDITOR"] = "nano"
        let person = try begin("note add 1", .nano, in: place)
        let keys = Self.keys("Eerst bellen.", in: .nano)
        person.type(keys.save + keys.end)
        #expect(person.hear().contains("Note 2 on case 1 of Noord has been kept."))
        #expect(try place.kluis(["note", "list", "1", "--passphrase-fd", "3"]).output.contains("Eerst bellen."))
        // It says nothing where the text comes from a file, and is refused where it is not known.
        place.environment["KLUIS_EDITOR"] = "emacs"
        #expect(try place.kluis(["note", "add", "1", "--passphrase-fd", "3"], input: "Uit een bestand").exit == 0)
        let refused = try Person(in: place, "$PROGRAM note add 1 --passphrase-fd 3 3<secret")
        #expect(refused.hear().unbroken.contains("Write --editor vim|nano, or leave it out"))
    }

    @Test(arguments: editors) func whoSavesNothingStops(_ editor: OutsideEditor) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try begin("case edit 1 --editor \(editor.rawValue)", editor, in: place)
        person.type(Self.keys("", in: editor).end)
        #expect(person.hear().contains("You stopped the command."))
        #expect(try place.kluis(["case", "history", "1", "--passphrase-fd", "3"]).output.contains("Version 2") == false)
    }

    /// What was saved is not lost with the editor.
    @Test func whatWasSavedBeforeAnErrorIsLeft() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try begin("note add 1 --editor vim", .vim, in: place)
        person.type("iHalf af\u{1B}:w\r:cq\r")
        #expect(person.hear().unbroken.contains("You stopped; your text has not been kept in the vault, but lies ready"))
        #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).errors.contains("'kluis note add 1' goes on with it."))
    }

    /// More than a text may be is not lost either: it is left, and where even the home has no room for it, shown again.
    @Test(arguments: [(15_001, true), (30_001, false)]) func tooMuchIsNotLost(_ lines: Int, _ isLeft: Bool) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try begin("note add 1 --editor vim", .vim, in: place)
        person.type(":call setline(1, repeat([repeat('z', 99)], \(lines)))\r:w\r:q\r")
        let said = person.hear().unbroken
        #expect(said.contains(isLeft ? "lies ready" : "It still stands below") && said.contains("shorter"))
        let waits = try place.kluis(["case", "list", "--passphrase-fd", "3"]).errors.contains("'kluis note add 1' goes on with it.")
        #expect(waits == isLeft)
    }

    /// A program of that name that is another, or cannot cope with the terminal.
    @Test func anEditorThatFailsSaysSo() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let person = try Person(
            in: place, "TERM=no-such-terminal $PROGRAM case edit 1 --editor nano --passphrase-fd 3 3<secret", terminal: "xterm")
        let said = person.hear().unbroken
        #expect(said.contains("The editor nano ended with an error.") && said.contains("You stopped the command."), "\(said)")
    }

    /// Whatever the person's own settings ask for, and also when the window is closed over it.
    @Test(arguments: editors, [false, true])
    func nothingOfTheTextIsInAnyFile(_ editor: OutsideEditor, _ isClosed: Bool) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try FileManager.default.createDirectory(atPath: place.path + "/tmp", withIntermediateDirectories: true)
        place.environment["HOME"] = place.path
        place.environment["TMPDIR"] = place.path + "/tmp"
        place.environment["VIMINIT"] = "set undofile undodir=\(place.path) backup backupdir=\(place.path)"
        try place.write("set swapfile undofile backup writebackup viminfo='100,<50\n", to: ".vimrc")
        try place.write("set backup\nset historylog\nset positionlog\nset locking\n", to: ".nanorc")
        try place.write("", to: "process")
        let before = try Self.files(in: place)
        let person = try begin("case edit 1 --editor \(editor.rawValue)", editor, in: place)
        let keys = Self.keys("Onvindbaar", in: editor)
        person.type(keys.save)
        _ = person.hear(until: Self.saved(editor))
        #expect(try Self.files(in: place) == before)
        let process = try #require(Int32(try String(contentsOfFile: place.path + "/process", encoding: .utf8).filter(\.isNumber)))
        if isClosed {
            person.type(editor == .vim ? "iOngezegd\u{1B}" : "Ongezegd")
            person.closeWindow()
            while kill(process, 0) == 0 { usleep(10_000) }
            #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).errors.contains("'kluis case edit 1' goes on with it."))
        } else {
            person.type(keys.end)
            #expect(person.hear().contains("this is version 2 now"))
        }
        let after = try Self.files(in: place)
        #expect(after.subtracting(before).isSubset(of: ["input", "output", "errors"]) && before.isSubset(of: after))
        for name in after {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: place.path + "/" + name))
            #expect(bytes.range(of: Data("nvindba".utf8)) == nil && bytes.range(of: Data("ngezeg".utf8)) == nil, "\(name)")
        }
    }

    /// Every regular file below the place.
    private static func files(in place: Workplace) throws -> Set<String> {
        Set(
            try FileManager.default.subpathsOfDirectory(atPath: place.path).filter {
                try FileManager.default.attributesOfItem(atPath: place.path + "/" + $0)[.type] as? FileAttributeType == .typeRegular
            })
    }
}
