/// The help for one command, for the commands under one word, or for all of them.
struct HelpPage {
    let path: [String]
    let language: Language

    private static let column = 27

    /// What people read.
    var page: Page {
        var page = Page()
        let command = CommandName(rawValue: path.joined(separator: " "))
        if let command {
            describe(command, on: &page)
        } else {
            listCommands(on: &page)
        }
        page.space()
        page.add(HelpHeading.globalOptions.text(in: language), .strong)
        for option in OptionName.global where option != .dryRun || command?.changesSomething != false {
            page.add(term: option.spelling, option.text(in: language), column: Self.column)
        }
        page.space()
        page.add(HelpHeading.environment.text(in: language))
        return page
    }

    private func listCommands(on page: inout Page) {
        page.add(HelpHeading.purpose.text(in: language))
        page.space()
        page.add(HelpHeading.commands.text(in: language), .strong)
        for command in CommandName.beginning(with: path) {
            let term = (command.words + command.arguments.map(\.rawValue)).joined(separator: " ")
            page.add(term: term, command.text(in: language), column: Self.column)
        }
    }

    private func describe(_ command: CommandName, on page: inout Page) {
        page.add(command.text(in: language))
        page.space()
        page.add(HelpHeading.usage.text(in: language), .strong)
        page.add(usage(command), indent: 2, hang: 2)
        if !command.arguments.isEmpty {
            page.space()
            page.add(HelpHeading.arguments.text(in: language), .strong)
            for argument in command.arguments {
                page.add(term: argument.rawValue, argument.text(in: language), column: Self.column)
            }
        }
        if !command.options.isEmpty {
            page.space()
            page.add(HelpHeading.options.text(in: language), .strong)
            for option in command.options { page.add(term: option.spelling, option.text(in: language), column: Self.column) }
        }
        for paragraph in paragraphs(command) {
            page.space()
            page.add(paragraph.text(in: language))
        }
    }

    private func usage(_ command: CommandName) -> String {
        let options = command.options.map { command.requiredOptions.contains($0) ? $0.spelling : "[\($0.spelling)]" }
        return (["kluis"] + command.words + command.arguments.map(\.rawValue) + options).joined(separator: " ")
    }

    private func paragraphs(_ command: CommandName) -> [HelpHeading] {
        switch command {
        case .caseAdd, .caseEdit, .noteAdd, .noteEdit: [.textForm, .logged]
        case .groupCreate, .memberAccept, .memberUntil, .memberRemove, .memberLeave, .memberRewrap, .caseList, .caseShow, .caseHistory,
            .caseShare,
            .caseWithdraw, .caseReaders, .caseClose, .caseErase, .noteList, .attachAdd, .attachList, .attachSave, .logShow, .logVerify,
            .logTrust, .auditExport, .auditReport, .auditLeaver, .auditExpire,
            .backupCreate, .backupRestore:
            [.logged]
        case .search: [.termForm, .logged]
        case .importFolder: [.importForm, .logged]
        case .join: [.wordsAloud]
        case .identityCreate: [.costOfNew]
        case .start: [.goesOn, .costOfNew]
        case .identityRestore: [.sheetForm, .costOfNew]
        case .identityPassphrase: [.costStays]
        case .identityShow, .identityPaper, .groupList, .groupShow, .memberRequests, .memberList, .logHead, .auditVerify, .check,
            .backupCheck,
            .demo:
            []
        }
    }
}
