import VaultFormat

extension Event {
    /// What the member did, in Dutch, with item and person in their places.
    fileprivate func dutch(_ place: FindingWording.Place?, _ subject: String?) -> String {
        let item = place?.dutch
        return switch self {
        case .groupCreated: "begon de groep"
        case .memberAccepted: "liet \(subject ?? "een nieuw lid") toe"
        case .memberReplaced: "gaf \(subject ?? "een lid") nieuwe sleutels"
        case .memberUntil: "veranderde de laatste dag van \(subject ?? "een lid")"
        case .memberLeft: "verliet de groep"
        case .memberRemoved: "haalde \(subject ?? "een lid") uit de groep"
        case .roleEnded: "schreef op dat de laatste dag van \(subject ?? "een lid") voorbij is"
        case .keyRefreshed: "kreeg een nieuwe eigen sleutel"
        case .circleCreated: "maakte een nieuwe kring"
        case .circleRotated: "gaf een kring een nieuwe sleutel"
        case .readsGranted: "gaf iemand een ouder deel van het leeslogboek"
        case .keyRewrapped: "gaf \(subject ?? "een lid") de sleutels opnieuw"
        case .caseAdded: "schreef \(item ?? "een casus")"
        case .casesImported: "nam casussen over"
        case .caseChanged: "veranderde \(item ?? "een casus")"
        case .caseShared: "deelde \(item ?? "een casus")"
        case .caseWithdrawn: "trok \(item ?? "een casus") terug"
        case .caseClosed: "sloot \(item ?? "een casus") af"
        case .caseErased: "wiste \(item ?? "een casus")"
        case .noteAdded: "schreef \(item ?? "een notitie")"
        case .noteChanged: "veranderde \(item ?? "een notitie")"
        case .attachmentAdded: "voegde \(item ?? "een bijlage") toe"
        case .casesListed: item.map { "bekeek de versies of bijlagen van \($0)" } ?? "bekeek de lijst van casussen"
        case .caseOpened: "bekeek \(item ?? "een casus")"
        case .noteOpened: item.map { "bekeek de notities bij \($0)" } ?? "bekeek notities"
        case .attachmentSaved: "bewaarde \(item ?? "een bijlage")"
        case .searched: "zocht in de casussen"
        case .exported: "exporteerde"
        case .printed: "drukte af"
        case .accessRefused: "vroeg iets wat niet mag"
        case .logOpened: item.map { "bekeek het logboek van \($0)" } ?? "bekeek het logboek"
        case .logVerified: "rekende het logboek na"
        case .logTrusted: "liet een ander logboek los en volgt dit"
        case .logExported: "exporteerde het logboek"
        case .backupCreated: "maakte een reservekopie"
        case .backupRestored: "zette een reservekopie terug"
        case .payloadExpired: "wiste een oud deel van het leeslogboek"
        }
    }

    /// What the member did, in English, with item and person in their places.
    fileprivate func english(_ place: FindingWording.Place?, _ subject: String?) -> String {
        let item = place?.english
        return switch self {
        case .groupCreated: "began the group"
        case .memberAccepted: "accepted \(subject ?? "a new member")"
        case .memberReplaced: "gave \(subject ?? "a member") new keys"
        case .memberUntil: "changed the last day of \(subject ?? "a member")"
        case .memberLeft: "left the group"
        case .memberRemoved: "removed \(subject ?? "a member")"
        case .roleEnded: "wrote down that the last day of \(subject ?? "a member") has passed"
        case .keyRefreshed: "got a fresh key"
        case .circleCreated: "made a new circle"
        case .circleRotated: "gave a circle a new key"
        case .readsGranted: "gave somebody an older part of the reading log"
        case .keyRewrapped: "gave \(subject ?? "a member") the keys again"
        case .caseAdded: "wrote \(item ?? "a case")"
        case .casesImported: "imported cases"
        case .caseChanged: "changed \(item ?? "a case")"
        case .caseShared: "shared \(item ?? "a case")"
        case .caseWithdrawn: "withdrew \(item ?? "a case")"
        case .caseClosed: "closed \(item ?? "a case")"
        case .caseErased: "erased \(item ?? "a case")"
        case .noteAdded: "wrote \(item ?? "a note")"
        case .noteChanged: "changed \(item ?? "a note")"
        case .attachmentAdded: "added \(item ?? "an attachment")"
        case .casesListed: item.map { "looked at the versions or attachments of \($0)" } ?? "looked at the list of cases"
        case .caseOpened: "looked at \(item ?? "a case")"
        case .noteOpened: item.map { "looked at the notes on \($0)" } ?? "looked at notes"
        case .attachmentSaved: "saved \(item ?? "an attachment")"
        case .searched: "searched the cases"
        case .exported: "exported"
        case .printed: "printed"
        case .accessRefused: "asked for what is not allowed"
        case .logOpened: item.map { "looked at the log of \($0)" } ?? "looked at the log"
        case .logVerified: "verified the log"
        case .logTrusted: "left another log and follows this one"
        case .logExported: "exported the log"
        case .backupCreated: "made a backup"
        case .backupRestored: "put a backup back"
        case .payloadExpired: "erased an old part of the reading log"
        }
    }
}

