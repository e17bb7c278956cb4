/// A small reader for ``CanonicalJSON``: it takes exactly what is printed, so that every value has one byte string. It is total: any
/// bytes give a value or a thrown position, never a trap, and nesting is bounded.
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
        if take(0x7d) { return .object([:]) }
        var object = JSONObject.reading()
        repeat {
            let name = try string()
            guard JSONObject.isName(name), take(0x3a), object.mayEnd(with: name) else { throw fault }
            object.append(name, try value(depth: depth + 1))
        } while take(0x2c)
        guard take(0x7d) else { throw fault }
        return .object(object)
    }

    private mutating func array(depth: Int) throws(FormatError) -> CanonicalJSON {
        position += 1
        if take(0x5d) { return .array([]) }
        var values: [CanonicalJSON] = []
        values.reserveCapacity(2)
        repeat { values.append(try value(depth: depth + 1)) } while take(0x2c)
        guard take(0x5d) else { throw fault }
        return .array(values)
    }

    private mutating func string() throws(FormatError) -> String {
        guard take(0x22) else { throw fault }
        let start = position
        while let byte = peek, byte >= 0x20, byte != 0x22, byte != 0x5c { position += 1 }
        // Nearly every string ends here, without an escape.
        if take(0x22) { return try text(bytes.span.extracting(start..<(position - 1))) }
        var out = Array(bytes[start..<position])
        while let byte = peek, byte >= 0x20, byte != 0x22 {
            position += 1
            out.append(byte == 0x5c ? try escape() : byte)
        }
        guard take(0x22) else { throw fault }
        return try text(out.span)
    }

    private func text(_ bytes: Span<UInt8>) throws(FormatError) -> String {
        guard let text = try? UTF8Span(validating: bytes) else { throw fault }
        return String(copying: text)
    }

    /// `\b \t \n \f \r`, which are not written as `\u00xx`.
    private static let shortlyEscaped: Set<UInt8> = [0x08, 0x09, 0x0a, 0x0c, 0x0d]

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
            guard bytes.count - position >= 4, let code = try? Hex.decode(bytes[position..<position + 4], count: 2) else { throw fault }
            guard code[0] == 0, code[1] < 0x20, !Self.shortlyEscaped.contains(code[1]) else { throw fault }
            position += 4
            return code[1]
        default: throw fault
        }
    }

    private mutating func integer() throws(FormatError) -> Int {
        let negative = take(0x2d)
        let start = position
        var value = 0
        while let byte = peek, (0x30...0x39).contains(byte) {
            value = value * 10 + Int(byte - 0x30)
            position += 1
            guard value <= CanonicalJSON.maximumInteger else { throw fault }
        }
        let isZero = value == 0 && position == start + 1
        guard position > start, isZero ? !negative : bytes[start] != 0x30 else { throw fault }
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
