import Testing
import VaultFormat
import VaultTestkit

/// The payloads of events that change members and circles: one spelling each, nothing missing, nothing else, nothing out of bounds.
@Suite struct MembershipPayloadTests {
    private static func hex(_ byte: UInt8) -> String { MemberID.filled(byte).hex }
    private static func hash(_ byte: UInt8) -> String { BlobHash.filled(byte).base64 }

    /// 2026-12-31.
    private static let lastDay = Instant(seconds: 1_798_711_200).day
    private static let log = CircleFacts(
        id: .filled(1), kind: .log, generation: 2, members: [.filled(0x11), .filled(0x12)], commitment: .filled(3), delivery: nil)
    private static let everyone = CircleFacts(
        id: .filled(2), kind: .group, generation: 7, members: [.filled(0x11)], commitment: .filled(4), delivery: .filled(5))
    private static let logText =
        #"{"commitment":"\#(hash(3))","generation":2,"id":"\#(hex(1))","kind":"log","members":["\#(hex(0x11))","\#(hex(0x12))"]}"#
    private static let everyoneText =
        #"{"commitment":"\#(hash(4))","delivery":"\#(hash(5))","generation":7,"id":"\#(hex(2))","kind":"group","members":["\#(hex(0x11))"]}"#
    private static let rotation = Rotation(circles: [log, everyone], link: .filled(6), manifest: .filled(7))

    private static func acceptance(_ replaces: MemberID?) -> Acceptance {
        let member = MemberFacts(
            id: .filled(0x12), number: 2, role: .guest, until: lastDay, keyNumber: 1, signing: .filled(8),
            decryption: .filled(9), name: .filled(10))
        return Acceptance(
            member: member, replaces: replaces, request: .filled(11), rotation: rotation,
            given: [
                GivenKey(circle: .filled(2), generation: 6, delivery: .filled(12)),
                GivenKey(circle: .filled(3), generation: 1, delivery: .filled(13)),
            ],
            reads: .filled(14), readsFrom: 1)
    }

    private static func acceptanceText(_ event: String, _ replaces: String) -> String {
        #"{"circles":[\#(logText),\#(everyoneText)],"event":"\#(event)","given":[{"circle":"\#(hex(2))","delivery":"\#(hash(12))","generation":6},"#
            + #"{"circle":"\#(hex(3))","delivery":"\#(hash(13))","generation":1}],"link":"\#(hash(6))","manifest":"\#(hash(7))","#
            + #""member":{"decryption":"\#(DecryptionPublicKey.filled(9).base64)","id":"\#(hex(0x12))","key":1,"name":"\#(hash(10))","number":2,"#
            + #""role":"guest","signing":"\#(hash(8))","until":"2026-12-31"},"outcome":0,"program":"kluis/0.1.0","#
            + #""reads":"\#(hash(14))","reads_from":1,\#(replaces)"request":"\#(hash(11))"}"#
    }

    private static let moved = CaseMove(
        number: 3, summary: CaseMove.MovedPart(circle: .filled(2), generation: 7, blob: .filled(15)),
        body: CaseMove.MovedPart(circle: .filled(3), generation: 1, blob: .filled(16)),
        notes: [
            CaseMove.MovedNote(number: 1, body: CaseMove.MovedPart(circle: .filled(3), generation: 1, blob: .filled(17))),
            CaseMove.MovedNote(number: 4, body: CaseMove.MovedPart(circle: .filled(3), generation: 1, blob: .filled(18))),
        ])

    private static func movedText(_ event: String) -> String {
        func part(_ circle: UInt8, _ generation: Int, _ blob: UInt8) -> String {
            #"{"blob":"\#(hash(blob))","circle":"\#(hex(circle))","generation":\#(generation)}"#
        }
        return #"{"body":\#(part(3, 1, 16)),"case":3,"event":"\#(event)","notes":[{"body":\#(part(3, 1, 17)),"note":1},"#
            + #"{"body":\#(part(3, 1, 18)),"note":4}],"outcome":0,"program":"kluis/0.1.0","summary":\#(part(2, 7, 15))}"#
    }

    private static let rotated =
        #"{"circles":[\#(logText),\#(everyoneText)],"event":"circle.rotated","link":"\#(hash(6))","manifest":"\#(hash(7))","outcome":0,"program":"kluis/0.1.0"}"#

