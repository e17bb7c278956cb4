import VaultFormat

/// The rules for what is written and read: numbers and versions follow one another, authors change their own words,
/// and nothing is sealed in a circle that is not the signer's, is not current, or owes a rotation.
struct CaseRules {
    let entry: VerifiedEntry
    let state: GroupState
    /// What the import of this entry lists.
    let list: ImportList?

    private var signer: MemberID { entry.signer.member }
    private var author: Int { state.member(signer)?.number ?? 0 }
    private var time: Instant { entry.text.time }

    func apply(_ payload: Payload, to state: inout GroupState, cases: inout [Int: CaseRecord]) throws(VoidReason) -> Replay.Effect {
        switch payload.body {
        case .founding, .acceptance, .removal, .until, .leaving, .ending, .refresh, .circle, .rotation, .rewrapping, .lineLeft, .expiry:
            throw .founder
        case .caseMoved(let move):
            let before = cases[move.number]?.summary?.circle
            cases[move.number] = try moved(move, payload.event, cases)
            if let before { state.circles[before]?.cases -= 1 }
            state.circles[move.summary.circle]?.cases += 1
        case .caseWritten(let writing):
            if payload.event == .caseAdded {
                cases[writing.number] = try added(writing)
                state.lastCase = writing.number
                state.circles[writing.summary.circle]?.cases += 1
            } else {
                cases[writing.number] = try changed(writing, cases)
            }
        case .imported(let work):
            for record in try imported(work) { cases[record.number] = record }
            state.lastCase = work.numbers.upperBound
            state.circles[work.circle]?.cases += work.count
        case .caseNamed(let number): cases[number] = try closed(number, cases)
        case .erasure(let number, let rotation):
            let record = try erasable(number, cases)
            let summary = record.summary?.circle
            state = try MembershipRules(entry: entry, state: state).erased(Array(record.circles), rotation)
            if let summary { state.circles[summary]?.cases -= 1 }
            cases[number] = record.erased(at: entry.index, rotating: Set(rotation.circles.map(\.id)))
        case .noteWritten(let writing):
            cases[writing.caseNumber] =
                payload.event == .noteAdded ? try noteAdded(writing, cases) : try noteChanged(writing, cases)
        case .attachmentWritten(let writing): cases[writing.caseNumber] = try attachmentAdded(writing, cases)
        case .reveal(let reveal):
            try check(reveal, of: payload.event, cases)
            return .witnessed(payload)
        case .searched(let hits):
            for hit in hits { try check(hit, cases) }
            return .witnessed(payload)
        case .logRead(let number):
            guard number.map({ cases[$0] != nil }) ?? true else { throw .unknownItem }
            return .witnessed(payload)
        case .restoration(let restoration):
            // A home never goes back, so what it restores from is a beginning of what it knows.
            guard restoration.size <= entry.index else { throw .number }
            return .witnessed(payload)
        case .logExported, .backup, .refusal:
            return .witnessed(payload)
        }
        return .changed(payload)
    }

    private func added(_ writing: CaseWriting) throws(VoidReason) -> CaseRecord {
        guard writing.number == state.lastCase + 1 else { throw .number }
        guard writing.version == 1 else { throw .version }
        let summary = try sealable(writing.summary)
        let body = try sealable(writing.body)
        // Parts of a case come to stand in two circles by sharing one of them, not by adding them so.
        guard summary.id == body.id else { throw .circle }
        return CaseRecord(
            number: writing.number, item: writing.item, author: author, state: body.kind == .private ? .draft : .shared, version: 1,
            updated: time, summary: writing.summary, body: writing.body, earlier: [], notes: [])
    }

