package import VaultFormat
package import VaultLog

/// Answer to `audit verify`.
package struct ExportVerification: Equatable, Sendable {
    /// Whose log; nil where the folder does not say it.
    package var group: GroupID?
    /// Size and root of the entries that are there.
    package var head: TreeHead
    /// How much the exporter gave; nil where the folder does not say it.
    package var scope: ExportScope?
    /// When the exporter says it was made.
    package var time: Instant?
    /// Number of the member who made it; nil where that is not shown.
    package var exporter: Int?
    /// Entries of the right form, in the right place, signed by who was a member then.
    package var entriesVerified = 0
    /// Entries of which it is shown what they say.
    package var disclosed = 0
    /// Entries whose payload has expired.
    package var absent = 0
    /// Everybody who ever was a member.
    package var members = 0
    /// Whether the words that were typed stand for this log; nil without words.
    package var wordsAgree: Bool?
    /// The checkpoint that was kept, where the log is shown to begin with it.
    package var since: TreeHead?
    /// Everything that is wrong, entries first.
    package var findings: [AuditFinding] = []

    /// Index of the first entry that something is wrong with.
    package var firstBadEntry: Int? { findings.compactMap(\.index).min() }

    /// Whether all that is wrong is that this is another log than it should be, or less of it.
    package var isOtherHistory: Bool { !findings.isEmpty && findings.allSatisfy(\.kind.isOtherHistory) }

    /// What all this does not show, whatever else it shows.
    package var notShown: [NotShown] {
        var missing: [NotShown] = []
        if wordsAgree != true { missing.append(since == nil ? .origin : .newest) }
        if since == nil { missing.append(.continuity) }
        if disclosed < head.size { missing.append(.contents) }
        return missing
    }
}

/// One thing that is wrong with an exported folder: with an entry, with a file, or with both.
package struct AuditFinding: Hashable, Sendable {
    /// What.
    package let kind: FindingKind
    /// Index of the entry.
    package let index: Int?
    /// Path of the file from the top of the folder, as somebody named it; never to be trusted by a terminal.
    package let file: String?

    init(_ kind: FindingKind, entry index: Int) { (self.kind, self.index, file) = (kind, index, nil) }
    init(_ kind: FindingKind, file: String) { (self.kind, index, self.file) = (kind, nil, file) }
}

/// What a folder by itself cannot show; the raw value is the JSON spelling.
package enum NotShown: String, Sendable, CaseIterable {
    /// That it is the group's log at all: without words and without a checkpoint it is consistent in itself and could be a former member's.
    case origin
    /// That nothing came after it: it goes on from the checkpoint, and words of a member were not compared.
    case newest
    /// That it goes on from what was seen before: no checkpoint was given, or it does not.
    case continuity
    /// What those entries say of which the exporter gave no key.
    case contents
}

extension FindingKind {
    /// Another history, or another group's: exit 7 where there is nothing else.
    package var isOtherHistory: Bool { self == .rolledBack || self == .forked || self == .otherLog }
}
