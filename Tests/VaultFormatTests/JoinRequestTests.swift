import Testing
import VaultFormat
import VaultTestkit

/// A request to join: seven lines, one spelling.
@Suite struct JoinRequestTests {
    private static let text = """
        kluis.request/v1
        group 07070707070707070707070707070707
        time 2026-11-22T10:00:00Z
        tree 12 \(TreeHash.filled(1).base64)
        member 08080808080808080808080808080808
        signing \(SigningPublicKey.filled(2).base64)
        decryption \(DecryptionPublicKey.filled(3).base64)

        """

    private static func request() throws -> JoinRequest {
        JoinRequest(
            group: .filled(7), time: try Instant(Array("2026-11-22T10:00:00Z".utf8)[...]), head: TreeHead(size: 12, root: .filled(1)),
            member: .filled(8), signing: .filled(2), decryption: .filled(3))
    }

    @Test func theBytesAreTheseLines() throws {
        let request = try Self.request()
        #expect(String(decoding: request.bytes, as: UTF8.self) == Self.text)
        #expect(try JoinRequest(parsing: Array(Self.text.utf8)) == request)
        #expect(request.bytes.starts(with: JoinRequest.magic))
        #expect(request.keyName.text == "kluis/07070707070707070707070707070707/08080808080808080808080808080808.1")
        #expect(request.bytes.count < 2048)
    }

    @Test func everyChangedByteAndEveryCut() throws {
        let bytes = Array(Self.text.utf8)
        let request = try Self.request()
        for place in bytes.indices {
            if (try? JoinRequest(parsing: Array(bytes[..<place]))) != nil { Issue.record("cut after \(place) bytes") }
            for bit in [UInt8(1), 2, 0x20, 0x80] {
                var changed = bytes
                changed[place] ^= bit
                guard let other = try? JoinRequest(parsing: changed) else { continue }
                if other == request || other.bytes != changed { Issue.record("at \(place)") }
            }
        }
    }

    @Test(arguments: [
        ("group ", "Group "), ("group 07", "group 0A"), ("time 2026-11-22T10", "time 2026-11-22t10"), ("tree 12 ", "tree 012 "),
        ("tree 12 ", "tree 12  "), ("tree 12 ", "tree  "), ("tree 12 ", "tree -1 "), ("tree 12 ", "tree 9007199254740992 "),
        ("tree 12 ", "tree 12"), ("member 08", "member  08"), ("\nmember", "\n\nmember"), ("\n", "\r\n"), ("signing ", "signing A"),
        ("\nsigning", "\nname Anna\nsigning"), ("kluis.request/v1", "kluis.request/v1 "), ("kluis.request/v1\n", ""),
    ])
    func anotherSpellingIsRefused(_ old: String, _ new: String) throws {
        let changed = Self.text.replacing(old, with: new, maxReplacements: 1)
        #expect(changed != Self.text)
        #expect(throws: FormatError.self) { try JoinRequest(parsing: Array(changed.utf8)) }
        #expect(throws: FormatError.self) { try JoinRequest(parsing: Array((Self.text + "more 1\n").utf8)) }
        #expect(throws: FormatError.self) { try JoinRequest(parsing: Array((Self.text + "\n").utf8)) }
    }
}
