import VaultAudit
import VaultFormat
import VaultLog

/// What `audit report` says on the terminal: what there is to see, and where it stands. Without a file, everything that somebody has to
/// look at.
struct ReportView {
    let report: AuditReport
    let file: ReportFile?
    let group: String
    let language: Language

    /// The members of `data`. Every look is among them where no file holds it.
    var data: [JSON.Member] {
        let all = report.counts.all
        var data = [
            JSON.Member("from", JSON(report.period.from?.text)), JSON.Member("to", JSON(report.period.to?.text)),
            JSON.Member("names", .bool(report.showsNames)), JSON.Member("size", .int(report.frame.head.size)),
            JSON.Member("explained", .int(all.explained)), JSON.Member("unexplained", .int(all.unexplained)),
            JSON.Member("must_be_looked_at", .int(all.serious)), JSON.Member("unreadable", .int(report.counts.unreadable)),
            JSON.Member("expired", .int(report.counts.erased)),
            JSON.Member("parameters", .object(parameters)), JSON.Member("rules", .object(rules)),
        ]
        if let file {
            data += [
                JSON.Member("file", .string(file.path)), JSON.Member("signature", .string(file.signaturePath)),
                JSON.Member("signers", .string(file.signersPath)),
            ]
        } else {
            var items: [JSON] = []
            report.eachAccess { items.append(item($0)) }
            data.append(JSON.Member("items", .array(items)))
        }
        return data
    }

    /// What people read.
    var page: Page {
        var page = Page()
        page.add(ReportDeed.heading(group: group).text(in: language), .strong)
        page.add(ReportText.inShort(report.counts.all).text(in: language))
        if let last = report.counts.lastUnreadable {
            page.add(ReportText.unreadable(report.counts.unreadable, last: last).text(in: language))
        }
        if report.counts.erased > 0 { page.add(ReportText.erased(report.counts.erased).text(in: language)) }
        if let file {
            page.add(ReportDeed.written(path: file.path).text(in: language))
            page.add(ReportDeed.signed(signature: file.signaturePath, signers: file.signersPath).text(in: language))
        } else {
            for verdict in [Verdict.serious, .unexplained] { add(verdict, to: &page) }
        }
        return page
    }

    private func add(_ verdict: Verdict, to page: inout Page) {
        let accesses = report.accesses(verdict)
        guard !accesses.isEmpty else { return }
        page.space()
        page.add(ReportDeed.these(verdict, accesses.count).text(in: language), .strong)
        let words = AccessWords(report: report, language: language)
        for access in accesses {
            let line = "\(access.entry.index)  \(access.entry.time.utc.short)  \(words.what(access)): \(words.why(access))"
            page.add(line, verdict == .serious ? .alarming : .plain, indent: 2, hang: 2)
        }
    }

    private var parameters: [JSON.Member] {
        let limits = report.examination.limits
        return [
            JSON.Member("cases_an_hour", .int(limits.casesAnHour)), JSON.Member("refusals", .int(limits.refusals)),
            JSON.Member("first_hour", .int(limits.firstHour)), JSON.Member("late_hour", .int(limits.lateHour)),
            JSON.Member("closed_days", .int(limits.closedDays)), JSON.Member("meeting_hours", .int(limits.meetingHours)),
        ]
    }

    private var rules: [JSON.Member] {
        Rule.allCases.map { JSON.Member($0.rawValue, .int(report.counts.rules[$0] ?? 0)) }
    }

    private func item(_ access: Access) -> JSON {
        let entry = access.entry
        return .object([
            JSON.Member("index", .int(entry.index)), JSON.Member("time", .string(entry.time.text)),
            JSON.Member("event", JSON(entry.event?.rawValue)), JSON.Member("member", JSON(entry.member)),
            JSON.Member("name", JSON(entry.member.flatMap(report.name))), JSON.Member("role", JSON(access.role?.rawValue)),
            JSON.Member("case", JSON(entry.caseNumber)), JSON.Member("note", JSON(entry.note)),
            JSON.Member("attachment", JSON(entry.attachment)), JSON.Member("outcome", JSON(entry.outcome?.rawValue)),
            JSON.Member("reason", JSON(entry.reason?.rawValue)), JSON.Member("epoch", .int(entry.epoch)),
            JSON.Member("void", .bool(entry.isVoid)),
            JSON.Member("cases", entry.found.map { .array($0.map(JSON.int)) } ?? .null),
            JSON.Member("explanation", .string(access.explanation.rawValue)), JSON.Member("verdict", .string(access.verdict.rawValue)),
            JSON.Member("rules", JSON(access.rules.rules.map(\.rawValue))),
        ])
    }
}

/// One look in words, by the names that the report may use.
struct AccessWords {
    let report: AuditReport
    let language: Language

    /// Who that is, in a report that may not name people a number.
    func name(of member: Int) -> String { report.name(of: member) ?? ReportColumn.person(member).text(in: language) }

    /// Who did what.
    func what(_ access: Access) -> String {
        let entry = access.entry
        return LogWording(
            name: entry.member.map(name), event: entry.event, subject: entry.subject.map(name),
            about: FindingWording.Place(case: entry.caseNumber, note: entry.note, attachment: entry.attachment),
            outcome: entry.outcome, isVoid: entry.isVoid, isErased: entry.isErased, found: entry.found
        ).text(in: language)
    }

    /// What was found, or, where nothing was, why they could look.
    func why(_ access: Access) -> String {
        access.rules.isEmpty
            ? access.explanation.text(in: language) : access.rules.rules.map { $0.text(in: language) }.joined(separator: ", ")
    }
}
