import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `case add`: a draft for my own eyes, or with `share` a case for the group. Throws ``Fault``.
    package func addCase(_ text: CaseText, share: Bool, dryRun: Bool) throws -> CaseAdded {
        try require(.caseAdded)
        if dryRun { return CaseAdded(number: state.lastCase + 1, title: nil, state: share ? .shared : .draft) }
        if !share { try beginPrivateCircle() }
        let item = ItemID.random()
        try append {
            guard let circle = share ? state.circles[state.groupCircle] : state.privateCircle(of: me) else {
                throw OurBug(place: "a member without a circle of their own")
            }
            let parts = try sealParts(text, of: item, version: 1, summaryIn: circle, bodyIn: circle)
            let writing = CaseWriting(number: state.lastCase + 1, item: item, version: 1, summary: parts.summary, body: parts.body)
            return Change(payload: Payload(.caseAdded, .caseWritten(writing)), adding: parts.blobs)
        }
        return CaseAdded(number: state.lastCase, title: text.title, state: share ? .shared : .draft)
    }

    /// Both parts of one version of a case, sealed.
    func sealParts(
        _ text: CaseText, of item: ItemID, version: Int, summaryIn: Circle, bodyIn: Circle
    ) throws -> (summary: PartFacts, body: PartFacts, blobs: [Blob]) {
        let summaryText = CaseSummary(title: text.title, pitch: text.pitch).bytes
        let (summary, summaryBlob) = try seal(summaryText, .summary, of: item, version: version, in: summaryIn)
        let (body, bodyBlob) = try seal(Array(text.body.utf8), .body, of: item, version: version, in: bodyIn)
        return (summary, body, [summaryBlob, bodyBlob])
    }
}
