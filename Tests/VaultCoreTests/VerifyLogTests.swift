import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// `log verify` reads everything again, names each altered place with its kind, once, and goes on.
struct VerifyLogTests {
    private let test: TestVault
    private let raw: RawFile

    init() throws {
        test = try TestVault.withTwoCases()
        try test.run { session in
            for _ in 0..<3 { _ = try session.cases() }
        }
        raw = try RawFile(test.path)
    }

    /// Index and kind of what is found, by `log verify` and by `check` alike.
    private func findings() throws -> [String] {
        let (checked, verified) = try test.run { session in (try session.check(deep: false) { _, _ in }, try session.verifyLog()) }
        #expect(checked.findings == verified.findings)
        #expect(verified.entriesVerified == verified.head.size - verified.findings.count { $0.kind != .clockBack })
        return verified.findings.map { "\($0.index ?? -1) \($0.kind.rawValue)" }
    }

    private func payload(_ index: Int) throws -> BlobHash { try UnverifiedEntry(parsing: try raw.entry(index)).text.payload }

    @Test func aWholeLogHasNoFindings() throws {
        #expect(try findings() == [])
        #expect(try test.written(from: 8).map(\.event) == [.logVerified])
    }

    @Test func everyFlippedByteOfAnOldEntryIsOneFinding() throws {
        let session = try test.open()
        let bytes = try raw.entry(2)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 0x01
            try raw.setEntry(2, flipped)
            var check = LogCheck(session: session)
            let found = try check.run(session.edge.size)
            #expect(found.map(\.index) == [2], "byte \(place)")
            let kinds: [FindingKind] = [.badForm, .badSignature, .notEntitled, .wrongTree]
            #expect(found.allSatisfy { kinds.contains($0.kind) }, "byte \(place)")
        }
    }

    @Test func everyFlippedByteOfAnOldPayloadIsOneFinding() throws {
        let session = try test.open()
        let hash = try payload(2)
        let bytes = try raw.blob(hash)
        for place in bytes.indices {
            var flipped = bytes
            flipped[place] ^= 0x01
            try raw.setBlob(hash, flipped)
            var check = LogCheck(session: session)
            #expect(
                try check.run(session.edge.size).map { "\($0.index ?? -1) \($0.kind.rawValue)" } == ["2 payload-mismatch"], "byte \(place)")
        }
    }

    @Test func eachAlterationHasItsKind() throws {
        let entry = try raw.entry(2)
        func altered(_ bytes: [UInt8]) throws -> [String] {
            try raw.setEntry(2, bytes)
            defer { try? raw.setEntry(2, entry) }
            return try findings()
        }
        let forger = try Forger(test)
        let sealed = forger.seal(Payload(.logVerified, .logRead(case: nil)).bytes)
        let note = try SignedNote(parsing: entry)
        let tree = try UnverifiedEntry(parsing: entry).text.tree
        #expect(try altered(Array(entry.dropLast())) == ["2 bad-form"])
        #expect(try altered(Array("not an entry\n".utf8)) == ["2 bad-form"])
        let later = String(decoding: entry, as: UTF8.self).replacing("time 2026", with: "time 2027")
        #expect(try altered(Array(later.utf8)) == ["2 bad-signature"])
        // Another key under Anna's name, and a stranger under a name of his own, both in the right place.
        let line = SignedNote.SignatureLine(
            name: note.signatures[0].name, keyID: note.signatures[0].keyID, signature: [UInt8](repeating: 1, count: 64))
        #expect(try altered(SignedNote(text: note.text, signatures: [line]).bytes) == ["2 bad-signature"])
        let stranger = String(decoding: entry, as: UTF8.self).replacing(forger.me.hex, with: MemberID.random().hex)
        #expect(try altered(Array(stranger.utf8)) == ["2 not-entitled"])
        // What Anna herself signs for another tree, or a second time for this one.
        #expect(try altered(forger.entry(sealed)) == ["2 wrong-tree"])
        #expect(try altered(forger.entry(sealed, tree: tree)) == ["2 wrong-tree"])
        #expect(try altered(try raw.entry(3)) == ["2 wrong-tree"])
        try raw.removeEntry(2)
        #expect(try findings() == ["2 bad-form"])
    }

    @Test func eachPayloadHasItsKind() throws {
        try raw.removeBlob(try payload(1))
        try raw.setBlob(try payload(3), [1, 2, 3])
        try raw.run("UPDATE blobs SET seq = 5 WHERE hash = x'\(try payload(4).hex)'")
        try raw.setBlob(try payload(6), try raw.blob(try payload(5)))
        #expect(try findings() == ["1 payload-missing", "3 payload-mismatch", "4 payload-mismatch", "6 payload-mismatch"])
    }

    @Test func severalPlacesAreAllNamed() throws {
        let (one, two) = (try raw.entry(1), try raw.entry(2))
        try raw.setEntry(1, two)
        try raw.setEntry(2, one)
        try raw.removeBlob(try payload(5))
        try raw.setEntry(6, [0])
        #expect(try findings() == ["1 wrong-tree", "2 wrong-tree", "5 payload-missing", "6 bad-form"])
    }

    @Test func aClockThatWentBackIsNamed() throws {
        test.time = Instant(seconds: test.time.seconds - 60)
        try test.run { session in _ = try session.cases() }
        test.time = Instant(seconds: test.time.seconds + 120)
        #expect(try findings() == ["8 clock-back"])
    }

    @Test func theFirstEntryIsFoundToo() throws {
        let first = try raw.entry(0)
        // A session that is open already: the next command would find that this is no vault of its group.
        let session = try test.open()
        try raw.setEntry(0, Array(first.dropLast()))
        #expect(try session.verifyLog().findings.map(\.index) == [0])
    }
}
