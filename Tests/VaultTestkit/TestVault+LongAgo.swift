package import VaultCore
import VaultCrypto
package import VaultFormat
import VaultSystem

extension TestVault {
    /// The clock of six years ago: what was written then is past the period of five years.
    package static var longAgo: Instant { Instant(seconds: Clock.now() - 6 * 366 * 86_400) }

    /// A group that began long ago, in a home and a vault of the caller's: one shared case with one note, both listed, opened and searched
    /// then.
    package static func foundLongAgo(
        home: String, vault: String, passphrase: String, person: String, group: String, text: CaseText, note: String
    ) throws {
        let then = longAgo
        let surroundings = Surroundings(home: home, now: { then }, onWait: {})
        try Identity.create(name: person, cost: .interactive, passphrase: try Self.passphrase(passphrase), in: surroundings)
        _ = try Groups.found(
            name: group, vault: vault, shared: false, logRetention: 5, passphrase: try Self.passphrase(passphrase), dryRun: false,
            in: surroundings)
        let session = try Session.open(vault: vault, passphrase: try Self.passphrase(passphrase), in: surroundings, readOnly: false)
        _ = try session.addCase(text, share: true, dryRun: false)
        _ = try session.addNote(note, toCase: 1, dryRun: false)
        _ = try session.cases()
        _ = try session.show(case: 1)
        _ = try session.search(SearchTerm(Array("de".utf8))) { _, _ in }
    }
}
