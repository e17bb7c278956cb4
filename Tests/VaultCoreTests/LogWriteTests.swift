import GRDB
import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore
@testable import VaultStore

/// Where the log cannot be written, nothing is shown.
struct LogWriteTests {
    /// Everything that shows content or the log; the answer is dropped, for the call must throw before there is one.
    private let looks: [(Session) throws -> Void] = [
        { _ = try $0.cases() }, { _ = try $0.history(ofCase: 1) }, { _ = try $0.show(case: 1) }, { _ = try $0.currentText(ofCase: 1) },
        { _ = try $0.notes(ofCase: 1) }, { _ = try $0.currentText(ofNote: 1, inCase: 1) },
        { _ = try $0.search(try SearchTerm(typed: Array("deur".utf8))) { _, _ in } },
        { _ = try $0.log(case: nil, from: nil, limit: nil) },
        { _ = try $0.verifyLog() },
    ]

    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private func expectAll(_ expected: Fault, in session: Session) throws {
        for (place, look) in looks.enumerated() { #expect(throws: expected, "look \(place)") { try look(session) } }
    }

    @Test func aVaultThatCannotBeWritten() throws {
        try test.run(readOnly: true) { try expectAll(.io(.readOnly), in: $0) }
        #expect(try test.entries() == 5)
    }

    @Test func aVaultThatAnotherProcessHolds() throws {
        let session = try test.open()
        _ = try session.pragma("busy_timeout = 0")
        let other = try RawFile(test.path)
        try other.hold()
        try expectAll(.busy, in: session)
        try other.run("ROLLBACK")
        #expect(try session.show(case: 1).text.title == "Huisbezoek")
        #expect(try test.entries() == 6)
    }

    @Test func aFullVault() throws {
        let session = try test.open()
        let pages = try session.pragma("page_count")
        #expect(try session.pragma("max_page_count = \(pages)") == pages)
        // What is left of the last pages takes a few entries.
        var shown = 0
        while shown < 100, try fault({ _ = try session.cases() }) == nil { shown += 1 }
        #expect(shown < 100)
        try expectAll(.io(.full), in: session)
        #expect(try test.entries() == 5 + shown)
        _ = try session.pragma("max_page_count = 100000")
        #expect(try session.cases().items.count == 2)
        #expect(try session.verifyLog().findings == [])
    }

    @Test func aFullVaultTakesNoWordsEither() throws {
        let session = try test.open()
        _ = try session.pragma("max_page_count = \(try session.pragma("page_count"))")
        let text = try CaseText(title: "Lang", pitch: nil, body: String(repeating: "Lang verhaal. ", count: 2000))
        let blobs = try RawFile(test.path).count("blobs")
        #expect(throws: Fault.io(.full)) { try session.addCase(text, share: false, dryRun: false) }
        #expect(try test.entries() == 5)
        #expect(try RawFile(test.path).count("blobs") == blobs)
        _ = try session.pragma("max_page_count = 100000")
        #expect(try session.addCase(text, share: false, dryRun: false).number == 3)
    }

    @Test func aVaultThatWasReplacedMeanwhile() throws {
        let session = try test.open()
        let copy = try test.copyVault(to: "copy")
        try test.restoreVault(copy)
        try expectAll(.otherFile, in: session)
        #expect(try test.entries() == 5)
    }

    @Test func aHomeThatCannotKeepWhatItSaw() throws {
        let session = try test.open()
        let other = try RawFile(test.membership(of: session.groupID))
        _ = try session.home.file.read { try $0.execute(sql: "PRAGMA busy_timeout = 0") }
        try other.hold()
        #expect(throws: Fault.busy) { try session.cases() }
        try other.run("ROLLBACK")
        // The entry is in the vault, unlike the answer on the screen; the next command takes it in.
        #expect(try test.entries() == 6)
        #expect(try session.sync() == 6)
    }
}
