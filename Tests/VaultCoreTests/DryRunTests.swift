import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// A dry run answers with numbers alone, and not a byte of vault or home is another afterwards.
struct DryRunTests {
    @Test func nothingChanges() throws {
        let test = try TestVault.withTwoCases()
        let text = try CaseText(title: "Nieuw", pitch: nil, body: "Tekst")
        let before = try TestVault.allBytes(in: test.folder)
        try test.run(readOnly: true) { session throws in
            let added = try session.addCase(text, share: true, dryRun: true)
            #expect(added.number == 3)
            #expect(added.title == nil)
            #expect(added.state == .shared)
            #expect(try session.addCase(text, share: false, dryRun: true).state == .draft)
            #expect(try session.edit(case: 1, text, dryRun: true) == 2)
            #expect(try session.close(case: 1, dryRun: true) == .closed)
            #expect(try session.addNote("Een", toCase: 1, dryRun: true) == 3)
            #expect(try session.edit(note: 1, ofCase: 1, "Twee", dryRun: true) == 2)
            _ = try session.check(deep: true) { _, _ in }
            _ = try session.group()
            _ = try session.logHead()
        }
        let founded = try Groups.found(
            name: "West", vault: test.file("west.kluis"), shared: false, logRetention: 5, passphrase: try TestVault.passphrase(),
            dryRun: true,
            in: test.surroundings)
        #expect(founded == nil)
        try Identity.changePassphrase(
            from: try TestVault.passphrase(), to: try TestVault.passphrase("b"), cost: nil, dryRun: true, in: test.surroundings)
        _ = try Groups.list(passphrase: try TestVault.passphrase(), in: test.surroundings)
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    /// Asking to join makes no folder and no file, in a home with groups and in one without.
    @Test func aDryJoinMakesNothing() throws {
        let test = try TestVault.withTwoCases()
        let newcomer = test.surroundings(home: test.file("new"))
        try Identity.create(name: "Bo", cost: .interactive, passphrase: try TestVault.passphrase(), in: newcomer)
        let other = try TestVault()
        _ = try other.foundGroup()
        let before = try TestVault.allBytes(in: test.folder)
        for (vault, surroundings) in [(test.path, newcomer), (other.path, test.surroundings)] {
            let asked = try Groups.join(
                vault: vault, passphrase: try TestVault.passphrase(), out: test.file("request"), dryRun: true, in: surroundings)
            #expect(asked.words == nil)
        }
        #expect(throws: Fault.alreadyMember) {
            try Groups.join(vault: test.path, passphrase: try TestVault.passphrase(), out: nil, dryRun: true, in: test.surroundings)
        }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test func itRefusesWhatTheRealOneWould() throws {
        let test = try TestVault.withTwoCases()
        try test.run { session in _ = try session.close(case: 2, dryRun: false) }
        let text = try CaseText(title: "Nieuw", pitch: nil, body: "Tekst")
        try test.run(readOnly: true) { session throws in
            #expect(throws: Fault.caseClosed(2)) { try session.close(case: 2, dryRun: true) }
            #expect(throws: Fault.caseClosed(2)) { try session.edit(case: 2, text, dryRun: true) }
            #expect(throws: Fault.caseClosed(2)) { try session.addNote("Een", toCase: 2, dryRun: true) }
            #expect(throws: Fault.noSuchCase(3)) { try session.close(case: 3, dryRun: true) }
            #expect(throws: Fault.noSuchNote(case: 1, note: 3)) { try session.edit(note: 3, ofCase: 1, "x", dryRun: true) }
        }
        #expect(throws: Fault.wrongPassphrase) {
            try Identity.changePassphrase(
                from: try TestVault.passphrase("fout"), to: try TestVault.passphrase("b"), cost: nil, dryRun: true, in: test.surroundings)
        }
    }

    @Test func aVaultAtAnotherPathIsLookedAtAndNotRemembered() throws {
        let test = try TestVault.withTwoCases()
        let moved = try test.copyVault(to: "moved.kluis")
        let before = try TestVault.allBytes(in: test.folder)
        for _ in 0..<2 {
            try test.run(vault: moved, readOnly: true, remembersPlace: false) { session throws in
                #expect(try session.addNote("Een", toCase: 1, dryRun: true) == 3)
                #expect(session.warnings == [.vaultMoved])
            }
            #expect(try TestVault.allBytes(in: test.folder) == before)
        }
    }

    /// Looking at a vault changes nothing in it, and the home remembers where it was.
    @Test func aCommandThatOnlyReadsRemembersTheOtherPath() throws {
        let test = try TestVault.withTwoCases()
        let moved = try test.copyVault(to: "moved.kluis")
        let bytes = try TestVault.bytes(moved)
        for warnings in [[Session.Warning.vaultMoved], []] {
            try test.run(vault: moved, readOnly: true) { session throws in
                _ = try session.logHead()
                #expect(session.warnings == warnings)
            }
        }
        #expect(try TestVault.bytes(moved) == bytes)
    }
}
