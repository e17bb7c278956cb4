import Testing
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Whatever happens to an attachment in the vault, no byte of it is given away unless all of it is what its author added.
struct DamagedAttachmentTests {
    private let test: TestVault
    private let facts: [PartFacts]

    /// Two attachments of case 1, each of four rows.
    init() throws {
        test = try TestVault.withTwoCases()
        for number in [1, 2] {
            let path = test.file("\(number).txt")
            try TestVault.write(AttachmentTests.bytes(200_000, number), to: path)
            _ = try test.run { try $0.attach(AttachmentSource(path: path), toCase: 1, dryRun: false) }
        }
        try Files.makePrivateDirectory(test.file("out"))
        facts = try test.record(1).attachments.map(\.body)
    }

    /// What somebody with an SQLite of their own can do to the rows of the first body.
    enum Spoiling: String, CaseIterable {
        case firstByte = "UPDATE blobs SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB) WHERE seq = 0"
        case header = "UPDATE blobs SET bytes = CAST(substr(bytes, 1, 20) || X'00FF00' || substr(bytes, 24) AS BLOB) WHERE seq = 0"
        case commitment = "UPDATE blobs SET bytes = CAST(substr(bytes, 1, 50) || X'00FF00' || substr(bytes, 54) AS BLOB) WHERE seq = 0"
        case firstChunk =
            "UPDATE blobs SET bytes = CAST(substr(bytes, 1, 30000) || X'00FF00' || substr(bytes, 30004) AS BLOB) WHERE seq = 0"
        case laterChunk =
            "UPDATE blobs SET bytes = CAST(substr(bytes, 1, 30000) || X'00FF00' || substr(bytes, 30004) AS BLOB) WHERE seq = 2"
        case lastBytes = "UPDATE blobs SET bytes = CAST(substr(bytes, 1, length(bytes) - 3) || X'00FF00' AS BLOB) WHERE seq = 3"
        case cutByOne = "UPDATE blobs SET bytes = substr(bytes, 1, length(bytes) - 1) WHERE seq = 3"
        case lastRowGone = "DELETE FROM blobs WHERE seq = 3"
        case middleRowGone = "DELETE FROM blobs WHERE seq = 1"
        case rowsSwapped = "UPDATE blobs SET seq = CASE seq WHEN 1 THEN 902 WHEN 2 THEN 901 END WHERE seq IN (1, 2)"
        case longer = "UPDATE blobs SET bytes = CAST(bytes || X'00' AS BLOB) WHERE seq = 3"
        case empty = "UPDATE blobs SET bytes = X'' WHERE seq = 0"
    }

    @Test(arguments: Spoiling.allCases) func isFoundBeforeAnythingIsGiven(_ spoiling: Spoiling) throws {
        let raw = try RawFile(test.path)
        let name = "X'\(facts[0].blob.hex)'"
        try raw.run(spoiling.rawValue.replacing(" WHERE ", with: " WHERE hash = \(name) AND "))
        if spoiling == .rowsSwapped { try raw.run("UPDATE blobs SET seq = seq - 900 WHERE seq > 900") }
        try expectDamaged(.partLost)
    }

    @Test func aMissingBodyAndTheOtherOneInItsPlace() throws {
        let raw = try RawFile(test.path)
        try raw.run("UPDATE blobs SET hash = CAST(X'00' || substr(hash, 2) AS BLOB) WHERE hash = X'\(facts[0].blob.hex)'")
        try expectDamaged(.partMissing)
        try raw.run(
            "INSERT INTO blobs (hash, seq, bytes) SELECT X'\(facts[0].blob.hex)', seq, bytes FROM blobs WHERE hash = X'\(facts[1].blob.hex)'"
        )
        try expectDamaged(.partLost)
    }

    /// Neither saving nor sharing gives anything away or goes on, and there is no entry of a look; `check` names it, and the rest is whole.
    private func expectDamaged(_ kind: FindingKind) throws {
        let entries = try test.entries()
        func save(_ attachment: Int) throws -> AttachmentSaved {
            try test.run { try $0.save(attachment: attachment, ofCase: 1, in: SaveFolder(path: test.file("out")), replacing: false) }
        }
        #expect(throws: Fault.attachmentDamaged(case: 1, attachment: 1)) { try save(1) }
        #expect(throws: Fault.attachmentDamaged(case: 1, attachment: 1)) {
            try test.run { try $0.share(case: 1, pitchOnly: false, without: [], dryRun: false) }
        }
        #expect(try Files.names(in: test.file("out")) == [])
        #expect(try test.entries() == entries)
        for deep in [false, true] {
            let findings = try test.run(readOnly: true) { try $0.check(deep: deep) { _, _ in } }.findings
            #expect(findings.map(\.kind) == [kind] && findings.first?.attachment == 1 && findings.first?.part == .body)
        }
        #expect(try TestVault.bytes(try save(2).path) == AttachmentTests.bytes(200_000, 2))
        try Files.remove(test.file("out") + "/2.txt")
    }

    /// A damaged one stops no removal: it is carried as lost, and named.
    @Test func isCarriedAsLost() throws {
        try test.admit("Bram")
        _ = try test.run { try $0.share(case: 1, pitchOnly: false, without: [], dryRun: false) }
        let body = try test.record(1).attachments[0].body.blob
        try RawFile(test.path).run(
            "UPDATE blobs SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB) WHERE hash = X'\(body.hex)' AND seq = 2")
        let removed = try test.run { try $0.remove(MemberReference("Bram"), dryRun: false) }
        #expect(removed.lostParts == 1 && removed.rewrittenParts == 7)
        let shown = try test.run { try $0.attachments(ofCase: 1) }
        #expect(shown.items.map(\.name) == ["1.txt", "2.txt"])
        #expect(throws: Fault.attachmentDamaged(case: 1, attachment: 1)) {
            try test.run { try $0.save(attachment: 1, ofCase: 1, in: SaveFolder(path: test.file("out")), replacing: false) }
        }
        #expect(try RawFile(test.path).count("blobs WHERE hash = X'\(body.hex)'") == 0)
    }

    /// A name that is damaged is left out and named, and the body is not given without it.
    @Test func aDamagedName() throws {
        let summary = try test.record(1).attachments[0].summary.blob
        try RawFile(test.path).setBlob(summary, [1])
        let list = try test.run { try $0.attachments(ofCase: 1) }
        #expect(list.damaged == [1] && list.items.map(\.number) == [2])
        let shown = try test.run { try $0.show(case: 1) }
        #expect(shown.damagedAttachments == [1] && shown.attachments.map(\.number) == [2])
        #expect(throws: Fault.attachmentDamaged(case: 1, attachment: 1)) {
            try test.run { try $0.save(attachment: 1, ofCase: 1, in: SaveFolder(path: test.file("out")), replacing: false) }
        }
    }
}
