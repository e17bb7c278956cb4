import Foundation
import Testing

@testable import VaultCLI

/// Bram loses his laptop: the built program, from the sheet to the case he may open again.
@Suite struct PaperOutsideTests {
    @Test func aLostLaptopFromSheetToCase() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.do("$PROGRAM identity create --name Bram --kdf interactive --home bram --passphrase-fd 3 3<secret")
        let first = try asked(place, home: "bram")
        #expect(!first.isReturning)
        try place.do("$PROGRAM member accept \(first.request) --name Bram --words '\(first.words)' --passphrase-fd 3 3<secret")
        try place.do("echo 'Het raam' | $PROGRAM case add --share --home bram --passphrase-fd 3 3<secret")
        let paper = try place.hear("$PROGRAM identity paper --json --home bram --passphrase-fd 3 3<secret")
        let lines = try data(paper)["lines"] as? [String] ?? []
        #expect(lines.count == 8)
        try place.write(lines.joined(separator: "\n") + "\n", to: "sheet")
        try place.do("mv bram lost && echo anders >other")
        try place.do("$PROGRAM identity restore --name Bram --kdf interactive --home bram --passphrase-fd 3 3<other <sheet")

        let back = try asked(place, home: "bram", secret: "other")
        #expect(back.isReturning)
        let accept = "$PROGRAM member accept \(back.request) --name Bram --words '\(back.words)' --json --passphrase-fd 3 3<secret"
        for unnamed in ["", " --replaces Anna"] {
            let heard = try place.hear(accept + unnamed)
            #expect(heard.exit == 3, "\(heard.output)")
            #expect(heard.code == (unnamed.isEmpty ? "refused.recovery" : "refused.not-yourself"))
        }
        try place.do(accept + " --replaces Bram")
        let shown = try place.hear("$PROGRAM case show 2 --home bram --passphrase-fd 3 3<other")
        #expect(shown.exit == 0 && shown.output.contains("Het raam"), "\(shown.errors)")
        let lost = try place.hear("$PROGRAM case list --home lost --json --passphrase-fd 3 3<secret")
        #expect(lost.code == "damaged.key-undelivered" && lost.output.isEmpty)
    }

    /// A wrong line is named at once, and asked for again; letters can be seen, the passphrase cannot.
    @Test func atATerminalALineIsAskedForUntilItIsRight() throws {
        let place = try Workplace()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM identity restore --name Anna --kdf interactive")
        let intro = person.hear(until: "Line 1: ")
        #expect(intro.contains("What you type stays on the screen."))
        person.type("aanpak aaien favoriet moet\r")
        #expect(person.hear(until: "Line 1: ").contains("Line 1, word 4 is not in the list of Kluis."))
        person.type("aanp aaiem\u{7F}n favo moei\r")
        #expect(person.hear(until: "Line 2: ").contains("aanp aaiem\u{8} \u{8}n favo moei"))
        person.type("bode aanr andi wort\r")
        #expect(person.hear(until: "Line 2: ").contains("Line 2 is not right"))
        for line in [
            "afsl fant makr dool", "bode aanr andi wort", "hobo actr boch zwal", "wate alva gaze draa", "inwo benz prim dapp",
            "slok dolg orna refr",
            "musi kora siro drij",
        ].enumerated() {
            person.type(line.element + "\r")
            if line.offset < 6 { _ = person.hear(until: "Line \(line.offset + 3): ") }
        }
        _ = person.hear(until: "new passphrase here: ")
        person.type("geheim\r")
        #expect(!person.hear(until: "once more: ").contains("geheim"))
        person.type("geheim\r")
        let said = person.hear()
        #expect(said.contains("Your key is back, Anna.") && said.contains("vanuit intussen dragen minder kabel rijweg"), "\(said)")
        #expect(try place.kluis(["identity", "show", "--passphrase-fd", "3"]).output == "This key belongs to Anna.\n")
    }

    @Test func withNobodyToAskItStops() throws {
        let place = try Workplace()
        defer { place.clear() }
        let person = try Person(in: place, "$PROGRAM identity restore --name Anna --no-input --passphrase-fd 3 3<secret")
        #expect(person.hear().contains("Kluis has to ask for the lines of your sheet"))
    }

    private func data(_ heard: Heard) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(heard.output.utf8)) as? [String: Any]
        return try #require(object?["data"] as? [String: Any], "\(heard.errors)")
    }

    private func asked(_ place: Workplace, home: String, secret: String = "secret") throws -> (
        request: Int, words: String, isReturning: Bool
    ) {
        let answer = try data(try place.hear("$PROGRAM join --home \(home) --vault noord.kluis --json --passphrase-fd 3 3<\(secret)"))
        return (
            try #require(answer["request"] as? Int), try #require(answer["words"] as? [String]).joined(separator: " "),
            try #require(answer["returning"] as? Bool)
        )
    }
}
