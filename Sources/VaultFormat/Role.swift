/// What a member is in the group; the raw value is the spelling in payloads and JSON.
package enum Role: String, Sendable, CaseIterable {
    /// One of the equals; without an end date the only one who accepts, removes and expires.
    case member
    /// Guides meetings, always until a date.
    case facilitator
    /// Takes part for a while, always until a date.
    case guest
    /// Reads the log, never content, always until a date.
    case auditor
}
