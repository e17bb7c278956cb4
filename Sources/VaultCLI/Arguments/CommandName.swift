/// Every command, spelled as it is typed. The order of the cases is the order of the help.
enum CommandName: String, CaseIterable {
    case start
    case identityCreate = "identity create"
    case identityShow = "identity show"
    case identityPassphrase = "identity passphrase"
    case identityPaper = "identity paper"
    case identityRestore = "identity restore"
    case groupCreate = "group create"
    case groupList = "group list"
    case groupShow = "group show"
    case join
    case memberRequests = "member requests"
    case memberAccept = "member accept"
    case memberList = "member list"
    case memberUntil = "member until"
    case memberRemove = "member remove"
    case memberLeave = "member leave"
    case memberRewrap = "member rewrap"
    case caseAdd = "case add"
    case caseList = "case list"
    case caseShow = "case show"
    case caseEdit = "case edit"
    case caseHistory = "case history"
    case caseShare = "case share"
    case caseWithdraw = "case withdraw"
    case caseReaders = "case readers"
    case caseClose = "case close"
    case caseErase = "case erase"
    case noteAdd = "note add"
    case noteList = "note list"
    case noteEdit = "note edit"
    case attachAdd = "attach add"
    case attachList = "attach list"
    case attachSave = "attach save"
    case search
    case importFolder = "import"
    case logShow = "log show"
    case logVerify = "log verify"
    case logHead = "log head"
    case logTrust = "log trust"
    case auditExport = "audit export"
    case auditVerify = "audit verify"
    case auditReport = "audit report"
    case auditLeaver = "audit leaver"
    case auditExpire = "audit expire"
    case check
    case backupCreate = "backup create"
    case backupCheck = "backup check"
    case backupRestore = "backup restore"
    case unlock
    case lock
    case doctor
    case demo
    case completions
    case man

    /// The words that are typed, one or two.
    var words: [String] { rawValue.split(separator: " ").map(String.init) }

    /// The arguments that must follow, in their order.
    var arguments: [Placeholder] {
        switch self {
        case .caseShow, .caseEdit, .caseHistory, .caseShare, .caseWithdraw, .caseReaders, .caseClose, .caseErase, .noteAdd,
            .noteList, .attachList:
            [.caseNumber]
        case .memberAccept: [.request]
        case .memberUntil: [.member, .date]
        case .memberRemove, .memberRewrap, .auditLeaver: [.member]
        case .noteEdit: [.caseNumber, .noteNumber]
        case .importFolder: [.folder]
        case .attachAdd: [.caseNumber, .file]
        case .attachSave: [.caseNumber, .attachmentNumber]
        case .auditVerify: [.folder]
        case .backupCreate, .backupCheck, .backupRestore: [.file]
        case .completions: [.shell]
        case .start, .identityCreate, .identityShow, .identityPassphrase, .identityPaper, .identityRestore, .groupCreate, .groupList,
            .groupShow,
            .join, .memberRequests, .memberList, .memberLeave, .caseAdd, .caseList, .search, .logShow, .logVerify, .logHead, .logTrust,
            .auditExport, .auditReport, .auditExpire, .check,
            .unlock, .lock, .doctor, .demo, .man:
            []
        }
    }

    /// The options this command has beside the global ones.
    var options: [OptionName] {
        switch self {
        case .identityCreate, .identityRestore: [.name, .kdf]
        case .start, .identityPassphrase: [.kdf]
        case .groupCreate: [.name, .shared, .logRetention]
        case .join: [.out, .asNew]
        case .memberRequests: [.input, .drop]
        case .memberAccept: [.name, .words, .role, .until, .history, .readsFrom, .replaces]
        case .memberLeave: [.withdrawMine]
        case .caseShare: [.pitchOnly, .without]
        case .caseAdd: [.share, .editor]
        case .importFolder: [.share]
        case .caseEdit, .noteAdd, .noteEdit: [.editor]
        case .logShow: [.onlyCase, .from, .limit]
        case .logTrust: [.words]
        case .auditExport: [.newFolder, .proof, .withEvents]
        case .auditVerify: [.headWords, .since]
        case .attachSave: [.to]
        case .check: [.deep, .salvage]
        case .unlock: [.idle]
        case .auditReport:
            [.fromDay, .toDay, .reportOut, .format, .names, .pseudonyms, .casesAnHour, .usualHours, .closedDays, .meetingHours]
        case .identityShow, .identityPaper, .groupList, .groupShow, .memberList, .memberUntil, .memberRemove, .memberRewrap, .caseList,
            .caseShow,
            .caseHistory, .caseWithdraw, .caseReaders, .caseClose, .caseErase, .noteList, .attachAdd, .attachList, .search, .logVerify,
            .logHead, .auditLeaver, .auditExpire, .backupCreate, .backupCheck, .backupRestore, .lock,
            .doctor, .demo,
            .completions, .man:
            []
        }
    }

    /// The options without which the command has no meaning.
    var requiredOptions: [OptionName] {
        switch self {
        case .identityCreate, .identityRestore, .groupCreate, .memberAccept: [.name]
        case .attachSave: [.to]
        case .auditExport: [.newFolder]
        case .logTrust: [.words]
        default: []
        }
    }

    /// Whether the command changes something, so that `--dry-run` makes sense. Reading is no change, though it is logged; what would be
    /// saved could only be said after a look that is logged.
    var changesSomething: Bool {
        switch self {
        case .logTrust, .identityCreate, .identityPassphrase, .identityRestore, .groupCreate, .join, .memberRequests, .memberAccept,
            .memberUntil,
            .memberRemove, .memberLeave, .memberRewrap, .caseAdd, .caseEdit, .caseShare, .caseWithdraw, .caseClose, .caseErase, .noteAdd,
            .noteEdit,
            .attachAdd, .importFolder, .auditExport, .auditExpire, .backupCreate, .backupRestore:
            true
        case .start, .identityShow, .identityPaper, .groupList, .groupShow, .memberList, .caseList, .caseShow, .caseHistory, .caseReaders,
            .noteList, .attachList, .attachSave, .search, .logShow, .logVerify, .logHead, .auditVerify, .auditReport, .auditLeaver, .check,
            .backupCheck,
            .unlock, .lock, .doctor, .demo, .completions, .man:
            false
        }
    }

    /// The commands whose words begin with these; all of them for an empty path.
    static func beginning(with path: [String]) -> [CommandName] {
        allCases.filter { $0.words.starts(with: path) }
    }
}

/// An argument by place, spelled as the help shows it.
enum Placeholder: String {
    /// A case's number in the group.
    case caseNumber = "CASE"
    /// A note's number in its case.
    case noteNumber = "NOTE"
    /// An attachment's number in its case.
    case attachmentNumber = "ATTACHMENT"
    /// A file.
    case file = "FILE"
    /// A folder.
    case folder = "DIR"
    /// The number of somebody's request to become a member.
    case request = "REQUEST"
    /// A member's number or name.
    case member = "MEMBER"
    /// A day.
    case date = "DATE"
    /// A shell whose commands are completed.
    case shell = "SHELL"

    /// Whether `text` can stand there. A name may be anybody's, and whether a date is one is no matter of shape.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .caseNumber, .noteNumber, .attachmentNumber, .request: Int(text).map { $0 >= 1 } ?? false
        case .file, .folder: !text.isEmpty
        case .shell: Shell(rawValue: text) != nil
        case .member, .date: true
        }
    }
}
