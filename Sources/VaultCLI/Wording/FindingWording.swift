import VaultAudit
import VaultCore
import VaultFormat
import VaultLog

/// One finding of `check` or `log verify`, in words.
enum FindingWording: Sentence {
    /// A finding in the log; `entry` is nil when it is about no single entry.
    case log(FindingKind, entry: Int?)
    /// A finding in a file of an exported log, as it was named there.
    case file(FindingKind, String)
    /// A finding in a checkpoint that was kept.
    case kept(FindingKind)
    /// A finding in a case, note or attachment.
    case content(FindingKind, Place)

    /// What a finding in content is about.
    enum Place: Sentence, Equatable {
        case theCase(Int)
        case part(Part, case: Int)
        case note(Int, case: Int)
        case attachment(Int, case: Int)

        /// Nil without a case.
        init?(case number: Int?, note: Int?, attachment: Int?, part: Part? = nil) {
            guard let number else { return nil }
            self =
                note.map { .note($0, case: number) } ?? attachment.map { .attachment($0, case: number) }
                ?? part.map { .part($0, case: number) } ?? .theCase(number)
        }

        var dutch: String {
            switch self {
            case .theCase(let number): "casus \(number)"
            case .part(.summary, let number): "de titel met de pitch van casus \(number)"
            case .part(.body, let number): "de tekst van casus \(number)"
            case .note(let note, let number): "notitie \(note) bij casus \(number)"
            case .attachment(let attachment, let number): "bijlage \(attachment) bij casus \(number)"
            }
        }

        var english: String {
            switch self {
            case .theCase(let number): "case \(number)"
            case .part(.summary, let number): "the title with the pitch of case \(number)"
            case .part(.body, let number): "the text of case \(number)"
            case .note(let note, let number): "note \(note) on case \(number)"
            case .attachment(let attachment, let number): "attachment \(attachment) of case \(number)"
            }
        }
    }

    var dutch: String {
        switch self {
        case .log(let kind, let entry): kind.dutch(about: entry.map { "regel \($0) van het logboek" } ?? "het logboek")
        case .file(let kind, let name): kind.dutch(about: "bestand '\(name)'")
        case .kept(let kind): kind.dutch(about: "het checkpoint dat je bewaarde")
        case .content(let kind, let place): kind.dutch(about: place.dutch)
        }
    }

    var english: String {
        switch self {
        case .log(let kind, let entry): kind.english(about: entry.map { "entry \($0) of the log" } ?? "the log")
        case .file(let kind, let name): kind.english(about: "file '\(name)'")
        case .kept(let kind): kind.english(about: "the checkpoint that you kept")
        case .content(let kind, let place): kind.english(about: place.english)
        }
    }
}

extension Finding {
    /// The sentence for it.
    var wording: FindingWording {
        let place = FindingWording.Place(case: caseNumber, note: note, attachment: attachment, part: part)
        return place.map { .content(kind, $0) } ?? .log(kind, entry: index)
    }
}

extension AuditFinding {
    /// The sentence for it.
    var wording: FindingWording {
        switch place {
        case .entry(let index): .log(kind, entry: index)
        case .file(let path): .file(kind, path)
        case .kept: .kept(kind)
        }
    }
}

extension FindingKind {
    /// The sentence for a finding at one entry.
    func sentence(entry: Int) -> FindingWording { .log(self, entry: entry) }

    fileprivate func dutch(about thing: String) -> String {
        switch self {
        case .badForm: "Wat op de plaats van \(thing) staat, heeft niet de goede vorm."
        case .badSignature: "De handtekening onder \(thing) klopt niet."
        case .notEntitled: "Degene die \(thing) heeft ondertekend, mocht dat toen niet."
        case .wrongTree: "Wat in \(thing) staat, sluit niet aan op wat ervoor staat."
        case .rosterLeftOut: "In \(thing) ontbreekt een verandering van wie er bij de groep horen."
        case .payloadMismatch: "Wat hoort bij \(thing), is buiten Kluis om veranderd."
        case .payloadMissing: "Wat hoort bij \(thing), ontbreekt."
        case .void: "Wat in \(thing) staat, gaat tegen een regel in en heeft daarom niets veranderd."
        case .wrapMismatch: "De sleutel die hoort bij \(thing), is niet de sleutel die is beloofd."
        case .textAltered: "\(thing.capitalisedFirst) is niet wat de inbrenger heeft geschreven."
        case .partLost: "\(thing.capitalisedFirst) is beschadigd of buiten Kluis om veranderd."
        case .partMissing: "\(thing.capitalisedFirst) ontbreekt."
        case .clockBack: "De tijd van \(thing) ligt voor de tijd van wat ervoor staat."
        case .noExport: "Dit is geen map met een logboek: \(thing) ontbreekt, en al het andere dat erbij hoort."
        case .fileAltered: "In \(thing) staat iets anders dan erin hoort."
        case .fileMissing: "\(thing.capitalisedFirst) ontbreekt."
        case .fileAdded: "\(thing.capitalisedFirst) hoort er niet bij."
        case .notDisclosed: "Er ontbreekt wat \(thing) verandert aan wie er bij de groep horen of aan hun sleutels."
        case .rolledBack: "Er ontbreken regels die er volgens \(thing) al waren."
        case .forked: "Het logboek is een ander dan dat van \(thing)."
        case .otherLog: "\(thing.capitalisedFirst) is van het logboek van een andere groep."
        }
    }

    fileprivate func english(about thing: String) -> String {
        switch self {
        case .badForm: "What stands in the place of \(thing) does not have the right form."
        case .badSignature: "The signature under \(thing) is not right."
        case .notEntitled: "Whoever signed \(thing) was not allowed to at the time."
        case .wrongTree: "What \(thing) says does not follow from what comes before it."
        case .rosterLeftOut: "In \(thing) a change of who belongs to the group is left out."
        case .payloadMismatch: "What belongs to \(thing) was changed outside Kluis."
        case .payloadMissing: "What belongs to \(thing) is missing."
        case .void: "What \(thing) says goes against a rule and has therefore changed nothing."
        case .wrapMismatch: "The key that belongs to \(thing) is not the key that was promised."
        case .textAltered: "\(thing.capitalisedFirst) is not what its author wrote."
        case .partLost: "\(thing.capitalisedFirst) is damaged or was changed outside Kluis."
        case .partMissing: "\(thing.capitalisedFirst) is missing."
        case .clockBack: "The time of \(thing) is before the time of what comes before it."
        case .noExport: "This is no directory with a log: \(thing) is missing, and everything else that goes with it."
        case .fileAltered: "\(thing.capitalisedFirst) does not hold what belongs in it."
        case .fileMissing: "\(thing.capitalisedFirst) is missing."
        case .fileAdded: "\(thing.capitalisedFirst) does not belong there."
        case .notDisclosed: "What \(thing) changes about who is in the group, or about their keys, is not given."
        case .rolledBack: "Entries are missing that were there already according to \(thing)."
        case .forked: "The log is another one than that of \(thing)."
        case .otherLog: "\(thing.capitalisedFirst) is of another group's log."
        }
    }
}

extension String {
    /// With a capital to begin a sentence.
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
