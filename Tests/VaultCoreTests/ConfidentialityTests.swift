import Foundation
import Testing
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// A copy of the vault, of its journal, of temporary files and of the home shows no title, text, name, role, event or item id,
/// neither as UTF-8 nor as UTF-16. Sizes are padded.
struct ConfidentialityTests {
    private static let words = [
        "Huisbezoek", "Wie kent dit", "deur bleef dicht", "Ruzie om geld", "Twee broers", "Eerst bellen", "Niet alleen gaan",
        "Intervisie Oost",
        "Anna", "Nieuwe titel", "facilitator", "auditor", "guest", "\"member\"", "\"role\"", "\"title\"", "own", "shared-with-group",
    ]

    /// Everything on the disk at the worst moments: after all that one can do, and in the midst of a change.
    private func everything() throws -> (files: [String: [UInt8]], items: [ItemID]) {
        let test = try TestVault.withTwoCases()
        let records = [try test.record(1), try test.record(2)]
        var files: [String: [UInt8]] = [:]
        try test.run { session in
            _ = try session.edit(case: 2, try CaseText(title: "Nieuwe titel", pitch: nil, body: "Twee broers en een zus."), dryRun: false)
            _ = try session.edit(note: 1, ofCase: 1, "Eerst bellen, dan gaan.", dryRun: false)
            _ = try session.show(case: 1)
            _ = try session.cases()
            _ = try session.log(case: nil, from: nil, limit: nil)
            _ = try session.verifyLog()
            _ = try session.close(case: 2, dryRun: false)
            // A change that stops half way leaves its journal beside the vault.
            let record = try session.caseICanSee(1)
            let stream = BlobStream(hash: .filled(9)) {
                files.merge(try TestVault.allBytes(in: test.folder)) { $1 }
                throw TestFailure()
            }
            #expect(throws: TestFailure.self) {
                try session.vault.append(
                    session.lastEntry, extending: Extends(size: session.edge.size, lastEntry: session.lastEntry), streaming: [stream],
                    removing: [try #require(record.body).blob])
            }
        }
        for (path, bytes) in try TestVault.allBytes(in: test.folder) { files[path + " afterwards"] = bytes }
        return (files, records.flatMap { [$0.item] + $0.notes.map(\.item) })
    }

    @Test func nothingThatWasWrittenCanBeRead() throws {
        let (files, items) = try everything()
        #expect(files.keys.contains { $0.hasSuffix("group.kluis-journal") })
        #expect(files.keys.contains { $0.hasSuffix(".home") })
        let events = Event.allCases.map(\.rawValue)
        var needles: [(String, [UInt8])] = []
        for word in Self.words + events + items.map(\.hex) {
            // Short words turn up in random bytes: they are looked for as JSON writes them.
            let spelled = word.utf8.count < 4 ? "\"\(word)\"" : word
            needles.append((word, Array(spelled.utf8)))
            needles.append((word + " (UTF-16)", spelled.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }))
        }
        for item in items { needles.append((item.hex + " (bytes)", item.bytes)) }
        for (path, bytes) in files {
            for (name, needle) in needles { #expect(!contains(bytes, needle), "\(name) in \(path)") }
        }
        // The search does find what is there.
        let vault = try #require(files.first { $0.key.hasSuffix("group.kluis afterwards") }).value
        #expect(contains(vault, Array("kluis.entry/v1".utf8)))
        #expect(contains(vault, SealedLayout.magic))
    }

    @Test func lengthsAreRounded() throws {
        var lengths: [Int: Set<Int>] = [:]
        let test = try TestVault()
        _ = try test.foundGroup()
        let session = try test.open()
        for length in [0, 1, 50, 100, 214] {
            let text = try CaseText(
                title: String(repeating: "t", count: max(1, length / 3)), pitch: nil, body: String(repeating: "b", count: length))
            let record = try session.caseICanSee(try session.addCase(text, share: false, dryRun: false).number)
            for (place, part) in [record.summary, record.body].enumerated() {
                let blob = try #require(part).blob
                lengths[place, default: []].insert(try session.vault.blobLength(blob) ?? 0)
            }
        }
        #expect(lengths == [0: [369], 1: [369]])
    }

    private func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool { Data(bytes).range(of: Data(needle)) != nil }
}
