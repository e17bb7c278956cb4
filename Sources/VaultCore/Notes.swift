import VaultCrypto
import VaultFormat
import VaultLog

extension Session {
    /// `note add`: in the circle of the case's body. Returns the note's number in the case. Throws ``Fault``.
    package func addNote(_ text: String, toCase number: Int, dryRun: Bool) throws -> Int {
        try require(.noteAdded, about: number)
        var note = Self.nextNote(try caseTakingNotes(number))
        if dryRun { return note }
        let item = ItemID.random()
        try append {
            let record = try caseTakingNotes(number)
            guard let circle = record.body.flatMap({ state.circles[$0.circle] }) else { throw Fault.noSuchCase(number) }
            note = Self.nextNote(record)
            let (facts, blob) = try seal(Array(text.utf8), .body, of: item, version: 1, in: circle)
            let writing = NoteWriting(caseNumber: number, number: note, item: item, version: 1, body: facts)
            return Change(payload: Payload(.noteAdded, .noteWritten(writing)), adding: [blob])
        }
        return note
    }

    /// `note list`: all notes of a case; one entry, before any of them. A damaged note is passed over and named. Throws ``Fault``.
    package func notes(ofCase number: Int) throws -> NoteList {
        let find = { [self] in
            try require(.noteOpened, about: number)
            return try caseWithBody(number)
        }
        return try revealing(.noteOpened, find, as: { Reveal(case: number, reason: reason(for: $0)) }) { record in
            var items: [NoteAnswer] = []
            var damaged: [Int] = []
            for note in record.notes where mayOpen(note.body) {
                do { items.append(try answer(note)) } catch is PartFault { damaged.append(note.number) }
            }
            return NoteList(items: items, damaged: damaged)
        }
    }

    /// Whether a note can be added, before anybody writes one. Throws as ``addNote(_:toCase:dryRun:)``.
    package func requireOpenForNotes(case number: Int) throws {
        try require(.noteAdded, about: number)
        _ = try caseTakingNotes(number)
    }

    /// `note edit`: a new version of a note of mine; the old one leaves the vault. Returns the version. `expecting`: the version the text
    /// was begun from, where it was begun from one. Throws ``Fault``: also ``Fault/changedMeanwhile(case:note:)``.
    package func edit(note: Int, ofCase number: Int, _ text: String, expecting: Int? = nil, dryRun: Bool) throws -> Int {
        let before = try noteToChange(note, ofCase: number).version
        guard expecting ?? before == before else { throw Fault.changedMeanwhile(case: number, note: note) }
        let version = before + 1
        if dryRun { return version }
        try append {
            let old = try noteToChange(note, ofCase: number)
            guard old.version == before else { throw Fault.changedMeanwhile(case: number, note: note) }
            guard let circle = state.circles[old.body.circle] else { throw Fault.noSuchNote(case: number, note: note) }
            let (facts, blob) = try seal(Array(text.utf8), .body, of: old.item, version: version, in: circle)
            let writing = NoteWriting(caseNumber: number, number: note, item: old.item, version: version, body: facts)
            return Change(payload: Payload(.noteChanged, .noteWritten(writing)), adding: [blob], removing: [old.body.blob])
        }
        return version
    }

    /// The text of a note of mine as it is, to be changed. Throws ``Fault``.
    package func currentText(ofNote note: Int, inCase number: Int) throws -> String {
        let find = { [self] in (record: try caseWithBody(number), note: try noteToChange(note, ofCase: number)) }
        return try revealing(.noteOpened, find, as: { Reveal(case: number, reason: reason(for: $0.record)) }) { found in
            do { return try answer(found.note).text } catch let fault as PartFault { throw fault.fault(case: number, note: note) }
        }
    }

    private func noteToChange(_ note: Int, ofCase number: Int) throws -> NoteRecord {
        try require(.noteChanged, about: number)
        let record = try caseWithBody(number)
        guard let found = record.note(note) else { throw Fault.noSuchNote(case: number, note: note) }
        guard found.author == myself.number else { throw Fault.notYours }
        guard record.state != .closed else { throw Fault.caseClosed(number) }
        return found
    }

    /// The same, not closed.
    func caseTakingNotes(_ number: Int) throws -> CaseRecord {
        let record = try caseWithBody(number)
        guard record.state != .closed else { throw Fault.caseClosed(number) }
        return record
    }

    /// A case whose body I may open: notes and attachments stand beside it.
    func caseWithBody(_ number: Int) throws -> CaseRecord {
        let record = try caseICanSee(number)
        guard mayOpen(record.body) else { throw textFault(record) }
        return record
    }

    private static func nextNote(_ record: CaseRecord) -> Int { (record.notes.last?.number ?? 0) + 1 }
}
