import ArgumentParser
import Foundation
import Testing
import VaultTestkit

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

    @Test(arguments: CommandName.allCases, Language.allCases)
    func aCommandHasEveryPart(_ command: CommandName, _ language: Language) throws {
        let blocks = HelpPage.describe(command, in: language)
        for heading in [HelpHeading.usage, .examples, .othersSee, .whenItFails, .seeAlso] {
            #expect(blocks.contains(.heading(heading.text(in: language))), "\(heading)")
        }
        let help = command.help
        #expect(!help.examples.isEmpty && !help.seeAlso.isEmpty && !help.seeAlso.contains(command))
        #expect(blocks.contains(.paragraph(help.trace.text(in: language))))
        #expect(Set(help.endings).count == help.endings.count && help.seeAlso.count <= 4)
        for block in blocks {
            switch block {
            case .example(_, let text), .term(_, let text), .paragraph(let text): expectSentence(text, block)
            default: break
            }
        }
    }

    private func expectSentence(_ text: String, _ block: HelpBlock) {
        // Codes stand by themselves.
        guard !text.split(separator: " ").allSatisfy({ ErrorCode(rawValue: String($0)) != nil }) else { return }
        #expect(text.last == "." && text.first?.isUppercase == true || text.hasPrefix("'kluis"), "\(block)")
    }

    /// Every line that the help shows as an example can be typed: the parser takes what stands before a pipe or a redirection.
    @Test(arguments: CommandName.allCases) func examplesAreTakenByTheParser(_ command: CommandName) throws {
        for example in command.help.examples {
            let typed = example.line.prefix { !"<>|".contains($0) }.trimmingCharacters(in: .whitespaces)
            let steps = try Transcript("$ " + typed).steps
            guard case .exchange(let exchange) = steps.first else { throw TestFailure() }
            let scan = ArgumentScan(exchange.arguments)
            #expect(scan.command == command)
            _ = try Program.parsed(exchange.arguments, scan)
            #expect(example.dutch != example.english)
        }
    }

    /// What changes something leaves a trace, or says why not; what leaves none is known by name.
    @Test func tracesAreThoseOfTheContract() {
        let silent: Set<CommandName> = [
            .identityCreate, .identityShow, .identityPassphrase, .identityPaper, .identityRestore, .unlock, .lock, .doctor, .groupList,
            .groupShow, .memberList, .logHead, .auditVerify, .check, .backupCheck, .demo, .completions, .man,
        ]
        #expect(Set(CommandName.allCases.filter { $0.help.trace == .nothing || $0.help.trace == .nothingOfYours }) == silent)
        #expect(Set(CommandName.allCases.map(\.help.trace)) == Set(LogTrace.allCases))
    }

    @Test(arguments: HelpTopic.allCases, Language.allCases)
    func aTopicIsWholeInBothLanguages(_ topic: HelpTopic, _ language: Language) {
        let blocks = topic.blocks(in: language)
        let page = Page(blocks).printed(width: 80, colour: false)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 })
        let other = Page(topic.blocks(in: language == .dutch ? .english : .dutch)).printed(width: 80, colour: false)
        #expect(Set(page.split(separator: "\n")).intersection(Set(other.split(separator: "\n"))).allSatisfy { !$0.contains(". ") })
        for case .paragraph(let text) in blocks { expectSentence(text, .paragraph(text)) }
        #expect(HelpTopic(typed: topic.rawValue) == topic)
    }

    @Test func theTopicOfTheNumbersHasThemAll() {
        let page = Page(HelpTopic.exitCodes.blocks(in: .english)).printed(width: nil, colour: false)
        for code in ErrorCode.allCases { #expect(page.contains(code.rawValue)) }
        for status in ExitStatus.allCases { #expect(page.contains("\n  \(status.rawValue) ")) }
    }

    @Test func everyFactIsToldOnce() {
        #expect(PrivacySection.allCases.flatMap(\.facts) == PrivacyFact.allCases)
        for entry in GlossaryEntry.allCases {
            #expect(entry.dutch.last == "." && entry.english.last == "." && entry.dutch != entry.english)
        }
    }

    /// On a screen that is half as wide too, with room for what is read and no second column of a few letters.
    @Test(arguments: [40, 80], Language.allCases) func everyPageFits(_ width: Int, _ language: Language) {
        let pages =
            CommandName.allCases.map { HelpPage(path: $0.words, language: language).page } + [HelpPage(path: [], language: language).page]
            + HelpTopic.allCases.map { Page($0.blocks(in: language)) }
        for page in pages {
            for line in page.printed(width: width, colour: false).split(separator: "\n") where line.count > width {
                // A path, or a choice, is one word.
                #expect(line.split(separator: " ").contains { $0.count > width - 8 }, "\(line)")
            }
        }
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
