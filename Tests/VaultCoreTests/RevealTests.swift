import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Which command writes what in the log, and that nothing is shown that the log does not know.
struct RevealTests {
    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private func written(by command: (Session) throws -> Void) throws -> [Written] {
        let before = try test.entries()
        try test.run(body: command)
        return try test.written(from: before)
    }

    @Test func eachCommandAppendsItsEvent() throws {
        let text = try CaseText(title: "Titel", pitch: nil, body: "Tekst")
        let commands: [(Event, Int?, (Session) throws -> Void)] = [
            (.casesListed, nil, { _ = try $0.cases() }), (.casesListed, 1, { _ = try $0.history(ofCase: 1) }),
            (.caseOpened, 1, { _ = try $0.show(case: 1) }), (.caseOpened, 2, { _ = try $0.currentText(ofCase: 2) }),
            (.noteOpened, 1, { _ = try $0.notes(ofCase: 1) }), (.noteOpened, 1, { _ = try $0.currentText(ofNote: 2, inCase: 1) }),
            (.searched, nil, { _ = try $0.search(try SearchTerm(typed: Array("deur".utf8))) { _, _ in } }),
            (.logOpened, nil, { _ = try $0.log(case: nil, from: nil, limit: nil) }),
            (.logOpened, 2, { _ = try $0.log(case: 2, from: 0, limit: 1) }),
            (.logVerified, nil, { _ = try $0.verifyLog() }), (.caseAdded, 3, { _ = try $0.addCase(text, share: true, dryRun: false) }),
            (.caseChanged, 3, { _ = try $0.edit(case: 3, text, dryRun: false) }),
            (.noteAdded, 3, { _ = try $0.addNote("Een", toCase: 3, dryRun: false) }),
            (.noteChanged, 3, { _ = try $0.edit(note: 1, ofCase: 3, "Twee", dryRun: false) }),
            (.caseClosed, 3, { _ = try $0.close(case: 3, dryRun: false) }),
        ]
        for (event, number, command) in commands {
            #expect(try written(by: command) == [Written(event: event, outcome: .done, caseNumber: number)])
        }
    }

    @Test func whatShowsNoContentAppendsNothing() throws {
        let text = try CaseText(title: "Titel", pitch: nil, body: "Tekst")
        let commands: [(Session) throws -> Void] = [
            { _ = try $0.group() }, { _ = try $0.logHead() }, { _ = try $0.check(deep: false) { _, _ in } },
            { _ = try $0.check(deep: true) { _, _ in } },
            { _ = $0.groupName }, { _ = try $0.addCase(text, share: false, dryRun: true) },
            { _ = try $0.edit(case: 1, text, dryRun: true) },
            { _ = try $0.close(case: 1, dryRun: true) }, { _ = try $0.addNote("Een", toCase: 1, dryRun: true) },
            { _ = try $0.edit(note: 1, ofCase: 1, "Twee", dryRun: true) },
        ]
        for (place, command) in commands.enumerated() { #expect(try written(by: command) == [], "command \(place)") }
        let before = try test.entries()
        _ = try Groups.list(passphrase: try TestVault.passphrase(), in: test.surroundings)
        _ = try Identity.name(passphrase: try TestVault.passphrase(), in: test.surroundings)
        #expect(try test.entries() == before)
    }

    @Test func whatIsRefusedAppendsNothing() throws {
        try test.run { session in _ = try session.close(case: 2, dryRun: false) }
        let text = try CaseText(title: "Titel", pitch: nil, body: "Tekst")
        let commands: [(Fault, (Session) throws -> Void)] = [
            (.noSuchCase(9), { _ = try $0.show(case: 9) }), (.noSuchCase(0), { _ = try $0.history(ofCase: 0) }),
            (.noSuchCase(9), { _ = try $0.notes(ofCase: 9) }), (.noSuchCase(-1), { _ = try $0.log(case: -1, from: nil, limit: nil) }),
            (.noSuchCase(9), { _ = try $0.edit(case: 9, text, dryRun: false) }),
            (.noSuchCase(9), { _ = try $0.close(case: 9, dryRun: false) }),
            (.noSuchCase(9), { _ = try $0.addNote("Een", toCase: 9, dryRun: false) }),
            (.noSuchNote(case: 1, note: 9), { _ = try $0.currentText(ofNote: 9, inCase: 1) }),
            (.noSuchNote(case: 1, note: 0), { _ = try $0.edit(note: 0, ofCase: 1, "Twee", dryRun: false) }),
            (.caseClosed(2), { _ = try $0.edit(case: 2, text, dryRun: false) }), (.caseClosed(2), { _ = try $0.currentText(ofCase: 2) }),
            (.caseClosed(2), { _ = try $0.addNote("Een", toCase: 2, dryRun: false) }),
            (.caseClosed(2), { _ = try $0.close(case: 2, dryRun: false) }),
        ]
        for (expected, command) in commands {
            let before = try test.entries()
            #expect(throws: expected) { try test.run(body: command) }
            #expect(try test.entries() == before)
        }
    }

    @Test func aLookThatFailsIsFollowedByAnEntryThatSaysSo() throws {
        let raw = try RawFile(test.path)
        let record = try test.record(1)
        try raw.removeBlob(try #require(record.body).blob)
        try raw.removeBlob(try #require(record.note(1)).body.blob)
        for (event, command) in [
            (Event.caseOpened, { (session: Session) in _ = try session.show(case: 1) }),
            (.caseOpened, { _ = try $0.currentText(ofCase: 1) }),
            (.noteOpened, { _ = try $0.currentText(ofNote: 1, inCase: 1) }),
        ] {
            let before = try test.entries()
            #expect(try fault { try test.run(body: command) } != nil)
            let both = [Outcome.done, .failed].map { Written(event: event, outcome: $0, caseNumber: 1) }
            #expect(try test.written(from: before) == both)
        }
        // A failed look is no reading.
        #expect(try test.run { try $0.cases() }.items.map(\.readBy) == [1, 0])
    }

    @Test func theEntryIsInTheVaultBeforeTheLookBegins() throws {
        let before = try test.entries()
        try test.run { session in
            let seen = try session.revealing(.casesListed, {}, as: { Reveal() }) { try test.entries() }
            #expect(seen == before + 1)
            #expect(session.edge.size == before + 1)
            #expect(try session.membership.edge().size == before + 1)
        }
    }

    @Test func readingIsShownToTheAuthor() throws {
        try test.run { session in
            _ = try session.show(case: 1)
            _ = try session.notes(ofCase: 2)
            let entry = try #require(try session.membership.caseEntry(1))
            #expect(entry.reads.map(\.count) == [1])
            let lines = try session.log(case: 1, from: nil, limit: nil)
            #expect(lines.map(\.event) == [.caseAdded, .noteAdded, .noteAdded, .caseOpened])
            #expect(lines.map(\.note) == [nil, 1, 2, nil])
            #expect(lines.last?.reason == "own")
            #expect(lines.last?.name == "Anna")
            #expect(lines.allSatisfy { $0.epoch == 1 && $0.role == .member && !$0.isVoid && $0.outcome == 0 })
        }
    }
}

extension TestVault {
    /// ``run(home:vault:readOnly:_:)`` for a command that is a value.
    func run(body: (Session) throws -> Void) throws { try run(home: nil, vault: nil, readOnly: false, body) }
}
