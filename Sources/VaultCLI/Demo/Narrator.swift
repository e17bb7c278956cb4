/// Tells the story on standard output, as it happens; to a program it tells nothing but the end.
struct Narrator {
    let speaker: Speaker

    var language: Language { speaker.language }

    /// What comes before the first scene.
    func begin() throws {
        var page = Page()
        page.add(Narration.title.text(in: language), .strong)
        try show(page)
        for narration in [Narration.invented, .real, .passphrases] { try tell(narration) }
        switch language {
        case .dutch: break
        case .english: try tell(.textsAreDutch)
        }
    }

    /// The heading of a scene.
    func head(_ scene: SceneName) throws {
        var page = Page()
        page.space()
        page.add(scene.text(in: language), .strong)
        try show(page)
    }

    /// A paragraph of the story.
    func tell(_ narration: Narration) throws {
        var page = Page()
        page.space()
        page.add(narration.text(in: language))
        try show(page)
    }

    /// Sentences that belong together, each in a line of its own.
    func list(_ narrations: [Narration]) throws {
        var page = Page()
        page.space()
        for narration in narrations { page.add(narration.text(in: language), indent: 2, hang: 2) }
        try show(page)
    }

    /// A command line and the answer to it, as they are; only lines too long for the screen are broken.
    func show(_ line: String, answer: String) throws {
        var page = Page()
        page.space()
        page.add(line, .strong, indent: 2, hang: 4)
        for row in answer.split(separator: "\n", omittingEmptySubsequences: false).dropLast(answer.hasSuffix("\n") ? 1 : 0) {
            let text = row.drop { $0 == " " }
            page.add(String(text), indent: 2 + row.count - text.count)
        }
        try show(page)
    }

    /// Says what went otherwise than told, and ends the story.
    func regret(_ surprise: Surprise) throws -> Never {
        try tell(.otherwise(surprise))
        throw Trouble.ourBug
    }

    /// What comes after the last scene, when the directory is gone.
    func end() throws {
        try tell(.theEnd)
    }

    private func show(_ page: Page) throws {
        guard !speaker.json else { return }
        try speaker.give(Answer(data: [], page: page), after: [])
    }
}

/// What went otherwise than told.
enum Surprise: Equatable {
    /// A command had to end this way and did not.
    case ending(ExitStatus)
    /// A command ended well and did not say what it had to say.
    case answer
    /// The vault showed more, or less, than it should to somebody without a key.
    case search
}

extension Language {
    /// A locale of this language, for a child program.
    var locale: String {
        switch self {
        case .dutch: "nl_NL.UTF-8"
        case .english: "en_GB.UTF-8"
        }
    }
}
