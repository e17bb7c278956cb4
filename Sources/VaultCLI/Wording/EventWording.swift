import VaultFormat

extension Event: Sentence {
    /// What happened, as a short Dutch line of the log.
    var dutch: String {
        switch self {
        case .groupCreated: "begon de groep"
        case .memberAccepted: "liet een nieuw lid toe"
        case .memberReplaced: "gaf een lid nieuwe sleutels"
        case .memberUntil: "veranderde een einddatum"
        case .memberLeft: "verliet de groep"
        case .memberRemoved: "haalde een lid uit de groep"
        case .roleEnded: "schreef op dat een einddatum voorbij is"
        case .keyRefreshed: "maakte een nieuwe eigen sleutel"
        case .circleCreated: "maakte een nieuwe kring"
        case .circleRotated: "gaf een kring een nieuwe sleutel"
        case .readsGranted: "gaf iemand een ouder deel van het leeslogboek"
        case .caseAdded: "schreef een casus"
        case .casesImported: "nam casussen over"
        case .caseChanged: "veranderde een casus"
        case .caseShared: "deelde een casus"
        case .caseWithdrawn: "trok een casus terug"
        case .caseClosed: "sloot een casus af"
        case .caseErased: "wiste een casus"
        case .noteAdded: "schreef een notitie"
        case .noteChanged: "veranderde een notitie"
        case .attachmentAdded: "voegde een bijlage toe"
        case .casesListed: "bekeek een lijst"
        case .caseOpened: "bekeek een casus"
        case .noteOpened: "bekeek notities"
        case .attachmentSaved: "bewaarde een bijlage"
        case .searched: "zocht in de casussen"
        case .exported: "exporteerde"
        case .printed: "drukte af"
        case .accessRefused: "vroeg iets wat niet mag"
        case .logOpened: "bekeek het logboek"
        case .logVerified: "rekende het logboek na"
        case .logExported: "exporteerde het logboek"
        case .backupCreated: "maakte een reservekopie"
        case .backupRestored: "zette een reservekopie terug"
        case .payloadExpired: "wiste een oud deel van het leeslogboek"
        }
    }

    /// What happened, as a short English line of the log.
    var english: String {
        switch self {
        case .groupCreated: "began the group"
        case .memberAccepted: "accepted a new member"
        case .memberReplaced: "gave a member new keys"
        case .memberUntil: "changed an end date"
        case .memberLeft: "left the group"
        case .memberRemoved: "removed a member"
        case .roleEnded: "wrote down that an end date has passed"
        case .keyRefreshed: "made a fresh key"
        case .circleCreated: "made a new circle"
        case .circleRotated: "gave a circle a new key"
        case .readsGranted: "gave somebody an older part of the reading log"
        case .caseAdded: "wrote a case"
        case .casesImported: "imported cases"
        case .caseChanged: "changed a case"
        case .caseShared: "shared a case"
        case .caseWithdrawn: "withdrew a case"
        case .caseClosed: "closed a case"
        case .caseErased: "erased a case"
        case .noteAdded: "wrote a note"
        case .noteChanged: "changed a note"
        case .attachmentAdded: "added an attachment"
        case .casesListed: "looked at a list"
        case .caseOpened: "looked at a case"
        case .noteOpened: "looked at notes"
        case .attachmentSaved: "saved an attachment"
        case .searched: "searched the cases"
        case .exported: "exported"
        case .printed: "printed"
        case .accessRefused: "asked for what is not allowed"
        case .logOpened: "looked at the log"
        case .logVerified: "verified the log"
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
    /// Which item it was about.
    let about: FindingWording.Place?
    /// How it ended; nil when that is not known.
    let outcome: Outcome?
    /// Whether it broke a rule and so changed nothing.
    let isVoid: Bool

    var dutch: String {
        guard let event else { return "\(name ?? "Iemand"): verzegeld voor lezers van een andere tijd" }
        let who = "\(name ?? "Iemand") \(event.dutch)"
        let what = about.map { "\(who) (\($0.dutch))" } ?? who
        return what + ending(refused: "geweigerd", failed: "mislukt", void: "ongeldig, heeft niets veranderd")
    }

    var english: String {
        guard let event else { return "\(name ?? "Somebody"): sealed for readers of another time" }
        let who = "\(name ?? "Somebody") \(event.english)"
        let what = about.map { "\(who) (\($0.english))" } ?? who
        return what + ending(refused: "refused", failed: "failed", void: "void, has changed nothing")
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
