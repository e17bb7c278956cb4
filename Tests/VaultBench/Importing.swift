import Foundation
import GRDB
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// `import` of a folder of 10,000 texts, in a session that is open, against its floor: the same bodies sealed and inserted in one
/// transaction. The import reads the files, and seals and inserts a summary with each body; a home then keeps a record of each case.
struct Importing {
    private static let texts = Limits.imported
    private static let rounds = 7
    private static let warmUp = 1

    func measure() throws -> Section {
        let place = try TestVault()
        let folder = place.folder + "/texts"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
        for number in 1...Self.texts {
            let text = "Casus \(number)\n\n\(FilledVault.body)"
            try Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(number).txt"))
        }
        let floors = [ImportFloor(in: place.folder, sealing: .asTheFormat), ImportFloor(in: place.folder, sealing: .cipherAlone)]
        var ratios = [Sample](repeating: Sample(), count: floors.count)
        for round in 0..<(Self.warmUp + Self.rounds) {
            let before = try floors.map { floor in try processorSeconds { try floor.run(Self.texts) } }
            let test = try TestVault()
            _ = try test.foundGroup()
            let session = try test.open()
            let whole = try processorSeconds {
                let texts = try ImportFolder(at: folder) { _, _ in }.texts
                let imported = try session.importCases(texts, share: true, dryRun: false) { _, _ in }
                guard imported.numbers?.count == Self.texts else { throw TestFailure() }
            }
            let after = try floors.map { floor in try processorSeconds { try floor.run(Self.texts) } }
            guard round >= Self.warmUp else { continue }
            for place in floors.indices { ratios[place].add(2 * whole / (before[place] + after[place])) }
        }
        return Section(
            title: "Importing",
            explanation: """
                `import` of 10,000 texts of 1.7 KB in a session that is open : the same bodies sealed and inserted with GRDB in one durable
                transaction. The import reads the files, seals and inserts a summary with each body, and the home keeps a record of each case.
                Sealed as the format says: key derivation, commitment to the key, cipher, the author's commitment. Sealed with the cipher alone, the
                floor is lower than anything that keeps the format; that row is for comparing. Processor time; \(Self.rounds) rounds.
                """,
            rows: [
                Row(name: "`import`", sample: ratios[0], bound: 3),
                Row(name: "`import`, against bare libsodium", sample: ratios[1], bound: nil),
            ])
    }
}

/// As many bodies, sealed and inserted into a new file.
private struct ImportFloor {
    enum Sealing { case asTheFormat, cipherAlone }

    private let path: String
    private let sealing: Sealing
    private let body = Array(FilledVault.body.utf8)

    init(in folder: String, sealing: Sealing) {
        path = folder + "/floor.sqlite"
        self.sealing = sealing
    }

    func run(_ count: Int) throws {
        try? FileManager.default.removeItem(atPath: path)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            for pragma in ["secure_delete = ON", "journal_mode = DELETE", "synchronous = EXTRA"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
        }
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            let statement = try database.cachedStatement(sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)")
            try eachSealed(count) { try statement.execute(arguments: [Data(BlobHash.of($0).bytes), Data($0)]) }
        }
        try queue.close()
    }

    private func eachSealed(_ count: Int, _ body: ([UInt8]) throws -> Void) throws {
        switch sealing {
        case .asTheFormat:
            var sealer = PartSealer()
            let key = CircleKey.random()
            let group = GroupID.random(), circle = CircleID.random()
            for _ in 0..<count {
                let context = PartContext(group: group, circle: circle, generation: 1, item: .random(), part: .body, version: 1)
                let sealed = sealer.seal(self.body, under: key, context: context)
                guard Commitment.ofText(self.body, salt: sealed.salt, context: context).bytes.count == 32 else { throw TestFailure() }
                try body(sealed.bytes)
            }
        case .cipherAlone:
            let key = SecureRandom.bytes(32)
            let length = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: self.body.count)) - 24 - 16
            let padded = self.body + [UInt8](repeating: 0, count: length - self.body.count)
            for _ in 0..<count { try body(PartFloor.seal(padded, key)) }
        }
    }
}
