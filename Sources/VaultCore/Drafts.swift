import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore

/// A text that somebody typed and that is not kept in the vault: they stopped, or the vault would not take it. It stands in the home only,
/// sealed, until it is gone on with.
package struct Draft: Equatable, Sendable {
    /// What the text is to be.
    package enum Place: Hashable, Sendable {
        /// A new case.
        case newCase
        /// A new version of a case.
        case caseEdit(Int)
        /// A new note on a case.
        case newNote(case: Int)
        /// A new version of a note.
        case noteEdit(case: Int, note: Int)

        /// The case that it is about; nil for a new one.
        var caseNumber: Int? {
            switch self {
            case .newCase: nil
            case .caseEdit(let number), .newNote(let number), .noteEdit(let number, _): number
            }
        }
    }

    /// What it is to be.
    package let place: Place
    /// As it was typed.
    package let text: String
    /// When it was left.
    package let time: Instant
}

extension Session {
    /// The text that was left in that place; nil where there is none. Throws ``Fault``: home damaged, io.
    package func draft(of place: Draft.Place) throws -> Draft? { try drafts().first { $0.place == place } }

    /// Keeps a text in its place, instead of what was left there before; the session may be paused. Bytes that are no UTF-8 become U+FFFD.
    /// Throws ``Fault``: no such case, home damaged, io.
    package func leave(_ text: [UInt8], in place: Draft.Place) throws {
        try takeHome()
        guard try isThere(place) else { throw Fault.noSuchCase(place.caseNumber ?? 0) }
        let draft = Draft(place: place, text: String(decoding: text, as: UTF8.self), time: surroundings.now())
        try set(drafts: try drafts().filter { $0.place != place } + [draft])
    }

    /// Forgets what was left in that place. Throws ``Fault``: home damaged, io.
    package func dropDraft(of place: Draft.Place) throws {
        let all = try drafts()
        let rest = all.filter { $0.place != place }
        if rest.count < all.count { try set(drafts: rest) }
    }

    /// Forgets what was left about cases that are erased, or taken back from me: what goes away goes whole. Throws ``Fault``: home damaged,
    /// io.
    func dropDraftsOfWhatIsGone() throws {
        let all = try drafts()
        let rest = try all.filter { try isThere($0.place) }
        if rest.count < all.count { try set(drafts: rest) }
    }

    /// Whether what a text is to be a new version of was changed after the text was left, or in the same second. Throws ``Fault``: home
    /// damaged, io.
    package func isOvertaken(_ draft: Draft) throws -> Bool {
        switch draft.place {
        case .newCase, .newNote: return false
        case .caseEdit(let number): return try caseICanSee(number).updated >= draft.time
        case .noteEdit(let number, let note):
            return try caseICanSee(number).notes.contains { $0.number == note && $0.updated >= draft.time }
        }
    }

    private func isThere(_ place: Draft.Place) throws -> Bool {
        guard let number = place.caseNumber else { return true }
        do { _ = try caseICanSee(number) } catch Fault.noSuchCase { return false }
        return true
    }

    /// All texts that were left, in the order in which they were. Throws ``Fault``: home damaged, io.
    package func drafts() throws -> [Draft] {
        guard let sealed = try membership.fact(.drafts) else { return [] }
        do {
            var object = try JSONMembers(try CanonicalJSON(parsing: try keys.open(row: sealed, .drafts, 0)))
            let items = try object.array("items").map { value throws(FormatError) in try Draft(value) }
            try object.end()
            return items
        } catch is FormatError { throw Fault.homeDamaged }
    }

    private func set(drafts: [Draft]) throws {
        let bytes = CanonicalJSON.object(["items": .array(drafts.map(\.json))]).bytes
        // Other commands may have gone on while this one waited for a person.
        let size = try Fault.ofHome { () throws(StoreError) in try membership.home.entryCount() }
        try membership.set([.drafts: keys.seal(row: bytes, .drafts, 0)], at: size)
    }
}

extension Draft {
    fileprivate init(_ value: CanonicalJSON) throws(FormatError) {
        var object = try JSONMembers(value)
        let number = try object.optionalInt("case"), note = try object.optionalInt("note")
        text = try object.string("text")
        time = try object.instant("time")
        place =
            switch (try object.string("to"), number, note) {
            case ("add", nil, nil): .newCase
            case ("edit", let number?, nil): .caseEdit(number)
            case ("note", let number?, nil): .newNote(case: number)
            case ("edit", let number?, let note?): .noteEdit(case: number, note: note)
            default: throw .layout
            }
        try object.end()
    }

    fileprivate var json: CanonicalJSON {
        let (to, number, note): (String, Int?, Int?) =
            switch place {
            case .newCase: ("add", nil, nil)
            case .caseEdit(let number): ("edit", number, nil)
            case .newNote(let number): ("note", number, nil)
            case .noteEdit(let number, let note): ("edit", number, note)
            }
        return .object(
            present([
                "to": .string(to), "case": number.map(CanonicalJSON.int), "note": note.map(CanonicalJSON.int), "text": .string(text),
                "time": .string(time.text),
            ]))
    }
}
