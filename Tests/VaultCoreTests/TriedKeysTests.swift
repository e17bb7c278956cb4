import Testing
import VaultFormat
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Every key of a home, tried on every blob of a vault.
struct TriedKeysTests {
    private let test: TestVault

    /// Anna and Bram; case 1 with two notes is shared, case 2 a draft of Anna's. Both have seen everything.
    init() throws {
        test = try TestVault.withSharedCase()
        _ = try test.open(as: "Bram").show(case: 1)
        _ = try test.open().cases()
    }

    private func attempt(_ home: String, _ vault: String) throws -> OldKeys {
        try OldKeys.try(home: home, passphrase: try TestVault.passphrase(), vault: vault)
    }

    @Test func whoIsThereOpensWhatIsTheirs() throws {
        let anna = try attempt(test.home, test.path), bram = try attempt(test.surroundings(of: "Bram").home, test.path)
        let entries = try test.entries()
        // Title and text of two cases, and two notes: every kind of blob is tried as what it is. What is left over are deliveries that wait
        // for others, to keys that Anna has replaced.
        #expect(anna.parts.count == 6 && anna.payloads.count == entries)
        let vault = try test.open(readOnly: true).vault
        for name in anna.blobs.subtracting(anna.opened) {
            let bytes = try #require(try vault.blob(name, limit: 1 << 20))
            #expect(throws: Never.self) { _ = try Delivery(parsing: bytes) }
        }
        // Bram has case 1 and its notes, and what was read before he came is not for him: nothing was.
        #expect(bram.parts.count == 4 && bram.parts.isSubset(of: anna.parts) && bram.payloads.count == entries)
        #expect(bram.count > 0 && bram.blobs == anna.blobs)
    }

    @Test func whoWasRemovedOpensNothingNew() throws {
        let home = try test.copyHome(to: "kept", from: test.surroundings(of: "Bram").home)
        let vault = try test.copyVault(to: "kept.kluis")
        _ = try test.open().remove(.name("Bram"), dryRun: false)
        _ = try test.open().addNote("Daarna geschreven.", toCase: 1, dryRun: false)
        let before = try attempt(home, vault), now = try attempt(home, test.path)
        let fresh = now.blobs.subtracting(before.blobs)
        #expect(before.parts.count == 4 && now.parts.isEmpty)
        #expect(!fresh.isEmpty && now.opened.isDisjoint(with: fresh))
        #expect(now.payloads == before.payloads.intersection(now.blobs))
        #expect(try attempt(test.home, test.path).parts.count == 7, "those who stayed open all of it")
    }

    @Test func deliveriesAreOpenedAndWhatTheyBringIsTried() throws {
        let home = try test.copyHome(to: "kept", from: test.surroundings(of: "Bram").home)
        try test.admit("Chris")
        let late = try attempt(home, test.path)
        #expect(late.deliveries.count >= 1)
        #expect(late.payloads.count == (try test.entries()), "the epoch that began with Chris came in a delivery")
    }

    @Test func strangersAreRefused() throws {
        let home = test.home, vault = test.path
        #expect(throws: Fault.wrongPassphrase) {
            _ = try OldKeys.try(home: home, passphrase: try TestVault.passphrase("een andere"), vault: vault)
        }
        let other = try TestVault()
        _ = try other.foundGroup()
        #expect(throws: Fault.self) { _ = try OldKeys.try(home: home, passphrase: try TestVault.passphrase(), vault: other.path) }
    }
}
