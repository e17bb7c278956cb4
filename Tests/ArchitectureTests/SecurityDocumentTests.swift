import Foundation
import Testing

/// SECURITY.md and Docs/ThreatModel.md rest on tests that exist.
struct SecurityDocumentTests {
    @Test func everyTestTheyNameIsThere() throws {
        let tests = try testsOfTheProject()
        for (document, least) in [("SECURITY.md", 50), ("Docs/ThreatModel.md", 20)] {
            let text = try String(contentsOf: SourceTree.root.appendingPathComponent(document), encoding: .utf8)
            let named = Set(text.matches(of: /`([A-Za-z]+Tests)\.([A-Za-z]+)`/).map { "\($0.1).\($0.2)" })
            #expect(named.count > least)
            let missing = named.subtracting(tests)
            #expect(missing.isEmpty, "\(document): \(missing.sorted())")
        }
    }

    /// `Suite.test` for every test function.
    private func testsOfTheProject() throws -> Set<String> {
        var tests: Set<String> = []
        for file in try SourceTree.swiftFiles(in: "Tests") {
            var suite = ""
            for line in file.lines {
                if let match = line.firstMatch(of: /struct ([A-Za-z]+Tests)\b/) { suite = String(match.1) }
                if let match = line.firstMatch(of: /func ([A-Za-z]+)\(/) { tests.insert("\(suite).\(match.1)") }
            }
        }
        return tests
    }
}
