/// Wraps of one circle key, each with its recipient's member id in the clear, so that a recipient finds its own.
/// Layout: the lines `kluis.delivery/v1` and `generation N`, then per recipient 16 bytes member id and 1,168 bytes wrap, in ascending order
/// of id.
package struct Delivery: Equatable, Sendable {
    /// A key wrapped to one member: the X-Wing encapsulation (1,120 bytes) and the sealed key (48 bytes).
    package struct Wrap: FixedBytes {
        package static let count = 1168
        package let bytes: [UInt8]
        package init(trusted bytes: [UInt8]) { precondition(bytes.count == Self.count); self.bytes = bytes }
    }

    /// The generation of the circle key inside. In the clear, since a newcomer to the log circle must know it to open a wrap, and who sees
    /// the log can count generations anyway.
    package let generation: Int
    /// Wrap by recipient.
    package let wraps: [MemberID: Wrap]

    /// What every delivery begins with.
    package static let magic = Array("kluis.delivery/v1\n".utf8)
    private static let heading = magic + Array("generation ".utf8)
    private static let recordLength = MemberID.count + Wrap.count

    /// Between one and ``Limits/members`` recipients.
    package init(generation: Int, wraps: [MemberID: Wrap]) {
        precondition((1...Limits.members).contains(wraps.count) && Limits.generation.contains(generation))
        self.generation = generation
        self.wraps = wraps
    }

    /// Throws ``FormatError/layout`` unless the records are whole, in order, each recipient once, 1...50 of them.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.starts(with: Self.heading), let end = bytes[Self.heading.count...].firstIndex(of: 0x0a) else { throw .layout }
        generation = try Lines.count(bytes[Self.heading.count..<end])
        guard Limits.generation.contains(generation) else { throw .layout }
        let body = bytes[(end + 1)...]
        let count = body.count / Self.recordLength
        guard body.count % Self.recordLength == 0, (1...Limits.members).contains(count) else { throw .layout }
        var wraps: [MemberID: Wrap] = [:]
        var previous: MemberID?
        for record in 0..<count {
            let start = body.startIndex + record * Self.recordLength
            let member = MemberID(trusted: Array(body[start..<(start + MemberID.count)]))
            if let previous, previous >= member { throw .layout }
            previous = member
            wraps[member] = Wrap(trusted: Array(body[(start + MemberID.count)..<(start + Self.recordLength)]))
        }
        self.wraps = wraps
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        wraps.keys.sorted().reduce(into: Self.heading + Array("\(generation)\n".utf8)) { out, member in
            guard let wrap = wraps[member] else { return }
            out.append(contentsOf: member.bytes)
            out.append(contentsOf: wrap.bytes)
        }
    }
}
