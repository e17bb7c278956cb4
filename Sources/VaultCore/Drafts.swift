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
    /// The case that it is about: on another line of the log its number may be another's. Nil for a new one.
    let item: ItemID?
    /// The version that it was begun from, as the person saw it; nil for what is new.
    package let base: Int?
    /// As it was typed.
    package let text: String
    /// When it was left.
    package let time: Instant
}

extension Session {
    /// Texts that were left in that place, the newest first: each window may leave one. Throws ``Fault``: home damaged, io.
    package func drafts(in place: Draft.Place) throws -> [Draft] {
        try drafts().filter { try $0.place == place && isThere($0) }.reversed()
    }

    /// Keeps a text for its place, beside what was left there before; the session may be paused. `base`: the version it was begun from.
    /// `draft`: the one that was gone on with, which it takes the place of. Bytes that are no UTF-8 become U+FFFD. Throws ``Fault``: no
    /// such case, home damaged, io.
    package func leave(_ text: [UInt8], in place: Draft.Place, from base: Int?, insteadOf draft: Draft? = nil) throws {
        try takeHome()
        let item = try place.caseNumber.map { try caseICanSee($0).item }
        let left = Draft(
            place: place, item: item, base: draft == nil ? base : draft?.base, text: String(decoding: text, as: UTF8.self),
            time: surroundings.now())
        try set(drafts: try drafts().filter { $0 != draft } + [left])
    }

    /// Forgets that one. Throws ``Fault``: home damaged, io.
    package func drop(_ draft: Draft) throws {
        let all = try drafts()
        let rest = all.filter { $0 != draft }
        if rest.count < all.count { try set(drafts: rest) }
    }

    /// Forgets what was left about cases that are erased, or taken back from me: what goes away goes whole. Returns how many texts.
    /// Throws ``Fault``: home damaged, io.
    @discardableResult
    func dropDraftsOfWhatIsGone() throws -> Int {
        let all = try drafts()
        let rest = try all.filter(isThere)
        if rest.count < all.count { try set(drafts: rest) }
        return all.count - rest.count
    }

    /// Whether what a text is to be a new version of has another version by now than the one it was begun from. Throws ``Fault``: no such
    /// case, home damaged, io.
    package func isOvertaken(_ draft: Draft) throws -> Bool { try version(of: draft.place) != draft.base }

    /// The version that stands there now; nil for what is new, and where there is no such note. Throws ``Fault``: no such case, home
    /// damaged, io.
    package func version(of place: Draft.Place) throws -> Int? {
        switch place {
        case .newCase, .newNote: nil
        case .caseEdit(let number): try caseICanSee(number).version
        case .noteEdit(let number, let note): try caseICanSee(number).note(note)?.version
        }
    }

    private func isThere(_ draft: Draft) throws -> Bool {
        guard let number = draft.place.caseNumber else { return true }
        do { return try caseICanSee(number).item == draft.item } catch Fault.noSuchCase { return false }
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
        base = try object.optionalInt("version")
        text = try object.string("text")
        time = try object.instant("time")
        item = number == nil ? nil : try object.id("item")
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
        let (to, note): (String, Int?) =
            switch place {
            case .newCase: ("add", nil)
            case .caseEdit: ("edit", nil)
            case .newNote: ("note", nil)
            case .noteEdit(_, let note): ("edit", note)
            }
        return .object(
            present([
                "to": .string(to), "case": place.caseNumber.map(CanonicalJSON.int), "note": note.map(CanonicalJSON.int),
                "item": item.map { .string($0.hex) }, "version": base.map(CanonicalJSON.int), "text": .string(text),
                "time": .string(time.text),
            ]))
    }
}
