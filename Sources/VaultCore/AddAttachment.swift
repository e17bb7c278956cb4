import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

extension Session {
    /// `attach add`: in the circle of the case's body. Returns the attachment's number in the case. Throws ``Fault``: no such case, text
    /// not shared, closed, no room, the file changed while it was read.
    package func attach(_ source: AttachmentSource, toCase number: Int, dryRun: Bool) throws -> Int {
        try require(.attachmentAdded, about: number)
        var attachment = try nextAttachment(number).number
        if dryRun { return attachment }
        try requireRoom(for: SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: source.length)))
        let item = ItemID.random()
        try append {
            let next = try nextAttachment(number)
            attachment = next.number
            meter.expect(2 * source.length)
            let text = AttachmentSummary(name: source.name, length: source.length).bytes
            let (summary, blob) = try seal(text, .summary, of: item, version: AttachmentRecord.version, in: next.circle)
            let context = PartContext(
                group: groupID, circle: next.circle.id, generation: next.circle.generation, item: item, part: .body,
                version: AttachmentRecord.version)
            let (commitment, stream) = try sealTwice(source, as: context)
            let body = PartFacts(
                part: .body, circle: context.circle, generation: context.generation, blob: stream.hash, commitment: commitment)
            let writing = AttachmentWriting(
                caseNumber: number, number: attachment, item: item, version: AttachmentRecord.version, summary: summary, body: body)
            return Change(payload: Payload(.attachmentAdded, .attachmentWritten(writing)), adding: [blob], streaming: [stream])
        }
        return attachment
    }

    private func nextAttachment(_ number: Int) throws -> (number: Int, circle: Circle) {
        let record = try caseTakingNotes(number)
        guard let circle = record.body.flatMap({ state.circles[$0.circle] }) else { throw Fault.noSuchCase(number) }
        return ((record.attachments.last?.number ?? 0) + 1, circle)
    }
}
