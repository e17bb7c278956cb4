import Testing

@testable import VaultCLI

/// What somebody may have meant.
@Suite struct SuggestionTests {
    static let table: [(String, [String])] = [
        ("casus", ["case"]), ("casus lijst", ["case list"]), ("casus nieuw", ["case add"]), ("casus verwijderen", ["case erase"]),
        ("lid", ["member"]), ("leden verwijder 3", ["member remove"]), ("lid toelaten", ["member accept"]), ("hulp", ["help"]),
        ("notitie schrijven 3", ["note add"]), ("zoeken", ["search"]), ("logboek toon", ["log show"]),
        ("reservekopie maken", ["backup create"]),
        ("CASE list", ["case list"]), ("cases ls", ["case list"]), ("case-list", ["case list"]), ("caselist", ["case list"]),
        ("list case", ["case list"]), ("case shwo", ["case show"]), ("case lst", ["case list"]), ("case delete 3", ["case erase"]),
        ("member delete", ["member remove"]), ("member erase", ["member remove"]), ("chekc", ["check"]), ("sreach", ["search"]),
        ("ident", ["identity"]), ("add", ["case add", "note add", "attach add"]), ("group accept", ["member accept"]), ("find", ["search"]),
        ("identity wachtwoord", ["identity passphrase"]), ("qqqq", []), ("", []), ("case 3", []), ("3", []), ("moeder", []),
    ]

    @Test(arguments: table) func aCommandIsRecognised(_ typed: String, _ meant: [String]) {
        let scan = ArgumentScan(typed.isEmpty ? [""] : typed.split(separator: " ").map(String.init))
        guard case .unknownCommand(_, _, let found) = scan.fault else { return #expect(Bool(false), "\(String(describing: scan.fault))") }
        #expect(found == meant)
    }

    static let options: [(String, [String], OptionName?)] = [
        ("--taal", [], .lang), ("--jsno", ["case", "list"], .json), ("--sahre", ["case", "add"], .share), ("-v", [], .version),
        ("--kluis", [], .vault), ("--colour", [], .color), ("--naam", ["identity", "create"], .name), ("--naam", ["case", "list"], nil),
        ("--password", [], .passphraseDescriptor), ("--zonder", ["case", "share", "1"], .without), ("--qwertyuiop", [], nil),
        ("-x", [], nil),
        ("--passphrase", ["case", "list"], .passphraseDescriptor), ("--until=2026-12-01", ["case", "list"], nil),
    ]

    @Test(arguments: options) func anOptionIsRecognised(_ typed: String, _ words: [String], _ meant: OptionName?) {
        switch ArgumentScan(words + [typed]).fault {
        case .unknownOption(_, let found): #expect(found == meant)
        case .foreignOption: #expect(meant == nil)
        case let other: #expect(Bool(false), "\(String(describing: other))")
        }
    }

    @Test func topicsOfTheHelpAreRecognised() {
        #expect(ArgumentScan(["help", "privcy"]).faultOfHelp == .unknownCommand(position: 2, under: [], meant: ["help privacy"]))
        #expect(ArgumentScan(["help", "foutcodes"]).faultOfHelp == .unknownCommand(position: 2, under: [], meant: ["help exit-codes"]))
        #expect(ArgumentScan(["help", "casus"]).faultOfHelp == .unknownCommand(position: 2, under: [], meant: ["help case"]))
        #expect(ArgumentScan(["help", "woorden"]).topic == .words && ArgumentScan(["help", "woorden"]).faultOfHelp == nil)
        #expect(ArgumentScan(["case", "nonsense", "--help"]).faultOfHelp != nil)
        #expect(ArgumentScan(["case", "add", "--nonsense", "--help"]).faultOfHelp == nil)
    }

    /// Whatever is typed, the answer is made of what is known; a long word is not looked at.
    @Test func whatWasTypedNeverComesBack() {
        let known = Set(CommandName.allCases.flatMap { [$0.rawValue, $0.words[0]] } + ["help"])
        for word in Array(Meaning.words.keys) + ["casee", "geheim", "wachtwoord123", String(repeating: "case", count: 9), "c\u{202E}ase"] {
            for rest in [[], ["list"], ["geheim"], ["", "x"]] {
                let meant = Suggestion.commands(for: [word] + rest, under: [])
                #expect(meant.count <= 3 && meant.allSatisfy(known.contains), "\(word)")
            }
        }
        #expect(Suggestion.commands(for: [String(repeating: "l", count: 21)], under: []).isEmpty)
    }

    @Test func everyMeaningLeadsSomewhere() {
        let names = Set(CommandName.allCases.flatMap(\.words) + HelpTopic.allCases.map(\.rawValue) + ["help"])
        for (word, meanings) in Meaning.words { #expect(!meanings.isEmpty && meanings.allSatisfy(names.contains), "\(word)") }
        for (word, option) in Meaning.options { #expect(OptionName.typed("--" + option, with: nil) != nil, "\(word)") }
    }

    @Test func slipsOfTheHandAreCounted() {
        #expect(Suggestion.distance("list", "list") == 0 && Suggestion.distance("lst", "list") == 1)
        #expect(Suggestion.distance("shwo", "show") == 1 && Suggestion.distance("", "add") == 3 && Suggestion.distance("add", "") == 3)
    }
}
