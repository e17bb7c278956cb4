import Testing

/// SwiftPM lets a target import what its dependencies depend on, so the layers of Docs/Design.md are read from the imports.
struct LayerTests {
    /// What each module may import, beside the standard library.
    private static let allowed: [String: Set<String>] = [
        "VaultFormat": [],
        "VaultSystem": ["CSystem", "Glibc"],
        "VaultCrypto": ["VaultFormat", "CSodium", "Crypto", "Foundation"],
        "VaultLog": ["VaultFormat", "VaultCrypto"],
        // The store cannot see a key.
        "VaultStore": ["VaultFormat", "VaultSystem", "CSystem", "GRDB", "Foundation"],
        // The auditor's code cannot open content.
        "VaultAudit": ["VaultFormat", "VaultCrypto", "VaultLog", "VaultSystem"],
        "VaultCore": ["VaultFormat", "VaultCrypto", "VaultLog", "VaultAudit", "VaultStore", "VaultSystem"],
        "VaultCLI": ["VaultFormat", "VaultCrypto", "VaultLog", "VaultAudit", "VaultCore", "VaultSystem", "ArgumentParser", "Foundation"],
    ]

    @Test func everyImportIsAllowed() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") {
            let allowed = try #require(Self.allowed[file.module], "\(file.path): a module that the layers do not know")
            for line in file.lines {
                guard let module = Self.imported(line) else { continue }
                #expect(allowed.contains(module), "\(file.path) imports \(module)")
            }
        }
    }

    /// Every spelling of an import, whatever stands before or behind the word.
    @Test(arguments: [
        ("import GRDB", "GRDB"), ("package import VaultCrypto", "VaultCrypto"), ("@testable import VaultLog", "VaultLog"),
        ("@preconcurrency internal import struct Foundation.Data", "Foundation"), ("  public import func Glibc.close", "Glibc"),
    ])
    func importsAreRecognised(_ line: String, _ module: String) {
        #expect(Self.imported(line) == module)
    }

    @Test(arguments: ["/// Text to import from", "let important = 1", "// import GRDB"])
    func otherLinesAreNot(_ line: String) {
        #expect(Self.imported(line) == nil)
    }

    private static func imported(_ line: String) -> String? {
        var words = line.split { $0 == " " || $0 == "\t" }[...]
        let modifiers: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
        while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) { words = words.dropFirst() }
        guard words.first == "import" else { return nil }
        words = words.dropFirst()
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "typealias", "func", "let", "var"]
        if let kind = words.first, kinds.contains(kind) { words = words.dropFirst() }
        return words.first?.split(separator: ".").first.map(String.init)
    }
}
