/// Reads the members of a JSON object one by one and then insists that none is left over.
package struct JSONMembers {
    private let members: [JSONObject.Member]
    /// One bit for each member that was taken.
    private var taken: UInt64 = 0

    /// Throws ``FormatError/member`` unless the value is an object, of at most 64 members: no format has as many, so one of them would
    /// be left over.
    package init(_ value: CanonicalJSON) throws(FormatError) {
        guard case .object(let object) = value, object.members.count <= UInt64.bitWidth else { throw .member }
        members = object.members
    }

    /// Takes the member if present; an explicit `null` stays a value.
    package mutating func take(_ name: String) -> CanonicalJSON? {
        guard let place = members.firstIndex(where: { $0.name == name }), taken & (1 << place) == 0 else { return nil }
        taken |= 1 << place
        return members[place].value
    }

    /// An integer inside `range`. Throws ``FormatError/member``.
    package mutating func int(_ name: String, _ range: ClosedRange<Int> = 0...CanonicalJSON.maximumInteger) throws(FormatError) -> Int {
        guard case .int(let value)? = take(name), range.contains(value) else { throw .member }
        return value
    }

    /// A string. Throws ``FormatError/member``.
    package mutating func string(_ name: String) throws(FormatError) -> String {
        guard case .string(let value)? = take(name) else { throw .member }
        return value
    }

    /// A string, or nil where the member is absent. Throws ``FormatError/member`` for another type.
    package mutating func optionalString(_ name: String) throws(FormatError) -> String? {
        guard let value = take(name) else { return nil }
        guard case .string(let text) = value else { throw .member }
        return text
    }

    /// A list. Throws ``FormatError/member``.
    package mutating func array(_ name: String) throws(FormatError) -> [CanonicalJSON] {
        guard case .array(let values)? = take(name) else { throw .member }
        return values
    }

    /// Identifiers are hexadecimal in JSON. Throws ``FormatError/hex`` or ``FormatError/member``.
    package mutating func id<ID: FixedBytes>(_ name: String, _: ID.Type = ID.self) throws(FormatError) -> ID {
        try ID(hex: try string(name).utf8)
    }

    /// Keys, hashes and commitments are base64 in JSON. Throws ``FormatError/base64`` or ``FormatError/member``.
    package mutating func base64<ID: FixedBytes>(_ name: String, _: ID.Type = ID.self) throws(FormatError) -> ID {
        try ID(base64: try string(name).utf8)
    }

    /// A time in its one spelling. Throws ``FormatError/time`` or ``FormatError/member``.
    package mutating func instant(_ name: String) throws(FormatError) -> Instant {
        try Instant(Array(try string(name).utf8)[...])
    }

    /// A positive integer, or nil where the member is absent. Throws ``FormatError/member``.
    package mutating func optionalInt(_ name: String) throws(FormatError) -> Int? {
        guard let value = take(name) else { return nil }
        guard case .int(let number) = value, number > 0 else { throw .member }
        return number
    }

    /// Throws ``FormatError/member`` if a member was not taken: unknown members never pass unread.
    package func end() throws(FormatError) {
        guard taken.nonzeroBitCount == members.count else { throw .member }
    }
}

/// Leaves out members without a value: absent, never `null`.
package func present(_ members: KeyValuePairs<String, CanonicalJSON?>) -> JSONObject {
    var object: JSONObject = [:]
    for (name, value) in members where value != nil { object[name] = value }
    return object
}
