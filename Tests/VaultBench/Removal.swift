import CSodium
import Foundation
import GRDB
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// Taking a member off 1,000 shared cases of 2 KB, in a session that is open (what `group show` takes is not counted), against its floor:
/// the same number of parts of the same length read, opened and sealed with libsodium, written and the old ones deleted with GRDB, in one
/// durable transaction.
struct Removal {
    private static let cases = 1_000
    private static let rounds = 15
    private static let warmUp = 1
    /// 2 KB.
    static let body = String(repeating: "De cliënt wilde niet verder praten. ", count: 55)

    func measure() throws -> Section {
        let vault = try prepared()
        let floor = try RemovalFloor(in: vault.folder, pairs: Self.cases)
        var ratios = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let whole = try remove(from: vault)
            let bare = try floor.run()
            if round >= Self.warmUp { ratios.add(whole / bare) }
        }
        return Section(
            title: "Taking a member off",
            explanation: """
                `member remove` off 1,000 cases of 2 KB that are shared with the group, in a session that is open (so without the time of `group show`) : the
                same number of parts of the same length read, opened and sealed with libsodium, written and the old ones deleted with GRDB in one durable
                transaction, fresh bytes each time. Time by the clock, on the disk; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`member remove`", sample: ratios, bound: 3)])
    }

    /// Three members, and every case shared with all of them.
    private func prepared() throws -> TestVault {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bram")
        try vault.admit("Chris")
        let session = try vault.open()
        for number in 1...Self.cases {
            _ = try session.addCase(try CaseText(title: "Casus \(number)", pitch: nil, body: Self.body), share: true, dryRun: false)
        }
        return vault
    }

    /// Seconds that a removal takes on a copy of the vault and of the remover's home.
    private func remove(from vault: TestVault) throws -> Double {
        let copy = try TestVault()
        for name in ["home", "group.kluis"] {
            try FileManager.default.copyItem(atPath: "\(vault.folder)/\(name)", toPath: "\(copy.folder)/\(name)")
        }
        copy.time = vault.time
        let session = try copy.open()
        sync()
        var removed: MemberRemoved?
        let time = try clockSeconds { removed = try session.remove(.name("Bram"), dryRun: false) }
        guard removed?.rewrittenParts == 2 * Self.cases, removed?.lostParts == 0 else { throw TestFailure() }
        return time
    }
}

/// A file with as many sealed parts as the vault has, of the same lengths.
private struct RemovalFloor {
    private let folder: String
    private let key = SecureRandom.bytes(32)
    /// Sealed title and pitch, and sealed text.
    private static let lengths = [20, Removal.body.utf8.count].map {
        SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: $0))
    }
    private static let overhead = 24 + 16

    init(in folder: String, pairs: Int) throws {
        self.folder = folder
        let queue = try Self.open(folder + "/floor.sqlite")
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            for _ in 0..<pairs {
                for length in Self.lengths { try Self.insert(seal(SecureRandom.bytes(length - Self.overhead)), database) }
            }
        }
        try queue.close()
    }

    /// Seconds for all parts, on a copy of the file.
    func run() throws -> Double {
        let path = folder + "/floor-copy.sqlite"
        try? FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: folder + "/floor.sqlite", toPath: path)
        let queue = try Self.open(path)
        sync()
        let time = try clockSeconds {
            try queue.write { database in
                let old = try Data.fetchAll(database, sql: "SELECT hash FROM blobs")
                for hash in old {
                    guard let sealed = try Data.fetchOne(database, sql: "SELECT bytes FROM blobs WHERE hash = ?", arguments: [hash]) else {
                        throw TestFailure()
                    }
                    try Self.insert(seal(try open(Array(sealed))), database)
                }
                for hash in old { try database.execute(sql: "DELETE FROM blobs WHERE hash = ?", arguments: [hash]) }
            }
        }
        try queue.close()
        return time
    }

    /// As a vault is opened: a commit is on the disk, and what is deleted is overwritten.
    private static func open(_ path: String) throws -> DatabaseQueue {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            for pragma in ["secure_delete = ON", "journal_mode = DELETE", "synchronous = EXTRA", "cache_size = -8192"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
        }
        return queue
    }

    private static func insert(_ sealed: [UInt8], _ database: Database) throws {
        try database.execute(
            sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)", arguments: [Data(BlobHash.of(sealed).bytes), Data(sealed)])
    }

    private func seal(_ text: [UInt8]) -> [UInt8] {
        let nonce = SecureRandom.bytes(24)
        var sealed = [UInt8](repeating: 0, count: text.count + 16)
        var length: UInt64 = 0
        // Sound: the lengths given are those of the arrays.
        let result = unsafe crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, &length, text, UInt64(text.count), nil, 0, nil, nonce, key)
        precondition(result == 0)
        return nonce + sealed
    }

    private func open(_ sealed: [UInt8]) throws -> [UInt8] {
        let nonce = Array(sealed.prefix(24)), body = Array(sealed.dropFirst(24))
        var text = [UInt8](repeating: 0, count: body.count - 16)
        var length: UInt64 = 0
        let result = unsafe crypto_aead_xchacha20poly1305_ietf_decrypt(
            &text, &length, nil, body, UInt64(body.count), nil, 0, nonce, key)
        guard result == 0 else { throw TestFailure() }
        return text
    }
}

/// Seconds that `body` takes by the clock that never goes back.
func clockSeconds(_ body: () throws -> Void) rethrows -> Double {
    let duration = try ContinuousClock().measure(body)
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
}
