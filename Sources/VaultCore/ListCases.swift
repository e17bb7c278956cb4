import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `case list`: every case of which I may open the summary. A damaged one is named and the rest is shown. Throws ``Fault``.
    package func cases() throws -> CaseList {
        try require(.casesListed)
        return try revealing(.casesListed, {}, as: { Reveal() }) {
            var list = CaseList(items: [], damaged: [])
            var page: [CaseEntry] = []
            try eachCaseWithParts { entry in
                guard entry.record.state != .erased, mayOpen(entry.record.summary) else { return }
                page.append(entry)
                guard page.count == Self.summariesAtOnce else { return }
                try add(page, to: &list)
                page.removeAll(keepingCapacity: true)
            }
            try add(page, to: &list)
            return list
        }
    }

    /// Their summaries are asked for in one query: a query costs as much as opening what it gives.
    private static let summariesAtOnce = 64

    private func add(_ page: [CaseEntry], to list: inout CaseList) throws {
        let names = page.compactMap(\.record.summary?.blob)
        // Where that fails, as it does where a page of the file is spoiled, each is asked for by itself, and only those that stand there
        // are lost.
        let found = (try? vault.smallBlobs(names, limit: PartFault.largest)) ?? Array(repeating: nil, count: names.count)
        for (entry, bytes) in zip(page, found) {
            do {
                list.items.append(listing(entry, try summary(of: entry.record, found: bytes)))
            } catch is PartFault {
                list.damaged.append(entry.record.number)
            }
        }
    }

    private func listing(_ entry: CaseEntry, _ summary: CaseSummary) -> CaseListing {
        let record = entry.record
        return CaseListing(
            number: record.number, title: summary.title, pitch: summary.pitch, author: name(of: record.author), state: record.state,
            updated: record.updated, notes: record.notes.count, attachments: record.attachments.count, readBy: entry.reads.count,
            readByOthers: entry.reads.count { $0.member != record.author },
            knowsAllReads: myself.since <= record.earlier.first?.time ?? record.updated)
    }

    /// Every case this home knows, in order of number. The home stands still meanwhile: `body` must not change it.
    func eachCase(_ body: (CaseEntry) throws -> Void) throws {
        try Fault.inHome {
            try home.snapshot { try home.cases { row, places in try body(try membership.caseEntry(row.number, row.value, places)) } }
        }
    }

    /// The same for a `body` that reads parts: the vault stands still as well, and is asked once whether it may be read, not for each part.
    func eachCaseWithParts(_ body: (CaseEntry) throws -> Void) throws {
        try Fault.inVault { try vault.snapshot { try eachCase(body) } }
    }
}
