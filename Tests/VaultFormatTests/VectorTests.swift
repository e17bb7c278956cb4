import Foundation
import Testing
import VaultFormat

/// The files in Tests/Vectors that begin with `kind:`: one file, one failure, for this and any other implementation.
/// A head of `name: value` lines says what it is, how reading it fails and why; after an empty line follow the bytes, as they are or in
/// hexadecimal.
@Suite struct VectorTests {
    @Test(arguments: Vector.all) func everyVectorFailsAsItSays(vector: Vector) {
        #expect(vector.outcome == vector.fails, "\(vector.name)")
    }

    @Test func allVectorsWereFound() {
        #expect(Vector.all.count >= 80)
        let kinds = Set(Vector.all.map(\.kind))
        #expect(kinds == ["entry", "checkpoint", "note", "json", "delivery", "manifest", "sealed", "keyname", "line", "body"])
    }
}

/// One file.
struct Vector: Sendable {
    /// The file's name.
    let name: String
    /// What the bytes pretend to be.
    let kind: String
    /// The failure in words.
    let fails: String
    private let bytes: [UInt8]

    /// Every vector of this format beside the tests, by name.
    static let all: [Vector] = {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Vectors")
        let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
        return files.sorted { $0.lastPathComponent < $1.lastPathComponent }.compactMap(Vector.init(file:))
    }()

    private init?(file: URL) {
        guard let data = try? Data(contentsOf: file), data.starts(with: Array("kind: ".utf8)) else { return nil }
        guard let end = data.firstRange(of: Data([0x0a, 0x0a])) else { return nil }
        var head: [String: String] = [:]
        for line in String(decoding: data[..<end.lowerBound], as: UTF8.self).split(separator: "\n") {
            guard let colon = line.firstRange(of: ": ") else { return nil }
            head[String(line[..<colon.lowerBound])] = String(line[colon.upperBound...])
        }
        guard head.count == 4, let kind = head["kind"], let fails = head["fails"], head["why"] != nil else { return nil }
        let body = Array(data[end.upperBound...])
        switch head["bytes"] {
        case "text": bytes = body
        case "hex":
            guard body.last == 0x0a, let decoded = try? Hex.decode(body.dropLast(), count: body.count / 2) else { return nil }
            bytes = decoded
        default: return nil
        }
        name = file.lastPathComponent
        self.kind = kind
        self.fails = fails
    }

    /// What reading the bytes comes to, in the words of the files.
    var outcome: String {
        do throws(FormatError) {
            switch kind {
            case "entry": _ = try EntryText(parsing: bytes)
            case "checkpoint": _ = try CheckpointText(parsing: bytes)
            case "note": _ = try SignedNote(parsing: bytes)
            case "json": _ = try CanonicalJSON(parsing: bytes)
            case "delivery": _ = try Delivery(parsing: bytes)
            case "manifest": _ = try Manifest(parsing: bytes)
            case "sealed": try SealedLayout.check(bytes)
            case "keyname": _ = try KeyName(parsing: String(decoding: bytes, as: UTF8.self))
            case "line": _ = try Line(bytes, limit: Limits.title)
            case "body": _ = try BodyText(bytes)
            default: return "unknown kind"
            }
            return "accepted"
        } catch {
            return Self.words(error)
        }
    }

    private static func words(_ error: FormatError) -> String {
        switch error {
        case .hex: "hex"
        case .base64: "base64"
        case .json(let offset): "json \(offset)"
        case .member: "member"
        case .note: "note"
        case .line(let number): "line \(number)"
        case .time: "time"
        case .layout: "layout"
        case .unknownVersion: "unknown version"
        case .tooLarge: "too large"
        case .word(let number): "word \(number)"
        case .text(.empty): "text empty"
        case .text(.tooLong(let limit)): "text too long \(limit)"
        case .text(.tooManyBytes(let limit)): "text too many bytes \(limit)"
        case .text(.notUTF8(let position)): "text not utf8 \(position)"
        case .text(.control(let position)): "text control \(position)"
        case .text(.nul(let position)): "text nul \(position)"
        }
    }
}
