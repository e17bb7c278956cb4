import VaultAudit
import VaultFormat

/// The tables of a report. Each row begins with its head, so that a screen reader says whose cells these are.
struct ReportTables {
    let report: AuditReport
    let language: Language

    private var phrases: AccessWords { AccessWords(report: report, language: language) }

    private func words(_ sentence: some Sentence) -> String { sentence.text(in: language) }

    /// Everything of one verdict, with room to write and to sign.
    func writeToSign(_ verdict: Verdict, to out: (String) throws -> Void) rethrows {
        let isSerious = verdict == .serious
        let anchor: ReportAnchor = isSerious ? .serious : .unexplained
        try out("\(anchor.heading(in: language).source)\n")
        guard report.counts.all.count(verdict) > 0 else {
            return try out(("<p>\(words(isSerious ? ReportText.nothingToLookAt : .nothingUnexplained))</p>\n" as HTML).source)
        }
        let heads: HTML = """
            \(head(.time))\(head(.what))<th scope="col" class="remarks">\(words(ReportText.remarks))</th>\
            <th scope="col" class="initials">\(words(ReportText.initials))</th>
            """
        try out(open(heads, labelledBy: anchor).source)
        try report.eachAccess { access in
            guard access.verdict == verdict else { return }
            let row: HTML = """
                <tr class="\(verdict.cssClass)"><th scope="row">\(access.entry.index)<br>\(Self.moment(access.entry.time))</th><td class="what">\(phrases.what(access))<br><span class="verdict">\(phrases.why(access))</span></td>\
                <td class="sign"></td><td class="sign"></td></tr>

                """
            try out(row.source)
        }
        try out(Self.close)
    }

    /// Every look, with its explanation.
    func writeEveryAccess(to out: (String) throws -> Void) rethrows {
        try out("\(ReportAnchor.looks.heading(in: language).source)\n")
        let heads: HTML = "\(head(.time))\(head(.what))\(head(.why))"
        try out(open(heads, labelledBy: .looks).source)
        try report.eachAccess { access in
            let row: HTML = """
                <tr class="\(access.verdict.cssClass)"><th scope="row">\(access.entry.index)<br>\(Self.moment(access.entry.time))</th><td class="what">\(phrases.what(access))</td>\
                <td><span class="verdict">\(words(access.verdict))</span>: \(phrases.why(access))</td></tr>

                """
            try out(row.source)
        }
        try out(Self.close)
    }

    /// How often each member looked.
    var members: HTML {
        table(.members, .member, report.counts.members.sorted { $0.key < $1.key }, counts: .cases) { phrases.name(of: $0) }
    }

    /// How often each case was looked at.
    var cases: HTML {
        table(.cases, .theCase, report.counts.cases.sorted { $0.key < $1.key }, counts: .people) { String($0) }
    }

    /// How often there were looks on each day.
    var days: HTML {
        table(.days, .day, report.counts.days.sorted { $0.key < $1.key }, counts: .people) { $0.text }
    }

    /// The rules, their numbers, and how often each found something.
    var rules: HTML {
        let limits = report.examination.limits
        let rows = HTML.each(Rule.allCases) { rule -> HTML in
            """
            <tr><th scope="row" class="words">\(words(rule))</th><td>\(words(RuleWording(rule: rule, limits: limits)))<br>\
            <span class="quiet">\(words(rule.isSerious ? Verdict.serious : .unexplained))</span></td><td class="number">\(report.counts.rules[rule] ?? 0)</td></tr>

            """
        }
        let heads: HTML = "\(head(.rule))\(head(.what))\(head(.found, isNumber: true))"
        return """
            \(ReportAnchor.rules.heading(in: language))
            <p>\(words(ReportText.rulesAbout))</p>
            \(open(heads, labelledBy: .rules))\(rows)</tbody>
            </table>

            """
    }

    /// Which number stands beside the verdicts.
    private enum Beside {
        case cases, people
    }

    private func table<Key>(
        _ anchor: ReportAnchor, _ first: ReportColumn, _ tallies: [(key: Key, value: Tally)], counts: Beside, name: (Key) -> String
    ) -> HTML {
        var heads: HTML =
            "\(head(first))\(head(.explained, isNumber: true))\(head(.unexplained, isNumber: true))\(head(.serious, isNumber: true))"
        if counts == .people { heads += head(.people, isNumber: true) }
        let rows = HTML.each(tallies) { key, tally -> HTML in
            var row: HTML = "<tr><th scope=\"row\">\(name(key))</th>"
            for verdict in Verdict.allCases { row += "<td class=\"number\">\(tally.count(verdict))</td>" }
            if counts == .people { row += "<td class=\"number\">\(tally.people.count)</td>" }
            return row + "</tr>\n"
        }
        return """
            \(anchor.heading(in: language))
            \(open(heads, labelledBy: anchor))\(rows)</tbody>
            </table>

            """
    }

    private func open(_ heads: HTML, labelledBy anchor: ReportAnchor) -> HTML {
        "<table aria-labelledby=\"\(anchor.rawValue)\">\n<thead>\n<tr>\(heads)</tr>\n</thead>\n<tbody>\n"
    }

    private static let close = "</tbody>\n</table>\n"

    /// A day is not broken in two.
    private static func moment(_ time: Instant) -> HTML {
        "<span class=\"date\">\(time.utc.day.text)</span> \(time.utc.clock)"
    }

    private func head(_ column: ReportColumn, isNumber: Bool = false) -> HTML {
        let kind: HTML = isNumber ? " class=\"number\"" : column == .time ? " class=\"time\"" : ""
        return "<th scope=\"col\"\(kind)>\(words(column))</th>"
    }
}
