import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Bram rotates the circle of all with a program of his own: right keys, right signature, and not what he should have sealed.
/// Nothing of it is shown as somebody's words, and `check` names what it is about.
struct RotatorTests {
    private let test: TestVault
    private let bram: Session

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        let anna = try test.open()
        _ = try anna.addCase(try CaseText(title: "Eerste", pitch: "Vraag", body: "Tekst."), share: true, dryRun: false)
        _ = try anna.addNote("Notitie.", toCase: 1, dryRun: false)
        _ = try anna.addCase(try CaseText(title: "Concept", pitch: nil, body: "Van Anna alleen."), share: false, dryRun: false)
        bram = try test.open(as: "Bram")
        _ = try bram.cases()
    }

    private static let summary = Manifest.Place(caseNumber: 1, part: .summary)
    private static let body = Manifest.Place(caseNumber: 1, part: .body)
    private static let note = Manifest.Place(caseNumber: 1, note: 1, part: .body)

    /// What Bram's program makes of the manifest, with the blobs that go with it.
    private func rotate(_ alter: (inout [Manifest.Place: BlobHash]) throws -> [[UInt8]]) throws {
        try bram.append {
            let circle = bram.state.groupCircle
            let drawn = try bram.draw([circle: bram.state.circles[circle]?.members ?? []])
            guard let sealed = drawn.adding.first(where: { $0.hash == drawn.rotation.manifest }),
                let manifest = try bram.keys.open(manifest: sealed.bytes, epoch: drawn.epoch)
            else { throw TestFailure() }
            var places = manifest.blobs
            let more = try alter(&places) + [try bram.keys.seal(Manifest(blobs: places), epoch: drawn.epoch)]
            guard let name = more.last.map(BlobHash.of) else { throw TestFailure() }
            let rotation = Rotation(circles: drawn.rotation.circles, link: drawn.rotation.link, manifest: name)
            var change = Change(
                payload: Payload(.circleRotated, .rotation(rotation)), drawn, adding: more.map { Blob(hash: BlobHash.of($0), bytes: $0) })
            change.adding.removeAll { $0.hash == sealed.hash }
            return change
        }
    }

    /// Another text for a part, sealed under the new key with its author's own salt.
    private func altered(_ text: String, _ place: Manifest.Place) throws -> [UInt8] {
        guard let part = try bram.membership.caseEntry(1)?.record.parts.first(where: { $0.place == place }),
            let generation = bram.state.circles[part.facts.circle]?.generation
        else { throw TestFailure() }
        let salt = try bram.openKeepingSalt(part.facts, of: part.item, version: part.version).salt
        let context = PartContext(
            group: bram.groupID, circle: part.facts.circle, generation: generation + 1, item: part.item, part: part.facts.part,
            version: part.version)
        return try bram.keys.withCircleKey(part.facts.circle, generation + 1) {
            bram.sealer.seal(Array(text.utf8), salt: salt, under: $0, context: context).bytes
        }
    }

    private func expect(_ expected: String...) throws {
        let found = try test.open(readOnly: true).check(deep: true) { _, _ in }.findings
        #expect(found.map { "\($0.caseNumber ?? 0) \($0.note ?? 0) \($0.part?.rawValue ?? "") \($0.kind.rawValue)" } == expected)
        #expect(try test.open().show(case: 2).text.body == "Van Anna alleen.")
        #expect(try test.open().verifyLog().findings == [])
    }

    @Test func whoAltersAColleaguesTextIsFound() throws {
        try rotate { places in
            let bytes = try altered("Andere tekst.", Self.body)
            places[Self.body] = BlobHash.of(bytes)
            return [bytes]
        }
        #expect(throws: Fault.partDamaged(case: 1, note: nil)) { try test.open().show(case: 1) }
        try expect("1 0 body text-altered")
    }

    @Test func whoAltersAColleaguesNoteIsFound() throws {
        try rotate { places in
            let bytes = try altered("Andere notitie.", Self.note)
            places[Self.note] = BlobHash.of(bytes)
            return [bytes]
        }
        let shown = try test.open().show(case: 1)
        #expect(shown.text.body == "Tekst." && shown.notes.isEmpty && shown.damagedNotes == [1])
        try expect("1 1 body text-altered")
    }

    @Test func whoAltersAColleaguesTitleIsFound() throws {
        try rotate { places in
            let bytes = try altered("{\"title\":\"Andere titel\"}", Self.summary)
            places[Self.summary] = BlobHash.of(bytes)
            return [bytes]
        }
        let list = try test.open().cases()
        #expect(list.damaged == [1] && list.items.map(\.number) == [2])
        try expect("1 0 summary text-altered")
    }

    @Test func aPartLeftOutOfTheManifestIsFound() throws {
        try rotate { places in
            places[Self.note] = nil
            return []
        }
        #expect(try test.open().show(case: 1).damagedNotes == [1])
        try expect("1 1 body part-missing")
    }

    @Test func aPartThatTheManifestPutsNowhereIsFound() throws {
        try rotate { places in
            places[Self.body] = .filled(7)
            return []
        }
        #expect(throws: Fault.partDamaged(case: 1, note: nil)) { try test.open().show(case: 1) }
        try expect("1 0 body part-missing")
    }

    /// One part's sealed bytes in another's place.
    @Test func partsThatChangedPlacesAreFound() throws {
        try rotate { places in
            (places[Self.body], places[Self.note]) = (places[Self.note], places[Self.body])
            return []
        }
        try expect("1 0 body part-lost", "1 1 body part-lost")
    }

    /// A manifest speaks for the circles that its entry rotates, and for no draft of anybody's.
    @Test func partsOfOtherCirclesStayWhereTheyAre() throws {
        try rotate { places in
            for part in [Part.summary, .body] { places[Manifest.Place(caseNumber: 2, part: part)] = .filled(7) }
            return []
        }
        try expect()
    }

    @Test func aManifestThatIsNoneLeavesThePartsMissing() throws {
        try bram.append {
            let circle = bram.state.groupCircle
            let drawn = try bram.draw([circle: bram.state.circles[circle]?.members ?? []])
            var change = Change(payload: Payload(.circleRotated, .rotation(drawn.rotation)), drawn)
            change.adding = change.adding.map { blob in
                blob.hash == drawn.rotation.manifest ? Blob(hash: blob.hash, bytes: Array("garbage".utf8)) : blob
            }
            return change
        }
        try expect("1 0 summary part-missing", "1 0 body part-missing", "1 1 body part-missing")
    }

    /// The author takes a case elsewhere, and a colleague's note comes out as another.
    @Test func anAuthorWhoAltersANoteWhileSharingIsFound() throws {
        _ = try bram.addCase(try CaseText(title: "Van Bram", pitch: nil, body: "Zijn tekst."), share: true, dryRun: false)
        let noted = try test.open().addNote("Notitie van Anna.", toCase: 3, dryRun: false)
        let again = bram
        try again.catchUp()
        try again.beginPrivateCircle()
        try again.append {
            let record = try again.caseOfMine(3)
            guard let own = again.state.privateCircle(of: again.me), let note = record.note(noted) else { throw TestFailure() }
            let change = try again.move(record, .caseWithdrawn, summaryTo: own, bodyTo: own)
            guard case .caseMoved(let move) = change.payload.body else { throw TestFailure() }
            let salt = try again.openKeepingSalt(note.body, of: note.item, version: 1).salt
            let context = PartContext(
                group: again.groupID, circle: own.id, generation: own.generation, item: note.item, part: .body, version: 1)
            let bytes = try again.keys.withCircleKey(own.id, own.generation) {
                again.sealer.seal(Array("Wat Anna niet schreef.".utf8), salt: salt, under: $0, context: context).bytes
            }
            let moved = CaseMove(
                number: 3, summary: move.summary, body: move.body,
                notes: [.init(number: noted, body: .init(circle: own.id, generation: own.generation, blob: BlobHash.of(bytes)))])
            return Change(
                payload: Payload(.caseWithdrawn, .caseMoved(moved)), adding: change.adding + [Blob(hash: BlobHash.of(bytes), bytes: bytes)],
                removing: change.removing)
        }
        #expect(try again.show(case: 3).damagedNotes == [noted])
        let found = try again.check(deep: true) { _, _ in }.findings
        #expect(found.map(\.kind) == [.textAltered] && found.first?.note == noted)
        // Shared again it is carried along, and everybody sees that it is not Anna's.
        #expect(throws: Fault.partDamaged(case: 3, note: noted)) {
            try again.share(case: 3, pitchOnly: false, without: [], dryRun: false)
        }
    }
}
