import VaultCore

/// What a person hears when a command did not do what was asked: what happened and why, and what to do now.
struct Explanation: Equatable {
    /// One whole sentence, or two.
    let message: String
    /// What to do now.
    let hint: String
    /// The commands to choose from, for people; empty where there is nothing to choose.
    let commands: [CommandName]

    init(_ message: String, hint: String, commands: [CommandName] = []) {
        self.message = message
        self.hint = hint
        self.commands = commands
    }
}

extension Trouble {
    /// The words for it.
    func explanation(in language: Language) -> Explanation {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }

    private var dutch: Explanation {
        switch self {
        case .fault(let fault): fault.dutch
        case .usage(let usage): usage.dutch
        case .answerLost(let fault):
            Explanation(
                fault.dutchAnswerLost,
                hint: "Geef het commando niet zomaar nog eens: met 'kluis log show' zie je wat er al is opgeschreven.")
        case .passphrasesDiffer:
            Explanation(
                "De twee wachtzinnen die je typte zijn niet gelijk, daarom is er niets veranderd.",
                hint: "Geef het commando opnieuw en typ twee keer dezelfde wachtzin.")
        case .wordsDiffer(let name):
            Explanation(
                "Deze woorden horen niet bij dit verzoek, daarom is \(name) nog niet toegelaten.", hint: Fault.wordsDiffer.dutch.hint)
        case .findings(let count):
            Explanation(
                "De controle is klaar, maar niet alles klopt: \(Amount.findings(count).dutch).",
                hint: "Lees de bevindingen samen met je groep, en bewaar een kopie van dit bestand voordat je verder werkt.")
        case .exportFindings(let count):
            Explanation(
                "De controle is klaar, maar niet alles klopt: \(Amount.findings(count).dutch).",
                hint: "Vraag een lid van de groep om een nieuwe export, en bewaar deze map: zij laat zien wat er veranderd is.")
        case .otherLog(let kind): kind.dutchOtherLog
        case .exportWordsDiffer:
            Explanation(
                "Deze woorden horen niet bij het logboek in deze map.",
                hint: "Vraag het lid om de woorden die 'kluis audit export' zei, of om een nieuwe map en de woorden van nu.")
        case .interrupted(.nothingTyped):
            Explanation("Je hebt het commando afgebroken.", hint: "Geef het commando opnieuw als je het toch wilt.")
        case .interrupted(.draftLeft):
            Explanation(
                "Je bent gestopt; je tekst is niet in de kluis bewaard, maar ligt verzegeld klaar op deze computer.",
                hint: "Doe hetzelfde nog eens om ermee verder te gaan, of om hem weg te gooien.")
        case .interrupted(.textLost):
            Explanation(
                "Je hebt het commando afgebroken, en er is niets bewaard.",
                hint: "Staat er tekst op het scherm die je wilt houden, kopieer die dan nu.")
        case .ourBug:
            Explanation(
                "Er ging iets mis in Kluis zelf, en dat ligt niet aan jou.",
                hint: "Probeer het opnieuw, en meld het aan de makers als het blijft gebeuren.")
        }
    }

    private var english: Explanation {
        switch self {
        case .fault(let fault): fault.english
        case .usage(let usage): usage.english
        case .answerLost(let fault):
            Explanation(
                fault.englishAnswerLost,
                hint: "Do not just give the command again: 'kluis log show' shows what has been written down already.")
        case .passphrasesDiffer:
            Explanation(
                "The two passphrases you typed are not the same, so nothing has changed.",
                hint: "Give the command again and type the same passphrase twice.")
        case .wordsDiffer(let name):
            Explanation(
                "These words do not belong to this request, so \(name) has not been accepted yet.", hint: Fault.wordsDiffer.english.hint)
        case .findings(let count):
            Explanation(
                "The check is done, but not everything is right: \(Amount.findings(count).english).",
                hint: "Read the findings together with your group, and keep a copy of this file before you go on.")
        case .exportFindings(let count):
            Explanation(
                "The check is done, but not everything is right: \(Amount.findings(count).english).",
                hint: "Ask a member of the group for a new export, and keep this directory: it shows what was changed.")
        case .otherLog(let kind): kind.englishOtherLog
        case .exportWordsDiffer:
            Explanation(
                "These words do not belong to the log in this directory.",
                hint: "Ask the member for the words that 'kluis audit export' said, or for a new directory and the words of today.")
        case .interrupted(.nothingTyped):
            Explanation("You stopped the command.", hint: "Give the command again if you want it after all.")
        case .interrupted(.draftLeft):
            Explanation(
                "You stopped; your text has not been kept in the vault, but lies ready on this computer, sealed.",
                hint: "Do the same once more to go on with it, or to throw it away.")
        case .interrupted(.textLost):
            Explanation(
                "You stopped the command, and nothing has been kept.",
                hint: "If there is text on the screen that you want to keep, copy it now.")
        case .ourBug:
            Explanation(
                "Something went wrong in Kluis itself, and it is not your doing.",
                hint: "Try again, and tell the makers if it keeps happening.")
        }
    }
}
