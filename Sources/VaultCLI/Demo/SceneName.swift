/// The scenes of the story, and their headings.
enum SceneName: String, Sentence {
    case key
    case group
    case joining
    case writing
    case reading
    case byte
    case without
    case withdrawn
    case auditor
    case leaving
    case goingOn
    case thief
    case oldKeys
    case oldCopy
    case laptop
    case backup
    case whole

    var dutch: String {
        switch self {
        case .key: "Vier sleutels"
        case .group: "Een groep"
        case .joining: "Zes woorden"
        case .writing: "Een casus"
        case .reading: "Een collega leest mee"
        case .byte: "Eén byte"
        case .without: "Zonder Bram"
        case .withdrawn: "Terug naar Chris"
        case .auditor: "Een controleur"
        case .leaving: "Bram gaat weg"
        case .goingOn: "De groep gaat verder"
        case .thief: "Een dief"
        case .oldKeys: "De oude sleutels"
        case .oldCopy: "Een oude kopie"
        case .laptop: "Een gestolen laptop"
        case .backup: "Een reservekopie"
        case .whole: "Alles heel"
        }
    }

    var english: String {
        switch self {
        case .key: "Four keys"
        case .group: "A group"
        case .joining: "Six words"
        case .writing: "A case"
        case .reading: "A colleague reads it"
        case .byte: "One byte"
        case .without: "Without Bram"
        case .withdrawn: "Back to Chris"
        case .auditor: "An auditor"
        case .leaving: "Bram leaves"
        case .goingOn: "The group goes on"
        case .thief: "A thief"
        case .oldKeys: "The old keys"
        case .oldCopy: "An old copy"
        case .laptop: "A stolen laptop"
        case .backup: "A backup"
        case .whole: "All is well"
        }
    }
}

extension ExitStatus: Sentence {
    /// What the number means, as the end of a sentence.
    var dutch: String {
        switch self {
        case .done: "het is gedaan"
        case .ourBug: "er zit een fout in Kluis"
        case .refused: "dat mag niet of dat kan niet"
        case .damaged: "er is iets beschadigd of veranderd"
        case .inputOutput: "lezen of schrijven lukte niet"
        case .busy: "de kluis was bezet"
        case .otherHistory: "dit is niet de kluis die hier het laatst is gezien"
        case .newerVersion: "er is een nieuwere Kluis nodig"
        case .wrongPassphrase: "de wachtzin was verkeerd"
        case .usage: "het commando was niet goed getypt, of Kluis kon niet vragen wat nodig was"
        case .text: "er was iets met de tekst"
        case .interrupted: "iemand brak het af"
        }
    }

    /// What the number means, as the end of a sentence.
    var english: String {
        switch self {
        case .done: "it is done"
        case .ourBug: "there is a mistake in Kluis"
        case .refused: "that is not allowed or not possible"
        case .damaged: "something is damaged or altered"
        case .inputOutput: "reading or writing failed"
        case .busy: "the vault was in use"
        case .otherHistory: "this is not the vault that was last seen here"
        case .newerVersion: "a newer Kluis is needed"
        case .wrongPassphrase: "the passphrase was wrong"
        case .usage: "the command was not typed well, or Kluis could not ask what it needed"
        case .text: "there was something about the text"
        case .interrupted: "somebody stopped it"
        }
    }
}

extension Surprise: Sentence {
    var dutch: String {
        switch self {
        case .ending(let status): "Dit ging anders dan verteld: Kluis had moeten eindigen met het getal \(status.rawValue)."
        case .answer: "Dit ging anders dan verteld: in het antwoord ontbreekt iets wat Kluis had moeten zeggen."
        case .search: "Dit ging anders dan verteld: het bestand laat iets anders zien dan het zou moeten."
        }
    }

    var english: String {
        switch self {
        case .ending(let status): "This went otherwise than told: Kluis should have ended with the number \(status.rawValue)."
        case .answer: "This went otherwise than told: something is missing in the answer that Kluis should have said."
        case .search: "This went otherwise than told: the file shows something else than it should."
        }
    }
}
