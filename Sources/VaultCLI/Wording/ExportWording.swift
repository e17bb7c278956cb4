import VaultAudit
import VaultFormat
import VaultLog

/// What became of an exported log, or would.
enum ExportDeed: Sentence {
    case made(path: String, entries: Int, bytes: Int, group: String)
    case wouldBeMade(entries: Int, group: String)
    case given(ExportScope, entries: Int)
    case words([String])
    case inLog
    case howToVerify

    var dutch: String {
        switch self {
        case .made(let path, let entries, let bytes, let group):
            "Het logboek van \(group) staat in de map \(path): \(Amount.entries(entries).dutch), \(Amount.size(bytes).dutch)."
        case .wouldBeMade(let entries, let group):
            "Er zou een map komen met het logboek van \(group), van \(Amount.entries(entries).dutch); er is nu niets gemaakt."
        case .given(.membership, 1):
            "Van 1 regel is te lezen wat erin staat: wie er bij de groep horen, met nummers en sleutels, zonder namen."
        case .given(.membership, let entries):
            "Van \(Amount.entries(entries).dutch) is te lezen wat erin staat: wie er bij de groep horen, met nummers en sleutels, zonder namen."
        case .given(.all, let entries):
            "Van \(Amount.entries(entries).dutch) is te lezen wat erin staat, ook wie welke casus opende; namen en teksten staan er niet in."
        case .words(let words): "Deze zes woorden horen erbij; zeg ze tegen wie de map krijgt: \(words.joined(separator: " "))."
        case .inLog: "In het logboek staat nu dat je het hebt geëxporteerd, en de leden van je groep kunnen dat zien."
        case .howToVerify: "Wie de map krijgt, rekent hem na met 'kluis audit verify DIR --words WORDS'."
        }
    }

    var english: String {
        switch self {
        case .made(let path, let entries, let bytes, let group):
            "The log of \(group) stands in the directory \(path): \(Amount.entries(entries).english), \(Amount.size(bytes).english)."
        case .wouldBeMade(let entries, let group):
            "There would be a directory with the log of \(group), of \(Amount.entries(entries).english); nothing has been made now."
        case .given(.membership, 1):
            "Of 1 entry it can be read what it says: who is in the group, with numbers and keys, without names."
        case .given(.membership, let entries):
            "Of \(Amount.entries(entries).english) it can be read what they say: who is in the group, with numbers and keys, without names."
        case .given(.all, let entries):
            "Of \(Amount.entries(entries).english) it can be read what they say, also who opened which case; names and texts are not in it."
        case .words(let words): "These six words belong to it; say them to whoever gets the directory: \(words.joined(separator: " "))."
        case .inLog: "The log now says that you exported it, and the members of your group can see that."
        case .howToVerify: "Whoever gets the directory verifies it with 'kluis audit verify DIR --words WORDS'."
        }
    }
}

/// What `audit verify` says.
enum ExportWording: Sentence {
    case verified(entries: Int, of: Int, members: Int)
    case exported(by: Int, Instant)
    case firstBad(Int)
    case more(Int)
    case consistent
    case wordsAgree
    case goesOn(from: Int)
    /// `entries` are those of which it is not given what they say.
    case notShown(NotShown, entries: Int)

