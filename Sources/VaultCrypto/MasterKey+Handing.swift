/// A MasterKey on its way from one process of a person to another one.
///
/// Why that is safe here. Its bytes go from guarded memory to the kernel and from the kernel into guarded memory; who is at the other end
/// has been asked of the kernel before. There is no other way out of this module for them but the paper sheet.
extension MasterKey {
    /// Bytes of a key.
    package static let byteCount = 32

    /// Lends the bytes to whoever sends them; they cannot be kept.
    package borrowing func lend<E: Error>(_ send: (RawSpan) throws(E) -> Void) throws(E) {
        // Sound: the bytes are read only, and a span cannot leave the closure.
        try bytes.withBytes { bytes throws(E) in try send(unsafe bytes.bytes) }
    }

    /// A key that is received straight into guarded memory. `fill` gets 32 bytes and returns whether it wrote all of them; nil where it did
    /// not.
    package static func receive<E: Error>(_ fill: (inout MutableRawSpan) throws(E) -> Bool) throws(E) -> MasterKey? {
        var bytes = GuardedBytes(count: byteCount)
        let isWhole = try bytes.withMutableBytes { bytes throws(E) in
            // Sound: every byte is a valid UInt8, whatever is written.
            var raw = unsafe bytes.mutableBytes
            return try fill(&raw)
        }
        return isWhole ? MasterKey(bytes: bytes) : nil
    }
}
