/// The help for one command, for the commands under one word, or for all of them.
struct HelpPage {
    let path: [String]
    let language: Language

    /// What people read.
    var page: Page { Page(blocks) }

    private var blocks: [HelpBlock] {
        let command = CommandName(rawValue: path.joined(separator: " "))
        let options = OptionName.global.filter { $0 != .dryRun || command?.changesSomething != false }
        return (command.map { [say($0)] + Self.describe($0, in: language) } ?? overview)
            + [heading(.globalOptions)] + options.map { .term($0.spelling, meaning: $0.text(in: language)) }
            + [paragraph(.environment)]
    }

    private var overview: [HelpBlock] {
        let commands = CommandName.beginning(with: path)
        var blocks = path.isEmpty ? [paragraph(.purpose)] : []
        blocks.append(heading(.commands))
        for (index, command) in commands.enumerated() {
            // What begins with the same word stands together, and so do commands of one word.
            let (before, words) = (commands[max(0, index - 1)].words, command.words)
            if index > 0, before[0] != words[0], before.count + words.count > 2 { blocks.append(.gap) }
            blocks.append(
                .term((command.words + command.arguments.map(\.rawValue)).joined(separator: " "), meaning: command.text(in: language)))
        }
        let one = path.isEmpty ? CommandName.caseAdd : commands[0]
        blocks += [heading(.readOn), .term("kluis help \(one.rawValue)", meaning: HelpHeading.oneCommand.text(in: language))]
        guard path.isEmpty else { return blocks }
        return blocks + HelpTopic.allCases.map { .term("kluis help \($0.rawValue)", meaning: $0.text(in: language) + ".") }
    }

    private func heading(_ heading: HelpHeading) -> HelpBlock { .heading(heading.text(in: language)) }
    private func paragraph(_ heading: HelpHeading) -> HelpBlock { .paragraph(heading.text(in: language)) }
    private func say(_ command: CommandName) -> HelpBlock { .paragraph(command.text(in: language)) }
}

extension HelpPage {
    /// Everything about a command but its sentence and the options that every command has.
    static func describe(_ command: CommandName, in language: Language) -> [HelpBlock] {
        let help = command.help
        func heading(_ heading: HelpHeading) -> HelpBlock { .heading(heading.text(in: language)) }
        var blocks = [heading(.usage), .command(usage(command))]
        if !command.arguments.isEmpty {
            blocks.append(heading(.arguments))
            blocks += command.arguments.map { .term($0.rawValue, meaning: $0.text(in: language)) }
        }
        if !command.options.isEmpty {
            blocks.append(heading(.options))
            blocks += command.options.map { .term($0.spelling, meaning: $0.text(in: language)) }
        }
        blocks += paragraphs(command).map { .paragraph($0.text(in: language)) }
        blocks.append(heading(.examples))
        blocks += help.examples.map { .example($0.line, meaning: $0.text(in: language)) }
        blocks += [heading(.othersSee), .paragraph(help.trace.text(in: language)), heading(.whenItFails)]
        for status in ExitStatus.allCases {
            let codes = help.endings.filter { $0.exit == status }.map(\.rawValue)
            if !codes.isEmpty { blocks.append(.term(String(status.rawValue), meaning: codes.joined(separator: " "))) }
        }
        let more: HelpHeading = help.endings.isEmpty ? .numbersElsewhere : .otherNumbers
        blocks += [.paragraph(more.text(in: language)), heading(.seeAlso)]
        return blocks + help.seeAlso.map { .term("kluis \($0.rawValue)", meaning: $0.text(in: language)) }
    }

    /// How the command is typed; what may be left out stands between brackets.
    static func usage(_ command: CommandName) -> String {
        let options = command.options.map { command.requiredOptions.contains($0) ? $0.spelling : "[\($0.spelling)]" }
        return (["kluis"] + command.words + command.arguments.map(\.rawValue) + options).joined(separator: " ")
    }

    private static func paragraphs(_ command: CommandName) -> [HelpHeading] {
        switch command {
        case .caseAdd, .caseEdit, .noteAdd, .noteEdit: [.textForm]
        case .search: [.termForm]
        case .importFolder: [.importForm]
        case .join: [.wordsAloud]
        case .identityCreate: [.costOfNew]
        case .start: [.goesOn, .costOfNew]
        case .identityRestore: [.sheetForm, .costOfNew]
        case .identityPassphrase: [.costStays]
        case .completions: [.completionPlace]
        case .identityShow, .identityPaper, .groupCreate, .groupList, .groupShow, .memberRequests, .memberAccept, .memberList, .memberUntil,
            .memberRemove, .memberLeave, .memberRewrap, .caseList, .caseShow, .caseHistory, .caseShare, .caseWithdraw, .caseReaders,
            .caseClose, .caseErase, .noteList, .attachAdd, .attachList, .attachSave, .logShow, .logVerify, .logHead, .logTrust,
            .auditExport, .auditVerify, .auditReport, .auditLeaver, .auditExpire, .check, .backupCreate, .backupCheck, .backupRestore,
            .lock, .doctor, .demo, .man:
            []
        case .unlock: [.keptOpen]
        }
    }
}
