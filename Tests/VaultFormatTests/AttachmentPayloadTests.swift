import Testing
import VaultTestkit

@testable import VaultFormat

/// The payloads and texts that attachments bring: one spelling, nothing left out, nothing more.
struct AttachmentPayloadTests {
    private static func part(_ part: Part, _ filling: UInt8) -> PartFacts {
        PartFacts(part: part, circle: .filled(1), generation: 2, blob: .filled(filling), commitment: .filled(9))
    }

    private static func moved(_ filling: UInt8) -> CaseMove.MovedPart {
        CaseMove.MovedPart(circle: .filled(1), generation: 2, blob: .filled(filling))
    }

    private static let payloads: [Payload] = [
        Payload(
            .attachmentAdded,
            .attachmentWritten(
                AttachmentWriting(caseNumber: 3, number: 2, item: .filled(4), version: 1, summary: part(.summary, 5), body: part(.body, 6)))
        ),
        Payload(.attachmentSaved, .reveal(Reveal(case: 3, attachment: 2, reason: .own))),
        Payload(
            .caseShared,
            .caseMoved(
                CaseMove(
                    number: 3, summary: moved(5), body: moved(6), notes: [],
                    attachments: [1, 4].map { CaseMove.MovedAttachment(number: $0, summary: moved(7), body: moved(8)) }))),
    ]

    @Test(arguments: payloads) func comesBack(payload: Payload) throws {
        #expect(try Payload.read(payload.bytes) == .known(payload))
    }

    /// Without any one of its members, with one more, or with one of another type, a payload is refused.
    @Test(arguments: payloads) func takesNothingElse(payload: Payload) throws {
        guard case .object(let object) = try CanonicalJSON(parsing: payload.bytes) else { throw TestFailure() }
        for member in object.members where member.name != "event" {
            var without = object
            without[member.name] = nil
            #expect(throws: FormatError.self, "without \(member.name)") { try Payload.read(CanonicalJSON.object(without).bytes) }
            var other = object
            other[member.name] = .bool(false)
            #expect(throws: FormatError.self, "another \(member.name)") { try Payload.read(CanonicalJSON.object(other).bytes) }
        }
        var more = object
        more["zzz"] = .int(1)
        #expect(throws: FormatError.self) { try Payload.read(CanonicalJSON.object(more).bytes) }
    }

    @Test func attachmentsOfAMoveAreInOrder() throws {
        for numbers in [[2, 1], [1, 1], [0]] {
            let move = CaseMove(
                number: 3, summary: Self.moved(5), body: Self.moved(6), notes: [],
                attachments: numbers.map { CaseMove.MovedAttachment(number: $0, summary: Self.moved(7), body: Self.moved(8)) })
            #expect(throws: FormatError.member) { try Payload.read(Payload(.caseShared, .caseMoved(move)).bytes) }
        }
    }

    @Test func onlyASavedAttachmentIsNamedByAReveal() throws {
        for event in [Event.casesListed, .caseOpened, .noteOpened] {
            let reveal = Reveal(
                case: 1, attachment: 1, part: event == .caseOpened ? .body : nil, version: event == .caseOpened ? 1 : nil, reason: .own)
            #expect(throws: FormatError.member) { try Payload.read(Payload(event, .reveal(reveal)).bytes) }
        }
    }

    @Test func theSummaryIsNameAndLength() throws {
        let summary = AttachmentSummary(name: SafeName("brief.pdf"), length: 1234)
        #expect(String(decoding: summary.bytes, as: UTF8.self) == #"{"bytes":1234,"name":"brief.pdf"}"#)
        #expect(try AttachmentSummary(parsing: summary.bytes) == summary)
    }

    /// Whoever wrote it, a name comes out safe; anything else that is wrong is refused.
    @Test func aHostileSummary() throws {
        #expect(try AttachmentSummary(parsing: Array(#"{"bytes":0,"name":"../../.profile"}"#.utf8)).name.text == "profile")
        for text in [
            #"{"bytes":67108865,"name":"a"}"#, #"{"bytes":-1,"name":"a"}"#, #"{"name":"a"}"#, #"{"bytes":1}"#, #"{"bytes":1,"name":2}"#,
            #"{"bytes":1,"name":"a","size":1}"#, #"{"bytes": 1,"name":"a"}"#, "",
        ] {
            #expect(throws: FormatError.self, "\(text)") { try AttachmentSummary(parsing: Array(text.utf8)) }
        }
    }
}
