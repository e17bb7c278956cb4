/// The sealed half of an entry: what happened. Actor, role and epoch are not in it; they follow from signature and replay.
package struct Payload: Equatable, Sendable {
    /// What happened.
    package let event: Event
    /// How it ended.
    package let outcome: Outcome
    /// Name and version of the program that wrote it, ASCII, at most 40 characters.
    package let program: String
    /// What the event is about.
    package let body: Body

    /// What an event is about, by kind of event.
    package enum Body: Equatable, Sendable {
        /// `group.created`
        case founding(Founding)
        /// `member.accepted`, `member.replaced`
        case acceptance(Acceptance)
        /// `member.removed`: the member's number, and new generations of every circle shared with the signer.
        case removal(member: Int, Rotation)
        /// `member.until`: the member's number and the last day.
        case until(member: Int, Day)
        /// `member.left`
        case leaving
        /// `role.ended`: the number of the member whose end date has passed.
        case ending(member: Int)
        /// `key.refreshed`: the signer's fresh decryption key.
        case refresh(DecryptionPublicKey)
        /// `circle.created`
        case circle(CircleFacts)
        /// `circle.rotated`
        case rotation(Rotation)
        /// `key.rewrapped`: the member's number, and present keys of circles shared with the signer, each wrapped to that member alone.
        case rewrapping(member: Int, [GivenKey])
        /// `case.shared`, `case.withdrawn`
        case caseMoved(CaseMove)
        /// `case.added`, `case.changed`
        case caseWritten(CaseWriting)
        /// `cases.imported`
        case imported(CaseImport)
        /// `case.closed`
        case caseNamed(Int)
        /// `case.erased`: new generations of the circles it stood in.
        case erasure(case: Int, Rotation)
        /// `note.added`, `note.changed`
        case noteWritten(NoteWriting)
        /// `attachment.added`
        case attachmentWritten(AttachmentWriting)
        /// `cases.listed`, `case.opened`, `note.opened`, `attachment.saved`
        case reveal(Reveal)
        /// `searched`: what was found, in the order of the cases.
        case searched([Hit])
        /// `log.opened`, with the case that was asked about, and `log.verified`
        case logRead(case: Int?)
        /// `log.exported`
        case logExported(ExportScope)
        /// `backup.created`
        case backup
        /// `backup.restored`
        case restoration(Restoration)
        /// `payload.expired`
        case expiry(Expiry)
        /// `log.trusted`: size and root of the line that was left.
        case lineLeft(TreeHead)
        /// `access.refused`: the event that was asked for and the case it was about.
        case refusal(of: Event, case: Int?)
    }

    /// Name and version that this program writes.
    package static let thisProgram = "kluis/0.1.0"

    /// A payload of this program; event and body must belong together.
    package init(_ event: Event, outcome: Outcome = .done, program: String = Payload.thisProgram, _ body: Body) {
        self.event = event
        self.outcome = outcome
        self.program = program
        self.body = body
    }
}

/// `group.created`: the rules, the founder and the first circles.
package struct Founding: Equatable, Sendable {
    /// Which rules hold; 1.
    package let rules: Int
    /// Name of the blob with the sealed name of the group.
    package let name: BlobHash
    /// Years that payloads of reveals are kept.
    package let retentionYears: Int
    /// The founder.
    package let founder: MemberFacts
    /// Log circle, group circle, the founder's private circle, in that order.
    package let circles: [CircleFacts]

    /// All fields.
    package init(rules: Int, name: BlobHash, retentionYears: Int, founder: MemberFacts, circles: [CircleFacts]) {
        self.rules = rules
        self.name = name
        self.retentionYears = retentionYears
        self.founder = founder
        self.circles = circles
    }
}

/// A member as a membership payload introduces them.
package struct MemberFacts: Equatable, Sendable {
    /// The name of their signing key.
    package let id: MemberID
    /// Counts members of the group from 1, never reused.
    package let number: Int
    /// What they are.
    package let role: Role
    /// Last day of their membership, if it has one.
    package let until: Day?
    /// Counts their signing keys from 1.
    package let keyNumber: Int
    /// Verifies their entries.
    package let signing: SigningPublicKey
    /// Receives wraps.
    package let decryption: DecryptionPublicKey
    /// Name of the blob with their sealed name.
    package let name: BlobHash

    /// All fields.
    package init(
        id: MemberID, number: Int, role: Role, until: Day?, keyNumber: Int, signing: SigningPublicKey,
        decryption: DecryptionPublicKey, name: BlobHash
    ) {
        self.id = id
        self.number = number
        self.role = role
        self.until = until
        self.keyNumber = keyNumber
        self.signing = signing
        self.decryption = decryption
        self.name = name
    }
}

