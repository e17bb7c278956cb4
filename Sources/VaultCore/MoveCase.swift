import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// Takes a case with its notes to other circles: what `case share` and `case withdraw` have in common.
extension Session {
    /// What an entry says that moves a case, to be called inside an append: every part that has to stand elsewhere sealed anew there, the
    /// others where they are. Throws ``Fault/partDamaged(case:note:)``, and ``Fault/textNotShared(_:)`` where a part is not mine to open.
    func move(_ record: CaseRecord, _ event: Event, summaryTo: Circle, bodyTo: Circle) throws -> Change {
        var adding: [Blob] = []
        var removing: [BlobHash] = []
        var places: [Manifest.Place: CaseMove.MovedPart] = [:]
        for part in record.parts {
            let circle = part.facts.part == .summary ? summaryTo : bodyTo
            var name = part.facts.blob
            if isLost(part.facts) {
                name = Manifest.lost
            } else if part.facts.circle != circle.id {
                guard mayOpen(part.facts) else { throw Fault.textNotShared(record.number) }
                do {
                    let blob = try sealAnew(part, in: circle.id, generation: circle.generation)
                    adding.append(blob)
                    removing.append(name)
                    name = blob.hash
                } catch let fault as PartFault {
                    try requireUnmoved()
                    throw fault.fault(case: record.number, note: part.note)
                }
            }
            places[part.place] = CaseMove.MovedPart(circle: circle.id, generation: circle.generation, blob: name)
        }
        func place(_ part: Part, note: Int = 0) throws -> CaseMove.MovedPart {
            guard let place = places[Manifest.Place(caseNumber: record.number, note: note, part: part)] else {
                throw Fault.partDamaged(case: record.number, note: nil)
            }
            return place
        }
        let notes = try record.notes.map { CaseMove.MovedNote(number: $0.number, body: try place(.body, note: $0.number)) }
        let move = CaseMove(number: record.number, summary: try place(.summary), body: try place(.body), notes: notes)
        return Change(payload: Payload(event, .caseMoved(move)), adding: adding, removing: removing)
    }

    /// Whether a part is known to be gone: its circle went with its last member, or a rotation found it damaged. Nothing brings it back, so
    /// it stops nothing either.
    func isLost(_ part: PartFacts) -> Bool { part.blob == Manifest.lost || state.circles[part.circle] == nil }
}
