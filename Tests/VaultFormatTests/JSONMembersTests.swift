import Testing
import VaultFormat

/// Members are taken one by one, of the right type, and none is left over.
@Suite struct JSONMembersTests {
    private func members(_ text: String) throws -> JSONMembers { try JSONMembers(CanonicalJSON(parsing: Array(text.utf8))) }

    @Test func everyMemberIsTakenOnce() throws {
        var all = try members(
            "{\"a\":1,\"b\":\"x\",\"c\":[null],\"d\":\"000102030405060708090a0b0c0d0e0f\",\"e\":\"AAECAwQFBgcICQoLDA0ODw==\"}")
        #expect(try all.int("a") == 1)
        #expect(throws: FormatError.member) { try all.int("a") }
        #expect(try all.string("b") == "x")
        #expect(try all.optionalString("b") == nil)
        #expect(try all.array("c") == [.null])
        #expect(throws: FormatError.member) { try all.end() }
        let group: GroupID = try all.id("d")
        #expect(group.bytes == Array(0..<16))
        let same: GroupID = try all.base64("e")
        #expect(same == group)
        try all.end()
    }

    @Test func anotherTypeOrBoundIsRefused() throws {
        var all = try members("{\"a\":1,\"b\":\"x\",\"c\":null,\"d\":-1,\"e\":11}")
        #expect(throws: FormatError.member) { try all.string("a") }
        #expect(throws: FormatError.member) { try all.array("b") }
        #expect(throws: FormatError.member) { try all.optionalString("c") }
        #expect(throws: FormatError.member) { try all.int("d") }
        #expect(throws: FormatError.member) { try all.int("e", 0...10) }
        #expect(throws: FormatError.member) { try all.string("absent") }
    }

    @Test func identifiersHaveOneSpelling() throws {
        for text in ["{\"a\":\"00\"}", "{\"a\":\"000102030405060708090A0B0C0D0E0F\"}", "{\"a\":\"é\"}"] {
            #expect(throws: FormatError.hex) {
                var all = try members(text)
                let _: GroupID = try all.id("a")
            }
            #expect(throws: FormatError.base64) {
                var all = try members(text)
                let _: GroupID = try all.base64("a")
            }
        }
    }

    @Test(arguments: ["null", "true", "1", "\"a\"", "[]", "[{}]"]) func onlyObjectsHaveMembers(text: String) {
        #expect(throws: FormatError.member) { try members(text) }
    }
}
