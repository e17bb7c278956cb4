import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `case list`: every case of which I may open the summary. A damaged one is named and the rest is shown. Throws ``Fault``.
    package func cases() throws -> CaseList {
        try require(.casesListed)
        return try revealing(.casesListed, {}, as: { Reveal() }) {
            var items: [CaseListing] = []
            var damaged: [Int] = []
            try eachCase { entry in
                let record = entry.record
                guard record.state != .erased, mayOpen(record.summary) else { return }
                do {
                    items.append(listing(entry, try summary(of: record)))
                } catch is PartFault {
                    damaged.append(record.number)
                }
            }
            return CaseList(items: items, damaged: damaged)
        }
    }

    private func listing(_ entry: CaseEntry, _ summary: CaseSummary) -> CaseListing {
        let record = entry.record
        return CaseListing(
            number: record.number, title: summary.title, pitch: summary.pitch, author: name(of: record.author), state: record.state,
            updated: record.updated, notes: record.notes.count, attachments: record.attachments.count, readBy: entry.reads.count)
    }

    /// Every case this home knows, in order of number.
    func eachCase(_ body: (CaseEntry) throws -> Void) throws {
        try Fault.inHome { try home.cases { row in try body(try membership.caseEntry(row.number, row.value)) } }
    }
}
