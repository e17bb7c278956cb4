package import VaultFormat

/// The group as its log says it is: a pure function of the signed entries and their payloads, without any secret.
/// Cases are kept apart (``CaseRecord``), so that nothing in daily use grows with their number.
package struct GroupState: Equatable, Sendable {
    /// The group's id.
    package let group: GroupID
    /// Which rules hold.
    package let rules: Int
    /// Years that payloads of reveals are kept.
    package let retentionYears: Int
    /// Blob with the sealed name of the group.
    package let groupName: BlobHash
    /// Everybody who ever was a member, in order of number from 1.
    package var members: [Member]
    /// Every circle, by id.
    package var circles: [CircleID: Circle]
    /// The circle of all members now.
    package var groupCircle: CircleID
    /// Index of the last entry that changed the membership.
    package var rosterIndex: Int
    /// The highest case number so far; 0 before the first.
    package var lastCase: Int
    /// The time of the last entry, by its signer's clock.
    package var lastTime: Instant
    /// When each epoch began, by the clock of the entry that began it; the first epoch is 1.
    package var epochs: [Instant]
    /// Deliveries that somebody may still have to open.
    package var deliveries: [PendingDelivery]
    /// SHA-256 of every key that ever was a member's: none comes back as somebody else's.
    package var usedKeys: Set<BlobHash>
    /// Member ids that ended when others took over their number.
    package var formerIDs: Set<MemberID>
    /// Circles that vanished with the last of their members: no other takes their id.
    package var formerCircles: Set<CircleID>
    /// Index of the last entry that names another line of this log, which was left for this one; nil where there was none.
    package var lineBegun: Int?
    /// Reveals in entries before this index may be without their payload.
    package var expired: Int
    /// The months in which something that counts was written, ascending, each with its first entry.
    package var months: [MonthBegun]

    /// The circle of members and auditors.
    package var logCircle: CircleID { .log(of: group) }

    /// The origin line of checkpoints: `kluis/<group id>`, and behind a line that was left the index of the entry that says so, since what
    /// was signed of the other line is no statement about this one.
    package var origin: String { group.origin + (lineBegun.map { "/\($0)" } ?? "") }

    /// The log circle's generation.
    package var epoch: Int { circles[logCircle]?.generation ?? 0 }

    /// The member with that number, gone or not.
    package func member(_ number: Int) -> Member? { members.indices.contains(number - 1) ? members[number - 1] : nil }

    /// Members who have not gone.
    package var activeMembers: [Member] { members.filter { $0.ended == nil } }

    /// The member with that id, gone or not.
    package func member(_ id: MemberID) -> Member? { members.first { $0.id == id } }

    /// The key that entries named so are verified with; nil for a key of nobody, of someone who has gone, or of an older number.
    package func signingKey(_ name: KeyName) -> SigningPublicKey? {
        guard let member = member(name.member), member.ended == nil, member.keyNumber == name.number else { return nil }
        return member.signing
    }

    /// The private circle of a member, if it exists yet.
    package func privateCircle(of id: MemberID) -> Circle? {
        circles.values.first { $0.kind == .private && $0.members == [id] }
    }
}

/// One person in the group.
package struct Member: Equatable, Sendable {
    /// The name of their signing key.
    package let id: MemberID
    /// Counts from 1, never reused.
    package let number: Int
    /// What they are.
    package let role: Role
    /// Last day of their membership (to its end, UTC), if it has one.
    package var until: Day?
    /// When they became a member.
    package let since: Instant
    /// How and when they ceased to be one.
    package var ended: Ended?
    /// Counts their signing keys.
    package var keyNumber: Int
    /// Verifies their entries.
    package var signing: SigningPublicKey
    /// Receives wraps.
    package var decryption: DecryptionPublicKey
    /// Blob with their sealed name.
    package var name: BlobHash
    /// The epoch whose LogKey seals the name.
    package var nameEpoch: Int
    /// Whether the name has gone since, after the group's period.
    package var nameIsErased = false

    /// How somebody ceased to be a member; the raw value is the status in JSON.
    package enum How: String, Sendable {
        /// Of their own will.
        case left
        /// Taken off by another member.
        case removed
        /// Their end date passed.
        case ended
    }

    /// How and when.
    package struct Ended: Equatable, Sendable {
        /// In which way.
        package let how: How
        /// By the clock of the entry that says so.
        package let time: Instant
    }

    /// Whether an entry of that time may still be theirs by their end date: to the end of that day, UTC.
    package func isWithin(_ time: Instant) -> Bool { until.map { time.day <= $0 } ?? true }
}

/// Some members that share a key.
package struct Circle: Equatable, Sendable {
    /// Which circle.
    package let id: CircleID
    /// What kind.
    package let kind: CircleKind
    /// Counts its keys from 1.
    package var generation: Int
    /// Who has the key.
    package var members: [MemberID]
    /// Commits to the key.
    package var commitment: Commitment
    /// Blob with the key's wraps.
    package var delivery: BlobHash
    /// Index of the entry that began this generation.
    package var begun: Int
    /// Where its parts stand since the last rotation; nil where it had none, or none yet.
    package var manifest: BlobHash?
    /// Cases, not erased, whose summary is in it.
    package var cases: Int
    /// Somebody in it has gone and it has not rotated since: sealing in it is void.
    package var owesRotation: Bool

    /// Takes what an entry introduced; `delivery` from the clear line for the log circle.
    package init(_ facts: CircleFacts, delivery: BlobHash, begun: Int) {
        id = facts.id
        kind = facts.kind
        generation = facts.generation
        members = facts.members
        commitment = facts.commitment
        self.delivery = delivery
        self.begun = begun
        manifest = nil
        cases = 0
        owesRotation = false
    }
}

/// A delivery that stays in the vault until all its recipients have published a newer decryption key.
package struct PendingDelivery: Equatable, Sendable {
    /// Name of the blob.
    package let blob: BlobHash
    /// The circle whose key it brings.
    package let circle: CircleID
    /// That key's generation.
    package let generation: Int
    /// Who has not published a newer key yet.
    package var recipients: [MemberID]
}

extension GroupState {
    /// Whether that member should publish a fresh decryption key: a generation that was delivered to the present one has ended.
    package func owesFreshKey(_ id: MemberID) -> Bool {
        deliveries.contains { $0.recipients.contains(id) && $0.generation < (circles[$0.circle]?.generation ?? .max) }
    }

    /// Members who could take somebody else off: active, with the role of a member, without an end date.
    package var lasting: [Member] { activeMembers.filter { $0.role == .member && $0.until == nil } }
}

extension MemberFacts {
    /// Who that is from a time on, with their name sealed in an epoch.
    func asMember(since: Instant, nameEpoch: Int) -> Member {
        Member(
            id: id, number: number, role: role, until: until, since: since, ended: nil, keyNumber: keyNumber, signing: signing,
            decryption: decryption, name: name, nameEpoch: nameEpoch)
    }
}
