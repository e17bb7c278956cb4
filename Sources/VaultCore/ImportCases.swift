import VaultCrypto
import VaultFormat
package import VaultLog
import VaultStore

extension Session {
    /// `import`: every text becomes a case, all in one entry, so that all of them are there or none. `progress` hears how many of how many
    /// are sealed. Throws ``Fault``.
    package func importCases(_ texts: [CaseText], share: Bool, dryRun: Bool, progress: (Int, Int) -> Void) throws -> CasesImported {
        try require(.casesImported)
        let state: CaseState = share ? .shared : .draft
        guard !texts.isEmpty else { return CasesImported(numbers: nil, state: state) }
        if dryRun { return CasesImported(numbers: self.state.lastCase + 1...self.state.lastCase + texts.count, state: state) }
        if !share { try beginPrivateCircle() }
        let items = texts.map { _ in ItemID.random() }
        try append {
            guard let circle = share ? self.state.circles[self.state.groupCircle] : self.state.privateCircle(of: me) else {
                throw OurBug(place: "a member without a circle of their own")
            }
            return try importing(Array(zip(items, texts)), into: circle, progress)
        }
        return CasesImported(numbers: self.state.lastCase - texts.count + 1...self.state.lastCase, state: state)
    }

    private func importing(_ cases: [(ItemID, CaseText)], into circle: Circle, _ progress: (Int, Int) -> Void) throws -> Change {
        var items: [ImportList.Item] = []
        var blobs: [Blob] = []
        items.reserveCapacity(cases.count)
        blobs.reserveCapacity(2 * cases.count + 1)
        for (item, text) in cases {
            let parts = try sealParts(text, of: item, version: 1, summaryIn: circle, bodyIn: circle)
            items.append(ImportList.Item(id: item, summary: ImportList.Sealed(parts.summary), body: ImportList.Sealed(parts.body)))
            blobs += parts.blobs
            progress(items.count, cases.count)
        }
        let sealed = try keys.seal(ImportList(items: items), epoch: state.epoch)
        let list = Blob(hash: BlobHash.of(sealed), bytes: sealed)
        let work = CaseImport(
            first: state.lastCase + 1, count: items.count, circle: circle.id, generation: circle.generation, list: list.hash)
        return Change(payload: Payload(.casesImported, .imported(work)), adding: [list] + blobs)
    }
}

extension ImportList.Sealed {
    fileprivate init(_ facts: PartFacts) { self.init(blob: facts.blob, commitment: facts.commitment) }
}

/// Answer to `import`.
package struct CasesImported: Sendable {
    /// The numbers they got, or would get; nil where there was no text.
    package let numbers: ClosedRange<Int>?
    /// Draft or shared.
    package let state: CaseState
}
