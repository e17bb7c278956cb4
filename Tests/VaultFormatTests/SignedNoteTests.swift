import Testing
import VaultFormat
import VaultTestkit

/// A note has one byte string, and keeps every line that came with it.
@Suite struct SignedNoteTests {
    private static let blob = Base64.encode(Array(0..<68))
    private static let valid = "een\n\ntwee é\n\n— name.example/a \(blob)\n— other \(blob)\n"

    private func parse(_ text: String) throws(FormatError) -> SignedNote { try SignedNote(parsing: Array(text.utf8)) }

    @Test func theLastEmptyLineDividesTextAndSignatures() throws {
        let note = try parse(Self.valid)
        #expect(note.text == Array("een\n\ntwee é\n".utf8))
        #expect(note.signatures.map(\.name) == ["name.example/a", "other"])
        #expect(note.signatures.allSatisfy { $0.keyID == [0, 1, 2, 3] && $0.signature == Array(4..<68) })
        #expect(note.bytes == Array(Self.valid.utf8))
        #expect(SignedNote(text: note.text, signatures: note.signatures) == note)
    }

    @Test func everyChangedByteIsRefusedOrAnotherNote() throws {
        let text = Array("een\ntwee é\n\n— name.example/a \(Self.blob)\n".utf8)
        #expect(try sweep(text, parse: SignedNote.init(parsing:), print: \.bytes) > 1000)
    }

    @Test(arguments: [
        "", "\n", "\n\n", "een", "een\n", "een\n\n", "een\n\n\n", "een\n\n— a", "een\n— a \(blob)\n", "een\n\n— a \(blob)",
        "een\n\n— a \(blob)\n\n",
        "een\n\n— a \(blob)\nx\n", "een\n\n— a \(blob)\n \n", "een\n\n- a \(blob)\n", "een\n\n—a \(blob)\n", "een\n\n—  \(blob)\n",
        "een\n\n— \(blob)\n",
        "een\n\n— a  \(blob)\n", "een\n\n— a b \(blob)\n", "een\n\n— a+b \(blob)\n", "een\n\n— a \(blob) \n", "een\n\n— a\t\(blob)\n",
        "een\n\n— a\u{a0}b \(blob)\n",
        "een\n\n— a\u{2028}b \(blob)\n", "een\n\n— a \n", "een\n\n— a ====\n", "een\n\n— a AAAA\n", "een\n\n— a AAECAw==\n",
        "een\n\n— a \(blob.dropLast())\n",
        "een\r\n\r\n— a \(blob)\r\n", "e\ten\n\n— a \(blob)\n", "e\u{0}en\n\n— a \(blob)\n", "e\u{7f}en\n\n— a \(blob)\n",
        "een\n\n\u{feff}— a \(blob)\n",
    ])
    func everyOtherSpellingIsRefused(text: String) {
        #expect(throws: FormatError.self) { try parse(text) }
    }

    @Test func bytesThatAreNotUTF8AreRefused() {
        for bytes: [UInt8] in [[0x80], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xff]] {
            #expect(throws: FormatError.note) { try SignedNote(parsing: bytes + Array("\n\n— a \(Self.blob)\n".utf8)) }
            #expect(throws: FormatError.note) { try SignedNote(parsing: Array("een\n\n— ".utf8) + bytes + Array(" \(Self.blob)\n".utf8)) }
        }
    }

    @Test func aSignatureMayHaveAnyLengthButNone() throws {
        for count in [1, 63, 64, 65, 3000] {
            let line = SignedNote.SignatureLine(name: "a", keyID: [9, 9, 9, 9], signature: [UInt8](repeating: 7, count: count))
            let note = SignedNote(text: [0x61, 0x0a], signatures: [line])
            #expect(try SignedNote(parsing: note.bytes) == note)
        }
        #expect(throws: FormatError.note) { try parse("a\n\n— a \(Base64.encode([9, 9, 9, 9]))\n") }
    }

    @Test func aHundredLinesAreRead() throws {
        let line = "— a \(Self.blob)\n"
        #expect(try parse("a\n\n" + String(repeating: line, count: 100)).signatures.count == 100)
        #expect(throws: FormatError.note) { try parse("a\n\n" + String(repeating: line, count: 101)) }
    }

    @Test func randomDamageNeverTraps() {
        var random = SeededGenerator(seed: 9)
        let valid = Array(Self.valid.utf8)
        for _ in 0..<20_000 {
            var bytes = valid
            for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(0x0a, at: place)
                default: bytes.removeSubrange(place...)
                }
            }
            guard let note = try? SignedNote(parsing: bytes) else { continue }
            #expect(note.bytes == bytes)
        }
    }
}
