import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Cases that go back to their author, and what others may do once the author has gone.
struct WithdrawTests {
    private let test: TestVault

    /// Anna and Bram; case 1 is shared, with two notes of Anna's and one of Bram's, case 2 a draft of Anna's.
    init() throws {
        test = try TestVault.withSharedCase()
        _ = try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false)
    }

    private func expectWhole(_ people: [String] = ["Anna", "Bram"]) throws {
        for person in people {
            let session = try test.open(as: person)
            #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
            #expect(try session.verifyLog().findings == [], "\(person)")
        }
    }

    @Test func itIsADraftAgainWithAllItsNotes() throws {
        let before = try test.record(1)
        let blobs = try RawFile(test.path).count("blobs")
        let foreseen = try test.open(readOnly: true).withdraw(case: 1, dryRun: true)
        #expect(foreseen.notesOfOthers == 1)
        #expect(try test.open(as: "Bram").show(case: 1).notes.count == 3)
        let withdrawn = try test.open().withdraw(case: 1, dryRun: false)
        #expect(withdrawn.state == .draft && withdrawn.notesOfOthers == 1 && withdrawn.number == 1)
        // Bram's look and the withdrawal: two payloads; every part has moved.
        #expect(try RawFile(test.path).count("blobs") == blobs + 2)
        let after = try test.record(1)
        #expect(after.parts.map(\.facts.commitment) == before.parts.map(\.facts.commitment))
        let seen = try test.open().show(case: 1)
        #expect(seen.state == .draft)
        #expect(seen.notes.map(\.text) == ["Eerst bellen.", "Niet alleen gaan.", "Van Bram."])
        #expect(seen.notes.map(\.author) == ["Anna", "Anna", "Bram"])
        func bram() throws -> Session { try test.open(as: "Bram") }
        #expect(try bram().cases().items.isEmpty)
        #expect(throws: Fault.noSuchCase(1)) { try bram().show(case: 1) }
        #expect(throws: Fault.noSuchCase(1)) { try bram().edit(note: 3, ofCase: 1, "Anders.", dryRun: false) }
        #expect(throws: Fault.alreadyDraft(1)) { try test.open().withdraw(case: 1, dryRun: false) }
        try expectWhole()
    }

    @Test func onlyItsAuthorTakesItBackAndOnlyWhileItIsOpen() throws {
        let entries = try test.entries()
        #expect(throws: Fault.notYours) { try test.open(as: "Bram").withdraw(case: 1, dryRun: false) }
        #expect(throws: Fault.noSuchCase(2)) { try test.open(as: "Bram").withdraw(case: 2, dryRun: false) }
        #expect(throws: Fault.noSuchCase(3)) { try test.open().withdraw(case: 3, dryRun: false) }
        #expect(throws: Fault.alreadyDraft(2)) { try test.open().withdraw(case: 2, dryRun: false) }
        #expect(try test.entries() == entries)
    }

    @Test func aNewcomerBeginsACircleOfTheirOwnOnce() throws {
        let text = try CaseText(title: "Van Bram", pitch: "Pitch", body: "Tekst.")
        #expect(try test.run { session in session.state.circles.values.count { $0.kind == .private } } == 1)
        let entries = try test.entries()
        func bram() throws -> Session { try test.open(as: "Bram") }
        #expect(try bram().addCase(text, share: true, dryRun: false).number == 3)
        _ = try bram().share(case: 3, pitchOnly: true, without: [], dryRun: false)
        _ = try bram().withdraw(case: 3, dryRun: false)
        _ = try bram().addCase(text, share: false, dryRun: false)
        #expect(
            try test.logged(from: entries).map(\.event) == [.caseAdded, .circleCreated, .caseShared, .caseWithdrawn, .caseAdded])
        #expect(try test.open(as: "Bram").cases().items.map(\.number) == [1, 3, 4])
        #expect(try test.open().cases().items.map(\.number) == [1, 2])
        try expectWhole()
    }

    @Test func theWordsOutliveEveryRotation() throws {
        try test.admit("Chris")
        let before = try test.record(1).parts.map(\.facts.commitment)
        _ = try test.open().share(case: 1, pitchOnly: false, without: [.name("Chris")], dryRun: false)
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        try test.admit("Daan")
        _ = try test.open(as: "Daan").leave(withdrawMine: false, dryRun: false)
        _ = try test.open(as: "Bram").show(case: 1)
        _ = try test.open().withdraw(case: 1, dryRun: false)
        #expect(try test.record(1).parts.map(\.facts.commitment) == before)
        #expect(try test.open().show(case: 1).notes.last?.text == "Van Bram.")
        try expectWhole()
    }

    @Test func afterTheAuthorHasGoneOthersCloseWhatTheySeeOf() throws {
        try test.admit("Chris")
        let chris = try test.open(as: "Chris")
        for pitchOnly in [false, true] {
            let number = try chris.addCase(try CaseText(title: "Van Chris", pitch: "P", body: "T"), share: true, dryRun: false).number
            if pitchOnly { _ = try chris.share(case: number, pitchOnly: true, without: [], dryRun: false) }
            #expect(throws: Fault.notYours) { try test.open(as: "Bram").close(case: number, dryRun: false) }
        }
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        // The text of case 4 went with its author; its pitch is still there.
        for number in [3, 4] {
            #expect(throws: Fault.notYours) { try test.open().withdraw(case: number, dryRun: false) }
            #expect(throws: Fault.notYours) {
                try test.open(as: "Bram").edit(case: number, try CaseText(title: "A", pitch: nil, body: ""), dryRun: false)
            }
            #expect(try test.open(as: "Bram").close(case: number, dryRun: false) == .closed)
        }
        #expect(try test.open().cases().items.map(\.state) == [.shared, .draft, .closed, .closed])
        #expect(try test.open().verifyLog().findings == [])
    }

    /// Text and notes of a pitch, and drafts, stood in a circle that nobody else had; what is lost stops nothing.
    @Test func withNewKeysAnAuthorWritesAnewWhatWasLost() throws {
        let text = try CaseText(title: "Van Bram", pitch: "Pitch", body: "Tekst.")
        let bram = try test.open(as: "Bram")
        _ = try bram.addCase(text, share: true, dryRun: false)
        _ = try bram.addNote("Weg.", toCase: 3, dryRun: false)
        _ = try bram.share(case: 3, pitchOnly: true, without: [], dryRun: false)
        _ = try bram.addCase(text, share: false, dryRun: false)
        try test.admit("Bram nieuw", name: "Bram", replaces: .name("Bram"))
        func renewed() throws -> Session { try test.open(as: "Bram nieuw") }
        #expect(try renewed().cases().items.map(\.number) == [1, 3])
        #expect(throws: Fault.noSuchCase(4)) { try renewed().show(case: 4) }
        #expect(try renewed().show(case: 3).text.body == "")
        #expect(throws: Fault.textLost(3)) { try renewed().edit(case: 3, text, dryRun: false) }
        #expect(throws: Fault.textLost(3)) {
            try renewed().share(case: 3, pitchOnly: false, without: [], dryRun: false)
        }
        #expect(try renewed().withdraw(case: 3, dryRun: false).notesOfOthers == 0)
        #expect(throws: Fault.partDamaged(case: 3, note: nil)) { try renewed().show(case: 3) }
        #expect(try renewed().edit(case: 3, text, dryRun: false) == 2)
        #expect(try renewed().share(case: 3, pitchOnly: false, without: [], dryRun: false).readers == ["Anna", "Bram"])
        let seen = try test.open().show(case: 3)
        #expect(seen.text == text && seen.damagedNotes == [1])
        #expect(try test.open().verifyLog().findings == [])
    }
}
