/// At most 32 bytes, kept where they stand instead of in an array of their own: verifying a log makes a dozen names and hashes for
/// every entry, and an allocation costs as much as reading one. What lies behind the bytes in use is zero.
package struct ShortBytes: Hashable, Sendable {
    /// The most bytes there can be.
    package static let most = 32

    /// The bytes, then zeros.
    package var all: InlineArray<32, UInt8>

    /// Zeros.
    package init() { all = InlineArray(repeating: 0) }

    /// Takes at most ``most`` bytes; more are our bug.
    package init(_ bytes: [UInt8]) {
        precondition(bytes.count <= Self.most)
        self.init()
        for index in bytes.indices { all[index] = bytes[index] }
    }

    /// The first `count` bytes.
    package func first(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        for index in 0..<count { bytes[index] = all[index] }
        return bytes
    }

    /// Equal bytes; the time does not depend on where they differ, which is not promised to anybody.
    package static func == (left: ShortBytes, right: ShortBytes) -> Bool {
        var difference: UInt8 = 0
        for index in 0..<most { difference |= left.all[index] ^ right.all[index] }
        return difference == 0
    }

    /// All 32 bytes, eight at a time.
    package func hash(into hasher: inout Hasher) {
        for start in stride(from: 0, to: Self.most, by: 8) {
            var word: UInt64 = 0
            for index in start..<(start + 8) { word = word << 8 | UInt64(all[index]) }
            hasher.combine(word)
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
        for index in 0..<Self.count where short.all[index] != other.short.all[index] { return short.all[index] < other.short.all[index] }
        return false
    }
}
