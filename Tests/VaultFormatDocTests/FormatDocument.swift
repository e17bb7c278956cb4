import Foundation
import VaultFormat

/// The blocks of Docs/Format.md that are marked `example NAME`.
struct FormatDocument {
    /// In the order of the document.
    let examples: [(name: String, body: [String])]
    /// How many fences begin with the word, so that a mistyped one does not go unseen.
    let fences: Int
    /// All of it.
    let lines: [String]

    static let shared: FormatDocument = {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        guard let text = try? String(contentsOf: root.appending(path: "Docs/Format.md"), encoding: .utf8) else {
            preconditionFailure("Docs/Format.md is missing")
        }
        return FormatDocument(text)
    }()

    init(_ text: String) {
        var examples: [(name: String, body: [String])] = []
        var isInside = false
        var fences = 0
        lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        for line in lines {
            if line.contains("```example") { fences += 1 }
            if !isInside, line.hasPrefix("```example ") {
                isInside = true
                examples.append((String(line.dropFirst(11)), []))
            } else if line == "```" {
                isInside = false
            } else if isInside {
                examples[examples.count - 1].body.append(line)
            }
        }
        self.examples = examples
        self.fences = fences
    }

    /// The block of that name.
    func example(_ name: String) throws -> Example {
        guard let found = examples.first(where: { $0.name == name }) else { throw Example.Fault(place: "no block \(name)") }
        return try Example(found.body)
    }
}

/// One block: its fields, and which of them nobody has looked at.
final class Example {
    /// What the document has wrong; `place` names block or field.
    struct Fault: Error { let place: String }

    private enum Value {
        case bytes([UInt8])
        case text(String)
    }

    private var fields: [String: Value] = [:]
    private(set) var unread: Set<String>

    /// `name = hex`, `name: text`, `name| line`; lines of one name are joined.
    init(_ body: [String]) throws {
        unread = []
        for line in body {
            let name = String(line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
            let rest = line.dropFirst(name.count)
            switch (fields[name], rest) {
            case (nil, _) where rest.hasPrefix(" = "): fields[name] = .bytes(try Self.hex(rest.dropFirst(3)))
            case (.bytes(let before)?, _) where rest.hasPrefix(" = "): fields[name] = .bytes(before + (try Self.hex(rest.dropFirst(3))))
            case (nil, _) where rest.hasPrefix(": "): fields[name] = .text(String(rest.dropFirst(2)))
            case (nil, _) where rest.hasPrefix("|"): fields[name] = .text(rest.dropFirst(2) + "\n")
            case (.text(let before)?, _) where rest.hasPrefix("|"): fields[name] = .text(before + rest.dropFirst(2) + "\n")
            default: throw Fault(place: line)
            }
            unread.insert(name)
        }
    }

    var names: [String] { fields.keys.sorted() }

    func bytes(_ name: String) throws -> [UInt8] {
        guard case .bytes(let bytes)? = fields[name] else { throw Fault(place: name) }
        unread.remove(name)
        return bytes
    }

    func text(_ name: String) throws -> String {
        guard case .text(let text)? = fields[name] else { throw Fault(place: name) }
        unread.remove(name)
        return text
    }

    func utf8(_ name: String) throws -> [UInt8] { Array(try text(name).utf8) }

    func number(_ name: String) throws -> Int {
        guard let number = Int(try text(name)) else { throw Fault(place: name) }
        return number
    }

    private static func hex(_ text: Substring) throws -> [UInt8] { try Hex.decode(Array(text.utf8), count: text.utf8.count / 2) }
}
