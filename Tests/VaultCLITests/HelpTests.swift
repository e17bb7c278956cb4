import ArgumentParser
import Foundation
import Testing

@testable import VaultCLI

/// The help: whole, in two languages, and about the commands there are.
@Suite struct HelpTests {
    @Test(arguments: CommandName.allCases, Language.allCases)
    func aCommandIsDescribed(_ command: CommandName, _ language: Language) {
        let help = HelpPage(path: command.words, language: language).page.printed(width: 80, colour: false)
        #expect(help.contains("kluis \(command.rawValue)"))
        #expect(help.contains("--dry-run") == command.changesSomething)
        for option in command.options + OptionName.global where option != .dryRun { #expect(help.contains(option.spelling)) }
        for argument in command.arguments { #expect(help.contains(argument.rawValue)) }
        #expect(help.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func theWholeListsEveryCommand() {
        for language in Language.allCases {
            let help = HelpPage(path: [], language: language).page.printed(width: nil, colour: false)
            for command in CommandName.allCases {
                #expect(help.contains(command.rawValue))
                #expect(help.contains(command.text(in: language)))
            }
        }
    }

    @Test func nothingIsLeftInTheOtherLanguage() {
        for command in CommandName.allCases {
            let dutch = HelpPage(path: command.words, language: .dutch).page.printed(width: nil, colour: false)
            for heading in HelpHeading.allCases { #expect(!dutch.contains(heading.english)) }
            for option in OptionName.allCases { #expect(!dutch.contains(option.english)) }
            #expect(!dutch.contains("USAGE") && !dutch.contains("OPTIONS"))
            #expect(command.dutch != command.english)
        }
    }

    /// Our table of commands against what the parser says of itself.
    @Test func theTableIsWhatTheParserKnows() throws {
        let dump = try JSONDecoder().decode(Dump.self, from: Data(Kluis._dumpHelp().utf8))
        var known: Set<String> = []
        for group in dump.command.subcommands ?? [] {
            for leaf in group.subcommands ?? [group] where leaf.commandName != "help" {
                let words = (leaf.commandName == group.commandName ? [] : [group.commandName]) + [leaf.commandName]
                let command = try #require(CommandName(rawValue: words.joined(separator: " ")))
                known.insert(command.rawValue)
                expectSame(command, leaf.arguments ?? [])
            }
        }
        #expect(known == Set(CommandName.allCases.map(\.rawValue)))
    }

    private func expectSame(_ command: CommandName, _ arguments: [Dump.Argument]) {
        let options = arguments.filter { $0.kind != "positional" }.flatMap { $0.names ?? [] }.map { "--" + $0.name }
        let ours = command.options + OptionName.global.filter { $0 != .help && $0 != .version }
        #expect(Set(options) == Set(ours.map(\.typed)))
        for argument in arguments {
            guard let name = argument.names?.first, let option = OptionName.typed("--" + name.name, with: command) else { continue }
            #expect((argument.kind == "option") == (option.value.placeholder != nil))
            #expect(!argument.isOptional == command.requiredOptions.contains(option) || argument.defaultValue != nil)
        }
        #expect(arguments.filter { $0.kind == "positional" }.count == command.arguments.count)
    }

    private struct Dump: Decodable {
        let command: Command

        struct Command: Decodable {
            let commandName: String
            let subcommands: [Command]?
            let arguments: [Argument]?
        }

        struct Argument: Decodable {
            let kind: String
            let isOptional: Bool
            let names: [Name]?
            let defaultValue: String?
        }

        struct Name: Decodable { let name: String }
    }
}
