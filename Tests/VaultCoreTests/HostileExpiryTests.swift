import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// A member whose program lets the log forget what must be kept: void, or without a hold on what others have at home.
struct HostileExpiryTests {
    private let test: TestVault
    private let forger: Forger
    private let start: Instant
    /// Index of a look, and of a case that was written.
    private let look: Int, written = 1

    init() throws {
        test = try TestVault.withTwoCases()
        start = test.time
        look = try test.entries()
        _ = try test.open().show(case: 1)
        _ = try test.open().cases()
        forger = try Forger(test)
    }

    private static let years: Int64 = 6 * 366 * 86_400

    private func expiry(from: Int = 0, before: Int, _ payloads: [Int], names: [Int] = []) -> Payload {
        Payload(.payloadExpired, .expiry(Expiry(from: from, before: before, payloads: payloads, names: names)))
    }

    private func payload(_ index: Int) throws -> BlobHash { try UnverifiedEntry(parsing: try RawFile(test.path).entry(index)).text.payload }

    /// The look as Anna's home has it.
    private func line() throws -> LoggedLine { try test.run(readOnly: true) { try $0.loggedLine(look) } }

    /// Puts the entry there and takes the blobs away that it speaks of.
    private func come(_ payload: Payload, at time: Instant, taking indices: [Int]) throws {
        let names = try indices.map(self.payload)
        forger.time = time
        try forger.append(payload)
        for name in names { try RawFile(test.path).removeBlob(name) }
    }

    private func findings() throws -> [String] {
        try test.run { session throws in try session.verifyLog().findings.map { "\($0.index ?? -1) \($0.kind.rawValue)" } }
    }

    @Test func tooEarlyIsVoid() throws {
        try come(expiry(before: look + 1, [look]), at: start, taking: [look])
        let index = look + 2
        #expect(try findings() == ["\(look) payload-missing", "\(index) void"])
        #expect(try line().event == .caseOpened)
        #expect(try test.run(readOnly: true) { $0.state.expired } == 0)
    }

    @Test(arguments: 0..<5) func beyondWhatThePeriodAllowsIsVoid(_ place: Int) throws {
        // A look of this year, after six years in which nothing was written.
        test.time = Instant(seconds: start.seconds + Self.years)
        _ = try test.open().show(case: 1)
        let size = look + 3
        let wrong = [
            expiry(before: size, [look, size - 1]), expiry(from: 1, before: size - 1, [look]), expiry(from: look, before: size - 1, [look]),
            expiry(before: size - 1, [look], names: [1]), expiry(before: size - 1, [look], names: [2]),
        ]
        let other = try Forger(test)
        other.time = test.time
        try other.append(wrong[place])
        #expect(try findings() == ["\(size) void"])
        #expect(try line().event == .caseOpened)
        // What follows the rule still may.
        #expect(try test.open().expire(dryRun: false).looks == 2)
        #expect(try findings() == ["\(size) void"])
        let last = try Forger(test)
        last.time = test.time
        try last.append(expiry(before: size - 1, [look]))
        #expect(try findings() == ["\(size) void", "\(size + 4) void"])
    }

    /// By its own time it may; a home believes its own clock.
    @Test func datedAheadItTakesNothingFromAHome() throws {
        let later = Instant(seconds: start.seconds + Self.years)
        try come(expiry(before: look + 2, [look, look + 1]), at: later, taking: [look, look + 1])
        #expect(try test.run(readOnly: true) { $0.state.expired } == look + 2)
        #expect(try line().event == .caseOpened)
        #expect(try test.open().readers(ofCase: 1).map(\.count) == [1])
        // What has gone from the vault is named, and so is the clock.
        #expect(try findings() == ["\(look) payload-missing", "\(look + 1) payload-missing", "\(look + 3) clock-back"])
        test.time = later
        #expect(try line().isErased)
        #expect(try test.open().readers(ofCase: 1).isEmpty)
        #expect(try findings() == ["\(look + 3) clock-back"])
    }

    /// What is no look does not expire, whatever an entry says: who had it keeps it, and finds it missing from the vault.
    @Test func whatIsNoLookStays() throws {
        test.time = Instant(seconds: start.seconds + Self.years)
        try come(expiry(before: look + 2, [written, look]), at: test.time, taking: [written, look])
        #expect(try findings() == ["\(written) payload-missing"])
        #expect(try line().isErased)
        #expect(try test.run(readOnly: true) { try $0.loggedLine(written).event } == .caseAdded)
        #expect(try test.open().show(case: 1).text.body == "De deur bleef dicht.")
    }

    /// What an entry that names itself as a change of the membership says is never a look.
    @Test func aRosterLineIsNeverPassedOver() throws {
        let size = look + 2
        let sealed = forger.seal(Payload(.casesListed, .reveal(Reveal())).bytes, forReaders: true)
        try forger.append(forger.entry(sealed, roster: size), [])
        #expect(throws: Fault.payloadDamaged(index: size)) { try test.run { _ in } }
    }
}
