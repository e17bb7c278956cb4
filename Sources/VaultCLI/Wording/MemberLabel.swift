import VaultCore
import VaultFormat
import VaultLog

/// What is said below the first sentence of an answer about members.
enum MemberLabel: Sentence {
    case sayAloud([String])
    case wordsOnce
    case requests(Int, group: String)
    case noRequests(group: String)
    case request(Int, time: Instant)
    case openHistory(name: String)
    case closedHistory(name: String)
    case reads(name: String, since: Day)
    case auditorReads(name: String, since: Day?)
    case draftsLost(name: String)
    case owed(circles: Int)
    case opened([Int], by: String)
    case rewritten(Int)
    case lost(Int)
    case erased([Int], keyOf: String)
    case erasedTexts([Int], keyOf: String)
    case erasedMine([Int])
    case erasedTextsMine([Int])
    case settledBy([String], gone: String)
    case rewrappedBy([String], for: String)
    case members(Int, group: String)
    case membership(Role, since: Day, until: Day?, ended: Member.How?)

    var dutch: String {
        switch self {
        case .sayAloud(let words):
            "Lees deze zes woorden zelf voor aan iemand uit de groep, aan de telefoon of als jullie bij elkaar zitten: \(words.joined(separator: " "))."
        case .wordsOnce: "Kluis laat ze maar één keer zien. Zeg ze, en stuur ze niet: zo weet de ander dat het verzoek echt van jou is."
        case .requests(1, let group): "1 verzoek om bij \(group) te horen:"
        case .requests(let count, let group): "\(count) verzoeken om bij \(group) te horen:"
        case .noRequests(let group):
            "Er wacht niemand die bij \(group) wil horen. Wie erbij wil, typt op de eigen computer 'kluis start', of wie al in een andere groep zit 'kluis'."
        case .request(let number, let time): "\(number)  gevraagd op \(time.dutch)"
        case .openHistory(let name): "\(name) kan ook de casussen openen die nu met de hele groep zijn gedeeld."
        case .closedHistory(let name): "De casussen die tot nu toe zijn gedeeld, blijven dicht voor \(name)."
        case .reads(let name, let since): "Wie wat bekeek, kan \(name) lezen vanaf \(since.dutch)."
        case .auditorReads(let name, let since):
            "\(name) kan het logboek lezen en geen enkele casus openen. Wie wat bekeek, is voor \(name) te lezen vanaf \(since?.dutch ?? "nu")."
        case .draftsLost(let name): "Wat \(name) met niemand had gedeeld, komt niet terug: niemand anders had er een sleutel van."
        case .owed(1): "1 kring wacht nog op een nieuwe sleutel."
        case .owed(let circles): "\(circles) kringen wachten nog op een nieuwe sleutel."
        case .opened(let cases, let name) where cases.isEmpty:
            "\(name) had geen casus van een ander geopend; meer hierover kun jij niet zien."
        case .opened(let cases, let name) where cases.count == 1:
            "\(name) had deze casus geopend: \(cases.dutchList); meer hierover kun jij niet zien."
        case .opened(let cases, let name):
            "\(name) had deze casussen geopend: \(cases.dutchList); meer hierover kun jij niet zien."
        case .rewritten(1): "1 onderdeel is met een nieuwe sleutel verzegeld."
        case .rewritten(let parts): "\(parts) onderdelen zijn met nieuwe sleutels verzegeld."
        case .lost(1): "1 onderdeel was al beschadigd en is als verloren opgeschreven; 'kluis check' noemt het."
        case .lost(let parts): "\(parts) onderdelen waren al beschadigd en zijn als verloren opgeschreven; 'kluis check' noemt ze."
        case .erased(let cases, let name) where cases.count == 1:
            "Casus \(cases.dutchList) is gewist, want alleen \(name) had er een sleutel van."
        case .erased(let cases, let name): "De casussen \(cases.dutchList) zijn gewist, want alleen \(name) had er een sleutel van."
        case .erasedMine(let cases) where cases.count == 1: "Casus \(cases.dutchList) is gewist, want alleen jij had er een sleutel van."
        case .erasedMine(let cases): "De casussen \(cases.dutchList) zijn gewist, want alleen jij had er een sleutel van."
        case .erasedTexts(let cases, let name):
            "Van \(cases.dutchCases) is de tekst gewist, met wat erbij stond, want alleen \(name) had er een sleutel van."
        case .erasedTextsMine(let cases):
            "Van \(cases.dutchCases) is de tekst gewist, met wat erbij stond, want alleen jij had er een sleutel van."
        case .settledBy([], let gone): "Een kring waar \(gone) in zat, wacht nog op een nieuwe sleutel."
        case .settledBy(let names, let gone):
            "Een kring waar \(gone) in zat en jij niet, wacht nog op een nieuwe sleutel; het volgende commando van \(names.dutchChoice) maakt die. Tot dan past de oude sleutel van \(gone) nog op wat er in die kring staat."
        case .rewrappedBy([], let name): "Van een andere kring van \(name) heeft niemand anders de sleutel."
        case .rewrappedBy(let names, let name):
            "Van een andere kring van \(name) heb jij de sleutel niet; dat kan \(names.dutchChoice) doen, met hetzelfde commando."
        case .members(let count, let group): "\(group): \(Amount.members(count).dutch)"
        case .membership(let role, let since, let until, let ended):
            "\(role.dutch) sinds \(since.dutch)" + (until.map { ", tot en met \($0.dutch)" } ?? "") + (ended.map { "; \($0.dutch)" } ?? "")
        }
    }

