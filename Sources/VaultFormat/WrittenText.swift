/// A title, a pitch or a name: one line without control, format (Cf) or bidi characters, trimmed of white space at both ends.
package struct Line: Equatable, Sendable {
    /// The text, 1 to the limit of Unicode scalars.
    package let text: String

    /// Throws ``FormatError/text(_:)`` for invalid UTF-8, control or format characters, an empty line, or more than `limit` scalars.
    package init(_ bytes: [UInt8], limit: Int) throws(FormatError) {
        try self.init(try decoded(bytes), limit: limit)
    }

    /// The same for a text already decoded.
    package init(_ text: String, limit: Int) throws(FormatError) {
        let scalars = text.unicodeScalars
        guard let first = scalars.firstIndex(where: { !$0.properties.isWhitespace }),
            let last = scalars.lastIndex(where: { !$0.properties.isWhitespace })
        else { throw .text(.empty) }
        var position = scalars.distance(from: scalars.startIndex, to: first)
        let most = position + limit
        for scalar in scalars[first...last] {
            position += 1
            guard Self.isAllowed(scalar) else { throw .text(.control(position: position)) }
        }
        guard position <= most else { throw .text(.tooLong(limit: limit)) }
        self.text = String(scalars[first...last])
    }

    /// Reads a line that was kept: exactly as ``text`` gave it, so with nothing to trim. Throws ``FormatError/text(_:)``.
    package init(kept bytes: [UInt8], limit: Int) throws(FormatError) {
        try self.init(bytes, limit: limit)
        // Trimming takes bytes off and changes none.
        guard text.utf8.count == bytes.count else { throw .text(.control(position: 1)) }
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if (0x20...0x7e).contains(scalar.value) { return true }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}

/// The text of a case or note: UTF-8 without NUL. CR LF becomes LF, a leading byte order mark goes, everything else is kept as typed.
package struct BodyText: Equatable, Sendable {
    /// The text, at most ``Limits/textPart`` bytes.
    package let text: String

    /// Throws ``FormatError/text(_:)`` for invalid UTF-8, a NUL, or too many bytes. An empty text is allowed.
    package init(_ bytes: [UInt8]) throws(FormatError) {
        // Faults are looked for in what was typed, so that their positions are places in it.
        let text = try decoded(bytes)
        // Zero where there is one: of all bytes at once, many in one instruction, where a way out at each would take longer than decoding.
        var nul = UInt8.max, carriageReturn = UInt8.max
        for byte in bytes {
            nul = min(nul, byte)
            carriageReturn = min(carriageReturn, byte ^ 0x0d)
        }
        if nul == 0, let nul = bytes.firstIndex(of: 0) {
            throw .text(.nul(position: String(decoding: bytes[..<nul], as: UTF8.self).unicodeScalars.count + 1))
        }
        guard carriageReturn == 0 || bytes.starts(with: [0xef, 0xbb, 0xbf]) else {
            // As most texts are.
            guard bytes.count <= Limits.textPart else { throw .text(.tooManyBytes(limit: Limits.textPart)) }
            self.text = text
            return
        }
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = bytes.starts(with: [0xef, 0xbb, 0xbf]) ? 3 : 0
        while index < bytes.count {
            if bytes[index] == 0x0d, index + 1 < bytes.count, bytes[index + 1] == 0x0a { index += 1 }
            out.append(bytes[index])
            index += 1
        }
        guard out.count <= Limits.textPart else { throw .text(.tooManyBytes(limit: Limits.textPart)) }
        // Dropping a mark or a CR leaves UTF-8 whole.
        self.text = String(decoding: out, as: UTF8.self)
    }

    /// Reads a text that was kept, and changes nothing in it. Throws ``FormatError/text(_:)`` as ``init(_:)``.
    package init(kept bytes: [UInt8]) throws(FormatError) {
        let text = try decoded(bytes)
        guard !bytes.contains(0) else { throw .text(.nul(position: 1)) }
        guard bytes.count <= Limits.textPart else { throw .text(.tooManyBytes(limit: Limits.textPart)) }
        self.text = text
    }
}

/// Throws ``FormatError/text(_:)`` with the place of the first byte that is no UTF-8.
func decoded(_ bytes: [UInt8]) throws(FormatError) -> String {
    if let text = try? UTF8Span(validating: bytes.span) { return String(copying: text) }
    var position = 1
    var codec = UTF8()
    var iterator = bytes.makeIterator()
    while case .scalarValue(let scalar) = codec.decode(&iterator) { position += UTF8.width(scalar) }
    throw .text(.notUTF8(position: position))
}