    var dutch: String {
        switch self {
        case .verified(let entries, let size, 1):
            "Nagerekend: \(entries) van \(Amount.entries(size).dutch), ondertekend door wie er toen bij hoorden; er was 1 lid."
        case .verified(let entries, let size, let members):
            "Nagerekend: \(entries) van \(Amount.entries(size).dutch), ondertekend door wie er toen bij hoorden; er waren \(Amount.members(members).dutch)."
        case .exported(let member, let time): "Lid \(member) heeft deze map gemaakt, volgens de eigen klok op \(time.utc.dutch)."
        case .firstBad(let index): "De eerste regel waar iets mee is, is regel \(index)."
        case .more(let count): "en nog \(count); met --json krijg je ze alle."
        case .consistent: "Alles in deze map past bij elkaar."
        case .wordsAgree: "De zes woorden horen bij dit logboek: het is het logboek van wie ze jou zei."
        case .goesOn(let size): "Dit logboek gaat verder waar het bewaarde checkpoint ophield, na \(Amount.entries(size).dutch)."
        case .notShown(.origin, _):
            "Niet aangetoond: dat dit het logboek van de groep is. Een oud-lid kan de map uit een oude kopie hebben gemaakt. Vraag een lid om de zes woorden van 'kluis log head'."
        case .notShown(.newest, _):
            "Niet aangetoond: dat hierna niets meer is gekomen. Vraag een lid om de zes woorden van 'kluis log head'."
        case .notShown(.continuity, _):
            "Niet aangetoond: dat er niets is veranderd aan wat je eerder zag. Bewaar het bestand 'checkpoint' en geef het de volgende keer met --since."
        case .notShown(.contents, 1): "Niet te zien: wat er in 1 regel staat; wel dat die is ondertekend en op zijn plaats staat."
        case .notShown(.contents, let entries):
            "Niet te zien: wat er in \(entries) regels staat; wel dat ze zijn ondertekend en op hun plaats staan."
        }
    }

    var english: String {
        switch self {
        case .verified(let entries, let size, 1):
            "Verified: \(entries) of \(Amount.entries(size).english), signed by who belonged to the group then; there was 1 member."
        case .verified(let entries, let size, let members):
            "Verified: \(entries) of \(Amount.entries(size).english), signed by who belonged to the group then; there were \(Amount.members(members).english)."
        case .exported(let member, let time): "Member \(member) made this directory, by their own clock on \(time.utc.english)."
        case .firstBad(let index): "The first entry that something is wrong with is entry \(index)."
        case .more(let count): "and \(count) more; --json gives them all."
        case .consistent: "Everything in this directory fits together."
        case .wordsAgree: "The six words belong to this log: it is the log of whoever said them to you."
        case .goesOn(let size): "This log goes on where the checkpoint that was kept ended, after \(Amount.entries(size).english)."
        case .notShown(.origin, _):
            "Not shown: that this is the group's log. A former member could have made the directory from an old copy. Ask a member for the six words of 'kluis log head'."
        case .notShown(.newest, _): "Not shown: that nothing came after this. Ask a member for the six words of 'kluis log head'."
        case .notShown(.continuity, _):
            "Not shown: that nothing changed in what you saw before. Keep the file 'checkpoint' and give it with --since next time."
        case .notShown(.contents, 1): "Not to be seen: what 1 entry says; only that it is signed and stands in its place."
        case .notShown(.contents, let entries):
            "Not to be seen: what \(entries) entries say; only that they are signed and stand in their places."
        }
    }
}

extension FindingKind {
    /// Of an exported log that is another one than it should be, and nothing worse.
    var dutchOtherLog: Explanation {
        switch self {
        case .rolledBack:
            Explanation(
                "Dit logboek is ouder dan het checkpoint dat je bewaarde.",
                hint: "Vraag een lid om een nieuwe map, met de zes woorden van nu.")
        case .forked:
            Explanation(
                "Dit is een ander logboek dan dat van het checkpoint dat je bewaarde.",
                hint: "Bewaar beide mappen, en vraag twee leden ieder apart om de zes woorden van 'kluis log head'.")
        default:
            Explanation("Dit is het logboek van een andere groep.", hint: "Kijk of je de goede map en het goede checkpoint hebt gekozen.")
        }
    }

    /// The same in English.
    var englishOtherLog: Explanation {
        switch self {
        case .rolledBack:
            Explanation(
                "This log is older than the checkpoint that you kept.",
                hint: "Ask a member for a new directory, with the six words of today.")
        case .forked:
            Explanation(
                "This is another log than that of the checkpoint that you kept.",
                hint: "Keep both directories, and ask two members, each apart, for the six words of 'kluis log head'.")
        default:
            Explanation("This is the log of another group.", hint: "See whether you chose the right directory and the right checkpoint.")
        }
    }
}
