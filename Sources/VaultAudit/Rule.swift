/// What a report looks for, in the log alone. The raw value is its name in data.
package enum Rule: String, Sendable, CaseIterable {
    /// Text was opened by somebody whose last day had been announced. (Own cases aside.)
    case afterNotice = "after-notice"
    /// One member opened many different cases within an hour.
    case manyCases = "many-cases"
    /// Refused several times, one after the other.
    case refusals
    /// The signer's clock stood before that of the entry above.
    case clockBack = "clock-back"
    /// An entry that breaks a rule of the log, and so changed nothing.
    case void
    /// Text was opened at an hour when people seldom work, outside a meeting.
    case unusualHour = "unusual-hour"
    /// The first thing somebody looked at with a key that was new.
    case newKey = "new-key"
    /// A search, a saved attachment, an export, a print.
    case takenOut = "taken-out"
    /// A case was opened long after it was closed.
    case closedCase = "closed-case"
    /// A facilitator or guest opened somebody else's text outside a meeting.
    case outsideMeeting = "outside-meeting"

    /// Whether a finding must be looked at; the others want a word of explanation.
    package var isSerious: Bool {
        switch self {
        case .afterNotice, .manyCases, .refusals, .clockBack, .void: true
        case .unusualHour, .newKey, .takenOut, .closedCase, .outsideMeeting: false
        }
    }
}

/// The rules that found something in one entry.
package struct RuleSet: Equatable, Sendable {
    private var bits: UInt16 = 0

    /// None.
    package init() {}

    /// Whether no rule found anything.
    package var isEmpty: Bool { bits == 0 }

    /// In the order of ``Rule``.
    package var rules: [Rule] { isEmpty ? [] : Rule.allCases.filter(contains) }

    /// Whether that rule found something.
    package func contains(_ rule: Rule) -> Bool { bits & Self.bit(rule) != 0 }

    /// Whether one of them must be looked at.
    package var isSerious: Bool { bits & Self.serious != 0 }

    mutating func insert(_ rule: Rule) { bits |= Self.bit(rule) }

    private static let serious = Rule.allCases.filter(\.isSerious).reduce(0) { $0 | bit($1) }

    private static func bit(_ rule: Rule) -> UInt16 {
        switch rule {
        case .afterNotice: 1
        case .manyCases: 2
        case .refusals: 4
        case .clockBack: 8
        case .void: 16
        case .unusualHour: 32
        case .newKey: 64
        case .takenOut: 128
        case .closedCase: 256
        case .outsideMeeting: 512
        }
    }
}

/// The numbers that the rules work with; a report prints them.
package struct RuleLimits: Equatable, Sendable {
    /// More different cases than this within an hour are many.
    package var casesAnHour = 10
    /// Refusals one after the other that are found.
    package var refusals = 3
    /// The first usual hour of the day, UTC, 0...23.
    package var firstHour = 5
    /// The hour, UTC, from which it is late again, 1...24.
    package var lateHour = 22
    /// Days after which a closed case is closed for long.
    package var closedDays = 90
    /// The hours within which half of the members open the same case when they meet.
    package var meetingHours = 3

    /// The usual ones.
    package init() {}

    /// Whether people seldom work at that time.
    func isUnusual(secondsOfDay: Int) -> Bool {
        let hour = secondsOfDay / 3600
        return hour < firstHour || hour >= lateHour
    }
}
