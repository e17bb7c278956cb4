import VaultFormat
import VaultLog

extension Session {
    /// `attach list`: names and sizes of a case's attachments; one entry, before any of them. A damaged one is passed over and named.
    /// Throws ``Fault``.
    package func attachments(ofCase number: Int) throws -> AttachmentList {
        let find = { [self] in
            try require(.casesListed, about: number)
            return try caseWithBody(number)
        }
        return try revealing(.casesListed, find, as: { Reveal(case: number, reason: reason(for: $0)) }) { try attachments(of: $0) }
    }

    /// Those of which I may open the summary.
    func attachments(of record: CaseRecord) throws -> AttachmentList {
        var items: [AttachmentAnswer] = []
        var damaged: [Int] = []
        for attachment in record.attachments where mayOpen(attachment.summary) {
            do {
                let summary = try summary(of: attachment)
                items.append(
                    AttachmentAnswer(
                        number: attachment.number, name: summary.name.text, bytes: summary.length, author: name(of: attachment.author),
                        time: attachment.added))
            } catch is PartFault { damaged.append(attachment.number) }
        }
        return AttachmentList(items: items, damaged: damaged)
    }

    /// Name and length. Throws ``PartFault``.
    func summary(of attachment: AttachmentRecord) throws -> AttachmentSummary {
        let bytes = try open(attachment.summary, of: attachment.item, version: AttachmentRecord.version)
        guard let summary = try? AttachmentSummary(parsing: bytes) else { throw PartFault.altered }
        return summary
    }
}
