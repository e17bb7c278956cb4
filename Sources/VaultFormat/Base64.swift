/// Base64 of RFC 4648 section 4 with padding. Decoding is strict: one spelling per value, so that
/// a signed text cannot be re-spelled (Foundation's decoder accepts `AB==`).
package enum Base64 {
    /// The canonical spelling.
    package static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// The canonical spelling as ASCII bytes.
    package static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            out.append(letter(first >> 2))
            out.append(letter((first & 3) << 4 | second >> 4))
            out.append(index + 1 < bytes.count ? letter((second & 15) << 2 | third >> 6) : 0x3d)
            out.append(index + 2 < bytes.count ? letter(third & 63) : 0x3d)
            index += 3
        }
        return out
    }

    /// Reads the canonical spelling only. Throws ``FormatError/base64`` for white space, missing padding,
    /// unused bits that are not zero, or anything else.
    package static func decode(_ text: some Collection<UInt8>) throws(FormatError) -> [UInt8] {
        guard text.count % 4 == 0 else { throw .base64 }
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3)
        var bits: UInt32 = 0
        var held = 0
        var padding = 0
        for character in text {
            if character == 0x3d {
                padding += 1
                continue
            }
            guard padding == 0 else { throw .base64 }
            bits = bits << 6 & 0xfff | UInt32(try value(of: character))
            held += 6
            if held >= 8 {
                held -= 8
                out.append(UInt8(bits >> UInt32(held) & 0xff))
            }
        }
        // Four characters hold whole bytes, three leave two bits and two leave four; one alone would leave six.
        guard held == 2 * padding, held < 6, bits & ((1 << UInt32(held)) - 1) == 0 else { throw .base64 }
        return out
    }

    /// Reads exactly `count` bytes. Throws ``FormatError/base64``.
    package static func decode(_ text: some Collection<UInt8>, count: Int) throws(FormatError) -> [UInt8] {
        let bytes = try decode(text)
        guard bytes.count == count else { throw .base64 }
        return bytes
    }

    private static func letter(_ value: UInt8) -> UInt8 {
        switch value {
        case 0..<26: 0x41 + value
        case 26..<52: 0x61 + value - 26
        case 52..<62: 0x30 + value - 52
        case 62: 0x2b
        default: 0x2f
        }
    }

    private static func value(of letter: UInt8) throws(FormatError) -> UInt8 {
        switch letter {
        case 0x41...0x5a: letter - 0x41
        case 0x61...0x7a: letter - 0x61 + 26
        case 0x30...0x39: letter - 0x30 + 52
        case 0x2b: 62
        case 0x2f: 63
        default: throw .base64
        }
    }
}