/// One line of the log, as a sentence about who did what.
struct LogWording: Sentence {
    /// The member's name; nil when this home does not know it.
    let name: String?
    /// What happened; nil when this home may not read it.
    let event: Event?
    /// The name of the member whom it was about, if it was about one.
    let subject: String?
    /// Which item it was about.
    let about: FindingWording.Place?
    /// How it ended; nil when that is not known.
    let outcome: Outcome?
    /// Whether it broke a rule and so changed nothing.
    let isVoid: Bool
    /// Whether it was a look that is no longer kept.
    var isErased = false
    /// The cases a search found something in; nil for everything else.
    var found: [Int]?
    /// The cases an import brought; nil for everything else.
    var imported: ClosedRange<Int>?

    var dutch: String {
        if isErased { return "\(name ?? "Iemand") bekeek iets: wat het was, is na de bewaartijd gewist" }
        guard let event else { return "\(name ?? "Iemand"): van een tijd waarvoor jij geen sleutels hebt" }
        let what = "\(name ?? "Iemand") \(event.dutch(about, subject))" + (found.map(Self.dutch) ?? "") + (imported.map(Self.dutch) ?? "")
        return what + ending(refused: "geweigerd", failed: "mislukt", void: "ongeldig, heeft niets veranderd")
    }

    var english: String {
        if isErased { return "\(name ?? "Somebody") looked at something: what it was has been erased after the group's period" }
        guard let event else { return "\(name ?? "Somebody"): from a time for which you have no keys" }
        let what =
            "\(name ?? "Somebody") \(event.english(about, subject))" + (found.map(Self.english) ?? "") + (imported.map(Self.english) ?? "")
        return what + ending(refused: "refused", failed: "failed", void: "void, has changed nothing")
    }

    /// More cases than these are counted.
    private static let named = 5

    private static func dutch(_ found: [Int]) -> String {
        switch found.count {
        case 0: " en vond niets"
        case 1...named: " en vond iets in casus \(found.map(String.init).dutchList)"
        default: " en vond iets in \(found.count) casussen"
        }
    }

    private static func english(_ found: [Int]) -> String {
        switch found.count {
        case 0: " and found nothing"
        case 1: " and found something in case \(found[0])"
        case 2...named: " and found something in cases \(found.map(String.init).englishList)"
        default: " and found something in \(found.count) cases"
        }
    }

    private static func dutch(_ imported: ClosedRange<Int>) -> String {
        imported.count == 1 ? ": casus \(imported.lowerBound)" : ": casus \(imported.lowerBound) tot en met \(imported.upperBound)"
    }

    private static func english(_ imported: ClosedRange<Int>) -> String {
        imported.count == 1 ? ": case \(imported.lowerBound)" : ": cases \(imported.lowerBound) to \(imported.upperBound)"
    }

    private func ending(refused: String, failed: String, void: String) -> String {
        if isVoid { return ": " + void }
        return switch outcome {
        case nil, .done: ""
        case .refused: ": " + refused
        case .failed, .serious: ": " + failed
        }
    }
}
