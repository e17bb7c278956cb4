import Foundation
import Testing

/// Links in the documents lead to a file that is there, and to a heading in it.
struct DocumentLinkTests {
    @Test func everyLinkLeadsSomewhere() throws {
        let documents = try Self.documents()
        #expect(documents.count > 10)
        var count = 0
        for document in documents {
            for link in Self.links(in: try Self.text(document)) where !link.contains("://") {
                count += 1
                let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
                let target = parts[0].isEmpty ? document : document.deletingLastPathComponent().appendingPathComponent(String(parts[0]))
                guard FileManager.default.fileExists(atPath: target.path) else {
                    Issue.record("\(document.lastPathComponent): \(link)")
                    continue
                }
                guard parts.count == 2, target.pathExtension == "md" else { continue }
                #expect(Self.anchors(in: try Self.text(target)).contains(String(parts[1])), "\(document.lastPathComponent): \(link)")
            }
        }
        #expect(count > 50)
    }

    @Test func everyDecisionIsInTheIndex() throws {
        let folder = SourceTree.root.appendingPathComponent("Docs/Decisions")
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") && $0 != "README.md" }
        let listed = Self.links(in: try Self.text(folder.appendingPathComponent("README.md")))
        #expect(listed == files.sorted())
    }

    @Test func headingsAreSpelledAsLinks() {
        #expect(Self.anchors(in: "# A b\n## What `kluis` does, and *when*\ntext") == ["a-b", "what-kluis-does-and-when"])
    }

    private static func documents() throws -> [URL] {
        let names = try FileManager.default.subpathsOfDirectory(atPath: SourceTree.root.appendingPathComponent("Docs").path)
        return ["README.md", "SECURITY.md"].map(SourceTree.root.appendingPathComponent)
            + names.filter { $0.hasSuffix(".md") }.sorted().map { SourceTree.root.appendingPathComponent("Docs/\($0)") }
    }

    private static func text(_ document: URL) throws -> String { try String(contentsOf: document, encoding: .utf8) }

    private static func links(in text: String) -> [String] {
        text.components(separatedBy: "](").dropFirst().compactMap { piece in
            piece.firstIndex(of: ")").map { String(piece[..<$0]) }
        }.filter { !$0.contains(" ") }
    }

    /// As GitHub makes them of headings: small letters, hyphens for spaces, other signs left out.
    private static func anchors(in text: String) -> [String] {
        text.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
            let heading = line.drop { $0 == "#" }.drop { $0 == " " }.lowercased()
            return String(heading.compactMap { $0 == " " ? "-" : $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" ? $0 : nil })
        }
    }
}
