import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// A case from draft to closed, with its notes and versions.
struct CaseLifeTests {
    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private func text(_ body: String) throws -> CaseText { try CaseText(title: "Titel", pitch: nil, body: body) }

    @Test func draftsArePrivateAndSharedCasesTheGroups() throws {
        try test.run { session throws in
            #expect(try session.addCase(try text("Gedeeld"), share: true, dryRun: false).state == .shared)
            let draft = try session.caseICanSee(1), shared = try session.caseICanSee(3)
            let own = try #require(session.state.privateCircle(of: session.me)).id
            #expect([draft.summary?.circle, draft.body?.circle, draft.notes.first?.body.circle] == [own, own, own])
            #expect([shared.summary?.circle, shared.body?.circle] == [session.state.groupCircle, session.state.groupCircle])
        }
    }

    @Test func numbersAndNotesCountOn() throws {
        try test.run { session throws in
            _ = try session.close(case: 2, dryRun: false)
            #expect(try session.addCase(try text("Drie"), share: false, dryRun: false).number == 3)
            #expect(try session.addNote("Een", toCase: 3, dryRun: false) == 1)
            #expect(try session.addNote("Drie", toCase: 1, dryRun: false) == 3)
            #expect(try session.show(case: 1).notes.map(\.number) == [1, 2, 3])
            #expect(try session.group().cases == 3)
        }
    }

    @Test func anEditedNoteKeepsItsNumberAndPlace() throws {
        test.time = Instant(seconds: test.time.seconds + 60)
        try test.run { session throws in
            #expect(try session.currentText(ofNote: 1, inCase: 1) == "Eerst bellen.")
            #expect(try session.edit(note: 1, ofCase: 1, "Eerst schrijven.", dryRun: false) == 2)
            #expect(try session.edit(note: 1, ofCase: 1, "Eerst mailen.", dryRun: false) == 3)
            let notes = try session.notes(ofCase: 1).items
            #expect(notes.map(\.text) == ["Eerst mailen.", "Niet alleen gaan."])
            #expect(notes.map(\.number) == [1, 2])
            #expect(notes[0].time == test.time)
            #expect(notes[1].time < test.time)
        }
    }

    @Test func anEditReplacesTheWholeText() throws {
        let blobs = try RawFile(test.path).count("blobs")
        try test.run { session throws in
            for version in 2...4 { #expect(try session.edit(case: 1, try text("Versie \(version)"), dryRun: false) == version) }
            let shown = try session.show(case: 1)
            #expect(shown.version == 4)
            #expect(shown.text == (try text("Versie 4")))
            #expect(shown.notes.count == 2)
        }
        // Four more payloads; the parts of earlier versions have gone.
        #expect(try RawFile(test.path).count("blobs") == blobs + 4)
    }

    @Test func aClosedCaseIsReadAndTakesNothing() throws {
        try test.run { session throws in
            #expect(try session.close(case: 1, dryRun: false) == .closed)
            #expect(try session.show(case: 1).state == .closed)
            #expect(try session.notes(ofCase: 1).items.count == 2)
            #expect(try session.history(ofCase: 1).count == 1)
            #expect(try session.cases().items.map(\.state) == [.closed, .draft])
            #expect(throws: Fault.caseClosed(1)) { try session.edit(case: 1, try text("x"), dryRun: false) }
            #expect(throws: Fault.caseClosed(1)) { try session.edit(note: 1, ofCase: 1, "x", dryRun: false) }
            #expect(throws: Fault.caseClosed(1)) { try session.addNote("x", toCase: 1, dryRun: false) }
        }
    }

    /// While nobody else has opened a case, an edit leaves no trace but the last version; afterwards it does.
    @Test func historyBeginsWithTheFirstOtherReader() throws {
        let times = (1...3).map { Instant(seconds: test.time.seconds + Int64($0) * 60) }
        for time in times {
            test.time = time
            try test.run { session throws in
                _ = try session.show(case: 1)
                _ = try session.edit(case: 1, try text("Op \(time.text)"), dryRun: false)
            }
        }
        #expect(try test.run { try $0.history(ofCase: 1) }.map(\.version) == [4])
        // Member 7 opens it between the first and the second edit: version 2 is what that member may have seen.
        try test.run { session throws in
            var entry = try #require(try session.membership.caseEntry(1))
            entry.addRead(by: 7, at: Instant(seconds: times[0].seconds + 30))
            try session.membership.put(entry, at: session.edge.size)
            let versions = try session.history(ofCase: 1)
            #expect(versions.map(\.version) == [2, 3, 4])
            #expect(versions.map(\.time) == times)
            #expect(versions.allSatisfy { $0.author == "Anna" })
        }
    }

    @Test func theLogIsShownInPieces() throws {
        try test.run { session throws in
            func indices(_ from: Int?, _ limit: Int?, case number: Int? = nil) throws -> [Int] {
                try session.log(case: number, from: from, limit: limit).map(\.index)
            }
            #expect(try indices(nil, nil) == [0, 1, 2, 3, 4])
            #expect(try indices(nil, 2) == [4, 5])
            #expect(try indices(2, 2) == [2, 3])
            #expect(try indices(7, 5) == [7])
            #expect(try indices(0, 0) == [])
            #expect(try indices(nil, 0) == [])
            #expect(try indices(99, nil) == [])
            #expect(try indices(-1, nil) == [])
            #expect(try indices(nil, 1, case: 1) == [4])
            #expect(try indices(2, nil, case: 1) == [3, 4, 13])
        }
    }
}

extension Membership {
    /// Writes a case as it is not, to stand for members who come later.
    func put(_ entry: CaseEntry, at size: Int) throws {
        var change = HomeChange(size: size)
        change.cases = [CaseRow(number: entry.record.number, value: keys.seal(row: entry.bytes, .cases, entry.record.number))]
        try pin(change)
    }
}
