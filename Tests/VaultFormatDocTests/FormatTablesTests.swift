import Testing
import VaultFormat
import VaultLog

@testable import VaultCrypto

/// The tables of Docs/Format.md that list events and labels, against the program's own lists.
struct FormatTablesTests {
    @Test func everyCellOfTheRoleTable() throws {
        var seen: Set<Event> = []
        for row in try Table(section: "## 18 ", columns: 4).rows {
            for event in try row.events {
                #expect(seen.insert(event).inserted, "\(event.rawValue) twice")
                if event == .groupCreated {
                    #expect(row.cells[1] == "only as the first entry")
                    #expect(row.cells[2...].allSatisfy { $0 == "no" })
                }
                let first = row.cells[1] == "yes"
                #expect(Rules.may(.member, hasEndDate: false, sign: event) == first, "\(event.rawValue)")
                for (role, hasEndDate) in [
                    (Role.member, true), (.facilitator, true), (.facilitator, false), (.guest, true), (.guest, false),
                ] {
                    #expect(Rules.may(role, hasEndDate: hasEndDate, sign: event) == (row.cells[2] == "yes"), "\(event.rawValue)")
                }
                for hasEndDate in [true, false] {
                    #expect(Rules.may(.auditor, hasEndDate: hasEndDate, sign: event) == (row.cells[3] == "yes"), "\(event.rawValue)")
                }
                #expect(row.cells[1...].allSatisfy { ["yes", "no", "only as the first entry"].contains($0) })
            }
        }
        #expect(seen == Set(Event.allCases))
    }

    @Test func everyRowOfTheEventTable() throws {
        var seen: Set<Event> = []
        for row in try Table(section: "## 17 ", columns: 4).rows where row.cells[0] != "any other" {
            for event in try row.events {
                #expect(seen.insert(event).inserted, "\(event.rawValue) twice")
                #expect(event.isReveal == (row.cells[2] == "ReadKey"), "\(event.rawValue)")
                #expect(event.changesRoster == (row.cells[3] == "yes"), "\(event.rawValue)")
                let stops = (try? Payload.read(CanonicalJSON.object(["event": .string(event.rawValue)]).bytes)) == .needsNewer
                #expect(stops == (row.cells[1] == "stops"), "\(event.rawValue)")
                #expect(stops || row.cells[1].hasPrefix("reads"))
            }
        }
        #expect(seen == Set(Event.allCases))
        #expect(try Payload.read(Array(#"{"event":"tea.poured"}"#.utf8)) == .needsNewer)
        #expect(try Payload.read(Array(#"{"event":"tea.poured","may":true}"#.utf8)) == .mayPassOver)
        #expect(throws: FormatError.member) { try Payload.read(Array(#"{"event":"tea.poured","may":false}"#.utf8)) }
    }

    @Test func everyLabel() throws {
        let labels = try Table(section: "## 2 ", columns: 4).rows.map { "kluis/v1 " + $0.code[0] }
        #expect(labels.sorted() == Label.allCases.map(\.rawValue).sorted())
    }
}

/// The first table with that many columns after a heading.
private struct Table {
    struct Row {
        let cells: [String]

        /// What stands between backticks in the first cell.
        var code: [String] {
            cells[0].split(separator: "`", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }.map {
                String($0.element)
            }
        }

        var events: [Event] {
            get throws {
                try code.map { name in
                    guard let event = Event(rawValue: name) else { throw Example.Fault(place: name) }
                    return event
                }
            }
        }
    }

    let rows: [Row]

    init(section: String, columns: Int) throws {
        guard let start = FormatDocument.shared.lines.firstIndex(where: { $0.hasPrefix(section) }) else {
            throw Example.Fault(place: section)
        }
        let tables = FormatDocument.shared.lines[start...].drop { Self.cells($0).count != columns }
        rows = tables.prefix { $0.hasPrefix("|") }.dropFirst(2).map { Row(cells: Self.cells($0)) }
        guard !rows.isEmpty, rows.allSatisfy({ $0.cells.count == columns }) else { throw Example.Fault(place: section) }
    }

    private static func cells(_ line: String) -> [String] {
        guard line.hasPrefix("|"), line.hasSuffix("|") else { return [] }
        return line.dropFirst().dropLast().split(separator: "|", omittingEmptySubsequences: false).map { cell in
            String(String(cell.drop { $0 == " " }.reversed()).drop { $0 == " " }.reversed())
        }
    }
}
