/// What `kluis help` tells beside the commands.
enum HelpTopic: String, CaseIterable {
    case words
    case privacy
    case exitCodes = "exit-codes"

    /// The topic that is typed so, in English or in Dutch.
    init?(typed word: String) {
        switch word {
        case "words", "woorden", "woordenlijst": self = .words
        case "privacy": self = .privacy
        case "exit-codes", "afsluitcodes": self = .exitCodes
        default: return nil
        }
    }

    /// The pieces of its page.
    func blocks(in language: Language) -> [HelpBlock] {
        switch self {
        case .words: Self.words(language)
        case .privacy: Self.privacy(language)
        case .exitCodes: Self.exitCodes(language)
        }
    }

    private static func words(_ language: Language) -> [HelpBlock] {
        [.paragraph(HelpHeading.sixWords.text(in: language)), .heading(HelpTopic.words.text(in: language))]
            + GlossaryEntry.allCases.map { .term($0.term(in: language), meaning: $0.text(in: language)) }
    }

    private static func privacy(_ language: Language) -> [HelpBlock] {
        PrivacySection.allCases.flatMap { section in
            [HelpBlock.heading(section.text(in: language))] + section.facts.map { .paragraph($0.text(in: language)) }
        }
    }

    private static func exitCodes(_ language: Language) -> [HelpBlock] {
        var blocks: [HelpBlock] = [.paragraph(HelpHeading.numbers.text(in: language)), .gap]
        for status in ExitStatus.allCases {
            let codes = ErrorCode.allCases.filter { $0.exit == status }.map(\.rawValue)
            let meaning = status.sentence(in: language)
            blocks.append(.term(String(status.rawValue), meaning: ([meaning] + codes).joined(separator: " ")))
        }
        return blocks + [.paragraph(HelpHeading.codes.text(in: language))]
    }
}

extension ExitStatus {
    /// What the number means, as a sentence by itself.
    func sentence(in language: Language) -> String {
        let text = text(in: language)
        return text.prefix(1).uppercased() + text.dropFirst() + "."
    }
}

extension HelpTopic: Sentence {
    var dutch: String {
        switch self {
        case .words: "De woorden van Kluis"
        case .privacy: "Wat anderen zien, en wat niet"
        case .exitCodes: "De getallen en codes waarmee Kluis eindigt"
        }
    }

    var english: String {
        switch self {
        case .words: "The words of Kluis"
        case .privacy: "What others see, and what not"
        case .exitCodes: "The numbers and codes that Kluis ends with"
        }
    }
}
