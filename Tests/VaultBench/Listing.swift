import Foundation
import GRDB
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// `case list` of 1,000 cases, in a session that is open, against its floor: as many summaries read and opened, by the product's own hand
/// (``SummaryFloor``). What is left is what a list does besides: which cases there are and where their summaries stand, both sealed at
/// home.
struct Listing {
    private static let cases = 1_000
    private static let rounds = 31
    private static let warmUp = 2

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        let session = try vault.test.open()
        let floor = try SummaryFloor(in: vault.test.folder, summaries: Self.cases)
        var ratios = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let before = try processorSeconds { try floor.run() }
            var items = 0
            let whole = try processorSeconds { items = try session.cases().items.count }
            guard items == Self.cases else { throw TestFailure() }
            let after = try processorSeconds { try floor.run() }
            if round >= Self.warmUp { ratios.add(2 * whole / (before + after)) }
        }
        return Section(
            title: "Listing",
            explanation: """
                `case list` of 1,000 cases, \(FilledVault.place), in a session that is open : as many sealed summaries of the same length read by name
                with GRDB and opened as the format says: hash, commitment to the key, cipher, the author's commitment, the title inside.
                Processor time; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`case list`", sample: ratios, bound: 2)])
    }
}

/// A file with sealed summaries.
private final class SummaryFloor {
    private let queue: DatabaseQueue
    private var facts: [(item: ItemID, name: BlobHash, commitment: Commitment)] = []
    private let key = CircleKey.random()
    private let group = GroupID.random(), circle = CircleID.random()

    init(in folder: String, summaries count: Int) throws {
        queue = try DatabaseQueue(path: folder + "/floor.sqlite")
        var sealer = PartSealer()
        var blobs: [(BlobHash, [UInt8])] = []
        for _ in 0..<count {
            let item = ItemID.random(), text = Array(FilledVault.summary.utf8)
            let sealed = sealer.seal(text, under: key, context: context(item))
            blobs.append((BlobHash.of(sealed.bytes), sealed.bytes))
            facts.append((item, BlobHash.of(sealed.bytes), Commitment.ofText(text, salt: sealed.salt, context: context(item))))
        }
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            for (name, bytes) in blobs {
                try database.execute(
                    sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)", arguments: [Data(name.bytes), Data(bytes)])
            }
        }
    }

    private func context(_ item: ItemID) -> PartContext {
        PartContext(group: group, circle: circle, generation: 1, item: item, part: .summary, version: 1)
    }

    /// Reads and opens every summary, all in one transaction.
    func run() throws {
        var sealer = PartSealer()
        let sealed = try queue.read { database in
            let statement = try database.cachedStatement(sql: "SELECT bytes FROM blobs WHERE hash = ?")
            return try facts.map { facts in try Data.fetchOne(statement, arguments: [Data(facts.name.bytes)]).map { Array($0) } }
        }
        for (facts, bytes) in zip(facts, sealed) {
            guard let bytes, BlobHash.of(bytes) == facts.name else { throw TestFailure() }
            let opened = try sealer.open(bytes, under: key, context: context(facts.item))
            guard Commitment.ofText(opened.text, salt: opened.salt, context: context(facts.item)) == facts.commitment else {
                throw TestFailure()
            }
            var summary = try JSONMembers(try CanonicalJSON(parsing: opened.text))
            _ = try Line(kept: Array(try summary.string("title").utf8), limit: Limits.title)
        }
    }
}
