import Foundation
import Testing
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

/// What somebody can do to a folder on its way to the auditor, or make of it with the keys of one member. All is found and named, and
/// nothing is lost because something else was found first.
struct ExportAttackTests {
    private let log: ExportedLog
    private let path: String

    init() throws {
        log = try ExportedLog()
        path = try log.export(proofs: [0, 2])
    }

    /// A finding as tests write it.
    private static func written(_ finding: AuditFinding) -> String {
        switch finding.place {
        case .entry(let index): "\(finding.kind.rawValue) \(index)"
        case .file(let file): "\(finding.kind.rawValue) \(file)"
        case .kept: "\(finding.kind.rawValue) kept"
        }
    }

    private func findings(_ path: String, since: String? = nil) throws -> [String] {
        try ExportedLog.verify(path, since: since).findings.map(Self.written)
    }

    /// A forgery written by that person.
    private func forged(as person: String = "Bert", _ change: (inout Forgery) throws -> Void) throws -> String {
        try forged(by: try log.vault.open(as: person, readOnly: true), change)
    }

    private func forged(by session: Session, _ change: (inout Forgery) throws -> Void) throws -> String {
        var forgery = try Forgery(of: path)
        try change(&forgery)
        let target = path + "-" + UUID().uuidString
        try forgery.write(to: target, as: session)
        return target
    }

    @Test func everyFileCounts() throws {
        for name in try Tampering(path: path).names() {
            let spoiled = try Tampering.copy(path)
            var bytes = try spoiled.bytes(name)
            bytes[bytes.count / 2] ^= 0x01
            try spoiled.put(name, bytes)
            #expect(try findings(spoiled.path).contains { $0.hasSuffix(" " + name) || $0.hasSuffix("MANIFEST.sig") }, "\(name)")

            let missing = try Tampering.copy(path)
            try missing.remove(name)
            #expect(try findings(missing.path).contains("file-missing \(name)"), "\(name)")

            let longer = try Tampering.copy(path)
            try longer.put(name, try longer.bytes(name) + [0x0a])
            #expect(try !findings(longer.path).isEmpty, "\(name)")
        }
    }

    @Test func everyFileOfAnotherGroupIsFound() throws {
        let other = Tampering(path: try ExportedLog().keptExport())
        for name in try Tampering(path: path).names() {
            guard let bytes = try? other.bytes(name) else { continue }
            let swapped = try Tampering.copy(path)
            try swapped.put(name, bytes)
            #expect(try !findings(swapped.path).isEmpty, "\(name)")
        }
        try? FileManager.default.removeItem(atPath: other.path)
    }

