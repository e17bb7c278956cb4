import Foundation
import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// `search`: in all that I may open, nowhere else, and what the log says of it.
struct SearchTests {
    private let test: TestVault

    init() throws { test = try TestVault.withTwoCases() }

    private func search(_ term: String, as person: String = "Anna") throws -> SearchAnswer {
        try test.open(as: person).search(try SearchTerm(typed: Array(term.utf8))) { _, _ in }
    }

    /// Where something is found: `1` for a case, `1.2` for a note.
    private func places(_ term: String, as person: String = "Anna") throws -> [String] {
        try search(term, as: person).items.map { item in item.note.map { "\(item.caseNumber).\($0)" } ?? "\(item.caseNumber)" }
    }

    /// The hits in the last entry of the log.
    private func lastHits() throws -> [Hit]? {
        let raw = try RawFile(test.path)
        let entry = try UnverifiedEntry(parsing: try raw.entry(try test.entries() - 1))
        guard case .known(let payload) = try Forger(test).open(payload: try raw.blob(entry.text.payload)) else { throw TestFailure() }
        guard case .searched(let hits) = payload.body, payload.event == .searched, payload.outcome == .done else { return nil }
        return hits
    }

    @Test func everyTextIsSearched() throws {
        func item(_ number: Int, _ note: Int?, _ title: String, _ place: SearchItem.Place, _ snippet: String) -> SearchItem {
            SearchItem(caseNumber: number, note: note, title: title, place: place, snippet: snippet)
        }
        #expect(try search("HUISBEZOEK").items == [item(1, nil, "Huisbezoek", .title, "Huisbezoek")])
        #expect(try search("wie  ként").items == [item(1, nil, "Huisbezoek", .pitch, "Wie kent dit?")])
        #expect(try search("bleef").items == [item(1, nil, "Huisbezoek", .body, "De deur bleef dicht.")])
        #expect(try search("alleen gaan").items == [item(1, 2, "Huisbezoek", .note, "Niet alleen gaan.")])
        #expect(try places("ie") == ["1", "1.2", "2"])
        #expect(try places("broers") == ["2"])
        #expect(try places("zus") == [])
    }

    @Test func closedCasesAreFoundAndWhatWasReplacedIsNot() throws {
        try test.run { session in
            _ = try session.edit(case: 2, try CaseText(title: "Ruzie", pitch: nil, body: "Drie broers."), dryRun: false)
            _ = try session.edit(note: 1, ofCase: 1, "Later bellen.", dryRun: false)
            _ = try session.close(case: 2, dryRun: false)
        }
        #expect(try places("geld") == [] && places("twee") == [] && places("eerst") == [])
        #expect(try places("drie") == ["2"])
        #expect(try places("later") == ["1.1"])
    }

    @Test func theLogNamesWhatWasShownAndNothingElse() throws {
        _ = try search("ie")
        #expect(try lastHits() == [Hit(case: 1, part: .summary, notes: [2]), Hit(case: 2, part: .summary, notes: [])])
        _ = try search("dicht")
        #expect(try lastHits() == [Hit(case: 1, part: .body, notes: [])])
        _ = try search("bellen")
        #expect(try lastHits() == [Hit(case: 1, part: .summary, notes: [1])])
        _ = try search("niet te vinden")
        #expect(try lastHits() == [])
        // Showing a piece of a case is a look at it; being looked through is not.
        try test.run { session in
            #expect(try session.cases().items.map(\.readBy) == [1, 1])
            #expect(try session.membership.caseEntry(1)?.reads.map(\.count) == [3])
            #expect(try session.membership.caseEntry(2)?.reads.map(\.count) == [1])
            let lines = try session.log(case: 2, from: nil, limit: nil)
            #expect(lines.map(\.event) == [.caseAdded, .searched])
            #expect(lines.map(\.found) == [nil, [1, 2]])
            #expect(try session.log(case: nil, from: 8, limit: 1).map(\.found) == [[]])
            #expect(try session.verifyLog().findings == [])
        }
    }

    /// The term in any spelling is nowhere on the disk, nor in any payload of the log.
    @Test func theTermIsKeptNowhere() throws {
        let typed = "Deur BLEEF"
        #expect(try places(typed) == ["1"])
        let spellings = [typed, typed.lowercased(), "deur", "BLEEF"]
        for (path, bytes) in try TestVault.allBytes(in: test.folder) {
            for spelling in spellings {
                #expect(Data(bytes).range(of: Data(spelling.utf8)) == nil, "\(path)")
                #expect(
                    Data(bytes).range(of: Data(spelling.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] })) == nil,
                    "\(path)")
            }
        }
        let raw = try RawFile(test.path)
        let forger = try Forger(test)
        for index in 0..<(try test.entries()) {
            let sealed = try raw.blob(try UnverifiedEntry(parsing: try raw.entry(index)).text.payload)
            guard case .known(let payload) = try forger.open(payload: sealed) else { throw TestFailure() }
            let text = String(decoding: payload.bytes, as: UTF8.self)
            #expect(spellings.allSatisfy { !text.contains($0) })
        }
        // Nor in what the home keeps of the entry.
        try test.run { session in
            let line = String(decoding: try session.loggedLine(5).bytes, as: UTF8.self)
            #expect(line.contains("searched") && spellings.allSatisfy { !line.contains($0) })
        }
    }

    @Test func aDamagedPartIsPassedOverAndNamed() throws {
        let raw = try RawFile(test.path)
        let record = try test.record(1)
        let entries = try test.entries()
        try raw.removeBlob(try #require(record.body).blob)
        try raw.removeBlob(try #require(record.note(1)).body.blob)
        let answer = try search("ie")
        #expect(answer.items.map(\.caseNumber) == [1, 1, 2])
        // The pitch was enough, so that the text of case 1 was not needed.
        #expect(answer.damaged == [DamagedItem(caseNumber: 1, note: 1)])
        #expect(try search("broers").damaged == [DamagedItem(caseNumber: 1, note: nil), DamagedItem(caseNumber: 1, note: 1)])
        try raw.removeBlob(try #require(record.summary).blob)
        let untitled = try search("alleen")
        #expect(untitled.items.map(\.title) == [nil])
        #expect(untitled.items.map(\.note) == [2])
        #expect(try test.entries() == entries + 3)
    }

    @Test func anAnswerHasABound() throws {
        func pass(limit: Int) throws -> SearchPass {
            var pass = SearchPass(term: try SearchTerm(typed: Array("e".utf8)), limit: limit)
            try test.run { session in try session.eachCase { try pass.look(at: $0.record, in: session) } }
            return pass
        }
        let whole = try pass(limit: 4)
        #expect(whole.hits == [Hit(case: 1, part: .summary, notes: [1, 2]), Hit(case: 2, part: .summary, notes: [])])
        #expect(whole.items.count == 4 && !whole.hasMore)
        for limit in 0..<4 {
            let cut = try pass(limit: limit)
            #expect(cut.hasMore && cut.hits.numbers == limit)
            #expect(cut.items == Array(whole.items.prefix(limit)))
        }
    }

    @Test func progressIsHeard() throws {
        try test.run { session in
            var steps: [[Int]] = []
            _ = try session.search(try SearchTerm(typed: [0x65])) { steps.append([$0, $1]) }
            #expect(steps == [[1, 2], [2, 2]])
        }
    }
}
