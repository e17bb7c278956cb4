import VaultFormat

/// A label and the values a use of a key is bound to. Every context of the format stands in this file: to know what a sealed
/// thing cannot be mistaken for, read its fields here.
struct Purpose {
    /// Label, a zero byte, then each field behind its length as two big-endian bytes. No label contains a zero byte, every field says
    /// its length and each label has its number of fields, so different purposes have different messages.
    private(set) var message: [UInt8] = []
    private let fieldsStart: Int

    /// Longer than nearly every message, so that a purpose is one allocation: verifying a log makes several for each entry.
    private static let room = 160

    private init(_ label: Label) {
        message.reserveCapacity(Self.room)
        message.append(contentsOf: label.rawValue.utf8)
        message.append(0)
        fieldsStart = message.count
    }

    /// With one field more; they stand in a fixed order for each label.
    private consuming func with(_ field: [UInt8]) -> Purpose {
        appendLength(field.count)
        message.append(contentsOf: field)
        return self
    }

    private consuming func with(_ field: some ShortFixedBytes) -> Purpose {
        field.withBytes { field in
            appendLength(field.count)
            for index in field.indices { message.append(field[index]) }
        }
        return self
    }

    private consuming func with(_ field: String) -> Purpose { with(Array(field.utf8)) }

    /// Integers are four big-endian bytes. Parsers bound generations, versions and numbers long before they come here.
    private consuming func with(_ field: Int) -> Purpose {
        guard let value = UInt32(exactly: field) else { preconditionFailure("an integer field has 32 bits") }
        return with([UInt8(value >> 24), UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)])
    }

    /// The same with the magic and header of what is sealed as the first field.
    func bound(to prefix: some Collection<UInt8>) -> Purpose {
        var bound = self
        bound.message = []
        bound.message.reserveCapacity(message.count + 2 + prefix.count)
        bound.message.append(contentsOf: message[..<fieldsStart])
        bound.appendLength(prefix.count)
        bound.message.append(contentsOf: prefix)
        bound.message.append(contentsOf: message[fieldsStart...])
        return bound
    }

    private mutating func appendLength(_ count: Int) {
        guard let length = UInt16(exactly: count) else { preconditionFailure("a field has at most 65,535 bytes") }
        message.append(UInt8(length >> 8))
        message.append(UInt8(truncatingIfNeeded: length))
    }
}

/// What is sealed.
extension Purpose {
    /// `header`: the whole text of the identity file before the sealed key.
    static func identity(header: [UInt8]) -> Purpose { Purpose(.identity).with(header) }

    /// `circle` is empty for keys that belong to no circle; `generation` is the epoch of a log or read key, the serial number of a
    /// decryption key.
    static func storedKey(_ kind: StoredKeyKind, group: GroupID, circle: CircleID?, generation: Int) -> Purpose {
        Purpose(.storedKey).with(group).with(kind.rawValue).with(circle?.bytes ?? []).with(generation)
    }

    static func part(_ context: PartContext) -> Purpose {
        Purpose(.part).with(context.group).with(context.circle).with(context.generation).with(context.item).with(context.part.rawValue)
            .with(context.version)
    }

    /// The payload's own key is bound to its header already.
    static func payload(group: GroupID) -> Purpose { Purpose(.payload).with(group) }
    static func name(group: GroupID, member: MemberID) -> Purpose { Purpose(.name).with(group).with(member) }
    static func groupName(group: GroupID) -> Purpose { Purpose(.groupName).with(group) }
    static var ownName: Purpose { Purpose(.ownName) }
    static func homeRow(_ row: HomeRow, number: Int, group: GroupID) -> Purpose {
        Purpose(.homeRow).with(group).with(row.rawValue).with(number)
    }
    static func manifest(group: GroupID) -> Purpose { Purpose(.manifest).with(group) }
    /// `epoch` is that of the key that seals, the one after the sealed key's.
    static func link(group: GroupID, epoch: Int) -> Purpose { Purpose(.link).with(group).with(epoch) }
}

/// What is derived or wrapped.
extension Purpose {
    static func signingSeed(group: GroupID, member: MemberID, number: Int) -> Purpose {
        Purpose(.signingSeed).with(group).with(member).with(number)
    }

    static func reportSeed(group: GroupID, member: MemberID, number: Int) -> Purpose {
        Purpose(.reportSeed).with(group).with(member).with(number)
    }

    static func circleCommitment(group: GroupID, circle: CircleID, generation: Int) -> Purpose {
        Purpose(.circleCommitment).with(group).with(circle).with(generation)
    }

    static func wrap(group: GroupID, circle: CircleID, generation: Int, member: MemberID) -> Purpose {
        Purpose(.wrap).with(group).with(circle).with(generation).with(member)
    }

    static func reads(group: GroupID, epoch: Int, member: MemberID) -> Purpose {
        Purpose(.reads).with(group).with(epoch).with(member)
    }

    static func logKey(group: GroupID, epoch: Int) -> Purpose { Purpose(.logKey).with(group).with(epoch) }
    static func readKey(group: GroupID, epoch: Int) -> Purpose { Purpose(.readKey).with(group).with(epoch) }
    static func readMark(group: GroupID, random: [UInt8]) -> Purpose { Purpose(.readMark).with(group).with(random) }
    static func payloadKey(group: GroupID, header: [UInt8]) -> Purpose { Purpose(.payloadKey).with(group).with(header) }

    /// Circle and generation are absent: the commitment outlives every re-encryption.
    static func text(_ context: PartContext, digest: [UInt8]) -> Purpose {
        Purpose(.text).with(context.group).with(context.item).with(context.part.rawValue).with(context.version).with(digest)
    }

    /// The size is eight big-endian bytes here.
    static func words(head: TreeHead) -> Purpose {
        Purpose(.headWords).with((0..<8).map { UInt8(truncatingIfNeeded: head.size >> (56 - 8 * $0)) }).with(head.root)
    }

    static func words(request digest: [UInt8]) -> Purpose { Purpose(.requestWords).with(digest) }
    static func words(paper digest: [UInt8]) -> Purpose { Purpose(.paperWords).with(digest) }
}
