import VaultLog

/// Answer to `case erase`.
package struct CaseErased: Sendable {
    /// The case's number.
    package let number: Int
    /// Whether this command erased it, or one before.
    package let isNew: Bool
    /// Notes that went with it.
    package let notes: Int
    /// Attachments that went with it.
    package let attachments: Int
    /// Whether others had written any of these.
    package let hasPartsOfOthers: Bool
    /// Parts of other cases sealed anew.
    package let rewrittenParts: Int
    /// Parts of other cases that were damaged already.
    package let lostParts: Int
    /// For whom it is complete.
    package let keys: KeysTaken

    /// What went, with how much work.
    init(_ record: CaseRecord, rewritten: Int, lost: Int, keys: KeysTaken) {
        number = record.number
        isNew = true
        notes = record.notes.count
        attachments = record.attachments.count
        hasPartsOfOthers = (record.notes.map(\.author) + record.attachments.map(\.author)).contains { $0 != record.author }
        rewrittenParts = rewritten
        lostParts = lost
        self.keys = keys
    }

    /// A case that went before.
    init(before number: Int, keys: KeysTaken) {
        self.number = number
        isNew = false
        (notes, attachments, rewrittenParts, lostParts) = (0, 0, 0, 0)
        hasPartsOfOthers = false
        self.keys = keys
    }
}

/// Who has no key any more that opens what was erased, should a copy of it be somewhere.
package struct KeysTaken: Equatable, Sendable {
    /// Names of those who have taken the new keys and given up the old.
    package let by: [String]
    /// Names of those who have not yet.
    package let notBy: [String]
}
