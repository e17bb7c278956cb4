import Testing
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// One identity in two groups: two memberships that nothing links, and a program that does not guess which is meant.
struct SeveralGroupsTests {
    /// Anna's own group, and another into which she is accepted.
    private let own: TestVault
    private let other: TestVault

    init() throws {
        own = try TestVault()
        _ = try own.foundGroup()
        other = try TestVault()
        _ = try other.foundGroup(name: "Intervisie West", person: "Willem")
        let asked = try Groups.join(
            vault: other.path, passphrase: try TestVault.passphrase(), out: nil, dryRun: false, in: own.surroundings)
        guard let words = asked.words else { throw TestFailure() }
        _ = try other.open().accept(Newcomer(request: asked.request, name: "Anna"), words: words, dryRun: false)
    }

    private func enterOther() throws -> Session {
        try Session.open(vault: other.path, passphrase: try TestVault.passphrase(), in: own.surroundings, readOnly: false)
    }

    @Test func nothingOfOneMembershipIsInTheOther() throws {
        let here = try own.open()
        let mine = here.myself
        here.pause()
        let there = try enterOther()
        let theirs = there.myself
        #expect(there.groupName == "Intervisie West")
        #expect(mine.id != theirs.id && mine.signing != theirs.signing && mine.decryption != theirs.decryption)
        _ = try there.cases()
        // Ids stand in the clear, in hex: where one is, the other is not.
        let files = try [own.path, other.path].map { String(decoding: try Files.read($0, limit: 1 << 26), as: UTF8.self) }
        for (hex, isFirst) in [(mine.id.hex, true), (here.groupID.hex, true), (theirs.id.hex, false), (there.groupID.hex, false)] {
            #expect(files[0].contains(hex) == isFirst && files[1].contains(hex) == !isFirst)
        }
    }

    @Test func whoDoesNotSayWhichIsAsked() throws {
        #expect(throws: Fault.severalVaults([own.path, other.path].sorted())) {
            do {
                _ = try Session.open(vault: nil, passphrase: try TestVault.passphrase(), in: own.surroundings, readOnly: true)
            } catch Fault.severalVaults(let paths) { throw Fault.severalVaults(paths.sorted()) }
        }
        _ = try enterOther()
        let listed = try Groups.list(passphrase: try TestVault.passphrase(), in: own.surroundings)
        #expect(Set(listed.map(\.name)) == ["Intervisie Oost", "Intervisie West"])
    }
}
