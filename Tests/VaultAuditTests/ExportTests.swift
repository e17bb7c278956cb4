import Foundation
import Testing
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// A folder that was made as it should be is found whole, by us and by programs of others.
struct ExportTests {
    @Test func whatIsWholeIsFoundWhole() throws {
        let log = try ExportedLog()
        let path = try log.export(proofs: [0, 3])
        let found = try ExportedLog.verify(path)
        #expect(found.findings.isEmpty)
        #expect(found.entriesVerified == found.head.size && found.members == 3 && found.exporter == 1)
        #expect(found.notShown == [.origin, .continuity, .contents])
    }

    @Test func allEventsCanBeGiven() throws {
        let log = try ExportedLog()
        let found = try ExportedLog.verify(try log.export(scope: .all))
        #expect(found.findings.isEmpty)
        #expect(found.disclosed == found.head.size && found.scope == .all)
        #expect(!found.notShown.contains(.contents))
    }

    /// Bert holds no ReadKey of the epoch before his own.
    @Test func whatTheExporterCannotReadIsNotGiven() throws {
        let log = try ExportedLog()
        _ = try log.vault.run { try $0.cases() }
        try log.vault.admit("Dirk")
        let found = try ExportedLog.verify(try log.export(as: "Dirk", scope: .all))
        #expect(found.findings.isEmpty && found.disclosed < found.head.size && found.exporter == 4)
    }

    @Test func wordsAndAnEarlierCheckpointShowMore() throws {
        let log = try ExportedLog()
        let first = try log.export()
        let second = try log.export()
        let words = try log.vault.run(readOnly: true) { try $0.logHead().words }
        let found = try ExportedLog.verify(second, words: words, since: first + "/checkpoint")
        #expect(found.findings.isEmpty && found.wordsAgree == true && found.since != nil)
        #expect(found.notShown == [.contents])
        #expect(try ExportedLog.verify(first, words: words).wordsAgree == false)
    }

    @Test func theExportIsInTheLogAndInTheFolder() throws {
        let log = try ExportedLog()
        let path = try log.export(as: "Bert")
        let lines = try log.vault.run { try $0.log(case: nil, from: nil, limit: 1) }
        #expect(lines.map(\.event) == [.logExported])
        let found = try ExportedLog.verify(path)
        #expect(found.head.size == lines[0].index + 1 && found.exporter == 2)
    }

    @Test func nothingIsEverOverwritten() throws {
        let log = try ExportedLog()
        let path = try log.export()
        #expect(throws: Fault.exists(.folder)) {
            try log.vault.run { try $0.exportLog(to: path, proofs: [], scope: .all, dryRun: false) { _, _ in } }
        }
        #expect(throws: Fault.noSuchEntry(999)) {
            try log.vault.run { try $0.exportLog(to: path + "x", proofs: [999], scope: .all, dryRun: false) { _, _ in } }
        }
    }

    @Test func everythingIsPrivate() throws {
        let log = try ExportedLog()
        let folder = Tampering(path: try log.export(proofs: [1]))
        for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(name)")
            let isFolder = attributes[.type] as? FileAttributeType == .typeDirectory
            #expect(attributes[.posixPermissions] as? Int == (isFolder ? 0o700 : 0o600), "\(name)")
        }
    }

    /// No name of a person, of the group or of a case is in a file, or in a payload that is given.
    @Test func noNamesAreInIt() throws {
        let log = try ExportedLog()
        let path = try log.export(scope: .all)
        let folder = Tampering(path: path)
        var texts = try folder.names().map { ($0, try folder.bytes($0)) }
        let forgery = try Forgery(of: path)
        for (index, given) in forgery.disclosed { texts.append(("payload \(index)", try #require(forgery.inside(given)))) }
        for (name, bytes) in texts {
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(["Anna", "Bert", "Carla", "Intervisie", "Titel", "verhaal"].allSatisfy { !text.contains($0) }, "\(name)")
        }
    }

    @Test func aDryRunWritesNothing() throws {
        let log = try ExportedLog()
        let path = log.vault.file("dry")
        let size = try log.vault.run(readOnly: true) { try $0.logHead().head.size }
        let answer = try log.vault.run(readOnly: true) {
            try $0.exportLog(to: path, proofs: [], scope: .all, dryRun: true) { _, _ in }
        }
        #expect(answer.head.size == size && answer.words == nil && !FileManager.default.fileExists(atPath: path))
    }
}
