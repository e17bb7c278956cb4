import Foundation
import Testing
import VaultTestkit

@testable import VaultCLI

/// The manual page, as programs of others read it, and where a package finds it.
@Suite struct ManPageTests {
    @Test(arguments: Language.allCases) func everythingIsInIt(_ language: Language) {
        let page = ManPage(language: language).text
        for command in CommandName.allCases { #expect(page.contains("\n.SS kluis \(command.rawValue)\n")) }
        for option in OptionName.allCases { #expect(page.contains(Roff.shown(option.typed))) }
        for code in ErrorCode.allCases { #expect(page.contains(Roff.shown(code.rawValue))) }
        for entry in GlossaryEntry.allCases { #expect(page.contains("\n.B \(Roff.shown(entry.term(in: language)))\n")) }
        #expect(page.unicodeScalars.allSatisfy { $0.isASCII })
    }

    @Test func nothingIsACommandOfRoffByAccident() {
        #expect(Roff.lines(".profile is 'no' - \\command é") == ["\\&.profile is \\(aqno\\(aq \\- \\ecommand \\[u00E9]"])
        let long = Roff.lines(String(repeating: "woord ", count: 40))
        #expect(long.count == 4 && long.allSatisfy { $0.count <= 78 })
    }

    @Test(.enabled(if: ForeignProgram("mandoc").isExpected, "mandoc is not installed"), arguments: Language.allCases)
    func mandocFindsNothingWrong(_ language: Language) throws {
        try expectSilence("mandoc", ["-T", "lint", "kluis.1"], language)
    }

    @Test(.enabled(if: ForeignProgram("groff").isExpected, "groff is not installed"), arguments: Language.allCases)
    func groffFindsNothingWrong(_ language: Language) throws {
        try expectSilence("groff", ["-man", "-ww", "-z", "-T", "utf8", "kluis.1"], language)
    }

    @Test(.enabled(if: ForeignProgram("mandoc").isExpected, "mandoc is not installed"))
    func itReadsWell() throws {
        let place = try Workplace()
        defer { place.clear() }
        try place.write(ManPage(language: .dutch).text, to: "kluis.1")
        let shown = try ForeignProgram("mandoc").run(["-T", "utf8", "kluis.1"], in: place.path).said.replacing(/.\u{8}/, with: "")
        #expect(shown.contains("kluis - versleutelde kluis voor de casussen van een intervisiegroep"))
        #expect(shown.contains("Deelt casus 3 met iedereen behalve Cas, die de cliënt kent."))
        #expect(shown.components(separatedBy: "\n").allSatisfy { $0.count <= 120 })
    }

    /// `make docs-out`, on which packages rely.
    @Test(.enabled(if: ForeignProgram("make").isExpected, "make is not installed"))
    func aPackageFindsItAll() throws {
        let place = try Workplace()
        defer { place.clear() }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let program = try #require(place.environment["PROGRAM"])
        let made = try ForeignProgram("make").run(
            ["-s", "-f", root.path + "/Makefile", "docs-out", "DIR=usr", "KLUIS=\(program)"], in: place.path, environment: ["HOME": ""])
        #expect(made.status == 0 && made.said.isEmpty, "\(made.said)")
        let heard = try place.hear("cd usr && find . -type f | sort && gzip -dc share/man/nl/man1/kluis.1.gz")
        let files = [
            "bash-completion/completions/kluis", "fish/vendor_completions.d/kluis.fish", "man/man1/kluis.1.gz", "man/nl/man1/kluis.1.gz",
            "zsh/vendor-completions/_kluis",
        ]
        #expect(heard.output == files.map { "./share/\($0)\n" }.joined() + ManPage(language: .dutch).text)
    }

    private func expectSilence(_ program: String, _ arguments: [String], _ language: Language) throws {
        let place = try Workplace()
        defer { place.clear() }
        try place.write(ManPage(language: language).text, to: "kluis.1")
        let run = try ForeignProgram(program).run(arguments, in: place.path)
        #expect(run.status == 0 && run.said.isEmpty, "\(run.said)")
    }
}
