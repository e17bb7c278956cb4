import Testing
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Another passphrase for the same keys, and who may read the files.
struct PassphraseTests {
    private func change(_ test: TestVault, from old: String, to new: String, cost: KDFParameters? = nil, dryRun: Bool = false) throws {
        try Identity.changePassphrase(
            from: try TestVault.passphrase(old), to: try TestVault.passphrase(new), cost: cost, dryRun: dryRun, in: test.surroundings)
    }

    @Test func groupsGoOnUnderANewPassphrase() throws {
        let test = try TestVault.withTwoCases()
        let identity = test.home + "/identity"
        let before = try TestVault.bytes(identity)
        try change(test, from: "wachtzin van de test", to: "een nieuwe wachtzin")
        #expect(try TestVault.bytes(identity) != before)
        #expect(throws: Fault.wrongPassphrase) { try test.run { _ in } }
        let session = try Session.open(
            vault: test.path, passphrase: try TestVault.passphrase("een nieuwe wachtzin"), in: test.surroundings, readOnly: false)
        #expect(try session.show(case: 1).text.title == "Huisbezoek")
        #expect(try session.verifyLog().findings == [])
        #expect(try Identity.name(passphrase: try TestVault.passphrase("een nieuwe wachtzin"), in: test.surroundings) == "Anna")
        #expect(try Files.permissions(identity).bits == 0o600)
        #expect(try Set(Files.names(in: test.home)) == ["groups", "identity", "lock"])
    }

    @Test func theCostStaysOrChanges() throws {
        let test = try TestVault()
        try Identity.create(name: "Anna", cost: .interactive, passphrase: try TestVault.passphrase(), in: test.surroundings)
        func cost() throws -> [Int] {
            let text = try IdentityText(parsing: try TestVault.bytes(test.home + "/identity"))
            return [text.operations, text.memoryKiB]
        }
        try change(test, from: "wachtzin van de test", to: "b")
        #expect(try cost() == [2, 65_536])
        try change(test, from: "b", to: "c", cost: KDFParameters(operations: 3, memoryKiB: 65_536))
        #expect(try cost() == [3, 65_536])
        #expect(throws: Fault.identityCostRefused) {
            try change(test, from: "c", to: "d", cost: KDFParameters(operations: 9, memoryKiB: 65_536))
        }
        try change(test, from: "c", to: "c")
        #expect(try cost() == [3, 65_536])
    }

    @Test func theWrongPassphraseChangesNothing() throws {
        let test = try TestVault.withTwoCases()
        let before = try TestVault.allBytes(in: test.folder)
        let commands: [(borrowing Passphrase) throws -> Void] = [
            { try Identity.changePassphrase(from: $0, to: try TestVault.passphrase("b"), cost: nil, dryRun: false, in: test.surroundings) },
            { _ = try Identity.name(passphrase: $0, in: test.surroundings) },
            { _ = try Groups.list(passphrase: $0, in: test.surroundings) },
            { _ = try Session.open(vault: test.path, passphrase: $0, in: test.surroundings, readOnly: false) },
            {
                _ = try Groups.found(
                    name: "West", vault: test.file("west.kluis"), shared: false, logRetention: 5, passphrase: $0, dryRun: false,
                    in: test.surroundings)
            },
        ]
        for (place, command) in commands.enumerated() {
            #expect(throws: Fault.wrongPassphrase, "command \(place)") { try command(try TestVault.passphrase("fout")) }
        }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test func filesAreForTheirOwnerAlone() throws {
        let test = try TestVault()
        let founded = try test.foundGroup()
        func bits(_ path: String) throws -> String { String(try Files.permissions(path).bits, radix: 8) }
        #expect(try bits(test.home) == "700")
        #expect(try bits(test.home + "/groups") == "700")
        #expect(try bits(test.home + "/identity") == "600")
        #expect(try bits(test.home + "/lock") == "600")
        #expect(try bits(test.membership(of: founded.group)) == "600")
        #expect(try bits(test.path) == "600")
        _ = try Groups.found(
            name: "Samen", vault: test.file("shared.kluis"), shared: true, logRetention: 5, passphrase: try TestVault.passphrase(),
            dryRun: false,
            in: test.surroundings)
        #expect(try bits(test.file("shared.kluis")) == "660")
        #expect(try Set(Files.names(in: test.folder)) == ["group.kluis", "home", "shared.kluis"])
    }
}
