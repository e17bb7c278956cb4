import VaultFormat
package import VaultLog

extension Session {
    /// `case edit`: a new version of both parts in the circles they are in; the old ones leave the vault. Returns the version.
    /// `expecting`: the version the text was begun from, where it was begun from one. Throws ``Fault``: no such case, not yours, closed,
    /// ``Fault/changedMeanwhile(case:note:)``, ``Fault/textLost(_:)``.
    package func edit(case number: Int, _ text: CaseText, expecting: Int? = nil, dryRun: Bool) throws -> Int {
        let before = try caseToChange(number).version
        guard expecting ?? before == before else { throw Fault.changedMeanwhile(case: number, note: nil) }
        let version = before + 1
        if dryRun { return version }
        try append {
            let record = try caseToChange(number)
            guard record.version == before else { throw Fault.changedMeanwhile(case: number, note: nil) }
            guard let summary = record.summary, let body = record.body, let summaryIn = state.circles[summary.circle],
                let bodyIn = state.circles[body.circle]
            else { throw Fault.textLost(number) }
            let parts = try sealParts(text, of: record.item, version: version, summaryIn: summaryIn, bodyIn: bodyIn)
            let writing = CaseWriting(number: number, item: record.item, version: version, summary: parts.summary, body: parts.body)
            return Change(
                payload: Payload(.caseChanged, .caseWritten(writing)), adding: parts.blobs, removing: [summary.blob, body.blob])
        }
        return version
    }

    /// `case close`: it takes no more notes or edits. Throws ``Fault``: no such case, not yours, closed already.
    package func close(case number: Int, dryRun: Bool) throws -> CaseState {
        try requireClosable(number)
        if dryRun { return .closed }
        try append {
            try requireClosable(number)
            return Change(payload: Payload(.caseClosed, .caseNamed(number)))
        }
        return .closed
    }

    private func requireClosable(_ number: Int) throws {
        try require(.caseClosed, about: number)
        let record = try caseICanSee(number)
        guard state.mayEnd(record, myself) else { throw Fault.notYours }
        guard record.state != .closed else { throw Fault.caseClosed(number) }
    }

    /// A case of mine that still takes edits.
    func caseToChange(_ number: Int) throws -> CaseRecord {
        try require(.caseChanged, about: number)
        let record = try caseOfMine(number)
        guard record.state != .closed else { throw Fault.caseClosed(number) }
        return record
    }

    /// A case that I brought.
    func caseOfMine(_ number: Int) throws -> CaseRecord {
        let record = try caseICanSee(number)
        guard record.author == myself.number else { throw Fault.notYours }
        return record
    }

    /// A case of which I may open at least the summary. Others' drafts do not exist for me.
    func caseICanSee(_ number: Int) throws -> CaseRecord { try entryICanSee(number).record }

    /// The same with who has read it.
    func entryICanSee(_ number: Int) throws -> CaseEntry {
        guard let entry = try membership.caseEntry(number), entry.record.state != .erased,
            mayOpen(entry.record.summary) || mayOpen(entry.record.body)
        else { throw Fault.noSuchCase(number) }
        return entry
    }

    /// What to say of a case whose text I cannot open: only its author can do something where its key is gone.
    func textFault(_ record: CaseRecord) -> Fault {
        let isMine = record.author == myself.number
        return isMine && record.body.map { state.circles[$0.circle] == nil } == true
            ? .textLost(record.number) : .textNotShared(record.number)
    }

    /// Why I may look at a case.
    func reason(for record: CaseRecord) -> Reason { record.author == myself.number ? .own : .sharedWithGroup }
}
