/// Payloads as canonical JSON (Docs/Format.md, "Payload"): one member list per event, nothing optional that is not said there.
extension Payload {
    /// What reading a payload can say besides its value.
    package enum Reading: Equatable, Sendable {
        /// A payload this program knows.
        case known(Payload)
        /// An event this program does not know, marked as one that may be passed over.
        case mayPassOver
        /// An event this program does not know and must: a newer version is needed.
        case needsNewer
    }

    /// Reads the canonical spelling. Throws ``FormatError`` where it is not canonical, a member is missing, unknown or out of bounds.
    package static func read(_ bytes: [UInt8]) throws(FormatError) -> Reading {
        guard bytes.count <= Limits.payload else { throw .tooLarge }
        var members = try JSONMembers(try CanonicalJSON(parsing: bytes))
        let name = try members.string("event")
        let may = members.take("may")
        switch may {
        case nil, .bool(true): break
        default: throw .member
        }
        guard let event = Event(rawValue: name), event.isKnownHere else { return may == nil ? .needsNewer : .mayPassOver }
        guard may == nil, let outcome = Outcome(rawValue: try members.int("outcome")) else { throw .member }
        let program = try members.string("program")
        guard (1...40).contains(program.utf8.count), program.utf8.allSatisfy({ (0x21...0x7e).contains($0) }) else { throw .member }
        let body = try Body(event, &members)
        try members.end()
        return .known(Payload(event, outcome: outcome, program: program, body))
    }

    /// The canonical spelling.
    package var bytes: [UInt8] {
        var members = body.members
        members["event"] = .string(event.rawValue)
        members["outcome"] = .int(outcome.rawValue)
        members["program"] = .string(program)
        return CanonicalJSON.object(members).bytes
    }
}

extension Event {
    /// Whether this version of the program reads and writes the event; the others are of later versions.
    fileprivate var isKnownHere: Bool {
        switch self {
        case .groupCreated, .memberAccepted, .memberReplaced, .memberUntil, .memberLeft, .memberRemoved, .roleEnded, .keyRefreshed,
            .circleCreated, .circleRotated, .keyRewrapped, .caseAdded, .casesImported, .caseChanged, .caseShared, .caseWithdrawn,
            .caseClosed, .caseErased, .noteAdded, .noteChanged, .attachmentAdded, .casesListed, .caseOpened, .noteOpened,
            .attachmentSaved, .searched, .accessRefused, .logOpened, .logVerified, .logTrusted, .logExported, .backupCreated,
            .backupRestored, .payloadExpired:
            true
        default: false
        }
    }
}

extension Payload.Body {
    fileprivate init(_ event: Event, _ members: inout JSONMembers) throws(FormatError) {
        switch event {
        case .groupCreated: self = .founding(try Founding(&members))
        case .memberAccepted, .memberReplaced:
            let acceptance = try Acceptance(&members)
            guard (acceptance.replaces == nil) == (event == .memberAccepted) else { throw .member }
            self = .acceptance(acceptance)
        case .memberRemoved: self = .removal(member: try members.number("member"), try Rotation(&members))
        case .memberUntil: self = .until(member: try members.number("member"), try members.day("until"))
        case .memberLeft: self = .leaving
        case .roleEnded: self = .ending(member: try members.number("member"))
        case .keyRefreshed: self = .refresh(try members.base64("decryption"))
        case .circleCreated:
            guard let circle = members.take("circle") else { throw .member }
            self = .circle(try CircleFacts(circle))
        case .circleRotated: self = .rotation(try Rotation(&members))
        case .keyRewrapped: self = .rewrapping(member: try members.number("member"), try GivenKey.list(&members))
        case .caseShared, .caseWithdrawn: self = .caseMoved(try CaseMove(&members))
        case .caseAdded, .caseChanged: self = .caseWritten(try CaseWriting(&members))
        case .casesImported: self = .imported(try CaseImport(&members))
        case .caseClosed: self = .caseNamed(try members.int("case", 1...CanonicalJSON.maximumInteger))
        case .caseErased: self = .erasure(case: try members.number("case"), try Rotation(&members))
        case .noteAdded, .noteChanged: self = .noteWritten(try NoteWriting(&members))
        case .attachmentAdded: self = .attachmentWritten(try AttachmentWriting(&members))
        case .casesListed, .caseOpened, .noteOpened, .attachmentSaved: self = .reveal(try Reveal(event, &members))
        case .searched: self = .searched(try [Hit](&members))
        case .logOpened: self = .logRead(case: try members.optionalInt("case"))
        case .logVerified: self = .logRead(case: nil)
        case .logExported: self = .logExported(try ExportScope(&members))
        case .backupCreated: self = .backup
        case .backupRestored: self = .restoration(try Restoration(&members))
        case .payloadExpired: self = .expiry(try Expiry(&members))
        case .logTrusted: self = .lineLeft(TreeHead(size: try members.number("size"), root: try members.base64("root")))
        case .accessRefused:
            guard let refused = Event(rawValue: try members.string("refused")) else { throw .member }
            self = .refusal(of: refused, case: try members.optionalInt("case"))
        default: throw .member
        }
    }

