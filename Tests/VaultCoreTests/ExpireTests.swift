import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// `audit expire`: what was looked at goes after the group's period, from the vault and from every home; everything else still holds.
struct ExpireTests {
    private let test: TestVault
    /// When it began, in the month that expires in these tests.
    private let start: Instant
    /// Entries of that month.
    private let old: Int

    /// Anna and Bram; case 1 is shared. Bram looks and searches in the first month, and looks again five years and two months later.
    init() throws {
        test = try TestVault.withTwoCases()
        start = test.time
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        _ = try test.open(as: "Bram").show(case: 1)
        _ = try test.open(as: "Bram").search(try SearchTerm(Array("deur".utf8)), progress: { _, _ in })
        _ = try test.open().cases()
        old = try test.entries()
        test.time = Self.later(start)
        _ = try test.open(as: "Bram").notes(ofCase: 1)
    }

    private static func later(_ time: Instant) -> Instant { Instant(seconds: time.seconds + (5 * 366 + 62) * 86_400) }

    /// Indices of the reveals of the first month, as Anna's home has them.
    private func looks() throws -> [Int] {
        try test.run(readOnly: true) { session in try (0..<old).filter { try session.loggedLine($0).isReveal } }
    }

    private func payload(_ index: Int) throws -> BlobHash {
        try UnverifiedEntry(parsing: try RawFile(test.path).entry(index)).text.payload
    }

    private func stands(_ hash: BlobHash, in path: String) throws -> Bool {
        do {
            _ = try RawFile(path).blob(hash)
            return true
        } catch is TestFailure { return false }
    }

    private func home(of person: String) throws -> String {
        test.membership(of: try Forger(test).group, home: test.surroundings(of: person).home)
    }

    /// All is whole for that person.
    private func expectWhole(_ person: String) throws {
        let session = try test.open(as: person)
        #expect(try session.verifyLog().findings == [], "\(person)")
        #expect(try session.check(deep: true) { _, _ in }.findings == [], "\(person)")
    }

