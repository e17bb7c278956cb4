import Foundation

/// The sources as text, for rules that the compiler does not know.
enum SourceTree {
    struct File {
        /// Relative to the project's folder.
        let path: String
        let lines: [String]
        /// `VaultCore` for `Sources/VaultCore/Session.swift`.
        var module: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    }

    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Every Swift file under a folder of the project, in order of path.
    static func swiftFiles(in folder: String) throws -> [File] {
        let base = root.appendingPathComponent(folder)
        let names = try FileManager.default.subpathsOfDirectory(atPath: base.path).filter { $0.hasSuffix(".swift") }.sorted()
        return try names.map { name in
            let text = try String(contentsOf: base.appendingPathComponent(name), encoding: .utf8)
            var lines = text.components(separatedBy: "\n")
            if lines.last == "" { lines.removeLast() }
            return File(path: "\(folder)/\(name)", lines: lines)
        }
    }
}
