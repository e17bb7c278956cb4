/// Base64 of RFC 4648 section 4 with padding. Decoding is strict: one spelling per value, so that
/// a signed text cannot be re-spelled (Foundation's decoder accepts `AB==`).
package enum Base64 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
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
    package static func decode(_ text: ArraySlice<UInt8>) throws(FormatError) -> [UInt8] {
        guard text.count % 4 == 0 else { throw .base64 }
        var out: [UInt8] = []
        out.reserveCapacity(text.count / 4 * 3)
        var index = text.startIndex
        while index < text.endIndex {
            let last = index + 4 == text.endIndex
            let padding = last ? (text[index + 3] == 0x3d ? (text[index + 2] == 0x3d ? 2 : 1) : 0) : 0
            var group: UInt32 = 0
            for offset in 0..<(4 - padding) {
                let value = values[Int(text[index + offset])]
                guard value != 0xff else { throw .base64 }
                group |= UInt32(value) << UInt32(18 - 6 * offset)
            }
            let unused: UInt32 = padding == 2 ? 0xffff : padding == 1 ? 0xff : 0
            guard group & unused == 0 else { throw .base64 }
            out.append(UInt8(group >> 16 & 0xff))
            if padding < 2 { out.append(UInt8(group >> 8 & 0xff)) }
            if padding < 1 { out.append(UInt8(group & 0xff)) }
            index += 4
        }
        return out
    }

    /// Reads exactly `count` bytes. Throws ``FormatError/base64``.
    package static func decode(_ text: ArraySlice<UInt8>, count: Int) throws(FormatError) -> [UInt8] {
        let bytes = try decode(text)
        guard bytes.count == count else { throw .base64 }
        return bytes
    }
}
