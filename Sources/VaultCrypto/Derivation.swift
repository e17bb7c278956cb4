/// The one way a key, a commitment or a mark comes from another key: BLAKE2b (RFC 7693) keyed with it, over the purpose's message.
///
/// Why that is safe here. Keyed BLAKE2b is a pseudorandom function by design (no HMAC is needed: its inside state is wider than
/// its output, so there is nothing to extend), and every key it gets is 32 uniformly random bytes or the output of another
/// derivation, so HKDF's extract step has nothing to do. Messages of different purposes differ (see ``Purpose/message``), so their
/// outputs are independent. An output of 64 bytes cut in two gives two independent keys. An output of 32 bytes, with a key the
/// attacker may choose, still binds key and message: a collision costs 2^128 work. The length of the output is part of BLAKE2b's
/// parameters, so 32 bytes are not the first half of 64.
enum Derivation {
    /// Fills `out`, 32 or 64 bytes.
    static func derive(from key: Span<UInt8>, _ purpose: Purpose, into out: inout MutableSpan<UInt8>) {
        precondition(key.count == 32 && (out.count == 32 || out.count == 64))
        Sodium.keyedHash(of: purpose.message, key: key, into: &out)
    }

    /// A new key of 32 bytes.
    static func key(from key: borrowing GuardedBytes, _ purpose: Purpose) -> GuardedBytes {
        var derived = GuardedBytes(count: 32)
        derived.withMutableBytes { out in key.withBytes { derive(from: $0, purpose, into: &out) } }
        return derived
    }

    /// 32 bytes that may be shown: commitments and marks.
    static func shown(from key: Span<UInt8>, _ purpose: Purpose) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 32)
        var span = bytes.mutableSpan
        derive(from: key, purpose, into: &span)
        return bytes
    }
}