    /// Many cases at once: each as if it had been added.
    private func imported(_ work: CaseImport) throws(VoidReason) -> [CaseRecord] {
        guard work.first == state.lastCase + 1 else { throw .number }
        let circle = try sealable(work.circle, work.generation)
        guard let list else { throw .notCanonical }
        guard list.items.count == work.count else { throw .number }
        func facts(_ part: Part, _ sealed: ImportList.Sealed) -> PartFacts {
            PartFacts(part: part, circle: work.circle, generation: work.generation, blob: sealed.blob, commitment: sealed.commitment)
        }
        return zip(work.numbers, list.items).map { number, item in
            CaseRecord(
                number: number, item: item.id, author: author, state: circle.kind == .private ? .draft : .shared, version: 1, updated: time,
                summary: facts(.summary, item.summary), body: facts(.body, item.body), earlier: [], notes: [])
        }
    }

    private func changed(_ writing: CaseWriting, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        var record = try open(writing.number, cases)
        guard record.author == author else { throw .author }
        guard record.item == writing.item else { throw .item }
        guard writing.version == record.version + 1 else { throw .version }
        guard try sealable(writing.summary).id == record.summary?.circle, try sealable(writing.body).id == record.body?.circle else {
            throw .circle
        }
        record.earlier.append(CaseRecord.Version(number: record.version, time: record.updated))
        record.version = writing.version
        record.updated = time
        record.summary = writing.summary
        record.body = writing.body
        return record
    }

    /// `case.shared` and `case.withdrawn`: by the author; to circles the author is in; every note and attachment, whoever wrote it, goes
    /// where the text goes. Sharing opens a closed case again, withdrawing does not.
    private func moved(_ move: CaseMove, _ event: Event, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        guard var record = event == .caseWithdrawn ? try open(move.number, cases) : cases[move.number] else { throw .unknownItem }
        guard let summary = record.summary, let body = record.body else { throw .closed }
        guard record.author == author else { throw .author }
        guard record.notes.map(\.number) == move.notes.map(\.number),
            record.attachments.map(\.number) == move.attachments.map(\.number)
        else { throw .number }
        let summaryCircle = try sealable(move.summary), bodyCircle = try sealable(move.body)
        if event == .caseWithdrawn {
            guard summaryCircle.kind == .private, bodyCircle.id == summaryCircle.id else { throw .circle }
        } else {
            // Shared: others see at least the pitch, and whoever may read the text may read the pitch.
            guard summaryCircle.kind != .private, Set(bodyCircle.members).isSubset(of: summaryCircle.members) else { throw .circle }
        }
        let beside = move.notes.map(\.body) + move.attachments.flatMap { [$0.summary, $0.body] }
        guard beside.allSatisfy({ $0.circle == move.body.circle && $0.generation == move.body.generation }) else { throw .circle }
        record.summary = summary.moved(to: move.summary)
        record.body = body.moved(to: move.body)
        for place in record.notes.indices { record.notes[place].body = record.notes[place].body.moved(to: move.notes[place].body) }
        for (place, attachment) in move.attachments.enumerated() {
            record.attachments[place].summary = record.attachments[place].summary.moved(to: attachment.summary)
            record.attachments[place].body = record.attachments[place].body.moved(to: attachment.body)
        }
        record.state = event == .caseWithdrawn ? .draft : .shared
        return record
    }

    private func closed(_ number: Int, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        var record = try open(number, cases)
        guard let closer = state.member(signer), state.mayEnd(record, closer) else { throw .author }
        record.state = .closed
        return record
    }

    /// A case that the signer may erase, closed or not.
    private func erasable(_ number: Int, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        guard let record = cases[number] else { throw .unknownItem }
        guard record.state != .erased else { throw .closed }
        guard let eraser = state.member(signer), state.mayEnd(record, eraser) else { throw .author }
        return record
    }

    private func noteAdded(_ writing: NoteWriting, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        var record = try open(writing.caseNumber, cases)
        guard writing.number == (record.notes.last?.number ?? 0) + 1 else { throw .number }
        guard writing.version == 1 else { throw .version }
        guard try sealable(writing.body).id == record.body?.circle else { throw .circle }
        record.notes.append(
            NoteRecord(number: writing.number, item: writing.item, author: author, version: 1, updated: time, body: writing.body))
        return record
    }

