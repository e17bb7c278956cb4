import VaultAudit
import VaultFormat

/// The pictures of a report, as SVG of 360 units wide: drawn so that a narrow screen shows all of it and can still read it. Each has a
/// title and says what it shows.
struct ReportPictures {
    let report: AuditReport
    let language: Language

    private func words(_ sentence: some Sentence) -> String { sentence.text(in: language) }

    /// Hours downward, days across.
    var week: HTML {
        let week = report.counts.week
        let most = week.max() ?? 0
        let busiest = most == 0 ? nil : week.firstIndex(of: most).map { (day: $0 / 24, hour: $0 % 24, count: most) }
        let days = HTML.each(0..<7) { day -> HTML in
            "<text x=\"\(Self.left + day * 45 + 22)\" y=\"14\" text-anchor=\"middle\" font-size=\"12\">\(words(PictureText.weekday(day)))</text>\n"
        }
        let hours = HTML.each(0..<24) { hour -> HTML in
            let y = 20 + hour * 16
            let squares = HTML.each(0..<7) { day -> HTML in square(week[day * 24 + hour], of: most, x: Self.left + day * 45, y: y) }
            return "<text x=\"\(Self.left - 5)\" y=\"\(y + 12)\" text-anchor=\"end\" font-size=\"11\">\(hour)</text>\n\(squares)"
        }
        return figure("week", PictureText.week, PictureText.weekAbout(busiest: busiest), height: 408, "\(days)\(hours)")
    }

    /// A row of bars for each of the cases that were looked at most.
    var cases: HTML {
        let counts = report.counts
        let most = counts.cases.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }.prefix(Self.casesShown)
        let busiest = most.first.map { (number: $0.key, count: $0.value.total) }
        let days = counts.caseDays.values.flatMap(\.keys)
        guard let first = days.min(), let last = days.max(), let top = busiest else {
            return figure("perCase", PictureText.cases, PictureText.casesAbout(shown: 0, of: 0, busiest: nil), height: 4, "")
        }
        // No bar is thinner than a day, and there are at most forty.
        let width = max(1, (last.days - first.days) / Self.bars + 1)
        var binned: [Int: [Int: Int]] = [:]
        for row in most {
            for (day, count) in counts.caseDays[row.key] ?? [:] {
                binned[row.key, default: [:]][(day.days - first.days) / width, default: 0] += count
            }
        }
        let highest = max(1, binned.values.flatMap(\.values).max() ?? 1)
        let rows = HTML.each(most.map(\.key).sorted().enumerated()) { place, number -> HTML in
            let base = 30 + place * 34
            let bars = HTML.each((binned[number] ?? [:]).sorted { $0.key < $1.key }) { bin, count -> HTML in
                let height = max(2, 26 * count / highest)
                return "<rect x=\"\(Self.wideLeft + bin * 7)\" y=\"\(base - height)\" width=\"6\" height=\"\(height)\" fill=\"#0b4f6c\"/>\n"
            }
            return """
                <text x="0" y="\(base - 2)" font-size="12">\(words(PictureText.caseRow(number)))</text>
                <line x1="\(Self.wideLeft)" x2="\(Self.wideLeft + Self.bars * 7)" y1="\(base)" y2="\(base)" stroke="#8a8a8a"/>
                \(bars)
                """
        }
        let bottom = 30 + most.count * 34
        let axis: HTML = """
            <text x="\(Self.wideLeft)" y="\(bottom - 14)" font-size="11">\(first.text)</text>
            <text x="\(Self.wideLeft + Self.bars * 7)" y="\(bottom - 14)" text-anchor="end" font-size="11">\(last.text)</text>

            """
        let about = PictureText.casesAbout(shown: most.count, of: counts.cases.count, busiest: top)
        return figure("perCase", PictureText.cases, about, height: bottom, rows + axis)
    }

    /// A bar for each person, and a mark for each new key of the log.
    var lanes: HTML {
        let lanes = Lanes(report.trail, to: report.frame.made)
        let span = max(1, lanes.to.seconds - lanes.from.seconds)
        func x(_ time: Instant) -> Int { Int(360 * (time.seconds - lanes.from.seconds) / span) }
        let rows = HTML.each(lanes.people.enumerated()) { place, lane -> HTML in
            let y = place * 34
            let name = report.name(of: lane.member) ?? words(ReportColumn.person(lane.member))
            return """
                <text x="0" y="\(y + 13)" font-size="11">\(words(PictureText.lane(Self.short(name), lane)))</text>
                <rect x="\(x(lane.from))" y="\(y + 18)" width="\(max(2, x(lane.to) - x(lane.from)))" height="9" fill="\(lane.how == nil ? "#0b4f6c" : "#7d7d7d")"/>

                """
        }
        let bottom = lanes.people.count * 34
        let marks = HTML.each(lanes.epochs) { epoch -> HTML in
            "<line x1=\"\(x(epoch.time))\" x2=\"\(x(epoch.time))\" y1=\"\(bottom + 4)\" y2=\"\(bottom + 16)\" stroke=\"#9b1c1c\" stroke-width=\"2\"/>\n"
        }
        let axis: HTML = """
            <text x="0" y="\(bottom + 32)" font-size="11">\(lanes.from.day.text)</text>
            <text x="180" y="\(bottom + 32)" text-anchor="middle" font-size="11" fill="#8c1515">\(words(PictureText.epochs)): \(lanes.epochs.count)</text>
            <text x="360" y="\(bottom + 32)" text-anchor="end" font-size="11">\(lanes.to.day.text)</text>

            """
        let about = PictureText.lanesAbout(people: lanes.people.count, epochs: lanes.epochs.count)
        return figure("lanes", PictureText.lanes, about, height: bottom + 38, rows + marks + axis)
    }

    private static let left = 24
    private static let wideLeft = 72
    private static let bars = 41
    private static let casesShown = 20

    /// The darker, the more; the number stands in it as well.
    private func square(_ count: Int, of most: Int, x: Int, y: Int) -> HTML {
        guard count > 0 else { return "<rect x=\"\(x)\" y=\"\(y)\" width=\"43\" height=\"14\" fill=\"#f0f0f0\"/>\n" }
        let shades: [HTML] = ["#cfe3ec", "#9fc7d9", "#2f7796", "#0b4f6c"]
        let shade = min(3, 4 * (count - 1) / max(1, most))
        let ink: HTML = shade < 2 ? "#1b1b1b" : "#fff"
        return """
            <rect x="\(x)" y="\(y)" width="43" height="14" fill="\(shades[shade])"/>
            <text x="\(x + 21)" y="\(y + 11)" text-anchor="middle" font-size="10" fill="\(ink)">\(count)</text>

            """
    }

    private func figure(_ id: HTML, _ title: PictureText, _ about: PictureText, height: Int, _ drawing: HTML) -> HTML {
        """
        <h3>\(words(title))</h3>
        <figure>
        <svg viewBox="0 0 360 \(height)" role="img" aria-labelledby="\(id)Title \(id)About">
        <title id="\(id)Title">\(words(title))</title>
        <desc id="\(id)About">\(words(about))</desc>
        \(drawing)</svg>
        <figcaption class="quiet">\(words(about))</figcaption>
        </figure>

        """
    }

    /// A name that leaves room for what stands behind it.
    private static func short(_ name: String) -> String { name.count > 24 ? name.prefix(23) + "…" : name }
}
