import VaultCore
import VaultFormat
import VaultSystem

/// What there is to do with the log and with backups.
extension GroupMenu {
    /// How many lines of the log are a look at what is new.
    private static let newest = 30

    /// The newest lines, all of them, or those about one case.
    func showLog() throws -> Bool {
        switch try dialogue.choose(MenuWording.whichLines, from: LogChoice.allCases) {
        case .newest: try perform(.logShow, [], [.init(.limit, String(Self.newest))])
        case .all: try perform(.logShow)
        case .ofCase:
            var number: Int?
            while number == nil {
                guard let typed = try dialogue.ask(MenuWording.whichCase) else { return false }
                number = Int(typed.strippedOfDot).flatMap { $0 > 0 ? $0 : nil }
                if number == nil { try dialogue.say(MenuWording.noSuchNumber) }
            }
            guard let number else { return false }
            try perform(.logShow, [], [.init(.onlyCase, String(number))])
        case nil: return false
        }
        return true
    }

    /// On the screen, or also as a page to print.
    func report() throws -> Bool {
        switch try dialogue.choose(MenuWording.reportWhere, from: ReportChoice.allCases) {
        case .screen: try perform(.auditReport)
        case .file:
            guard let path = try dialogue.path(MenuWording.reportFile) else { return false }
            try perform(.auditReport, [], [.init(.reportOut, FilePlace.file("kluis.html", at: path))])
        case nil: return false
        }
        return true
    }

    /// Proposes a place, and makes it.
    func makeBackup() throws -> Bool {
        let name = MenuWording.backupName(Moment(dialogue.surroundings.now()).day).text(in: dialogue.language)
        let proposal = FilePlace.proposedBackup(name, Environment.value)
        let typed = try dialogue.line(MenuWording.whereBackup(proposal: proposal))
        if typed == "0" { return false }
        let path = typed.map { FilePlace.expanded($0, Environment.value) } ?? proposal
        try perform(.backupCreate, [FilePlace.file(name + ".kluis", at: path)])
        return true
    }

    /// Asks which, and puts it back; the command says what comes back and what does not, and asks for the group's name.
    func restoreBackup() throws -> Bool {
        guard let path = try dialogue.path(MenuWording.whichBackup) else { return false }
        try perform(.backupRestore, [path])
        return true
    }

    /// Asks which, and looks at it.
    func checkBackup() throws -> Bool {
        guard let path = try dialogue.path(MenuWording.whichBackup) else { return false }
        try perform(.backupCheck, [path])
        return true
    }
}

/// How much of the log.
enum LogChoice: Sentence, CaseIterable {
    case newest
    case all
    case ofCase

    var dutch: String {
        switch self {
        case .newest: "De nieuwste 30 regels"
        case .all: "Alles"
        case .ofCase: "Alles over één casus"
        }
    }

    var english: String {
        switch self {
        case .newest: "The newest 30 entries"
        case .all: "All of it"
        case .ofCase: "All about one case"
        }
    }
}

/// Where a report goes.
enum ReportChoice: Sentence, CaseIterable {
    case screen
    case file

    var dutch: String {
        switch self {
        case .screen: "Kort, op het scherm"
        case .file: "Helemaal, als pagina in een bestand"
        }
    }

    var english: String {
        switch self {
        case .screen: "Short, on the screen"
        case .file: "All of it, as a page in a file"
        }
    }
}
