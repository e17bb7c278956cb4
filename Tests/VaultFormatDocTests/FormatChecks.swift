import Testing
import VaultFormat

@testable import VaultCore
@testable import VaultCrypto

/// Examples of spellings: JSON, times, words, and the payloads of all events.
enum FormatChecks {
    static let all: [String: @Sendable (Example) throws -> Void] = [
        "canonical-json": canonicalJSON, "times": times, "words": words, "word-list": wordList,
        "json-refused": jsonRefused, "times-refused": timesRefused, "key-names-refused": keyNamesRefused, "delivery": delivery,
        "event-group-created": event, "event-case-added": event, "event-case-changed": event, "event-case-closed": event,
        "event-note-added": event, "event-note-changed": event, "event-cases-listed": event, "event-case-opened": event,
        "event-note-opened": event, "event-log-opened": event, "event-log-verified": event, "event-access-refused": event,
    ]

    @Sendable private static func canonicalJSON(_ example: Example) throws {
        let bytes = try example.bytes("bytes")
        let value = CanonicalJSON.object([
            "": .object([:]), "a": .string("\u{e9}\u{2028}/\"\\\n\u{1f}\u{7f}"),
            "b": .array([.int(0), .int(-1), .int(9_007_199_254_740_991), .bool(true), .bool(false)]),
        ])
        #expect(value.bytes == bytes)
        #expect(try CanonicalJSON(parsing: bytes) == value)
    }

    @Sendable private static func jsonRefused(_ example: Example) throws {
        for name in example.names {
            let bytes = try example.utf8(name)
            #expect(throws: FormatError.self, "\(name)") { try CanonicalJSON(parsing: bytes) }
        }
    }

    @Sendable private static func timesRefused(_ example: Example) throws {
        for name in example.names {
            let bytes = try example.utf8(name)
            #expect(throws: FormatError.time, "\(name)") { try Instant(bytes[...]) }
        }
    }

    @Sendable private static func keyNamesRefused(_ example: Example) throws {
        for name in example.names {
            let text = try example.text(name)
            #expect(throws: FormatError.self, "\(name)") { try KeyName(parsing: text) }
        }
    }

    @Sendable private static func times(_ example: Example) throws {
        let time = try Instant(example.utf8("time")[...])
        #expect(try time.seconds == Int64(example.number("seconds")))
        #expect(try time.day.text == example.text("day"))
        let leap = try Day(example.utf8("leap-day")[...])
        #expect(try leap.days == example.number("leap-day-number"))
        #expect(try leap.text == example.text("leap-day"))
        #expect(try time.text == example.text("time"))
    }

    @Sendable private static func words(_ example: Example) throws {
        let head = try ExampleLog.document().head
        #expect(try Purpose.words(head: head).message == example.bytes("message"))
        #expect(try WordCode.bits(for: .words(head: head)) == example.bytes("bits"))
        #expect(try WordCode.of(head: head).words.joined(separator: " ") == example.text("words"))
    }

    @Sendable private static func wordList(_ example: Example) throws {
        #expect(WordList.words.count == 2048)
        #expect(try WordList.words.first == example.text("first"))
        #expect(try WordList.words.last == example.text("last"))
        #expect(try Digest.sha256(Array(WordList.words.map { $0 + "\n" }.joined().utf8)) == example.bytes("sha256"))
    }

    @Sendable private static func delivery(_ example: Example) throws {
        let world = try World.document()
        let bytes = try FormatDocument.shared.example("blobs").bytes("delivery-log")
        let delivery = try Delivery(parsing: bytes)
        #expect(delivery.bytes == bytes)
        #expect(delivery.generation == 1)
        #expect(try delivery.wraps[world.member]?.bytes == FormatDocument.shared.example("wrap").bytes("wrap"))
        #expect(try Array(bytes.prefix(64)) == example.bytes("start"))
        #expect(try bytes.count == example.number("length"))
        #expect(try Digest.sha256(bytes) == example.bytes("hash"))
    }

    /// Read and printed again, and the very payload that stands in the log of Appendix B.
    @Sendable private static func event(_ example: Example) throws {
        let bytes = try example.utf8("json")
        guard case .known(let payload) = try Payload.read(bytes) else { throw Example.Fault(place: "an event that is not known") }
        #expect(payload.bytes == bytes)
        #expect(try ExampleLog.document().payloads.filter { $0 == bytes }.count == 1)
    }
}
