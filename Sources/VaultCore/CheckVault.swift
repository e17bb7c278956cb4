import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `check`: is everything here whole? Every entry and payload as this home verified it, every part present with its right bytes; with
    /// `deep` also opened and compared with its author's commitment. Appends nothing, shows no content, goes on after each finding.
    /// `progress` hears how many of how many items were looked at. Throws ``Fault``.
    package func check(deep: Bool, progress: (Int, Int) -> Void) throws -> CheckAnswer {
        var log = LogCheck(session: self)
        var findings = try log.run(edge.size)
        var items = 0
        var opened = 0
        try eachCase { entry in
            let record = entry.record
            // Of a circle that nobody is in any more nothing is left to look at.
            let parts = record.parts.filter { state.circles[$0.facts.circle] != nil }
            for part in parts {
                let (kind, wasOpened) = try look(at: part, deep: deep)
                if wasOpened { opened += 1 }
                if let kind {
                    findings.append(
                        Finding(
                            kind: kind, index: nil, caseNumber: record.number, note: part.note, attachment: part.attachment,
                            part: part.facts.part, version: part.version))
                }
            }
            items += parts.isEmpty ? 0 : 1 + parts.count { $0.note != nil } + Set(parts.compactMap(\.attachment)).count
            progress(record.number, state.lastCase)
        }
        return CheckAnswer(
            items: items, partsOpened: opened, entries: edge.size, owedCircles: state.circles.values.filter(\.owesRotation).count,
            findings: findings)
    }

    /// What is wrong with a part, if anything, and whether it was opened.
    func look(at part: CaseRecord.LivePart, deep: Bool) throws -> (FindingKind?, Bool) {
        do {
            if deep, mayOpen(part.facts) {
                if part.isStreamed { try openStreamed(part) } else { _ = try open(part.facts, of: part.item, version: part.version) }
                return (nil, true)
            }
            try compareBytes(part.facts)
            return (nil, false)
        } catch let fault as PartFault {
            return (fault.finding, false)
        }
    }

    private func openStreamed(_ part: CaseRecord.LivePart) throws {
        let text = SealedAttachment(part.facts, of: part.item, in: self)
        _ = try text.begin()
        while try text.next() != nil {}
    }

    /// Whether the sealed bytes are those that the log names. Throws ``PartFault``.
    func compareBytes(_ facts: PartFacts) throws {
        guard facts.blob != Manifest.lost else { throw PartFault.altered }
        var digest = Digest()
        let isThere: Bool
        do {
            isThere = try vault.readBlob(facts.blob) { digest.update($0) }
        } catch let error as StoreError {
            if case .damaged = error { throw PartFault.altered }
            throw Fault(vault: error)
        }
        guard isThere else { throw PartFault.missing }
        guard BlobHash.of(digest) == facts.blob else { throw PartFault.altered }
    }
}
