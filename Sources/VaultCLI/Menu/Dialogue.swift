import VaultCore
import VaultFormat
import VaultSystem

/// A conversation at the terminal: something is shown, something is asked, a command is carried out. All of it is lines below one another:
/// nothing is drawn over, so that a screen reader can follow.
///
/// Every answer may be left empty, and 0 does the same: that goes back; but from the list behind which there is nothing but the shell only
/// 0 does, so that one Enter too many types nothing there. Ctrl-D leaves the program, and so does Ctrl-C, with another number; the terminal
/// is in order then.
struct Dialogue {
    let speaker: Speaker
    /// Opens the identity for every command.
    let key: HeldKey
    /// The home's path.
    let home: String

    /// With a key that is shut.
    init(speaker: Speaker, home: String) {
        var speaker = speaker
        speaker.isMenu = true
        self.speaker = speaker
        self.home = home
        let source = PassphraseSource.terminal(speaker.language)
        let surroundings = Surroundings(
            home: home, runtime: Settings.runtime(Environment.value), now: { Instant(seconds: Clock.now()) }, onWait: {})
        key = HeldKey(
            now: { Instant(seconds: Clock.now()) },
            agent: { file in
                switch UnlockAgent.key(for: file, in: surroundings) {
                case .key(let key): key
                case .nobody: nil
                case .ignored: nil
                }
            }, ask: source.current)
    }

    /// Whether somebody sits here who can read and type.
    static var isPossible: Bool {
        StandardStreams.isTerminal(0) && StandardStreams.isTerminal(1) && TerminalText.isPossible
    }

    /// Why a conversation ends before it has come to its end.
    enum Left: Error {
        /// Ctrl-D, or the window was closed.
        case byChoice
    }

    var language: Language { speaker.language }

    /// What the core needs to know of the world.
    var surroundings: Surroundings {
        Surroundings(
            home: home, runtime: Settings.runtime(Environment.value), now: { Instant(seconds: Clock.now()) },
            onWait: { [speaker] in speaker.talk(.waiting) })
    }

    /// Shows a page. Throws ``Trouble`` where standard output does not take it.
    func show(_ page: Page) throws {
        do throws(SystemError) { try speaker.give(Answer(data: [], page: page), after: []) } catch { throw Trouble(error) }
    }

    /// Says these sentences, each as a paragraph below an empty line.
    func say(_ sentences: any Sentence...) throws {
        var page = Page()
        for sentence in sentences {
            page.space()
            page.add(sentence.text(in: language))
        }
        try show(page)
    }

    /// One line of an answer, without the spaces around it; nil for an empty one and for 0. Throws ``Left``, and `.interrupted`.
    func ask(_ question: any Sentence) throws -> String? {
        try line(question).flatMap { $0 == "0" ? nil : $0 }
    }

    /// The same where 0 is an answer like any other; nil for an empty line.
    func line(_ question: any Sentence) throws -> String? {
        try show(Self.gap)
        return try typed(question)
    }

    /// The same right below what was shown.
    private func typed(_ question: any Sentence) throws -> String? {
        var page = Page()
        page.add(question.text(in: language))
        let shown = page.asked.dropLast()
        let typed: String
        do throws(SystemError) {
            typed = try TerminalText.readLine(prompt: shown + " ") {
                key.lockIfIdle() ? MenuWording.lockedAfterWaiting.text(in: language) : nil
            }
        } catch {
            throw error == .endOfInput ? Left.byChoice : error
        }
        key.touch()
        let trimmed = typed.trimmed
        return trimmed.isEmpty ? nil : trimmed
    }

