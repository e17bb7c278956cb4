import Testing
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// What has expired stays away: through a backup from before, through a vault that was lost, on another line of the log.
struct ExpiryElsewhereTests {
    private let test: TestVault
    private let start: Instant
    /// Payloads of looks, by index.
    private let looks: [Int: BlobHash]

    /// Anna and Bram; both looked at case 1 in a month that has expired.
    init() throws {
        test = try TestVault.withTwoCases()
        start = test.time
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        for person in ["Bram", "Anna"] { _ = try test.open(as: person).show(case: 1) }
        let raw = try RawFile(test.path)
        looks = try test.run(readOnly: true) { session in
            let all = try (0..<session.edge.size).filter { try session.loggedLine($0).isReveal }
            return try Dictionary(uniqueKeysWithValues: all.map { ($0, try UnverifiedEntry(parsing: try raw.entry($0)).text.payload) })
        }
        #expect(looks.count == 2)
        test.time = Instant(seconds: start.seconds + 6 * 366 * 86_400)
    }

    private var backup: String { test.file("backup.kluis") }

    private func sight(of person: String = "Anna") throws -> BackupSight {
        try BackupSight(backup, vault: test.path, in: test.surroundings(of: person), unlocking: test.master(of:))
    }

    private func count(in path: String) throws -> Int {
        let raw = try RawFile(path)
        return try looks.values.count { try raw.count("blobs WHERE hash = X'\($0.hex)'") > 0 }
    }

    private func expectErased() throws {
        #expect(try count(in: test.path) == 0)
        for person in ["Anna", "Bram"] {
            try test.run(home: test.surroundings(of: person).home) { session throws in
                #expect(try session.verifyLog().findings == [], "\(person)")
                #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
                #expect(
                    try session.log(case: nil, from: nil, limit: nil).filter(\.isErased).map(\.index) == looks.keys.sorted(), "\(person)")
            }
        }
    }

    @Test(arguments: [false, true]) func aRestoreBringsNothingBack(_ isGone: Bool) throws {
        _ = try test.open().backUp(to: backup, replacing: false, dryRun: false) { _, _ in }
        _ = try test.open().expire(dryRun: false)
        // The backup still has them, and is whole.
        #expect(try count(in: backup) == 2)
        let checked = try sight().check { _, _ in }
        #expect(checked.findings == [] && checked.parts == checked.openable)
        if isGone { try Files.remove(test.path) }
        let restored = try sight().restore(dryRun: false) { _, _ in }
        #expect(restored.lost.lostItems == 0)
        try expectErased()
    }

    @Test func aBackupMadeAfterItHasNone() throws {
        _ = try test.open().expire(dryRun: false)
        _ = try test.open().backUp(to: backup, replacing: false, dryRun: false) { _, _ in }
        #expect(try count(in: backup) == 0)
        #expect(try sight(of: "Bram").check { _, _ in }.findings == [])
        _ = try sight(of: "Bram").restore(dryRun: false) { _, _ in }
        try expectErased()
    }

    /// A home that was stopped between taking the entry in and forgetting does so at its next start, whatever that is for.
    @Test func forgettingIsMadeUpFor() throws {
        let home = test.surroundings(of: "Bram").home
        let kept = try test.run(home: home) { session throws in
            var change = HomeChange(size: session.edge.size + 1)
            for (index, hash) in looks {
                change.lines.append(LineRow(index: index, value: try #require(try session.home.line(index))))
                change.blobsIn.append(Blob(hash: hash, bytes: try #require(try session.home.blob(hash, limit: Limits.payload))))
            }
            change.facts[Membership.Fact.forgotten.name] = Array("0".utf8)
            return change
        }
        _ = try test.open().expire(dryRun: false)
        let file = try test.run(home: home) { session throws in
            try session.home.pin(kept)
            return test.membership(of: session.groupID, home: home)
        }
        #expect(try count(in: file) == 2)
        try test.run(home: home, readOnly: true) { _ in }
        #expect(try count(in: file) == 0)
        try expectErased()
    }

    private func follow(_ person: String) throws {
        let words = try test.open(readOnly: true).logHead().words
        _ = try Session.open(
            trusting: words, vault: test.path, passphrase: try TestVault.passphrase(), in: test.surroundings(of: person), dryRun: false)
    }

    /// Bram erased on a line that the group lost; on the other nothing has expired yet. What his home no longer has it does not take back.
    @Test func onALineThatIsLeft() throws {
        let common = try test.copyVault(to: "common")
        _ = try test.open(as: "Bram").expire(dryRun: false)
        try test.restoreVault(common)
        _ = try test.open().addNote("Verder.", toCase: 1, dryRun: false)
        try follow("Bram")
        try test.run(home: test.surroundings(of: "Bram").home) { session throws in
            #expect(try session.verifyLog().findings == [])
            #expect(session.state.expired == 0)
            #expect(try session.log(case: nil, from: nil, limit: nil).count(where: \.isErased) == 2)
            #expect(try session.readers(ofCase: 1).isEmpty)
        }
        #expect(try test.open().readers(ofCase: 1).count == 2)
        #expect(try test.open(as: "Bram").expire(dryRun: false).looks == 2)
        try expectErased()
    }

    @Test func onALineThatIsFollowed() throws {
        let common = try test.copyVault(to: "common")
        _ = try test.open(as: "Bram").addNote("Verloren.", toCase: 1, dryRun: false)
        try test.restoreVault(common)
        _ = try test.open().expire(dryRun: false)
        try follow("Bram")
        try expectErased()
    }
}
