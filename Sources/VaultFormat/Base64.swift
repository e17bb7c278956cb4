/// Base64 of RFC 4648 section 4 with padding. Decoding is strict: one spelling per value, so that
/// a signed text cannot be re-spelled (Foundation's decoder accepts `AB==`).
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    /// The value of each character; 0xff for those outside the alphabet.
    private static let values: [UInt8] = {
        var table = [UInt8](repeating: 0xff, count: 256)
        for (value, character) in alphabet.enumerated() { table[Int(character)] = UInt8(value) }
        return table
    }()

    /// The canonical spelling.
    package static func encode(_ bytes: [UInt8]) -> String {
        String(decoding: encodeBytes(bytes), as: UTF8.self)
    }

    /// The canonical spelling as ASCII bytes.
    package static func encodeBytes(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = alphabet
        var out: [UInt8] = []
        out.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let first = bytes[index]
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            out.append(alphabet[Int(first >> 2)])
            out.append(alphabet[Int((first & 3) << 4 | second >> 4)])
            out.append(index + 1 < bytes.count ? alphabet[Int((second & 15) << 2 | third >> 6)] : 0x3d)
            out.append(index + 2 < bytes.count ? alphabet[Int(third & 63)] : 0x3d)
            index += 3
        }
        return out
    }

    /// Reads the canonical spelling only. Throws ``FormatError/base64`` for white space, missing padding,
    /// unused bits that are not zero, or anything else.
    package static func decode(_ text: some Collection<UInt8>) throws(FormatError) -> [UInt8] {
        var out = [UInt8](repeating: 0, count: text.count / 4 * 3)
        var span = out.mutableSpan
        let count = try decode(Array(text).span, into: &span)
        out.removeLast(out.count - count)
        return out
    }

    /// The same into bytes that are there, and returns how many it filled. Throws as ``decode(_:)``, and where there are too few.
    package static func decode(_ text: Span<UInt8>, into out: inout MutableSpan<UInt8>) throws(FormatError) -> Int {
        guard text.count % 4 == 0 else { throw .base64 }
        let values = values
        var count = 0
        var bits: UInt32 = 0
        var held = 0
        var padding = 0
        for place in text.indices {
            let character = text[place]
            if character == 0x3d {
                padding += 1
                continue
            }
            let value = values[Int(character)]
            guard padding == 0, value != 0xff else { throw .base64 }
            bits = bits << 6 & 0xfff | UInt32(value)
            held += 6
            if held >= 8 {
                guard count < out.count else { throw .base64 }
                held -= 8
                out[count] = UInt8(bits >> UInt32(held) & 0xff)
                count += 1
            }
        }
        // Four characters hold whole bytes, three leave two bits and two leave four; one alone would leave six.
        guard held == 2 * padding, held < 6, bits & ((1 << UInt32(held)) - 1) == 0 else { throw .base64 }
        return count
    }

    /// Reads exactly `count` bytes. Throws ``FormatError/base64``.
    package static func decode(_ text: some Collection<UInt8>, count: Int) throws(FormatError) -> [UInt8] {
        let bytes = try decode(text)
        guard bytes.count == count else { throw .base64 }
        return bytes
    }
}
