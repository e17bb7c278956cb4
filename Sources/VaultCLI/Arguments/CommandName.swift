/// Every command, spelled as it is typed. The order of the cases is the order of the help.
enum CommandName: String, CaseIterable {
    case identityCreate = "identity create"
    case identityShow = "identity show"
    case identityPassphrase = "identity passphrase"
    case groupCreate = "group create"
    case groupList = "group list"
    case groupShow = "group show"
    case caseAdd = "case add"
    case caseList = "case list"
    case caseShow = "case show"
    case caseEdit = "case edit"
    case caseHistory = "case history"
    case caseClose = "case close"
    case noteAdd = "note add"
    case noteList = "note list"
    case noteEdit = "note edit"
    case logShow = "log show"
    case logVerify = "log verify"
    case logHead = "log head"
    case check
    case demo

    /// The words that are typed, one or two.
    var words: [String] { rawValue.split(separator: " ").map(String.init) }

    /// The arguments that must follow, in their order.
    var arguments: [Placeholder] {
        switch self {
        case .caseShow, .caseEdit, .caseHistory, .caseClose, .noteAdd, .noteList: [.caseNumber]
        case .noteEdit: [.caseNumber, .noteNumber]
        case .identityCreate, .identityShow, .identityPassphrase, .groupCreate, .groupList, .groupShow, .caseAdd, .caseList,
            .logShow, .logVerify, .logHead, .check, .demo:
            []
        }
    }

    /// The options this command has beside the global ones.
    var options: [OptionName] {
        switch self {
        case .identityCreate: [.name, .kdf]
        case .identityPassphrase: [.kdf]
        case .groupCreate: [.name, .shared, .logRetention]
        case .caseAdd: [.share]
        case .logShow: [.onlyCase, .from, .limit]
        case .check: [.deep]
        case .identityShow, .groupList, .groupShow, .caseList, .caseShow, .caseEdit, .caseHistory, .caseClose, .noteAdd,
            .noteList, .noteEdit, .logVerify, .logHead, .demo:
            []
        }
    }

    /// The options without which the command has no meaning.
    var requiredOptions: [OptionName] {
        switch self {
        case .identityCreate, .groupCreate: [.name]
        default: []
        }
    }

    /// Whether the command changes something, so that `--dry-run` makes sense. Reading is no change, though it is logged.
    var changesSomething: Bool {
        switch self {
        case .identityCreate, .identityPassphrase, .groupCreate, .caseAdd, .caseEdit, .caseClose, .noteAdd, .noteEdit: true
        case .identityShow, .groupList, .groupShow, .caseList, .caseShow, .caseHistory, .noteList, .logShow, .logVerify,
            .logHead, .check, .demo:
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
}
