import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// A damaged part is named, and the rest is shown.
struct DamagedPartTests {
    private enum Spoiling: CaseIterable {
        case flipped, cutShort, removed, swapped
    }

    private let test: TestVault

    init() throws {
        test = try TestVault.withTwoCases()
        try test.run { session in
            _ = try session.edit(case: 2, try CaseText(title: "Ruzie", pitch: nil, body: "Drie broers."), dryRun: false)
        }
    }

    /// Spoils one blob while `body` runs.
    private func with(_ spoiling: Spoiling, _ facts: PartFacts?, _ body: (FindingKind) throws -> Void) throws {
        let hash = try #require(facts).blob
        let other = try #require(try test.record(1).note(2)).body.blob
        let raw = try RawFile(test.path)
        let bytes = try raw.blob(hash)
        switch spoiling {
        case .flipped: try raw.setBlob(hash, bytes.dropLast() + [bytes[bytes.count - 1] ^ 1])
        case .cutShort: try raw.setBlob(hash, Array(bytes.prefix(bytes.count / 2)))
        case .removed: try raw.removeBlob(hash)
        case .swapped: try raw.setBlob(hash, try raw.blob(other))
        }
        try body(spoiling == .removed ? .partMissing : .partLost)
        try raw.setBlob(hash, bytes)
    }

    private func found(deep: Bool) throws -> [Finding] { try test.run(readOnly: true) { try $0.check(deep: deep) { _, _ in } }.findings }

    private func finding(_ kind: FindingKind, case number: Int, note: Int?, _ part: Part, version: Int) -> Finding {
        Finding(kind: kind, index: nil, caseNumber: number, note: note, attachment: nil, part: part, version: version)
    }

    @Test(arguments: Spoiling.allCases) private func aSummary(_ spoiling: Spoiling) throws {
        try with(spoiling, try test.record(2).summary) { kind throws in
            let list = try test.run { try $0.cases() }
            #expect(list.damaged == [2])
            #expect(list.items.map(\.title) == ["Huisbezoek"])
            #expect(throws: Fault.partDamaged(case: 2, note: nil)) { try test.run { try $0.show(case: 2) } }
            #expect(throws: Fault.partDamaged(case: 2, note: nil)) { try test.run { try $0.currentText(ofCase: 2) } }
            for deep in [false, true] { #expect(try found(deep: deep) == [finding(kind, case: 2, note: nil, .summary, version: 2)]) }
        }
        #expect(try found(deep: true) == [])
    }

    @Test(arguments: Spoiling.allCases) private func aBody(_ spoiling: Spoiling) throws {
        try with(spoiling, try test.record(2).body) { kind throws in
            #expect(try test.run { try $0.cases() }.items.count == 2)
            #expect(throws: Fault.partDamaged(case: 2, note: nil)) { try test.run { try $0.show(case: 2) } }
            for deep in [false, true] { #expect(try found(deep: deep) == [finding(kind, case: 2, note: nil, .body, version: 2)]) }
            #expect(try test.run { try $0.show(case: 1) }.text.title == "Huisbezoek")
        }
    }

    @Test(arguments: Spoiling.allCases) private func aNote(_ spoiling: Spoiling) throws {
        try with(spoiling, try #require(try test.record(1).note(1)).body) { kind throws in
            let shown = try test.run { try $0.show(case: 1) }
            #expect(shown.damagedNotes == [1])
            #expect(shown.notes.map(\.text) == ["Niet alleen gaan."])
            let notes = try test.run { try $0.notes(ofCase: 1) }
            #expect(notes.damaged == [1])
            #expect(notes.items.map(\.number) == [2])
            #expect(throws: Fault.partDamaged(case: 1, note: 1)) { try test.run { try $0.currentText(ofNote: 1, inCase: 1) } }
            for deep in [false, true] { #expect(try found(deep: deep) == [finding(kind, case: 1, note: 1, .body, version: 1)]) }
        }
    }

    @Test func everyPartIsLookedAtAndOpened() throws {
        let answer = try test.run(readOnly: true) { session in
            var steps: [[Int]] = []
            let answer = try session.check(deep: true) { done, all in steps.append([done, all]) }
            #expect(steps == [[1, 2], [2, 2]])
            return answer
        }
        #expect(answer.items == 4)
        #expect(answer.partsOpened == 6)
        #expect(answer.entries == 6)
        #expect(answer.owedCircles == 0)
        #expect(try test.run(readOnly: true) { try $0.check(deep: false) { _, _ in } }.partsOpened == 0)
    }

    /// What is damaged can be written anew by its author.
    @Test func anEditMendsADamagedCase() throws {
        let raw = try RawFile(test.path)
        try raw.removeBlob(try #require(try test.record(2).body).blob)
        let text = try CaseText(title: "Ruzie", pitch: nil, body: "Opnieuw geschreven.")
        #expect(try test.run { try $0.edit(case: 2, text, dryRun: false) } == 3)
        #expect(try test.run { try $0.show(case: 2) }.text == text)
        #expect(try found(deep: true) == [])
    }
}
