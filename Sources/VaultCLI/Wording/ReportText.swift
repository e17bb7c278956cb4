import VaultAudit
import VaultFormat

/// Headings, and what stands under them, of a report on paper.
enum ReportText: Sentence {
    case title
    case group(String)
    case pseudonyms
    case period(AuditReport.Period)
    case madeBy(String, Instant)
    case logRead(AuditReport.Frame)
    case modelled
    case tenSeconds
    case inShort(Tally)
    case explainedBy
    case lookAt
    case nothingToLookAt
    case unexplained
    case nothingUnexplained
    case remarks
    case initials
    case pictures
    case members
    case cases
    case days
    case everyAccess
    case rules
    case rulesAbout
    case notShown
    case unreadable(Int, last: Instant)
    case erased(Int)
    case notShownList(Int)
    case signing
    case signingAbout
    case signName, signRole, signDate, signature
    case contents

    var dutch: String {
        switch self {
        case .title: "Wie keek er?"
        case .group(let name): "Groep: \(name)"
        case .pseudonyms: "Mensen en groep staan hier zonder naam: een lid is een nummer."
        case .period(let period):
            switch (period.from, period.to) {
            case (nil, nil): "Periode: het hele logboek"
            case (let from?, nil): "Periode: vanaf \(from.dutch)"
            case (nil, let to?): "Periode: tot en met \(to.dutch)"
            case (let from?, let to?): "Periode: \(from.dutch) tot en met \(to.dutch)"
            }
        case .madeBy(let name, let time): "Gemaakt door \(name) op \(time.utc.dutch). Alle tijden zijn in UTC."
        case .logRead(let frame):
            "Het logboek had \(Amount.entries(frame.head.size).dutch) en deze controlewoorden: \(frame.headWords.joined(separator: " ")). De eerste regel heeft: \(frame.groupWords.joined(separator: " "))."
        case .modelled:
            "Opgezet naar het voorbeeld van NEN 7513, logging van toegang tot dossiers. Dit verslag zegt niet dat aan die norm is voldaan."
        case .tenSeconds: "In het kort"
        case .inShort(let all):
            all.total == 0
                ? "Niemand keek in deze periode."
                : "Er is \(all.total) keer gekeken: \(all.explained) keer verklaard, \(all.unexplained) keer onverklaard, \(all.serious) keer om na te kijken."
        case .explainedBy: "Verklaard, met als reden:"
        case .lookAt: "Moet bekeken worden"
        case .nothingToLookAt: "Er is niets dat bekeken moet worden."
        case .unexplained: "Onverklaard"
        case .nothingUnexplained: "Er is niets onverklaard."
        case .remarks: "Verklaring"
        case .initials: "Paraaf"
        case .pictures: "In beeld"
        case .members: "Per lid"
        case .cases: "Per casus"
        case .days: "Per dag"
        case .everyAccess: "Alle keren dat iemand keek"
        case .rules: "Waarop is gelet"
        case .rulesAbout:
            "Elke regel kijkt alleen naar het logboek, met deze getallen. Vindt een regel iets, dan is nog niet gezegd dat er iets mis is."
        case .notShown: "Wat dit verslag niet laat zien"
        case .unreadable(let count, let last):
            count == 1
                ? "1 regel, van \(last.utc.dutch), is van een tijd waarvoor jij geen sleutels hebt en staat hier niet in."
                : "\(count) regels, tot en met \(last.utc.dutch), zijn van een tijd waarvoor jij geen sleutels hebt en staan hier niet in."
        case .erased(1): "1 keer dat iemand keek is na de bewaartijd gewist en telt hier niet mee."
        case .erased(let count): "\(count) keren dat iemand keek zijn na de bewaartijd gewist en tellen hier niet mee."
        case .notShownList(0): "Wat mensen deden met een kopie van de kluis en een veranderd programma: dat komt in geen logboek."
        case .notShownList(1): "Wat iemand na het lezen deed: onthouden, overtypen, een foto maken."
        case .notShownList(2): "Of de klok van een computer goed stond. De volgorde van de regels staat wel vast."
        case .notShownList:
            "Of een reden waar is. 'Gedeeld' betekent dat de inbrenger de casus met deze lezer had gedeeld, niet dat lezen nodig was."
        case .signing: "Ondertekening"
        case .signingAbout: "Ik heb gelezen wat bekeken moet worden en wat onverklaard is, en mijn oordeel erbij geschreven."
        case .signName: "Naam"
        case .signRole: "Functie"
        case .signDate: "Datum"
        case .signature: "Handtekening"
        case .contents: "Inhoud"
        }
    }

    var english: String {
        switch self {
        case .title: "Who looked?"
        case .group(let name): "Group: \(name)"
        case .pseudonyms: "People and group stand here without a name: a member is a number."
        case .period(let period):
            switch (period.from, period.to) {
            case (nil, nil): "Period: the whole log"
            case (let from?, nil): "Period: from \(from.english)"
            case (nil, let to?): "Period: up to and including \(to.english)"
            case (let from?, let to?): "Period: \(from.english) up to and including \(to.english)"
            }
        case .madeBy(let name, let time): "Made by \(name) on \(time.utc.english). All times are UTC."
        case .logRead(let frame):
            "The log had \(Amount.entries(frame.head.size).english) and these six words: \(frame.headWords.joined(separator: " ")). The first entry has: \(frame.groupWords.joined(separator: " "))."
        case .modelled:
            "Modelled on NEN 7513, the Dutch standard for logging access to client files. This report does not say that the standard is met."
        case .tenSeconds: "In short"
        case .inShort(let all):
            all.total == 0
                ? "Nobody looked in this period."
                : "There \(all.total == 1 ? "was 1 look" : "were \(all.total) looks"): \(all.explained) explained, \(all.unexplained) unexplained, \(all.serious) to be looked at."
        case .explainedBy: "Explained, with this reason:"
        case .lookAt: "Must be looked at"
        case .nothingToLookAt: "There is nothing that must be looked at."
        case .unexplained: "Unexplained"
        case .nothingUnexplained: "Nothing is unexplained."
        case .remarks: "Explanation"
        case .initials: "Initials"
        case .pictures: "In pictures"
        case .members: "By member"
        case .cases: "By case"
        case .days: "By day"
        case .everyAccess: "Every look"
        case .rules: "What was looked for"
        case .rulesAbout:
            "Each rule looks at the log alone, with these numbers. Where one finds something, that does not yet mean that anything is wrong."
        case .notShown: "What this report does not show"
        case .unreadable(let count, let last):
            count == 1
                ? "1 entry, of \(last.utc.english), is from a time for which you have no keys and is not in here."
                : "\(count) entries, up to \(last.utc.english), are from a time for which you have no keys and are not in here."
        case .erased(1): "1 look has been erased after the group's period and is not counted here."
        case .erased(let count): "\(count) looks have been erased after the group's period and are not counted here."
        case .notShownList(0): "What people did with a copy of the vault and a changed program: no log has that."
        case .notShownList(1): "What somebody did after reading: remember, copy by hand, take a photograph."
        case .notShownList(2): "Whether a computer's clock was right. The order of the entries is certain all the same."
        case .notShownList:
            "Whether a reason is true. 'Shared' means that the author had shared the case with this reader, not that there was a need to read it."
        case .signing: "Signing off"
        case .signingAbout: "I have read what must be looked at and what is unexplained, and have written my judgement beside it."
        case .signName: "Name"
        case .signRole: "Position"
        case .signDate: "Date"
        case .signature: "Signature"
        case .contents: "Contents"
        }
    }
}
