import Foundation
import Testing
import VaultTestkit

@testable import VaultCLI

/// Reports as other programs take them: browsers, spreadsheets, FHIR, OpenSSH.
@Suite struct ReportTests {
    private static let hostile = "=cmd|\"/C calc\"!A0;=1+1 <script>alert(1)</script> '\"&"
    private static let scripts = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Vectors").path

    /// A group of two, an auditor, and somebody with a name that is a formula and markup; looks of every verdict.
    private func stage() throws -> Workplace {
        let stage = try Workplace()
        stage.environment["KLUIS_VAULT"] = "noord.kluis"
        for name in ["Anna", "Bo", "Eva"] {
            try carryOut(stage, name, ["identity", "create", "--name", name, "--kdf", "interactive"])
        }
        try carryOut(stage, "Anna", ["group", "create", "--name", "Noord <i>"])
        try admit(stage, "Bo", as: Self.hostile, [])
        try admit(stage, "Eva", as: "Eva", ["--role", "auditor", "--until", "2099-01-01"])
        for number in 1...3 {
            try carryOut(stage, "Anna", ["case", "add", "--share"], input: "Casus \(number)\n\nTekst")
            try carryOut(stage, "Bo", ["case", "show", String(number)])
        }
        try carryOut(stage, "Bo", ["search"], input: "tekst")
        for _ in 1...3 { #expect(try run(stage, "Eva", ["case", "show", "1"]).exit == 3) }
        try carryOut(stage, "Anna", ["case", "show", "1"])
        return stage
    }

    private func run(_ stage: Workplace, _ person: String, _ arguments: [String], input: String = "") throws -> Heard {
        try stage.kluis(arguments + ["--home", person, "--passphrase-fd", "3", "--quiet"], input: input)
    }

    @discardableResult
    private func carryOut(_ stage: Workplace, _ person: String, _ arguments: [String], input: String = "") throws -> String {
        let heard = try run(stage, person, arguments, input: input)
        guard heard.exit == 0 else {
            Issue.record("\(arguments): \(heard.errors)")
            throw TestFailure()
        }
        return heard.output
    }

    private func data(_ output: String) throws -> [String: Any] {
        let object = try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any]
        return try #require(object?["data"] as? [String: Any])
    }

