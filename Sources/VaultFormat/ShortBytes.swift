/// At most 32 bytes, kept where they stand instead of in an array of their own: verifying a log makes a dozen names and hashes for
/// every entry, and an allocation costs as much as reading one. What lies behind the bytes in use is zero.
package struct ShortBytes: Hashable, Sendable {
    /// The most bytes there can be.
    package static let most = 32

    /// The bytes, then zeros.
    ///
    /// Whoever reads them all goes over `all.span`: each subscript of the array itself makes a copy of it first.
    package var all: InlineArray<32, UInt8>

    /// Zeros.
    package init() { all = InlineArray(repeating: 0) }

    /// Takes at most ``most`` bytes; more are our bug.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count <= Self.most)
        self.init()
        var span = all.mutableSpan
        for index in bytes.indices { span[index] = bytes[index] }
    }

    /// The first `count` bytes.
    package func first(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let span = all.span
        for index in 0..<count { bytes[index] = span[index] }
        return bytes
    }

    /// Equal bytes; the time does not depend on where they differ, which is not promised to anybody.
    package static func == (left: ShortBytes, right: ShortBytes) -> Bool {
        let leftBytes = left.all.span
        let rightBytes = right.all.span
        var difference: UInt8 = 0
        for index in 0..<most { difference |= leftBytes[index] ^ rightBytes[index] }
        return difference == 0
    }

    /// All 32 bytes, eight at a time.
    package func hash(into hasher: inout Hasher) {
        let span = all.span
        var start = 0
        while start < Self.most {
            var word: UInt64 = 0
            for index in start..<(start + 8) { word = word << 8 | UInt64(span[index]) }
            hasher.combine(word)
            start += 8
        }
    }
}

/// Fixed bytes of at most ``ShortBytes/most``, kept in place.
package protocol ShortFixedBytes: FixedBytes {
    /// `Self.count` bytes, then zeros.
    var short: ShortBytes { get }
    /// Takes `Self.count` bytes followed by zeros.
    init(short: ShortBytes)
}

extension ShortFixedBytes {
    /// A copy in an array of its own.
    package var bytes: [UInt8] { short.first(Self.count) }

    /// Traps unless there are exactly `Self.count` bytes.
    package init(trusted bytes: [UInt8]) {
        precondition(bytes.count == Self.count)
        self.init(short: ShortBytes(bytes))
    }

    /// Fills the bytes in place; there is room for 32.
    package init(
        filledBy fill: (inout MutableSpan<UInt8>) throws(FormatError) -> Void
    ) throws(FormatError) {
        var short = ShortBytes()
        var span = short.all.mutableSpan
        try fill(&span)
        self.init(short: short)
    }

    /// Lends the bytes.
    package func withBytes<Value, Fault: Error>(_ body: (Span<UInt8>) throws(Fault) -> Value) throws(Fault) -> Value {
        try body(short.all.span.extracting(0..<Self.count))
    }

    /// Order of the bytes.
    package func precedes(_ other: Self) -> Bool {
        let mine = short.all.span
        let others = other.short.all.span
        for index in 0..<Self.count where mine[index] != others[index] { return mine[index] < others[index] }
        return false
    }
}
