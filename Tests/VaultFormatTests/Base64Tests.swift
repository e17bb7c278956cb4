import Testing
import VaultFormat
import VaultTestkit

/// RFC 4648, and none of the spellings that lenient decoders take for the same bytes.
@Suite struct Base64Tests {
    private func decode(_ text: String) throws(FormatError) -> [UInt8] { try Base64.decode(Array(text.utf8)[...]) }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
    ])
    func theVectorsOfTheRFC(plain: String, spelled: String) throws {
        #expect(Base64.encode(Array(plain.utf8)) == spelled)
        #expect(try decode(spelled) == Array(plain.utf8))
    }

    @Test func anyBytesComeBack() throws {
        var random = SeededGenerator(seed: 4)
        for count in 0..<200 {
            let bytes = random.bytes(count)
            #expect(try Base64.decode(Base64.encodeBytes(bytes)[...]) == bytes)
        }
    }

    /// Of all four-character groups that end in padding, exactly one spells each value.
    @Test func unusedBitsAreZero() {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var oneByte = 0
        var twoBytes = 0
        for second in alphabet {
            for first in alphabet where (try? Base64.decode([first, second, 0x3d, 0x3d])) != nil { oneByte += 1 }
            for third in alphabet where (try? Base64.decode([0x41, second, third, 0x3d])) != nil { twoBytes += 1 }
        }
        #expect(oneByte == 256)
        #expect(twoBytes == 1024)
    }

    @Test(arguments: [
        "Zg", "Zg=", "Zg===", "Zg==\n", " Zg==", "Z g=", "Zh==", "AB==", "Zm9=", "Zm8", "Zm8==", "=", "==", "===", "====", "A===", "=Zg=",
        "Z=g=",
        "Zg==Zg==", "Zm8=Zm9v", "Zm9v=", "Zm9v====", "Zm-v", "Zm_v", "Zm9v\r\n", "Zm9\u{0}", "Zm9é", "Zm\n9v",
    ])
    func everyOtherSpellingIsRefused(spelled: String) {
        #expect(throws: FormatError.base64) { try decode(spelled) }
    }

    @Test func whatIsAcceptedPrintsTheSame() {
        var random = SeededGenerator(seed: 5)
        let alphabet = Array("AQgwZ/+=9\n".utf8)
        var accepted = 0
        for _ in 0..<20_000 {
            let text = (0..<Int.random(in: 0...8, using: &random)).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
            guard let bytes = try? Base64.decode(text[...]) else { continue }
            accepted += 1
            #expect(Base64.encodeBytes(bytes) == text)
        }
        #expect(accepted > 1000)
    }

    @Test func anotherLengthThanAskedForIsRefused() throws {
        #expect(try Base64.decode(Array("Zm8=".utf8)[...], count: 2) == [0x66, 0x6f])
        #expect(throws: FormatError.base64) { try Base64.decode(Array("Zm8=".utf8)[...], count: 3) }
        #expect(throws: FormatError.base64) { try TreeHash(base64: Array("Zm8=".utf8)[...]) }
    }
}