    /// One of these, by its number in the list that is shown; nil for none of them. Asked until it is one or none. With `isFirst` an empty
    /// answer is none of these, and leads nowhere.
    func choose<Choice: Sentence>(
        _ heading: any Sentence, from choices: [Choice], leaving: any Sentence = MenuWording.back, isFirst: Bool = false
    ) throws -> Choice? {
        while true {
            var page = Page()
            page.space()
            page.add(heading.text(in: language), .strong)
            let width = String(choices.count).count
            for (place, choice) in choices.enumerated() {
                let number = String(place + 1)
                let room = String(repeating: " ", count: width - number.count)
                page.add("\(room)\(number)  \(choice.text(in: language))", indent: 2, hang: width + 2)
            }
            page.add(String(repeating: " ", count: width - 1) + "0  \(leaving.text(in: language))", indent: 2, hang: width + 2)
            try show(page)
            let typed = try typed(MenuWording.typeNumber)
            if isFirst, typed == nil {
                try say(MenuWording.zeroToStop)
                continue
            }
            guard let typed, typed != "0" else { return nil }
            if let number = Int(typed.strippedOfDot), choices.indices.contains(number - 1) { return choices[number - 1] }
            try say(MenuWording.noSuchChoice)
        }
    }

    /// One of these numbers; nil for none. Asked until it is one or none.
    func number(_ question: any Sentence, among numbers: [Int]) throws -> Int? {
        while true {
            guard let typed = try ask(question) else { return nil }
            if let number = Int(typed.strippedOfDot), numbers.contains(number) { return number }
            try say(MenuWording.noSuchNumber)
        }
    }

    /// A path as typed, where `~` stands for the person's own folder; nil for none.
    func path(_ question: any Sentence) throws -> String? {
        try ask(question).map { FilePlace.expanded($0, Environment.value) }
    }

    /// Waits until the person has read it. Throws as asking does.
    func waitForEnter() throws { _ = try line(MenuWording.pressEnter) }

    /// Carries out a command as if it had been typed, with the key that is held. What it asks, says, refuses and writes down is what it
    /// does for everybody. Nil where it went wrong, which has been told.
    func perform(_ command: CommandName, _ arguments: [String] = [], _ options: [Option] = [], vault: String? = nil) throws -> Answer? {
        var words = command.words + options.map(\.word)
        words += [Option(.home, home), Option(.lang, language.rawValue), Option(.color, speaker.colour.rawValue)].map(\.word)
        if let vault { words.append(Option(.vault, vault).word) }
        if !arguments.isEmpty { words += ["--"] + arguments }
        try show(Self.gap)
        return Program.carryOut(words, with: key).answer
    }

    private static var gap: Page {
        var page = Page()
        page.space()
        return page
    }

    /// An option as it is typed; a value is joined to it, so that it may begin with a dash.
    struct Option {
        let word: String

        /// A switch.
        init(_ name: OptionName) { word = name.typed }
        /// With a value that is not empty.
        init(_ name: OptionName, _ value: String) { word = "\(name.typed)=\(value)" }
    }
}

extension String {
    /// Without the spaces around it.
    var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }

    /// `3.` and `3)` are 3.
    var strippedOfDot: String { hasSuffix(".") || hasSuffix(")") ? String(dropLast()) : self }
}

extension Answer {
    /// The numbers under this name, of the answer itself or of its list.
    func numbers(_ name: String) -> [Int] {
        data.flatMap { member -> [Int] in
            switch member.value {
            case .int(let number) where member.name == name: [number]
            case .array(let items) where member.name == "items" || member.name == name + "s": items.flatMap { $0.numbers(name) }
            default: []
            }
        }
    }
}

extension Answer {
    /// Of an answer that lists members, the numbers of those who are in the group now.
    var activeMembers: [Int] {
        guard case .array(let items)? = data.first(where: { $0.name == "items" })?.value else { return [] }
        return items.compactMap { item in
            guard case .object(let members) = item, members.contains(where: { $0.name == "status" && $0.value == .string("active") }) else {
                return nil
            }
            return item.numbers("member").first
        }
    }
}

extension JSON {
    fileprivate func numbers(_ name: String) -> [Int] {
        guard case .object(let members) = self else { return [] }
        return members.compactMap { member in
            if member.name == name, case .int(let number) = member.value { number } else { nil }
        }
    }
}
