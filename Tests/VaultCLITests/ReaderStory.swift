import Foundation
import VaultCore

/// What happens in the vault that two programs read: each event that a group writes in a month, but for those that need years.
extension ReaderTests {
    /// Ends with keys that only Anna and Bo have taken, and with Fien accepted and not yet there.
    func tellFirstHalf(_ place: Workplace) throws {
        place.environment["KLUIS_VAULT"] = "v.kluis"
        func say(_ person: String, _ command: String, _ text: String = "") throws {
            try place.write(text, to: "text")
            try place.do("$PROGRAM \(command) --home \(person) --passphrase-fd 3 --yes 3<secret <text")
        }
        try say("home", "identity create --name Anna --kdf interactive")
        try say("home", "group create --name 'Intervisie Oost'")
        try say("home", "case add", "Een concept\n\npitch: alleen voor mij\n\nTekst.\n")
        try say("home", "case add --share", "Een cliënt doet niet open\n\npitch: wat nu?\n\n“Zou jij gaan?”\r\n\tIk ging niet.\n")
        try place.accept("Bo")
        try place.accept("Cas", "--role guest --until 2099-12-31")
        try say("Bo", "case add --share", "Van Bo\n\nlang\n")
        try say("Bo", "case add", "Concept van Bo\n")
        try say("Bo", "note add 2", "Ik zou eerst bellen.\n")
        try say("Cas", "note add 2", "Ik ook.\n")
        try say("Cas", "note edit 2 2", "Ik ook, en schrijven.\n")
        // Two rows of the vault and more than two chunks, not of the same bytes; and a file with nothing in it.
        try Data((0..<200_000).map { UInt8(truncatingIfNeeded: $0 * $0 / 7) }).write(to: URL(filePath: place.path + "/brief.bin"))
        try place.write("", to: "leeg.txt")
        try say("home", "attach add 2 brief.bin")
        try say("Bo", "attach add 3 leeg.txt")
        try say("Bo", "case show 2")
        try say("Cas", "note list 2")
        try say("Cas", "attach save 2 1 --to Cas")
        try say("Bo", "search", "bellen\n")
        try say("Bo", "search", "nergens\n")
        try place.accept("Dirk", "--history none")
        try say("Cas", "case add --share", "Na Dirk\n\nVoor iedereen.\n")
        try place.accept("Eva", "--role auditor --until 2099-12-31")
        try say("home", "case add --share", "Moet weg\n\nfout\n")
        try say("Dirk", "note add 6", "weg ermee\n")
        try say("home", "case erase 6")
        try say("Bo", "case add", "Zonder Cas\n\npitch: stil\n\nover Cas\n")
        try say("Bo", "case share 7 --without Cas")
        try say("Bo", "case add", "Alleen de pitch\n\npitch: dit\n\nverborgen\n")
        try say("Bo", "case share 8 --pitch-only")
        try say("Bo", "case withdraw 3")
        try place.do("mkdir lijst && echo Een > lijst/a.txt && echo Twee > lijst/b.md")
        try say("Dirk", "import lijst --share")
        try say("home", "case edit 2", "Een cliënt doet niet open\n\npitch: en nu?\n\nZij belde.\n")
        try say("Bo", "case close 7")
        try say("home", "member until Cas 2098-01-01")
        try say("Eva", "log verify")
        try say("home", "member remove Cas")
        try place.accept("Fien", "--from 2020-01-01")
        try say("Bo", "case list")
    }

    /// Ends with somebody in another's place, and Fien gone before she ever looked.
    func tellSecondHalf(_ place: Workplace) throws {
        try place.accept("Gijs", "--replaces Bo")
        for line in [
            "echo 'Van Gijs' | $PROGRAM case add --home Gijs --share",
            "echo 'Anders' | $PROGRAM note edit 2 1 --home Gijs",
            "$PROGRAM case readers 2 --home Gijs",
            "$PROGRAM member rewrap Dirk",
            "$PROGRAM backup create b.kluis",
            "$PROGRAM log show --case 2 --home Eva",
            "$PROGRAM audit export --to uit",
            "$PROGRAM member remove Fien --yes",
        ] { try place.do(line + " --passphrase-fd 3 3<secret") }
    }
}
