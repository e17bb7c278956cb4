import VaultAudit
import VaultFormat

/// A report as one HTML page: no scripts, nothing fetched, pictures in the page, tables that a screen reader can walk through, and a page
/// to sign.
struct ReportPage {
    let report: AuditReport
    let language: Language

    /// Hands over the page piece by piece; every look passes by, and none is kept.
    func write(to out: (String) throws -> Void) rethrows {
        try out(head.source)
        try out(summary.source)
        let tables = ReportTables(report: report, language: language)
        try tables.writeToSign(.serious, to: out)
        try tables.writeToSign(.unexplained, to: out)
        try out(pictures.source)
        try out((tables.members + tables.cases + tables.days).source)
        try tables.writeEveryAccess(to: out)
        try out((tables.rules + notShown + signing).source)
        try out("</main>\n</body>\n</html>\n")
    }

    private func words(_ text: ReportText) -> String { text.text(in: language) }

    private var head: HTML {
        let frame = report.frame
        let maker = report.name(of: frame.maker) ?? ReportColumn.person(frame.maker).text(in: language)
        let from: ReportText = report.showsNames ? .group(frame.groupName) : .pseudonyms
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="\(ReportSheet.policy)">
            <meta name="referrer" content="no-referrer">
            <title>\(words(.title)) \(report.showsNames ? frame.groupName : "") \(frame.made.day.text)</title>
            \(ReportSheet.style)
            </head>
            <body>
            <header>
            <h1>\(words(.title))</h1>
            <p>\(words(from))<br>
            \(words(.period(report.period)))<br>
            \(words(.madeBy(maker, frame.made)))</p>
            <p class="quiet">\(words(.logRead(frame)))</p>
            <p class="quiet">\(words(.modelled))</p>
            </header>
            \(contents)
            <main>

            """
    }

    private var contents: HTML {
        let items = HTML.each(ReportAnchor.allCases) { anchor -> HTML in
            "<li><a href=\"#\(anchor.rawValue)\">\(words(anchor.heading))</a></li>\n"
        }
        return "<nav aria-label=\"\(words(.contents))\">\n<ul>\n\(items)</ul>\n</nav>"
    }

    private var summary: HTML {
        let all = report.counts.all
        let tiles = HTML.each(Verdict.allCases) { verdict -> HTML in
            "<li class=\"\(verdict.cssClass)\"><b>\(all.count(verdict))</b> \(verdict.text(in: language))</li>\n"
        }
        var page: HTML = """
            \(ReportAnchor.summary.heading(in: language))
            <p>\(words(.inShort(all)))</p>
            <ul class="tiles">
            \(tiles)</ul>

            """
        let grounds = Ground.allCases.compactMap { ground in report.counts.explanations[ground].map { (ground, $0) } }
        if !grounds.isEmpty {
            let items = HTML.each(grounds) { ground, count -> HTML in "<li>\(ground.text(in: language)): \(count)</li>\n" }
            page += "<p>\(words(.explainedBy))</p>\n<ul>\n\(items)</ul>\n"
        }
        if let last = report.counts.lastUnreadable { page += "<p>\(words(.unreadable(report.counts.unreadable, last: last)))</p>\n" }
        if report.counts.erased > 0 { page += "<p>\(words(.erased(report.counts.erased)))</p>\n" }
        return page
    }

    private var pictures: HTML {
        let pictures = ReportPictures(report: report, language: language)
        return """
            \(ReportAnchor.pictures.heading(in: language))
            \(pictures.week)
            \(pictures.cases)
            \(pictures.lanes)

            """
    }

    private var notShown: HTML {
        let items = HTML.each(0..<4) { number -> HTML in "<li>\(words(.notShownList(number)))</li>\n" }
        return "\(ReportAnchor.notShown.heading(in: language))\n<ul>\n\(items)</ul>\n"
    }

    private var signing: HTML {
        let rows = HTML.each([ReportText.signName, .signRole, .signDate, .signature]) { row -> HTML in
            "<dt>\(words(row))</dt>\n<dd class=\"lines\"></dd>\n"
        }
        return """
            <section class="page">
            \(ReportAnchor.signing.heading(in: language))
            <p>\(words(.inShort(report.counts.all)))</p>
            <p>\(words(.logRead(report.frame)))</p>
            <p>\(words(.signingAbout))</p>
            <dl>
            \(rows)</dl>
            </section>

            """
    }
}

/// The sections of a report, by the name that links use.
enum ReportAnchor: String, CaseIterable {
    case summary, serious, unexplained, pictures, members, cases, days, looks, rules, notShown, signing

    /// What stands above it.
    var heading: ReportText {
        switch self {
        case .summary: .tenSeconds
        case .serious: .lookAt
        case .unexplained: .unexplained
        case .pictures: .pictures
        case .members: .members
        case .cases: .cases
        case .days: .days
        case .looks: .everyAccess
        case .rules: .rules
        case .notShown: .notShown
        case .signing: .signing
        }
    }

    func heading(in language: Language) -> HTML { "<h2 id=\"\(rawValue)\">\(heading.text(in: language))</h2>" }
}

extension Verdict {
    /// The class that the sheet knows it by.
    var cssClass: String {
        switch self {
        case .explained: "explained"
        case .unexplained: "unexplained"
        case .serious: "serious"
        }
    }
}
