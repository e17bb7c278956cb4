import VaultFormat

/// What a person writes for a case.
package struct CaseText: Equatable, Sendable {
    /// One line, 1 to 200 Unicode scalars.
    package let title: String
    /// One line that a list shows, or none.
    package let pitch: String?
    /// The rest, as typed; may be empty.
    package private(set) var body: String

    /// Checks the parts. Throws ``Fault/text(_:_:)``.
    package init(title: String, pitch: String?, body: String) throws {
        try self.init(title: title, pitch: pitch, checkedBody: body)
        self.body = try checked(.body) { () throws(FormatError) in try BodyText(Array(body.utf8)).text }
    }

    /// The same for a body that is part of a text that was checked.
    private init(title: String, pitch: String?, checkedBody: String) throws {
        self.title = try checked(.title) { () throws(FormatError) in try Line(title, limit: Limits.title).text }
        self.pitch = try pitch.map { pitch in try checked(.pitch) { () throws(FormatError) in try Line(pitch, limit: Limits.pitch).text } }
        body = checkedBody
    }

    /// Reads a text as typed: the first line that is not empty is the title; then, after empty lines, optionally a paragraph that
    /// begins with `pitch:`; the rest is the body. Throws ``Fault/text(_:_:)``.
    package init(parsing bytes: [UInt8]) throws {
        let text = try checked(.body) { () throws(FormatError) in try BodyText(bytes).text }
        var rest = text[...].drop { $0 == "\n" }
        let title = Self.takeLine(&rest)
        let below = rest.drop { $0 == "\n" }
        rest = Self.beginsPitch(below) ? below : rest.first == "\n" ? rest.dropFirst() : rest
        var pitch: String?
        if Self.beginsPitch(rest) {
            var lines: [Substring] = []
            rest = rest.dropFirst(6)
            repeat { lines.append(Self.takeLine(&rest)) } while rest.first.map { $0 != "\n" } ?? false
            rest = rest.dropFirst()
            pitch = lines.map { $0.trimmed }.filter { !$0.isEmpty }.joined(separator: " ")
        }
        try self.init(title: String(title), pitch: pitch.flatMap { $0.isEmpty ? nil : $0 }, checkedBody: String(rest))
    }

    /// A text that was opened from the vault: the author committed to it, so it is shown as it is.
    init(verified summary: CaseSummary, body: String) {
        title = summary.title
        pitch = summary.pitch
        self.body = body
    }

    /// The text as ``init(parsing:)`` reads it back, for changing it.
    package var typed: String {
        // An empty pitch keeps a body that begins like one from being taken for it.
        let noPitch = Self.beginsPitch(body.drop { $0 == "\n" }) ? "pitch:\n\n" : ""
        return title + "\n\n" + (pitch.map { "pitch: \($0)\n\n" } ?? noPitch) + body
    }

    private static func beginsPitch(_ text: Substring) -> Bool {
        // Nearly every text is told apart by its first letter.
        (text.first == "p" || text.first == "P") && text.prefix(6).lowercased() == "pitch:"
    }

    private static func takeLine(_ rest: inout Substring) -> Substring {
        let end = rest.firstIndex(of: "\n") ?? rest.endIndex
        defer { rest = end < rest.endIndex ? rest[rest.index(after: end)...] : rest[end...] }
        return rest[..<end]
    }
}

/// The summary part's plaintext: title and pitch as canonical JSON. Author and dates are not in it: they follow from the log,
/// where they are signed and cannot disagree.
struct CaseSummary: Equatable {
    let title: String
    let pitch: String?

    var bytes: [UInt8] {
        CanonicalJSON.object(present(["title": .string(title), "pitch": pitch.map(CanonicalJSON.string)])).bytes
    }

    init(title: String, pitch: String?) {
        self.title = title
        self.pitch = pitch
    }

    init(parsing bytes: [UInt8]) throws(FormatError) {
        var object = try JSONMembers(try CanonicalJSON(parsing: bytes))
        title = try Line(kept: Array(try object.string("title").utf8), limit: Limits.title).text
        pitch = try object.optionalString("pitch").map { pitch throws(FormatError) in
            try Line(kept: Array(pitch.utf8), limit: Limits.pitch).text
        }
        try object.end()
    }
}

/// The text of a note: text from its first byte.
package enum NoteText {
    /// Throws ``Fault/text(_:_:)`` for invalid UTF-8, a NUL, too many bytes, or nothing but white space.
    package static func parse(_ bytes: [UInt8]) throws -> String {
        let text = try checked(.note) { () throws(FormatError) in try BodyText(bytes).text }
        guard !text.allSatisfy(\.isWhitespace) else { throw Fault.text(.note, .empty) }
        return text
    }
}

/// Turns a rule of ``FormatError`` about a text into a fault that names the field.
func checked<Value>(_ field: TextField, _ body: () throws(FormatError) -> Value) throws -> Value {
    do throws(FormatError) { return try body() } catch {
        if case .text(let fault) = error { throw Fault.text(field, fault) }
        throw OurBug(place: "a text rule threw something else")
    }
}

extension Substring {
    fileprivate var trimmed: Substring {
        let start = drop { $0.isWhitespace }
        return start.lastIndex { !$0.isWhitespace }.map { start[...$0] } ?? ""
    }
}
