/// `payload.expired`: payloads of reveals from before a mark, and names of people who have gone, that the group's period no longer keeps.
/// They leave the vault with the entry that names them; the entries themselves stay, and so does every proof.
package struct Expiry: Equatable, Sendable {
    /// The mark before this one: index of the first entry that is looked at.
    package let from: Int
    /// The mark: every entry before this index is older than the period.
    package let before: Int
    /// Indices of the entries whose payload goes, ascending, from ``from`` and below ``before``.
    package let payloads: [Int]
    /// Numbers of members whose name goes, ascending.
    package let names: [Int]

    /// Entries that one payload can say this of: a bit for each, which leaves room for all else.
    package static let mostEntries = 1 << 22

    /// `payloads` and `names` ascend, are not both empty, and lie within their bounds.
    package init(from: Int, before: Int, payloads: [Int], names: [Int]) {
        self.from = from
        self.before = before
        self.payloads = payloads
        self.names = names
    }
}

/// As members of a payload: which entries, as one bit each in their order, the highest bit of a byte first.
extension Expiry {
    init(_ members: inout JSONMembers) throws(FormatError) {
        from = try members.int("from")
        before = try members.int("before", from...CanonicalJSON.maximumInteger)
        let count = before - from
        guard count <= Self.mostEntries else { throw .member }
        let bits = try Base64.decode(Array(try members.string("payloads").utf8), count: (count + 7) / 8)
        var payloads: [Int] = []
        for (place, byte) in bits.enumerated() where byte != 0 {
            for bit in 0..<8 where byte & (0x80 >> UInt8(bit)) != 0 { payloads.append(from + place * 8 + bit) }
        }
        if let last = payloads.last, last >= before { throw .member }
        var names: [Int] = []
        for value in try members.array("names") {
            guard case .int(let number) = value, number > (names.last ?? 0) else { throw .member }
            names.append(number)
        }
        guard !payloads.isEmpty || !names.isEmpty else { throw .member }
        self.payloads = payloads
        self.names = names
    }

    var members: JSONObject {
        var bits = [UInt8](repeating: 0, count: (before - from + 7) / 8)
        for index in payloads { bits[(index - from) / 8] |= 0x80 >> UInt8((index - from) % 8) }
        return [
            "from": .int(from), "before": .int(before), "payloads": .string(Base64.encode(bits)),
            "names": .array(names.map(CanonicalJSON.int)),
        ]
    }
}
