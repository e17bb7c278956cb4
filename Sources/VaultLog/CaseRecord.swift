package import VaultFormat

/// A case as the log says it is: where its parts are and what was committed to; no text.
package struct CaseRecord: Equatable, Sendable {
    /// Its number in the group.
    package let number: Int
    /// Its item id.
    package let item: ItemID
    /// Number of the member who brought it.
    package let author: Int
    /// Draft, shared, closed or erased.
    package var state: CaseState
    /// Counts from 1.
    package var version: Int
    /// When that version was written.
    package var updated: Instant
    /// What a list needs; nil once erased.
    package var summary: PartFacts?
    /// The text; nil once erased.
    package var body: PartFacts?
    /// Versions before the present one, oldest first.
    package var earlier: [Version]
    /// In order of number.
    package var notes: [NoteRecord]
    /// In order of number.
    package var attachments: [AttachmentRecord] = []
    /// Once it is erased.
    package var erasure: Erasure?

    /// A version that was.
    package struct Version: Equatable, Sendable {
        /// Counts from 1.
        package let number: Int
        /// When it was written.
        package let time: Instant

        /// Pairs a version with its time.
        package init(number: Int, time: Instant) {
            self.number = number
            self.time = time
        }
    }

    /// What the log knows of the end of a case.
    package struct Erasure: Equatable, Sendable {
        /// Index of the entry that erased it.
        package let index: Int
        /// Circles that it stood in, which that entry gave new keys.
        package let circles: Set<CircleID>
    }

    /// The circles its parts are in: notes and attachments are where the text is.
    package var circles: Set<CircleID> { Set([summary, body].compactMap { $0?.circle }) }

    /// What is left of it: number, item, author, and when its text was last written.
    func erased(at index: Int, rotating circles: Set<CircleID>) -> CaseRecord {
        var record = self
        (record.state, record.summary, record.body) = (.erased, nil, nil)
        (record.earlier, record.notes, record.attachments) = ([], [], [])
        record.erasure = Erasure(index: index, circles: circles)
        return record
    }

    /// The note with that number.
    package func note(_ number: Int) -> NoteRecord? { notes.first { $0.number == number } }

    /// The attachment with that number.
    package func attachment(_ number: Int) -> AttachmentRecord? { attachments.first { $0.number == number } }
}

/// State of a case; the raw value is the spelling in JSON.
package enum CaseState: String, Equatable, Sendable {
    /// In the author's private circle.
    case draft
    /// In a circle of several.
    case shared
    /// Takes no notes or edits.
    case closed
    /// Its parts are gone.
    case erased
}

/// A note as the log says it is.
package struct NoteRecord: Equatable, Sendable {
    /// Its number in the case.
    package let number: Int
    /// Its item id.
    package let item: ItemID
    /// Number of the member who wrote it.
    package let author: Int
    /// Counts from 1.
    package var version: Int
    /// When that version was written.
    package var updated: Instant
    /// The text.
    package var body: PartFacts
}

/// An attachment as the log says it is.
package struct AttachmentRecord: Equatable, Sendable {
    /// Its number in the case.
    package let number: Int
    /// Its item id.
    package let item: ItemID
    /// Number of the member who added it.
    package let author: Int
    /// When.
    package let added: Instant
    /// Name and length.
    package var summary: PartFacts
    /// The bytes of the file.
    package var body: PartFacts

    /// The version of every attachment: it is added and not changed.
    package static let version = 1
}

extension GroupState {
    /// Whether a member may close or erase a case: its author; after the author has gone anybody without an end date who may open its text,
    /// or, where nobody has the text's key any more, its title and pitch.
    package func mayEnd(_ record: CaseRecord, _ member: Member) -> Bool {
        guard record.author != member.number else { return true }
        guard self.member(record.author)?.ended != nil, member.role == .member, member.until == nil else { return false }
        let circle = [record.body, record.summary].lazy.compactMap { $0.flatMap { circles[$0.circle] } }.first
        return circle?.members.contains(member.id) ?? false
    }
}