    private func admit(_ stage: Workplace, _ person: String, as name: String, _ more: [String]) throws {
        let asked = try data(try carryOut(stage, person, ["join", "--json"]))
        let words = try #require(asked["words"] as? [String]).joined(separator: " ")
        let request = String(try #require(asked["request"] as? Int))
        try carryOut(stage, "Anna", ["member", "accept", request, "--name", name, "--words", words] + more)
    }

    private func read(_ stage: Workplace, _ name: String) throws -> String {
        try String(contentsOfFile: stage.path + "/" + name, encoding: .utf8)
    }

    @Test func aReportIsAFileThatIsMineAlone() throws {
        let stage = try stage()
        defer { stage.clear() }
        let made = try data(try carryOut(stage, "Anna", ["audit", "report", "--out", "verslag.html", "--json"]))
        #expect(made["file"] as? String == "verslag.html" && made["items"] == nil && made["must_be_looked_at"] as? Int == 3)
        for name in ["verslag.html", "verslag.html.sig", "verslag.html.signers"] {
            let facts = try FileManager.default.attributesOfItem(atPath: stage.path + "/" + name)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
        // Over nothing that is there, and then not even a look.
        let size = try data(try carryOut(stage, "Anna", ["group", "show", "--json"]))["log_size"] as? Int
        let before = try read(stage, "verslag.html")
        for name in ["verslag.html", "ander"] {
            if name == "ander" { try stage.write("iets", to: "ander.sig") }
            let heard = try run(stage, "Anna", ["audit", "report", "--out", name, "--json"])
            #expect(heard.exit == 3 && heard.code == "refused.exists")
        }
        #expect(try data(try carryOut(stage, "Anna", ["group", "show", "--json"]))["log_size"] as? Int == size)
        #expect(try read(stage, "verslag.html") == before)
        try carryOut(stage, "Anna", ["audit", "report", "--out", "verslag.html", "--yes"])
        #expect(try read(stage, "verslag.html") != before)
        for name in try FileManager.default.contentsOfDirectory(atPath: stage.path) { #expect(!name.hasPrefix(".kluis-")) }
    }

    @Test func withoutAFileEveryLookIsInTheAnswer() throws {
        let stage = try stage()
        defer { stage.clear() }
        let made = try data(try carryOut(stage, "Anna", ["audit", "report", "--json"]))
        let items = try #require(made["items"] as? [[String: Any]])
        let total = ["explained", "unexplained", "must_be_looked_at"].compactMap { made[$0] as? Int }.reduce(0, +)
        #expect(items.count == total && made["file"] == nil && made["names"] as? Bool == true)
        #expect(items.contains { $0["name"] as? String == Self.hostile })
        // An auditor gets numbers unless names are asked for.
        let seen = try data(try carryOut(stage, "Eva", ["audit", "report", "--json"]))
        #expect(seen["names"] as? Bool == false)
        #expect(try #require(seen["items"] as? [[String: Any]]).allSatisfy { $0["name"] is NSNull })
        #expect(try data(try carryOut(stage, "Eva", ["audit", "report", "--json", "--names"]))["names"] as? Bool == true)
        #expect(try run(stage, "Anna", ["audit", "report", "--names", "--pseudonyms"]).exit == 64)
        #expect(try run(stage, "Anna", ["audit", "report", "--from", "gisteren"]).exit == 65)
    }

    @Test func noNameIsMarkup() throws {
        let stage = try stage()
        defer { stage.clear() }
        for language in ["nl", "en"] {
            try carryOut(stage, "Anna", ["audit", "report", "--out", "v.html", "--yes", "--lang", language])
            let page = try read(stage, "v.html")
            #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"\(language)\">") && page.hasSuffix("</html>\n"))
            #expect(
                !page.contains("<script") && !page.contains("<i>")
                    && page.contains("&lt;script&gt;alert(1)&lt;/script&gt; &#39;&quot;&amp;"))
            #expect(page.contains("NEN 7513"))
        }
        try carryOut(stage, "Anna", ["audit", "report", "--out", "v.html", "--yes", "--pseudonyms"])
        let page = try read(stage, "v.html")
        #expect(!page.contains("alert") && !page.contains("Noord") && !page.contains("Anna") && page.contains("Member 2"))
        #expect(HTML(stringInterpolation: shown("\u{1b}[2J\u{202e}<")).source == "␛[2J&lt;U+202E&gt;&lt;")
    }

    private func shown(_ text: String) -> HTML.Interpolation {
        var piece = HTML.Interpolation(literalCapacity: 0, interpolationCount: 1)
        piece.appendInterpolation(text)
        return piece
    }

    @Test(.enabled(if: ForeignProgram("ssh-keygen").isExpected, "ssh-keygen is not installed"))
    func openSSHAcceptsTheSignature() throws {
        let stage = try stage()
        defer { stage.clear() }
        try carryOut(stage, "Anna", ["audit", "report", "--out", "v.csv", "--format", "csv"])
        let signers = try read(stage, "v.csv.signers")
        let principal = String(signers.prefix { $0 != " " })
        func verify(_ text: String) throws -> Int32 {
            try ForeignProgram("ssh-keygen").run(
                ["-Y", "verify", "-f", "v.csv.signers", "-I", principal, "-n", "kluis-report", "-s", "v.csv.sig"], in: stage.path,
                input: Array(text.utf8)
            ).status
        }
        let table = try read(stage, "v.csv")
        #expect(try verify(table) == 0)
        #expect(try verify(table + "x") != 0)
    }

    @Test(.enabled(if: ForeignProgram("fhirkit").isExpected, "fhirkit-rs and fhir.resources are not installed"))
    func programsOfOthersReadTheData() throws {
        let stage = try stage()
        defer { stage.clear() }
        let files = ["csv": "v.csv", "jsonl": "v.jsonl", "fhir": "v.json"]
        for (format, name) in files { try carryOut(stage, "Anna", ["audit", "report", "--out", name, "--format", format]) }
        let validated = try ForeignProgram("fhirkit").run(["validate", "v.json"], in: stage.path)
        #expect(validated.status == 0, "\(validated.said)")
        let read = try ForeignProgram("python3").run(
            [Self.scripts + "/check_report_data.py", "v.csv", "v.jsonl", "v.json"], in: stage.path)
        #expect(read.status == 0, "\(read.said)")
    }

    @Test(
        .enabled(
            if: ForeignProgram("playwright").isExpected && ForeignProgram("chromium").isExpected, "Chromium and axe-core are not installed")
    )
    func aBrowserShowsItToEverybody() throws {
        let stage = try stage()
        defer { stage.clear() }
        for language in ["nl", "en"] {
            try carryOut(stage, "Anna", ["audit", "report", "--out", "v-\(language).html", "--lang", language])
            let looked = try ForeignProgram("python3").run([Self.scripts + "/check_page.py", "v-\(language).html"], in: stage.path)
            #expect(looked.status == 0, "\(looked.said)")
        }
        // Of a time in which there was nothing.
        try carryOut(stage, "Anna", ["audit", "report", "--out", "v.html", "--to", "2001-01-01"])
        let looked = try ForeignProgram("python3").run([Self.scripts + "/check_page.py", "v.html"], in: stage.path)
        #expect(looked.status == 0, "\(looked.said)")
    }
}
