import Foundation
import Testing
import VaultTestkit

@testable import VaultCLI

/// The leaflets of Docs/Leaflets: one sheet of paper each, for every screen and reader, and true about the commands they name.
@Suite struct LeafletTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let names = ["afspraken", "privacy"]

    private func path(_ name: String) -> String { Self.root.appendingPathComponent("Docs/Leaflets/\(name).html").path }

    private func page(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    @Test func everyLeafletIsLookedAt() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.root.appendingPathComponent("Docs/Leaflets").path)
        #expect(files.sorted() == Self.names.map { $0 + ".html" })
    }

    @Test(arguments: LeafletTests.names) func nothingIsFetchedOrRun(_ name: String) throws {
        let page = try page(name)
        #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">") && page.hasSuffix("</html>\n"))
        #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
        for piece in ["<script", "javascript:", "http://", "https://", "src=", "url(", "@import", "<link"] {
            #expect(!page.contains(piece), "\(piece)")
        }
    }

    @Test(arguments: LeafletTests.names) func theyAreAboutThisVersion(_ name: String) throws {
        #expect(try page(name).contains("Kluis \(Program.version)"))
    }

    @Test(arguments: LeafletTests.names) func everyCommandTheyNameExists(_ name: String) throws {
        let named = try page(name).matches(of: /<code>kluis ([^<]*)<\/code>/).map { String($0.1) }
        #expect(!named.isEmpty)
        for text in named {
            let command = CommandName.allCases.first { text == $0.rawValue || text.hasPrefix($0.rawValue + " ") }
            #expect(command != nil, "\(text)")
            let options = text.split(separator: " ").filter { $0.hasPrefix("--") }
            for option in options {
                #expect(command?.options.contains { $0.typed == option } == true, "\(text)")
            }
        }
    }

    @Test(
        .enabled(
            if: ForeignProgram("playwright").isExpected && ForeignProgram("chromium").isExpected, "Chromium and axe-core are not installed"
        ), arguments: LeafletTests.names)
    func aBrowserPrintsItOnOnePage(_ name: String) throws {
        let script = Self.root.appendingPathComponent("Tests/Vectors/check_page.py").path
        let looked = try ForeignProgram("python3").run([script, "--one-page", path(name)], in: Self.root.path)
        #expect(looked.status == 0, "\(looked.said)")
    }
}
