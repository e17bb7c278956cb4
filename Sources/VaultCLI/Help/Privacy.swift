/// The parts of `kluis help privacy`.
enum PrivacySection: CaseIterable {
    case log
    case copy
    case never
    case limits

    /// What it tells, in its order.
    var facts: [PrivacyFact] {
        switch self {
        case .log: [.everyLook, .whoReads, .notInIt, .howLong]
        case .copy: [.sealed, .visible, .passphraseGuards]
        case .never: [.noNetwork, .noSecretsInArguments, .noOverwriting, .noBackDoor]
        case .limits: [.yourComputer, .openKey, .whatWasRead, .oldCopies, .changedProgram]
        }
    }
}

/// Something that somebody should know before they entrust anything to Kluis. SECURITY.md says the same in full.
enum PrivacyFact: CaseIterable {
    // In the log.
    case everyLook
    case whoReads
    case notInIt
    case howLong
    // In a copy of the vault.
    case sealed
    case visible
    case passphraseGuards
    // What Kluis never does.
    case noNetwork
    case noSecretsInArguments
    case noOverwriting
    case noBackDoor
    // What Kluis cannot prevent.
    case yourComputer
    case openKey
    case whatWasRead
    case oldCopies
    case changedProgram
}

extension PrivacySection: Sentence {
    var dutch: String {
        switch self {
        case .log: "Wat er in het logboek komt"
        case .copy: "Wat een kopie van de kluis laat zien"
        case .never: "Wat Kluis nooit doet"
        case .limits: "Wat Kluis niet kan voorkomen"
        }
    }

    var english: String {
        switch self {
        case .log: "What gets into the log"
        case .copy: "What a copy of the vault shows"
        case .never: "What Kluis never does"
        case .limits: "What Kluis cannot prevent"
        }
    }
}

extension PrivacyFact: Sentence {
    var dutch: String {
        switch self {
        case .everyLook:
            "Elke verandering, en elke keer dat iemand een casus, een notitie, een bijlage, de lijst met casussen of iets uit een zoekopdracht bekijkt: wie, wanneer en welk nummer. Die regel staat er al voordat je iets ziet; kan hij niet worden geschreven, dan laat Kluis niets zien."
        case .whoReads:
            "De leden van je groep kunnen dat lezen, en een controleur vanaf de dag die de groep koos. Wie later lid wordt leest het vanaf dan, tenzij de groep anders besluit."
        case .notInIt: "Titels, teksten, notities, namen van bestanden en wat je zoekt komen er nooit in."
        case .howLong:
            "Wie wat bekeek blijft zo lang bewaard als de groep bij het begin koos, zonder keuze 5 jaar; daarna wist 'kluis audit expire' wat er bekeken is. Wie er keek, en wanneer, blijft staan."
        case .sealed:
            "Niets wat jullie schrijven: geen titel, tekst of notitie, en geen naam van een mens, een groep of een bestand. Alles is versleuteld."
        case .visible:
            "Wel te zien is onder meer hoeveel regels het logboek heeft en van wanneer ze zijn, welk schuilnummer elke regel schreef, hoeveel mensen en kringen er zijn, wanneer iemand kwam of ging, en ongeveer hoe lang elke tekst is. De hele lijst staat in SECURITY.md."
        case .passphraseGuards:
            "Wie ook jouw map van Kluis heeft, kan je wachtzin raden, zo snel als zijn computers dat kunnen. Een korte wachtzin houdt dat niet tegen."
        case .noNetwork: "Kluis maakt geen verbinding met internet, stuurt niets op en telt niets."
        case .noSecretsInArguments:
            "Kluis vraagt nooit om een wachtzin of de tekst van een casus achter het commando, want de shell bewaart wat je daar typt. Foutmeldingen herhalen niet wat je typte."
        case .noOverwriting:
            "Kluis schrijft niet over een bestand heen dat er al is, behalve waar de help dat zegt en jij er --yes bij typt."
        case .noBackDoor: "De makers van Kluis hebben geen tweede sleutel. Een vergeten wachtzin is zonder papier voorgoed weg."
        case .yourComputer: "Wie de baas is over je computer terwijl je Kluis gebruikt, leest wat jij leest."
        case .openKey:
            "Na 'kluis unlock' is je sleutel een tijdje open, ten hoogste 8 uur: wie dan achter je computer gaat zitten, leest als jij. Met 'kluis lock' is hij meteen dicht."
        case .whatWasRead: "Wat iemand heeft gelezen, kan die hebben onthouden of overgeschreven."
        case .oldCopies:
            "Oude kopieën van de kluis blijven open voor wie de sleutels van toen heeft. Wie uit de groep gaat, kan met de eigen sleutels niets openen wat er daarna bij komt."
        case .changedProgram:
            "Een lid met een veranderd programma, of met een kopie van de kluis, kan lezen zonder dat het in het logboek komt."
        }
    }

    var english: String {
        switch self {
        case .everyLook:
            "Every change, and every time that somebody looks at a case, a note, an attachment, the list of cases or what a search found: who, when and which number. That entry is there before you see anything; if it cannot be written, Kluis shows nothing."
        case .whoReads:
            "The members of your group can read that, and an auditor from the day that the group chose. Who becomes a member later reads it from then on, unless the group decides otherwise."
        case .notInIt: "Titles, texts, notes, names of files and what you search for never get into it."
        case .howLong:
            "Who looked at what is kept for as long as the group chose when it began, 5 years without a choice; after that 'kluis audit expire' erases what was looked at. Who looked, and when, stays."
        case .sealed:
            "Nothing of what you write: no title, text or note, and no name of a person, a group or a file. All of it is encrypted."
        case .visible:
            "What can be seen is, among other things, how many entries the log has and when they are from, which pseudonym wrote each entry, how many people and circles there are, when somebody came or went, and about how long each text is. SECURITY.md has the whole list."
        case .passphraseGuards:
            "Whoever has your directory of Kluis as well can guess your passphrase, as fast as their computers can. A short passphrase does not stop that."
        case .noNetwork: "Kluis makes no connection to the internet, sends nothing and counts nothing."
        case .noSecretsInArguments:
            "Kluis never asks for a passphrase or the text of a case behind the command, because the shell keeps what you type there. Errors do not repeat what you typed."
        case .noOverwriting: "Kluis does not write over a file that is there already, except where the help says so and you add --yes."
        case .noBackDoor: "The makers of Kluis have no second key. A forgotten passphrase is gone for good without a paper sheet."
        case .yourComputer: "Whoever controls your computer while you use Kluis reads what you read."
        case .openKey:
            "After 'kluis unlock' your key is open for a while, 8 hours at most: whoever sits down at your computer then reads as you do. 'kluis lock' closes it at once."
        case .whatWasRead: "What somebody has read, they may have remembered or copied."
        case .oldCopies:
            "Old copies of the vault stay open to whoever has the keys of that time. Whoever goes from the group cannot open with their own keys what is added afterwards."
        case .changedProgram: "A member with a changed program, or with a copy of the vault, can read without it getting into the log."
        }
    }
}