    private func noteChanged(_ writing: NoteWriting, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        var record = try open(writing.caseNumber, cases)
        guard let place = record.notes.firstIndex(where: { $0.number == writing.number }) else { throw .unknownItem }
        var note = record.notes[place]
        guard note.author == author else { throw .author }
        guard note.item == writing.item else { throw .item }
        guard writing.version == note.version + 1 else { throw .version }
        guard try sealable(writing.body).id == record.body?.circle else { throw .circle }
        note.version = writing.version
        note.updated = time
        note.body = writing.body
        record.notes[place] = note
        return record
    }

    private func attachmentAdded(_ writing: AttachmentWriting, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        var record = try open(writing.caseNumber, cases)
        guard writing.number == (record.attachments.last?.number ?? 0) + 1 else { throw .number }
        guard writing.version == AttachmentRecord.version else { throw .version }
        guard try sealable(writing.summary).id == record.body?.circle, try sealable(writing.body).id == record.body?.circle else {
            throw .circle
        }
        record.attachments.append(
            AttachmentRecord(
                number: writing.number, item: writing.item, author: author, added: time, summary: writing.summary, body: writing.body))
        return record
    }

    private func check(_ reveal: Reveal, of event: Event, _ cases: [Int: CaseRecord]) throws(VoidReason) {
        guard let number = reveal.caseNumber else { return }
        guard let record = cases[number], record.state != .erased else { throw .unknownItem }
        guard reveal.attachment.map({ record.attachment($0) != nil }) ?? true else { throw .unknownItem }
        let ofBody = reveal.part == .body || event == .noteOpened || event == .attachmentSaved
        guard mayOpen(ofBody ? record.body : record.summary) else { throw .circle }
        guard reveal.version.map({ $0 == record.version }) ?? true else { throw .version }
        guard reveal.reason == (record.author == author ? .own : .sharedWithGroup) else { throw .reason }
    }

    private func check(_ hit: Hit, _ cases: [Int: CaseRecord]) throws(VoidReason) {
        guard let record = cases[hit.caseNumber], record.state != .erased else { throw .unknownItem }
        guard mayOpen(record.summary), hit.part == .summary && hit.notes.isEmpty || mayOpen(record.body) else { throw .circle }
        let notes = Set(record.notes.map(\.number))
        guard hit.notes.allSatisfy(notes.contains) else { throw .unknownItem }
    }

    /// A case that still takes notes and edits.
    private func open(_ number: Int, _ cases: [Int: CaseRecord]) throws(VoidReason) -> CaseRecord {
        guard let record = cases[number] else { throw .unknownItem }
        guard record.state == .draft || record.state == .shared else { throw .closed }
        return record
    }

    private func mayOpen(_ part: PartFacts?) -> Bool {
        part.flatMap { state.circles[$0.circle] }?.members.contains(signer) ?? false
    }

    /// The circle of a part that is being sealed now.
    private func sealable(_ part: PartFacts) throws(VoidReason) -> Circle { try sealable(part.circle, part.generation) }

    private func sealable(_ part: CaseMove.MovedPart) throws(VoidReason) -> Circle { try sealable(part.circle, part.generation) }

    private func sealable(_ id: CircleID, _ generation: Int) throws(VoidReason) -> Circle {
        guard let circle = state.circles[id], circle.kind != .log, circle.members.contains(signer), circle.generation == generation,
            !circle.owesRotation
        else { throw .circle }
        return circle
    }
}

extension PartFacts {
    /// The same version of the same text, elsewhere.
    fileprivate func moved(to place: CaseMove.MovedPart) -> PartFacts {
        PartFacts(part: part, circle: place.circle, generation: place.generation, blob: place.blob, commitment: commitment)
    }
}
