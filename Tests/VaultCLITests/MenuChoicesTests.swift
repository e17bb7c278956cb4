import Foundation
import Testing

@testable import VaultCLI

/// What the walk of the two does not come past.
@Suite struct MenuChoicesTests {
    /// Whoever has no key yet and types nothing but `kluis` is led to the first case as well, and finds the menu behind it.
    @Test func aNewcomerIsLedOn() throws {
        let place = try Workplace()
        defer { place.clear() }
        let anna = try Walker("$PROGRAM --home anna", in: place, .english)
        try anna.chooses("", "I am new")
        try anna.answers("", "What is your name", "Anna")
        try anna.chooses("", "I think of a passphrase")
        try anna.answers("", "new passphrase here: ", "geheim")
        try anna.answers("", "once more: ", "geheim")
        try anna.chooses("", "Later")
        try anna.chooses("", "I begin a new group")
        try anna.answers("", "What is the name of your group?", "Noord")
        try anna.chooses("", "Always the same account")
        try anna.answers("", "Press Enter for \(place.path)/intervisie.kluis", "")
        try anna.goesOn()
        try anna.sees("", "Press Ctrl-D.")
        anna.type("Het gesprek\r\rIk wist het niet.\r\u{4}")
        try anna.sees("", "Your case is sealed.")
        try anna.goesOn()
        try anna.chooses("", "Later")
        try anna.sees("", "You are ready to begin.")
        try anna.goesOn()
        try anna.sees("", "You can open 1 case, and you have read everything.")
        try anna.chooses("", "Stop")
        #expect(try anna.ends().status == 0)
    }

    @Test func ownNotesAndCasesFromAFolder() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try FileManager.default.createDirectory(atPath: place.path + "/texts", withIntermediateDirectories: true)
        try place.write("Uit een map\n\nNiets.", to: "texts/een.txt")
        try place.write("Geen tekst", to: "texts/twee.pdf")
        try place.accept("Bo")
        try place.do("$PROGRAM case share 1 --passphrase-fd 3 3<secret")
        try place.do("echo 'Van Bo.' | $PROGRAM note add 1 --home Bo --passphrase-fd 3 3<secret")
        let anna = try Walker.inMenu(place)
        try anna.sees("", "On case 1 somebody else wrote a note after you last looked.")
        try anna.chooses("", "Take over cases")
        try anna.answers("", "Which folder are the texts in?", "~/texts")
        try anna.chooses("", "For me alone")
        try anna.sees("", "1 case kept in Noord, to be opened with your key only: number 2.")
        try anna.sees("", "twee.pdf")
        try anna.goesOn()
        try anna.chooses("", "Read cases")
        try anna.answers("", "Which case?", "1")
        try anna.sees("", "Van Bo.")
        try anna.goesOn()
        try anna.chooses("", "Change a note of mine")
        try anna.answers("", "Which note?", "1")
        try anna.sees("", "Press Ctrl-D.")
        anna.type("Toch anders.\r\u{4}")
        try anna.sees("", "Note 1 on case 1 of Noord has been changed; this is version 2 now.")
        try anna.goesOn()
        try anna.chooses("", "Back")
        #expect(try !anna.sees("", "Type a number: ").contains("after you last looked"))
        try anna.chooses("", "The group")
        try anna.chooses("", "Help somebody whom the keys did not reach")
        try anna.answers("", "For whom?", "2")
        try anna.sees("", "Bo")
        try anna.goesOn()
        try anna.chooses("", "Stop")
        #expect(try anna.ends().status == 0)
    }

    /// Whoever hears other words stops, is told what that can mean in the words of the menu, and throws the request away there.
    @Test(arguments: Language.allCases) func aRequestOfSomebodyElseIsDropped(_ language: Language) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.ask("Bo")
        let anna = try Walker.inMenu(place, language)
        try anna.chooses("De groep", "The group")
        try anna.chooses("Iemand toelaten", "Accept somebody")
        try anna.answers("Van wie hoor je de woorden?", "Whose words do you hear?", place.asked.request)
        try anna.chooses("Iemand die nieuw is", "Somebody who is new")
        try anna.answers("Hoe heet die persoon", "What is that person's name", "Bo")
        try anna.chooses("Lid: doet alles mee", "Member: takes part")
        try anna.chooses("Ook de casussen", "Also the cases")
        try anna.answers("laat Kluis Bo toe", "Kluis accepts Bo", "aanpak aaien favoriet moeite kabel rijweg")
        try anna.answers("laat Kluis Bo toe", "Kluis accepts Bo", "")
        let said = try anna.sees("Een verzoek weggooien", "Drop a request")
        #expect(!Walker.flat(said).contains("'kluis "))
        try anna.goesOn()
        try anna.chooses("De groep", "The group")
        try anna.chooses("Een verzoek weggooien", "Drop a request")
        try anna.answers("Welk verzoek gooi je weg?", "Which request do you drop?", place.asked.request)
        try anna.goesOn()
        #expect(try !anna.sees("Typ een nummer: ", "Type a number: ").contains(language == .dutch ? "verzoek wacht" : "request is waiting"))
        try anna.chooses("Stoppen", "Stop")
        #expect(try anna.ends().status == 0)
    }

    /// A colleague stands on another line of the log: the menu says so, and follows the words that they say.
    @Test func theLineOfAColleagueIsFollowed() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.accept("Bo")
        try place.do("$PROGRAM case list --home Bo --passphrase-fd 3 3<secret && cp noord.kluis before")
        try place.do("echo 'Van Anna.' | $PROGRAM note add 1 --passphrase-fd 3 3<secret && cp before noord.kluis")
        try place.do("echo 'Van Bo' | $PROGRAM case add --share --home Bo --passphrase-fd 3 3<secret")
        place.asked.hear(try place.kluis(["log", "head", "--home", "Bo", "--passphrase-fd", "3"]).output)
        let anna = try Walker.inMenu(place)
        try anna.chooses("", "Follow the log of a colleague")
        try anna.answers("", "Type the six words", "een twee drie")
        try anna.goesOn()
        try anna.chooses("", "Follow the log of a colleague")
        try anna.answers("", "Type the six words", place.asked.words)
        try anna.goesOn()
        try anna.sees("", "You can open 2 cases; 1 of them is somebody else's and you have not read it yet.")
        try anna.chooses("", "Stop")
        #expect(try anna.ends().status == 0)
    }
}
