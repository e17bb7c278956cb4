import Foundation
import Testing

@testable import VaultCLI

/// Two people who know no command, from nothing to a case that both have read; with what people type by mistake.
@Suite struct MenuWalkTests {
    @Test(arguments: Language.allCases) func fromNothingToASharedCase(_ language: Language) throws {
        let place = try Workplace()
        defer { place.clear() }
        try found(place, language)
        let asked = try ask(place, language)
        try accept(asked, place, language)
        try read(place, language)
        // The founder sees in the log who looked, and in the list that it was read.
        let anna = try Walker.inMenu(place, language, "$PROGRAM --home anna")
        try anna.chooses("Het logboek", "The log")
        try anna.chooses("Zien wie wat deed", "See who did")
        try anna.chooses("De nieuwste", "The newest")
        try anna.sees("Bo bekeek casus 1", "Bo looked at case 1")
        try anna.goesOn()
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
    }

    /// An auditor is accepted in the menu with an end date, and finds the log there and no cases.
    @Test func anAuditorFindsTheLog() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.ask("Greta")
        let anna = try Walker.inMenu(place)
        try anna.chooses("", "The group")
        try anna.chooses("", "Accept somebody")
        try anna.answers("", "Enter alone to go back: ", place.asked.request)
        try anna.chooses("", "Somebody who is new")
        try anna.answers("", "What is that person's name", "Greta")
        try anna.chooses("", "Auditor")
        try anna.answers("", "What is the last day of Greta?", "31-1-2199")
        try anna.sees("", "That is no day.")
        try anna.answers("", "What is the last day of Greta?", "2199-01-31")
        try anna.answers("", "accepts Greta into Noord: ", place.asked.words)
        try anna.sees("", "Greta is now part of Noord as an auditor")
        try anna.goesOn()
        try anna.chooses("", "Stop")
        #expect(try anna.ends().status == 0)
        let greta = try Walker.inMenu(place, .english, "$PROGRAM --home Greta")
        try greta.sees("", "You are an auditor; the group has 2 members.")
        #expect(try greta.list().allSatisfy { !$0.words.localizedCaseInsensitiveContains("case") })
        try greta.chooses("", "The log")
        try greta.chooses("", "Verify")
        try greta.sees("", "Everything is right.")
        try greta.goesOn()
        try greta.chooses("", "Stop")
        #expect(try greta.ends().status == 0)
    }

    private func makeKey(_ person: Walker, _ name: String) throws {
        try person.sees("Welkom bij Kluis", "Welcome to Kluis")
        try person.answers("Typ een nummer: ", "Type a number: ", "9")
        try person.sees("Dat staat niet in de lijst.", "That is not in the list.")
        try person.chooses("Ik ben nieuw", "I am new")
        // Nothing typed leads back to the list.
        try person.answers("Hoe heet je", "What is your name", "")
        try person.chooses("Ik ben nieuw", "I am new")
        try person.answers("Hoe heet je", "What is your name", name)
        try person.chooses("Ik bedenk zelf", "I think of a passphrase")
        try person.answers("nieuwe wachtzin: ", "new passphrase here: ", "geheim")
        try person.sees("Deze wachtzin is kort", "This passphrase is short")
        try person.answers("nog een keer: ", "once more: ", "geheum")
        try person.sees("De twee wachtzinnen die je typte zijn niet gelijk", "The two passphrases you typed are not the same")
        try person.chooses("Het nog eens proberen", "Try it once more")
        try person.answers("nieuwe wachtzin: ", "new passphrase here: ", "geheim")
        try person.answers("nog een keer: ", "once more: ", "geheim")
        try person.sees("Jouw sleutel is gemaakt, \(name).", "Your key has been made, \(name).")
        try person.chooses("Later", "Later")
    }

    private func found(_ place: Workplace, _ language: Language) throws {
        let anna = try Walker("$PROGRAM start --kdf interactive --home anna", in: place, language)
        try makeKey(anna, "Anna")
        try anna.chooses("Ik begin een nieuwe groep", "I begin a new group")
        try anna.answers("Hoe heet jullie groep?", "What is the name of your group?", "Noord")
        try anna.chooses("Steeds hetzelfde account", "Always the same account")
        try anna.answers("om terug te gaan: ", "to go back: ", "nergens/noord.kluis")
        try anna.sees("Druk op Enter voor \(place.path)/intervisie.kluis", "Press Enter for \(place.path)/intervisie.kluis")
        anna.type("\r")
        try anna.sees("De groep Noord is begonnen", "The group Noord has begun")
        try anna.goesOn()
        // Whoever stops in the middle of the first case goes on from there, with the text that was left or without it.
        try anna.sees("Druk op Ctrl-D.", "Press Ctrl-D.")
        anna.type("Half\u{3}")
        try anna.sees("ligt verzegeld klaar op deze computer", "lies ready on this computer, sealed")
        try anna.chooses("Later", "Later")
        #expect(try anna.ends().status == 0)
        let again = try Walker("$PROGRAM start --home anna", in: place, language)
        try again.answers("Je wachtzin: ", "Your passphrase: ", "geheim")
        try again.sees("Je hoort bij Noord, als lid.", "You are part of Noord, as a member.")
        try again.answers("Ga je daarmee verder?", "Do you go on with it?", language == .dutch ? "nee" : "no")
        try again.sees("Druk op Ctrl-D.", "Press Ctrl-D.")
        again.type("Het gesprek\r\rIk wist het niet.\r\u{4}")
        try again.sees("Jouw casus is verzegeld.", "Your case is sealed.")
        try again.goesOn()
        try again.chooses("Later", "Later")
        #expect(try again.ends().said.contains(language == .dutch ? "Typ voortaan 'kluis'" : "From now on type 'kluis'"))
        #expect(try again.ends().status == 0)
    }

    private func ask(_ place: Workplace, _ language: Language) throws -> Asked {
        let bo = try Walker("$PROGRAM start --kdf interactive --home bo", in: place, language)
        try makeKey(bo, "Bo")
        try bo.chooses("Mijn groep heeft al een kluis", "My group has a vault already")
        try bo.answers("Waar staat het bestand van de groep?", "Where is the file of the group?", "~/nergens.kluis")
        try bo.sees("Op die plek staat geen bestand", "There is no file in that place")
        try bo.answers("Waar staat het bestand van de groep?", "Where is the file of the group?", "~/intervisie.kluis")
        var asked = Asked()
        asked.hear(unbroken(try bo.sees("Bel nu iemand", "Now call somebody")))
        #expect(asked.request.count == 4 && asked.words.split(separator: " ").count == 6, "\(bo.shown)")
        try bo.goesOn()
        try bo.chooses("Kijken of ik ben toegelaten", "Look whether I have been accepted")
        try bo.sees("Niemand heeft je nog toegelaten.", "Nobody has accepted you yet.")
        try bo.chooses("Later", "Later")
        let (said, status) = try bo.ends()
        #expect(status == 0 && said.contains("kluis start"), "\(said)")
        return asked
    }

    /// Rows as they were before the window broke them.
    private func unbroken(_ screen: String) -> String {
        screen.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: " ")
            .replacing(". ", with: ".\n").replacing(/\ +/, with: " ")
    }

    private static let otherWords = "aanpak aaien favoriet moeite kabel rijweg"

    private func accept(_ asked: Asked, _ place: Workplace, _ language: Language) throws {
        let anna = try Walker("$PROGRAM --home anna", in: place, language, columns: 40)
        try anna.answers("Je wachtzin: ", "Your passphrase: ", "verkeerd")
        try anna.sees("Deze wachtzin past niet bij jouw sleutel.", "This passphrase does not")
        try anna.answers("Je wachtzin: ", "Your passphrase: ", "geheim")
        try anna.sees("1 verzoek wacht", "1 request is waiting")
        try anna.chooses("De groep", "The group")
        try anna.chooses("Iemand toelaten", "Accept somebody")
        try anna.answers("alleen Enter om terug te gaan: ", "Enter alone to go back: ", "1")
        try anna.sees("Dat nummer kun je hier niet kiezen.", "You cannot choose that number here.")
        try anna.answers("alleen Enter om terug te gaan: ", "Enter alone to go back: ", asked.request)
        try anna.chooses("Iemand die nieuw is", "Somebody who is new")
        try anna.answers("Hoe heet die persoon", "What is that person's name", "anna")
        try anna.sees("met een achternaam erbij.", "for example with a surname.")
        try anna.answers("Hoe heet die persoon", "What is that person's name", "Bo")
        try anna.chooses("Lid: doet alles mee", "Member: takes part")
        try anna.chooses("Ook de casussen", "Also the cases")
        try anna.answers("laat Kluis Bo toe tot Noord: ", "Kluis accepts Bo into Noord: ", "aaien aanbod qqqq")
        try anna.sees("Woord 3 ontbreekt", "Word 3 is missing")
        // Words of the list that are not those of the request are asked for once more, and nothing else is.
        try anna.answers("laat Kluis Bo toe tot Noord: ", "Kluis accepts Bo into Noord: ", Self.otherWords)
        try anna.sees("Deze woorden horen niet bij dit verzoek. Laat Bo", "These words do not belong to this request. Let Bo")
        try anna.answers("laat Kluis Bo toe tot Noord: ", "Kluis accepts Bo into Noord: ", asked.words)
        try anna.sees("Bo hoort nu als lid bij Noord.", "Bo is now part of Noord as a member.")
        try anna.goesOn()
        try anna.chooses("Casussen lezen", "Read cases")
        try anna.answers("Welke casus?", "Which case?", "1")
        try anna.goesOn()
        try anna.chooses("Deze casus delen", "Share this case")
        try anna.chooses("Alles, met de hele groep", "All of it, with the whole group")
        try anna.sees("Helemaal te openen voor: Anna en Bo.", "Anna and Bo")
        try anna.goesOn()
        try anna.chooses("Terug", "Back")
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
        // What somebody types goes on behind the question, and the window breaks it.
        let typed = ["aaien", Self.otherWords, asked.words]
        for row in anna.everything.split(separator: "\n") where !typed.contains(where: row.contains) { #expect(row.count <= 40, "\(row)") }
        #expect(!anna.everything.contains("\u{1B}"))
    }

    private func read(_ place: Workplace, _ language: Language) throws {
        let bo = try Walker("$PROGRAM start --home bo", in: place, language)
        try bo.answers("Je wachtzin: ", "Your passphrase: ", "geheim")
        try bo.sees("Je bent toegelaten.", "You have been accepted.")
        try bo.sees("Er is 1 casus die je nog niet las.", "There is 1 case that you have not read.")
        try bo.answers("Welke casus?", "Which case?", "1")
        try bo.sees("Ik wist het niet.", "Ik wist het niet.")
        try bo.goesOn()
        try bo.chooses("Een notitie erbij schrijven", "Write a note on it")
        try bo.sees("Druk op Ctrl-D.", "Press Ctrl-D.")
        bo.type("Herkenbaar.\r\u{4}")
        try bo.goesOn()
        try bo.chooses("Terug", "Back")
        #expect(try bo.ends().status == 0)
    }
}
