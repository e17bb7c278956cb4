import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Stopped between the vault's commit and the pin, or simply not here for a while: the next command takes in what it missed.
struct CatchingUpTests {
    @Test func aHomeThatMissedEntriesTakesThemIn() throws {
        let test = try TestVault.withTwoCases()
        let old = try test.copyHome(to: "old-home")
        let text = try CaseText(title: "Later", pitch: "Pitch", body: "Later geschreven.")
        try test.run { session in
            _ = try session.edit(case: 1, text, dryRun: false)
            _ = try session.close(case: 2, dryRun: false)
            _ = try session.addNote("Laatste.", toCase: 1, dryRun: false)
            _ = try session.show(case: 1)
        }
        try test.run(home: old) { session in
            #expect(session.warnings == [])
            #expect(session.edge.size == 9)
            let entry = try #require(try session.membership.caseEntry(1))
            #expect(entry.record.version == 2)
            #expect(entry.reads.map(\.count) == [1])
            #expect(try session.show(case: 1).text == text)
            #expect(try session.cases().items.map(\.state) == [.draft, .closed])
            #expect(try session.verifyLog().findings == [])
        }
        // Both homes hold the same now.
        #expect(try test.run(readOnly: true) { $0.state } == (try test.run(home: old, readOnly: true) { $0.state }))
    }

    @Test func aHomeFromTheBeginningArrivesAtTheSameState() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        let beginning = try test.copyHome(to: "beginning")
        try RawFile(test.membership(of: founded.group, home: beginning)).run(
            "DELETE FROM facts WHERE name IN ('edge', 'state', 'seen'); DELETE FROM entries; DELETE FROM lines; DELETE FROM blobs")
        try test.run { session in
            for number in 1...3 {
                _ = try session.addCase(try CaseText(title: "Casus", pitch: nil, body: "\(number)"), share: true, dryRun: false)
            }
        }
        // More than are taken in one step.
        let forger = try Forger(test)
        for _ in 0..<600 { try forger.append(Payload(.logVerified, .logRead(case: nil))) }
        let (mine, lines) = try test.run { session in (session.state, try session.log(case: nil, from: nil, limit: nil).map(\.event)) }
        try test.run(home: beginning) { session throws in
            #expect(session.state == mine)
            #expect(try session.log(case: nil, from: 0, limit: lines.count).map(\.event) == lines)
            #expect(try session.cases().items.map(\.number) == [1, 2, 3])
        }
    }

    /// The home went back to an older copy of itself, the vault did not: nothing acknowledged is lost.
    @Test func aRestoredHomeGoesOn() throws {
        let test = try TestVault.withTwoCases()
        let old = try test.copyHome(to: "old-home")
        let text = try CaseText(title: "Derde", pitch: nil, body: "")
        #expect(try test.run { try $0.addCase(text, share: false, dryRun: false).number } == 3)
        try test.restoreHome(old)
        #expect(try test.run { try $0.addCase(text, share: false, dryRun: false).number } == 4)
        #expect(try test.run { try $0.verifyLog().findings } == [])
    }

    @Test func aDamagedHomeIsToldApartFromADamagedVault() throws {
        let test = try TestVault.withTwoCases()
        let good = try test.copyHome(to: "good")
        let group = try test.run { $0.groupID }
        let membership = test.membership(of: group)
        for statements in [
            "UPDATE facts SET value = x'00' WHERE name = 'state'", "UPDATE facts SET value = x'00' WHERE name = 'edge'",
            "UPDATE facts SET value = x'00' WHERE name = 'me'", "DELETE FROM facts WHERE name = 'me'",
            "DELETE FROM facts WHERE name = 'state'",
            "DELETE FROM entries WHERE idx = 4", "DELETE FROM keys WHERE kind = 'log'", "UPDATE keys SET sealed = x'00' WHERE kind = 'log'",
            "CREATE TABLE planted (x)",
        ] {
            try RawFile(membership).run(statements)
            let found = try fault { try test.run { session in _ = try session.cases() } }
            #expect(found == .homeDamaged, "\(statements)")
            try test.restoreHome(good)
        }
        for statements in [
            "UPDATE cases SET value = x'00' WHERE number = 1", "DELETE FROM lines WHERE idx = 2",
            "UPDATE entries SET bytes = x'00' WHERE idx = 2",
        ] {
            try RawFile(membership).run(statements)
            let found = try fault {
                try test.run { session in
                    _ = try session.log(case: nil, from: nil, limit: nil)
                    _ = try session.show(case: 1)
                    _ = try session.verifyLog()
                }
            }
            #expect(found == .homeDamaged, "\(statements)")
            try test.restoreHome(good)
        }
    }
}
