import GRDB
import VaultCrypto
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore
@testable import VaultStore

/// Which fault the closure throws; nil where it throws none.
func fault(_ body: () throws -> Void) throws -> Fault? {
    do {
        try body()
        return nil
    } catch let fault as Fault {
        return fault
    }
}

/// What stands in a vault's log, as far as a member reads it.
struct Written: Equatable {
    let event: Event
    let outcome: Outcome
    let caseNumber: Int?
}

extension TestVault {
    /// A group with two drafts of Anna's, the first with two notes.
    static func withTwoCases() throws -> TestVault {
        let test = try TestVault()
        _ = try test.foundGroup()
        try test.run { session in
            _ = try session.addCase(
                try CaseText(title: "Huisbezoek", pitch: "Wie kent dit?", body: "De deur bleef dicht."), share: false, dryRun: false)
            _ = try session.addCase(try CaseText(title: "Ruzie om geld", pitch: nil, body: "Twee broers."), share: false, dryRun: false)
            _ = try session.addNote("Eerst bellen.", toCase: 1, dryRun: false)
            _ = try session.addNote("Niet alleen gaan.", toCase: 1, dryRun: false)
        }
        return test
    }

    /// Anna and Bram; case 1, with two notes of Anna's, is shared, case 2 a draft of hers.
    static func withSharedCase() throws -> TestVault {
        let test = try withTwoCases()
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        return test
    }

    /// A case as this home knows it.
    func record(_ number: Int) throws -> CaseRecord {
        try run(readOnly: true) { session in try session.caseICanSee(number) }
    }

    /// The entries from `index` on, opened with Anna's keys.
    func written(from index: Int = 0) throws -> [Written] {
        let forger = try Forger(self)
        let raw = try RawFile(path)
        return try (index..<(try raw.count("entries"))).map { index in
            let entry = try UnverifiedEntry(parsing: try raw.entry(index))
            guard case .known(let payload) = try forger.open(payload: try raw.blob(entry.text.payload)) else { throw TestFailure() }
            return Written(event: payload.event, outcome: payload.outcome, caseNumber: Replay.caseNamed(in: payload))
        }
    }

    /// The entries from `index` on, as Anna's home keeps them; nothing is appended. Void ones say nothing.
    func logged(from index: Int) throws -> [Written] {
        try run(readOnly: true) { session in
            try (index..<session.edge.size).compactMap { index in
                guard let sealed = try session.home.line(index) else { throw TestFailure() }
                let line = try LoggedLine(parsing: try session.keys.open(row: sealed, .lines, index))
                guard let event = line.event, let outcome = line.outcome.flatMap(Outcome.init(rawValue:)) else { return nil }
                return Written(event: event, outcome: outcome, caseNumber: line.caseNumber)
            }
        }
    }

    /// How many entries the vault has.
    func entries() throws -> Int { try RawFile(path).count("entries") }
}

extension Session {
    /// Sets something on the session's own connection to the vault.
    func pragma(_ text: String) throws -> Int {
        try vault.file.read { try Int.fetchOne($0, sql: "PRAGMA \(text)") ?? 0 }
    }

    /// Looks at the vault again as the next command would.
    func sync() throws -> Int {
        try LogSync(membership: membership, vault: vault, now: surroundings.now()).run().edge.size
    }
}
