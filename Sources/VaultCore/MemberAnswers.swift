package import VaultFormat
package import VaultLog

/// How a member is named on the command line: by number, or by a name that only one active member has.
package enum MemberReference: Equatable, Sendable {
    /// Counts from 1.
    case number(Int)
    /// Compared after NFC and case folding.
    case name(String)

    /// A reference as typed: digits are a number, all else a name.
    package init(_ typed: String) {
        if !typed.isEmpty, typed.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let number = Int(typed) {
            self = .number(number)
        } else {
            self = .name(typed)
        }
    }
}

/// What a newcomer gets of what was there before.
package enum History: String, Sendable, CaseIterable {
    /// The keys of the group circle as it is: every case shared so far.
    case all
    /// Nothing: a new group circle begins.
    case none
}

/// What `member accept` decides about one request.
package struct Newcomer: Sendable {
    /// Number of the request.
    package let request: Int
    /// As the group will see it.
    package let name: String
    /// Member, facilitator, guest or auditor.
    package let role: Role
    /// Last day; only a member can do without.
    package let until: Day?
    /// All or nothing of what was shared before.
    package let history: History
    /// Reveals since that day can be read; nil for none before the acceptance.
    package let from: Day?
    /// Whose place is taken, with number, role, end date and cases.
    package let replaces: MemberReference?

    /// All fields. For a replacement role, until, history and from are those of the member replaced, whatever is given here.
    package init(
        request: Int, name: String, role: Role = .member, until: Day? = nil, history: History = .all, from: Day? = nil,
        replaces: MemberReference? = nil
    ) {
        self.request = request
        self.name = name
        self.role = role
        self.until = until
        self.history = history
        self.from = from
        self.replaces = replaces
    }
}

/// Answer to `join`.
package struct JoinAsked: Sendable {
    /// Four digits by which the group's members name it; 0 for a dry run.
    package let request: Int
    /// To be said aloud by the joiner alone; nil for a dry run.
    package let words: WordCode?
    /// Whether the joiner asks to come back as the member they were: somebody names them with `member accept --replaces`.
    package let isReturning: Bool
}

/// One line of `member requests`.
package struct RequestListing: Equatable, Sendable {
    /// Four digits.
    package let number: Int
    /// By the joiner's clock.
    package let time: Instant
}

/// Answer to `member accept`.
package struct MemberAccepted: Sendable {
    /// The newcomer's number.
    package let number: Int
    /// Their name.
    package let name: String
    /// Their role.
    package let role: Role
    /// The log circle's generation from now on.
    package let epoch: Int
    /// First day whose reveals they can read; nil where that is the day of acceptance.
    package let readsSince: Day?
    /// Whether a content circle has a new generation, so that earlier backups have ended.
    package let endsBackups: Bool
    /// For a replacement: circles that still owe a rotation, by how many.
    package let owedCircles: Int
}

/// One line of `member list`.
package struct MemberListing: Sendable {
    /// Counts from 1.
    package let number: Int
    /// Their name, or `#number` where it has expired.
    package let name: String
    /// Their role.
    package let role: Role
    /// When they became a member.
    package let since: Instant
    /// Last day, if they have one.
    package let until: Day?
    /// Nil while active.
    package let ended: Member.How?
}

/// Answer to `member until`.
package struct MemberUntil: Sendable {
    /// The member's number.
    package let number: Int
    /// Their name.
    package let name: String
    /// Their last day.
    package let until: Day
    /// Of how many cases only they can open the text; it goes with them.
    package let ownTexts: Int
}

/// Answer to `member remove`.
package struct MemberRemoved: Sendable {
    /// Who was removed.
    package let number: Int
    /// Their name.
    package let name: String
    /// The log circle's generation from now on.
    package let epoch: Int
    /// Parts sealed anew.
    package let rewrittenParts: Int
    /// Parts that were damaged already.
    package let lostParts: Int
    /// Circles that still owe a rotation, each with the names of its members.
    package let owedCircles: [[String]]
    /// Cases they had opened, as far as I may know.
    package let openedCases: [Int]
    /// Cases that went with them, since nobody else had their key.
    package let erasedCases: [Int]
    /// Cases of which only title and pitch were shared: those stay, the text went with them.
    package let erasedTexts: [Int]
}

/// Answer to `member rewrap`.
package struct MemberRewrapped: Equatable, Sendable {
    /// The member's number.
    package let number: Int
    /// Their name.
    package let name: String
    /// Circles whose present key was wrapped to them anew, the log circle among them.
    package let circles: Int
    /// Other circles of theirs, for each the names of those in it who may have its key.
    package let others: [[String]]
}

/// Answer to `member leave`.
package struct MemberLeft: Sendable {
    /// My number.
    package let number: Int
    /// Cases that went with me, since nobody else had their key.
    package let erasedCases: [Int]
    /// Cases of which only title and pitch were shared: those stay, the text went with me.
    package let erasedTexts: [Int]
}

/// Answer to `case share`.
package struct CaseShared: Sendable {
    /// The case's number.
    package let number: Int
    /// Shared.
    package let state: CaseState
    /// Names of those who can open the whole case now.
    package let readers: [String]
    /// Names of active members who see only title and pitch.
    package let summaryOnly: [String]
    /// Names of active members who see nothing of it but that the case exists.
    package let leftOut: [String]
}

/// Answer to `case withdraw`.
package struct CaseWithdrawn: Sendable {
    /// The case's number.
    package let number: Int
    /// Draft.
    package let state: CaseState
    /// Notes of others that go with it.
    package let notesOfOthers: Int
    /// Attachments of others that go with it.
    package let attachmentsOfOthers: Int
}

/// One line of `case readers`.
package struct CaseReader: Sendable {
    /// The member's number.
    package let number: Int
    /// Their name.
    package let name: String
    /// First look, as far as I may know.
    package let first: Instant
    /// Last look.
    package let last: Instant
    /// How many looks.
    package let count: Int
}
