import Crypto
import Foundation
package import VaultFormat

/// SHA-256 (FIPS 180-4), from swift-crypto, which is several times faster at it than libsodium.
package struct Digest: ~Copyable {
    private var hash = SHA256()

    /// Of nothing yet.
    package init() {}

    /// Adds bytes.
    package mutating func update(_ bytes: [UInt8]) { hash.update(data: bytes) }

    /// 32 bytes.
    package consuming func finish() -> [UInt8] { Self.bytes(of: hash.finalize()) }

    /// 32 bytes.
    package static func sha256(_ bytes: [UInt8]) -> [UInt8] { Self.bytes(of: SHA256.hash(data: bytes)) }

    /// As a sequence a digest would be walked through byte by byte.
    private static func bytes(of digest: SHA256Digest) -> [UInt8] { unsafe digest.withUnsafeBytes { unsafe Array($0) } }
}

extension BlobHash {
    /// The name of a blob.
    package static func of(_ sealed: [UInt8]) -> BlobHash { BlobHash(SHA256.hash(data: sealed)) }

    /// The name of a blob whose bytes went through `digest`.
    package static func of(_ digest: consuming Digest) -> BlobHash { BlobHash(trusted: digest.finish()) }
}

extension ShortFixedBytes {
    /// A digest as what it names, without an array between.
    fileprivate init(_ digest: SHA256Digest) {
        precondition(Self.count == SHA256Digest.byteCount)
        var short = ShortBytes()
        var span = short.all.mutableSpan
        // Sound: both have 32 bytes.
        unsafe span.withUnsafeMutableBytes { bytes in unsafe digest.withUnsafeBytes { unsafe bytes.copyMemory(from: $0) } }
        self.init(short: short)
    }
}

/// The hashes of RFC 6962, section 2.1. Leaves and nodes begin with different bytes, so that no node passes for a leaf.
extension TreeHash {
    /// Of an entry: SHA-256(0x00 || entry).
    package static func leaf(_ entry: [UInt8]) -> TreeHash {
        var hash = SHA256()
        hash.update(data: leafMark)
        hash.update(data: entry)
        return TreeHash(hash.finalize())
    }

    private static let leafMark: [UInt8] = [0x00]

    /// Of two subtrees: SHA-256(0x01 || left || right).
    package static func node(_ left: TreeHash, _ right: TreeHash) -> TreeHash {
        var node = InlineArray<65, UInt8>(repeating: 0x01)
        var span = node.mutableSpan
        let leftBytes = left.short.all.span
        let rightBytes = right.short.all.span
        for index in 0..<count {
            span[1 + index] = leftBytes[index]
            span[1 + count + index] = rightBytes[index]
        }
        var hash = SHA256()
        // Sound: the bytes are read during the call.
        unsafe node.span.bytes.withUnsafeBytes { unsafe hash.update(bufferPointer: $0) }
        return TreeHash(hash.finalize())
    }

    /// Root of the tree without entries: SHA-256 of nothing.
    package static let empty = TreeHash(trusted: Digest.sha256([]))
}

extension Commitment {
    /// An author's commitment to one version of one part: whoever has the text and the salt can check it, whoever has not learns nothing
    /// from it. Circle and generation of the context do not enter, so that it outlives every re-encryption.
    package static func ofText(_ text: [UInt8], salt: Salt, context: PartContext) -> Commitment {
        ofText(digest: Digest.sha256(text), salt: salt, context: context)
    }

    /// The same for a text that went through a ``Digest``; 32 bytes.
    package static func ofText(digest: [UInt8], salt: Salt, context: PartContext) -> Commitment {
        Commitment(trusted: Derivation.shown(from: salt.bytes.span, .text(context, digest: digest)))
    }
}
