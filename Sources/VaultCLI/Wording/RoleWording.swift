import VaultCore
import VaultFormat
import VaultLog

extension Role: Sentence {
    /// The Dutch word.
    var dutch: String {
        switch self {
        case .member: "lid"
        case .facilitator: "begeleider"
        case .guest: "gast"
        case .auditor: "controleur"
        }
    }

    /// The English word.
    var english: String {
        switch self {
        case .member: "member"
        case .facilitator: "facilitator"
        case .guest: "guest"
        case .auditor: "auditor"
        }
    }

    /// As in "you are a member".
    var englishWithArticle: String { self == .auditor ? "an \(english)" : "a \(english)" }
}

extension CaseState: Sentence {
    /// The Dutch word.
    var dutch: String {
        switch self {
        case .draft: "nog niet gedeeld"
        case .shared: "gedeeld"
        case .closed: "afgesloten"
        case .erased: "gewist"
        }
    }

    /// The English word.
    var english: String {
        switch self {
        case .draft: "not shared yet"
        case .shared: "shared"
        case .closed: "closed"
        case .erased: "erased"
        }
    }
}
