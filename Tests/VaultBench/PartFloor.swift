import CSodium
import Foundation
import GRDB
import VaultCrypto
import VaultFormat
import VaultTestkit

/// A file with as many sealed parts as a vault has, of the same lengths: reading and opening them is the least a program can do that shows
/// them.
struct PartFloor {
    private let queue: DatabaseQueue
    private let names: [Data]
    private let key = SecureRandom.bytes(32)

    /// A part as long as a sealed part of each of these texts, that many times.
    init(in folder: String, parts texts: [String], times: Int) throws {
        let lengths = texts.map { SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: $0.utf8.count)) }
        queue = try DatabaseQueue(path: folder + "/floor.sqlite")
        let key = key
        names = try queue.write { database in
            try database.execute(
                sql: """
                    CREATE TABLE blobs (id INTEGER PRIMARY KEY, hash BLOB NOT NULL, seq INTEGER NOT NULL, bytes BLOB NOT NULL);
                    CREATE UNIQUE INDEX blobs_by_hash ON blobs (hash, seq)
                    """)
            return try (0..<times).flatMap { _ in
                try lengths.map { length in
                    let sealed = Self.seal(SecureRandom.bytes(length - 24 - 16), key)
                    let name = Data(BlobHash.of(sealed).bytes)
                    try database.execute(
                        sql: "INSERT INTO blobs (hash, seq, bytes) VALUES (?, 0, ?)", arguments: [name, Data(sealed)])
                    return name
                }
            }
        }
    }

    /// Reads and opens every part, each by its name, all in one transaction.
    func run() throws {
        try queue.read { database in
            let statement = try database.cachedStatement(sql: "SELECT bytes FROM blobs WHERE hash = ?")
            for name in names {
                guard let sealed = try Data.fetchOne(statement, arguments: [name]), Self.opens(Array(sealed), key) else {
                    throw TestFailure()
                }
            }
        }
    }

    /// With the cipher alone: nonce, ciphertext, tag.
    static func seal(_ text: [UInt8], _ key: [UInt8]) -> [UInt8] {
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
