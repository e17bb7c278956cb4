import Testing
import VaultFormat

@testable import VaultCore

/// Title, pitch and body out of what a person typed.
struct CaseTextTests {
    private func parsed(_ text: String) throws -> [String?] {
        let text = try CaseText(parsing: Array(text.utf8))
        return [text.title, text.pitch, text.body]
    }

    @Test(
        arguments: [
            ("Titel", ["Titel", nil, ""]),
            ("Titel\n", ["Titel", nil, ""]),
            ("Titel\n\nBody\n", ["Titel", nil, "Body\n"]),
            ("Titel\nBody", ["Titel", nil, "Body"]),
            ("\n\n  Titel \n\nBody", ["Titel", nil, "Body"]),
            ("Titel\n\npitch: Kort\n\nBody", ["Titel", "Kort", "Body"]),
            ("Titel\npitch: Kort\n\nBody", ["Titel", "Kort", "Body"]),
            ("Titel\n\nPITCH:Kort\n\nBody", ["Titel", "Kort", "Body"]),
            ("Titel\n\npitch: Een\ntwee \n  drie\n\nBody\n\nMeer", ["Titel", "Een twee drie", "Body\n\nMeer"]),
            ("Titel\n\npitch:\n\nBody", ["Titel", nil, "Body"]),
            ("Titel\n\npitch: Kort", ["Titel", "Kort", ""]),
            ("Titel\n\nBody\npitch: geen", ["Titel", nil, "Body\npitch: geen"]),
            ("Titel\r\n\r\npitch: Kort\r\n\r\nA\r\nB\rC", ["Titel", "Kort", "A\nB\rC"]),
            ("\u{feff}Titel\n\nBody", ["Titel", nil, "Body"]),
            ("Titel\n\n\n\n  Body", ["Titel", nil, "\n\n  Body"]), ("Titel\n\n\npitch: Kort\n\nBody", ["Titel", "Kort", "Body"]),
            ("Crème brûlée 🙂\n\n\u{1b}[31m\u{202e}tab\there", ["Crème brûlée 🙂", nil, "\u{1b}[31m\u{202e}tab\there"]),
        ] as [(String, [String?])]) func whatIsTypedIsKept(_ typed: String, _ expected: [String?]) throws
    {
        #expect(try parsed(typed) == expected)
    }

    @Test(arguments: [
        ("", TextField.title, TextFault.empty), ("\n \n", .title, .empty), ("Ti\ttel", .title, .control(position: 3)),
        ("Ti\u{200f}tel", .title, .control(position: 3)), ("Titel\n\npitch: Ko\u{7}rt", .pitch, .control(position: 3)),
        ("Titel\n\nBo\u{0}dy", .body, .nul(position: 10)), (String(repeating: "t", count: 201), .title, .tooLong(limit: 200)),
        ("T\n\npitch: " + String(repeating: "p", count: 1001), .pitch, .tooLong(limit: 1000)),
        ("T\n\n" + String(repeating: "b", count: (1 << 20) + 1), .body, .tooManyBytes(limit: 1 << 20)),
    ]) func whatBreaksARuleIsNamedByItsPlace(_ typed: String, _ field: TextField, _ expected: TextFault) {
        #expect(throws: Fault.text(field, expected)) { try CaseText(parsing: Array(typed.utf8)) }
    }

    @Test func bytesThatAreNoTextAreNamedByTheirPlace() {
        #expect(throws: Fault.text(.body, .notUTF8(position: 3))) { try CaseText(parsing: [0x54, 0x0a, 0xff, 0x41]) }
        #expect(throws: Fault.text(.note, .notUTF8(position: 1))) { try NoteText.parse([0xc3]) }
    }

    @Test func theLongestIsTaken() throws {
        let title = String(repeating: "é", count: 200), pitch = String(repeating: "p", count: 1000)
        let text = try CaseText(title: title, pitch: pitch, body: String(repeating: "b", count: 1 << 20))
        #expect(text.title.unicodeScalars.count == 200)
        #expect(text.body.utf8.count == 1 << 20)
    }

    @Test func aNoteIsTextFromItsFirstByte() throws {
        #expect(try NoteText.parse(Array("pitch: nee\n\ngeen titel".utf8)) == "pitch: nee\n\ngeen titel")
        for nothing in ["", " ", "\n\t\n"] { #expect(throws: Fault.text(.note, .empty)) { try NoteText.parse(Array(nothing.utf8)) } }
        #expect(throws: Fault.text(.note, .nul(position: 2))) { try NoteText.parse([0x61, 0]) }
        #expect(throws: Fault.text(.note, .tooManyBytes(limit: 1 << 20))) {
            try NoteText.parse([UInt8](repeating: 0x61, count: (1 << 20) + 1))
        }
    }

    /// What an editor is given is read back as the same text, whatever the body begins with.
    @Test(
        arguments: ["", "Body", "\nBody", "\n\nBody", "pitch: geen pitch", "\n\npitch: geen", "Pitch: Nee\n\nBody", "  Body\n"],
        [nil, "Kort"])
    func whatIsGivenToEditComesBack(_ body: String, _ pitch: String?) throws {
        let text = try CaseText(title: "Titel", pitch: pitch, body: body)
        #expect(try CaseText(parsing: Array(text.typed.utf8)) == text)
    }
}
