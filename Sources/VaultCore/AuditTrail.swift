package import VaultAudit
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// What a report is made from: the whole log as this home has verified it and may read it, and where it comes from. An entry says that
    /// the log was read, before any of it is handed over. Throws ``Fault``.
    package func auditTrail() throws -> (trail: Trail, frame: AuditReport.Frame) {
        try require(.logOpened)
        let head = edge.head
        try append { Change(payload: Payload(.logOpened, .logRead(case: nil))) }
        let frame = AuditReport.Frame(
            group: groupID, groupName: groupName, groupWords: try membership.words().words, head: head,
            headWords: try Fault.words(of: head).words, made: surroundings.now(), maker: myself.number)
        return (try trail(upTo: head.size), frame)
    }

    /// The first `size` entries, from what the home keeps of each.
    func trail(upTo size: Int) throws -> Trail {
        var entries: [TrailEntry] = []
        entries.reserveCapacity(size)
        try home.snapshot {
            for index in 0..<size { entries.append(TrailEntry(try loggedLine(index), index)) }
        }
        let members = state.members.map { member in
            TrailMember(
                number: member.number, name: names[member.id], role: member.role, since: member.since, until: member.until,
                ended: member.ended)
        }
        return Trail(members: members, entries: entries)
    }
}

extension TrailEntry {
    init(_ line: LoggedLine, _ index: Int) {
        self.init(
            index: index, time: line.time, member: line.member, subject: line.subject, event: line.event, caseNumber: line.caseNumber,
            note: line.note, attachment: line.attachment, outcome: line.outcome.flatMap(Outcome.init(rawValue:)), reason: line.reason,
            epoch: line.epoch, isVoid: line.isVoid, isErased: line.isErased, found: line.found,
            imported: line.imported)
    }
}
