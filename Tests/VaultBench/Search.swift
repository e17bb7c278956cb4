import CSodium
import Foundation
import GRDB
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// `search` through 10,000 cases, in a session that is open, against its floor: the same number of parts of the same lengths read with
/// GRDB and opened with libsodium. Ten notes have what is searched for.
struct Search {
    private static let cases = 10_000
    private static let found = 10
    private static let rounds = 9
    private static let warmUp = 1

    func measure() throws -> Section {
        let vault = try FilledVault(cases: Self.cases)
        let session = try vault.test.open()
        for number in 1...Self.found { _ = try session.addNote("Een naald.", toCase: number * 100, dryRun: false) }
        let floor = try SearchFloor(in: vault.test.folder, cases: Self.cases)
        let term = try SearchTerm(typed: Array("NAALD".utf8))
        var ratios = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let before = try processorSeconds { try floor.run() }
            var items = 0
            let whole = try processorSeconds { items = try session.search(term) { _, _ in }.items.count }
            guard items == Self.found else { throw TestFailure() }
            let after = try processorSeconds { try floor.run() }
            if round >= Self.warmUp { ratios.add(2 * whole / (before + after)) }
        }
        return Section(
            title: "Searching",
            explanation: """
                `search` through 10,000 cases with a note each, \(FilledVault.place), in a session that is open : as many sealed parts of the same
                lengths read by name with GRDB and opened with libsodium. Ten notes have what is searched for. Processor time; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`search`", sample: ratios, bound: 3)])
    }
}

/// A file with as many sealed parts as the vault has, of the same lengths.
private struct SearchFloor {
    private let queue: DatabaseQueue
    private let names: [Data]
    private let key = SecureRandom.bytes(32)

    /// Sealed title and pitch, sealed text, sealed note.
    private static let lengths = [22, FilledVault.body.utf8.count, FilledVault.note.utf8.count].map {
        SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: $0))
    }

    init(in folder: String, cases: Int) throws {
        queue = try DatabaseQueue(path: folder + "/floor.sqlite")
        let key = key
        names = try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            return try (0..<cases).flatMap { _ in
                try Self.lengths.map { length in
                    let sealed = Self.seal(SecureRandom.bytes(length - 24 - 16), key)
                    let name = Data(BlobHash.of(sealed).bytes)
                    try database.execute(
                        sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)", arguments: [name, Data(sealed)])
                    return name
                }
            }
        }
    }

    /// Reads and opens every part, each by its name.
    func run() throws {
        for name in names {
            let sealed = try queue.read { database in
                let statement = try database.cachedStatement(sql: "SELECT bytes FROM blobs WHERE hash = ?")
                return try Data.fetchOne(statement, arguments: [name])
            }
            guard let sealed, Self.opens(Array(sealed), key) else { throw TestFailure() }
        }
    }

    private static func seal(_ text: [UInt8], _ key: [UInt8]) -> [UInt8] {
        let nonce = SecureRandom.bytes(24)
        var sealed = [UInt8](repeating: 0, count: text.count + 16)
        var length: UInt64 = 0
        // Sound: the lengths given are those of the arrays.
        let result = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, &length, text, UInt64(text.count), nil, 0, nil, nonce, key)
        precondition(result == 0)
        return nonce + sealed
    }

    private static func opens(_ sealed: [UInt8], _ key: [UInt8]) -> Bool {
        let nonce = Array(sealed.prefix(24)), body = Array(sealed.dropFirst(24))
        var text = [UInt8](repeating: 0, count: body.count - 16)
        var length: UInt64 = 0
        // Sound: the lengths given are those of the arrays.
        return unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &text, &length, nil, body, UInt64(body.count), nil, 0, nonce, key) == 0
    }
}
