package import VaultAudit
import VaultFormat
package import VaultLog

/// Answer to `audit leaver`.
package struct LeaverAnswer: Sendable {
    /// Who it is about.
    package let member: MemberListing
    /// When they went; nil while they are there.
    package let gone: Member.Ended?
    /// What they opened.
    package let openings: Openings
    /// What became of each case since, in the order of the openings.
    package let cases: [LeftCase]

    /// A case that somebody opened, as it is now.
    package struct LeftCase: Sendable {
        /// Its number.
        package let number: Int
        /// Its state.
        package let state: CaseState
        /// The newest version of its text.
        package let version: Int
        /// Parts it has now: title and pitch, text, notes, attachments.
        package let parts: Int
        /// How many of these stand under keys made when the person went or since; nil while they are there.
        package let rewritten: Int?
        /// How many stand in circles that still owe a new key since the person went; nil while they are there.
        package let owed: Int?
    }
}

extension Session {
    /// `audit leaver`: what a member opened, gone or not, and what was sealed anew since they went. An entry says that the log was read,
    /// before any of it is shown. Throws ``Fault``.
    package func leaver(_ reference: MemberReference) throws -> LeaverAnswer {
        try require(.logOpened)
        let member = try anyMember(reference)
        let size = edge.size
        try append { Change(payload: Payload(.logOpened, .logRead(case: nil))) }
        let trail = try trail(upTo: size)
        let openings = Openings(by: member.number, in: trail)
        let departure = trail.departure(of: member.number)
        return LeaverAnswer(
            member: MemberListing(
                number: member.number, name: name(of: member.id), role: member.role, since: member.since, until: member.until,
                ended: member.ended?.how), gone: member.ended, openings: openings,
            cases: try openings.cases.map { try leftCase($0.caseNumber, since: departure) })
    }

    func leftCase(_ number: Int, since departure: Int?) throws -> LeaverAnswer.LeftCase {
        guard let record = try membership.caseEntry(number)?.record else { throw Fault.homeDamaged }
        let circles = record.parts.map { state.circles[$0.facts.circle] }
        return LeaverAnswer.LeftCase(
            number: number, state: record.state, version: record.version, parts: circles.count,
            rewritten: departure.map { index in circles.count { $0.map { $0.begun >= index } ?? false } },
            owed: departure.map { index in circles.count { $0.map { $0.owesRotation && $0.begun < index } ?? false } })
    }

    /// Whoever is or was a member: by number, or by a name that only one of them had. Throws ``Fault/noSuchMember``.
    private func anyMember(_ reference: MemberReference) throws -> Member {
        let found =
            switch reference {
            case .number(let number): state.members.filter { $0.number == number }
            case .name(let name): state.members.filter { Self.folded(self.name(of: $0.id)) == Self.folded(name) }
            }
        guard let member = found.first, found.count == 1 else { throw Fault.noSuchMember }
        return member
    }
}
