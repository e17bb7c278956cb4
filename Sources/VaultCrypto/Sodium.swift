import CSodium
import VaultFormat

/// The calls into libsodium, each on spans with checked lengths, so that no other file handles its pointers (but ``SealedStream``,
/// whose calls need its state). A length that does not fit is our bug and traps; what depends on received bytes is a Bool or an error.
enum Sodium {
    private static let started: Void = {
        precondition(sodium_init() >= 0, "libsodium did not start")
    }()

    /// Picks implementations for this processor and opens the random source, once. Guarded memory aborts without it.
    static func start() { started }

    /// Fills with bytes of the system's random generator.
    static func fillRandom(_ out: inout MutableSpan<UInt8>) {
        start()
        unsafe out.withUnsafeMutableBufferPointer { unsafe randombytes_buf($0.start, $0.count) }
    }

    /// Compares in time that does not depend on where the first difference is. Lengths are public.
    static func equal(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { unsafe sodium_memcmp(left.start, $0.start, left.count) == 0 }
        }
    }

    /// Whether all bytes are zero, in time that depends on the length only.
    static func isZero(_ bytes: Span<UInt8>) -> Bool {
        unsafe bytes.withUnsafeBufferPointer { unsafe sodium_is_zero($0.start, $0.count) == 1 }
    }

    /// Keyed BLAKE2b (RFC 7693) of 16 to 64 bytes with a key of 16 to 64 bytes.
    static func keyedHash(of message: [UInt8], key: Span<UInt8>, into out: inout MutableSpan<UInt8>) {
        precondition((16...64).contains(key.count) && (16...64).contains(out.count))
        start()
        let status = unsafe out.withUnsafeMutableBufferPointer { out in
            unsafe key.withUnsafeBufferPointer {
                unsafe crypto_generichash(out.start, out.count, message, UInt64(message.count), $0.start, $0.count)
            }
        }
        precondition(status == 0)
    }

    /// SHA-256 of a secret, 32 bytes. libsodium wipes what it worked with; for everything else ``Digest`` is faster.
    static func sha256(ofSecret bytes: Span<UInt8>) -> [UInt8] {
        start()
        var digest = [UInt8](repeating: 0, count: 32)
        let status = unsafe bytes.withUnsafeBufferPointer { unsafe crypto_hash_sha256(&digest, $0.start, UInt64($0.count)) }
        precondition(status == 0)
        return digest
    }

    /// Argon2id version 1.3 (RFC 9106), one lane. Throws ``CryptoError/outOfMemory``.
    static func argon2id(
        of password: Span<UInt8>, salt: [UInt8], parameters: KDFParameters, into out: inout MutableSpan<UInt8>
    ) throws(CryptoError) {
        precondition(salt.count == KDFSalt.count && out.count >= 16)
        start()
        let status = unsafe out.withUnsafeMutableBufferPointer { out in
            unsafe password.withUnsafeBufferPointer {
                // libsodium reads passwords as C characters; only the type of the pointer differs.
                unsafe crypto_pwhash(
                    out.start, UInt64(out.count), UnsafeRawPointer($0.start).assumingMemoryBound(to: CChar.self), UInt64($0.count),
                    salt, UInt64(parameters.operations), parameters.memoryKiB << 10, crypto_pwhash_ALG_ARGON2ID13)
            }
        }
        guard status == 0 else { throw .outOfMemory }
    }
}

/// Ed25519 (RFC 8032).
extension Sodium {
    /// Makes the 64-byte secret key from a 32-byte seed and returns the public key.
    static func signingKeyPair(seed: Span<UInt8>, secret: inout MutableSpan<UInt8>) -> SigningPublicKey {
        precondition(seed.count == 32 && secret.count == 64)
        var publicKey = [UInt8](repeating: 0, count: SigningPublicKey.count)
        let status = unsafe secret.withUnsafeMutableBufferPointer { secret in
            unsafe seed.withUnsafeBufferPointer { unsafe crypto_sign_seed_keypair(&publicKey, secret.start, $0.start) }
        }
        precondition(status == 0)
        return SigningPublicKey(trusted: publicKey)
    }

    /// Signs the whole message.
    static func sign(_ message: [UInt8], secret: Span<UInt8>) -> Signature {
        precondition(secret.count == 64)
        var signature = [UInt8](repeating: 0, count: Signature.count)
        let status = unsafe secret.withUnsafeBufferPointer {
            unsafe crypto_sign_detached(&signature, nil, message, UInt64(message.count), $0.start)
        }
        precondition(status == 0)
        return Signature(trusted: signature)
    }

    /// Refuses, besides wrong signatures, keys of small order and scalars or points that are not in their one spelling.
    static func isValid(_ signature: Signature, of message: [UInt8], by key: SigningPublicKey) -> Bool {
        start()
        return unsafe crypto_sign_verify_detached(signature.bytes, message, UInt64(message.count), key.bytes) == 0
    }
}

extension UnsafeBufferPointer {
    /// The address, which libsodium wants even of nothing. Ours are never empty.
    var start: UnsafePointer<Element> {
        guard let start = baseAddress else { preconditionFailure("no bytes") }
        return unsafe start
    }
}

extension UnsafeMutableBufferPointer {
    /// The address, which libsodium wants even of nothing. Ours are never empty.
    var start: UnsafeMutablePointer<Element> {
        guard let start = baseAddress else { preconditionFailure("no bytes") }
        return unsafe start
    }
}
