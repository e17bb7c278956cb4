package import VaultFormat

/// The state as one canonical JSON value, the spelling in which a home keeps what it has verified.
extension GroupState {
    /// Reads what ``bytes`` wrote. Throws ``FormatError``.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var object = try JSONMembers(try CanonicalJSON(parsing: bytes))
        group = try object.id("group")
        rules = try object.int("rules", 1...1)
        retentionYears = try object.int("retention", Limits.retentionYears)
        groupName = try object.base64("name")
        var members: [Member] = []
        for value in try object.array("members") { members.append(try Member(value)) }
        self.members = members
        var circles: [CircleID: Circle] = [:]
        for value in try object.array("circles") {
            let circle = try Circle(value)
            circles[circle.id] = circle
        }
        self.circles = circles
        groupCircle = try object.id("everyone")
        rosterIndex = try object.int("roster")
        lastCase = try object.int("last")
        lastTime = try object.instant("time")
        epochs = []
        for value in try object.array("epochs") { epochs.append(try Instant(Array(try Self.string(value).utf8)[...])) }
        deliveries = []
        for value in try object.array("deliveries") { deliveries.append(try PendingDelivery(value)) }
        usedKeys = []
        for value in try object.array("keys") { usedKeys.insert(try BlobHash(base64: Array(try Self.string(value).utf8)[...])) }
        formerIDs = []
        for value in try object.array("former") { formerIDs.insert(try MemberID(hex: Array(try Self.string(value).utf8))) }
        formerCircles = []
        for value in try object.array("vanished") { formerCircles.insert(try CircleID(hex: Array(try Self.string(value).utf8))) }
        lineBegun = try object.optionalInt("line")
        expired = try object.int("expired")
        months = []
        for value in try object.array("months") { months.append(try MonthBegun(value)) }
        try object.end()
    }

    /// The one spelling.
    package var bytes: [UInt8] {
        CanonicalJSON.object(
            present([
                "group": .string(group.hex), "rules": .int(rules), "retention": .int(retentionYears), "name": .string(groupName.base64),
                "members": .array(members.map(\.json)), "circles": .array(circles.values.sorted { $0.id < $1.id }.map(\.json)),
                "everyone": .string(groupCircle.hex), "roster": .int(rosterIndex), "last": .int(lastCase),
                "time": .string(lastTime.text), "epochs": .array(epochs.map { .string($0.text) }),
                "deliveries": .array(deliveries.map(\.json)),
                "keys": .array(usedKeys.map(\.base64).sorted().map(CanonicalJSON.string)),
                "former": .array(formerIDs.sorted().map { .string($0.hex) }),
                "vanished": .array(formerCircles.sorted().map { .string($0.hex) }), "line": lineBegun.map(CanonicalJSON.int),
                "expired": .int(expired), "months": .array(months.map(\.json)),
            ])
        ).bytes
    }

    private static func string(_ value: CanonicalJSON) throws(FormatError) -> String {
        guard case .string(let text) = value else { throw .member }
        return text
    }
}

extension Member {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        guard let factsValue = object.take("facts") else { throw .member }
        let facts = try MemberFacts(factsValue)
        since = try object.instant("since")
        nameEpoch = try object.int("name")
        if let text = try object.optionalString("how") {
            guard let how = How(rawValue: text) else { throw .member }
            ended = Ended(how: how, time: try object.instant("ended"))
        }
        switch object.take("nameless") {
        case nil: nameIsErased = false
        case .bool(true): nameIsErased = true
        default: throw .member
        }
        try object.end()
        id = facts.id
        number = facts.number
        role = facts.role
        until = facts.until
        keyNumber = facts.keyNumber
        signing = facts.signing
        decryption = facts.decryption
        name = facts.name
    }

    fileprivate var json: CanonicalJSON {
        let facts = MemberFacts(
            id: id, number: number, role: role, until: until, keyNumber: keyNumber, signing: signing, decryption: decryption, name: name)
        return .object(
            present([
                "facts": facts.json, "since": .string(since.text), "name": .int(nameEpoch), "how": ended.map { .string($0.how.rawValue) },
                "ended": ended.map { .string($0.time.text) }, "nameless": nameIsErased ? .bool(true) : nil,
            ]))
    }
}

extension Circle {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        guard let factsValue = object.take("facts") else { throw .member }
        let facts = try CircleFacts(factsValue)
        guard let delivery = facts.delivery, case .bool(let owes)? = object.take("owes") else { throw .member }
        let cases = try object.int("cases")
        self.init(facts, delivery: delivery, begun: try object.int("begun"))
        manifest = try object.optionalString("manifest").map { text throws(FormatError) in try BlobHash(base64: Array(text.utf8)[...]) }
        try object.end()
        self.cases = cases
        owesRotation = owes
    }

    fileprivate var json: CanonicalJSON {
        let facts = CircleFacts(id: id, kind: kind, generation: generation, members: members, commitment: commitment, delivery: delivery)
        return .object(
            present([
                "facts": facts.json, "begun": .int(begun), "manifest": manifest.map { .string($0.base64) }, "cases": .int(cases),
                "owes": .bool(owesRotation),
            ]))
    }
}

extension PendingDelivery {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        blob = try object.base64("blob")
        circle = try object.id("circle")
        generation = try object.int("generation", Limits.generation)
        recipients = []
        for value in try object.array("to") {
            guard case .string(let text) = value else { throw .member }
            recipients.append(try MemberID(hex: Array(text.utf8)))
        }
        try object.end()
    }

    fileprivate var json: CanonicalJSON {
        .object([
            "blob": .string(blob.base64), "circle": .string(circle.hex), "generation": .int(generation),
            "to": .array(recipients.map { .string($0.hex) }),
        ])
    }
}