    /// Whoever names the wrong folder hears that, and nothing of what is in it.
    @Test func aFolderThatIsNoExport() throws {
        let folder = Tampering(path: path + "-other")
        try FileManager.default.createDirectory(atPath: folder.path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder.path) }
        #expect(try findings(folder.path) == ["no-export export"])
        try folder.put("brief.txt", [1])
        try folder.put("export", [1])
        #expect(try findings(folder.path) == ["no-export export"])
        // Whatever is left of an export is looked at.
        try folder.remove("export")
        for name in ["checkpoint", "MANIFEST"] { try folder.put(name, try Tampering(path: path).bytes(name)) }
        #expect(try findings(folder.path).contains("file-missing export"))
    }

    @Test func whatDoesNotBelongIsNamed() throws {
        let folder = try Tampering.copy(path)
        try folder.put("tile/0/x", [1])
        try FileManager.default.createSymbolicLink(atPath: folder.path + "/link", withDestinationPath: "/etc/passwd")
        #expect(try findings(folder.path) == ["file-added link", "file-added tile/0/x"])
    }

    @Test func anEntryThatWasEdited() throws {
        let target = try forged { $0.entries[4] = try $0.entry(4, time: Instant(seconds: 0), signedBy: nil) }
        #expect(try findings(target) == ["bad-signature 4", "wrong-tree 5"])
        #expect(try ExportedLog.verify(target).firstBadEntry == 4)
    }

    @Test func anEntrySignedAgainByAnotherMember() throws {
        let bert = try log.vault.open(as: "Bert", readOnly: true)
        let target = try forged(by: bert) { $0.entries[4] = try $0.entry(4, signedBy: bert) }
        #expect(try findings(target) == ["wrong-tree 5"])
    }

    /// The tiles of the original say which of the two is right.
    @Test func anEntrySignedAgainBesideTheRightTiles() throws {
        let bert = try log.vault.open(as: "Bert", readOnly: true)
        let folder = try Tampering.copy(path)
        var forgery = try Forgery(of: path)
        forgery.entries[4] = try forgery.entry(4, signedBy: bert)
        let name = try #require(try folder.names().first { $0.hasPrefix("tile/entries/") })
        try folder.put(name, EntryTile.bytes(of: forgery.entries))
        #expect(try findings(folder.path) == ["wrong-tree 4", "file-altered \(name)"])
    }

    @Test func anEntryThatWasBackDated() throws {
        let anna = try log.vault.open(readOnly: true)
        let last = try Forgery(of: path).entries.count - 1
        let target = try forged(by: anna) { $0.entries[last] = try $0.entry(last, time: Instant(seconds: 0), signedBy: anna) }
        #expect(try findings(target) == ["clock-back \(last)"])
        let words = try anna.logHead().words
        #expect(try ExportedLog.verify(target, words: words).wordsAgree == false)
        #expect(try findings(target, since: path + "/checkpoint") == ["clock-back \(last)", "forked kept"])
    }

    @Test func aMembershipEntryLeftOut() throws {
        // Entry 1 lets Bert in.
        let accepted = try #require(try Forgery(of: path).disclosed.keys.sorted().dropFirst().first)
        let hidden = try forged(as: "Anna") { $0.disclosed[accepted] = nil }
        #expect(try findings(hidden).contains("not-disclosed \(accepted)"))
        let dropped = try forged(as: "Anna") { forgery in
            forgery.entries.remove(at: accepted)
            forgery.disclosed = Dictionary(
                uniqueKeysWithValues: forgery.disclosed.filter { $0.key != accepted }.map {
                    ($0.key > accepted ? $0.key - 1 : $0.key, $0.value)
                })
        }
        #expect(try findings(dropped).contains("wrong-tree \(accepted)"))
        let headless = try forged { $0.disclosed[0] = nil }
        #expect(try findings(headless).first == "not-disclosed 0")
    }

    @Test func payloadsAndKeysOfOtherEntries() throws {
        let indices = try Forgery(of: path).disclosed.keys.sorted()
        let (last, before) = (indices[indices.count - 1], indices[indices.count - 2])
        let swapped = try forged(as: "Anna") { $0.disclosed[last] = $0.disclosed[before] }
        #expect(try findings(swapped).contains("payload-mismatch \(last)"))
        let wrongKey = try forged(as: "Anna") { forgery in
            guard case .opened(_, let sealed)? = forgery.disclosed[last], case .opened(let key, _)? = forgery.disclosed[before] else {
                return
            }
            forgery.disclosed[last] = .opened(key: key, sealed: sealed)
        }
        #expect(try findings(wrongKey).contains("wrap-mismatch \(last)"))
        let absent = try forged(as: "Anna") { $0.disclosed[last + 1] = .absent }
        #expect(try findings(absent) == ["payload-missing \(last + 1)"])
    }

    @Test func aCheckpointFromAnotherLog() throws {
        let other = Tampering(path: try ExportedLog().keptExport())
        let folder = try Tampering.copy(path)
        try folder.put("checkpoint", try other.bytes("checkpoint"))
        let found = try findings(folder.path)
        #expect(found.contains("not-entitled checkpoint") && found.contains("wrong-tree checkpoint"))
        let since = try ExportedLog.verify(path, since: other.path + "/checkpoint")
        #expect(since.findings.map(Self.written) == ["other-log kept"] && since.isOtherHistory)
        #expect(since.notShown.contains(.continuity))
        try? FileManager.default.removeItem(atPath: other.path)
    }

    @Test func aCheckpointOfASizeBeyondMeasure() throws {
        let folder = try Tampering.copy(path)
        let text = String(decoding: try folder.bytes("checkpoint"), as: UTF8.self)
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        lines[1] = "9007199254740991"
        try folder.put("checkpoint", Array(lines.joined(separator: "\n").utf8))
        let found = try ExportedLog.verify(folder.path)
        #expect(found.findings.map(Self.written).contains("bad-signature checkpoint"))
        #expect(found.entriesVerified == found.head.size)
    }

    /// Not one of many faults hides another.
    @Test func allOfManyFaultsAreNamed() throws {
        let target = try forged { forgery in
            forgery.entries[3] = try forgery.entry(3, time: Instant(seconds: 0), signedBy: nil)
            forgery.entries[6] = Array("no entry\n".utf8)
        }
        let folder = Tampering(path: target)
        try folder.put("extra", [1])
        try folder.remove("keys/vkeys")
        let found = try findings(target)
        for expected in ["bad-signature 3", "wrong-tree 4", "bad-form 6", "file-added extra", "file-missing keys/vkeys"] {
            #expect(found.contains(expected), "\(expected) in \(found)")
        }
    }
}

/// Of people who have gone, and of those who were never there.
struct ExportByOthersTests {
    /// Carla kept a copy of vault and home from before she was taken off, and makes an export of it today.
    @Test func aFormerMemberWithAnOldCopy() throws {
        let log = try ExportedLog(keepingCarla: true)
        let path = log.vault.file("of-carla")
        _ = try log.vault.run(home: log.carlasHome, vault: log.carlasVault) {
            try $0.exportLog(to: path, proofs: [], scope: .membership, dryRun: false) { _, _ in }
        }
        let alone = try ExportedLog.verify(path)
        #expect(alone.findings.isEmpty && alone.notShown.contains(.origin))
        let words = try log.vault.run(readOnly: true) { try $0.logHead().words }
        #expect(try ExportedLog.verify(path, words: words).wordsAgree == false)
        let mine = try log.export()
        let compared = try ExportedLog.verify(path, since: mine + "/checkpoint")
        #expect(compared.findings.map(\.kind) == [.rolledBack] && compared.isOtherHistory)
        #expect(try ExportedLog.verify(mine, since: path + "/checkpoint").findings.map(\.kind) == [.forked])
    }

    /// She signs the log as it is now.
    @Test func aFormerMemberSignsTheLogOfToday() throws {
        let log = try ExportedLog(keepingCarla: true)
        let path = try log.export()
        let carla = try #require(try log.vault.carlasOldSession(log))
        let target = log.vault.file("signed-by-carla")
        try Forgery(of: path).write(to: target, as: carla)
        #expect(try ExportedLog.verify(target).findings.contains { $0.kind == .notEntitled && $0.file == "checkpoint" })
        // And writes on.
        var forgery = try Forgery(of: path)
        let last = forgery.entries.count - 1
        forgery.entries[last] = try forgery.entry(last, signedBy: carla)
        let longer = log.vault.file("written-by-carla")
        try forgery.write(to: longer, as: try log.vault.open(readOnly: true))
        #expect(try ExportedLog.verify(longer).findings.map(\.index) == [last])
    }
}
