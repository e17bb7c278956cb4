import Testing
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Backups: made whole or not at all, and honest about what they still bring back.
struct BackupTests {
    private let test: TestVault

    /// Anna with two cases, the first with two notes and shared; Bram.
    init() throws {
        test = try TestVault.withTwoCases()
        try test.admit("Bram")
        _ = try test.open(as: "Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
    }

    private var file: String { test.file("backup.kluis") }

    @discardableResult
    private func backUp(_ name: String = "backup.kluis", as person: String = "Anna", replacing: Bool = false) throws -> BackupMade {
        try test.open(as: person).backUp(to: test.file(name), replacing: replacing, dryRun: false) { _, _ in }
    }

    private func sight(_ person: String = "Anna") throws -> BackupSight {
        try BackupSight(file, vault: test.path, in: test.surroundings(of: person), unlocking: test.master(of:))
    }

    @Test func itIsLoggedReadBackAndPrivate() throws {
        let entries = try test.entries()
        let made = try backUp()
        #expect(made.findings == [] && made.items == 4 && made.epoch == 2)
        #expect(made.bytes == (try Files.length(of: file)))
        #expect(try Files.permissions(file).bits == 0o600)
        #expect(try test.logged(from: entries) == [Written(event: .backupCreated, outcome: .done, caseNumber: nil)])
        // It is a vault as any other, up to its own entry.
        for table in ["entries", "blobs"] { #expect(try RawFile(file).rows(table) == RawFile(test.path).rows(table)) }
        #expect(try Files.names(in: test.folder).filter { $0.hasPrefix(".kluis-") } == [])
    }

    @Test func aFileThatIsThereStays() throws {
        try TestVault.write([1, 2, 3], to: file)
        let entries = try test.entries()
        #expect(throws: Fault.exists(.file)) { try backUp() }
        #expect(try TestVault.bytes(file) == [1, 2, 3] && test.entries() == entries)
        #expect(try backUp(replacing: true).findings == [])
        #expect(try TestVault.bytes(file).count > 3)
    }

    @Test func aDryRunMakesNothing() throws {
        let before = try TestVault.allBytes(in: test.folder)
        let made = try test.open(readOnly: true).backUp(to: file, replacing: false, dryRun: true) { _, _ in }
        #expect(made.items == 4 && made.bytes == 0)
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    /// A copy of what is damaged is no backup: it is not made, and the log says so.
    @Test func ofADamagedVaultThereIsNone() throws {
        let note = try #require(try test.record(1).notes.first?.body.blob)
        try RawFile(test.path).removeBlob(note)
        let entries = try test.entries()
        let made = try backUp()
        #expect(made.findings.map(\.kind) == [.partMissing] && made.findings.first?.note == 1)
        #expect(try !Files.exists(file))
        #expect(try test.logged(from: entries).map(\.outcome) == [.done, .failed])
    }

    /// What others wrote between my last look and the copy is in it, verified.
    @Test func othersMayWriteMeanwhile() throws {
        let anna = try test.open()
        _ = try test.open(as: "Bram").addNote("Van Bram.", toCase: 1, dryRun: false)
        let made = try anna.backUp(to: file, replacing: false, dryRun: false) { _, _ in }
        #expect(made.items == 5 && made.findings == [])
    }

    @Test func anAuditorMakesNone() throws {
        try test.admit("Greta", role: .auditor, until: test.time.day)
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try backUp(as: "Greta") }
        #expect(try !Files.exists(file))
    }

    @Test func checkSaysWhatItWouldBringBack() throws {
        try backUp()
        var checked = try sight().check { _, _ in }
        #expect(checked.findings == [] && checked.openable == checked.parts && checked.parts == 6 && checked.entriesSince == 0)
        #expect(checked.circles.map(\.kind) == [.group, .private] && checked.circles.allSatisfy(\.isLive))
        // Bram sees what he may open: not Anna's draft.
        #expect(try sight("Bram").check { _, _ in }.parts == 4)
        let entries = try test.entries(), bytes = try TestVault.bytes(file)
        _ = try test.open().remove(.name("Bram"), dryRun: false)
        checked = try sight().check { _, _ in }
        #expect(checked.entriesSince > 0 && checked.size == entries)
        #expect(checked.circles.map(\.isLive) == [false, true])
        #expect(checked.openable == 2 && checked.parts == 6)
        #expect(throws: Fault.membershipEnded) { try sight("Bram") }
        #expect(try TestVault.bytes(file) == bytes)
    }

    /// Looking at a backup takes in what others wrote in the vault, and so says what they did.
    @Test func whatOthersDidIsSaidHereToo() throws {
        try backUp()
        try test.admit("Chris", by: "Bram")
        #expect(try sight().session.news == [.joined(name: "Chris", role: .member, by: "Bram")])
        #expect(try sight().session.news == [])
        #expect(try test.open().news == [])
    }

    /// A file that somebody hands me, with entries that the vault does not have: looking at it binds this home to nothing.
    @Test func lookingAtABackupThatKnowsMoreMovesNothing() throws {
        let vault = try TestVault.bytes(test.path), home = try test.copyHome(to: "before")
        _ = try test.open().addNote("Op een andere tak.", toCase: 1, dryRun: false)
        try backUp()
        try TestVault.write(vault, to: test.path)
        try test.restoreHome(home)
        let before = try test.open().edge
        #expect(try sight().check { _, _ in }.findings == [])
        #expect(try test.open().edge == before)
    }

    @Test func checkAppendsNothing() throws {
        try backUp()
        let before = try TestVault.allBytes(in: test.folder)
        _ = try sight().check { _, _ in }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    @Test func whatIsNoBackupOfMineIsRefused() throws {
        let other = try TestVault()
        _ = try other.foundGroup()
        _ = try other.open().backUp(to: file, replacing: false, dryRun: false) { _, _ in }
        #expect(throws: Fault.notAMember) { try sight() }
        try TestVault.write([UInt8](repeating: 7, count: 8192), to: file)
        #expect(throws: Fault.notAVault) { try sight() }
        try Files.remove(file)
        #expect(throws: Fault.io(.notFound)) { try sight() }
    }

    /// Another group's backup for this vault's place, though I am in both.
    @Test func anotherGroupsBackupIsRefused() throws {
        try backUp()
        let west = test.file("west.kluis")
        _ = try Groups.found(
            name: "West", vault: west, shared: false, logRetention: 5, passphrase: try TestVault.passphrase(), dryRun: false,
            in: test.surroundings)
        #expect(throws: Fault.otherFile) {
            try BackupSight(file, vault: west, in: test.surroundings, unlocking: test.master(of:))
        }
    }

    /// Wherever one bit is another: it is refused, found, or nothing that matters has changed. `KLUIS_FLIPS=all` tries every byte,
    /// `KLUIS_FLIPS=4121` that one, which cuts the way to the last entries off, else every 977th.
    @Test func aFlippedBitIsFoundOrChangesNothing() throws {
        try backUp()
        let bytes = try TestVault.bytes(file)
        let whole = try sight().check { _, _ in }
        var found = 0
        let wanted = Environment.value("KLUIS_FLIPS")
        let places = wanted.flatMap { Int($0) }.map { [$0] } ?? Array(stride(from: 0, to: bytes.count, by: wanted == "all" ? 1 : 977))
        for place in places {
            var altered = bytes
            altered[place] ^= 1 << UInt8(place % 8)
            try TestVault.write(altered, to: file)
            do {
                let checked = try sight().check { _, _ in }
                #expect(checked.openable <= whole.openable && checked.size == whole.size, "byte \(place)")
                if !checked.findings.isEmpty || checked.openable < whole.openable { found += 1 }
            } catch let fault as Fault {
                switch fault {
                case .notAVault, .vaultTampered, .entryDamaged, .payloadDamaged, .newerVersion, .otherFile, .notAMember: found += 1
                default: Issue.record("byte \(place): \(fault)")
                }
            }
        }
        #expect(found > 10 || places.count == 1)
    }
}
