import Foundation
import Testing
import VaultFormat
import VaultTestkit

/// Promise 1: no file shows a title, a text or a name, at any moment. The program is stopped in the midst of its changes, and every
/// file there is then is searched: vault, journal, unfinished files, home and identity.
struct SecretFilesTests {
    @Test func nothingCanBeReadAtAnyMoment() throws {
        let stage = try Stage()
        var seen: Set<String> = []
        func look() throws {
            for (path, bytes) in try TestVault.allBytes(in: stage.folder) where !path.hasSuffix("/report") {
                seen.insert(Self.kind(path))
                for (name, needle) in Self.needles { #expect(!Self.contains(bytes, needle), "\(name) in \(path)") }
            }
        }
        for step in Self.steps {
            let (count, _) = try stage.operations(step.command, input: step.input)
            for operation in stride(from: count / 4, to: count, by: max(1, count / 12)) {
                try stage.keep()
                let child = try stage.start(step.command, input: step.input, .stop, at: operation)
                try #require(child.waitForStop())
                try look()
                _ = try child.end(with: SIGKILL)
                try stage.restore()
            }
            try stage.must(step.command, input: step.input)
            try look()
        }
        #expect(seen.isSuperset(of: ["kluis", "kluis-journal", "home", "home-journal", "identity", "new"]), "\(seen)")
    }

    /// The search finds what is there.
    @Test func theSearchFindsATextThatIsThere() throws {
        let text = Array("voor \(Words.body) na".utf8)
        #expect(Self.needles.contains { Self.contains(text, $0.1) })
        let wide = Array("voor \(Words.note) na".utf16).flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(Self.needles.contains { Self.contains(wide, $0.1) })
        #expect(Self.needles.count > 50)
    }

    private static let steps: [(command: [String], input: String)] = [
        (["identity", "create", "--name", Words.person, "--kdf", "interactive"], ""),
        (["group", "create", "--name", Words.group], ""),
        (["case", "add", "--share"], Words.oneCase),
        (["note", "add", "1"], Words.note),
        (["case", "show", "1"], ""),
        (["case", "edit", "1"], Words.changedCase),
    ]

    /// Every word of Anna whole and in pieces of twelve bytes, as UTF-8 and as UTF-16 of both byte orders.
    private static let needles: [(String, [UInt8])] = (Words.content + [Words.passphrase]).flatMap { text in
        let bytes = Array(text.utf8)
        let pieces = stride(from: 0, through: bytes.count - 12, by: 6).map { (text, Array(bytes[$0..<$0 + 12])) }
        let little = text.utf16.prefix(12).flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        let big = text.utf16.prefix(12).flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        return pieces + [(text, little), (text, big)]
    }

    private static func kind(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.split(separator: ".").last.map(String.init) ?? ""
    }

    private static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool { Data(bytes).range(of: Data(needle)) != nil }
}
