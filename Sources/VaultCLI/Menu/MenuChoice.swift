import VaultFormat

/// Something that can be chosen. Each stands for one command, for a few after one another, or for a list of further choices.
enum MenuChoice: CaseIterable {
    // What one begins with.
    case cases
    case writeCase
    case importCases
    case search
    case members
    case log
    case backups
    case myKey
    case otherGroup
    case explanation
    // With one case.
    case showCase
    case addNote
    case editNote
    case shareCase
    case addAttachment
    case saveAttachment
    case editCase
    case caseReaders
    case caseHistory
    case closeCase
    case withdrawCase
    case eraseCase
    // With the members.
    case listMembers
    case accept
    case dropRequest
    case lastDay
    case rewrap
    case remove
    case leave
    // With the log.
    case showLog
    case verifyLog
    case headWords
    case report
    // With backups.
    case makeBackup
    case checkBackup
    case restoreBackup
    case checkVault
    // With one's own key.
    case paper
    case passphrase
    case lock

    /// What a person with this role in the group can begin with. Whoever may not accept finds no list that is about that.
    static func first(_ role: Role, mayAccept: Bool) -> [MenuChoice] {
        if role == .auditor { return [.log, .listMembers, .checkVault, .myKey, .otherGroup, .explanation, .leave] }
        return [
            .cases, .writeCase, .importCases, .search, mayAccept ? .members : .listMembers, .log, .backups, .myKey, .otherGroup,
            .explanation,
        ] + (mayAccept ? [] : [.leave])
    }

    /// What there is to do with one case. What is there only sometimes comes last: the numbers of the others stay the same.
    static func withCase(isMine: Bool, mayEnd: Bool, hasNotesOfMine: Bool) -> [MenuChoice] {
        [.showCase, .addNote, .addAttachment, .saveAttachment, .caseReaders, .caseHistory]
            + (isMine ? [.shareCase, .editCase, .withdrawCase] : []) + (mayEnd ? [.closeCase, .eraseCase] : [])
            + (hasNotesOfMine ? [.editNote] : [])
    }

    /// What there is to do with the members, for those who may accept somebody.
    static let withMembers: [MenuChoice] = [.listMembers, .accept, .dropRequest, .lastDay, .rewrap, .remove, .leave]

    /// What there is to do with the log.
    static let withLog: [MenuChoice] = [.showLog, .report, .verifyLog, .headWords]

    /// What there is to do with backups. Putting one back is for those who may accept somebody, too.
    static func withBackups(mayRestore: Bool) -> [MenuChoice] {
        [.makeBackup, .checkBackup, .checkVault] + (mayRestore ? [.restoreBackup] : [])
    }

    /// What there is to do with one's own key.
    static let withKey: [MenuChoice] = [.paper, .passphrase, .lock]
}

extension MenuChoice: Sentence {
    var dutch: String {
        switch self {
        case .cases: "Casussen lezen, en er iets mee doen"
        case .writeCase: "Een casus schrijven"
        case .importCases: "Casussen overnemen uit een map met teksten"
        case .search: "Zoeken in casussen en notities"
        case .members: "De groep: wie erbij hoort, iemand toelaten of weghalen"
        case .log: "Het logboek: wie wat heeft bekeken"
        case .backups: "Reservekopie, en nakijken of alles heel is"
        case .myKey: "Mijn sleutel: op papier, andere wachtzin, op slot doen"
        case .otherGroup: "Naar een andere groep, of een groep beginnen"
        case .explanation: "Uitleg"
        case .showCase: "Deze casus lezen"
        case .addNote: "Een notitie erbij schrijven"
        case .editNote: "Een notitie van mij veranderen"
        case .shareCase: "Deze casus delen"
        case .addAttachment: "Een bestand erbij doen"
        case .saveAttachment: "Een bijlage bewaren als bestand"
        case .editCase: "De tekst veranderen"
        case .caseReaders: "Zien wie deze casus las"
        case .caseHistory: "Zien welke versies er waren"
        case .closeCase: "Deze casus afsluiten"
        case .withdrawCase: "Deze casus terugtrekken: alleen ik kan hem dan openen"
        case .eraseCase: "Deze casus wissen, met alles wat erbij staat"
        case .listMembers: "Zien wie er bij de groep horen"
        case .accept: "Iemand toelaten die dat heeft gevraagd"
        case .dropRequest: "Een verzoek weggooien"
        case .lastDay: "Opschrijven wat iemands laatste dag is"
        case .rewrap: "Iemand helpen bij wie de sleutels niet aankwamen"
        case .remove: "Iemand uit de groep halen"
        case .leave: "Zelf weggaan uit deze groep"
        case .showLog: "Zien wie wat deed en bekeek"
        case .verifyLog: "Narekenen of het hele logboek klopt"
        case .headWords: "Zes woorden om jullie logboeken te vergelijken"
        case .report: "Een verslag: wie er keek, en wat niet verklaard is"
        case .makeBackup: "Een reservekopie maken"
        case .checkBackup: "Kijken wat een reservekopie nog terug zou brengen"
        case .restoreBackup: "Een reservekopie terugzetten"
        case .checkVault: "Nakijken of alles in de kluis heel is"
        case .paper: "Mijn sleutel in woorden, om op papier te bewaren"
        case .passphrase: "Een andere wachtzin kiezen"
        case .lock: "Mijn sleutel nu op slot doen"
        }
    }

    var english: String {
        switch self {
        case .cases: "Read cases, and do something with them"
        case .writeCase: "Write a case"
        case .importCases: "Take over cases from a folder of texts"
        case .search: "Search in cases and notes"
        case .members: "The group: who is in it, accept or remove somebody"
        case .log: "The log: who looked at what"
        case .backups: "Backup, and look whether everything is whole"
        case .myKey: "My key: on paper, another passphrase, lock it"
        case .otherGroup: "Go to another group, or begin one"
        case .explanation: "Explanation"
        case .showCase: "Read this case"
        case .addNote: "Write a note on it"
        case .editNote: "Change a note of mine"
        case .shareCase: "Share this case"
        case .addAttachment: "Add a file to it"
        case .saveAttachment: "Save an attachment as a file"
        case .editCase: "Change the text"
        case .caseReaders: "See who read this case"
        case .caseHistory: "See which versions there were"
        case .closeCase: "Close this case"
        case .withdrawCase: "Withdraw this case: only I can open it then"
        case .eraseCase: "Erase this case, with all that stands beside it"
        case .listMembers: "See who are in the group"
        case .accept: "Accept somebody who asked for it"
        case .dropRequest: "Drop a request"
        case .lastDay: "Write down what somebody's last day is"
        case .rewrap: "Help somebody whom the keys did not reach"
        case .remove: "Remove somebody from the group"
        case .leave: "Leave this group myself"
        case .showLog: "See who did and looked at what"
        case .verifyLog: "Verify that the whole log is right"
        case .headWords: "Six words to compare your logs with"
        case .report: "A report: who looked, and what is unexplained"
        case .makeBackup: "Make a backup"
        case .checkBackup: "Look what a backup would still bring back"
        case .restoreBackup: "Put a backup back"
        case .checkVault: "Look whether everything in the vault is whole"
        case .paper: "My key in words, to keep on paper"
        case .passphrase: "Choose another passphrase"
        case .lock: "Lock my key now"
        }
    }
}