    /// Every event, its value and its bytes, written out by hand.
    private static let all: [(Payload, String)] = [
        (Payload(.memberAccepted, .acceptance(acceptance(nil))), acceptanceText("member.accepted", "")),
        (
            Payload(.memberReplaced, .acceptance(acceptance(.filled(0x13)))),
            acceptanceText("member.replaced", #""replaces":"\#(hex(0x13))","#)
        ),
        (
            Payload(.memberRemoved, .removal(member: 4, rotation)),
            rotated.replacing("circle.rotated", with: "member.removed").replacing(#","outcome""#, with: #","member":4,"outcome""#)
        ),
        (
            Payload(.memberUntil, .until(member: 4, lastDay)),
            #"{"event":"member.until","member":4,"outcome":0,"program":"kluis/0.1.0","until":"2026-12-31"}"#
        ),
        (Payload(.memberLeft, .leaving), #"{"event":"member.left","outcome":0,"program":"kluis/0.1.0"}"#),
        (Payload(.roleEnded, .ending(member: 5)), #"{"event":"role.ended","member":5,"outcome":0,"program":"kluis/0.1.0"}"#),
        (
            Payload(.keyRefreshed, .refresh(.filled(9))),
            #"{"decryption":"\#(DecryptionPublicKey.filled(9).base64)","event":"key.refreshed","outcome":0,"program":"kluis/0.1.0"}"#
        ),
        (
            Payload(.circleCreated, .circle(everyone)),
            #"{"circle":\#(everyoneText),"event":"circle.created","outcome":0,"program":"kluis/0.1.0"}"#
        ),
        (Payload(.circleRotated, .rotation(rotation)), rotated),
        (Payload(.caseShared, .caseMoved(moved)), movedText("case.shared")),
        (Payload(.caseWithdrawn, .caseMoved(moved)), movedText("case.withdrawn")),
    ]

    @Test(arguments: all.indices) func eachHasItsExactBytes(_ index: Int) throws {
        let (payload, text) = Self.all[index]
        #expect(String(decoding: payload.bytes, as: UTF8.self) == text)
        #expect(try Payload.read(Array(text.utf8)) == .known(payload))
    }

    @Test func whatIsAbsentIsNotThere() throws {
        let bare = Rotation(circles: [Self.everyone], link: nil, manifest: nil)
        let text = #"{"circles":[\#(Self.everyoneText)],"event":"circle.rotated","outcome":0,"program":"kluis/0.1.0"}"#
        #expect(Payload(.circleRotated, .rotation(bare)).bytes == Array(text.utf8))
        #expect(try Payload.read(Array(text.utf8)) == .known(Payload(.circleRotated, .rotation(bare))))
    }

    /// A payload cut short or with one byte changed is refused, or is another payload that is written exactly so.
    @Test(arguments: all.indices) func everyChangedByteAndEveryCut(_ index: Int) throws {
        let (payload, text) = Self.all[index]
        let bytes = Array(text.utf8)
        for place in bytes.indices {
            if (try? Payload.read(Array(bytes[..<place]))) != nil { Issue.record("cut after \(place) bytes") }
            var changed = bytes
            changed[place] ^= 1 << UInt8(place % 8)
            guard let reading = try? Payload.read(changed), case .known(let other) = reading else { continue }
            if other == payload || other.bytes != changed { Issue.record("at \(place)") }
        }
    }

    /// Each member taken away, given another type, and one more put beside the others, at every depth.
    @Test(arguments: all.indices) func everyMemberIsNeededAndOfItsType(_ index: Int) throws {
        let (payload, text) = Self.all[index]
        let value = try CanonicalJSON(parsing: Array(text.utf8))
        var optional = 0
        for changed in Self.variants(of: value) {
            guard let reading = try? Payload.read(changed.bytes), case .known(let other) = reading else { continue }
            // Only what may be absent passes, and as something else.
            optional += 1
            #expect(other != payload)
        }
        let mayBeAbsent: [Event: Int] = [
            // until, link, manifest, reads, the delivery of the second circle
            .memberAccepted: 5, .memberReplaced: 5, .memberRemoved: 3, .circleCreated: 1, .circleRotated: 3,
        ]
        #expect(optional == mayBeAbsent[payload.event] ?? 0)
    }

    @Test(arguments: [
        // Circles and given keys not in ascending order, twice, members not in order, none, unknown kinds.
        (logText + "," + everyoneText, everyoneText + "," + logText), (logText + "," + everyoneText, logText + "," + logText),
        (#"["\#(hex(0x11))","\#(hex(0x12))"]"#, #"["\#(hex(0x12))","\#(hex(0x11))"]"#),
        (#"["\#(hex(0x11))","\#(hex(0x12))"]"#, #"["\#(hex(0x11))","\#(hex(0x11))"]"#), (#"["\#(hex(0x11))","\#(hex(0x12))"]"#, "[]"),
        (#""kind":"log""#, #""kind":"lot""#), (#""generation":2"#, #""generation":0"#), (#""generation":2"#, #""generation":4294967296"#),
        (#""generation":2"#, #""generation":-1"#), (#""generation":2"#, #""generation":9007199254740993"#),
        (#""circle":"\#(hex(2))""#, #""circle":"\#(hex(4))""#), (#""circle":"\#(hex(2))""#, #""circle":"\#(hex(3))""#),
        (#""generation":6"#, #""generation":0"#), (#""generation":6"#, #""generation":4294967296"#),
        (#""reads_from":1"#, #""reads_from":0"#), (#""reads_from":1"#, #""reads_from":4294967296"#), (#""number":2"#, #""number":0"#),
        (#""number":2"#, #""number":9007199254740992"#), (#""key":1"#, #""key":0"#), (#""key":1"#, #""key":10000"#),
        (#""role":"guest""#, #""role":"owner""#), ("2026-12-31", "2026-02-30"), (#""request":"#, #""replaces":"","request":"#),
        (#""request":"#, #""replaces":"\#(hex(0x13))","request":"#), (#""event":"member.accepted""#, #""event":"member.replaced""#),
        (#""event":"member.accepted""#, #""event":"member.accepted","extra":1"#), (#""outcome":0"#, #""may":true,"outcome":0"#),
    ])
    func anAcceptanceOutOfBoundsIsRefused(_ old: String, _ new: String) throws {
        let text = Self.acceptanceText("member.accepted", "")
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != text)
        #expect(throws: FormatError.self) { try Payload.read(Array(changed.utf8)) }
    }

    @Test(arguments: [
        (#""case":3"#, #""case":0"#), (#""note":1"#, #""note":0"#), (#""note":1"#, #""note":4"#), (#""note":4"#, #""note":1"#),
        (#""note":4"#, #""note":9007199254740992"#), (#""generation":7"#, #""generation":0"#),
        (#""generation":7"#, #""generation":4294967296"#),
    ])
    func aMoveOutOfBoundsIsRefused(_ old: String, _ new: String) throws {
        let text = Self.movedText("case.shared")
        let changed = text.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != text)
        #expect(throws: FormatError.self) { try Payload.read(Array(changed.utf8)) }
    }

    @Test func fiftyMembersAndNoMore() throws {
        func circle(_ count: Int) -> [UInt8] {
            let members = (0..<count).map { MemberID(trusted: [UInt8](repeating: 0, count: 14) + [UInt8($0 >> 8), UInt8($0 & 0xff)]) }
            let facts = CircleFacts(
                id: .filled(2), kind: .some, generation: 1, members: members, commitment: .filled(4), delivery: .filled(5))
            return Payload(.circleCreated, .circle(facts)).bytes
        }
        guard case .known = try Payload.read(circle(Limits.members)) else { throw TestFailure() }
        #expect(throws: FormatError.member) { try Payload.read(circle(Limits.members + 1)) }
    }

    /// Every value inside replaced by one of another type, every member left out, one added to every object.
    private static func variants(of value: CanonicalJSON) -> [CanonicalJSON] {
        var found: [CanonicalJSON] = [value == .null ? .bool(false) : .null]
        switch value {
        case .object(let object):
            found.append(.object(object.with("zz", .int(1))))
            for name in names(of: object) {
                guard let inner = object[name] else { continue }
                var without = object
                without[name] = nil
                found.append(.object(without))
                found += variants(of: inner).map { .object(object.with(name, $0)) }
            }
        case .array(let values):
            found.append(.int(1))
            for (place, inner) in values.enumerated() {
                found += variants(of: inner).map { changed in
                    var values = values
                    values[place] = changed
                    return .array(values)
                }
            }
        case .string: found += [.int(1), .string("")]
        case .int: found.append(.string("1"))
        default: break
        }
        return found
    }

    private static func names(of object: JSONObject) -> [String] {
        [
            "blob", "body", "case", "circle", "circles", "commitment", "decryption", "delivery", "event", "generation", "given", "id",
            "key", "kind",
            "link", "manifest", "member", "members", "name", "note", "notes", "number", "outcome", "program", "reads", "reads_from",
            "replaces",
            "request", "role", "signing", "summary", "until",
        ].filter { object[$0] != nil }
    }
}

extension JSONObject {
    fileprivate func with(_ name: String, _ value: CanonicalJSON) -> JSONObject {
        var object = self
        object[name] = value
        return object
    }
}
