package import VaultFormat
import VaultLog

extension Session {
    /// `search`: through title, pitch, text and notes of every case, as far as I may open them. Everything is opened in memory; then an
    /// entry names the cases and notes in which something was found, never the term; and only what it names is answered. A damaged part is
    /// passed over and named. `progress` hears how many of how many cases were looked at. Throws ``Fault``.
    package func search(_ term: SearchTerm, progress: (Int, Int) -> Void) throws -> SearchAnswer {
        try require(.searched)
        var search = SearchPass(term: term)
        try append {
            search = SearchPass(term: term)
            try eachCaseWithParts { entry in
                if !search.hasMore { try search.look(at: entry.record, in: self) }
                progress(entry.record.number, state.lastCase)
            }
            return Change(payload: Payload(.searched, .searched(search.hits)))
        }
        return SearchAnswer(items: search.items, hasMore: search.hasMore, damaged: search.damaged)
    }
}

/// One pass over the cases. It keeps what it found, and nothing else of what it opened.
struct SearchPass {
    let term: SearchTerm
    /// Numbers of cases and notes in one answer.
    let limit: Int
    private(set) var items: [SearchItem] = []
    private(set) var hits: [Hit] = []
    private(set) var damaged: [DamagedItem] = []
    /// More was found than one answer holds.
    private(set) var hasMore = false
    private var numbers = 0

    init(term: SearchTerm, limit: Int = Limits.hits) {
        self.term = term
        self.limit = limit
    }

    mutating func look(at record: CaseRecord, in session: Session) throws {
        guard record.state != .erased, session.mayOpen(record.summary) else { return }
        var isDamaged = false
        var summary: CaseSummary?
        do { summary = try session.summary(of: record) } catch is PartFault { isDamaged = true }
        var found: [SearchItem] = []
        var part = Part.summary
        let isText = session.mayOpen(record.body)
        if let summary, let item = inSummary(summary, record.number) {
            found.append(item)
        } else if isText, let body = record.body {
            do {
                let text = try session.open(body, of: record.item, version: record.version)
                if let snippet = try snippet(of: text) {
                    part = .body
                    found.append(
                        SearchItem(caseNumber: record.number, note: nil, title: summary?.title, place: .body, snippet: snippet))
                }
            } catch is PartFault { isDamaged = true }
        }
        if isDamaged { damaged.append(DamagedItem(caseNumber: record.number, note: nil)) }
        for note in record.notes where isText {
            do {
                let text = try session.open(note.body, of: note.item, version: note.version)
                guard let snippet = try snippet(of: text) else { continue }
                found.append(
                    SearchItem(caseNumber: record.number, note: note.number, title: summary?.title, place: .note, snippet: snippet))
            } catch is PartFault { damaged.append(DamagedItem(caseNumber: record.number, note: note.number)) }
        }
        take(found, part, record.number)
    }

    /// Keeps what was found in one case, as much of it as one entry can name.
    private mutating func take(_ found: [SearchItem], _ part: Part, _ number: Int) {
        guard !found.isEmpty else { return }
        let room = limit - numbers - 1
        let shown = found.filter { $0.note == nil } + found.filter { $0.note != nil }.prefix(max(0, room))
        if room < 0 || shown.count < found.count { hasMore = true }
        guard room >= 0, !shown.isEmpty else { return }
        let notes = shown.compactMap(\.note)
        numbers += 1 + notes.count
        items += shown
        hits.append(Hit(case: number, part: part, notes: notes))
    }

    private func inSummary(_ summary: CaseSummary, _ number: Int) -> SearchItem? {
        for (text, place) in [(summary.title, SearchItem.Place.title), (summary.pitch ?? "", .pitch)] {
            let bytes = Array(text.utf8)
            guard let match = term.firstMatch(in: bytes) else { continue }
            return SearchItem(caseNumber: number, note: nil, title: summary.title, place: place, snippet: Snippet.of(match, in: bytes))
        }
        return nil
    }

    /// Throws ``PartFault`` where something is found in a text that breaks the rules for texts: nothing of it is shown.
    private func snippet(of text: [UInt8]) throws -> String? {
        guard let match = term.firstMatch(in: text) else { return nil }
        guard (try? BodyText(kept: text)) != nil else { throw PartFault.altered }
        return Snippet.of(match, in: text)
    }
}

/// Answer to `search`.
package struct SearchAnswer: Sendable {
    /// In order of case, the case before its notes.
    package let items: [SearchItem]
    /// More was found than is shown: one answer names at most ``Limits/hits`` cases and notes.
    package let hasMore: Bool
    /// What could not be opened, and so not be searched.
    package let damaged: [DamagedItem]
}

/// One place where a search found something.
package struct SearchItem: Equatable, Sendable {
    /// The case's number.
    package let caseNumber: Int
    /// The note's number in the case; nil for the case itself.
    package let note: Int?
    /// The case's title; nil where title and pitch are damaged.
    package let title: String?
    /// Which text it was found in.
    package let place: Place
    /// A line of that text around what was found.
    package let snippet: String

    /// The texts that are searched, in the order in which one of a case is shown.
    package enum Place: Sendable {
        /// The title.
        case title
        /// The pitch.
        case pitch
        /// The text of the case.
        case body
        /// A note.
        case note
    }
}

/// A case or note that is damaged or missing.
package struct DamagedItem: Equatable, Sendable {
    /// The case's number.
    package let caseNumber: Int
    /// The note's number; nil for the case itself.
    package let note: Int?
}

extension SearchTerm {
    /// What was typed or piped. Throws ``Fault/text(_:_:)``.
    package init(typed bytes: [UInt8]) throws {
        self = try checked(.term) { () throws(FormatError) in try SearchTerm(bytes) }
    }
}
