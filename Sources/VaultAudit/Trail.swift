package import VaultFormat
package import VaultLog

/// The whole log of a group as one home may read it: who did what, without any content and without a way to it. Reports and rules work on
/// this value alone.
package struct Trail: Equatable, Sendable {
    /// Everybody who ever was a member, in order of number from 1.
    package let members: [TrailMember]
    /// Every entry, in order of index from 0.
    package let entries: [TrailEntry]

    /// Pairs people with what they did.
    package init(members: [TrailMember], entries: [TrailEntry]) {
        self.members = members
        self.entries = entries
    }

    /// The member with that number, gone or not.
    package func member(_ number: Int) -> TrailMember? { members.first { $0.number == number } }

    /// Whether the clock of an entry's signer stood before that of the entry above it.
    package func clockWentBack(at index: Int) -> Bool { index > 0 && entries[index].time < entries[index - 1].time }
}

/// One person of the group.
package struct TrailMember: Equatable, Sendable {
    /// Counts from 1, never reused.
    package let number: Int
    /// As the group knows them; nil where it was not, or is no longer, to be read.
    package let name: String?
    /// What they are.
    package let role: Role
    /// When they became a member, by the clock of who accepted them.
    package let since: Instant
    /// Last day of their membership, if it has one.
    package let until: Day?
    /// How and when they ceased to be one.
    package let ended: Member.Ended?

    /// All fields.
    package init(number: Int, name: String?, role: Role, since: Instant, until: Day?, ended: Member.Ended?) {
        self.number = number
        self.name = name
        self.role = role
        self.since = since
        self.until = until
        self.ended = ended
    }
}

/// One entry of the log.
package struct TrailEntry: Equatable, Sendable {
    /// Index of the entry, from 0.
    package let index: Int
    /// The signer's clock.
    package let time: Instant
    /// The signer's number.
    package let member: Int?
    /// The number of the member whom a change of the membership is about.
    package let subject: Int?
    /// Nil where this home may not read it, and of an entry that is void.
    package let event: Event?
    /// The case it is about.
    package let caseNumber: Int?
    /// The note it is about.
    package let note: Int?
    /// The attachment it is about.
    package let attachment: Int?
    /// How it ended.
    package let outcome: Outcome?
    /// Why the reader could, where it is about one case.
    package let reason: Reason?
    /// The log circle's generation.
    package let epoch: Int
    /// Whether it breaks a rule and so changed nothing.
    package let isVoid: Bool
    /// A look that was erased when the group's period was over; nothing is left but whose it was and when.
    package let isErased: Bool
    /// The cases a search found something in; nil for everything else.
    package let found: [Int]?
    /// The cases an import brought; nil for everything else.
    package let imported: ClosedRange<Int>?

    /// All fields; what is left out is not there.
    package init(
        index: Int, time: Instant, member: Int?, subject: Int? = nil, event: Event?, caseNumber: Int? = nil, note: Int? = nil,
        attachment: Int? = nil, outcome: Outcome? = .done, reason: Reason? = nil, epoch: Int = 1, isVoid: Bool = false,
        isErased: Bool = false, found: [Int]? = nil, imported: ClosedRange<Int>? = nil
    ) {
        self.index = index
        self.time = time
        self.member = member
        self.subject = subject
        self.event = event
        self.caseNumber = caseNumber
        self.note = note
        self.attachment = attachment
        self.outcome = outcome
        self.reason = reason
        self.epoch = epoch
        self.isVoid = isVoid
        self.isErased = isErased
        self.found = found
        self.imported = imported
    }

    /// Whether somebody looked: at content, at the log, or wanted to and was refused.
    package var isAccess: Bool {
        guard let event else { return false }
        return event.isReveal || [.accessRefused, .logOpened, .logVerified, .logExported].contains(event)
    }

    /// Whether text could be seen: a list shows no more than the titles of what is shared with the reader.
    package var showsText: Bool { event.map { $0.isReveal && $0 != .casesListed } ?? false }

    /// Sealed for readers of another time, so that nobody can say from here what it was.
    package var isUnreadable: Bool { event == nil && !isVoid && !isErased }
}
