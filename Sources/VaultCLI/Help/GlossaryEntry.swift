/// The words that somebody meets in Kluis, for `kluis help words`. Docs/Glossary.md has more of them, for who reads the code.
enum GlossaryEntry: CaseIterable {
    // The six that everything is said with.
    case group
    case member
    case vault
    case caseOfWork
    case log
    case key
    // The rest.
    case facilitator
    case guest
    case auditor
    case author
    case draft
    case pitch
    case note
    case attachment
    case circle
    case headWords
    case passphrase
    case paper
    case request
    case home
    case backup
    case entry
    case erase
    case withdraw
    case finding

    /// The word itself.
    func term(in language: Language) -> String {
        switch self {
        case .group: language == .dutch ? "groep" : "group"
        case .member: language == .dutch ? "lid" : "member"
        case .vault: language == .dutch ? "kluis" : "vault"
        case .caseOfWork: language == .dutch ? "casus (case)" : "case"
        case .log: language == .dutch ? "logboek (log)" : "log"
        case .key: language == .dutch ? "sleutel" : "key"
        case .facilitator: language == .dutch ? "begeleider (facilitator)" : "facilitator"
        case .guest: language == .dutch ? "gast (guest)" : "guest"
        case .auditor: language == .dutch ? "controleur (auditor)" : "auditor"
        case .author: language == .dutch ? "inbrenger" : "author"
        case .draft: language == .dutch ? "concept (draft)" : "draft"
        case .pitch: "pitch"
        case .note: language == .dutch ? "notitie (note)" : "note"
        case .attachment: language == .dutch ? "bijlage (attachment)" : "attachment"
        case .circle: language == .dutch ? "kring" : "circle"
        case .headWords: language == .dutch ? "controlewoorden" : "head words"
        case .passphrase: language == .dutch ? "wachtzin (passphrase)" : "passphrase"
        case .paper: language == .dutch ? "papier (paper)" : "paper sheet"
        case .request: language == .dutch ? "verzoek (request)" : "request"
        case .home: language == .dutch ? "jouw map (home)" : "your directory (home)"
        case .backup: language == .dutch ? "reservekopie (backup)" : "backup"
        case .entry: language == .dutch ? "regel" : "entry"
        case .erase: language == .dutch ? "wissen (erase)" : "erase"
        case .withdraw: language == .dutch ? "terugtrekken (withdraw)" : "withdraw"
        case .finding: language == .dutch ? "bevinding" : "finding"
        }
    }
}

extension GlossaryEntry: Sentence {
    var dutch: String {
        switch self {
        case .group: "De mensen die samen een kluis en een logboek hebben."
        case .member: "Iemand uit de groep, met eigen sleutels en een eigen nummer."
        case .vault: "Het bestand van de groep, waar alles versleuteld in staat. Het programma heet ook zo."
        case .caseOfWork: "Iets uit je werk dat je in de groep brengt: een titel, als je wilt een pitch, en een tekst."
        case .log: "De lijst van alles wat er gebeurde en werd bekeken. Er kan niets uit worden gehaald zonder dat het opvalt."
        case .key: "Wat iets opent of ondertekent. Jouw sleutels staan in jouw map, achter je wachtzin."
        case .facilitator: "Een lid tot een afgesproken dag, die de groep begeleidt."
        case .guest: "Een lid tot een afgesproken dag, zoals een stagiair."
        case .auditor: "Iemand die tot een afgesproken dag het logboek leest, en nooit een casus."
        case .author: "Wie een casus schreef. Alleen de inbrenger kan hem veranderen, delen en terugtrekken."
        case .draft: "Een casus die alleen de inbrenger kan openen."
        case .pitch: "Een paar zinnen waarmee je in de lijst vertelt waar een casus over gaat."
        case .note: "Wat iemand bij een casus schrijft. Wie de tekst kan openen, ziet ook de notities."
        case .attachment: "Een bestand bij een casus, versleuteld zoals de tekst."
        case .circle: "De mensen die samen iets kunnen openen: de hele groep, jij alleen, of iedereen behalve een paar."
        case .headWords: "Zes woorden die voor iets staan, zoals het hele logboek. Heeft een ander dezelfde, dan zien jullie hetzelfde."
        case .passphrase: "De zin die jouw sleutels opent. Alleen jij kent hem, en niemand kan hem voor je opzoeken."
        case .paper: "Jouw sleutel in woorden, met de hand overgeschreven, voor als je computer of je wachtzin weg is."
        case .request: "Wat iemand die bij de groep wil horen in de kluis zet. Er horen zes woorden bij, die diegene zelf zegt."
        case .home: "De map op jouw computer met jouw sleutels, en met wat Kluis al heeft nagerekend."
        case .backup: "Een versleutelde kopie van de kluis. Gaat er iemand weg, maak dan een nieuwe: uit de oude gaat niet alles meer open."
        case .entry: "Eén feit in het logboek, ondertekend. De eerste heeft nummer 0."
        case .erase: "Voorgoed uit de kluis halen. In oude kopieën kan het nog staan."
        case .withdraw: "Van een gedeelde casus weer een concept maken."
        case .finding: "Iets wat niet klopt, dat 'kluis check', 'kluis log verify' of 'kluis audit verify' noemt."
        }
    }

    var english: String {
        switch self {
        case .group: "The people who have a vault and a log together."
        case .member: "Somebody of the group, with keys and a number of their own."
        case .vault: "The file of the group, with everything in it encrypted. Kluis is the Dutch word for it."
        case .caseOfWork: "Something from your work that you bring to the group: a title, if you like a pitch, and a text."
        case .log: "The list of all that happened and was looked at. Nothing can be taken from it without being noticed."
        case .key: "What opens or signs something. Your keys are in your directory, behind your passphrase."
        case .facilitator: "A member up to an agreed day, who guides the group."
        case .guest: "A member up to an agreed day, such as a trainee."
        case .auditor: "Somebody who reads the log up to an agreed day, and never a case."
        case .author: "Who wrote a case. Only its author can change, share and withdraw it."
        case .draft: "A case that only its author can open."
        case .pitch: "A few sentences that say in the list what a case is about."
        case .note: "What somebody writes on a case. Who can open the text sees the notes too."
        case .attachment: "A file beside a case, encrypted as its text is."
        case .circle: "The people who can open something together: the whole group, you alone, or everybody but a few."
        case .headWords: "Six words that stand for something, such as the whole log. Where somebody has the same, you both see the same."
        case .passphrase: "The phrase that opens your keys. Only you know it, and nobody can look it up for you."
        case .paper: "Your key in words, copied by hand, for when your computer or your passphrase is gone."
        case .request: "What somebody who wants to join puts into the vault. Six words belong to it, which they say themselves."
        case .home: "The directory on your computer with your keys, and with what Kluis has verified so far."
        case .backup: "An encrypted copy of the vault. When somebody goes, make a new one: not everything opens from the old one any more."
        case .entry: "One fact in the log, signed. The first one has number 0."
        case .erase: "To take out of the vault for good. Old copies may still have it."
        case .withdraw: "To make a shared case a draft again."
        case .finding: "Something that is not right, named by 'kluis check', 'kluis log verify' or 'kluis audit verify'."
        }
    }
}
