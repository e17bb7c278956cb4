import Foundation
import Testing

@testable import VaultCLI

/// What programs rely on stands in the manual, all of it and nothing more.
@Suite struct ManualTests {
    private let manual: Manual

    init() throws { manual = try Manual() }

    @Test func everyErrorCodeHasARowWithItsNumber() {
        let rows = manual.table(under: "## Error codes")
        #expect(rows.map(\.first) == ErrorCode.allCases.map { "`\($0.rawValue)`" })
        #expect(rows.map { $0.dropFirst().first } == ErrorCode.allCases.map { String($0.exit.rawValue) })
        for row in rows { #expect(row.count == 4 && row.allSatisfy { !$0.isEmpty }) }
    }

    @Test func everyExitCodeHasARow() {
        #expect(manual.table(under: "## Exit codes").compactMap(\.first) == ExitStatus.allCases.map { String($0.rawValue) })
    }

    @Test func everyWarningHasARow() {
        let named = manual.table(under: "### Warnings").compactMap(\.first).flatMap { $0.components(separatedBy: ", ") }
        #expect(named == NoticeCode.allCases.map { "`\($0.rawValue)`" })
    }

    @Test func everyGlobalOptionHasARow() {
        let rows = manual.table(under: "## Global options").compactMap(\.first)
        #expect(rows == OptionName.global.map { "`\($0.spelling)`" })
    }

    @Test func everyCommandHasASectionWithItsOptions() {
        #expect(manual.headings(ofLevel: 3).filter { $0.hasPrefix("kluis ") } == CommandName.allCases.map { "kluis \($0.rawValue)" })
        for command in CommandName.allCases {
            let section = manual.section(under: "### kluis \(command.rawValue)").joined(separator: "\n")
            for option in command.options { #expect(section.contains("`\(option.spelling)`"), "\(command) \(option)") }
        }
    }

    @Test(arguments: CommandName.allCases) func everySectionHasAnExampleAndWhatComesBack(_ command: CommandName) {
        let section = manual.section(under: "### kluis \(command.rawValue)")
        #expect(section.contains { $0.hasPrefix("$ kluis \(command.rawValue)") })
        let text = section.joined(separator: "\n")
        for part in ["Log: ", "JSON", "Errors: "] { #expect(text.contains(part), "\(part)") }
    }

    /// What the help names as the endings of a command, the manual names too; and every refusal of the manual stands in the help.
    @Test(arguments: CommandName.allCases) func theHelpAndTheManualNameTheSameErrors(_ command: CommandName) {
        let text = manual.section(under: "### kluis \(command.rawValue)").joined(separator: "\n")
        let errors = String(text.components(separatedBy: "Errors: ").last?.components(separatedBy: "\n\n").first ?? "")
        let named = codes(errors)
        let sets = manual.errorSets.filter { errors.prefix { $0 != ";" }.contains($0.key) }.flatMap { codes($0.value) }
        for ending in command.help.endings.map(\.rawValue) {
            #expect((named + sets).contains { $0 == ending || ($0.hasSuffix(".*") && ending.hasPrefix($0.dropLast())) }, "\(ending)")
        }
        for code in named where code.hasPrefix("refused.") {
            #expect(command.help.endings.map(\.rawValue).contains(code), "\(code) is not in the help")
        }
        for code in named where !code.hasSuffix(".*") { #expect(ErrorCode(rawValue: code) != nil, "\(code)") }
    }

    private func codes(_ text: String) -> [String] {
        let kinds = Set(ErrorCode.allCases.map { $0.rawValue.prefix { $0 != "." } })
        return text.matches(of: /`([a-z-]+(\.[a-z*-]+)?)`/).map { String($0.1) }.filter { kinds.contains($0.prefix { $0 != "." }) }
    }
}

/// Docs/Manual.md, line by line.
private struct Manual {
    private let lines: [String]

    init() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let text = try String(contentsOf: root.appendingPathComponent("Docs/Manual.md"), encoding: .utf8)
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    /// The sets of codes that sections name by one word.
    var errorSets: [String: String] {
        let rows = section(under: "## Commands").compactMap { $0.firstMatch(of: /^- \*\*([a-z]+)\*\*: (.*)$/) }
        return Dictionary(uniqueKeysWithValues: rows.map { (String($0.1), String($0.2)) })
    }

    /// The headings of one level, without their signs.
    func headings(ofLevel level: Int) -> [String] {
        let sign = String(repeating: "#", count: level) + " "
        return lines.filter { $0.hasPrefix(sign) }.map { String($0.dropFirst(sign.count)) }
    }

    /// The lines below a heading, up to the next one.
    func section(under heading: String) -> [String] {
        lines.drop { $0 != heading }.dropFirst().prefix { !$0.hasPrefix("#") }
    }

    /// The cells of the first table below a heading, row by row, without its head.
    func table(under heading: String) -> [[String]] {
        section(under: heading).drop { !$0.hasPrefix("|") }.prefix { $0.hasPrefix("|") }.dropFirst(2).map { row in
            // A bar within a cell is written \| (GitHub Flavored Markdown, section 4.10).
            let cells = row.replacingOccurrences(of: "\\|", with: "\u{0}").split(separator: "|", omittingEmptySubsequences: false)
            return cells.dropFirst().dropLast().map {
                $0.replacingOccurrences(of: "\u{0}", with: "|").trimmingCharacters(in: .whitespaces)
            }
        }
    }
}
