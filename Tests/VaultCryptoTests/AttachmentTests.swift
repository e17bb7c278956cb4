import Testing
import VaultFormat

@testable import VaultCrypto

/// Seals `first` for its hashes and `second` for its bytes, in portions of `step` bytes.
func sealTwice(_ first: [UInt8], _ second: [UInt8], salt: Salt? = nil, step: Int = 65_536) throws -> (
    sealed: [UInt8], commitment: Commitment
) {
    var draft = AttachmentDraft(textLength: first.count, salt: salt, under: Fixture.circleKey(), context: Fixture.context)
    for start in stride(from: 0, to: first.count, by: step) { draft.push(Array(first[start..<min(start + step, first.count)])) }
    let drafted = draft.finish()
    let (blob, commitment) = (drafted.blob, drafted.commitment)
    var sealer = AttachmentSealer(drafted, under: Fixture.circleKey())
    var sealed: [UInt8] = []
    for start in stride(from: 0, to: second.count, by: step) {
        sealed += sealer.push(Array(second[start..<min(start + step, second.count)]))
    }
    sealed += try sealer.finish()
    #expect(BlobHash.of(sealed) == blob)
    return (sealed, commitment)
}

/// Attachments, sealed twice: the same bytes or none that open.
struct AttachmentTests {
    @Test(arguments: [0, 1, 215, 216, 65_495, 65_496, 65_536, 131_031, 131_072, 200_000])
    func bothSealingsAgree(length: Int) throws {
        let text = Fixture.text(length)
        var whole = PartSealer()
        let (sealed, commitment) = try sealTwice(text, text, step: 50_000)
        let opened = try whole.open(sealed, under: Fixture.circleKey(), context: Fixture.context)
        #expect(opened.text == text)
        #expect(commitment == .ofText(text, salt: opened.salt, context: Fixture.context))
        // Headers are drawn for each draft, salts unless one is passed on.
        let (again, _) = try sealTwice(text, text, salt: opened.salt)
        #expect(again != sealed && again.count == sealed.count)
        #expect(try whole.open(again, under: Fixture.circleKey(), context: Fixture.context) == opened)
    }

    /// One byte of the text is another the second time. What was given out by then lacks its end, and does not open.
    @Test(arguments: [0, 65_494, 65_495, 150_000, 199_999])
    func anotherTextTheSecondTime(place: Int) throws {
        let text = Fixture.text(200_000)
        var changed = text
        changed[place] ^= 1
        let error = refusal { _ = try sealTwice(text, changed) }
        #expect(error == .changed)
    }

    /// The commitment says whether the key is right, and the beginning what is to come, before the end is there.
    @Test func theBeginningSaysWhatComes() throws {
        let text = Fixture.text(150_000)
        let (sealed, _) = try sealTwice(text, text)
        var opener = try AttachmentOpener(first: Array(sealed[..<200]), under: Fixture.circleKey(), context: Fixture.context)
        #expect(opener.beginning == nil)
        _ = try opener.pull(Array(sealed[200..<70_000]))
        #expect(opener.beginning?.textLength == 150_000)
        let early = opener.beginning?.salt
        _ = try opener.pull(Array(sealed[70_000...]))
        #expect(try opener.finish().salt == early)
    }

    /// Every region of the sealed bytes counts: preamble, each byte of chunks around their borders, the end.
    @Test func noByteCanBeChanged() throws {
        let text = Fixture.text(140_000)
        let (sealed, _) = try sealTwice(text, text)
        let borders = [0, 96, 96 + 65_553, 96 + 2 * 65_553, sealed.count]
        let places = Set(borders.flatMap { ($0 - 20)...($0 + 20) } + Array(stride(from: 0, to: sealed.count, by: 4_999)))
        for place in places where sealed.indices.contains(place) {
            var changed = sealed
            changed[place] ^= 1 << (place % 8)
            #expect(throws: CryptoError.self, "byte \(place)") { try open(changed) }
        }
        for (first, second) in [(1, 2), (0, 1), (0, 2)] {
            var chunks = stride(from: 96, to: sealed.count, by: 65_553).map { Array(sealed[$0..<min($0 + 65_553, sealed.count)]) }
            chunks.swapAt(first, second)
            #expect(throws: CryptoError.self) { try open(Array(sealed[..<96]) + chunks.joined()) }
        }
    }

    private func open(_ sealed: [UInt8]) throws(CryptoError) {
        var opener = try AttachmentOpener(first: Array(sealed.prefix(65_536)), under: Fixture.circleKey(), context: Fixture.context)
        _ = try opener.pull(Array(sealed.dropFirst(65_536)))
        _ = try opener.finish()
    }

    @Test func aDraftTakesNoOtherKey() async {
        await #expect(processExitsWith: .failure) {
            let drafted = AttachmentDraft(textLength: 0, under: Fixture.circleKey(), context: Fixture.context).finish()
            _ = AttachmentSealer(drafted, under: CircleKey.random())
        }
    }
}
