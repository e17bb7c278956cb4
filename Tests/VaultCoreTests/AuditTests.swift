import Testing
import VaultAudit
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// The trail of a log, and what somebody opened before they went.
struct AuditTests {
    private let test: TestVault

    /// Anna and Bram; case 1, with two notes, is shared, case 2 a draft of Anna's. Bram looked at case 1, Anna changed it, and Bram looked
    /// again.
    init() throws {
        test = try TestVault.withSharedCase()
        _ = try test.open(as: "Bram").show(case: 1)
        let text = try CaseText(title: "Huisbezoek", pitch: nil, body: "De deur ging open.")
        _ = try test.open().edit(case: 1, text, dryRun: false)
        _ = try test.open(as: "Bram").show(case: 1)
    }

    @Test func theTrailIsWhatTheLogShows() throws {
        let size = try test.entries()
        let (trail, frame) = try test.open().auditTrail()
        #expect(frame.head.size == size && trail.entries.count == size && frame.maker == 1)
        let lines = try test.open().log(case: nil, from: 0, limit: size)
        for (entry, line) in zip(trail.entries, lines) {
            #expect(entry.index == line.index && entry.time == line.time && entry.event == line.event && entry.member == line.member)
            #expect(entry.caseNumber == line.caseNumber && entry.subject == line.subject && entry.epoch == line.epoch)
            #expect(entry.reason?.rawValue == line.reason && entry.outcome?.rawValue == line.outcome && entry.isVoid == line.isVoid)
        }
        #expect(trail.members.map(\.name) == ["Anna", "Bram"])
    }

    /// Looking at the log costs an entry, and without it nothing is handed over.
    @Test func lookingIsInTheLogFirst() throws {
        var entries = try test.entries()
        _ = try test.open().auditTrail()
        #expect(try test.logged(from: entries) == [Written(event: .logOpened, outcome: .done, caseNumber: nil)])
        entries = try test.entries()
        _ = try test.open().leaver(.number(2))
        #expect(try test.logged(from: entries) == [Written(event: .logOpened, outcome: .done, caseNumber: nil)])
        entries = try test.entries()
        #expect(throws: Fault.io(.readOnly)) { try test.open(readOnly: true).auditTrail() }
        #expect(throws: Fault.io(.readOnly)) { try test.open(readOnly: true).leaver(.number(2)) }
        #expect(throws: Fault.noSuchMember) { try test.open().leaver(.number(3)) }
        #expect(throws: Fault.noSuchMember) { try test.open().leaver(.name("Cas")) }
        #expect(try test.entries() == entries)
    }

    @Test func aLeaversCasesAreSealedAnew() throws {
        let there = try test.open().leaver(.name("bram"))
        #expect(there.gone == nil && there.cases.map(\.rewritten) == [nil] && there.openings.cases.map(\.versions) == [[1, 2]])
        _ = try test.open().remove(.number(2), dryRun: false)
        let gone = try test.open().leaver(.name("Bram"))
        #expect(gone.gone?.how == .removed && gone.openings == there.openings)
        let left = try #require(gone.cases.first)
        #expect(left.number == 1 && left.version == 2 && left.parts == 4 && left.rewritten == 4 && left.owed == 0)
    }

    /// Who leaves draws no keys: until somebody has, the parts wait.
    @Test func whatStillWaitsForAKeyIsCounted() throws {
        _ = try test.open(as: "Bram").leave(withdrawMine: false, dryRun: false)
        // The trail alone: the next command that appends gives the circle its key.
        let left = try test.run(readOnly: true) { session in
            try session.leftCase(1, since: session.trail(upTo: session.edge.size).departure(of: 2))
        }
        #expect(left.parts == 4 && left.rewritten == 0 && left.owed == 4)
        let settled = try test.open().leaver(.number(2))
        #expect(settled.gone?.how == .left && settled.cases.map(\.rewritten) == [4] && settled.cases.map(\.owed) == [0])
    }

    /// Written and parsed again, a signature is of the bytes that passed by and of no others.
    @Test func aReportIsSignedByAKeyOfItsOwn() throws {
        let session = try test.open(readOnly: true)
        let file = Array("een verslag\n".utf8)
        var digest = ReportDigest()
        digest.update(Array(file.prefix(3)))
        digest.update(Array(file.dropFirst(3)))
        let signed = session.sign(report: digest)
        let signature = try SSHSignature(parsing: signed.signature)
        #expect(try signature.verified(over: file, for: .report).key == signature.key)
        #expect(throws: CryptoError.self) { try signature.verified(over: file + file, for: .report) }
        #expect(signature.key != session.myself.signing)
        #expect(String(decoding: signed.signers, as: UTF8.self).contains(signature.key.sshText))
    }
}
