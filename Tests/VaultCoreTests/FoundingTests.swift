import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Founding a group, and stopping between any two of its steps: keys at home, vault, pin.
struct FoundingTests {
    /// The home as it was before it pinned the first entry: keys and beginning are there.
    private func unpin(_ test: TestVault, _ group: GroupID) throws {
        try RawFile(test.membership(of: group)).run(
            """
            DELETE FROM facts WHERE name IN ('edge', 'state', 'seen');
            DELETE FROM entries; DELETE FROM lines; DELETE FROM blobs; DELETE FROM cases
            """
        )
    }

    private func found(_ test: TestVault, at path: String, name: String = "Opnieuw", dryRun: Bool = false, years: Int = 5) throws
        -> GroupFounded?
    {
        try Groups.found(
            name: name, vault: path, shared: false, logRetention: years, passphrase: try TestVault.passphrase(), dryRun: dryRun,
            in: test.surroundings)
    }

    private func listed(_ test: TestVault) throws -> [String] {
        try Groups.list(passphrase: try TestVault.passphrase(), in: test.surroundings).map(\.name)
    }

    @Test func aGroupIsFounded() throws {
        let test = try TestVault()
        let founded = try test.foundGroup(name: "  Intervisie Noord ")
        #expect(founded.name == "Intervisie Noord")
        let answer = try test.run { try $0.group() }
        #expect(answer.group == founded.group)
        #expect(answer.words == founded.words)
        #expect([answer.epoch, answer.members, answer.cases, answer.logSize] == [1, 1, 0, 1])
        #expect(answer.role == .member)
        #expect(try test.run { try $0.logHead().words } == founded.words)
        #expect(try listed(test) == ["Intervisie Noord"])
    }

    @Test func stoppedBeforeTheVaultStands() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        try unpin(test, founded.group)
        try Files.remove(test.path)
        #expect(try listed(test) == [])
        #expect(throws: Fault.io(.notFound)) { try test.run { _ in } }
        #expect(throws: Fault.noVaultNamed) {
            try Session.open(vault: nil, passphrase: try TestVault.passphrase(), in: test.surroundings, readOnly: false)
        }
        let again = try #require(try found(test, at: test.path))
        #expect(try Files.names(in: test.home + "/groups") == ["\(again.group.hex).home"])
        #expect(try test.run { $0.groupName } == "Opnieuw")
    }

    @Test func stoppedBeforeThePin() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        try unpin(test, founded.group)
        #expect(
            try test.run { try $0.addCase(try CaseText(title: "Eerste", pitch: nil, body: ""), share: false, dryRun: false).number } == 1)
        #expect(try test.run { try $0.group().words } == founded.words)
        #expect(try listed(test) == ["Intervisie Oost"])
    }

    /// Before the pin there is one beginning that counts: the one this home wrote down first.
    @Test func anotherBeginningBeforeThePinIsRefused() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        let forger = try Forger(test)
        try unpin(test, founded.group)
        let sealed = forger.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        let raw = try RawFile(test.path)
        try raw.setEntry(0, forger.entry(sealed, tree: RightEdge().head))
        try raw.setBlob(BlobHash.of(sealed), sealed)
        #expect(throws: Fault.otherFile) { try test.run { _ in } }
    }

    @Test func foundingASecondGroupLeavesTheFirst() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let second = test.file("second.kluis")
        _ = try found(test, at: second)
        #expect(Set(try listed(test)) == ["Intervisie Oost", "Opnieuw"])
        #expect(try test.run { $0.groupName } == "Intervisie Oost")
        #expect(try test.run(vault: second) { $0.groupName } == "Opnieuw")
        do {
            _ = try Session.open(vault: nil, passphrase: try TestVault.passphrase(), in: test.surroundings, readOnly: false)
            Issue.record("one of two vaults was chosen")
        } catch Fault.severalVaults(let paths) {
            #expect(Set(paths) == [test.path, second])
        }
    }

    /// A vault that was thrown away leaves its place to another.
    @Test(arguments: 0..<4) func aNewVaultAtTheOldPathIsTheOneThatOpens(_ round: Int) throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        try Files.remove(test.path)
        _ = try found(test, at: test.path)
        #expect(try test.run { $0.groupName } == "Opnieuw", "round \(round)")
    }

    @Test func nothingIsOverwritten() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let before = try TestVault.allBytes(in: test.folder)
        #expect(throws: Fault.exists(.vault)) { try found(test, at: test.path) }
        #expect(throws: Fault.exists(.vault)) { try found(test, at: test.home) }
        #expect(throws: Fault.exists(.vault)) { try found(test, at: test.path, dryRun: true) }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test func whereNoVaultCanStandNoKeysAreLeft() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let before = try Files.names(in: test.home + "/groups")
        #expect(throws: Fault.io(.notFound)) { try found(test, at: test.file("nowhere/group.kluis")) }
        for name in ["", " ", "Oost\nWest", String(repeating: "o", count: 101)] {
            #expect(
                try fault { _ = try found(test, at: test.file("x.kluis"), name: name) }.map {
                    if case .text(.groupName, _) = $0 { true } else { false }
                } == true)
        }
        #expect(try Files.names(in: test.home + "/groups") == before)
        #expect(try !Files.exists(test.file("x.kluis")))
    }
}
