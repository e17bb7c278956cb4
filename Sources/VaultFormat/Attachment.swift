/// `attachment.added`: an attachment of a case. It has one version.
package struct AttachmentWriting: Equatable, Sendable {
    /// The case it belongs to.
    package let caseNumber: Int
    /// Its number in the case.
    package let number: Int
    /// The item's id.
    package let item: ItemID
    /// 1.
    package let version: Int
    /// Name and length, sealed as ``AttachmentSummary``.
    package let summary: PartFacts
    /// The bytes of the file.
    package let body: PartFacts

    /// All fields.
    package init(caseNumber: Int, number: Int, item: ItemID, version: Int, summary: PartFacts, body: PartFacts) {
        self.caseNumber = caseNumber
        self.number = number
        self.item = item
        self.version = version
        self.summary = summary
        self.body = body
    }
}

/// The text of an attachment's summary: canonical JSON with the file's name and how many bytes it has.
package struct AttachmentSummary: Equatable, Sendable {
    /// The name under which it can be saved.
    package let name: SafeName
    /// Bytes of the file, 0...``Limits/attachment``.
    package let length: Int

    /// Both fields.
    package init(name: SafeName, length: Int) {
        self.name = name
        self.length = length
    }

    /// Reads the canonical spelling. A name that is not safe was written by a broken or hostile program, and is made so. Throws
    /// ``FormatError``.
    package init(parsing bytes: [UInt8]) throws(FormatError) {
        var members = try JSONMembers(try CanonicalJSON(parsing: bytes))
        name = SafeName(try members.string("name"))
        length = try members.int("bytes", 0...Limits.attachment)
        try members.end()
    }

    /// The canonical spelling.
    package var bytes: [UInt8] { CanonicalJSON.object(["bytes": .int(length), "name": .string(name.text)]).bytes }
}

extension AttachmentWriting {
    init(_ members: inout JSONMembers) throws(FormatError) {
        caseNumber = try members.number("case")
        number = try members.number("attachment")
        item = try members.id("item")
        version = try members.int("version", Limits.generation)
        let parts = try members.array("parts")
        guard parts.count == 2 else { throw .member }
        summary = try PartFacts(parts[0])
        body = try PartFacts(parts[1])
        guard summary.part == .summary, body.part == .body else { throw .member }
    }

    var members: JSONObject {
        [
            "case": .int(caseNumber), "attachment": .int(number), "item": .string(item.hex), "version": .int(version),
            "parts": .array([summary.json, body.json]),
        ]
    }
}

extension CaseMove.MovedAttachment {
    init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        number = try object.number("attachment")
        guard let summary = object.take("summary"), let body = object.take("body") else { throw .member }
        self.summary = try CaseMove.MovedPart(summary)
        self.body = try CaseMove.MovedPart(body)
        try object.end()
    }

    var json: CanonicalJSON { .object(["attachment": .int(number), "summary": summary.json, "body": body.json]) }
}
