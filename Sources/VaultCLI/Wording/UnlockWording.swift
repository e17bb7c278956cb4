import VaultCore
import VaultFormat

/// What is said about keeping the identity open for the commands that follow.
enum UnlockWording: Sentence {
    case opened(minutes: Int, until: Instant)
    case locked
    case wasLocked
    case perhapsOpen
    case lockWhenLeaving
    case ignored(UnlockAgent.Ignored)

    var dutch: String {
        switch self {
        case .opened(1, let until):
            "Je hoeft je wachtzin nu niet meer te typen, tot je 1 minuut niets met Kluis doet, en niet langer dan tot \(until.dutch)."
        case .opened(let minutes, let until):
            "Je hoeft je wachtzin nu niet meer te typen, tot je \(minutes) minuten niets met Kluis doet, en niet langer dan tot \(until.dutch)."
        case .locked: "Kluis is nu op slot: bij het volgende commando typ je weer je wachtzin."
        case .wasLocked: "Kluis was al op slot."
        case .perhapsOpen: "Kluis weet niet of jouw sleutel op slot is. Log uit, of zet de computer uit en weer aan: dan is hij dat zeker."
        case .lockWhenLeaving: "Ga je weg van je computer, doe Kluis dan op slot met 'kluis lock'."
        case .ignored(.untrusted):
            "Waar 'kluis unlock' jouw sleutel open zou houden, staat iets dat niet van jou is of waar anderen bij kunnen; Kluis gebruikt het niet."
        case .ignored(.unintelligible):
            "Het proces dat jouw sleutel open zou houden, geeft geen goed antwoord; Kluis gebruikt het niet, en 'kluis unlock' zet er een nieuw voor in de plaats."
        }
    }

    var english: String {
        switch self {
        case .opened(1, let until):
            "You need not type your passphrase any more now, until you do nothing with Kluis for 1 minute, and no longer than until \(until.english)."
        case .opened(let minutes, let until):
            "You need not type your passphrase any more now, until you do nothing with Kluis for \(minutes) minutes, and no longer than until \(until.english)."
        case .locked: "Kluis is locked now: with the next command you type your passphrase again."
        case .wasLocked: "Kluis was locked already."
        case .perhapsOpen: "Kluis does not know whether your key is locked. Log out, or switch the computer off and on: then it surely is."
        case .lockWhenLeaving: "When you leave your computer, lock Kluis with 'kluis lock'."
        case .ignored(.untrusted):
            "Where 'kluis unlock' would keep your key open stands something that is not yours or that others can get at; Kluis does not use it."
        case .ignored(.unintelligible):
            "The process that should keep your key open gives no proper answer; Kluis does not use it, and 'kluis unlock' puts a new one in its place."
        }
    }
}
