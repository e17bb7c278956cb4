/// The JSON that Kluis signs and seals: objects, arrays, strings, integers, booleans and null in exactly one spelling.
///
/// Names of members are printable ASCII and stand in ascending order, each once; no white space; integers in
/// -(2^53-1)...2^53-1 without sign of zero, fraction or exponent; strings escape only `"`, `\` and U+0000...U+001F
/// (as `\b \t \n \f \r`, else `\u00xx` in lower case). ``JSONReader`` takes this spelling and no other (parsers disagree which of
/// two equal keys counts).
package enum CanonicalJSON: Equatable, Sendable {
    /// `null`
    case null
    /// `true` or `false`
    case bool(Bool)
    /// A whole number of at most 53 bits.
    case int(Int)
    /// A string of Unicode scalars.
    case string(String)
    /// A list.
    case array([CanonicalJSON])
    /// Members by name.
    case object(JSONObject)

    /// Most arrays and objects around a value that is read.
    package static let maximumDepth = 16
    /// Largest magnitude of an integer.
    package static let maximumInteger = (1 << 53) - 1

    /// Reads one value and nothing after it. Throws ``FormatError/json(offset:)`` for anything but the canonical spelling.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var reader = JSONReader(bytes)
        let value = try reader.value(depth: 0)
        guard reader.position == bytes.count else { throw .json(offset: reader.position) }
        self = value
    }

    /// The canonical spelling.
    package var bytes: [UInt8] {
        var out: [UInt8] = []
        print(into: &out)
        return out
    }

    /// Equal where the bytes are: strings that only look alike under Unicode normalisation differ.
    package static func == (left: CanonicalJSON, right: CanonicalJSON) -> Bool { left.bytes == right.bytes }

    private func print(into out: inout [UInt8]) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .int(let value): out.append(contentsOf: String(value).utf8)
        case .string(let value): Self.print(value, into: &out)
        case .array(let values):
            out.append(0x5b)
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(0x2c) }
                value.print(into: &out)
            }
            out.append(0x5d)
        case .object(let object):
            out.append(0x7b)
            for (index, member) in object.members.enumerated() {
                if index > 0 { out.append(0x2c) }
                Self.print(member.name, into: &out)
                out.append(0x3a)
                member.value.print(into: &out)
            }
            out.append(0x7d)
        }
    }

    private static func print(_ string: String, into out: inout [UInt8]) {
        out.append(0x22)
        for byte in string.utf8 {
            switch byte {
            case 0x22: out.append(contentsOf: [0x5c, 0x22])
            case 0x5c: out.append(contentsOf: [0x5c, 0x5c])
            case 0x08: out.append(contentsOf: [0x5c, 0x62])
            case 0x09: out.append(contentsOf: [0x5c, 0x74])
            case 0x0a: out.append(contentsOf: [0x5c, 0x6e])
            case 0x0c: out.append(contentsOf: [0x5c, 0x66])
            case 0x0d: out.append(contentsOf: [0x5c, 0x72])
            case 0x00..<0x20:
                out.append(contentsOf: "\\u00".utf8)
                out.append(contentsOf: Hex.encodeBytes([byte]))
            default: out.append(byte)
            }
        }
        out.append(0x22)
    }
}
