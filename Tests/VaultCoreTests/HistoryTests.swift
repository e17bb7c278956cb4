import Testing
import VaultCore
import VaultFormat
import VaultLog
import VaultTestkit

/// The vault measured against what this home has verified: older, forked, swapped.
struct HistoryTests {
    private func text(_ title: String) throws -> CaseText { try CaseText(title: title, pitch: nil, body: "Tekst.") }

    private func vaultWithCases(_ count: Int) throws -> TestVault {
        let test = try TestVault()
        _ = try test.foundGroup()
        try test.run { session in
            for number in 0..<count { _ = try session.addCase(try text("Casus \(number)"), share: false, dryRun: false) }
        }
        return test
    }

    @Test func yesterdaysCopyIsRefusedWithTheCount() throws {
        let test = try vaultWithCases(2)
        let yesterday = try test.copyVault(to: "yesterday")
        test.time = Instant(seconds: test.time.seconds + 86_400)
        try test.run { session in
            for _ in 0..<3 { _ = try session.cases() }
        }
        let today = try test.copyVault(to: "today")
        let seen = test.time
        test.time = Instant(seconds: test.time.seconds + 60)
        try test.restoreVault(yesterday)
        for readOnly in [false, true] {
            #expect(throws: Fault.rolledBack(missing: 3, seen: seen)) { try test.run(readOnly: readOnly) { _ in } }
        }
        // Nothing was taken back at home: the vault of today is still the one that fits.
        try test.restoreVault(today)
        #expect(try test.run { try $0.group().logSize } == 6)
    }

    @Test func aDroppedLastEntryIsARollback() throws {
        let test = try vaultWithCases(2)
        try RawFile(test.path).removeEntry(2)
        #expect(throws: Fault.rolledBack(missing: 1, seen: test.time)) { try test.run { _ in } }
    }

    @Test(arguments: [0, 1, 3]) func twoCopiesThatBothGoOnAreAFork(_ more: Int) throws {
        let test = try vaultWithCases(1)
        let otherHome = try test.copyHome(to: "other-home")
        let before = try test.copyVault(to: "before")
        let forkTime = Instant(seconds: test.time.seconds + 100)
        test.time = forkTime
        try test.run { session in _ = try session.cases() }
        test.time = Instant(seconds: forkTime.seconds + 50)
        try test.run { session in
            for _ in 0..<2 { _ = try session.cases() }
        }
        let mine = try test.copyVault(to: "mine")
        try test.restoreVault(before)
        let otherTime = Instant(seconds: forkTime.seconds + 7)
        test.time = otherTime
        try test.run(home: otherHome) { session in
            for _ in 0...more { _ = try session.cases() }
        }
        // The two logs differ from entry 2 on, whichever is longer; each home names its own entry's time.
        #expect(throws: Fault.forked(since: forkTime)) { try test.run { _ in } }
        try test.restoreVault(mine)
        #expect(throws: Fault.forked(since: otherTime)) { try test.run(home: otherHome) { _ in } }
        // The branch that a home has seen is still good for it.
        #expect(try test.run { try $0.group().logSize } == 5)
    }

    @Test func anotherGroupsVaultAtThisPathIsRefused() throws {
        let test = try vaultWithCases(1)
        let other = try vaultWithCases(1)
        let mine = try test.copyVault(to: "mine")
        try test.restoreVault(other.path)
        #expect(throws: Fault.otherFile) { try test.run { _ in } }
        // Also where the other group is one of mine.
        try test.restoreVault(mine)
        let second = test.file("second.kluis")
        let founded = try Groups.found(
            name: "Intervisie West", vault: second, shared: false, logRetention: 5, passphrase: try TestVault.passphrase(), dryRun: false,
            in: test.surroundings)
        #expect(founded != nil)
        try test.restoreVault(second)
        #expect(throws: Fault.otherFile) { try test.run { _ in } }
        // Somebody else's vault at a path of its own is no place of mine.
        #expect(throws: Fault.notAMember) { try test.run(vault: other.path) { _ in } }
    }

    @Test func anotherBeginningOfTheSameGroupIsRefused() throws {
        let test = try vaultWithCases(0)
        let forger = try Forger(test)
        let raw = try RawFile(test.path)
        // Signed by the founder herself, for the empty tree.
        let payload = forger.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        try raw.setEntry(0, forger.entry(payload, tree: RightEdge().head))
        try raw.setBlob(.filled(0), payload)
        #expect(throws: Fault.forked(since: test.time)) { try test.run { _ in } }
    }

    @Test func aVaultThatMovedIsFoundAndRemembered() throws {
        let test = try vaultWithCases(1)
        let moved = try test.copyVault(to: "moved.kluis")
        #expect(try test.run(vault: moved) { $0.warnings } == [.vaultMoved])
        #expect(try test.run(vault: moved) { $0.warnings } == [])
        let listed = try Groups.list(passphrase: try TestVault.passphrase(), in: test.surroundings)
        #expect(listed.map(\.vault) == [moved])
    }
}
