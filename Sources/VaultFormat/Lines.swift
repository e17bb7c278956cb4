/// Walks through the lines of a text format, counting from 1 so that a fault can be named.
struct Lines {
    private var rest: ArraySlice<UInt8>
    private(set) var number = 0

    init(_ bytes: [UInt8]) { rest = bytes[...] }

    var isAtEnd: Bool { rest.isEmpty }

    /// The next line without its newline. Throws ``FormatError/line(_:)`` at the end or where the newline is missing.
    mutating func next() throws(FormatError) -> ArraySlice<UInt8> {
        number += 1
        guard let end = rest.firstIndex(of: 0x0a) else { throw .line(number) }
        defer { rest = rest[(end + 1)...] }
        return rest[..<end]
    }

    /// The next line must be exactly this.
    mutating func expect(_ line: String) throws(FormatError) {
        guard try next().elementsEqual(line.utf8) else { throw .line(number) }
    }

    /// The value of the next line, which must be `name value`.
    mutating func value(of name: String) throws(FormatError) -> ArraySlice<UInt8> {
        let line = try next()
        guard line.starts(with: name.utf8), line.dropFirst(name.utf8.count).first == 0x20 else { throw .line(number) }
        return line.dropFirst(name.utf8.count + 1)
    }

    /// What `read` makes of the next line. Whatever is wrong with it is thrown as ``FormatError/line(_:)``.
    mutating func next<Value>(_ read: (ArraySlice<UInt8>) throws(FormatError) -> Value) throws(FormatError) -> Value {
        let line = try next()
        do { return try read(line) } catch { throw .line(number) }
    }

    /// What `read` makes of the value of the next line, which must be `name value`. Whatever is wrong with it is thrown as
    /// ``FormatError/line(_:)``.
    mutating func value<Value>(
        of name: String, _ read: (ArraySlice<UInt8>) throws(FormatError) -> Value
    ) throws(FormatError) -> Value {
        let value = try value(of: name)
        do { return try read(value) } catch { throw .line(number) }
    }

    /// Whether the next line begins with `name` and a space.
    func isNext(_ name: String) -> Bool { rest.starts(with: name.utf8) && rest.dropFirst(name.utf8.count).first == 0x20 }

    /// A count without sign or leading zeros, at most 2^53-1.
    static func count(_ digits: ArraySlice<UInt8>) throws(FormatError) -> Int {
        var value = 0
        guard let first = digits.first, digits.count <= 16, first != 0x30 || digits.count == 1 else { throw .layout }
        for digit in digits {
            guard (0x30...0x39).contains(digit) else { throw .layout }
            value = value * 10 + Int(digit - 0x30)
        }
        guard value <= CanonicalJSON.maximumInteger else { throw .layout }
        return value
    }
}
