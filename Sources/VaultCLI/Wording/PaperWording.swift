import VaultCore
import VaultFormat

/// What is said about a key on paper, and about coming back with it.
enum PaperWording: Sentence {
    case writeDown
    case words([String])
    case keepWell
    case clearScreen
    case howToType
    case line(Int)
    case restored(name: String)
    case wouldBeRestored
    case compare([String])
    case askBack
    case lostNotStolen
    case comesBack
    case theyTakeBack(request: Int)

    var dutch: String {
        switch self {
        case .writeDown: "Dit is jouw sleutel in woorden. Schrijf de acht regels met pen over, en zet het nummer van de regel ervoor."
        case .words(let words): "Zet deze zes woorden eronder; daaraan herken je dit papier: \(words.joined(separator: " "))."
        case .keepWell:
            "Bewaar het papier waar niemand anders bij kan, en niet bij je computer: wie het heeft, kan zich met jouw sleutel voor jou uitgeven."
        case .clearScreen: "De woorden staan nog op je scherm. Sluit dit venster als je klaar bent, en bewaar ze nergens op een computer."
        case .howToType:
            "Typ de acht regels van je papier, vier woorden per regel; de eerste vier letters van een woord zijn genoeg. Wat je typt, blijft op het scherm staan. Met Ctrl-C stop je."
        case .line(let number): "Regel \(number): "
        case .restored(let name): "Jouw sleutel is terug, \(name)."
        case .wouldBeRestored: "Dit papier klopt en jouw sleutel zou terugkomen; er is nu niets veranderd."
        case .compare(let words):
            "De zes woorden van dit papier zijn: \(words.joined(separator: " ")). Staan ze anders op je papier, dan is dit een ander papier."
        case .askBack:
            "Staat jouw map van Kluis hier nog, dan gaan je groepen weer open. Anders vraag je bij elke groep of je terug mag, met 'kluis join --vault FILE'."
        case .lostNotStolen:
            "Dit is voor een computer die weg is, of een wachtzin die je kwijt bent. Kan iemand anders je computer én je wachtzin hebben, of dit papier, maak dan een nieuwe sleutel in een andere map."
        case .comesBack: "Je vraagt om terug te komen als het lid dat je was, met dezelfde naam en de casussen die je met anderen deelde."
        case .theyTakeBack(let request):
            "Wie je terug laat komen, typt 'kluis member accept \(request) --name NAME --replaces NAME' en dan de woorden die jij zegt."
        }
    }

    var english: String {
        switch self {
        case .writeDown: "This is your key in words. Copy the eight lines by hand, with a pen, and put the line's number before it."
        case .words(let words): "Put these six words below them; by them you know this sheet: \(words.joined(separator: " "))."
        case .keepWell:
            "Keep the sheet where nobody else can get at it, and not with your computer: whoever has it can pass for you with your key."
        case .clearScreen: "The words are still on your screen. Close this window when you are done, and keep them nowhere on a computer."
        case .howToType:
            "Type the eight lines of your sheet, four words a line; the first four letters of a word will do. What you type stays on the screen. Ctrl-C stops."
        case .line(let number): "Line \(number): "
        case .restored(let name): "Your key is back, \(name)."
        case .wouldBeRestored: "This sheet is right and your key would come back; nothing has changed now."
        case .compare(let words):
            "The six words of this sheet are: \(words.joined(separator: " ")). If your sheet has others, this is another sheet."
        case .askBack:
            "If your directory of Kluis is still here, your groups open again. Else ask each group whether you may come back, with 'kluis join --vault FILE'."
        case .lostNotStolen:
            "This is for a computer that is gone, or a passphrase you lost. If somebody else may have your computer and your passphrase, or this sheet, make a new key in another directory."
        case .comesBack: "You ask to come back as the member you were, with the same name and the cases that you shared with others."
        case .theyTakeBack(let request):
            "Whoever takes you back types 'kluis member accept \(request) --name NAME --replaces NAME' and then the words that you say."
        }
    }
}

extension PaperFault {
    /// What to tell a person.
    func explanation(in language: Language) -> Explanation {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }

    /// In Dutch.
    var dutch: Explanation {
        switch self {
        case .unknownWord(let line, let word):
            Explanation("Regel \(line), woord \(word) staat niet in de lijst van Kluis.", hint: Self.dutchHint)
        case .wordCount(let line): Explanation("Regel \(line) heeft geen vier woorden.", hint: Self.dutchHint)
        case .check(let line):
            Explanation("Regel \(line) klopt niet: er is een woord verkeerd, of het is een andere regel.", hint: Self.dutchHint)
        case .missing(let line): Explanation("Regel \(line) ontbreekt.", hint: Self.dutchHint)
        case .tooMany: Explanation("Na regel 8 staat er nog iets.", hint: Self.dutchHint)
        }
    }

    /// In English.
    var english: Explanation {
        switch self {
        case .unknownWord(let line, let word):
            Explanation("Line \(line), word \(word) is not in the list of Kluis.", hint: Self.englishHint)
        case .wordCount(let line): Explanation("Line \(line) has not got four words.", hint: Self.englishHint)
        case .check(let line): Explanation("Line \(line) is not right: one word is wrong, or it is another line.", hint: Self.englishHint)
        case .missing(let line): Explanation("Line \(line) is missing.", hint: Self.englishHint)
        case .tooMany: Explanation("Something stands behind line 8.", hint: Self.englishHint)
        }
    }

    private static let dutchHint = "Vergelijk die regel woord voor woord met je papier: acht regels van vier woorden, in hun volgorde."
    private static let englishHint = "Compare that line with your sheet, word by word: eight lines of four words, in their order."
}
