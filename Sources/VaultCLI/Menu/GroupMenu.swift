import VaultCore
import VaultFormat
import VaultSystem

/// The menu of one group. The vault is opened for each choice and closed before the next question, so that others can go on meanwhile.
struct GroupMenu {
    let dialogue: Dialogue
    private(set) var vault: String

    /// How one leaves it.
    enum End {
        case stopped, elsewhere
    }

    /// Shows how the group stands and what there is to do, over and over.
    mutating func run() throws -> End {
        while true {
            guard try dialogue.unlock(saying: .unlockAgain) else { return .stopped }
            let standing: GroupStanding
            do { standing = try dialogue.standing(vault) } catch let fault as Fault {
                guard let end = try afterTrouble(fault) else { continue }
                return end
            }
            try dialogue.show(StandingView(standing: standing, now: dialogue.surroundings.now(), language: dialogue.language).page)
            let choices = MenuChoice.first(standing.role, mayAccept: standing.mayAccept)
            guard
                let choice = try dialogue.choose(
                    MenuWording.whatToDo(group: standing.group), from: choices, leaving: MenuWording.stop, isFirst: true)
            else {
                return .stopped
            }
            if choice == .otherGroup { return .elsewhere }
            try follow(choice, standing)
        }
    }

    /// Where the group cannot be opened: once more, another one, or none. Nil for once more.
    private mutating func afterTrouble(_ fault: Fault) throws -> End? {
        dialogue.speaker.tell(.fault(fault))
        if fault == .io(.notFound) { try dialogue.say(MenuWording.lookedFor(vault)) }
        let choices = AfterTrouble.allCases.filter { choice in
            switch (choice, fault) {
            case (.follow, .forked), (.follow, .rolledBack): true
            case (.moved, .io(.notFound)), (.moved, .otherFile), (.moved, .rolledBack), (.moved, .forked): true
            case (.follow, _), (.moved, _), (.restore, .membershipEnded), (.again, .membershipEnded): false
            default: true
            }
        }
        switch try dialogue.choose(MenuWording.cannotOpen, from: choices, leaving: MenuWording.stop, isFirst: true) {
        case .again: return nil
        case .moved:
            if let path = try dialogue.path(MenuWording.whereNow) { vault = path }
            return nil
        case .follow:
            if let words = try dialogue.ask(MenuWording.wordsOfColleague) {
                try perform(.logTrust, [], [.init(.words, words)])
                try dialogue.waitForEnter()
            }
            return nil
        case .restore:
            if try restoreBackup() { try dialogue.waitForEnter() }
            return nil
        case .elsewhere: return .elsewhere
        case nil: return .stopped
        }
    }

    private func follow(_ choice: MenuChoice, _ standing: GroupStanding) throws {
        switch choice {
        case .cases: try readCases()
        case .writeCase:
            let written = try perform(.caseAdd)?.numbers("case").first
            try dialogue.waitForEnter()
            if let written { try withCase(written) }
        case .importCases: if try importCases() { try dialogue.waitForEnter() }
        case .search: try pick(from: try perform(.search))
        case .members: try choose(.whatWithMembers, MenuChoice.withMembers, standing)
        case .log: try choose(.whatWithLog, MenuChoice.withLog, standing)
        case .backups: try choose(.whatWithBackups, MenuChoice.withBackups(mayRestore: standing.mayAccept), standing)
        case .myKey: try choose(.whatWithKey, MenuChoice.withKey, standing)
        case .explanation:
            try dialogue.explain()
            try dialogue.waitForEnter()
        default: if try carryOut(choice, standing.role) { try dialogue.waitForEnter() }
        }
    }

    /// A list of further choices; the answer to one leads back to where one begins.
    private func choose(_ heading: MenuWording, _ choices: [MenuChoice], _ standing: GroupStanding) throws {
        if let choice = try dialogue.choose(heading, from: choices) { try follow(choice, standing) }
    }

    /// Returns whether there is something to read.
    private func carryOut(_ choice: MenuChoice, _ role: Role) throws -> Bool {
        switch choice {
        case .listMembers: try perform(.memberList)
        case .accept: return try accept()
        case .dropRequest: return try dropRequest()
        case .lastDay: return try setLastDay()
        case .rewrap: return try rewrap()
        case .remove: return try remove()
        case .leave: return try leave(role)
        case .showLog: return try showLog()
        case .verifyLog: try perform(.logVerify)
        case .headWords: try perform(.logHead)
        case .report: return try report()
        case .makeBackup: return try makeBackup()
        case .checkBackup: return try checkBackup()
        case .restoreBackup: return try restoreBackup()
        case .checkVault: try perform(.check, [], [.init(.deep)])
        case .paper: try perform(.identityPaper)
        case .passphrase: try perform(.identityPassphrase)
        case .lock:
            try dialogue.lock()
            return false
        case .cases, .writeCase, .importCases, .search, .members, .log, .backups, .myKey, .otherGroup, .explanation, .showCase, .addNote,
            .editNote, .shareCase, .addAttachment, .saveAttachment, .editCase, .caseReaders, .caseHistory, .closeCase, .withdrawCase,
            .eraseCase:
            preconditionFailure("a choice of another list")
        }
        return true
    }

    /// Carries out a command on this group's vault.
    @discardableResult
    func perform(_ command: CommandName, _ arguments: [String] = [], _ options: [Dialogue.Option] = []) throws -> Answer? {
        try dialogue.perform(command, arguments, options, vault: vault)
    }
}

/// What there is to do about a vault that does not open.
enum AfterTrouble: Sentence, CaseIterable {
    case again
    case moved
    case follow
    case restore
    case elsewhere

    var dutch: String {
        switch self {
        case .again: "Het nog eens proberen"
        case .moved: "De kluis staat ergens anders: ik zeg waar"
        case .follow: "Het logboek van een collega volgen, met de zes woorden die ik hoor"
        case .restore: "Een reservekopie terugzetten"
        case .elsewhere: "Naar een andere groep, of een groep beginnen"
        }
    }

    var english: String {
        switch self {
        case .again: "Try it once more"
        case .moved: "The vault is somewhere else: I say where"
        case .follow: "Follow the log of a colleague, with the six words that I hear"
        case .restore: "Put a backup back"
        case .elsewhere: "Go to another group, or begin one"
        }
    }
}
