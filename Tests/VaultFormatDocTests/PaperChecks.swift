import Testing
import VaultFormat

@testable import VaultCrypto

/// The example of the paper sheet.
enum PaperChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = ["paper-sheet": sheet]

    @Sendable private static func sheet(_ example: Example) throws {
        let master = try World.document().masterKey()
        let sheet = PaperSheet(master)
        #expect(try [1] + master.bytes.shown() == example.bytes("sheet"))
        let lines = try example.text("lines").split(separator: "\n").map(String.init)
        #expect(sheet.lines() == lines)
        var typed = lines
        typed[0] = try example.text("typed")
        var next = 0
        let again = try PaperSheet.read { _, memory in
            defer { next += 1 }
            for (index, byte) in typed[next].utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
            return typed[next].utf8.count
        } refused: {
            throw $0
        }
        #expect(again.master().bytes.shown() == master.bytes.shown())
        let purpose = Purpose.words(paper: Digest.sha256(try example.bytes("sheet")))
        #expect(try purpose.message == example.bytes("message"))
        #expect(try WordCode.bits(for: purpose) == example.bytes("bits"))
        #expect(try again.words().words.joined(separator: " ") == example.text("words"))
    }
}
