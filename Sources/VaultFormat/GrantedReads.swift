/// ReadKeys of earlier epochs, wrapped to one newcomer; a blob that the acceptance names.
/// Layout: the lines `kluis.reads/v1` and `from N`, then the wrap of each epoch from N on, 1,168 bytes each, without gaps.
package struct GrantedReads: Equatable, Sendable {
    /// The first epoch; epochs count from 1.
    package let from: Int
    /// One per epoch, ascending.
    package let wraps: [Delivery.Wrap]

    /// The most epochs that one blob brings; it stays below the limit of a payload.
    package static let maximumCount = 800
    private static let heading = Array("kluis.reads/v1\nfrom ".utf8)

    /// One wrap or more, at most ``maximumCount``.
    package init(from: Int, wraps: [Delivery.Wrap]) {
        precondition(Self.canBe(from, wraps.count))
        self.from = from
        self.wraps = wraps
    }

    /// Throws ``FormatError/layout`` unless the wraps are whole, 1...``maximumCount`` of them, and the last one's epoch is one that can be.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.starts(with: Self.heading), let end = bytes[Self.heading.count...].firstIndex(of: 0x0a) else { throw .layout }
        from = try Lines.count(bytes[Self.heading.count..<end])
        let body = bytes[(end + 1)...]
        let count = body.count / Delivery.Wrap.count
        guard body.count % Delivery.Wrap.count == 0, Self.canBe(from, count) else { throw .layout }
        wraps = (0..<count).map { Delivery.Wrap(trusted: Array(body.dropFirst($0 * Delivery.Wrap.count).prefix(Delivery.Wrap.count))) }
    }

    /// The one spelling.
    package var bytes: [UInt8] { Self.heading + Array("\(from)\n".utf8) + wraps.flatMap(\.bytes) }

    private static func canBe(_ from: Int, _ count: Int) -> Bool {
        Limits.generation.contains(from) && (1...maximumCount).contains(count) && from <= Limits.generation.upperBound - (count - 1)
    }
}
