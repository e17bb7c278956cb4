import VaultFormat
import VaultLog

extension Session {
    /// `case withdraw`: back to a draft in my private circle, with every note, whoever wrote it. Throws ``Fault``: no such case, not yours,
    /// closed, a draft already, damaged.
    package func withdraw(case number: Int, dryRun: Bool) throws -> CaseWithdrawn {
        try require(.caseWithdrawn, about: number)
        var record = try caseToWithdraw(number)
        if !dryRun {
            try beginPrivateCircle()
            try append {
                record = try caseToWithdraw(number)
                guard let own = state.privateCircle(of: me) else { throw OurBug(place: "a member without a circle of their own") }
                return try move(record, .caseWithdrawn, summaryTo: own, bodyTo: own)
            }
        }
        return CaseWithdrawn(
            number: number, state: .draft, notesOfOthers: record.notes.count { $0.author != myself.number },
            attachmentsOfOthers: record.attachments.count { $0.author != myself.number })
    }

    private func caseToWithdraw(_ number: Int) throws -> CaseRecord {
        let record = try caseOfMine(number)
        guard record.state != .closed else { throw Fault.caseClosed(number) }
        guard record.state != .draft else { throw Fault.alreadyDraft(number) }
        return record
    }
}