    @Test func whatWasLookedAtGoesEverywhereAndAllStillVerifies() throws {
        let looks = try looks()
        #expect(looks.count == 3)
        let names = try looks.map(payload)
        let size = try test.entries()
        let foreseen = try test.open().expire(dryRun: true)
        #expect(try test.entries() == size)
        let done = try test.open().expire(dryRun: false)
        #expect(done == foreseen && done.looks == 3 && done.names == 0 && done.years == 5)
        #expect(done.keptFrom.text.hasSuffix("-01") && done.keptFrom > start.day)
        #expect(try test.logged(from: size).map(\.event) == [.payloadExpired])
        // The others have them until their next command, and not after it.
        let bram = try home(of: "Bram")
        #expect(try names.allSatisfy { try !stands($0, in: test.path) && !stands($0, in: home(of: "Anna")) && stands($0, in: bram) })
        try test.run(home: test.surroundings(of: "Bram").home) { _ in }
        #expect(try names.allSatisfy { try !stands($0, in: bram) })
        for person in ["Anna", "Bram"] {
            try expectWhole(person)
            let lines = try test.open(as: person).log(case: nil, from: nil, limit: nil)
            for line in lines where line.index < size {
                #expect(line.isErased == looks.contains(line.index))
                #expect(
                    !line.isErased
                        || line.event == nil && line.caseNumber == nil && line.outcome == nil && line.found == nil && line.reason == nil)
                #expect(!line.isErased || line.name != nil)
            }
            #expect(try test.open(as: person).show(case: 1).text.body == "De deur bleef dicht.")
        }
        // Again: nothing is left, and nothing is written.
        let before = try test.entries()
        #expect(try test.open().expire(dryRun: false).isEmpty)
        #expect(try test.entries() == before)
    }

    @Test func whoReadACaseIsCountedFromWhatIsKept() throws {
        let readers = try test.open().readers(ofCase: 1)
        #expect(readers.map(\.count) == [3] && readers.map(\.first) == [start])
        _ = try test.open().expire(dryRun: false)
        for person in ["Anna", "Bram"] {
            let left = try test.open(as: person).readers(ofCase: 1)
            #expect(left.map(\.count) == [1] && left.map(\.first) == [Self.later(start)] && left.map(\.last) == [Self.later(start)])
        }
    }

    /// The home of somebody whose payloads stand sealed in it holds no trace of what was looked at: the rows of the log and of the case are
    /// made anew.
    @Test func theHomeHasNothingLeftToOpen() throws {
        let looks = try looks()
        _ = try test.open().expire(dryRun: false)
        try test.run(readOnly: true) { session in
            for index in looks {
                let line = String(decoding: try session.loggedLine(index).bytes, as: UTF8.self)
                #expect(line.contains("erased") && !line.contains("case") && !line.contains("found"))
            }
        }
    }

    @Test func aNewcomerWalksOverWhatHasExpired() throws {
        _ = try test.open().expire(dryRun: false)
        let looks = try looks()
        _ = try test.open(as: "Bram").show(case: 1)
        try test.admit("Chris", from: start.day)
        try expectWhole("Chris")
        let lines = try test.open(as: "Chris").log(case: nil, from: nil, limit: nil)
        #expect(lines.filter(\.isErased).map(\.index) == looks)
        #expect(try test.open(as: "Chris").readers(ofCase: 1).map(\.count) == [2])
        // And takes part: what they erase later the others take in.
        test.time = Self.later(test.time)
        let second = try test.open(as: "Chris").expire(dryRun: false)
        #expect(second.looks > 0)
        for person in ["Anna", "Bram", "Chris"] { try expectWhole(person) }
    }

    @Test func aHomeThatWasBehindTakesItIn() throws {
        let behind = try test.copyHome(to: "behind", from: test.surroundings(of: "Bram").home)
        _ = try test.open(as: "Bram").show(case: 1)
        test.time = Self.later(test.time)
        let gone = try test.open().expire(dryRun: false)
        #expect(gone.looks == 5)
        try test.run(home: behind) { session throws in
            #expect(try session.verifyLog().findings == [])
            #expect(try session.log(case: nil, from: nil, limit: nil).count(where: \.isErased) == 5)
            #expect(try session.readers(ofCase: 1).isEmpty)
        }
    }

    @Test func aPayloadThatNobodySaysHasExpiredIsDamage() throws {
        let behind = try test.copyHome(to: "behind", from: test.surroundings(of: "Bram").home)
        _ = try test.open(as: "Bram").show(case: 1)
        _ = try test.open().expire(dryRun: false)
        let size = try test.entries()
        let raw = try RawFile(test.path)
        for index in [1, size - 2] {
            let hash = try payload(index)
            let bytes = try raw.blob(hash)
            try raw.removeBlob(hash)
            let found = try test.open().verifyLog().findings
            #expect(found.map(\.kind) == [.payloadMissing] && found.map(\.index) == [index])
            if index > old { #expect(throws: Fault.payloadDamaged(index: index)) { try test.run(home: behind) { _ in } } }
            try test.ask("Dina\(index)")
            try raw.setBlob(hash, bytes)
        }
        try test.run(home: behind) { session throws in #expect(try session.verifyLog().findings == []) }
    }

    /// Nobody who stands outside can make a newcomer pass over what is no look.
    @Test func aNewcomerIsNotShownAnEmptierLog() throws {
        let first = try #require(try looks().first)
        _ = try test.open().expire(dryRun: false)
        let expiry = try test.entries() - 1
        let asked = try test.ask("Chris")
        let words = try #require(asked.words)
        _ = try test.open().accept(
            Newcomer(
                request: asked.request, name: "Chris", role: .member, until: nil, history: .all, from: start.day, replaces: nil),
            words: words, dryRun: false)
        let raw = try RawFile(test.path)
        let size = try test.entries()
        for index in 0..<size {
            let hash = try payload(index)
            guard let bytes = try? raw.blob(hash) else { continue }
            try raw.removeBlob(hash)
            let found = try fault { _ = try test.open(as: "Chris") }
            // Without the entry that says so, what has expired is damage.
            let named = index == expiry ? first : index
            #expect([.payloadDamaged(index: named), .notAcceptedYet].contains(found), "\(index): \(String(describing: found))")
            try raw.setBlob(hash, bytes)
        }
        try expectWhole("Chris")
    }

    @Test func namesOfPeopleWhoHaveGoneGo() throws {
        try test.admit("Wout")
        try test.admit("Wout opnieuw", name: "Wout", replaces: .name("Wout"))
        _ = try test.open().remove(.name("Wout"), dryRun: false)
        #expect(try test.open().expire(dryRun: false).names == 0)
        test.time = Self.later(test.time)
        let names = try test.run(readOnly: true) { session in
            try session.membership.names(of: [try #require(session.state.member(3))], size: session.edge.size)
        }
        #expect(names.count == 2)
        let done = try test.open().expire(dryRun: false)
        #expect(done.names == 1)
        for person in ["Anna", "Bram"] {
            #expect(try test.open(as: person).members().map(\.name) == ["Anna", "Bram", "#3"])
            let lines = try test.open(as: person).log(case: nil, from: nil, limit: nil)
            #expect(lines.contains { $0.subjectName == "#3" } && !lines.contains { $0.name == "Wout" || $0.subjectName == "Wout" })
            try expectWhole(person)
            let file = try home(of: person)
            #expect(try names.allSatisfy { try !stands($0, in: file) && !stands($0, in: test.path) })
        }
        try test.admit("Chris")
        #expect(try test.open(as: "Chris").members().map(\.name) == ["Anna", "Bram", "#3", "Chris"])
        // Whoever is there keeps their name.
        #expect(try test.open().expire(dryRun: false).isEmpty)
    }

    @Test func twoAtOnceAreOne() throws {
        try test.admit("Chris")
        try test.run { anna throws in
            #expect(try anna.expire(dryRun: true).looks == 3)
            _ = try test.open(as: "Chris").expire(dryRun: false)
            let size = try test.entries()
            #expect(try anna.expire(dryRun: false).isEmpty)
            #expect(try test.entries() == size)
        }
        for person in ["Anna", "Bram", "Chris"] { try expectWhole(person) }
    }

    @Test func aJoinBetweenLookingAndErasing() throws {
        try test.run { anna throws in
            let foreseen = try anna.expire(dryRun: true)
            try test.admit("Chris", by: "Bram")
            #expect(try anna.expire(dryRun: false) == foreseen)
        }
        for person in ["Anna", "Bram", "Chris"] { try expectWhole(person) }
    }

    @Test func onlyWhoMay() throws {
        try test.admit("Greta", role: .auditor, until: test.time.day, from: test.time.day)
        try test.admit("Gijs", role: .guest, until: test.time.day)
        for (person, role) in [("Greta", Role.auditor), ("Gijs", .guest)] {
            let size = try test.entries()
            #expect(throws: Fault.roleMayNot(role: role)) { try test.open(as: person).expire(dryRun: true) }
            #expect(try test.logged(from: size).contains { $0.event == .accessRefused })
        }
        let names = try looks().map(payload)
        #expect(try names.allSatisfy { try stands($0, in: test.path) })
    }
}
