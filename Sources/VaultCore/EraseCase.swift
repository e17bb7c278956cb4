import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `case erase`: title, text, notes and attachments leave the vault, and the circles they stood in get new keys, in one transaction. By
    /// its author; after the author has gone by whoever may close it. Of a case that was erased before it says how far that is, without an
    /// entry. Throws ``Fault``: no such case, not yours, text not shared, key undelivered.
    package func erase(case number: Int, dryRun: Bool) throws -> CaseErased {
        try require(.caseErased, about: number)
        if let erasure = try erasure(of: number) { return CaseErased(before: number, keys: try keysTaken(since: erasure)) }
        var record = try caseToErase(number)
        if dryRun {
            let parts = try foreseenParts(in: record.circles, but: number)
            let keys = KeysTaken(by: [], notBy: readers(in: record.circles).map { name(of: $0.id) })
            return CaseErased(record, rewritten: parts.carried, lost: parts.lost, keys: keys)
        }
        var drawn: DrawnRotation?
        try append {
            record = try caseToErase(number)
            let circles = record.circles.compactMap { state.circles[$0] }
            let now = try draw(Dictionary(uniqueKeysWithValues: circles.map { ($0.id, $0.members) }), erased: number)
            drawn = now
            return Change(
                payload: Payload(.caseErased, .erasure(case: number, now.rotation)), now, removing: record.parts.map(\.facts.blob))
        }
        guard let drawn, let erasure = try erasure(of: number) else { throw OurBug(place: "erased without a trace") }
        // It is erased, whatever comes of forgetting my own old keys at once; the answer says whether they are gone.
        try? settle()
        _ = try? dropDraftsOfWhatIsGone()
        return CaseErased(record, rewritten: drawn.rewritten, lost: drawn.lost, keys: try keysTaken(since: erasure))
    }

    /// A case that I may erase.
    private func caseToErase(_ number: Int) throws -> CaseRecord {
        let record = try caseICanSee(number)
        guard state.mayEnd(record, myself) else { throw Fault.notYours }
        // New keys are drawn by somebody who is in the circle, and can open what others have in it.
        for circle in record.circles.compactMap({ state.circles[$0] }) {
            guard circle.members.contains(me) else { throw Fault.textNotShared(number) }
            guard try keys.holds(circle) else { throw Fault.keyUndelivered }
        }
        return record
    }

    /// How a case ended, where it has, for its author and for those who are in a circle it stood in.
    private func erasure(of number: Int) throws -> CaseRecord.Erasure? {
        guard let record = try membership.caseEntry(number)?.record, let erasure = record.erasure,
            record.author == myself.number || readers(in: erasure.circles).contains(where: { $0.id == me })
        else { return nil }
        return erasure
    }

    /// Who of those who could open it has new keys and none that would still open an old copy: of myself my home says so, of the others
    /// that they have written in the log since, and owe it no fresh key.
    private func keysTaken(since erasure: CaseRecord.Erasure) throws -> KeysTaken {
        var wrote: Set<Int> = []
        for index in erasure.index..<edge.size {
            let line = try loggedLine(index)
            if let member = line.member, !line.isVoid { wrote.insert(member) }
        }
        let others = state.activeMembers.filter { $0.id != me && wrote.contains($0.number) && !state.owesFreshKey($0.id) }.map(\.number)
        let taken = try Set(others + (holdsEndedKey(of: erasure.circles) ? [] : [myself.number]))
        let readers = readers(in: erasure.circles)
        return KeysTaken(
            by: readers.filter { taken.contains($0.number) }.map { name(of: $0.id) },
            notBy: readers.filter { !taken.contains($0.number) }.map { name(of: $0.id) })
    }

    /// Members who are in one of these circles.
    private func readers(in circles: Set<CircleID>) -> [Member] {
        let ids = Set(circles.flatMap { state.circles[$0]?.members ?? [] })
        return state.activeMembers.filter { ids.contains($0.id) }
    }

    private func holdsEndedKey(of circles: Set<CircleID>) throws -> Bool {
        if state.owesFreshKey(me) { return true }
        return try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("circle")) }.contains { name in
            circles.contains { $0.bytes == name.circle && name.generation < state.circles[$0]?.generation ?? 0 }
        }
    }
}
