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
