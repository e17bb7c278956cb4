import Testing

/// Rules of Docs/Contributing.md that a machine can see.
struct StyleTests {
    private static let unsafeModules: Set<String> = ["VaultCrypto", "VaultSystem"]

    @Test func onlyTheEdgesAreUnsafe() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") where !Self.unsafeModules.contains(file.module) {
            for (number, line) in file.lines.enumerated() {
                let code = Self.code(line)
                let words = code.split { !($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@") }
                #expect(!words.contains { $0 == "unsafe" || $0.hasPrefix("Unsafe") || $0 == "@unsafe" }, "\(file.path):\(number + 1)")
            }
        }
    }

    @Test func filesAreShort() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") {
            #expect(file.lines.count <= 300, "\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func functionsAreShort() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") {
            for (name, line, length) in Self.functions(file.lines) {
                #expect(length <= 70, "\(file.path):\(line + 1) \(name) has \(length) lines")
            }
        }
    }

    @Test func packageDeclarationsAreDocumented() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") {
            for (number, line) in file.lines.enumerated() where Self.isPackageDeclaration(line) {
                // Members that a protocol documents once need not say it again.
                if Self.isWitness(line) { continue }
                var above = number - 1
                while above >= 0, file.lines[above].trimmed.hasPrefix("@") { above -= 1 }
                #expect(above >= 0 && file.lines[above].trimmed.hasPrefix("///"), "\(file.path):\(number + 1) \(line.trimmed)")
            }
        }
    }

    @Test func nothingIsUnfinished() throws {
        let marks = ["TO" + "DO", "FIX" + "ME", "X" + "XX", "HA" + "CK", "for " + "now", "not " + "implemented"]
        for file in try SourceTree.swiftFiles(in: "Sources") + SourceTree.swiftFiles(in: "Tests") {
            for (number, line) in file.lines.enumerated() {
                #expect(!marks.contains { line.contains($0) }, "\(file.path):\(number + 1)")
            }
        }
    }

    /// The formatter breaks code at the edge, and leaves comments to whoever writes them.
    @Test func commentsEndAtTheEdge() throws {
        for file in try SourceTree.swiftFiles(in: "Sources") + SourceTree.swiftFiles(in: "Tests") {
            for (number, line) in file.lines.enumerated() where line.trimmed.hasPrefix("//") {
                #expect(line.count <= 140 || !line.trimmed.dropFirst(3).contains(" "), "\(file.path):\(number + 1)")
            }
        }
    }

    private static func isPackageDeclaration(_ line: String) -> Bool {
        let text = line.trimmed
        guard text.hasPrefix("package ") else { return false }
        return !text.hasPrefix("package import") && !text.hasPrefix("package extension")
    }

    private static func isWitness(_ line: String) -> Bool {
        let text = line.trimmed
        return [
            "package static let count = ", "package let bytes: [UInt8]", "package init(trusted bytes: [UInt8])",
            "package let short: ShortBytes", "package init(short: ShortBytes)",
        ].contains { text.hasPrefix($0) }
    }

    /// Name, first line and length of every function and initialiser, by the indentation that the formatter gives.
    private static func functions(_ lines: [String]) -> [(String, Int, Int)] {
        var found: [(String, Int, Int)] = []
        for (number, line) in lines.enumerated() {
            let words = line.trimmed.split(separator: " ")
            guard words.contains("func") || words.contains(where: { $0.hasPrefix("init(") }), !line.trimmed.hasPrefix("//") else {
                continue
            }
            let indent = line.prefix { $0 == " " }
            if line.hasSuffix("}") { continue }
            guard let end = lines[number...].firstIndex(where: { $0 == indent + "}" }) else { continue }
            found.append((line.trimmed, number, end - number + 1))
        }
        return found
    }

    private static func code(_ line: String) -> String {
        let text = line.trimmed
        return text.hasPrefix("//") ? "" : text
    }
}

extension String {
    var trimmed: String { String(drop { $0 == " " || $0 == "\t" }) }
}
