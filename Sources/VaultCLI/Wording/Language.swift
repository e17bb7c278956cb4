import ArgumentParser
import VaultFormat

/// A language that sentences for people come in. Commands, flags, JSON keys and codes are English in both.
enum Language: String, CaseIterable, ExpressibleByArgument {
    case dutch = "nl"
    case english = "en"

    /// What the locale says: the first of LC_ALL, LC_MESSAGES and LANG that is set and not empty decides.
    static func ofLocale(_ environment: (String) -> String?) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(environment).first { !$0.isEmpty }
        return locale?.lowercased().hasPrefix("nl") == true ? .dutch : .english
    }
}

/// Something said to a person, whole, in each language. The conforming enums answer with a `switch` without `default`, so that
/// the compiler finds the sentence that is missing.
protocol Sentence {
    /// In plain Dutch, in the je-form.
    var dutch: String { get }
    /// In plain English.
    var english: String { get }
}

extension Sentence {
    /// The words in this language.
    func text(in language: Language) -> String {
        switch language {
        case .dutch: dutch
        case .english: english
        }
    }
}

extension Day {
    /// `22 november 2026`
    var dutch: String {
        let months = [
            "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november", "december",
        ]
        return "\(civil.day) \(months[civil.month - 1]) \(civil.year)"
    }

    /// `22 November 2026`
    var english: String {
        let months = [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
        ]
        return "\(civil.day) \(months[civil.month - 1]) \(civil.year)"
    }
}

extension Day: Sentence {}

extension Instant: Sentence {
    /// `22 november 2026 om 10:05 UTC`
    var dutch: String { "\(day.dutch) om \(clock) UTC" }
    /// `22 November 2026 at 10:05 UTC`
    var english: String { "\(day.english) at \(clock) UTC" }
    /// `2026-11-22 10:05`, for columns; the heading says UTC.
    var short: String { "\(day.text) \(clock)" }

    private var clock: String { String(text.dropFirst(11).prefix(5)) }
}

/// A number and what it counts.
enum Amount: Sentence {
    case cases(Int)
    case notes(Int)
    case attachments(Int)
    case members(Int)
    case entries(Int)
    case parts(Int)
    case items(Int)
    case findings(Int)
    case characters(Int)
    case bytes(Int)

    var dutch: String {
        switch self {
        case .cases(let n): n == 1 ? "1 casus" : "\(n) casussen"
        case .notes(let n): n == 1 ? "1 notitie" : "\(n) notities"
        case .attachments(let n): n == 1 ? "1 bijlage" : "\(n) bijlagen"
        case .members(let n): n == 1 ? "1 lid" : "\(n) leden"
        case .entries(let n): n == 1 ? "1 regel" : "\(n) regels"
        case .parts(let n): n == 1 ? "1 onderdeel" : "\(n) onderdelen"
        case .items(let n): n == 1 ? "1 stuk" : "\(n) stukken"
        case .findings(let n): n == 1 ? "1 bevinding" : "\(n) bevindingen"
        case .characters(let n): n == 1 ? "1 teken" : "\(n) tekens"
        case .bytes(let n): n == 1 ? "1 byte" : "\(n) bytes"
        }
    }

    var english: String {
        switch self {
        case .cases(let n): n == 1 ? "1 case" : "\(n) cases"
        case .notes(let n): n == 1 ? "1 note" : "\(n) notes"
        case .attachments(let n): n == 1 ? "1 attachment" : "\(n) attachments"
        case .members(let n): n == 1 ? "1 member" : "\(n) members"
        case .entries(let n): n == 1 ? "1 entry" : "\(n) entries"
        case .parts(let n): n == 1 ? "1 part" : "\(n) parts"
        case .items(let n): n == 1 ? "1 item" : "\(n) items"
        case .findings(let n): n == 1 ? "1 finding" : "\(n) findings"
        case .characters(let n): n == 1 ? "1 character" : "\(n) characters"
        case .bytes(let n): n == 1 ? "1 byte" : "\(n) bytes"
        }
    }
}