    fileprivate var members: JSONObject {
        switch self {
        case .founding(let founding): founding.members
        case .acceptance(let acceptance): acceptance.members
        case .removal(let member, let rotation): rotation.members.with("member", .int(member))
        case .until(let member, let day): ["member": .int(member), "until": .string(day.text)]
        case .leaving: [:]
        case .ending(let member): ["member": .int(member)]
        case .refresh(let key): ["decryption": .string(key.base64)]
        case .circle(let facts): ["circle": facts.json]
        case .rotation(let rotation): rotation.members
        case .rewrapping(let member, let given): ["member": .int(member), "given": GivenKey.json(given)]
        case .caseMoved(let move): move.members
        case .caseWritten(let writing): writing.members
        case .imported(let work): work.members
        case .caseNamed(let number): ["case": .int(number)]
        case .erasure(let number, let rotation): rotation.members.with("case", .int(number))
        case .noteWritten(let writing): writing.members
        case .attachmentWritten(let writing): writing.members
        case .reveal(let reveal): reveal.members
        case .searched(let hits): hits.members
        case .logRead(let number): present(["case": number.map(CanonicalJSON.int)])
        case .logExported(let scope): scope.members
        case .backup: [:]
        case .restoration(let restoration): restoration.members
        case .expiry(let expiry): expiry.members
        case .lineLeft(let head): ["size": .int(head.size), "root": .string(head.root.base64)]
        case .refusal(let event, let number): present(["refused": .string(event.rawValue), "case": number.map(CanonicalJSON.int)])
        }
    }
}

extension Founding {
    fileprivate init(_ members: inout JSONMembers) throws(FormatError) {
        rules = try members.int("rules", 1...CanonicalJSON.maximumInteger)
        name = try members.base64("name")
        retentionYears = try members.int("retention", Limits.retentionYears)
        guard let founder = members.take("member") else { throw .member }
        self.founder = try MemberFacts(founder)
        var circles: [CircleFacts] = []
        for value in try members.array("circles") { circles.append(try CircleFacts(value)) }
        self.circles = circles
    }

    fileprivate var members: JSONObject {
        [
            "rules": .int(rules), "name": .string(name.base64), "retention": .int(retentionYears), "member": founder.json,
            "circles": .array(circles.map(\.json)),
        ]
    }
}

extension CircleFacts {
    /// Reads one circle object. Throws ``FormatError``; members must be in ascending order, each once, 1...50 of them.
    package init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        id = try object.id("id")
        guard let kind = CircleKind(rawValue: try object.string("kind")) else { throw .member }
        self.kind = kind
        generation = try object.int("generation", Limits.generation)
        var members: [MemberID] = []
        for value in try object.array("members") {
            guard case .string(let text) = value else { throw .member }
            let member = try MemberID(hex: text.utf8)
            if let last = members.last, last >= member { throw .member }
            members.append(member)
        }
        guard (1...Limits.members).contains(members.count) else { throw .member }
        self.members = members
        commitment = try object.base64("commitment")
        if let text = try object.optionalString("delivery") { delivery = try BlobHash(base64: text.utf8) } else { delivery = nil }
        try object.end()
    }

    /// The circle object.
    package var json: CanonicalJSON {
        .object(
            present([
                "id": .string(id.hex), "kind": .string(kind.rawValue), "generation": .int(generation),
                "members": .array(members.map { .string($0.hex) }), "commitment": .string(commitment.base64),
                "delivery": delivery.map { .string($0.base64) },
            ]))
    }
}

