import Foundation
import Testing

@testable import VaultCLI

/// What somebody in a hurry does not do by accident, and where they find their way back.
@Suite struct MenuSafetyTests {
    /// One Enter too many leaves nobody in the shell, where what is typed next would be carried out and remembered.
    @Test(arguments: Language.allCases) func anEnterTooMany(_ language: Language) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let newcomer = try Walker("$PROGRAM start --home new", in: place, language)
        try newcomer.answers("Typ een nummer: ", "Type a number: ", "")
        try newcomer.sees("of 0 om te stoppen.", "or 0 to stop.")
        try newcomer.chooses("Stoppen", "Stop")
        #expect(try newcomer.ends().status == 0)
        let anna = try Walker.inMenu(place, language)
        try anna.answers("Typ een nummer: ", "Type a number: ", "")
        try anna.sees("of 0 om te stoppen.", "or 0 to stop.")
        try anna.chooses("Het logboek", "The log")
        try anna.answers("Typ een nummer: ", "Type a number: ", "")
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
    }

    /// Nobody is removed, and nobody leaves, by digits alone.
    @Test func aNumberMakesNothingCertain() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.accept("Bo")
        let anna = try Walker.inMenu(place)
        try anna.chooses("", "The group")
        try anna.chooses("", "Remove somebody")
        try anna.answers("", "Who goes?", "2")
        try anna.answers("", "Type the name, Bo, if you are sure: ", "2")
        try anna.sees("", "You did not confirm it")
        try anna.goesOn()
        try anna.chooses("", "Stop")
        #expect(try anna.ends().status == 0)
        let bo = try Walker.inMenu(place, .english, "$PROGRAM --home Bo")
        try bo.chooses("", "The group")
        try bo.chooses("", "Leave this group myself")
        try bo.chooses("", "Leave, and what I have shared")
        try bo.answers("", "Type your name, Bo, if you are sure: ", "2")
        try bo.sees("", "You did not confirm it")
        try bo.goesOn()
        try bo.chooses("", "Stop")
        #expect(try bo.ends().status == 0)
        #expect(
            try place.kluis(["member", "list", "--json", "--passphrase-fd", "3"]).output.contains("\"name\":\"Bo\",\"role\":\"member\""))
    }

    /// A vault that was moved is found again, without a backup that would make it two.
    @Test(arguments: Language.allCases) func aVaultThatWasMoved(_ language: Language) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try FileManager.default.moveItem(atPath: place.path + "/noord.kluis", toPath: place.path + "/elders.kluis")
        place.environment["KLUIS_VAULT"] = nil
        let anna = try Walker.inMenu(place, language)
        try anna.sees("Kluis zocht het bestand \(place.path)/noord.kluis.", "Kluis looked for the file \(place.path)/noord.kluis.")
        try anna.chooses("De kluis staat ergens anders", "The vault is somewhere else")
        try anna.answers("Waar staat de kluis nu?", "Where is the vault now?", "~/elders.kluis")
        try anna.sees("Je kunt 1 casus openen", "You can open 1 case")
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
        // From now on it is looked for there.
        let again = try Walker.inMenu(place, language)
        try again.sees("Je kunt 1 casus openen", "You can open 1 case")
        try again.chooses("Stoppen", "Stop")
        #expect(try again.ends().status == 0)
    }

    /// A text that was not finished is named where one begins, and in the list, with the way to it.
    @Test(arguments: Language.allCases) func aTextThatWaitsIsNamed(_ language: Language) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let anna = try Walker.inMenu(place, language)
        try anna.chooses("Een casus schrijven", "Write a case")
        try anna.sees("Druk op Ctrl-D.", "Press Ctrl-D.")
        anna.type("Half\u{3}")
        try anna.goesOn()
        try anna.sees("Er ligt 1 tekst klaar die je niet afmaakte", "1 text lies ready that you did not finish")
        try anna.chooses("Casussen lezen", "Read cases")
        let said = try anna.sees("bij 'Een casus schrijven': doe dat opnieuw", "at 'Write a case': do that again")
        #expect(!Walker.flat(said).contains("'kluis "))
        try anna.answers("Welke casus?", "Which case?", "")
        // It says which text it is, and Enter leaves it for later.
        try anna.chooses("Een casus schrijven", "Write a case")
        try anna.sees("een nieuwe casus, die je op", "a new case, that you did not finish on")
        try anna.answers("met alleen Enter blijft hij liggen: ", "with Enter alone it stays: ", "")
        try anna.sees("ligt verzegeld klaar op deze computer", "lies ready on this computer, sealed")
        try anna.goesOn()
        try anna.sees("Er ligt 1 tekst klaar", "1 text lies ready")
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
    }

    /// A folder that is not there yet is no file, and a name without an ending gets one.
    @Test func wherePathsLead() throws {
        let place = try Workplace()
        defer { place.clear() }
        #expect(FilePlace.file("intervisie.kluis", at: place.path) == place.path + "/intervisie.kluis")
        #expect(FilePlace.file("intervisie.kluis", at: place.path + "/nieuw/") == place.path + "/nieuw/intervisie.kluis")
        #expect(FilePlace.file("intervisie.kluis", at: place.path + "/oost") == place.path + "/oost.kluis")
        #expect(FilePlace.file("kluis.html", at: place.path + "/verslag.pdf") == place.path + "/verslag.pdf")
        #expect(FilePlace.file("intervisie.kluis", at: "stick").hasPrefix("/"))
    }
}
