import VaultCore
import VaultFormat
import VaultSystem

/// Every option, spelled as it is typed. The order of the cases is the order of the help.
enum OptionName: String, CaseIterable {
    // Of one or a few commands.
    case name = "--name"
    case kdf = "--kdf"
    case shared = "--shared"
    case logRetention = "--log-retention"
    case share = "--share"
    case onlyCase = "--case"
    case from = "--from"
    case limit = "--limit"
    case deep = "--deep"
    case salvage = "--salvage"
    case out = "--out"
    case asNew = "--new"
    case input = "--in"
    case drop = "--drop"
    case words = "--words"
    case role = "--role"
    case until = "--until"
    case history = "--history"
    /// Typed as `--from` is; which of the two is meant, the command says.
    case readsFrom = "--from DATE"
    case replaces = "--replaces"
    case withdrawMine = "--withdraw-mine"
    case pitchOnly = "--pitch-only"
    case without = "--without"
    case to = "--to"
    // Of `audit report`; three are typed as others are.
    case fromDay = "--from DAY"
    case toDay = "--to DAY"
    case reportOut = "--out FILE"
    case format = "--format"
    case names = "--names"
    case pseudonyms = "--pseudonyms"
    case casesAnHour = "--cases-an-hour"
    case usualHours = "--usual-hours"
    case closedDays = "--closed-days"
    case meetingHours = "--meeting-hours"
    /// Typed as `--to` is.
    case newFolder = "--to NEW"
    case proof = "--proof"
    case withEvents = "--with-events"
    /// Typed as `--words` is.
    case headWords = "--words HEAD"
    case since = "--since"
    case idle = "--for"
    case editor = "--editor"
    // Of every command.
    case vault = "--vault"
    case home = "--home"
    case json = "--json"
    case lang = "--lang"
    case passphraseDescriptor = "--passphrase-fd"
    case noInput = "--no-input"
    case yes = "--yes"
    case dryRun = "--dry-run"
    case quiet = "--quiet"
    case color = "--color"
    case version = "--version"
    case help = "--help"

    /// How it is typed.
    var typed: String { String(rawValue.prefix { $0 != " " }) }

    /// The option that is typed so, with that command where it is known.
    static func typed(_ text: String, with command: CommandName?) -> OptionName? {
        let fitting = allCases.filter { $0.typed == text }
        return fitting.first { command?.options.contains($0) == true } ?? fitting.first
    }

    /// Accepted before, between and after the words of every command.
    static let global: [OptionName] = [
        .vault, .home, .json, .lang, .passphraseDescriptor, .noInput, .yes, .dryRun, .quiet, .color, .version, .help,
    ]

    /// What has to follow the option.
    var value: OptionValue {
        switch self {
        case .name: .text(placeholder: "NAME")
        case .kdf: .choice(KDFChoice.allCases.map(\.rawValue))
        case .logRetention: .number(placeholder: "YEARS", Limits.retentionYears)
        case .onlyCase: .number(placeholder: "CASE", 1...Int.max)
        case .from, .proof: .number(placeholder: "INDEX", 0...Int.max)
        case .limit: .number(placeholder: "N", 1...Int.max)
        case .out, .input, .salvage, .since: .path(placeholder: "FILE")
        case .drop: .number(placeholder: "REQUEST", 1...Int.max)
        case .words, .headWords: .text(placeholder: "WORDS")
        case .role: .choice(Role.allCases.map(\.rawValue))
        case .until, .readsFrom: .text(placeholder: "DATE")
        case .history: .choice(History.allCases.map(\.rawValue))
        case .replaces, .without: .text(placeholder: "MEMBER")
        case .fromDay, .toDay: .text(placeholder: "DATE")
        case .reportOut: .path(placeholder: "FILE")
        case .format: .choice(ReportFormat.allCases.map(\.rawValue))
        case .casesAnHour, .closedDays, .meetingHours: .number(placeholder: "N", 1...100_000)
        case .usualHours: .hours
        case .editor: .choice(OutsideEditor.allCases.map(\.rawValue))
        case .idle: .idle
        case .vault: .path(placeholder: "FILE")
        case .home, .to, .newFolder: .path(placeholder: "DIR")
        case .lang: .choice(Language.allCases.map(\.rawValue))
        case .passphraseDescriptor: .number(placeholder: "N", 0...Int(Int32.max))
        case .color: .choice(ColourChoice.allCases.map(\.rawValue))
        case .shared, .share, .deep, .asNew, .withdrawMine, .pitchOnly, .names, .pseudonyms, .withEvents, .json, .noInput, .yes,
            .dryRun, .quiet, .version, .help:
            .none
        }
    }
}

/// What follows an option.
enum OptionValue {
    /// Nothing: the option is a switch.
    case none
    /// Any text, empty too: whether it will do is not for the command line to say.
    case text(placeholder: String)
    /// A path, not empty.
    case path(placeholder: String)
    /// A whole number within these bounds.
    case number(placeholder: String, ClosedRange<Int>)
    /// One of these words.
    case choice([String])
    /// Two hours of the day.
    case hours
    /// Minutes or hours without use.
    case idle

    /// How the help writes it; nil for a switch.
    var placeholder: String? {
        switch self {
        case .none: nil
        case .text(let placeholder), .path(let placeholder), .number(let placeholder, _): placeholder
        case .choice(let words): words.joined(separator: "|")
        case .hours: "HH-HH"
        case .idle: "15m|2h"
        }
    }

    /// Whether `text` can be this value.
    func accepts(_ text: String) -> Bool {
        switch self {
        case .none: false
        case .text: true
        case .path: !text.isEmpty
        case .number(_, let bounds): Int(text).map(bounds.contains) ?? false
        case .choice(let words): words.contains(text)
        case .hours: HoursText(argument: text) != nil
        case .idle: IdleTime(argument: text) != nil
        }
    }
}
