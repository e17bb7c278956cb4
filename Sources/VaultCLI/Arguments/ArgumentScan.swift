/// A first look at the arguments, before they are parsed. It finds out in which language, form and colour to answer
/// (which has to be known before anything can go wrong), which help is asked for, and, when the parser refuses, what is wrong
/// and where: the parser's own errors are English and quote the argument.
struct ArgumentScan {
    /// Whether `--json` is there.
    private(set) var json = false
    /// The language that `--lang` asks for.
    private(set) var language: Language?
    /// When to use colour, as far as `--color` says it.
    private(set) var colour: ColourChoice = .auto
    /// Whether `--help`, `-h` or the word `help` is there.
    private(set) var wantsHelp = false
    /// Whether `--version` is there.
    private(set) var wantsVersion = false
    /// The words of the command, as far as there is one.
    private(set) var path: [String] = []
    /// What `kluis help` is asked to tell of, where that is no command.
    private(set) var topic: HelpTopic?
    /// The first thing that is wrong; nil when all seems well.
    private(set) var fault: UsageFault?

    private var values: [String] = []
    /// The word that is no command, and those behind it.
    private var unknown: [String] = []
    /// Whether the word `help` is there, so that its topics can follow.
    private var namesHelp = false
    private var seen: Set<OptionName> = []

    /// Looks at the arguments behind the program's name.
    init(_ arguments: [String]) {
        var index = 0
        while index < arguments.count {
            let argument = arguments[index]
            if argument == "--" {
                for position in arguments.indices.dropFirst(index + 1) { takeValue(arguments[position], at: position + 1) }
                break
            }
            if argument.hasPrefix("-"), argument != "-" {
                index += takeOption(argument, at: index + 1, next: arguments.dropFirst(index + 1).first)
            } else {
                takeWord(argument, at: index + 1)
                index += 1
            }
        }
        checkWhole()
    }

    /// The command, once all its words are there.
    var command: CommandName? { CommandName(rawValue: path.joined(separator: " ")) }

    private mutating func takeWord(_ word: String, at position: Int) {
        if command != nil {
            takeValue(word, at: position)
        } else if !unknown.isEmpty {
            unknown.append(word)
        } else if path.isEmpty, word == "help" {
            wantsHelp = true
            namesHelp = true
        } else if path.isEmpty, namesHelp, let topic = HelpTopic(typed: word) {
            self.topic = topic
        } else if !word.isEmpty, !CommandName.beginning(with: path + [word]).isEmpty {
            path.append(word)
        } else {
            unknown.append(word)
            note(.unknownCommand(position: position, under: path))
        }
    }

    /// What has to be said instead of the help that is asked for: nobody is helped with what is not there.
    var faultOfHelp: UsageFault? {
        guard wantsHelp, topic == nil, case .unknownCommand = fault else { return nil }
        return fault
    }

    /// Behind `--` there are no words of a command any more.
    private mutating func takeValue(_ word: String, at position: Int) {
        guard let command else { return note(.unknownCommand(position: position, under: path)) }
        if command == .search { return note(.termInCommand) }
        values.append(word)
        guard values.count <= command.arguments.count else { return note(.tooMany(position: position)) }
        let place = command.arguments[values.count - 1]
        if !place.accepts(word) { note(.badArgument(place)) }
    }

    /// Returns how many arguments the option took: itself, and its value when that is the next one.
    private mutating func takeOption(_ argument: String, at position: Int, next: String?) -> Int {
        if argument == "-h" {
            wantsHelp = true
            return 1
        }
        let pieces = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let option = OptionName.typed(pieces[0], with: command) else {
            note(.unknownOption(position: position, meant: Suggestion.option(for: pieces[0], with: command)))
            return 1
        }
        let attached = pieces.count > 1 ? pieces[1] : nil
        if attached == "" {
            note(.missingValue(option))
            return 1
        }
        if case .none = option.value {
            if attached != nil { note(.badValue(option)) } else { takeSwitch(option) }
            return 1
        }
        // A value never looks like an option, so that a forgotten value does not swallow the option behind it.
        let follows = next.map { !$0.hasPrefix("-") || $0 == "-" } ?? false
        seen.insert(option)
        guard let value = attached ?? (follows ? next : nil) else {
            note(.missingValue(option))
            return 1
        }
        if !option.value.accepts(value) { note(.badValue(option)) }
        if option == .lang { language = Language(rawValue: value) ?? language }
        if option == .color { colour = ColourChoice(rawValue: value) ?? colour }
        return attached == nil ? 2 : 1
    }

    private mutating func takeSwitch(_ option: OptionName) {
        seen.insert(option)
        switch option {
        case .json: json = true
        case .help: wantsHelp = true
        case .version: wantsVersion = true
        default: break
        }
    }

    /// What can only be said when everything has been seen.
    private mutating func checkWhole() {
        if case .unknownCommand(let position, let under, _) = fault, !unknown.isEmpty {
            let meant = namesHelp ? Suggestion.helpPages(for: unknown, under: under) : Suggestion.commands(for: unknown, under: under)
            fault = .unknownCommand(position: position, under: under, meant: namesHelp ? meant.map { "help " + $0 } : meant)
        }
        guard let command else { return note(.missingCommand(under: path)) }
        for option in OptionName.allCases where seen.contains(option) {
            if !OptionName.global.contains(option), !command.options.contains(option) { note(.foreignOption(option)) }
        }
        if values.count < command.arguments.count { note(.missingArgument(command.arguments[values.count])) }
        for option in command.requiredOptions where !seen.contains(option) { note(.missingOption(option)) }
        if seen.contains(.dryRun), !command.changesSomething { note(.dryRunOfReading) }
    }

    private mutating func note(_ fault: UsageFault) {
        self.fault = self.fault ?? fault
    }
}
