import GRDB
import Testing
import VaultFormat

@testable import VaultStore

/// No call of every day may read a table from end to end.
struct PlanTests {
    let scratch: Scratch
    init() throws { scratch = try Scratch() }

    @Test func dailyCallsSearch() throws {
        let vault = try scratch.vault()
        let home = try scratch.home()
        let traced = Traced()
        for file in [vault.file, home.file] { try file.read { $0.trace { traced.add($0) } } }
        try useEverything(vault)
        try useEverything(home)
        for file in [vault.file, home.file] { try file.read { $0.trace() } }

        // The home has every table that the vault has.
        let plans = try home.file.read { database in
            try traced.statements.flatMap { statement in
                let nothing = [Int?](repeating: nil, count: statement.count { $0 == "?" })
                return try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: StatementArguments(nothing))
                    .map { try $0.text(3, .file) }
            }
        }
        #expect(traced.statements.count > 20)
        #expect(plans.filter { $0.hasPrefix("SEARCH") }.count > 15)
        #expect(plans.filter { $0.hasPrefix("SCAN") && $0 != "SCAN CONSTANT ROW" } == [])
    }

    @Test func severalBlobsAreSearchedForByName() throws {
        let vault = try scratch.vault([sample(1, 10), sample(2, 10)])
        let traced = Traced()
        try vault.file.read { $0.trace { traced.add($0) } }
        _ = try vault.smallBlobs([name(1), name(2)], limit: 10)
        try vault.file.read { $0.trace() }
        let plan = try vault.file.read { database in
            try traced.statements.filter { $0.hasPrefix("WITH") }.flatMap { statement in
                try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN " + statement, arguments: [nil, nil]).map { try $0.text(3, .file) }
            }
        }
        #expect(plan.filter { $0.contains("blobs") } == ["SEARCH blobs USING INDEX blobs_by_hash (hash=?)"])
    }

    private func useEverything(_ vault: VaultFile) throws {
        try vault.appendNext(adding: [sample(2, 70_000)], removing: [name(1)])
        try vault.entries(in: 0..<2) { _, _ in }
        try vault.blobHashes { _, _ in }
        _ = try vault.entry(at: 1)
        _ = try vault.blob(name(2), limit: 1 << 20)
        _ = try vault.hasBlob(name(2))
        _ = try vault.readBlob(name(2)) { _ in }
        try vault.dropRequest(name(2))
    }

    private func useEverything(_ home: HomeFile) throws {
        let key = StoredKeyName(kind: StoredKeyKind("circle"), circle: [1], generation: 0)
        var change = HomeChange(size: 0)
        change.entries = [leaf(0)]
        change.blobsIn = [sample(1, 10)]
        change.facts = [FactName("state"): [1]]
        change.cases = [CaseRow(number: 1, value: [1])]
        change.casesOut = [2]
        change.lines = [LineRow(index: 0, value: [1])]
        change.keys = [StoredKey(name: key, sealed: [1])]
        try home.pin(change)
        _ = try home.fact(FactName("state"))
        _ = try home.value(ofCase: 1)
        try home.cases { _, _ in }
        _ = try home.places(ofCase: 1)
        _ = try home.line(0)
        _ = try home.key(key)
        _ = try home.keys(key.kind)
    }
}

/// The statements on tables that a connection was seen to run.
private final class Traced {
    private(set) var statements: Set<String> = []

    func add(_ event: Database.TraceEvent) {
        guard case .statement(let statement) = event else { return }
        if ["SELECT", "WITH", "INSERT", "DELETE", "UPDATE"].contains(where: statement.sql.hasPrefix) { statements.insert(statement.sql) }
    }
}
