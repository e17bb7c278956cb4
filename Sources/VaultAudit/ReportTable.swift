import VaultFormat
import VaultSystem

/// A report as CSV (RFC 4180): one row for each look. No cell can begin a formula in a spreadsheet, also where that takes semicolons or
/// tabs for the ends of cells.
package struct ReportTable {
    private let report: AuditReport

    /// Of that report.
    package init(_ report: AuditReport) { self.report = report }

    /// Hands over the text row by row, each with its line end.
    package func write(to out: (String) throws -> Void) rethrows {
        try out(Self.row(Self.columns))
        try report.eachAccess { try out(Self.row(cells(of: $0))) }
    }

    private static let columns = [
        "index", "time", "event", "member", "name", "role", "case", "note", "attachment", "outcome", "reason", "epoch", "void", "found",
        "explanation", "verdict", "rules",
    ]

    private func cells(of access: Access) -> [String] {
        let entry = access.entry
        func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
        return [
            String(entry.index), entry.time.text, entry.event?.rawValue ?? "", text(entry.member),
            entry.member.flatMap(report.name).map(Self.harmless) ?? "", access.role?.rawValue ?? "", text(entry.caseNumber),
            text(entry.note), text(entry.attachment), text(entry.outcome?.rawValue), entry.reason?.rawValue ?? "", String(entry.epoch),
            entry.isVoid ? "true" : "false", (entry.found ?? []).map(String.init).joined(separator: " "), access.explanation.rawValue,
            access.verdict.rawValue, access.rules.rules.map(\.rawValue).joined(separator: " "),
        ]
    }

    private static func row(_ cells: [String]) -> String { cells.map(quoted).joined(separator: ",") + "\r\n" }

    private static func quoted(_ cell: String) -> String {
        guard cell.utf8.contains(where: { [0x22, 0x2c, 0x3b, 0x20, 0x0a, 0x0d].contains($0) }) else { return cell }
        return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// A name whose invisible characters can be seen, with an apostrophe before each sign that a spreadsheet could take for the beginning
    /// of a formula: in the first place, or behind what it may take for the end of a cell.
    static func harmless(_ name: String) -> String {
        var out = ""
        var mayBegin = true
        for character in VisibleText.shown(name) {
            if mayBegin, starters.contains(character) { out.append("'") }
            out.append(character)
            // White space and quotes are dropped before a formula is looked for.
            mayBegin = separators.contains(character) || mayBegin && (character == " " || character == "\"" || character == "'")
        }
        return out
    }

    private static let starters: Set<Character> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]
    private static let separators: Set<Character> = [";", ",", "|", "\t"]
}