extension PartFacts {
    /// Reads one part object. Throws ``FormatError``.
    package init(_ value: CanonicalJSON) throws(FormatError) {
        var members = try JSONMembers(value)
        guard let part = Part(rawValue: try members.string("part")) else { throw .member }
        self.part = part
        circle = try members.id("circle")
        generation = try members.int("generation", Limits.generation)
        blob = try members.base64("blob")
        commitment = try members.base64("commitment")
        try members.end()
    }

    /// The part object.
    package var json: CanonicalJSON {
        .object([
            "part": .string(part.rawValue), "circle": .string(circle.hex), "generation": .int(generation), "blob": .string(blob.base64),
            "commitment": .string(commitment.base64),
        ])
    }
}

extension CaseWriting {
    fileprivate init(_ members: inout JSONMembers) throws(FormatError) {
        number = try members.int("case", 1...CanonicalJSON.maximumInteger)
        item = try members.id("item")
        version = try members.int("version", Limits.generation)
        let parts = try members.array("parts")
        guard parts.count == 2 else { throw .member }
        summary = try PartFacts(parts[0])
        body = try PartFacts(parts[1])
        guard summary.part == .summary, body.part == .body else { throw .member }
    }

    fileprivate var members: JSONObject {
        ["case": .int(number), "item": .string(item.hex), "version": .int(version), "parts": .array([summary.json, body.json])]
    }
}

extension NoteWriting {
    fileprivate init(_ members: inout JSONMembers) throws(FormatError) {
        caseNumber = try members.int("case", 1...CanonicalJSON.maximumInteger)
        number = try members.int("note", 1...CanonicalJSON.maximumInteger)
        item = try members.id("item")
        version = try members.int("version", Limits.generation)
        let parts = try members.array("parts")
        guard parts.count == 1 else { throw .member }
        body = try PartFacts(parts[0])
        guard body.part == .body else { throw .member }
    }

    fileprivate var members: JSONObject {
        [
            "case": .int(caseNumber), "note": .int(number), "item": .string(item.hex), "version": .int(version),
            "parts": .array([body.json]),
        ]
    }
}

extension Reveal {
    fileprivate init(_ event: Event, _ members: inout JSONMembers) throws(FormatError) {
        caseNumber = try members.optionalInt("case")
        attachment = try members.optionalInt("attachment")
        if let text = try members.optionalString("part") {
            guard let part = Part(rawValue: text) else { throw .member }
            self.part = part
        } else {
            part = nil
        }
        version = try members.optionalInt("version")
        if let text = try members.optionalString("reason") {
            guard let reason = Reason(rawValue: text) else { throw .member }
            self.reason = reason
        } else {
            reason = nil
        }
        guard (attachment != nil) == (event == .attachmentSaved) else { throw .member }
        switch event {
        case .caseOpened: guard caseNumber != nil, part != nil, version != nil, reason != nil else { throw .member }
        case .noteOpened, .attachmentSaved: guard caseNumber != nil, part == nil, version == nil, reason != nil else { throw .member }
        default: guard part == nil, version == nil, (caseNumber == nil) == (reason == nil) else { throw .member }
        }
    }

    fileprivate var members: JSONObject {
        present([
            "case": caseNumber.map(CanonicalJSON.int), "attachment": attachment.map(CanonicalJSON.int),
            "part": part.map { .string($0.rawValue) }, "version": version.map(CanonicalJSON.int),
            "reason": reason.map { .string($0.rawValue) },
        ])
    }
}
