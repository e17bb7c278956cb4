import VaultAudit
import VaultCore
import VaultFormat
import VaultLog

/// What somebody opened, and what became of it since they went.
struct LeaverView {
    let answer: LeaverAnswer
    let language: Language

    /// The members of `data`.
    var data: [JSON.Member] {
        let member = answer.member
        let items = zip(answer.openings.cases, answer.cases).map { opening, now in
            JSON.object([
                JSON.Member("case", .int(opening.caseNumber)), JSON.Member("own", .bool(opening.isOwn)),
                JSON.Member("first", .string(opening.first.text)), JSON.Member("last", .string(opening.last.text)),
                JSON.Member("count", .int(opening.count)), JSON.Member("versions", .array(opening.versions.map(JSON.int))),
                JSON.Member("attachments", .array(opening.attachments.map(JSON.int))),
                JSON.Member("state", .string(now.state.rawValue)), JSON.Member("version", .int(now.version)),
                JSON.Member("parts", .int(now.parts)), JSON.Member("rewritten_parts", JSON(now.rewritten)),
                JSON.Member("owed_parts", JSON(now.owed)),
            ])
        }
        return [
            JSON.Member("member", .int(member.number)), JSON.Member("name", .string(member.name)),
            JSON.Member("role", .string(member.role.rawValue)), JSON.Member("since", .string(member.since.text)),
            JSON.Member("until", JSON(member.until?.text)), JSON.Member("status", .string(member.ended?.rawValue ?? "active")),
            JSON.Member("gone", JSON(answer.gone?.time.text)), JSON.Member("searches", .int(answer.openings.searches)),
            JSON.Member("refused", .int(answer.openings.refused)), JSON.Member("unreadable", .int(answer.openings.unreadable)),
            JSON.Member("expired", .int(answer.openings.erased)),
            JSON.Member("items", .array(items)),
        ]
    }

    /// What people read.
    var page: Page {
        var page = Page()
        let member = answer.member
        func add(_ deed: LeaverWording, _ emphasis: Page.Emphasis = .plain, indent: Int = 0) {
            page.add(deed.text(in: language), emphasis, indent: indent)
        }
        add(.heading(name: member.name, member.role, since: Moment(member.since).day, gone: answer.gone), .strong)
        add(.opened(cases: answer.openings.cases.count, searches: answer.openings.searches, refused: answer.openings.refused))
        if answer.openings.unreadable > 0 { add(.unreadable(answer.openings.unreadable)) }
        if answer.openings.erased > 0 { page.add(ReportText.erased(answer.openings.erased).text(in: language)) }
        for (opening, now) in zip(answer.openings.cases, answer.cases) {
            add(.theCase(opening), indent: 2)
            add(.now(now), indent: 4)
        }
        if answer.gone != nil { add(.mayHaveKept(name: member.name)) }
        return page
    }
}
