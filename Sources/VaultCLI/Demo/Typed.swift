import VaultFormat

/// A command line and what has to come of it.
struct Typed {
    let person: Person
    let words: [Word]
    /// What stands behind `<`.
    let file: DemoText?
    let ends: ExitStatus
    let pieces: [Piece]
    /// Whether the reader sees it; what is only done once more, as somebody did before, need not be read again.
    let isShown: Bool

    /// As a person would type it, when the words are these.
    func line(_ words: [String]) -> String {
        let words = (["kluis"] + words).map { $0.contains(" ") ? "\"\($0)\"" : $0 }
        return "\(person.rawValue)$ " + words.joined(separator: " ") + (file.map { " < \($0.fileName)" } ?? "")
    }
}

/// A word of a command line.
enum Word: ExpressibleByStringLiteral {
    case text(String)
    /// Somebody's name in the group.
    case name(Person)
    /// The number of somebody's request to join.
    case request(Person)
    /// The six words that somebody says aloud.
    case said(Person)
    /// A last day, a month from today.
    case lastDay
    /// The file of a backup.
    case backup

    init(stringLiteral text: String) { self = .text(text) }
}

/// Something that a command's answer has to contain, or it did not go as told.
enum Piece {
    /// These words, the same in every language.
    case words(String)
    /// What the log says of somebody who was refused.
    case refusal(of: Person)
    /// The number of a request to join, and six words; kept until somebody types them.
    case request
    /// The number of entries that a copy of the vault shows to anybody.
    case entries
    /// The number of entries that the old copy lacks.
    case missingEntries
}

/// What `kluis join` says, to be read aloud.
struct SpokenRequest {
    let number: String
    let words: String

    /// Finds the number, which has four digits, and the line that ends in six words of the list. Nil where either is missing.
    init?(in answer: String) {
        let number = answer.split { !$0.isWholeNumber }.first { $0.count == 4 }
        let words = answer.split(separator: "\n").lazy.compactMap { line -> String? in
            guard let colon = line.lastIndex(of: ":"), let code = try? WordCode(typed: String(line[colon...].dropFirst())) else {
                return nil
            }
            return code.words.joined(separator: " ")
        }.first
        guard let number, let words else { return nil }
        self.number = String(number)
        self.words = words
    }
}
