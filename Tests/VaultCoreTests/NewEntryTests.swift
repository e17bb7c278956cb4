import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Entries that came since this home last looked: each is what a member signed for this place, or it is named and nothing of it is
/// believed.
struct NewEntryTests {
    private let test: TestVault
    /// A session of a home that knows the log up to entry 4 while the vault goes on.
    private let reader: Session
    private let raw: RawFile

    init() throws {
        test = try TestVault.withTwoCases()
        reader = try Session.open(
            vault: test.path, passphrase: try TestVault.passphrase(), in: test.surroundings(home: try test.copyHome(to: "reader")),
            readOnly: false)
        try test.run { session in
            for _ in 0..<3 { _ = try session.cases() }
        }
        raw = try RawFile(test.path)
    }

    private func damage(_ kind: FindingKind, at index: Int = 5) throws {
        #expect(throws: Fault.entryDamaged(index: index, kind: kind)) { try reader.sync() }
    }

    private func payload(_ index: Int) throws -> BlobHash { try UnverifiedEntry(parsing: try raw.entry(index)).text.payload }

    @Test func aLawfulVaultIsTaken() throws {
        #expect(try reader.sync() == 8)
    }

    @Test(arguments: [UInt8(0x01), 0x20, 0x80]) func everyFlippedByteOfAnEntryIsNamed(_ mask: UInt8) throws {
        let bytes = try raw.entry(6)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= mask
            try raw.setEntry(6, flipped)
            let found = try fault { _ = try reader.sync() }
            switch found {
            case .entryDamaged(index: 6, kind: _): break
            // The number of the version and the end of its line.
            case .newerVersion where (12...14).contains(place): break
            default: Issue.record("byte \(place): \(String(describing: found))")
            }
        }
        try raw.setEntry(6, bytes)
        #expect(try reader.sync() == 8)
    }

    @Test func everyFlippedByteOfAPayloadIsNamed() throws {
        let hash = try payload(6)
        let bytes = try raw.blob(hash)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 0x01
            try raw.setBlob(hash, flipped)
            #expect(throws: Fault.payloadDamaged(index: 6), "byte \(place)") { try reader.sync() }
        }
        for length in [0, 1, bytes.count / 2, bytes.count - 1] {
            try raw.setBlob(hash, Array(bytes[..<length]))
            #expect(throws: Fault.payloadDamaged(index: 6), "\(length) bytes") { try reader.sync() }
        }
        try raw.setBlob(hash, bytes)
        #expect(try reader.sync() == 8)
    }

    @Test func aPayloadThatIsNotThereOrNotWholeIsNamed() throws {
        let hash = try payload(6)
        let bytes = try raw.blob(hash)
        let spoiled = [
            "DELETE FROM blobs WHERE hash = x'\(hash.hex)'", "UPDATE blobs SET seq = 1 WHERE hash = x'\(hash.hex)'",
            "UPDATE blobs SET bytes = 'text' WHERE hash = x'\(hash.hex)'",
            "UPDATE blobs SET bytes = zeroblob(70000) WHERE hash = x'\(hash.hex)'",
            """
            WITH RECURSIVE piece(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM piece WHERE n < 40)
            INSERT INTO blobs (hash, seq, bytes) SELECT x'\(hash.hex)', n, zeroblob(65536) FROM piece;
            UPDATE blobs SET bytes = zeroblob(65536) WHERE hash = x'\(hash.hex)'
            """,
        ]
        for statements in spoiled {
            try raw.run(statements)
            #expect(throws: Fault.payloadDamaged(index: 6), "\(statements)") { try reader.sync() }
            try raw.setBlob(hash, bytes)
        }
        try raw.setBlob(hash, try raw.blob(try payload(5)))
        #expect(throws: Fault.payloadDamaged(index: 6)) { try reader.sync() }
    }

    @Test func anEntryThatIsNotThereOrNotBytesIsNamed() throws {
        let bytes = try raw.entry(6)
        for statement in [
            "DELETE FROM entries WHERE idx = 6", "UPDATE entries SET bytes = '' WHERE idx = 6",
            "UPDATE entries SET bytes = 'text' WHERE idx = 6",
            "UPDATE entries SET bytes = 6 WHERE idx = 6", "UPDATE entries SET bytes = zeroblob(65536) WHERE idx = 6",
            "UPDATE entries SET bytes = zeroblob(65535) WHERE idx = 6",
        ] {
            try raw.run(statement)
            try damage(.badForm, at: 6)
            try raw.setEntry(6, bytes)
        }
        try raw.run("INSERT INTO entries (idx, bytes) VALUES (9, x'00')")
        try damage(.badForm, at: 8)
    }

    @Test func droppingReorderingAndReplayingAreSeen() throws {
        let (five, six, seven) = (try raw.entry(5), try raw.entry(6), try raw.entry(7))
        try raw.setEntry(5, six)
        try raw.setEntry(6, seven)
        try raw.removeEntry(7)
        try damage(.wrongTree)
        try raw.setEntry(6, five)
        try raw.setEntry(7, seven)
        try damage(.wrongTree)
        try raw.setEntry(5, five)
        try raw.setEntry(6, five)
        try damage(.wrongTree, at: 6)
        try raw.setEntry(6, six)
        try raw.setEntry(8, try raw.entry(1))
        try damage(.wrongTree, at: 8)
        try raw.removeEntry(8)
        #expect(try reader.sync() == 8)
    }

    @Test func anEntryOfAnotherGroupIsSeen() throws {
        let other = try TestVault.withTwoCases()
        try other.run { session in _ = try session.cases() }
        try raw.setEntry(5, try RawFile(other.path).entry(5))
        try damage(.badForm)
    }

    @Test func nobodyElseSigns() throws {
        let forger = try Forger(test)
        let payload = forger.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        try raw.setBlob(BlobHash.of(payload), payload)
        try raw.setEntry(8, forger.forged(payload, as: forger.me))
        try damage(.badSignature, at: 8)
        try raw.setEntry(8, forger.forged(payload, as: .random()))
        try damage(.notEntitled, at: 8)
        try raw.setEntry(8, forger.entry(payload, group: .random()))
        try damage(.badForm, at: 8)
        try raw.setEntry(8, forger.entry(payload))
        #expect(try reader.sync() == 9)
    }

    /// What a home has pinned is compared byte for byte.
    @Test func everyFlippedByteOfTheNewestKnownEntryIsNamed() throws {
        for index in 5..<8 { try raw.removeEntry(index) }
        let bytes = try raw.entry(4)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 0x01
            try raw.setEntry(4, flipped)
            try damage(.badForm, at: 4)
        }
    }

    @Test func whatIsRefusedIsNotPinned() throws {
        let bytes = try raw.entry(6)
        try raw.setEntry(6, Array(bytes.dropLast()))
        try damage(.badForm, at: 6)
        #expect(try reader.membership.edge().size == 5)
        try raw.setEntry(6, bytes)
        #expect(try reader.sync() == 8)
    }
}