/// Which kind of circle; the raw value is the spelling in payloads.
package enum CircleKind: String, Sendable {
    /// Members and auditors; its generation is the epoch.
    case log
    /// All members except auditors.
    case group
    /// One person.
    case `private`
    /// Any other subset.
    case some
}

/// One generation of a circle as the signed entry that begins it commits to it.
package struct CircleFacts: Equatable, Sendable {
    /// Which circle.
    package let id: CircleID
    /// What kind.
    package let kind: CircleKind
    /// Counts its keys from 1.
    package let generation: Int
    /// Who has the key, in ascending order.
    package let members: [MemberID]
    /// Commits to the key.
    package let commitment: Commitment
    /// Name of the delivery; nil for the log circle, whose delivery stands in the clear in the entry.
    package let delivery: BlobHash?

    /// All fields.
    package init(id: CircleID, kind: CircleKind, generation: Int, members: [MemberID], commitment: Commitment, delivery: BlobHash?) {
        self.id = id
        self.kind = kind
        self.generation = generation
        self.members = members
        self.commitment = commitment
        self.delivery = delivery
    }
}

/// One sealed version of one part: where it is and what its author committed to.
package struct PartFacts: Equatable, Sendable {
    /// Which part.
    package let part: Part
    /// The circle it is sealed in.
    package let circle: CircleID
    /// That circle's generation.
    package let generation: Int
    /// Name of the sealed bytes.
    package let blob: BlobHash
    /// The author's salted commitment to the text.
    package let commitment: Commitment

    /// All fields.
    package init(part: Part, circle: CircleID, generation: Int, blob: BlobHash, commitment: Commitment) {
        self.part = part
        self.circle = circle
        self.generation = generation
        self.blob = blob
        self.commitment = commitment
    }
}

/// `case.added` and `case.changed`: a whole version of a case.
package struct CaseWriting: Equatable, Sendable {
    /// The case's number in the group.
    package let number: Int
    /// The item's id.
    package let item: ItemID
    /// Counts from 1.
    package let version: Int
    /// The part a list needs.
    package let summary: PartFacts
    /// The text.
    package let body: PartFacts

    /// All fields.
    package init(number: Int, item: ItemID, version: Int, summary: PartFacts, body: PartFacts) {
        self.number = number
        self.item = item
        self.version = version
        self.summary = summary
        self.body = body
    }
}

/// `note.added` and `note.changed`: a whole version of a note.
package struct NoteWriting: Equatable, Sendable {
    /// The case it belongs to.
    package let caseNumber: Int
    /// Its number in the case.
    package let number: Int
    /// The item's id.
    package let item: ItemID
    /// Counts from 1.
    package let version: Int
    /// The text; a note has no summary.
    package let body: PartFacts

    /// All fields.
    package init(caseNumber: Int, number: Int, item: ItemID, version: Int, body: PartFacts) {
        self.caseNumber = caseNumber
        self.number = number
        self.item = item
        self.version = version
        self.body = body
    }
}

/// A look at content.
package struct Reveal: Equatable, Sendable {
    /// The case, except for a list of all.
    package let caseNumber: Int?
    /// The attachment, for `attachment.saved`.
    package let attachment: Int?
    /// The deepest part shown, for `case.opened`.
    package let part: Part?
    /// The version shown, for `case.opened`.
    package let version: Int?
    /// Why the reader could, where it is about one case.
    package let reason: Reason?

    /// All fields.
    package init(case caseNumber: Int? = nil, attachment: Int? = nil, part: Part? = nil, version: Int? = nil, reason: Reason? = nil) {
        self.caseNumber = caseNumber
        self.attachment = attachment
        self.part = part
        self.version = version
        self.reason = reason
    }
}
