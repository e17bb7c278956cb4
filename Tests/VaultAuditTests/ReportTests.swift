import Foundation
import Testing
import VaultFormat

@testable import VaultAudit

/// What a report says of each look, what it counts, and what becomes of it as data.
struct ReportTests {
    private static let hostile = "=HYPERLINK(\"x\");+1 <script>alert(1)</script>"

    private static let story = Story(roles: [4: .auditor], names: [1: "Anna", 2: hostile, 3: "Cas", 4: "Eva"])
        .at("2026-03-02T09:00").opened(1, 1, .own).opened(2, 1).listed(3).logged(4).refused(4)
        .at("2026-03-03T09:00").searched(2, found: [1, 2]).does(.exported, 3).until(2).opened(2, 2).void(3).unreadable(3).erased(3)
        .added(1, 3)

    private func report(_ story: Story = story, period: AuditReport.Period = .init(), showsNames: Bool = true) throws -> AuditReport {
        let group = try GroupID(hex: Array(repeating: UInt8(ascii: "a"), count: 32))
        let frame = AuditReport.Frame(
            group: group, groupName: "Noord <b>", groupWords: ["een", "twee"],
            head: TreeHead(size: story.trail.entries.count, root: TreeHash(trusted: [UInt8](repeating: 7, count: 32))),
            headWords: ["drie", "vier"], made: Instant(seconds: 1_772_600_000), maker: 1)
        return AuditReport(story.trail, frame: frame, period: period, showsNames: showsNames)
    }

    private func day(_ text: String) throws -> Day { try Day(Array(text.utf8)[...]) }

    @Test func everyLookHasAGroundAndAVerdict() throws {
        var told: [String] = []
        let start = Self.story.start
        try report().eachAccess { access in
            if access.entry.index >= start { told.append("\(access.explanation.rawValue) \(access.verdict.rawValue)") }
        }
        // A meeting: half of the three members opened case 1 within three hours.
        #expect(
            told == [
                "own explained", "meeting explained", "list explained", "log explained", "refused explained", "none unexplained",
                "none unexplained", "shared-with-group must-be-looked-at", "none must-be-looked-at",
            ])
    }

    @Test func whatIsCountedIsWhatPasses() throws {
        let report = try report()
        var looks = 0
        report.eachAccess { _ in looks += 1 }
        let counts = report.counts
        #expect(counts.all.total == looks && counts.all.serious == 2 && counts.all.unexplained == 2 + 3)
        #expect(Verdict.allCases.map { report.accesses($0).count } == Verdict.allCases.map { counts.all.count($0) })
        #expect(counts.members.values.reduce(0) { $0 + $1.total } == looks && counts.days.values.reduce(0) { $0 + $1.total } == looks)
        // A search is a look at each case that it found something in.
        #expect(counts.cases[1]?.total == 3 && counts.cases[2]?.total == 2 && counts.cases[1]?.people == [1, 2])
        #expect(counts.unreadable == 1 && counts.erased == 1)
        // 2 March 2026 was a Monday; five looks between 9 and 10.
        #expect(counts.week[9] == 5 && counts.week[24 + 9] == 3)
        #expect(counts.explanations.values.reduce(0, +) == counts.all.explained)
    }

    @Test func aPeriodCutsTheReportAndNotWhatTheRulesKnow() throws {
        let report = try report(period: .init(from: try day("2026-03-03"), to: try day("2026-03-03")))
        #expect(report.counts.days.keys.map(\.text) == ["2026-03-03"])
        // The notice stands in the period; take it out of the period and the look after it is found all the same.
        let later = Self.story.at("2026-03-04T09:00").opened(2, 1)
        let cut = try self.report(later, period: .init(from: try day("2026-03-04")))
        #expect(cut.accesses(.serious).map { $0.rules.rules } == [[.afterNotice]])
        #expect(try self.report(period: .init(to: try day("2025-01-01"))).counts.all.total == 0)
    }

    @Test func withoutNamesNobodyIsNamed() throws {
        for showsNames in [false, true] {
            let report = try report(showsNames: showsNames)
            for text in texts(of: report) {
                for name in ["Cas", "Eva", "HYPERLINK"] { #expect(text.contains(name) == showsNames) }
                if !showsNames { #expect(!text.contains("Noord")) }
            }
        }
    }

    @Test func noCellBeginsAFormula() {
        for (name, shown) in [
            ("=1+1", "'=1+1"), ("+31 6", "'+31 6"), ("-a", "'-a"), ("@sum", "'@sum"), (" =1", " '=1"), ("\"=1", "\"'=1"),
            ("a;=1", "a;'=1"), ("a,@b", "a,'@b"), ("a|-b", "a|'-b"), ("＝1", "'＝1"), ("Anna-Marie + Bo = 2", "Anna-Marie + Bo = 2"),
            ("\u{1b}[2J", "␛[2J"), ("a\u{202e}b", "a<U+202E>b"), ("\t=1", "    '=1"), ("\r\n=1", "␍␊=1"), ("'=1", "''=1"), ("", ""),
        ] {
            #expect(ReportTable.harmless(name) == shown)
        }
    }

    /// RFC 4180: as many cells in every row, quotes doubled, CR LF behind each.
    @Test func theTableIsWhole() throws {
        let rows = texts(of: try report())[0].components(separatedBy: "\r\n")
        #expect(rows.last == "")
        #expect(rows.dropLast().count == (try report().counts.all.total) + 1)
        let hostile = try #require(rows.first { $0.contains("HYPERLINK") })
        #expect(hostile.contains("\"'=HYPERLINK(\"\"x\"\");'+1 <script>alert(1)</script>\""))
    }

    @Test func linesAndBundleAreJSON() throws {
        let report = try report()
        let texts = texts(of: report)
        let lines = texts[1].split(separator: "\n")
        #expect(lines.count == report.counts.all.total + 1)
        for line in lines { _ = try CanonicalJSON(parsing: Array(line.utf8)) }
        let bundle = try #require(try JSONSerialization.jsonObject(with: Data(texts[2].utf8)) as? [String: Any])
        let entries = try #require(bundle["entry"] as? [[String: Any]])
        // What is void is no look.
        #expect(bundle["type"] as? String == "collection" && entries.count == report.counts.all.total - 1)
        #expect(!texts[2].contains("Patient") && !texts[2].contains("\"meta\""))
    }

    @Test func aReportOfNothingIsWhole() throws {
        let texts = texts(of: try report(period: .init(to: try day("2025-01-01"))))
        #expect(texts[0].components(separatedBy: "\r\n").count == 2 && texts[1].split(separator: "\n").count == 1)
        let bundle = try #require(try JSONSerialization.jsonObject(with: Data(texts[2].utf8)) as? [String: Any])
        #expect((bundle["entry"] as? [Any])?.isEmpty == true)
    }

    private func texts(of report: AuditReport) -> [String] {
        var texts = ["", "", ""]
        ReportTable(report).write { texts[0] += $0 }
        ReportLines(report).write { texts[1] += $0 }
        ReportBundle(report).write { texts[2] += $0 }
        return texts
    }
}
