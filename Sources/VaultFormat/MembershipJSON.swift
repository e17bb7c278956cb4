/// The bodies of events that change the membership or the circles.
extension Rotation {
    init(_ members: inout JSONMembers) throws(FormatError) {
        var circles: [CircleFacts] = []
        for value in try members.array("circles") {
            let facts = try CircleFacts(value)
            if let last = circles.last, last.id >= facts.id { throw .member }
            circles.append(facts)
        }
        self.circles = circles
        link = try members.optionalBase64("link")
        manifest = try members.optionalBase64("manifest")
    }

    var members: JSONObject {
        present([
            "circles": .array(circles.map(\.json)), "link": link.map { .string($0.base64) },
            "manifest": manifest.map { .string($0.base64) },
        ])
    }
}

extension Acceptance {
    init(_ members: inout JSONMembers) throws(FormatError) {
        guard let facts = members.take("member") else { throw .member }
        member = try MemberFacts(facts)
        replaces = try members.optionalString("replaces").map { text throws(FormatError) in try MemberID(hex: Array(text.utf8)) }
        request = try members.base64("request")
        rotation = try Rotation(&members)
        given = try GivenKey.list(&members)
        reads = try members.optionalBase64("reads")
        readsFrom = try members.int("reads_from", Limits.generation)
    }

    var members: JSONObject {
        var object = rotation.members
        object["member"] = member.json
        object["replaces"] = replaces.map { .string($0.hex) }
        object["request"] = .string(request.base64)
        object["given"] = GivenKey.json(given)
        object["reads"] = reads.map { .string($0.base64) }
        object["reads_from"] = .int(readsFrom)
        return object
    }
}

extension GivenKey {
    /// The member `given`: in ascending order of circle, each once.
    static func list(_ members: inout JSONMembers) throws(FormatError) -> [GivenKey] {
        var given: [GivenKey] = []
        for value in try members.array("given") {
            var object = try JSONMembers(value)
            let key = GivenKey(
                circle: try object.id("circle"), generation: try object.int("generation", Limits.generation),
                delivery: try object.base64("delivery"))
            try object.end()
            if let last = given.last, last.circle >= key.circle { throw .member }
            given.append(key)
        }
        return given
    }

    static func json(_ given: [GivenKey]) -> CanonicalJSON {
        .array(
            given.map {
                .object(["circle": .string($0.circle.hex), "generation": .int($0.generation), "delivery": .string($0.delivery.base64)])
            })
    }
}

extension CaseMove {
    init(_ members: inout JSONMembers) throws(FormatError) {
        number = try members.int("case", 1...CanonicalJSON.maximumInteger)
        guard let summary = members.take("summary"), let body = members.take("body") else { throw .member }
        self.summary = try MovedPart(summary)
        self.body = try MovedPart(body)
        var notes: [MovedNote] = []
        for value in try members.array("notes") {
            var object = try JSONMembers(value)
            let number = try object.int("note", 1...CanonicalJSON.maximumInteger)
            guard let body = object.take("body") else { throw .member }
            try object.end()
            if let last = notes.last, last.number >= number { throw .member }
            notes.append(MovedNote(number: number, body: try MovedPart(body)))
        }
        self.notes = notes
        var attachments: [MovedAttachment] = []
        for value in try members.array("attachments") {
            let attachment = try MovedAttachment(value)
            if let last = attachments.last, last.number >= attachment.number { throw .member }
            attachments.append(attachment)
        }
        self.attachments = attachments
    }

    var members: JSONObject {
        [
            "case": .int(number), "summary": summary.json, "body": body.json,
            "notes": .array(notes.map { .object(["note": .int($0.number), "body": $0.body.json]) }),
            "attachments": .array(attachments.map(\.json)),
        ]
    }
}

extension CaseMove.MovedPart {
    init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        circle = try object.id("circle")
        generation = try object.int("generation", Limits.generation)
        blob = try object.base64("blob")
        try object.end()
    }

    var json: CanonicalJSON {
        .object(["circle": .string(circle.hex), "generation": .int(generation), "blob": .string(blob.base64)])
    }
}

extension JSONMembers {
    fileprivate mutating func optionalBase64(_ name: String) throws(FormatError) -> BlobHash? {
        try optionalString(name).map { text throws(FormatError) in try BlobHash(base64: Array(text.utf8)[...]) }
    }
}

extension MemberFacts {
    /// Reads one member object. Throws ``FormatError``.
    package init(_ value: CanonicalJSON) throws(FormatError) {
        var members = try JSONMembers(value)
        id = try members.id("id")
        number = try members.int("number", 1...CanonicalJSON.maximumInteger)
        guard let role = Role(rawValue: try members.string("role")) else { throw .member }
        self.role = role
        if let text = try members.optionalString("until") { until = try Day(Array(text.utf8)[...]) } else { until = nil }
        keyNumber = try members.int("key", 1...KeyName.maximumNumber)
        signing = try members.base64("signing")
        decryption = try members.base64("decryption")
        name = try members.base64("name")
        try members.end()
    }

    /// The member object.
    package var json: CanonicalJSON {
        .object(
            present([
                "id": .string(id.hex), "number": .int(number), "role": .string(role.rawValue), "until": until.map { .string($0.text) },
                "key": .int(keyNumber), "signing": .string(signing.base64), "decryption": .string(decryption.base64),
                "name": .string(name.base64),
            ]))
    }
}
