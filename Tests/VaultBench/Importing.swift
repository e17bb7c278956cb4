import CSodium
import Foundation
import GRDB
import VaultCore
import VaultCrypto
import VaultFormat
import VaultTestkit

/// `import` of a folder of 10,000 texts, in a session that is open, against its floor: the same bodies sealed and inserted in one transaction. The
/// import reads the files, and seals and inserts a summary with each body; a home then keeps a record of each case.
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
        var ratios = Sample()
        for round in 0..<(Self.warmUp + Self.rounds) {
            let before = try clockSeconds { try floor(in: place.folder) }
            let test = try TestVault()
            _ = try test.foundGroup()
            let session = try test.open()
            let whole = try clockSeconds {
                let texts = try ImportFolder(at: folder) { _, _ in }.texts
                let imported = try session.importCases(texts, share: true, dryRun: false) { _, _ in }
                guard imported.numbers?.count == Self.texts else { throw TestFailure() }
            }
            let after = try clockSeconds { try floor(in: place.folder) }
            if round >= Self.warmUp { ratios.add(2 * whole / (before + after)) }
        }
        return Section(
            title: "Importing",
            explanation: """
                `import` of 10,000 texts of 1.7 KB in a session that is open : the same bodies, at the length of their sealed parts, sealed
                with libsodium and inserted with GRDB in one durable transaction. Time by the clock, on the disk; \(Self.rounds) rounds.
                """,
            rows: [Row(name: "`import`", sample: ratios, bound: 3)])
    }

    private func floor(in folder: String) throws {
        let path = folder + "/floor.sqlite"
        try? FileManager.default.removeItem(atPath: path)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            for pragma in ["secure_delete = ON", "journal_mode = DELETE", "synchronous = EXTRA"] {
                try database.execute(sql: "PRAGMA \(pragma)")
            }
        }
        let key = SecureRandom.bytes(32)
        let length = SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: FilledVault.body.utf8.count)) - 24 - 16
        let body = Array(FilledVault.body.utf8) + [UInt8](repeating: 0, count: length - FilledVault.body.utf8.count)
        try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            let statement = try database.cachedStatement(sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)")
            for _ in 0..<Self.texts {
                let sealed = Self.seal(body, key)
                try statement.execute(arguments: [Data(BlobHash.of(sealed).bytes), Data(sealed)])
            }
        }
        try queue.close()
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
}
