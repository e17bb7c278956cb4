import VaultFormat

/// A label and the values a use of a key is bound to. Every context of the format stands in this file: to know what a sealed
/// thing cannot be mistaken for, read its fields here.
struct Purpose {
    /// What the derivation is for.
    let label: Label
    /// In a fixed order for each label, each behind its length as two big-endian bytes.
    private var fields: [UInt8] = []

    private init(_ label: Label, _ fields: [UInt8]...) {
        self.label = label
        self.fields.reserveCapacity(fields.reduce(0) { $0 + 2 + $1.count })
        for field in fields { Self.append(field, to: &self.fields) }
    }

    /// Label, a zero byte, then each field behind its length as two big-endian bytes. No label contains a zero byte, every field says
    /// its length and each label has its number of fields, so different purposes have different messages.
    var message: [UInt8] {
        let label = label.rawValue.utf8
        var message: [UInt8] = []
        message.reserveCapacity(label.count + 1 + fields.count)
        message.append(contentsOf: label)
        message.append(0)
        message.append(contentsOf: fields)
        return message
    }

    /// The same with the magic and header of what is sealed as the first field.
    func bound(to prefix: [UInt8]) -> Purpose {
        var bound = self
        bound.fields = []
        bound.fields.reserveCapacity(2 + prefix.count + fields.count)
        Self.append(prefix, to: &bound.fields)
        bound.fields.append(contentsOf: fields)
        return bound
    }

    private static func append(_ field: [UInt8], to fields: inout [UInt8]) {
        guard let length = UInt16(exactly: field.count) else { preconditionFailure("a field has at most 65,535 bytes") }
        fields.append(UInt8(length >> 8))
        fields.append(UInt8(truncatingIfNeeded: length))
        fields.append(contentsOf: field)
    }

    /// Integers are four big-endian bytes. Parsers bound generations, versions and numbers long before they come here.
    private static func integer(_ value: Int) -> [UInt8] {
        guard let value = UInt32(exactly: value) else { preconditionFailure("an integer field has 32 bits") }
        return [UInt8(value >> 24), UInt8(value >> 16 & 0xff), UInt8(value >> 8 & 0xff), UInt8(value & 0xff)]
    }
}

/// What is sealed.
extension Purpose {
    /// `header`: the whole text of the identity file before the sealed key.
    static func identity(header: [UInt8]) -> Purpose { Purpose(.identity, header) }

    /// `circle` is empty for keys that belong to no circle; `generation` is the epoch of a log or read key, the serial number of a decryption key.
    static func storedKey(_ kind: StoredKeyKind, group: GroupID, circle: CircleID?, generation: Int) -> Purpose {
        Purpose(.storedKey, group.bytes, Array(kind.rawValue.utf8), circle?.bytes ?? [], integer(generation))
    }

    static func part(_ context: PartContext) -> Purpose {
        Purpose(
            .part, context.group.bytes, context.circle.bytes, integer(context.generation), context.item.bytes,
            Array(context.part.rawValue.utf8), integer(context.version))
    }

    /// The payload's own key is bound to its header already.
    static func payload(group: GroupID) -> Purpose { Purpose(.payload, group.bytes) }
    static func name(group: GroupID, member: MemberID) -> Purpose { Purpose(.name, group.bytes, member.bytes) }
    static func groupName(group: GroupID) -> Purpose { Purpose(.groupName, group.bytes) }
    static var ownName: Purpose { Purpose(.ownName) }
    static func homeRow(_ row: HomeRow, number: Int, group: GroupID) -> Purpose {
        Purpose(.homeRow, group.bytes, Array(row.rawValue.utf8), integer(number))
    }
    static func manifest(group: GroupID) -> Purpose { Purpose(.manifest, group.bytes) }
    /// `epoch` is that of the key that seals, the one after the sealed key's.
    static func link(group: GroupID, epoch: Int) -> Purpose { Purpose(.link, group.bytes, integer(epoch)) }
}

/// What is derived or wrapped.
extension Purpose {
    static func signingSeed(group: GroupID, member: MemberID, number: Int) -> Purpose {
        Purpose(.signingSeed, group.bytes, member.bytes, integer(number))
    }

    static func circleCommitment(group: GroupID, circle: CircleID, generation: Int) -> Purpose {
        Purpose(.circleCommitment, group.bytes, circle.bytes, integer(generation))
    }

    static func wrap(group: GroupID, circle: CircleID, generation: Int, member: MemberID) -> Purpose {
        Purpose(.wrap, group.bytes, circle.bytes, integer(generation), member.bytes)
    }

    static func logKey(group: GroupID, epoch: Int) -> Purpose { Purpose(.logKey, group.bytes, integer(epoch)) }
    static func readKey(group: GroupID, epoch: Int) -> Purpose { Purpose(.readKey, group.bytes, integer(epoch)) }
    static func readMark(group: GroupID, random: [UInt8]) -> Purpose { Purpose(.readMark, group.bytes, random) }
    static func payloadKey(group: GroupID, header: [UInt8]) -> Purpose { Purpose(.payloadKey, group.bytes, header) }

    /// Circle and generation are absent: the commitment outlives every re-encryption.
    static func text(_ context: PartContext, digest: [UInt8]) -> Purpose {
        Purpose(.text, context.group.bytes, context.item.bytes, Array(context.part.rawValue.utf8), integer(context.version), digest)
    }

    /// The size is eight big-endian bytes here.
    static func words(head: TreeHead) -> Purpose {
        Purpose(.headWords, (0..<8).map { UInt8(truncatingIfNeeded: head.size >> (56 - 8 * $0)) }, head.root.bytes)
    }

    static func words(request digest: [UInt8]) -> Purpose { Purpose(.requestWords, digest) }
    static func words(paper digest: [UInt8]) -> Purpose { Purpose(.paperWords, digest) }
}
