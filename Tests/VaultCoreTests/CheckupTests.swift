import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// What `kluis doctor` finds, each thing brought about.
struct CheckupTests {
    private let test: TestVault

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
    }

    private func found(unlocked: Bool = false, vault: String? = nil) throws -> [CheckupFinding] {
        let checkup = Checkup(test.surroundings)
        guard unlocked else { return try checkup.run(vault: vault, unlocking: nil) }
        return try checkup.run(vault: vault, unlocking: test.master(of:))
    }

    private func chmod(_ path: String, _ bits: Int) throws {
        try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: path)
    }

    @Test func allWell() throws {
        let findings = try found(unlocked: true)
        for finding: CheckupFinding in [
            .ownedAlone(.home), .ownedAlone(.identity), .ownedAlone(.vault(test.path)), .nothingLeft, .clockRight, .agent(.locked),
            .owed(test.path, 0), .backup(test.path, nil, test.time), .sheet(nil),
        ] {
            #expect(findings.contains(finding), "\(finding)")
        }
        #expect(!findings.contains { $0.status == .mend && $0.kind != .disk && $0.kind != .coreDumps })
        #expect(Set(findings.map(\.kind)) == Set(CheckupFinding.Kind.allCases))
    }

    @Test func itChangesNothing() throws {
        let before = try TestVault.allBytes(in: test.folder)
        _ = try found(unlocked: true)
        _ = try found(vault: test.path)
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test func withoutAKeyItTellsTheRest() throws {
        let locked = try found(), open = try found(unlocked: true)
        #expect(locked.contains(.owed(test.path, nil)))
        // How much room there is may have changed meanwhile.
        let rest: (CheckupFinding) -> Bool = { $0.kind != .owedCircles && $0.kind != .room }
        #expect(locked.filter(rest) == open.filter(rest) && locked.count == open.count)
    }

    @Test func aHomeThatIsNotThere() throws {
        try FileManager.default.removeItem(atPath: test.home)
        let findings = try found()
        #expect(findings.contains(.noIdentity) && findings.contains(.noVaults))
        #expect(try found(vault: test.path).contains(.ownedAlone(.vault(test.path))), "a vault that is named is looked at")
    }

    @Test func rightsOfOthers() throws {
        try chmod(test.home, 0o755)
        #expect(try found().contains(.readable(.home)) && found().contains(.ownedAlone(.identity)))
        try chmod(test.home + "/identity", 0o644)
        #expect(try found().contains(.readable(.identity)))
        try chmod(test.home, 0o700)
        #expect(try found().contains(.ownedAlone(.identity)), "nobody else gets as far as the file")
        try chmod(test.home + "/identity", 0o622)
        #expect(try found().contains(.writable(.identity)))
        try chmod(test.home + "/groups", 0o777)
        let findings = try found()
        #expect(findings.contains(.writable(.home)) && !findings.contains(.noVaults) && !findings.contains(.homeDamaged))
        for (bits, finding) in [
            (0o660, CheckupFinding.sharedVault(test.path)), (0o644, .readable(.vault(test.path))), (0o666, .writable(.vault(test.path))),
        ] {
            try chmod(test.path, bits)
            #expect(try found(vault: test.path).contains(finding))
        }
    }

    @Test func anIdentityThatIsDamaged() throws {
        try TestVault.write([1, 2, 3], to: test.home + "/identity")
        let findings = try found(unlocked: true)
        #expect(findings.contains(.identityDamaged) && findings.contains(.owed(test.path, nil)))
    }

    @Test func aVaultThatIsGone() throws {
        try FileManager.default.removeItem(atPath: test.path)
        #expect(try found(unlocked: true).contains(.vaultMissing(test.path)))
        #expect(CheckupFinding.vaultMissing("").status == .mend)
    }

    @Test func whatWasLeftBehind() throws {
        for name in ["home/.kluis-0123456789abcdef.tmp", ".kluis-0123456789abcdef.new", ".kluis-0123456789abcdee.new"] {
            try TestVault.write([], to: test.file(name))
        }
        try TestVault.write([1], to: test.path + "-journal")
        let findings = try found()
        #expect(findings.contains(.unfinished(test.home, 1)) && findings.contains(.unfinished(test.folder, 2)))
        #expect(findings.contains(.journal(test.path)) && !findings.contains(.nothingLeft))
    }

    @Test func theLastBackup() throws {
        let session = try test.open()
        #expect(try session.backUp(to: test.file("b.kluis"), replacing: false, dryRun: true, progress: { _, _ in }).findings.isEmpty)
        #expect(try found().contains(.backup(test.path, nil, test.time)), "a dry run is none")
        _ = try session.backUp(to: test.file("b.kluis"), replacing: false, dryRun: false, progress: { _, _ in })
        let made = test.time
        #expect(try found().contains(.backup(test.path, made, made)))
        #expect(try HomeSight(test.surroundings).vaults().map(\.lastBackup) == [made])
        #expect(CheckupFinding.backup("", made, made).status == .good)
        #expect(CheckupFinding.backup("", made, Instant(seconds: made.seconds + 31 * 86_400)).status == .good)
        #expect(CheckupFinding.backup("", made, Instant(seconds: made.seconds + 31 * 86_400 + 1)).status == .look)
        #expect(CheckupFinding.backup("", nil, made).status == .look)
    }

    /// Somebody left since: what of the backup still opens is less than all of it. Told only where the identity is open.
    @Test func newKeysAfterTheLastBackup() throws {
        try test.admit("Bram")
        _ = try test.open().backUp(to: test.file("b.kluis"), replacing: false, dryRun: false, progress: { _, _ in })
        let made = test.time
        _ = try test.open().addCase(try CaseText(title: "Later", pitch: nil, body: "Tekst."), share: true, dryRun: false)
        #expect(try found(unlocked: true).contains(.backup(test.path, made, made)))
        _ = try test.open().remove(.name("Bram"), dryRun: false)
        #expect(try found(unlocked: true).contains(.backupOvertaken(test.path, made)))
        #expect(try found().contains(.backup(test.path, made, made)))
        #expect(CheckupFinding.backupOvertaken("", made).status == .look)
        _ = try test.open().backUp(to: test.file("c.kluis"), replacing: false, dryRun: false, progress: { _, _ in })
        #expect(try found(unlocked: true).contains(.backup(test.path, made, made)))
    }

    /// Two groups whose vaults stood, one after the other, at one path.
    @Test func aPathThatTwoGroupsHad() throws {
        try Files.remove(test.path)
        _ = try Groups.found(
            name: "Zuid", vault: test.path, shared: false, logRetention: 5, passphrase: try TestVault.passphrase(), dryRun: false,
            in: test.surroundings)
        #expect(try found(unlocked: true).filter { $0.kind == .owedCircles } == [.owed(test.path, 0), .owed(test.path, 0)])
    }

    /// A backup that failed, and a colleague's clock that is behind, hide nothing.
    @Test func newKeysBehindAFailure() throws {
        try test.admit("Bram")
        _ = try test.open().backUp(to: test.file("b.kluis"), replacing: false, dryRun: false, progress: { _, _ in })
        let made = test.time
        _ = try test.open().remove(.name("Bram"), dryRun: false)
        #expect(throws: Fault.self) {
            try test.open().backUp(to: test.file("nowhere/c.kluis"), replacing: false, dryRun: false, progress: { _, _ in })
        }
        test.time = Instant(seconds: made.seconds - 60)
        _ = try test.open().cases()
        test.time = made
        #expect(try found(unlocked: true).contains(.backupOvertaken(test.path, made)))
    }

    @Test func theSheet() throws {
        _ = try test.paper(of: "Anna")
        #expect(try found().contains(.sheet(test.time)))
        try TestVault.write(Array("gisteren\n".utf8), to: test.home + "/paper")
        #expect(try found().contains(.sheet(nil)))
    }

    @Test func aClockThatIsBehind() throws {
        _ = try test.open()
        let seen = test.time
        test.time = Instant(seconds: seen.seconds - 300)
        #expect(try found().contains(.clockRight))
        test.time = Instant(seconds: seen.seconds - 301)
        #expect(try found().contains(.clockBehind(seen)))
    }

    @Test func entriesThatAreAhead() throws {
        let now = test.time
        test.time = Instant(seconds: now.seconds + 86_400)
        let later = test.time
        _ = try test.open().addCase(try CaseText(parsing: Array("De deur".utf8)), share: false, dryRun: false)
        test.time = now
        // Seen by a clock that was right again.
        _ = try test.open().cases()
        #expect(try found().contains(.entriesAhead(test.path, later)))
    }

    @Test func circlesThatWait() throws {
        try test.admit("Bram")
        _ = try test.open(as: "Bram").leave(withdrawMine: false, dryRun: false)
        _ = try test.open(readOnly: true)
        #expect(try found(unlocked: true).contains { if case .owed(_, .some(1...)) = $0 { true } else { false } })
    }

    @Test func roomIsMeasuredByTheVault() {
        let size = 100 << 20
        #expect(CheckupFinding.room("", free: 4 << 20, size: 0).status == .look)
        #expect(CheckupFinding.room("", free: (4 << 20) - 1, size: 0).status == .mend)
        #expect(CheckupFinding.room("", free: 2 * size + (64 << 20), size: size).status == .good)
        #expect(CheckupFinding.room("", free: 2 * size + (64 << 20) - 1, size: size).status == .look)
    }
}
