import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// `search` in a group of several: what is not shared with somebody is not found by them, and who found what is seen.
struct SearchOthersTests {
    private let test: TestVault

    /// Three members; of Anna a draft, a case for all, one without Chris, and one of which only title and pitch are shared. All of them say
    /// `naald` in every text.
    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
        let session = try test.open()
        for number in 1...4 {
            let text = try CaseText(title: "Geval \(number)", pitch: "Pitch met naald", body: "Een tekst met speld en naald.")
            _ = try session.addCase(text, share: number == 2, dryRun: false)
            _ = try session.addNote("Een notitie met naald.", toCase: number, dryRun: false)
        }
        _ = try session.share(case: 3, pitchOnly: false, without: [.name("Chris")], dryRun: false)
        _ = try session.share(case: 4, pitchOnly: true, without: [], dryRun: false)
    }

    private func places(_ term: String, as person: String) throws -> [String] {
        let found = try test.open(as: person).search(try SearchTerm(typed: Array(term.utf8))) { _, _ in }
        return found.items.map { item in item.note.map { "\(item.caseNumber).\($0)" } ?? "\(item.caseNumber)" }
    }

    @Test func nobodyFindsWhatIsNotSharedWithThem() throws {
        #expect(try places("naald", as: "Anna") == ["1", "1.1", "2", "2.1", "3", "3.1", "4", "4.1"])
        #expect(try places("naald", as: "Bram") == ["2", "2.1", "3", "3.1", "4"])
        #expect(try places("naald", as: "Chris") == ["2", "2.1", "4"])
        #expect(try places("speld", as: "Bram") == ["2", "3"])
        #expect(try places("speld", as: "Chris") == ["2"])
        #expect(try places("geval", as: "Chris") == ["2", "4"])
        // None of it is void for anybody.
        for person in ["Anna", "Bram", "Chris"] { #expect(try test.open(as: person).verifyLog().findings == []) }
    }

    @Test func theAuthorSeesWhoFoundSomething() throws {
        _ = try places("speld", as: "Chris")
        _ = try places("niets", as: "Bram")
        #expect(try test.open().readers(ofCase: 2).map(\.name) == ["Chris"])
        #expect(try test.open().readers(ofCase: 3).map(\.name) == [])
    }

    @Test func anAuditorIsRefusedAndTheLogSaysSo() throws {
        try test.admit("Olga", role: .auditor, until: test.time.day)
        let before = try test.entries()
        #expect(throws: Fault.roleMayNot(role: .auditor)) { _ = try places("naald", as: "Olga") }
        #expect(try test.entries() == before + 1)
        let line = try #require(try test.open().log(case: nil, from: before, limit: 1).first)
        #expect(line.event == .accessRefused && line.name == "Olga")
    }

    /// The search is done anew on what is there when its entry is written.
    @Test func aCaseThatIsWithdrawnMeanwhileIsNotShown() throws {
        let session = try test.open(as: "Bram")
        _ = try test.open().withdraw(case: 2, dryRun: false)
        let found = try session.search(try SearchTerm(typed: Array("speld".utf8))) { _, _ in }
        #expect(found.items.map(\.caseNumber) == [3])
        #expect(try session.verifyLog().findings == [])
    }
}
