/// A small reader for ``CanonicalJSON``. It may accept a second spelling of a value (the caller prints and compares),
/// but it is total: any bytes give a value or a thrown position, never a trap, and nesting is bounded.
struct JSONReader {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func value(depth: Int) throws(FormatError) -> CanonicalJSON {
        guard depth <= CanonicalJSON.maximumDepth, let first = peek else { throw fault }
        switch first {
        case 0x7b: return try object(depth: depth)
        case 0x5b: return try array(depth: depth)
        case 0x22: return .string(try string())
        case 0x2d, 0x30...0x39: return .int(try integer())
        case 0x74: try expect("true"); return .bool(true)
        case 0x66: try expect("false"); return .bool(false)
        case 0x6e: try expect("null"); return .null
        default: throw fault
        }
    }

    private mutating func object(depth: Int) throws(FormatError) -> CanonicalJSON {
        position += 1
        var members: [String: CanonicalJSON] = [:]
        if take(0x7d) { return .object(members) }
        repeat {
            let name = try string()
            guard CanonicalJSON.isName(name), take(0x3a), members[name] == nil else { throw fault }
            members[name] = try value(depth: depth + 1)
        } while take(0x2c)
        guard take(0x7d) else { throw fault }
        return .object(members)
    }

    private mutating func array(depth: Int) throws(FormatError) -> CanonicalJSON {
        position += 1
        var values: [CanonicalJSON] = []
        if take(0x5d) { return .array(values) }
        repeat { values.append(try value(depth: depth + 1)) } while take(0x2c)
        guard take(0x5d) else { throw fault }
        return .array(values)
    }

    private mutating func string() throws(FormatError) -> String {
        guard take(0x22) else { throw fault }
        var out: [UInt8] = []
        while let byte = peek {
            position += 1
            switch byte {
            case 0x22:
                guard let text = String(validating: out, as: UTF8.self) else { throw fault }
                return text
            case 0x5c: out.append(try escape())
            case 0x00..<0x20: throw fault
            default: out.append(byte)
            }
        }
        throw fault
    }

    /// Only the escapes that the printer writes: no surrogates, no escaped slash.
    private mutating func escape() throws(FormatError) -> UInt8 {
        guard let byte = peek else { throw fault }
        position += 1
        switch byte {
        case 0x22, 0x5c: return byte
        case 0x62: return 0x08
        case 0x74: return 0x09
        case 0x6e: return 0x0a
        case 0x66: return 0x0c
        case 0x72: return 0x0d
        case 0x75:
            guard bytes.count - position >= 4 else { throw fault }
            guard let code = try? Hex.decode(bytes[position..<position + 4], count: 2), code[0] == 0, code[1] < 0x20 else { throw fault }
            position += 4
            return code[1]
        default: throw fault
        }
    }

    private mutating func integer() throws(FormatError) -> Int {
        let negative = take(0x2d)
        var value = 0
        var digits = 0
        while let byte = peek, (0x30...0x39).contains(byte) {
            value = value * 10 + Int(byte - 0x30)
            digits += 1
            position += 1
            guard value <= CanonicalJSON.maximumInteger else { throw fault }
        }
        guard digits > 0 else { throw fault }
        return negative ? -value : value
    }

    private mutating func expect(_ word: StaticString) throws(FormatError) {
        for byte in word.description.utf8 {
            guard take(byte) else { throw fault }
        }
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private var fault: FormatError { .json(offset: position) }
}
