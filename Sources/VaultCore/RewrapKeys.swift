import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `member rewrap`: the present key of every circle that a member and I are in, wrapped anew to the decryption key they have published.
    /// For somebody whom a delivery did not reach: no circle rotates, nobody is vouched for, and the keys are those they were to have.
    /// Throws ``Fault``: no such member, oneself.
    package func rewrap(_ reference: MemberReference, dryRun: Bool) throws -> MemberRewrapped {
        try require(.keyRewrapped)
        if dryRun { return answer(try lacking(reference)) }
        var done: Lacking?
        try append {
            let now = try lacking(reference)
            done = now
            let given = try now.circles.map { circle in
                let delivery = try keys.withCircleKey(circle.id, circle.generation) {
                    try deliver($0, of: circle.id, circle.generation, to: [now.member.id])
                }
                return (key: GivenKey(circle: circle.id, generation: circle.generation, delivery: delivery.hash), delivery: delivery)
            }
            return Change(
                payload: Payload(.keyRewrapped, .rewrapping(member: now.member.number, given.map(\.key))), adding: given.map(\.delivery))
        }
        guard let done else { throw OurBug(place: "wrapped anew without circles") }
        return answer(done)
    }

    /// Whom I help, and with which keys.
    private struct Lacking {
        let member: Member
        /// Circles of us both whose key I hold, in order of id.
        let circles: [Circle]
        /// Circles of theirs that others have to help with.
        let others: [Circle]
    }

    private func lacking(_ reference: MemberReference) throws -> Lacking {
        let member = try member(reference)
        guard member.id != me else { throw Fault.notOneself }
        let theirs = state.circles.values.filter { $0.members.contains(member.id) && $0.members.count > 1 }.sorted { $0.id < $1.id }
        let mine = try theirs.filter { try $0.members.contains(me) && keys.holds($0) }
        return Lacking(member: member, circles: mine, others: theirs.filter { circle in !mine.contains { $0.id == circle.id } })
    }

    private func answer(_ lacking: Lacking) -> MemberRewrapped {
        MemberRewrapped(
            number: lacking.member.number, name: name(of: lacking.member.id), circles: lacking.circles.count,
            others: lacking.others.map { circle in
                state.activeMembers.filter { circle.members.contains($0.id) && $0.id != me && $0.id != lacking.member.id }
                    .map { name(of: $0.id) }
            })
    }
}
