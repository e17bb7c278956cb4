import Testing
import VaultFormat
import VaultTestkit

/// Lengths of sealed bytes, and padding against the definition of Padmé in floating-point words.
@Suite struct SealedLayoutTests {
    /// The paper's algorithm step by step: E = floor(log2 L), S = floor(log2 E) + 1, then the last E - S bits are cleared, rounding up.
    private func naivePadme(_ length: Int) -> Int {
        var exponent = 0
        while (1 << (exponent + 1)) <= length { exponent += 1 }
        var bits = 1
        while (1 << bits) <= exponent { bits += 1 }
        let step = 1 << (exponent - bits)
        return (length + step - 1) / step * step
    }

    @Test func paddingIsPadme() {
        for length in 256...70_000 { #expect(Padding.padme(length, atLeast: 256) == naivePadme(length)) }
        var random = SeededGenerator(seed: 11)
        for _ in 0..<20_000 {
            let length = Int.random(in: 256...(1 << 40), using: &random)
            #expect(Padding.padme(length, atLeast: 256) == naivePadme(length))
        }
    }

    @Test func paddingNeverShrinksAndCostsAtMostAnEighth() {
        for length in stride(from: 0, through: 1 << 22, by: 17) {
            let padded = Padding.padme(length, atLeast: 256)
            #expect(padded >= length && padded >= 256)
            #expect(padded == 256 || (padded - length) * 100 <= length * 12)
            #expect(Padding.padme(padded, atLeast: 256) == padded)
        }
        #expect(Padding.padme(0, atLeast: 256) == 256)
        #expect(Padding.padme(257, atLeast: 256) == 272)
        #expect(Padding.padme(1, atLeast: 1) == 1)
    }

    @Test func lengthsOfTheInsideAndOfTheWhole() {
        #expect(SealedLayout.innerLength(forText: 0) == 256)
        #expect(SealedLayout.innerLength(forText: 256 - 41) == 256)
        #expect(SealedLayout.innerLength(forText: 256 - 40) == 272)
        #expect(SealedLayout.sealedLength(inner: 256) == 96 + 256 + 17)
        #expect(SealedLayout.sealedLength(inner: 65_536) == 96 + 65_536 + 17)
        #expect(SealedLayout.sealedLength(inner: 65_537) == 96 + 65_537 + 34)
        #expect(SealedLayout.sealedLength(inner: 3 * 65_536) == 96 + 3 * (65_536 + 17))
        #expect(SealedLayout.magic == Array("kluis/".utf8) + [0, 1])
    }

    @Test func magicVersionAndLengthAreChecked() throws {
        let shortest = SealedLayout.magic + [UInt8](repeating: 0, count: 96 - 8 + 17 + 1)
        try SealedLayout.check(shortest)
        for length in 0..<shortest.count {
            #expect(throws: FormatError.layout) { try SealedLayout.check(Array(shortest[..<length])) }
        }
        for place in 0..<8 {
            for bit in 0..<8 {
                var changed = shortest
                changed[place] ^= 1 << UInt8(bit)
                #expect(throws: place < 6 ? FormatError.layout : .unknownVersion) { try SealedLayout.check(changed) }
            }
        }
        // Another version is said before anything about its length.
        #expect(throws: FormatError.unknownVersion) { try SealedLayout.check(Array("kluis/".utf8) + [0, 2]) }
    }
}
