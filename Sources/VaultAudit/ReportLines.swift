package import VaultFormat
import VaultSystem

/// A report as data: JSON Lines, the first about the report itself, then one for each look. Canonical JSON, so that a line has one
/// spelling.
package struct ReportLines {
    private let report: AuditReport

    /// Of that report.
    package init(_ report: AuditReport) { self.report = report }

    /// Hands over the text line by line, each with its line end.
    package func write(to out: (String) throws -> Void) rethrows {
        try out(Self.line(about))
        try report.eachAccess { try out(Self.line(Self.object(of: $0, in: report))) }
    }

    /// What there is to say of the report itself: where it comes from, its period, its rules and their numbers, and what was counted.
    package var about: JSONObject {
        let frame = report.frame
        let counts = report.counts
        return present([
            "kind": .string("kluis.report/v1"), "group": .string(frame.group.hex),
            "group_name": report.showsNames ? .string(VisibleText.shown(frame.groupName)) : nil, "size": .int(frame.head.size),
            "root": .string(frame.head.root.base64), "words": .array(frame.headWords.map(CanonicalJSON.string)),
            "group_words": .array(frame.groupWords.map(CanonicalJSON.string)), "made": .string(frame.made.text),
            "made_by": .int(frame.maker), "from": (report.period.from?.text).map(CanonicalJSON.string) ?? .null,
            "to": (report.period.to?.text).map(CanonicalJSON.string) ?? .null, "names": .bool(report.showsNames),
            "explained": .int(counts.all.explained), "unexplained": .int(counts.all.unexplained),
            "must_be_looked_at": .int(counts.all.serious),
            "unreadable": .int(counts.unreadable), "expired": .int(counts.erased), "parameters": parameters, "rules": rules,
        ])
    }

    private var parameters: CanonicalJSON {
        let limits = report.examination.limits
        return .object([
            "cases_an_hour": .int(limits.casesAnHour), "refusals": .int(limits.refusals), "first_hour": .int(limits.firstHour),
            "late_hour": .int(limits.lateHour), "closed_days": .int(limits.closedDays), "meeting_hours": .int(limits.meetingHours),
        ])
    }

    private var rules: CanonicalJSON {
        var object: JSONObject = [:]
        for rule in Rule.allCases { object[rule.rawValue] = .int(report.counts.rules[rule] ?? 0) }
        return .object(object)
    }

    /// One look.
    package static func object(of access: Access, in report: AuditReport) -> JSONObject {
        let entry = access.entry
        func int(_ number: Int?) -> CanonicalJSON { number.map(CanonicalJSON.int) ?? .null }
        func string(_ text: String?) -> CanonicalJSON { text.map(CanonicalJSON.string) ?? .null }
        return [
            "index": .int(entry.index), "time": .string(entry.time.text), "event": string(entry.event?.rawValue),
            "member": int(entry.member), "name": string(entry.member.flatMap(report.name).map { VisibleText.shown($0) }),
            "role": string(access.role?.rawValue), "case": int(entry.caseNumber), "note": int(entry.note),
            "attachment": int(entry.attachment), "outcome": int(entry.outcome?.rawValue), "reason": string(entry.reason?.rawValue),
            "epoch": .int(entry.epoch), "void": .bool(entry.isVoid),
            "found": entry.found.map { .array($0.map(CanonicalJSON.int)) } ?? .null,
            "explanation": .string(access.explanation.rawValue), "verdict": .string(access.verdict.rawValue),
            "rules": .array(access.rules.rules.map { .string($0.rawValue) }),
        ]
    }

    private static func line(_ object: JSONObject) -> String {
        String(decoding: CanonicalJSON.object(object).bytes, as: UTF8.self) + "\n"
    }
}
