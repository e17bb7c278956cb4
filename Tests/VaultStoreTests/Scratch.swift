import Foundation
import GRDB
import VaultFormat

@testable import VaultStore

/// A directory that goes when the test ends, and ways to make and spoil files in it.
final class Scratch {
    let directory: String

    init() throws {
        directory = NSTemporaryDirectory() + "kluis-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    func path(_ name: String) -> String { directory + "/" + name }

    /// The names of all files in the directory.
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: directory).sorted() }

    func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

    func write(_ bytes: [UInt8], _ name: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path(name))) }

    func copy(_ name: String, to copy: String) throws { try FileManager.default.copyItem(atPath: path(name), toPath: path(copy)) }

    func permissions(_ name: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
    }

    /// Makes `a.kluis` with entry 0 and one blob, and opens it.
    func vault(_ blobs: [Blob] = [sample(1, 100)]) throws -> VaultFile {
        try VaultFile.create(at: path("a.kluis"), firstEntry: leaf(0), blobs: blobs, shared: false)
        return try VaultFile.open(path("a.kluis"), access: .readWrite)
    }

    /// Makes `a.home` and opens it.
    func home() throws -> HomeFile {
        try HomeFile.create(at: path("a.home"))
        return try HomeFile.open(path("a.home"))
    }

    /// Does to a file what somebody with an SQLite of their own could do.
    func tamper(_ name: String, _ statements: String) throws {
        let queue = try DatabaseQueue(path: path(name))
        try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
        try queue.close()
    }
}

/// The bytes that stand for entry `index` in these tests.
func leaf(_ index: Int) -> [UInt8] { Array("entry number \(index)\n".utf8) }

/// `count` bytes that differ with `seed`, under a name that does too.
func sample(_ seed: UInt64, _ count: Int) -> Blob {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    let bytes = (0..<count).map { _ in
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return UInt8(truncatingIfNeeded: state >> 32)
    }
    return Blob(hash: name(Int(seed)), bytes: bytes)
}

/// A blob's name made from a number.
func name(_ number: Int) -> BlobHash {
    BlobHash(trusted: (0..<32).map { UInt8(truncatingIfNeeded: number >> (8 * max(0, 3 - $0))) })
}

extension VaultFile {
    /// Appends the entry that follows.
    func appendNext(adding: [Blob] = [], streaming: [BlobStream] = [], removing: [BlobHash] = []) throws {
        let size = try entryCount()
        try append(
            leaf(size), extending: Extends(size: size, lastEntry: leaf(size - 1)), adding: adding, streaming: streaming, removing: removing)
    }

    /// Reads all there is in every way there is.
    func readEverything() throws {
        try entries(in: 0..<entryCount()) { _, _ in }
        var names: [BlobHash] = []
        try blobHashes { hash, _ in names.append(hash) }
        for name in names {
            _ = try blob(name, limit: 1 << 20)
            _ = try readBlob(name) { _ in }
        }
        _ = try requests(magic: [1])
    }
}

/// Which ``StoreError`` the closure throws; `nil` when it throws none.
func refusal(_ body: () throws -> Void) throws -> StoreError? {
    do {
        try body()
        return nil
    } catch let error as StoreError {
        return error
    }
}
