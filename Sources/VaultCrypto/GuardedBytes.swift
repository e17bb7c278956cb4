import CSodium

/// Secret bytes of a fixed length in memory of their own: between guard pages, locked against swapping where the system allows
/// it, left out of core dumps, wiped when they go. The type cannot be copied, compared or printed, and only this module sees inside.
///
/// One allocation costs about 30 us and a few pages: one per key in use, never one per item in a loop.
@safe
struct GuardedBytes: ~Copyable {
    private let buffer: UnsafeMutableBufferPointer<UInt8>

    /// `count` zero bytes, at least one. Traps when the system has no memory left, as Swift's own allocations do.
    init(count: Int) {
        precondition(count > 0)
        Sodium.start()
        guard let base = unsafe sodium_malloc(count) else { preconditionFailure("no guarded memory left") }
        // Sound: sodium_malloc returned `count` writable bytes, and nobody else has the pointer.
        unsafe sodium_memzero(base, count)
        unsafe buffer = UnsafeMutableBufferPointer(start: base.bindMemory(to: UInt8.self, capacity: count), count: count)
    }

    /// Bytes of the system's random generator.
    static func random(count: Int) -> GuardedBytes {
        var bytes = GuardedBytes(count: count)
        bytes.withMutableBytes { Sodium.fillRandom(&$0) }
        return bytes
    }

    /// Length in bytes.
    var count: Int { unsafe buffer.count }

    /// Lends the bytes for reading.
    borrowing func withBytes<R: ~Copyable, E: Error>(_ body: (Span<UInt8>) throws(E) -> R) throws(E) -> R {
        // Sound: the memory lives as long as `self`, which is borrowed for the call, and a span cannot leave the closure.
        try body(unsafe UnsafeBufferPointer(buffer).span)
    }

    /// Lends the bytes for writing.
    mutating func withMutableBytes<R: ~Copyable, E: Error>(_ body: (inout MutableSpan<UInt8>) throws(E) -> R) throws(E) -> R {
        // Sound: as above, and `self` is held exclusively.
        var span = unsafe buffer.mutableSpan
        return try body(&span)
    }

    /// These bytes in ordinary memory, for what may be shown.
    borrowing func copy(_ range: Range<Int>) -> [UInt8] {
        withBytes { bytes in range.map { bytes[$0] } }
    }

    /// These bytes in guarded memory of their own.
    borrowing func guardedCopy(_ range: Range<Int>) -> GuardedBytes {
        var copy = GuardedBytes(count: range.count)
        copy.withMutableBytes { copy in
            withBytes { bytes in
                for (target, source) in range.enumerated() { copy[target] = bytes[source] }
            }
        }
        return copy
    }

    deinit {
        // Wipes before it frees, and stops the program if a guard byte was overwritten.
        unsafe sodium_free(buffer.baseAddress)
    }
}
