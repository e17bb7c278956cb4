import VaultFormat
import VaultLog

extension Session {
    /// `case show`: text, notes, and what attachments there are. One entry for all of it, before any of it. Throws ``Fault``.
    package func show(case number: Int) throws -> CaseAnswer {
        try openingCase({ try caseToShow(number) }) { record in
            let text = try text(of: record)
            var notes: [NoteAnswer] = []
            var damaged: [Int] = []
            for note in record.notes where mayOpen(note.body) {
                do { notes.append(try answer(note)) } catch is PartFault { damaged.append(note.number) }
            }
            let attachments = try attachments(of: record)
            return CaseAnswer(
                number: number, text: text, isTextShared: mayOpen(record.body), author: name(of: record.author), state: record.state,
                version: record.version, updated: record.updated, notes: notes, damagedNotes: damaged, attachments: attachments.items,
                damagedAttachments: attachments.damaged)
        }
    }

    /// The text as it is, to be changed by its author. Throws ``Fault``.
    package func currentText(ofCase number: Int) throws -> CaseText {
        try openingCase({ try caseToChange(number) }) { try text(of: $0) }
    }

    /// `case history`: the versions. While nobody else has opened a case an edit leaves no trace but the last version. Throws ``Fault``.
    package func history(ofCase number: Int) throws -> [CaseVersion] {
        let find = { [self] in
            try require(.casesListed, about: number)
            return try entryICanSee(number)
        }
        return try revealing(.casesListed, find, as: { Reveal(case: number, reason: reason(for: $0.record)) }) { entry in
            let record = entry.record
            let author = name(of: record.author)
            let firstRead = entry.reads.filter { $0.member != record.author }.map(\.first).min()
            var versions: [CaseVersion] = []
            for (place, version) in record.earlier.enumerated() {
                let replaced = place + 1 < record.earlier.count ? record.earlier[place + 1].time : record.updated
                if let firstRead, firstRead <= replaced {
                    versions.append(CaseVersion(version: version.number, author: author, time: version.time))
                }
            }
            return versions + [CaseVersion(version: record.version, author: author, time: record.updated)]
        }
    }

    private func caseToShow(_ number: Int) throws -> CaseRecord {
        try require(.caseOpened, about: number)
        return try caseICanSee(number)
    }

    private func openingCase<Answer>(_ find: () throws -> CaseRecord, _ body: (CaseRecord) throws -> Answer) throws -> Answer {
        func reveal(_ record: CaseRecord) -> Reveal {
            let deepest: Part = mayOpen(record.body) ? .body : .summary
            return Reveal(case: record.number, part: deepest, version: record.version, reason: reason(for: record))
        }
        return try revealing(.caseOpened, find, as: reveal) { record in
            do { return try body(record) } catch let fault as PartFault { throw fault.fault(case: record.number, note: nil) }
        }
    }

    private func text(of record: CaseRecord) throws -> CaseText {
        let summary = try summary(of: record)
        let body = try mayOpen(record.body) ? record.body.map { try open($0, of: record.item, version: record.version) } : nil
        return CaseText(verified: summary, body: try Self.kept(body ?? []))
    }

    /// Title and pitch. Throws ``PartFault``.
    func summary(of record: CaseRecord, found: [UInt8]? = nil) throws -> CaseSummary {
        guard let facts = record.summary else { throw PartFault.missing }
        let bytes = try open(facts, of: record.item, version: record.version, found: found)
        // The author committed to these bytes, so a summary that does not parse was written by a broken or hostile program.
        guard let summary = try? CaseSummary(parsing: bytes) else { throw PartFault.altered }
        return summary
    }

    /// One note, opened. Throws ``PartFault``.
    func answer(_ note: NoteRecord) throws -> NoteAnswer {
        let text = try open(note.body, of: note.item, version: note.version)
        return NoteAnswer(number: note.number, author: name(of: note.author), time: note.updated, text: try Self.kept(text))
    }

    /// A body as its author sealed it. One that breaks the rules for bodies was written by a broken or hostile program; repairing it would
    /// show something else than its author committed to. Throws ``PartFault``.
    private static func kept(_ bytes: [UInt8]) throws -> String {
        guard let body = try? BodyText(kept: bytes) else { throw PartFault.altered }
        return body.text
    }
}
