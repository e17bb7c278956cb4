import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Takes a case with its notes and attachments to other circles: what `case share` and `case withdraw` have in common.
extension Session {
    /// What an entry says that moves a case, to be called inside an append: every part that has to stand elsewhere sealed anew there, the
    /// others where they are. Throws ``Fault/partDamaged(case:note:)``, ``Fault/attachmentDamaged(case:attachment:)``, and
    /// ``Fault/textNotShared(_:)`` where a part is not mine to open.
    func move(_ record: CaseRecord, _ event: Event, summaryTo: Circle, bodyTo: Circle) throws -> Change {
        try requireRoom(toMove: record, to: bodyTo)
        var adding: [Blob] = []
        var streaming: [BlobStream] = []
        var removing: [BlobHash] = []
        var places: [Manifest.Place: CaseMove.MovedPart] = [:]
        for part in record.parts {
            // Title and pitch alone; what an attachment is called stands where the text stands.
            let circle = part.facts.part == .summary && part.attachment == nil ? summaryTo : bodyTo
            var name = part.facts.blob
            if isLost(part.facts) {
                name = Manifest.lost
            } else if part.facts.circle != circle.id {
                guard mayOpen(part.facts) else { throw Fault.textNotShared(record.number) }
                do {
                    removing.append(name)
                    if part.isStreamed {
                        let stream = try streamAnew(part, in: circle.id, generation: circle.generation)
                        streaming.append(stream)
                        name = stream.hash
                    } else {
                        let blob = try sealAnew(part, in: circle.id, generation: circle.generation)
                        adding.append(blob)
                        name = blob.hash
                    }
                } catch let fault as PartFault {
                    try requireUnmoved()
                    throw fault.fault(case: record.number, note: part.note, attachment: part.attachment)
                }
            }
            places[part.place] = CaseMove.MovedPart(circle: circle.id, generation: circle.generation, blob: name)
        }
        func place(_ part: Part, note: Int = 0, attachment: Int = 0) throws -> CaseMove.MovedPart {
            guard let place = places[Manifest.Place(caseNumber: record.number, note: note, attachment: attachment, part: part)] else {
                throw Fault.partDamaged(case: record.number, note: nil)
            }
            return place
        }
        let notes = try record.notes.map { CaseMove.MovedNote(number: $0.number, body: try place(.body, note: $0.number)) }
        let attachments = try record.attachments.map {
            CaseMove.MovedAttachment(
                number: $0.number, summary: try place(.summary, attachment: $0.number), body: try place(.body, attachment: $0.number))
        }
        let move = CaseMove(
            number: record.number, summary: try place(.summary), body: try place(.body), notes: notes, attachments: attachments)
        return Change(payload: Payload(event, .caseMoved(move)), adding: adding, streaming: streaming, removing: removing)
    }

    private func requireRoom(toMove record: CaseRecord, to circle: Circle) throws {
        try requireRoom(toSealAnew: record.parts.filter { $0.isStreamed && $0.facts.circle != circle.id })
    }

    /// Whether a part is known to be gone: its circle went with its last member, or a rotation found it damaged. Nothing brings it back, so
    /// it stops nothing either.
    func isLost(_ part: PartFacts) -> Bool { part.blob == Manifest.lost || state.circles[part.circle] == nil }
}
