import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Two commands at once, each with a home of its own and the same identity: who comes second goes on from what the first one wrote.
struct RaceTests {
    private let test: TestVault
    private let mine: Session
    private let theirs: Session
    private let text: CaseText

    init() throws {
        test = try TestVault.withTwoCases()
        let copy = try test.copyHome(to: "other-home")
        mine = try test.open()
        theirs = try Session.open(
            vault: test.path, passphrase: try TestVault.passphrase(), in: test.surroundings(home: copy), readOnly: false)
        text = try CaseText(title: "Nieuw", pitch: nil, body: "Nieuwe tekst.")
    }

    /// Afterwards the log is whole and nothing in it is void.
    private func expectWholeLog() throws {
        #expect(try mine.verifyLog().findings == [])
        #expect(try mine.check(deep: true) { _, _ in }.findings == [])
    }

    @Test func numbersFollow() throws {
        #expect(try theirs.addCase(text, share: false, dryRun: false).number == 3)
        #expect(try mine.addCase(text, share: true, dryRun: false).number == 4)
        #expect(try theirs.addNote("Een", toCase: 3, dryRun: false) == 1)
        #expect(try mine.addNote("Twee", toCase: 3, dryRun: false) == 2)
        #expect(try theirs.show(case: 3).notes.map(\.text) == ["Een", "Twee"])
        try expectWholeLog()
    }

    @Test func aLookShowsWhatTheOtherWrote() throws {
        #expect(try theirs.edit(case: 1, text, dryRun: false) == 2)
        let shown = try mine.show(case: 1)
        #expect(shown.text == text)
        #expect(shown.version == 2)
        #expect(try theirs.edit(case: 1, text, dryRun: false) == 3)
        #expect(try mine.currentText(ofCase: 1) == text)
        try expectWholeLog()
    }

    @Test func notesAreThoseOfTheMoment() throws {
        #expect(try theirs.edit(note: 1, ofCase: 1, "Anders.", dryRun: false) == 2)
        let notes = try mine.notes(ofCase: 1)
        #expect(notes.damaged == [])
        #expect(notes.items.map(\.text) == ["Anders.", "Niet alleen gaan."])
        #expect(try theirs.edit(note: 1, ofCase: 1, "Weer anders.", dryRun: false) == 3)
        #expect(try mine.currentText(ofNote: 1, inCase: 1) == "Weer anders.")
        try expectWholeLog()
    }

    @Test func theHistoryHasTheOthersVersion() throws {
        _ = try theirs.edit(case: 1, text, dryRun: false)
        #expect(try mine.history(ofCase: 1).map(\.version) == [2])
        try expectWholeLog()
    }

    @Test func whoEditsTheSameTextLoses() throws {
        #expect(try theirs.edit(case: 1, text, dryRun: false) == 2)
        #expect(throws: Fault.changedMeanwhile(case: 1, note: nil)) { try mine.edit(case: 1, text, dryRun: false) }
        #expect(try theirs.edit(note: 2, ofCase: 1, "Anders.", dryRun: false) == 2)
        #expect(throws: Fault.changedMeanwhile(case: 1, note: 2)) { try mine.edit(note: 2, ofCase: 1, "Ook anders.", dryRun: false) }
        #expect(try mine.edit(case: 1, text, dryRun: false) == 3)
        try expectWholeLog()
    }

    @Test func whatTheOtherClosedIsClosed() throws {
        _ = try theirs.close(case: 1, dryRun: false)
        for command in [
            { (session: Session) in _ = try session.close(case: 1, dryRun: false) }, { _ = try $0.edit(case: 1, text, dryRun: false) },
            { _ = try $0.addNote("Laat", toCase: 1, dryRun: false) }, { _ = try $0.edit(note: 1, ofCase: 1, "Laat", dryRun: false) },
        ] {
            #expect(throws: Fault.caseClosed(1)) { try command(mine) }
        }
        _ = try theirs.cases()
        _ = try theirs.close(case: 2, dryRun: false)
        #expect(throws: Fault.caseClosed(2)) { try mine.currentText(ofCase: 2) }
        #expect(try mine.show(case: 1).state == .closed)
        try expectWholeLog()
    }

    @Test func theLogIsReadAndVerifiedBesideWriters() throws {
        _ = try theirs.cases()
        #expect(try mine.log(case: nil, from: nil, limit: nil).count == 5)
        _ = try theirs.cases()
        #expect(try mine.verifyLog().findings == [])
        _ = try theirs.addCase(text, share: false, dryRun: false)
        #expect(try mine.cases().items.map(\.number) == [1, 2, 3])
        try expectWholeLog()
    }
}
