import VaultFormat
import VaultLog

extension Session {
    /// `case share`: a case of mine, draft, shared or closed, to the group or, with `without`, to those who are members now but for these.
    /// With `pitchOnly` they get title and pitch alone, and text and notes stay with me. What stands there already is left as it is,
    /// without an entry. Throws ``Fault``: no such case or member, not yours, leaves nobody, damaged.
    package func share(case number: Int, pitchOnly: Bool, without: [MemberReference], dryRun: Bool) throws -> CaseShared {
        try require(.caseShared, about: number)
        _ = try caseOfMine(number)
        let leftOut = Set(try without.map { try member($0).id })
        // Whoever's day is over is no reader any more.
        if !dryRun { try settle() }
        let readers = try readers(without: leftOut)
        let answer = answer(number, seesSummary: readers, seesText: pitchOnly ? [me] : readers)
        if try dryRun || isShared(number, with: leftOut, pitchOnly) { return answer }
        if pitchOnly { try beginPrivateCircle() }
        if try circle(without: leftOut) == nil { try beginCircle { try self.readers(without: leftOut) } }
        try append {
            let record = try caseOfMine(number)
            // Somebody came or went meanwhile: whoever asks again sees who it is now.
            guard try self.readers(without: leftOut) == readers, let circle = try circle(without: leftOut),
                let bodyTo = pitchOnly ? state.privateCircle(of: me) : circle
            else { throw Fault.busy }
            if let body = record.body, state.circles[body.circle] == nil { throw Fault.textLost(number) }
            guard let summary = record.summary, let body = record.body, !isLost(summary), !isLost(body) else {
                throw Fault.partDamaged(case: number, note: nil)
            }
            return try move(record, .caseShared, summaryTo: circle, bodyTo: bodyTo)
        }
        return answer
    }

    /// Members who read content, in order of id, but for those left out. Throws ``Fault/leavesNobody`` where I am left out, or alone.
    private func readers(without leftOut: Set<MemberID>) throws -> [MemberID] {
        let all = state.circles[state.groupCircle]?.members ?? []
        let readers = all.filter { !leftOut.contains($0) }
        guard readers.contains(me), readers.count > 1 || readers == all else { throw Fault.leavesNobody }
        return readers
    }

    /// The group circle; or, where somebody is left out, a circle of exactly the others whose key I have, if there is one. A circle that
    /// was the group's is none: a newcomer may be given its key.
    private func circle(without leftOut: Set<MemberID>) throws -> Circle? {
        let group = state.circles[state.groupCircle]
        let members = try readers(without: leftOut)
        guard members != group?.members else { return group }
        let fitting = state.circles.values.filter { $0.kind == .some && $0.members == members }.sorted { $0.id < $1.id }
        return try fitting.first { try keys.holds($0) }
    }

    /// Whether the case stands where it would be taken.
    private func isShared(_ number: Int, with leftOut: Set<MemberID>, _ pitchOnly: Bool) throws -> Bool {
        let record = try caseOfMine(number)
        guard record.state == .shared, let circle = try circle(without: leftOut), record.summary?.circle == circle.id else { return false }
        return record.body?.circle == (pitchOnly ? state.privateCircle(of: me)?.id : circle.id)
    }

    private func answer(_ number: Int, seesSummary: [MemberID], seesText: [MemberID]) -> CaseShared {
        func names(_ isMeant: (Member) -> Bool) -> [String] {
            state.activeMembers.filter { $0.role != .auditor && isMeant($0) }.map { name(of: $0.id) }
        }
        return CaseShared(
            number: number, state: .shared, readers: names { seesText.contains($0.id) },
            summaryOnly: names { seesSummary.contains($0.id) && !seesText.contains($0.id) },
            leftOut: names { !seesSummary.contains($0.id) && !seesText.contains($0.id) })
    }
}
