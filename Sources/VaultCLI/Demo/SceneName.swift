/// The scenes of the story, and their headings.
enum SceneName: String, Sentence {
    case key
    case group
    case writing
    case reading
    case log
    case thief
    case byte
    case oldCopy
    case whole

    var dutch: String {
        switch self {
        case .key: "Een sleutel"
        case .group: "Een groep"
        case .writing: "Een casus"
        case .reading: "Teruglezen"
        case .log: "Wie heeft er gekeken?"
        case .thief: "Een dief"
        case .byte: "Eén byte"
        case .oldCopy: "Een oude kopie"
        case .whole: "Alles heel"
        }
    }

    var english: String {
        switch self {
        case .key: "A key"
        case .group: "A group"
        case .writing: "A case"
        case .reading: "Reading it back"
        case .log: "Who has looked?"
        case .thief: "A thief"
        case .byte: "One byte"
        case .oldCopy: "An old copy"
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
        case .otherHistory: "dit is niet de kluis zoals Anna hem het laatst zag"
        case .newerVersion: "er is een nieuwere Kluis nodig"
        case .wrongPassphrase: "de wachtzin was verkeerd"
        case .usage: "het commando was niet goed getypt"
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
        case .otherHistory: "this is not the vault as it was last seen"
        case .newerVersion: "a newer Kluis is needed"
        case .wrongPassphrase: "the passphrase was wrong"
        case .usage: "the command was not typed well"
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
