import Testing
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// The log never goes back, only content does: who can follow, who must refuse, what is lost.
struct RestoreTests {
    private let test: TestVault

    /// Anna, Bram and Chris; case 1 of Anna's with two notes shared, case 2 a draft of hers. A backup of that.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        _ = try test.open().backUp(to: file, replacing: false, dryRun: false) { _, _ in }
        for person in ["Bram", "Chris"] { _ = try test.open(as: person) }
    }

    private var file: String { test.file("backup.kluis") }

    private func restore(as person: String = "Anna", from name: String = "backup.kluis", dryRun: Bool = false) throws -> BackupRestored {
        try BackupSight(test.file(name), vault: test.path, in: test.surroundings(of: person), unlocking: test.master(of:))
            .restore(dryRun: dryRun) { _, _ in }
    }

    private func expectWhole(_ people: [String]) throws {
        for person in people {
            let session = try test.open(as: person)
            #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
            #expect(try session.verifyLog().findings == [], "\(person)")
        }
    }

    @Test func whatTheVaultLacksComesBackAndTheRestStays() throws {
        // Written since, and not in the backup.
        _ = try test.open(as: "Bram").addNote("Van daarna.", toCase: 1, dryRun: false)
        let record = try test.record(1)
        let body = try #require(record.body?.blob), note = record.notes[0].body.blob
        try RawFile(test.path).removeBlob(body)
        try RawFile(test.path).setBlob(note, [1, 2, 3])
        let foreseen = try restore(dryRun: true)
        #expect(foreseen.broughtBack == 2 && foreseen.lost.lostItems == 0 && foreseen.openable == 7)
        let entries = try test.entries()
        let restored = try restore()
        #expect(restored.broughtBack == 2 && restored.lost.lostItems == 0 && restored.openable == 7 && restored.size == entries)
        #expect(try test.logged(from: entries) == [Written(event: .backupRestored, outcome: .done, caseNumber: nil)])
        #expect(try test.open(as: "Bram").show(case: 1).notes.map(\.text) == ["Eerst bellen.", "Niet alleen gaan.", "Van daarna."])
        try expectWhole(["Anna", "Bram", "Chris"])
        // The file as it was is beside it, and nothing half made.
        let aside = try #require(restored.setAside)
        #expect(try Files.exists(aside))
        #expect(try Files.names(in: test.folder).filter { $0.hasPrefix(".kluis-") } == [])
    }

    /// The log says that it is gone, and the keys of the backup have ended.
    @Test func whatWasErasedStaysErased() throws {
        let parts = try test.record(1).parts.map(\.facts.blob)
        _ = try test.open().erase(case: 1, dryRun: false)
        let restored = try restore()
        #expect(restored.broughtBack == 0 && restored.lost.lostItems == 0)
        for blob in parts { #expect(try RawFile(test.path).count("blobs WHERE hash = X'\(blob.hex)'") == 0) }
        #expect(throws: Fault.noSuchCase(1)) { try test.open().show(case: 1) }
        try expectWhole(["Anna", "Bram", "Chris"])
    }

    @Test func aVaultThatIsGoneIsThereAgain() throws {
        _ = try test.open().addCase(try CaseText(title: "Later", pitch: nil, body: "Na de kopie."), share: true, dryRun: false)
        try Files.remove(test.path)
        #expect(try restore(dryRun: true).lost.lost == [Restoration.Item(case: 3)])
        let restored = try restore()
        #expect(restored.setAside == nil && restored.broughtBack == 6)
        #expect(restored.lost.lost == [Restoration.Item(case: 3)] && restored.lost.size < restored.size)
        // The log has not gone back: it still says that there is a third case.
        #expect(try test.open(as: "Bram").cases().damaged == [3])
        #expect(try test.open(as: "Bram").show(case: 1).notes.count == 2)
        #expect(try test.open(as: "Chris").verifyLog().findings == [])
        #expect(try Files.permissions(test.path).bits == 0o600)
    }

    @Test func aDamagedFileIsSetAside() throws {
        let bytes = try TestVault.bytes(test.path)
        try TestVault.write(Array(bytes.prefix(5000)), to: test.path)
        #expect(throws: (any Error).self) { try test.open() }
        let restored = try restore()
        #expect(try TestVault.bytes(try #require(restored.setAside)) == Array(bytes.prefix(5000)))
        try expectWhole(["Anna", "Bram", "Chris"])
    }

    /// Somebody who was removed comes back by no restore: neither with their old backup nor with anybody's.
    @Test func whoWasRemovedStaysRemoved() throws {
        let chris = try test.copyHome(to: "thief", from: test.surroundings(of: "Chris").home)
        _ = try test.open().remove(.name("Chris"), dryRun: false)
        _ = try test.open(as: "Bram")
        // Chris puts the old vault back in its place, from the days when Chris was a member.
        try TestVault.write(try TestVault.bytes(file), to: test.path)
        #expect(try fault { _ = try test.open(as: "Bram") }.map { if case .rolledBack = $0 { true } else { false } } == true)
        let restored = try restore(as: "Bram")
        #expect(throws: Fault.membershipEnded) { try test.run(home: chris) { _ in } }
        #expect(throws: Fault.membershipEnded) { try restore(as: "Chris") }
        // What was sealed anew for the removal was in the vault only: it is lost, and said to be.
        #expect(restored.lost.lost == [Restoration.Item(case: 1), .init(case: 1, note: 1), .init(case: 1, note: 2)])
        let tried = try OldKeys.try(home: chris, passphrase: try TestVault.passphrase(), vault: test.path)
        #expect(tried.parts.isEmpty)
        #expect(try test.open().members().map(\.ended) == [nil, nil, .removed])
    }

    /// The home that knows most has the say; who knew less follows, who knows more refuses until it restores itself.
    @Test func aHomeThatKnowsMoreRefusesAndRestoresFromItsOwn() throws {
        let early = try test.copyHome(to: "early", from: test.surroundings(of: "Bram").home)
        _ = try test.open().addNote("Alleen Anna weet dit.", toCase: 1, dryRun: false)
        try Files.remove(test.path)
        // Bram was not there for Anna's last entry.
        let byBram = try restore(as: "Bram")
        #expect(byBram.lost.lostItems == 0)
        #expect(try fault { _ = try test.open() }.map { if case .forked = $0 { true } else { false } } == true)
        _ = try test.open(as: "Chris")
        // Anna restores from her own: the note is in her log, and its text was in the vault that is gone.
        let byAnna = try restore()
        #expect(byAnna.lost.lost == [Restoration.Item(case: 1, note: 3)])
        #expect(try test.open().show(case: 1).notes.count == 2)
        for person in ["Bram", "Chris"] {
            #expect(try fault { _ = try test.open(as: person) }.map { if case .forked = $0 { true } else { false } } == true, "\(person)")
        }
        // Whoever had not yet followed Bram follows Anna.
        #expect(try test.run(home: early) { try $0.show(case: 1).notes.count } == 2)
    }

    /// A home that was itself put back from an old copy takes in what the backup knows more.
    @Test func aHomeThatIsBehindTakesInTheLogOfTheBackup() throws {
        let old = try test.copyHome(to: "old")
        _ = try test.open().addCase(try CaseText(title: "Later", pitch: nil, body: "Tekst"), share: true, dryRun: false)
        _ = try test.open().backUp(to: test.file("newer.kluis"), replacing: false, dryRun: false) { _, _ in }
        let entries = try test.entries()
        try Files.remove(test.path)
        try test.restoreHome(old)
        let restored = try restore(from: "newer.kluis")
        #expect(restored.size == entries && restored.lost.lostItems == 0)
        #expect(try test.open(as: "Bram").show(case: 3).text.title == "Later")
        try expectWhole(["Anna", "Bram", "Chris"])
    }

    @Test func guestsAndAuditorsRestoreNothing() throws {
        try test.admit("Gast", role: .guest, until: test.time.day)
        _ = try test.open(as: "Gast")
        let bytes = try TestVault.bytes(test.path)
        #expect(throws: Fault.roleMayNot(role: .guest)) { try restore(as: "Gast") }
        #expect(try TestVault.bytes(test.path) == bytes)
    }

    @Test func aDryRunChangesNothing() throws {
        try RawFile(test.path).removeBlob(try #require(try test.record(1).body?.blob))
        let before = try TestVault.allBytes(in: test.folder)
        #expect(try restore(dryRun: true).broughtBack == 1)
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    /// What is erased at home was to be forgotten: deliveries that everybody has taken over from do not come back.
    @Test func endedDeliveriesDoNotComeBack() throws {
        let state = try test.open().state
        try Files.remove(test.path)
        _ = try restore()
        let vault = try VaultFile.open(test.path, access: .readOnly)
        var waiting: Set<BlobHash> = []
        try vault.blobHashes { name, _ in
            guard let bytes = try vault.blob(name, limit: 1 << 20) else { return }
            if (try? Delivery(parsing: bytes)) != nil { waiting.insert(name) }
        }
        #expect(waiting == Set(state.deliveries.map(\.blob)))
    }

    @Test func whatIsWholeIsSavedFromADamagedVault() throws {
        let record = try test.record(1)
        try RawFile(test.path).removeBlob(record.notes[1].body.blob)
        let saved = test.file("saved.kluis")
        let damaged = try BackupSight(ofVault: test.path, in: test.surroundings, unlocking: test.master(of:))
        try damaged.salvage(to: saved) { _, _ in }
        #expect(throws: Fault.exists(.file)) { try damaged.salvage(to: saved) { _, _ in } }
        damaged.session.pause()
        try test.run(vault: saved) { session throws in
            #expect(try session.check(deep: true) { _, _ in }.findings.map(\.note) == [2])
            #expect(try session.show(case: 1).notes.map(\.text) == ["Eerst bellen."])
        }
    }
}
