/// What the help tells of a command beside its sentence, its arguments and its options.
struct CommandHelp {
    /// Command lines that work, each with what it does.
    let examples: [HelpExample]
    /// What others see of it.
    let trace: LogTrace
    /// The errors that belong to this command more than to any other, in the order of their numbers.
    let endings: [ErrorCode]
    /// Where to read on.
    let seeAlso: [CommandName]

    init(_ examples: HelpExample..., trace: LogTrace, endings: [ErrorCode] = [], seeAlso: CommandName...) {
        self.examples = examples
        self.trace = trace
        self.endings = endings
        self.seeAlso = seeAlso
    }
}

/// A command line that works, and what it does.
struct HelpExample: Sentence {
    /// As it is typed, `kluis` included.
    let line: String
    let dutch: String
    let english: String

    init(_ line: String, _ dutch: String, _ english: String) {
        self.line = line
        self.dutch = dutch
        self.english = english
    }
}

extension CommandName {
    /// What the help tells of it. Here the compiler asks for the help of a command that is new.
    var help: CommandHelp {
        switch self {
        case .start: .start
        case .identityCreate: .identityCreate
        case .identityShow: .identityShow
        case .identityPassphrase: .identityPassphrase
        case .identityPaper: .identityPaper
        case .identityRestore: .identityRestore
        case .groupCreate: .groupCreate
        case .groupList: .groupList
        case .groupShow: .groupShow
        case .join: .join
        case .memberRequests: .memberRequests
        case .memberAccept: .memberAccept
        case .memberList: .memberList
        case .memberUntil: .memberUntil
        case .memberRemove: .memberRemove
        case .memberLeave: .memberLeave
        case .memberRewrap: .memberRewrap
        case .caseAdd: .caseAdd
        case .caseList: .caseList
        case .caseShow: .caseShow
        case .caseEdit: .caseEdit
        case .caseHistory: .caseHistory
        case .caseShare: .caseShare
        case .caseWithdraw: .caseWithdraw
        case .caseReaders: .caseReaders
        case .caseClose: .caseClose
        case .caseErase: .caseErase
        case .noteAdd: .noteAdd
        case .noteList: .noteList
        case .noteEdit: .noteEdit
        case .attachAdd: .attachAdd
        case .attachList: .attachList
        case .attachSave: .attachSave
        case .search: .search
        case .importFolder: .importFolder
        case .logShow: .logShow
        case .logVerify: .logVerify
        case .logHead: .logHead
        case .logTrust: .logTrust
        case .auditExport: .auditExport
        case .auditVerify: .auditVerify
        case .auditReport: .auditReport
        case .auditLeaver: .auditLeaver
        case .auditExpire: .auditExpire
        case .check: .check
        case .backupCreate: .backupCreate
        case .backupCheck: .backupCheck
        case .backupRestore: .backupRestore
        case .unlock: .unlock
        case .lock: .lock
        case .doctor: .doctor
        case .demo: .demo
        case .completions: .completions
        case .man: .man
        }
    }
}