    var english: String {
        switch self {
        case .sayAloud(let words):
            "Read these six words aloud yourself to somebody in the group, by telephone or when you are together: \(words.joined(separator: " "))."
        case .wordsOnce:
            "Kluis shows them only once. Say them and do not send them: that is how the other knows that the request is really yours."
        case .requests(1, let group): "1 request to become part of \(group):"
        case .requests(let count, let group): "\(count) requests to become part of \(group):"
        case .noRequests(let group):
            "Nobody is waiting to become part of \(group). Whoever wants to join types 'kluis start' on their own computer, or 'kluis' if they are in another group already."
        case .request(let number, let time): "\(number)  asked on \(time.english)"
        case .openHistory(let name): "\(name) can also open the cases that are shared with the whole group now."
        case .closedHistory(let name): "The cases that were shared so far stay closed to \(name)."
        case .reads(let name, let since): "\(name) can read who looked at what from \(since.english)."
        case .auditorReads(let name, let since):
            "\(name) can read the log and open no case at all. \(name) can read who looked at what from \(since?.english ?? "now")."
        case .draftsLost(let name): "What \(name) had shared with nobody does not come back: nobody else had a key to it."
        case .owed(1): "1 circle still waits for a new key."
        case .owed(let circles): "\(circles) circles still wait for a new key."
        case .opened(let cases, let name) where cases.isEmpty:
            "\(name) had opened no case of somebody else; more of it you cannot see."
        case .opened(let cases, let name) where cases.count == 1:
            "\(name) had opened this case: \(cases.englishList); more of it you cannot see."
        case .opened(let cases, let name): "\(name) had opened these cases: \(cases.englishList); more of it you cannot see."
        case .rewritten(1): "1 part has been sealed with a new key."
        case .rewritten(let parts): "\(parts) parts have been sealed with new keys."
        case .lost(1): "1 part was damaged already and has been written down as lost; 'kluis check' names it."
        case .lost(let parts): "\(parts) parts were damaged already and have been written down as lost; 'kluis check' names them."
        case .erased(let cases, let name) where cases.count == 1:
            "Case \(cases.englishList) has been erased, because only \(name) had a key to it."
        case .erased(let cases, let name): "Cases \(cases.englishList) have been erased, because only \(name) had a key to them."
        case .erasedMine(let cases) where cases.count == 1: "Case \(cases.englishList) has been erased, because only you had a key to it."
        case .erasedMine(let cases): "Cases \(cases.englishList) have been erased, because only you had a key to them."
        case .erasedTexts(let cases, let name):
            "The text of \(cases.englishCases) has been erased, with what stood beside it, because only \(name) had a key to it."
        case .erasedTextsMine(let cases):
            "The text of \(cases.englishCases) has been erased, with what stood beside it, because only you had a key to it."
        case .settledBy([], let gone): "A circle that \(gone) was in still waits for a new key."
        case .settledBy(let names, let gone):
            "A circle that \(gone) was in and you are not still waits for a new key; the next command of \(names.englishChoice) makes it. Until then the old key of \(gone) still fits what is in that circle."
        case .rewrappedBy([], let name): "Nobody else has the key of another circle of \(name)."
        case .rewrappedBy(let names, let name):
            "You do not have the key of another circle of \(name); \(names.englishChoice) can do that, with the same command."
        case .members(let count, let group): "\(group): \(Amount.members(count).english)"
        case .membership(let role, let since, let until, let ended):
            "\(role.english) since \(since.english)" + (until.map { ", up to and including \($0.english)" } ?? "")
                + (ended.map { "; \($0.english)" } ?? "")
        }
    }
}

extension Member.How: Sentence {
    /// In a list, in Dutch.
    var dutch: String {
        switch self {
        case .left: "weggegaan"
        case .removed: "uit de groep gehaald"
        case .ended: "de laatste dag is voorbij"
        }
    }

    /// In a list, in English.
    var english: String {
        switch self {
        case .left: "has left"
        case .removed: "was removed"
        case .ended: "the last day has passed"
        }
    }
}
