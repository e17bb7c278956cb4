import Foundation
import VaultFormat

@testable import VaultCrypto

/// Fixed names and keys, the ones that Tests/Vectors/crypto.txt was made with, so that a test can open a vector and change it.
enum Fixture {
    static let ids = Vectors.file["ids"]
    static let group = GroupID(trusted: ids["group"])
    static let member = MemberID(trusted: ids["member"])
    static let circle = CircleID(trusted: ids["circle"])
    static let item = ItemID(trusted: ids["item"])
    static let context = PartContext(group: group, circle: circle, generation: 3, item: item, part: .body, version: 2)

    static func circleKey() -> CircleKey { CircleKey(bytes: .of(ids["key"])) }
    static func logKey() -> LogKey { LogKey(bytes: .of(ids["key"])) }
    static func masterKey() -> MasterKey { MasterKey(bytes: .of(ids["key"])) }
    static func unlockKey() -> UnlockKey { UnlockKey(bytes: .of(ids["key"])) }
    static func bytes() -> GuardedBytes { .of(ids["key"]) }

    /// A passphrase from a string, through the ordinary door.
    static func passphrase(_ text: String) throws -> Passphrase {
        let bytes = Array(text.utf8)
        return try Passphrase.read { memory in
            for (index, byte) in bytes.enumerated() where index < memory.byteCount {
                memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self)
            }
            return bytes.count
        }
    }

    /// A text of `count` bytes that does not repeat within a chunk.
    static func text(_ count: Int) -> [UInt8] { (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) } }
}

extension GuardedBytes {
    static func of(_ bytes: [UInt8]) -> GuardedBytes {
        var guarded = GuardedBytes(count: bytes.count)
        guarded.withMutableBytes { out in
            for (index, byte) in bytes.enumerated() { out[index] = byte }
        }
        return guarded
    }

    borrowing func shown() -> [UInt8] { copy(0..<count) }
}

/// Vectors of an independent implementation (Tests/Vectors/make_crypto.py).
struct Vectors {
    /// Fields of one vector.
    struct Vector {
        fileprivate var fields: [String: [UInt8]] = [:]
        subscript(_ name: String) -> [UInt8] {
            guard let value = fields[name] else { preconditionFailure("no field \(name)") }
            return value
        }
    }

    private var vectors: [String: Vector] = [:]

    subscript(_ name: String) -> Vector {
        guard let vector = vectors[name] else { preconditionFailure("no vector \(name)") }
        return vector
    }

    static let file: Vectors = {
        let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Vectors/crypto.txt")
        guard let text = try? String(contentsOf: path, encoding: .utf8) else { preconditionFailure("Tests/Vectors/crypto.txt is missing") }
        var file = Vectors()
        var name = ""
        for line in text.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { preconditionFailure("a line without a colon") }
            let value = String(line[line.index(after: colon)...].drop { $0 == " " })
            if line[..<colon] == "vector" {
                name = value
                file.vectors[name] = Vector()
            } else {
                guard let bytes = try? Hex.decode(Array(value.utf8), count: value.utf8.count / 2) else { preconditionFailure("not hex") }
                file.vectors[name]?.fields[String(line[..<colon])] = bytes
            }
        }
        return file
    }()
}

/// What `body` throws, if it throws one of our errors.
func refusal(_ body: () throws -> Void) -> CryptoError? {
    do {
        try body()
        return nil
    } catch {
        return error as? CryptoError
    }
}
