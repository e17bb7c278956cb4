package import VaultFormat
package import VaultLog

/// A group this home is a member of. JSON: `group list` items.
package struct GroupListing: Equatable, Sendable {
    /// The group's id.
    package let group: GroupID
    /// The group's name as its members see it.
    package let name: String
    /// Absolute path of the vault as last used.
    package let vault: String
}

/// Answer to `group create`.
package struct GroupFounded: Sendable {
    /// The new group's id.
    package let group: GroupID
    /// Its name.
    package let name: String
    /// Head words of the log's first entry.
    package let words: WordCode
}

/// Answer to `group show`.
package struct GroupAnswer: Sendable {
    /// The group's id.
    package let group: GroupID
    /// Its name.
    package let name: String
    /// The log circle's generation.
    package let epoch: Int
    /// Active members.
    package let members: Int
    /// Cases that are not erased and that I may open.
    package let cases: Int
    /// Entries in the log.
    package let logSize: Int
    /// Head words of the first entry, kept at home.
    package let words: WordCode
    /// My role.
    package let role: Role
}

/// Answer to `case add`. With dry run the number is the one it would get, and there is no title.
package struct CaseAdded: Sendable {
    /// The case's number in the group.
    package let number: Int
    /// The title as kept; nil for a dry run.
    package let title: String?
    /// Draft or shared.
    package let state: CaseState
}

/// One line of `case list`.
package struct CaseListing: Sendable {
    /// The case's number.
    package let number: Int
    /// Its title.
    package let title: String
    /// Its pitch, if any.
    package let pitch: String?
    /// The author's name.
    package let author: String
    /// Its state.
    package let state: CaseState
    /// When it last changed (the case itself).
    package let updated: Instant
    /// How many notes.
    package let notes: Int
    /// How many attachments.
    package let attachments: Int
    /// How many members have opened it.
    package let readBy: Int
    /// The same without its author.
    package let readByOthers: Int
    /// Whether I was a member when it was brought, and so can know of every look.
    package let knowsAllReads: Bool
}

/// A list of cases, with those that could not be opened named.
package struct CaseList: Sendable {
    /// In order of number.
    package internal(set) var items: [CaseListing]
    /// Numbers of cases whose summary is damaged or missing.
    package internal(set) var damaged: [Int]
}

/// One note as shown.
package struct NoteAnswer: Sendable {
    /// Its number in the case.
    package let number: Int
    /// The author's name.
    package let author: String
    /// When it was last written.
    package let time: Instant
    /// Its text.
    package let text: String
}

/// Answer to `note list`.
package struct NoteList: Sendable {
    /// In order of number.
    package let items: [NoteAnswer]
    /// Numbers of notes that are damaged or missing.
    package let damaged: [Int]
}

/// Answer to `case show`.
package struct CaseAnswer: Sendable {
    /// The case's number.
    package let number: Int
    /// Title, pitch and body.
    package let text: CaseText
    /// Whether the body is shared with me; if not, it is empty here.
    package let isTextShared: Bool
    /// The author's name.
    package let author: String
    /// Its state.
    package let state: CaseState
    /// Counts from 1.
    package let version: Int
    /// When that version was written.
    package let updated: Instant
    /// In order of number.
    package let notes: [NoteAnswer]
    /// Numbers of notes that are damaged or missing; the rest is shown.
    package let damagedNotes: [Int]
    /// In order of number.
    package let attachments: [AttachmentAnswer]
    /// Numbers of attachments whose name and size are damaged or missing.
    package let damagedAttachments: [Int]
}

/// One line of `case history`.
package struct CaseVersion: Sendable {
    /// Counts from 1.
    package let version: Int
    /// The author's name.
    package let author: String
    /// When it was written.
    package let time: Instant
}

/// One line of `log show`.
package struct LogLine: Sendable {
    /// Index of the entry, from 0.
    package let index: Int
    /// The signer's clock.
    package let time: Instant
    /// Nil where this home may not read it.
    package let event: Event?
    /// The member's number.
    package let member: Int?
    /// The member's name.
    package let name: String?
    /// The member's role then.
    package let role: Role?
    /// The number of the member whom a change of the membership is about.
    package let subject: Int?
    /// That member's name.
    package let subjectName: String?
    /// The case it is about.
    package let caseNumber: Int?
    /// The note it is about.
    package let note: Int?
    /// The attachment it is about.
    package let attachment: Int?
    /// 0 done, 4 refused, 8 failed, 12 serious.
    package let outcome: Int?
    /// `own` or `shared-with-group`.
    package let reason: String?
    /// The log circle's generation at that entry.
    package let epoch: Int
    /// Whether it breaks a rule and so changed nothing.
    package let isVoid: Bool
    /// A look at content that is no longer kept: who and when stand in the entry, what has expired.
    package let isErased: Bool
    /// The cases a search found something in; nil for everything but a search.
    package let found: [Int]?
    /// The cases an import brought; nil for everything else.
    package let imported: ClosedRange<Int>?
}

/// One finding of `log verify` or `check`.
package struct Finding: Equatable, Sendable {
    /// What is wrong.
    package let kind: FindingKind
    /// Index of the entry, for findings in the log.
    package let index: Int?
    /// The case, for findings in content.
    package let caseNumber: Int?
    /// The note, for findings in a note.
    package let note: Int?
    /// The attachment, for findings in an attachment.
    package let attachment: Int?
    /// The part, for findings in content.
    package let part: Part?
    /// The part's version.
    package let version: Int?
}

/// Answer to `log verify`.
package struct LogVerification: Sendable {
    /// Entries in the log, before this command's own.
    package let head: TreeHead
    /// Entries whose signature, place and payload were checked.
    package let entriesVerified: Int
    /// Entries sealed for readers of another time.
    package let unreadable: Int
    /// Members that ever were.
    package let members: Int
    /// In order of index.
    package let findings: [Finding]
}

/// Answer to `log head`.
package struct LogHead: Sendable {
    /// The signed note.
    package let checkpoint: String
    /// Size and root.
    package let head: TreeHead
    /// The six words of that head.
    package let words: WordCode
}

/// Answer to `check`.
package struct CheckAnswer: Sendable {
    /// Cases, notes and attachments that were looked at.
    package let items: Int
    /// Parts opened, with `--deep`.
    package let partsOpened: Int
    /// Entries in the log.
    package let entries: Int
    /// Circles that owe a rotation.
    package let owedCircles: Int
    /// In order of case and note.
    package let findings: [Finding]
}
