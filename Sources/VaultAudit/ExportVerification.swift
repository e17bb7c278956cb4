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

/// One thing that is wrong with an exported folder.
package struct AuditFinding: Hashable, Sendable {
    /// What.
    package let kind: FindingKind
    /// Where.
    package let place: Place

    /// Where something is wrong.
    package enum Place: Hashable, Sendable {
        /// At the entry with this index.
        case entry(Int)
        /// In a file, by its path in the folder. Anybody may have named it; it is never to be trusted by a terminal.
        case file(String)
        /// Between the log and the checkpoint that was kept.
        case kept
    }

    init(_ kind: FindingKind, entry index: Int) { (self.kind, place) = (kind, .entry(index)) }
    init(_ kind: FindingKind, file: String) { (self.kind, place) = (kind, .file(file)) }
    init(ofKept kind: FindingKind) { (self.kind, place) = (kind, .kept) }

    /// Index of the entry; nil where it is about none.
    package var index: Int? { if case .entry(let index) = place { index } else { nil } }
    /// Path of the file; nil where it is about none.
    package var file: String? { if case .file(let path) = place { path } else { nil } }

    /// Entries in their order, then files by path, then the checkpoint that was kept.
    func precedes(_ other: AuditFinding) -> Bool { order < other.order }

    private var order: (Int, String, String) {
        switch place {
        case .entry(let index): (index, "", kind.rawValue)
        case .file(let path): (.max - 1, path, kind.rawValue)
        case .kept: (.max, "", kind.rawValue)
        }
    }
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
