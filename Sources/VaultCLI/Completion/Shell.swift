import ArgumentParser

/// A shell that can complete what is typed behind `kluis`.
enum Shell: String, CaseIterable, ExpressibleByArgument {
    case bash
    case zsh
    case fish

    /// The script for it: the names of commands, options and topics, and what they mean. It never runs the program, so no title and no
    /// name gets into a shell.
    func script(in language: Language) -> String {
        switch self {
        case .bash: BashCompletion().text
        case .zsh: ZshCompletion(language: language).text
        case .fish: FishCompletion(language: language).text
        }
    }
}

/// What can stand somewhere on the command line, as far as a shell may know.
enum Completed: Equatable {
    /// A number, a name, a date: only the person knows.
    case nothing
    case file
    case directory
    case choice([String])
}

extension OptionValue {
    /// What can stand behind the option.
    var completed: Completed {
        switch self {
        case .none, .text, .number, .hours, .idle: .nothing
        case .path(let placeholder): placeholder == "DIR" ? .directory : .file
        case .choice(let words): .choice(words)
        }
    }
}

extension Placeholder {
    /// What can stand in the place.
    var completed: Completed {
        switch self {
        case .file: .file
        case .folder: .directory
        case .shell: .choice(Shell.allCases.map(\.rawValue))
        case .caseNumber, .noteNumber, .attachmentNumber, .request, .member, .date: .nothing
        }
    }
}

/// The tables that the three scripts are made of.
enum CompletionTable {
    /// A word that can come next, and what it means.
    struct Word {
        let word: String
        let meaning: String
    }

    /// Every beginning of a command, the empty one first: `""`, `"case"`, `"case add"`.
    static var places: [String] {
        var places = [""]
        for command in CommandName.allCases {
            for count in 1...command.words.count {
                let place = command.words.prefix(count).joined(separator: " ")
                if !places.contains(place) { places.append(place) }
            }
        }
        return places
    }

    /// The words that can come next in a place; none behind a whole command.
    static func words(after place: String, in language: Language) -> [Word] {
        let path = place.split(separator: " ").map(String.init)
        var words: [Word] = []
        for command in CommandName.beginning(with: path) where command.words.count > path.count {
            let word = command.words[path.count]
            guard !words.contains(where: { $0.word == word }) else { continue }
            let isWhole = command.words.count == path.count + 1
            let under = CommandName.beginning(with: path + [word]).compactMap { $0.words.dropFirst(path.count + 1).first }
            words.append(Word(word: word, meaning: isWhole ? command.text(in: language) : under.joined(separator: ", ")))
        }
        return words + (path.isEmpty ? [Word(word: "help", meaning: OptionName.help.text(in: language))] : [])
    }

    /// The topics of `kluis help`.
    static func topics(in language: Language) -> [Word] {
        HelpTopic.allCases.map { Word(word: $0.rawValue, meaning: $0.text(in: language) + ".") }
    }

    /// The options of every command that has some.
    static var options: [(place: String, options: [OptionName])] {
        CommandName.allCases.filter { !$0.options.isEmpty }.map { ($0.rawValue, $0.options) }
    }

    /// As they are typed, the options that need a value.
    static var withValue: [String] {
        var typed: [String] = []
        for option in OptionName.allCases where option.value.placeholder != nil && !typed.contains(option.typed) {
            typed.append(option.typed)
        }
        return typed
    }

    /// What can stand behind an option that needs a value; the place is nil for an option of every command.
    static var values: [(place: String?, option: String, value: Completed)] {
        options.flatMap { place, options in
            options.filter { $0.value.completed != .nothing }.map { (place, $0.typed, $0.value.completed) }
        } + OptionName.global.filter { $0.value.completed != .nothing }.map { (nil, $0.typed, $0.value.completed) }
    }

    /// What can stand in the places behind a command: the command, which place, counted from 0, and what.
    static var arguments: [(place: String, index: Int, value: Completed)] {
        CommandName.allCases.flatMap { command in
            command.arguments.enumerated().filter { $1.completed != .nothing }.map { (command.rawValue, $0, $1.completed) }
        }
    }
}
