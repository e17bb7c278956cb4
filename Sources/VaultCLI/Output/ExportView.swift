import VaultAudit
import VaultFormat
import VaultLog

/// What `audit verify` found, and what it cannot show.
struct ExportView {
    let found: ExportVerification
    let language: Language

    /// Findings that people are shown; programs get all.
    private static let mostShown = 50

    /// The members of `data`.
    var data: [JSON.Member] {
        [
            JSON.Member("group", JSON(found.group?.hex)), JSON.Member("size", .int(found.head.size)),
            JSON.Member("root", .string(found.head.root.base64)), JSON.Member("entries_verified", .int(found.entriesVerified)),
            JSON.Member("disclosed", .int(found.disclosed)), JSON.Member("expired", .int(found.absent)),
            JSON.Member("members", .int(found.members)), JSON.Member("exported_by", JSON(found.exporter)),
            JSON.Member("exported", JSON(found.time?.text)), JSON.Member("words_agree", found.wordsAgree.map(JSON.bool) ?? .null),
            JSON.Member("since", JSON(found.since?.size)), JSON.Member("first_bad_entry", JSON(found.firstBadEntry)),
            JSON.Member("findings", .array(found.findings.map(json))),
            JSON.Member("not_shown", .array(found.notShown.map { .string($0.rawValue) })),
        ]
    }

    /// What people read.
    var page: Page {
        var page = Page()
        if let finding = found.findings.first(where: { $0.kind == .noExport }) {
            page.add(finding.wording.text(in: language), .alarming)
            return page
        }
        page.add(ExportWording.verified(entries: found.entriesVerified, of: found.head.size, members: found.members).text(in: language))
        if let exporter = found.exporter, let time = found.time {
            page.add(ExportWording.exported(by: exporter, time).text(in: language))
        }
        if let first = found.firstBadEntry { page.add(ExportWording.firstBad(first).text(in: language), .alarming) }
        for finding in found.findings.prefix(Self.mostShown) { page.add(finding.wording.text(in: language), .alarming, indent: 2) }
        if found.findings.count > Self.mostShown {
            page.add(ExportWording.more(found.findings.count - Self.mostShown).text(in: language), indent: 2)
        }
        guard found.findings.isEmpty else { return page }
        page.add(ExportWording.consistent.text(in: language), .strong)
        if found.wordsAgree == true { page.add(ExportWording.wordsAgree.text(in: language)) }
        if let since = found.since { page.add(ExportWording.goesOn(from: since.size).text(in: language)) }
        for missing in found.notShown { page.add(ExportWording.notShown(missing, entries: unseen).text(in: language)) }
        return page
    }

    private var unseen: Int { found.head.size - found.disclosed }

    private func json(_ finding: AuditFinding) -> JSON {
        .object([
            JSON.Member("index", JSON(finding.index)),
            JSON.Member("file", JSON(finding.place == .kept ? OptionName.since.typed : finding.file)),
            JSON.Member("kind", .string(finding.kind.rawValue)), JSON.Member("message", .string(finding.wording.text(in: language))),
        ])
    }
}
