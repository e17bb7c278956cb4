import Testing
import VaultFormat
import VaultTestkit

@testable import VaultCore

/// What a menu says of a group before anything is chosen.
struct StandingTests {
    private let test: TestVault

    /// Anna has shared case 1, with notes of hers, with Bram; case 2 is a draft of hers.
    init() throws {
        test = try TestVault.withSharedCase()
    }

    private func standing(_ person: String = "Anna") throws -> GroupStanding { try test.open(as: person, readOnly: true).standing() }

    private func later() { test.time = Instant(seconds: test.time.seconds + 60) }

    @Test func whatIsNotReadYet() throws {
        #expect(try standing("Bram").unread == 1 && standing("Bram").mine == 0)
        // Notes on a case that one has never opened are part of what is not read.
        #expect(try standing("Bram").withNewNotes == [])
        _ = try test.open(as: "Bram").show(case: 1)
        #expect(try standing("Bram").unread == 0 && standing("Bram").withNewNotes == [])
    }

    /// Each hears of the other's notes until they have looked, and of their own never.
    @Test func notesOfOthersSinceOneLooked() throws {
        _ = try test.open(as: "Bram").show(case: 1)
        later()
        _ = try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false)
        #expect(try standing().withNewNotes == [1])
        #expect(try standing("Bram").withNewNotes == [])
        later()
        _ = try test.open().notes(ofCase: 1)
        #expect(try standing().withNewNotes == [])
        later()
        _ = try test.open(as: "Bram").edit(note: 3, ofCase: 1, "Anders, van Bram.", dryRun: false)
        _ = try test.open().edit(note: 1, ofCase: 1, "Anders, van Anna.", dryRun: false)
        #expect(try standing().withNewNotes == [1] && standing("Bram").withNewNotes == [1])
        _ = try test.open().addNote("Bij het concept.", toCase: 2, dryRun: false)
        #expect(try standing().withNewNotes == [1])
    }

    @Test func whatThereIsToDoWithACase() throws {
        let mine = try test.open().standing(ofCase: 1), others = try test.open(as: "Bram").standing(ofCase: 1)
        #expect(mine == CaseStanding(isMine: true, mayEnd: true, hasNotesOfMine: true))
        #expect(others == CaseStanding(isMine: false, mayEnd: false, hasNotesOfMine: false))
        _ = try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false)
        #expect(try test.open(as: "Bram").standing(ofCase: 1).hasNotesOfMine)
        #expect(throws: Fault.noSuchCase(2)) { try test.open(as: "Bram").standing(ofCase: 2) }
    }
}
