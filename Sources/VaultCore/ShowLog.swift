import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `log show`: what happened, by whom; of one case or all; from an index; at most `limit` lines, the newest when no index is given.
    /// An entry says that the log was read, before any of it is shown. Throws ``Fault``.
    package func log(case number: Int?, from first: Int?, limit: Int?) throws -> [LogLine] {
        try require(.logOpened)
        if let number, try membership.caseEntry(number) == nil { throw Fault.noSuchCase(number) }
        let size = edge.size
        try append { Change(payload: Payload(.logOpened, .logRead(case: number))) }
        var lines: [LogLine] = []
        let wanted = limit ?? .max
        let backwards = first == nil && limit != nil
        var next = backwards ? size - 1 : first ?? 0
        while lines.count < wanted, next >= 0, next < size {
            let line = try loggedLine(next)
            if number.map(line.isAbout) ?? true { lines.append(answer(line, next)) }
            next += backwards ? -1 : 1
        }
        return backwards ? lines.reversed() : lines
    }

    func loggedLine(_ index: Int) throws -> LoggedLine {
        try membership.line(index)
    }

    private func answer(_ line: LoggedLine, _ index: Int) -> LogLine {
        let member = line.member.flatMap { number in state.members.first { $0.number == number } }
        return LogLine(
            index: index, time: line.time, event: line.event, member: line.member, name: member.map { name(of: $0.id) }, role: member?.role,
            subject: line.subject, subjectName: line.subject.map(name(of:)), caseNumber: line.caseNumber, note: line.note,
            attachment: line.attachment, outcome: line.outcome, reason: line.reason?.rawValue,
            epoch: line.epoch, isVoid: line.isVoid, isErased: line.isErased, found: line.found)
    }
}
