import Testing
import VaultAudit
import VaultCore
import VaultFormat
import VaultLog
import VaultTestkit

/// A log of which a part has expired, in a folder for outsiders: what has gone is said, and nothing else may be missing.
struct ExpiredExportTests {
    private let log: ExportedLog
    /// Entries of the month that expires.
    private let old: Int

    /// The month of ``ExportedLog``, and one look five years and two months later.
    init() throws {
        log = try ExportedLog()
        old = try RawFile(log.vault.path).count("entries")
        log.vault.time = Instant(seconds: log.vault.time.seconds + Self.years)
        _ = try log.vault.open(as: "Bert").show(case: 1)
    }

    private static let years: Int64 = (5 * 366 + 62) * 86_400

    /// Indices of what was looked at in that month, as Anna's home has them before they go.
    private func looks() throws -> Int {
        try log.vault.run { try $0.log(case: nil, from: 0, limit: nil) }.count { $0.index < old && ($0.event?.isReveal ?? false) }
    }

    @Test(arguments: [ExportScope.membership, .all]) func whatHasExpiredIsLawfullyAbsent(_ scope: ExportScope) throws {
        let looks = try looks()
        #expect(looks > 1)
        let before = try ExportedLog.verify(try log.export(scope: scope))
        #expect(before.absent == 0 && before.findings.isEmpty)
        #expect(try log.vault.open().expire(dryRun: false).looks == looks)
        for person in ["Anna", "Bert"] {
            let after = try ExportedLog.verify(try log.export(as: person, scope: scope))
            #expect(after.findings == [], "\(person)")
            // Of an export of the membership alone they were never a part.
            #expect(after.absent == (scope == .all ? looks : 0), "\(person)")
            #expect(after.entriesVerified == after.head.size, "\(person)")
        }
    }

    /// An export that leaves out a payload of the same age which is no look, or a look that is kept, is found out.
    @Test func absentIsNoExcuseForWhatHasNotExpired() throws {
        _ = try log.vault.open().expire(dryRun: false)
        let path = try log.export(scope: .all)
        #expect(try ExportedLog.verify(path).findings.isEmpty)
        for index in [1, old] {
            var forgery = try Forgery(of: path)
            forgery.disclosed[index] = .absent
            let copy = path + "-\(index)"
            try log.vault.run { try forgery.write(to: copy, as: $0) }
            let found = try ExportedLog.verify(copy)
            #expect(found.findings.contains { $0.kind == .payloadMissing && $0.index == index }, "\(index)")
        }
    }

    /// The first entry of a month is one that counts for nobody: outside, where it cannot be read, the months have to be the same.
    @Test(arguments: [ExportScope.membership, .all]) func aVoidEntryBeginsAMonth(_ scope: ExportScope) throws {
        // What is forged goes on from what Anna's home has seen.
        try log.vault.run { _ in }
        let forger = try Forger(log.vault)
        let month: Int64 = 32 * 86_400
        forger.time = Instant(seconds: log.vault.time.seconds + month)
        // There is no case 77.
        let index = try RawFile(log.vault.path).count("entries")
        try forger.append(Payload(.caseClosed, .caseNamed(77)))
        log.vault.time = Instant(seconds: forger.time.seconds + 60)
        _ = try log.vault.open(as: "Bert").show(case: 1)
        log.vault.time = Instant(seconds: log.vault.time.seconds + Self.years)
        let gone = try log.vault.open().expire(dryRun: false)
        #expect(gone.looks > 0)
        #expect(try log.vault.open().verifyLog().findings.map(\.index) == [index])
        // What is done with cases is not judged outside; that this entry begins a month is.
        let found = try ExportedLog.verify(try log.export(scope: scope))
        #expect(found.findings == [])
    }
}
