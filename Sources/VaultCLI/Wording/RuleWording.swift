import VaultAudit
import VaultFormat

/// What a rule looks for, with the numbers it works with.
struct RuleWording: Sentence {
    let rule: Rule
    let limits: RuleLimits

    var dutch: String {
        switch rule {
        case .afterNotice: "Iemand opende tekst van een ander nadat zijn of haar laatste dag was opgeschreven."
        case .manyCases: "Iemand opende binnen een uur meer dan \(limits.casesAnHour) verschillende casussen."
        case .refusals: "Iemand kreeg \(limits.refusals) keer of vaker achter elkaar een weigering."
        case .clockBack: "De klok stond vroeger dan bij de regel ervoor."
        case .void: "Een regel die niet mag, en daarom niets veranderde."
        case .unusualHour:
            "Iemand opende tekst voor \(limits.firstHour):00 of vanaf \(limits.lateHour):00 UTC, en er was geen bijeenkomst."
        case .newKey: "De eerste keer dat iemand keek met een nieuwe sleutel."
        case .takenOut: "Een zoekopdracht, een bewaarde bijlage, een export of een afdruk."
        case .closedCase: "Iemand opende een casus die langer dan \(limits.closedDays) dagen was afgesloten."
        case .outsideMeeting:
            "Een begeleider of gast opende tekst van een ander buiten een bijeenkomst: binnen \(limits.meetingHours) uur opende niet de helft van de leden dezelfde casus."
        }
    }

    var english: String {
        switch rule {
        case .afterNotice: "Somebody opened another's text after their last day had been written down."
        case .manyCases: "Somebody opened more than \(limits.casesAnHour) different cases within an hour."
        case .refusals: "Somebody was refused \(limits.refusals) times or more in a row."
        case .clockBack: "The clock stood before that of the entry above."
        case .void: "An entry that is not allowed, and so changed nothing."
        case .unusualHour: "Somebody opened text before \(limits.firstHour):00 or from \(limits.lateHour):00 UTC, and there was no meeting."
        case .newKey: "The first time that somebody looked with a new key."
        case .takenOut: "A search, a saved attachment, an export or a print."
        case .closedCase: "Somebody opened a case that had been closed for more than \(limits.closedDays) days."
        case .outsideMeeting:
            "A facilitator or guest opened another's text outside a meeting: less than half of the members opened the same case within \(limits.meetingHours) hours."
        }
    }
}

extension Rule: Sentence {
    /// In a few Dutch words.
    var dutch: String {
        switch self {
        case .afterNotice: "na de aankondiging van het vertrek"
        case .manyCases: "veel casussen in een uur"
        case .refusals: "weigeringen achter elkaar"
        case .clockBack: "de klok ging terug"
        case .void: "ongeldige regel"
        case .unusualHour: "op een ongewoon uur"
        case .newKey: "voor het eerst met een nieuwe sleutel"
        case .takenOut: "gezocht of meegenomen"
        case .closedCase: "lang na het afsluiten"
        case .outsideMeeting: "buiten een bijeenkomst"
        }
    }

    /// In a few English words.
    var english: String {
        switch self {
        case .afterNotice: "after notice of leaving"
        case .manyCases: "many cases in an hour"
        case .refusals: "refusals in a row"
        case .clockBack: "the clock went back"
        case .void: "void entry"
        case .unusualHour: "at an unusual hour"
        case .newKey: "first look with a new key"
        case .takenOut: "searched or taken out"
        case .closedCase: "long after it was closed"
        case .outsideMeeting: "outside a meeting"
        }
    }
}

extension Ground: Sentence {
    /// In a few Dutch words.
    var dutch: String {
        switch self {
        case .own: "eigen casus"
        case .meeting: "gedeeld, tijdens een bijeenkomst"
        case .shared: "met deze lezer gedeeld"
        case .list: "lijst van wat voor deze lezer is"
        case .log: "het logboek, dat leden en controleurs mogen lezen"
        case .refused: "geweigerd, er is niets getoond"
        case .none: "geen reden in het logboek"
        }
    }

    /// In a few English words.
    var english: String {
        switch self {
        case .own: "own case"
        case .meeting: "shared, during a meeting"
        case .shared: "shared with this reader"
        case .list: "list of what is for this reader"
        case .log: "the log, which members and auditors may read"
        case .refused: "refused, nothing was shown"
        case .none: "no reason in the log"
        }
    }
}

extension Verdict: Sentence {
    /// The Dutch words.
    var dutch: String {
        switch self {
        case .explained: "verklaard"
        case .unexplained: "onverklaard"
        case .serious: "moet bekeken worden"
        }
    }

    /// The English words.
    var english: String {
        switch self {
        case .explained: "explained"
        case .unexplained: "unexplained"
        case .serious: "must be looked at"
        }
    }
}
