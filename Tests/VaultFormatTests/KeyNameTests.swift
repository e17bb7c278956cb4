import Testing
import VaultFormat

/// `kluis/<group id>/<member id>.<key number>`, one spelling.
@Suite struct KeyNameTests {
    private static let group = "000102030405060708090a0b0c0d0e0f"
    private static let member = "f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff"
    private static let valid = "kluis/\(group)/\(member).1"

    @Test func namesComeBack() throws {
        for number in [1, 2, 10, 9999] {
            let name = try KeyName(parsing: "kluis/\(Self.group)/\(Self.member).\(number)")
            #expect(name == KeyName(group: GroupID(trusted: Array(0..<16)), member: MemberID(trusted: Array(240...255)), number: number))
            #expect(name.text == "kluis/\(Self.group)/\(Self.member).\(number)")
            #expect(SignedNote.isKeyName(name.text))
        }
        #expect(GroupID(trusted: Array(0..<16)).origin == "kluis/\(Self.group)")
    }

    @Test(arguments: [
        "", "kluis/", "\(group)/\(member).1", "kluis/\(group)/\(member)", "kluis/\(group)/\(member).", "kluis/\(group)/\(member).0",
        "kluis/\(group)/\(member).01", "kluis/\(group)/\(member).+1", "kluis/\(group)/\(member).-1", "kluis/\(group)/\(member).10000",
        "kluis/\(group)/\(member).99999999999999999999", "kluis/\(group)/\(member).1 ", " \(valid)", "\(valid)\n",
        "kluis/\(group)/\(member).１",
        "kluis/\(group)/\(member).a", "Kluis/\(group)/\(member).1", "\u{212a}luis/\(group)/\(member).1", "kluis/\(group)-\(member).1",
        "kluis/\(group)/\(member),1", "kluis/\(group)/\(member.uppercased()).1", "kluis/g\(group.dropFirst())/\(member).1",
        "kluis/\(member).1",
        "kluis//\(group)\(member).1",
    ])
    func everyOtherSpellingIsRefused(text: String) {
        #expect(throws: FormatError.self) { try KeyName(parsing: text) }
    }

    @Test func everyChangedByteIsRefusedOrAnotherName() throws {
        let accepted = try sweep(Array(Self.valid.utf8), parse: Self.parse, print: { Array($0.text.utf8) })
        // 64 digits may be any of 15 others, the number any of 8.
        #expect(accepted == 64 * 15 + 8)
    }

    private static func parse(_ bytes: [UInt8]) throws(FormatError) -> KeyName {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw .layout }
        return try KeyName(parsing: text)
    }
}
