/// Writes values one behind the other, without names between them: for rows that only this program reads again, of which a list reads
/// thousands. Integers are eight big-endian bytes.
package struct RowWriter {
    /// What was written.
    package private(set) var bytes: [UInt8] = []

    /// Nothing yet; with room for a row of the usual length.
    package init() { bytes.reserveCapacity(512) }

    /// An integer from 0.
    package mutating func add(_ number: Int) {
        precondition(number >= 0)
        for shift in stride(from: 56, through: 0, by: -8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }

    /// A time.
    package mutating func add(_ time: Instant) { add(Int(time.seconds)) }

    /// Bytes of a fixed length.
    package mutating func add(_ value: some ShortFixedBytes) {
        value.withBytes { span in for index in span.indices { bytes.append(span[index]) } }
    }

    /// How many there are, and each.
    package mutating func add<Value>(_ values: [Value], _ each: (Value, inout RowWriter) -> Void) {
        add(values.count)
        for value in values { each(value, &self) }
    }

    /// The value behind a 1, or 0 where there is none.
    package mutating func add<Value>(_ value: Value?, _ each: (Value, inout RowWriter) -> Void) {
        bytes.append(value == nil ? 0 : 1)
        if let value { each(value, &self) }
    }
}

/// Reads what a ``RowWriter`` wrote. Any bytes give values or a thrown ``FormatError/layout``.
package struct RowReader {
    private let bytes: [UInt8]
    private var position: Int

    /// Before the first byte, or another.
    package init(_ bytes: [UInt8], from position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    /// An integer from 0. Throws ``FormatError/layout`` above ``CanonicalJSON/maximumInteger``.
    package mutating func number() throws(FormatError) -> Int {
        var value: UInt64 = 0
        for index in try take(8) { value = value << 8 | UInt64(bytes[index]) }
        guard value <= CanonicalJSON.maximumInteger else { throw .layout }
        return Int(value)
    }

    /// A time.
    package mutating func time() throws(FormatError) -> Instant {
        let seconds = try number()
        let time = Instant(seconds: Int64(seconds))
        guard time.seconds == seconds else { throw .layout }
        return time
    }

    /// Bytes of a fixed length.
    package mutating func fixed<Value: ShortFixedBytes>(_: Value.Type = Value.self) throws(FormatError) -> Value {
        let range = try take(Value.count)
        var short = ShortBytes()
        var span = short.all.mutableSpan
        for index in range { span[index - range.lowerBound] = bytes[index] }
        return Value(short: short)
    }

    /// How many values follow. Each has at least one byte, so that no number is larger than what is there, and none a reason to make room.
    package mutating func count() throws(FormatError) -> Int {
        let count = try number()
        guard count <= bytes.count - position else { throw .layout }
        return count
    }

    /// Whether a value follows that may be absent.
    package mutating func isThere() throws(FormatError) -> Bool {
        let place = try take(1).lowerBound
        guard bytes[place] <= 1 else { throw .layout }
        return bytes[place] == 1
    }

    /// Throws ``FormatError/layout`` where something is left over.
    package func end() throws(FormatError) {
        guard position == bytes.count else { throw .layout }
    }

    private mutating func take(_ count: Int) throws(FormatError) -> Range<Int> {
        guard count <= bytes.count - position else { throw .layout }
        defer { position += count }
        return position..<(position + count)
    }
}
