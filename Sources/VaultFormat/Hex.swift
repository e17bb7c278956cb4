/// Lower-case hexadecimal, the one spelling of identifiers in texts.
package enum Hex {
    /// Two lower-case digits per byte.
    package static func encode(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// The same as ``encode(_:)`` as ASCII bytes.
    package static func encodeBytes(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            out.append(digit(byte >> 4))
            out.append(digit(byte & 15))
        }
        return out
    }

    /// Reads exactly `count` bytes. Throws ``FormatError/hex`` for upper case, another length or other characters.
    package static func decode(_ text: some Collection<UInt8>, count: Int) throws(FormatError) -> [UInt8] {
        guard text.count == 2 * count else { throw .hex }
        var out = [UInt8](repeating: 0, count: count)
        var span = out.mutableSpan
        try decode(Array(text).span, count: count, into: &span)
        return out
    }

    /// The same into zeros that are there, `count` of them or more.
    package static func decode(_ text: Span<UInt8>, count: Int, into out: inout MutableSpan<UInt8>) throws(FormatError) {
        precondition(out.count >= count)
        guard text.count == 2 * count else { throw .hex }
        for place in text.indices { out[place >> 1] = out[place >> 1] << 4 | (try nibble(text[place])) }
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x61 + value - 10 }

    private static func nibble(_ character: UInt8) throws(FormatError) -> UInt8 {
        switch character {
        case 0x30...0x39: character - 0x30
        case 0x61...0x66: character - 0x61 + 10
        default: throw .hex
        }
    }
}
