/// `cases.imported`: many new cases at once, all in one circle. What each of them is stands in a list of its own (``ImportList``).
package struct CaseImport: Equatable, Sendable {
    /// Number of the first case; the others follow it.
    package let first: Int
    /// How many cases, 1 to ``Limits/imported``.
    package let count: Int
    /// The circle that all their parts are sealed in.
    package let circle: CircleID
    /// That circle's generation.
    package let generation: Int
    /// Name of the blob with the sealed ``ImportList``.
    package let list: BlobHash

    /// All fields.
    package init(first: Int, count: Int, circle: CircleID, generation: Int, list: BlobHash) {
        self.first = first
        self.count = count
        self.circle = circle
        self.generation = generation
        self.list = list
    }

    /// The numbers of its cases.
    package var numbers: ClosedRange<Int> { first...(first + max(count, 1) - 1) }
}

/// What an import says of each of its cases: the text of a sealed blob that `cases.imported` names (Docs/Format.md, "Import lists"). It
/// belongs to its entry as the payload does, which has no room for it: it stays as long, and whoever lacks it cannot go on.
/// Layout: the line `kluis.import/v1`, then 144 bytes per case in the order of their numbers: item (16), and of summary and body each the
/// name of the sealed bytes (32) and the author's commitment (32).
package struct ImportList: Equatable, Sendable {
    /// One case.
    package struct Item: Equatable, Sendable {
        /// The item's id.
        package let id: ItemID
        /// Name of the sealed summary, and the author's commitment to it.
        package let summary: Sealed
        /// The same of the text.
        package let body: Sealed

        /// All fields.
        package init(id: ItemID, summary: Sealed, body: Sealed) {
            self.id = id
            self.summary = summary
            self.body = body
        }
    }

    /// One part.
    package struct Sealed: Equatable, Sendable {
        /// Name of the sealed bytes.
        package let blob: BlobHash
        /// The author's salted commitment to the text.
        package let commitment: Commitment

        /// Both.
        package init(blob: BlobHash, commitment: Commitment) {
            self.blob = blob
            self.commitment = commitment
        }
    }

    /// In the order of the cases' numbers, 1 to ``Limits/imported``.
    package let items: [Item]

    private static let heading = Array("kluis.import/v1\n".utf8)
    private static let recordLength = ItemID.count + 2 * (BlobHash.count + Commitment.count)

    /// Bytes of the longest, sealed.
    package static let sealedLimit = SealedLayout.sealedLength(
        inner: SealedLayout.innerLength(forText: heading.count + Limits.imported * recordLength))

    /// 1 to ``Limits/imported`` cases.
    package init(items: [Item]) {
        precondition((1...Limits.imported).contains(items.count))
        self.items = items
    }

    /// Throws ``FormatError/layout`` unless there are whole records behind the heading, ``FormatError/tooLarge`` for too many.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        guard bytes.starts(with: Self.heading) else { throw .layout }
        let body = bytes.count - Self.heading.count
        guard body > 0, body % Self.recordLength == 0 else { throw .layout }
        guard body / Self.recordLength <= Limits.imported else { throw .tooLarge }
        var items: [Item] = []
        items.reserveCapacity(body / Self.recordLength)
        var row = RowReader(bytes, from: Self.heading.count)
        for _ in 0..<(body / Self.recordLength) {
            items.append(Item(id: try row.fixed(), summary: try Sealed(&row), body: try Sealed(&row)))
        }
        try row.end()
        self.items = items
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        var row = RowWriter()
        for item in items {
            row.add(item.id)
            for part in [item.summary, item.body] {
                row.add(part.blob)
                row.add(part.commitment)
            }
        }
        return Self.heading + row.bytes
    }
}

extension ImportList.Sealed {
    fileprivate init(_ row: inout RowReader) throws(FormatError) { self.init(blob: try row.fixed(), commitment: try row.fixed()) }
}

extension CaseImport {
    init(_ members: inout JSONMembers) throws(FormatError) {
        first = try members.int("first", 1...(CanonicalJSON.maximumInteger - Limits.imported))
        count = try members.int("count", 1...Limits.imported)
        circle = try members.id("circle")
        generation = try members.int("generation", Limits.generation)
        list = try members.base64("list")
    }

    var members: JSONObject {
        [
            "first": .int(first), "count": .int(count), "circle": .string(circle.hex), "generation": .int(generation),
            "list": .string(list.base64),
        ]
    }
}
