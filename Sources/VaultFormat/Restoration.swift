/// `backup.restored`: content came back from a backup. The log is the one of the home that restored, whole, so nothing in the group
/// changes; what this says is what did not come back.
package struct Restoration: Equatable, Sendable {
    /// Entries of the backup's log.
    package let size: Int
    /// How many items have a part that is not there, or not as it was sealed.
    package let lostItems: Int
    /// The first ``mostListed`` of them, in the order of their numbers; `check` names all.
    package let lost: [Item]

    /// Items that are listed at most, so that the payload stays within ``Limits/payload``.
    package static let mostListed = 4096

    /// A case, or a note or attachment of it; each is listed once.
    package struct Item: Hashable, Comparable, Sendable {
        /// The case's number.
        package let caseNumber: Int
        /// The note's number, for a note.
        package let note: Int?
        /// The attachment's number, for an attachment.
        package let attachment: Int?

        /// Not both a note and an attachment.
        package init(case number: Int, note: Int? = nil, attachment: Int? = nil) {
            caseNumber = number
            self.note = note
            self.attachment = attachment
        }

        /// The case, its notes, its attachments.
        package static func < (left: Item, right: Item) -> Bool { left.order < right.order }

        private var order: (Int, Int, Int) { (caseNumber, attachment ?? 0, note ?? 0) }
    }

    /// `lost` may be more than are listed.
    package init(size: Int, lost: Set<Item>) {
        self.size = size
        lostItems = lost.count
        self.lost = Array(lost.sorted().prefix(Self.mostListed))
    }
}

/// As members of a payload.
extension Restoration {
    init(_ members: inout JSONMembers) throws(FormatError) {
        size = try members.int("size", 1...CanonicalJSON.maximumInteger)
        lostItems = try members.int("lost_items", 0...CanonicalJSON.maximumInteger)
        var lost: [Item] = []
        for value in try members.array("lost") {
            let item = try Item(value)
            if let last = lost.last, last >= item { throw .member }
            lost.append(item)
        }
        guard lost.count == min(lostItems, Self.mostListed) else { throw .member }
        self.lost = lost
    }

    var members: JSONObject {
        ["size": .int(size), "lost_items": .int(lostItems), "lost": .array(lost.map(\.json))]
    }
}

extension Restoration.Item {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var members = try JSONMembers(value)
        caseNumber = try members.int("case", 1...CanonicalJSON.maximumInteger)
        note = try members.optionalInt("note")
        attachment = try members.optionalInt("attachment")
        guard note == nil || attachment == nil else { throw .member }
        try members.end()
    }

    fileprivate var json: CanonicalJSON {
        .object(
            present([
                "case": .int(caseNumber), "note": note.map(CanonicalJSON.int), "attachment": attachment.map(CanonicalJSON.int),
            ]))
    }
}
