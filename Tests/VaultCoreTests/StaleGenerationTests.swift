import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// While one command is on its way, others rotate circles, come and go: whatever is written is sealed for the generation that then holds.
struct StaleGenerationTests {
    private let test: TestVault
    /// Anna, as of before what others do in each test.
    private let stale: Session
    private let text: CaseText

    /// Anna, Bram and Chris; case 1 is shared with all, with two notes; case 2 without Chris.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        _ = try test.open().share(case: 2, pitchOnly: false, without: [.name("Chris")], dryRun: false)
        text = try CaseText(title: "Nieuw", pitch: nil, body: "Nieuwe tekst.")
        stale = try test.open()
    }

    /// What Anna's command may be.
    enum Writing: CaseIterable {
        case add, draft, edit, note, editNote, share, pitch, withdraw, close, look
    }

    /// What somebody does in between: draws new keys, or leaves them owing.
    enum Going: CaseIterable {
        case removed, left
    }

    @Test(arguments: Writing.allCases, Going.allCases) func whatIsWrittenOpens(_ writing: Writing, _ going: Going) throws {
        switch going {
        case .removed: _ = try test.open(as: "Bram").remove(.name("Chris"), dryRun: false)
        case .left: _ = try test.open(as: "Chris").leave(withdrawMine: false, dryRun: false)
        }
        switch writing {
        case .add: #expect(try stale.addCase(text, share: true, dryRun: false).number == 3)
        case .draft: #expect(try stale.addCase(text, share: false, dryRun: false).number == 3)
        case .edit: #expect(try stale.edit(case: 1, text, dryRun: false) == 2)
        case .note: #expect(try stale.addNote("Drie.", toCase: 1, dryRun: false) == 3)
        case .editNote: #expect(try stale.edit(note: 1, ofCase: 1, "Anders.", dryRun: false) == 2)
        case .share:
            #expect(try retried { try stale.share(case: 2, pitchOnly: false, without: [], dryRun: false).readers } == ["Anna", "Bram"])
        case .pitch: #expect(try retried { try stale.share(case: 1, pitchOnly: true, without: [], dryRun: false).summaryOnly } == ["Bram"])
        case .withdraw: #expect(try stale.withdraw(case: 1, dryRun: false).state == .draft)
        case .close: #expect(try stale.close(case: 1, dryRun: false) == .closed)
        case .look: #expect(try stale.show(case: 1).notes.count == 2)
        }
        for person in ["Anna", "Bram"] {
            let session = try person == "Anna" ? stale : test.open(as: person)
            let check = try session.check(deep: true) { _, _ in }
            #expect(check.findings == [] && check.owedCircles == 0)
            #expect(try session.verifyLog().findings == [])
        }
    }

    /// Who is asked to share with people of whom one has gone since is told to ask again.
    private func retried<Answer>(_ body: () throws -> Answer) throws -> Answer {
        do { return try body() } catch Fault.busy { return try body() }
    }
}
