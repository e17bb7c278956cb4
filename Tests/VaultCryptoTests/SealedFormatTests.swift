import Testing
import VaultFormat

@testable import VaultCrypto

struct SealedFormatTests {
    /// Text lengths whose inside ends before, on and behind the border of a chunk are around 65,536 - 41 bytes.
    @Test(arguments: [0, 1, 214, 215, 216, 65_494, 65_495, 65_496, 65_535, 65_536, 65_537, 131_031, 131_072, 200_000])
    func sealAndOpen(length: Int) throws {
        let text = Fixture.text(length)
        var sealer = PartSealer()
        let sealed = sealer.seal(text, under: Fixture.circleKey(), context: Fixture.context)
        #expect(sealed.bytes.count == SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: length)))
        let opened = try sealer.open(sealed.bytes, under: Fixture.circleKey(), context: Fixture.context)
        #expect(opened.text == text)
        #expect(opened.salt == sealed.salt)
    }

    @Test func saltIsKeptWhenSealedAnew() throws {
        let salt = Salt.random()
        var sealer = PartSealer()
        let first = sealer.seal([1, 2, 3], salt: salt, under: Fixture.circleKey(), context: Fixture.context)
        let second = sealer.seal([1, 2, 3], salt: salt, under: Fixture.circleKey(), context: Fixture.context)
        #expect(first.bytes != second.bytes)
        #expect(try sealer.open(second.bytes, under: Fixture.circleKey(), context: Fixture.context).salt == salt)
        let drawn = sealer.seal([1, 2, 3], under: Fixture.circleKey(), context: Fixture.context)
        #expect(drawn.salt != salt)
    }

    /// A failed opening leaves the sealer as good as new.
    @Test func sealerIsUsedAgainAfterARefusal() throws {
        var sealer = PartSealer()
        let sealed = sealer.seal([7], under: Fixture.circleKey(), context: Fixture.context).bytes
        var broken = sealed
        broken[broken.count - 1] ^= 1
        let error = refusal { _ = try sealer.open(broken, under: Fixture.circleKey(), context: Fixture.context) }
        #expect(error == .damaged)
        #expect(try sealer.open(sealed, under: Fixture.circleKey(), context: Fixture.context).text == [7])
    }

    @Test func attachmentPiecesAreThePartInOne() throws {
        let text = Fixture.text(150_000)
        var whole = PartSealer()
        for step in [1_000, 65_536, 65_553, 150_000] {
            let (sealed, _) = try sealTwice(text, text, step: step)
            let opened = try whole.open(sealed, under: Fixture.circleKey(), context: Fixture.context)
            #expect(opened.text == text)
            let salt = opened.salt

            var opener = try AttachmentOpener(
                first: Array(sealed[..<max(step, 114)]), under: Fixture.circleKey(), context: Fixture.context)
            var again: [UInt8] = []
            for start in stride(from: max(step, 114), to: sealed.count, by: step) {
                again += try opener.pull(Array(sealed[start..<min(start + step, sealed.count)]))
            }
            let last = try opener.finish()
            #expect(again + last.text == text)
            #expect(last.salt == salt)
        }
    }

    @Test func attachmentCutShortIsDamaged() throws {
        var sealer = PartSealer()
        let sealed = sealer.seal(Fixture.text(150_000), under: Fixture.circleKey(), context: Fixture.context).bytes
        // After whole chunks as well: there only the missing FINAL tells.
        for length in [114, 96 + 65_553, 96 + 2 * 65_553, sealed.count - 1] {
            let error = refusal {
                let opener = try AttachmentOpener(
                    first: Array(sealed[..<length]), under: Fixture.circleKey(), context: Fixture.context)
                _ = try opener.finish()
            }
            #expect(error == .damaged)
        }
    }

    /// What an owner of the key could seal against the rules. Each stands for one way of hiding or confusing something.
    @Test func insidesThatBreakTheRules() {
        let text = Fixture.text(20)
        let preamble = InsidePreamble(salt: .random(), textLength: text.count).bytes
        let good = preamble + text + [UInt8](repeating: 0, count: 256 - 41 - 20)
        func changed(_ index: Int, _ value: UInt8) -> [UInt8] {
            var inside = good
            inside[index] = value
            return inside
        }
        #expect(opening(chunks: [good]) == nil)
        #expect(opening(chunks: [changed(0, 1)]) == .unknownProtection)
        #expect(opening(chunks: [changed(255, 1)]) == .damaged, "padding that is not zero")
        #expect(opening(chunks: [changed(40, 19)]) == .damaged, "a text shorter than it was: its last byte is padding now")
        #expect(opening(chunks: [changed(40, 216)]) == .damaged, "a text longer than the inside")
        #expect(opening(chunks: [changed(33, 0x80)]) == .damaged, "a length that no Int holds")
        #expect(opening(chunks: [changed(36, 0x05)]) == .damaged, "a length above every limit")
        #expect(opening(chunks: [good + [0]]) == .damaged, "more padding than prescribed")
        #expect(opening(chunks: [Array(good.dropLast())]) == .damaged, "less padding than prescribed")
        #expect(opening(chunks: [Array(good.prefix(40))]) == .damaged, "an inside without a whole preamble")
    }

    @Test func chunksThatBreakTheRules() {
        let text = Fixture.text(65_536 + 1_000)
        let length = SealedLayout.innerLength(forText: text.count)
        let inside = InsidePreamble(salt: .random(), textLength: text.count).bytes + text
        let padded = inside + [UInt8](repeating: 0, count: length - inside.count)
        let (first, second) = (Array(padded[..<65_536]), Array(padded[65_536...]))
        #expect(opening(chunks: [first, second]) == nil)
        #expect(opening(chunks: [first, second], last: nil) == .damaged, "no FINAL")
        #expect(opening(chunks: [first, second], last: 0) == .damaged, "FINAL before the end")
        #expect(opening(chunks: [first]) == .damaged, "only the first chunk, FINAL")
        #expect(opening(chunks: [first, second, second]) == .damaged, "a chunk too many")
        #expect(opening(chunks: [Array(padded[..<1_000]), Array(padded[1_000...65_535]), second]) == .damaged, "a short chunk inside")
        #expect(opening(chunks: [second, first]) == .damaged, "another order")
    }

    /// Seals these chunks as they are, FINAL on the one at `last`, and says how opening goes.
    private func opening(chunks: [[UInt8]], last: Int? = .max) -> CryptoError? {
        let final = last.map { min($0, chunks.count - 1) }
        var stream = SealedStream()
        var sealed = stream.beginSealing(
            under: Fixture.bytes(), .part(Fixture.context), header: SecureRandom.bytes(SealedLayout.headerLength))
        for (index, chunk) in chunks.enumerated() { stream.push(chunk.span, isLast: index == final, onto: &sealed) }
        var sealer = PartSealer()
        return refusal { _ = try sealer.open(sealed, under: Fixture.circleKey(), context: Fixture.context) }
    }

    @Test func otherVersionIsRefusedByName() {
        var sealed = Vectors.file["part"]["sealed"]
        sealed[7] = 2
        var sealer = PartSealer()
        let error = refusal { _ = try sealer.open(sealed, under: Fixture.circleKey(), context: Fixture.context) }
        #expect(error == .unknownVersion)
        sealed[0] = 0x4b
        let foreign = refusal { _ = try sealer.open(sealed, under: Fixture.circleKey(), context: Fixture.context) }
        #expect(foreign == .layout)
    }
}
