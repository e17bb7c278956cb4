import VaultFormat

/// What a report says of one access.
package enum Verdict: String, Sendable, CaseIterable {
    /// There is a reason for it in the log, and no rule found anything.
    case explained
    /// Somebody has to say why.
    case unexplained
    /// A rule found what must be looked at.
    case serious = "must-be-looked-at"
}

/// Why somebody could look, as the log tells it. The raw value is its name in data.
package enum Ground: String, Sendable, CaseIterable {
    /// The reader brought the case.
    case own
    /// Half of the members had the case open then.
    case meeting
    /// The author shared it with a circle of the reader.
    case shared = "shared-with-group"
    /// A list shows no more than what is shared with the reader.
    case list
    /// Everybody in the group and its auditors may read the log.
    case log
    /// Nothing was shown.
    case refused
    /// The log gives none.
    case none

    init(_ entry: TrailEntry, _ meetings: Meetings) {
        switch entry.event {
        case .accessRefused: self = .refused
        case .logOpened, .logVerified, .logExported: self = .log
        case .casesListed where entry.reason == nil: self = .list
        default:
            switch entry.reason {
            case .own: self = .own
            case .sharedWithGroup: self = meetings.contains(entry.time) ? .meeting : .shared
            case nil: self = .none
            }
        }
    }
}
