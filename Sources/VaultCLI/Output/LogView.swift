import VaultCore
import VaultFormat
import VaultLog

/// A stretch of the log.
struct LogView {
    let lines: [LogLine]
    let group: String
    let language: Language

    /// The elements of `items`.
    var items: [[JSON.Member]] {
        lines.map { line in
            [
                JSON.Member("index", .int(line.index)), JSON.Member("time", .string(line.time.text)),
                JSON.Member("event", JSON(line.event?.rawValue)), JSON.Member("member", JSON(line.member)),
                JSON.Member("name", JSON(line.name)), JSON.Member("role", JSON(line.role?.rawValue)),
                JSON.Member("subject", JSON(line.subject)), JSON.Member("subject_name", JSON(line.subjectName)),
                JSON.Member("case", JSON(line.caseNumber)), JSON.Member("note", JSON(line.note)),
                JSON.Member("attachment", JSON(line.attachment)), JSON.Member("outcome", JSON(line.outcome)),
                JSON.Member("reason", JSON(line.reason)), JSON.Member("epoch", .int(line.epoch)),
                JSON.Member("void", .bool(line.isVoid)),
                JSON.Member("cases", line.found.map { .array($0.map(JSON.int)) } ?? .null),
                JSON.Member("first_case", JSON(line.imported?.lowerBound)), JSON.Member("last_case", JSON(line.imported?.upperBound)),
            ] + (line.isErased ? [JSON.Member("expired", .bool(true))] : [])
        }
    }

    /// What people read: one line for each entry.
    var page: Page {
        var page = Page()
        let (zone, times) = Moment.column(lines.map(\.time))
        page.add(Label.logHeading(group: group, zone: zone).text(in: language), .strong)
        if lines.isEmpty { page.add(Label.emptyLog.text(in: language)) }
        let width = String(lines.last?.index ?? 0).count
        for (line, time) in zip(lines, times) {
            let index = String(line.index)
            let padded = String(repeating: " ", count: max(0, width - index.count)) + index
            page.add("\(padded)  \(time)  \(words(line).text(in: language))", line.isVoid ? .alarming : .plain, hang: width + 2)
        }
        return page
    }

    private func words(_ line: LogLine) -> LogWording {
        LogWording(
            name: line.name, event: line.event, subject: line.subjectName,
            about: FindingWording.Place(case: line.caseNumber, note: line.note, attachment: line.attachment),
            outcome: line.outcome.flatMap(Outcome.init(rawValue:)), isVoid: line.isVoid, isErased: line.isErased, found: line.found,
            imported: line.imported)
    }
}

/// What `check` and `log verify` found.
struct FindingsView {
    let findings: [Finding]
    let language: Language

    /// The error to end with; nil when nothing was found.
    var trouble: Trouble? { findings.isEmpty ? nil : .findings(findings.count) }

    /// The elements of `findings` of `log verify`.
    var ofLog: JSON {
        .array(
            findings.map { finding in
                .object([JSON.Member("index", JSON(finding.index)), kind(finding), message(finding)])
            })
    }

    /// The elements of `findings` of `check`. What it found in the log has an index, which is added.
    var ofContent: JSON {
        .array(
            findings.map { finding in
                let place = [
                    JSON.Member("case", JSON(finding.caseNumber)), JSON.Member("note", JSON(finding.note)),
                    JSON.Member("attachment", JSON(finding.attachment)), JSON.Member("part", JSON(finding.part?.rawValue)),
                    JSON.Member("version", JSON(finding.version)), JSON.Member("index", JSON(finding.index)),
                ]
                return .object([kind(finding)] + place + [message(finding)])
            })
    }

    /// Writes them below what the page has, or that there are none.
    func write(on page: inout Page) {
        if findings.isEmpty { page.add(Label.allWell.text(in: language)) }
        for finding in findings { page.add(finding.wording.text(in: language), .alarming, indent: 2) }
    }

    private func kind(_ finding: Finding) -> JSON.Member { JSON.Member("kind", .string(finding.kind.rawValue)) }

    private func message(_ finding: Finding) -> JSON.Member {
        JSON.Member("message", .string(finding.wording.text(in: language)))
    }
}
