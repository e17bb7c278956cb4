import CSodium
import VaultFormat

/// The chunked cipher under everything sealed: XChaCha20-Poly1305 as libsodium's secretstream, with a commitment to its key in front.
/// It knows the layout's preamble and chunks, not what is inside them (``SealedWriter`` and ``SealedReader`` do).
///
/// Why that is safe here. Key and commitment come from the root key, the purpose and a header of 32 random bytes, so a key seals
/// one thing and a repeated stream nonce would be harmless; no caller chooses either. The cipher alone does not commit to its key (one
/// ciphertext that opens under two keys is made in a millisecond), so the commitment, half of a 512-bit hash, is compared before
/// anything is decrypted. Chunks cannot be reordered, dropped or repeated (secretstream chains them), nor cut off (FINAL).
///
/// The guarded memory is used again for each thing sealed or opened; it holds the last key until then, or until the stream goes.
struct SealedStream: ~Copyable {
    /// Key (32), then commitment (32).
    private var derived = GuardedBytes(count: 64)
    private var state = GuardedBytes(count: MemoryLayout<crypto_secretstream_xchacha20poly1305_state>.size)

    /// Starts sealing and returns the preamble. `header` is 32 bytes, of which at least 16 are random.
    mutating func beginSealing(under root: borrowing GuardedBytes, _ purpose: Purpose, header: [UInt8]) -> [UInt8] {
        precondition(header.count == SealedLayout.headerLength)
        let prefix = SealedLayout.magic + header
        derive(from: root, purpose.bound(to: prefix))
        var streamHeader = [UInt8](repeating: 0, count: SealedLayout.streamHeaderLength)
        let status = state.withMutableBytes { state in
            derived.withBytes { derived in
                unsafe Self.withState(&state) { state in
                    unsafe derived.extracting(0..<32).withUnsafeBufferPointer {
                        unsafe crypto_secretstream_xchacha20poly1305_init_push(state, &streamHeader, $0.start)
                    }
                }
            }
        }
        precondition(status == 0)
        return prefix + derived.copy(32..<64) + streamHeader
    }

    /// Starts sealing once more what began with this preamble: the same text then becomes the same bytes, since the cipher draws nothing
    /// after its header. Another text must never leave memory (``AttachmentSealer`` sees to that). Another key or purpose is our bug.
    mutating func beginAgain(under root: borrowing GuardedBytes, _ purpose: Purpose, preamble: [UInt8]) {
        do throws(CryptoError) { try begin(preamble, under: root, purpose) } catch { preconditionFailure("sealed again for another place") }
    }

    /// Starts opening. `sealed` is all of it or its beginning: the preamble and at least 18 bytes more.
    /// Throws ``CryptoError/layout``, ``CryptoError/unknownVersion``, or ``CryptoError/commitment`` before anything is decrypted.
    mutating func beginOpening(_ sealed: [UInt8], under root: borrowing GuardedBytes, _ purpose: Purpose) throws(CryptoError) {
        try CryptoError.checkLayout(of: sealed)
        try begin(sealed, under: root, purpose)
    }

    /// Derives the key, compares the commitment, and takes the cipher's header from a preamble that was checked for its length. The
    /// cipher's state is the same for sealing and for opening.
    private mutating func begin(_ sealed: [UInt8], under root: borrowing GuardedBytes, _ purpose: Purpose) throws(CryptoError) {
        derive(from: root, purpose.bound(to: sealed[..<SealedLayout.prefixLength]))
        let afterCommitment = SealedLayout.prefixLength + SealedLayout.commitmentLength
        let commitment = sealed.span.extracting(SealedLayout.prefixLength..<afterCommitment)
        guard derived.withBytes({ Sodium.equal($0.extracting(32..<64), commitment) }) else { throw .commitment }
        let streamHeader = sealed.span.extracting(afterCommitment..<SealedLayout.preambleLength)
        let status = state.withMutableBytes { state in
            derived.withBytes { derived in
                unsafe Self.withState(&state) { state in
                    unsafe derived.extracting(0..<32).withUnsafeBufferPointer { key in
                        unsafe streamHeader.withUnsafeBufferPointer {
                            unsafe crypto_secretstream_xchacha20poly1305_init_pull(state, $0.start, key.start)
                        }
                    }
                }
            }
        }
        guard status == 0 else { throw .damaged }
    }

    /// Seals one chunk onto `out`, 1...``SealedLayout/chunkLength`` bytes; ``SealedWriter`` fills every chunk but the last.
    mutating func push(_ chunk: Span<UInt8>, isLast: Bool, onto out: inout [UInt8]) {
        precondition((1...SealedLayout.chunkLength).contains(chunk.count))
        let start = out.count
        out.append(contentsOf: [UInt8](repeating: 0, count: chunk.count + SealedLayout.chunkOverhead))
        let tag = isLast ? Self.final : Self.message
        let status = state.withMutableBytes { state in
            unsafe Self.withState(&state) { state in
                unsafe chunk.withUnsafeBufferPointer { chunk in
                    // Sound: room for the chunk and 17 bytes was appended behind `start`.
                    unsafe out.withUnsafeMutableBufferPointer {
                        unsafe crypto_secretstream_xchacha20poly1305_push(
                            state, $0.start + start, nil, chunk.start, UInt64(chunk.count), nil, 0, tag)
                    }
                }
            }
        }
        precondition(status == 0)
    }

    /// Opens one sealed chunk into `out`, which is 17 bytes shorter. Throws ``CryptoError/damaged`` unless it is authentic, in its
    /// place and marked as the last exactly when it is.
    mutating func pull(_ sealed: Span<UInt8>, isLast: Bool, into out: inout MutableSpan<UInt8>) throws(CryptoError) {
        precondition(out.count > 0 && sealed.count == out.count + SealedLayout.chunkOverhead)
        var tag: UInt8 = 0
        let status = state.withMutableBytes { state in
            unsafe Self.withState(&state) { state in
                unsafe sealed.withUnsafeBufferPointer { sealed in
                    unsafe out.withUnsafeMutableBufferPointer {
                        unsafe crypto_secretstream_xchacha20poly1305_pull(
                            state, $0.start, nil, &tag, sealed.start, UInt64(sealed.count), nil, 0)
                    }
                }
            }
        }
        guard status == 0, tag == (isLast ? Self.final : Self.message) else { throw .damaged }
    }

    private static let message = UInt8(crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
    private static let final = crypto_secretstream_xchacha20poly1305_tag_final()

    private mutating func derive(from root: borrowing GuardedBytes, _ purpose: Purpose) {
        derived.withMutableBytes { out in root.withBytes { Derivation.derive(from: $0, purpose, into: &out) } }
    }

    private static func withState<R>(
        _ bytes: inout MutableSpan<UInt8>, _ body: (UnsafeMutablePointer<crypto_secretstream_xchacha20poly1305_state>) -> R
    ) -> R {
        unsafe bytes.withUnsafeMutableBufferPointer {
            // Sound: the memory has the size of the state, whose fields are all bytes, so that any address is aligned.
            unsafe $0.withMemoryRebound(to: crypto_secretstream_xchacha20poly1305_state.self) { unsafe body($0.start) }
        }
    }
}

/// Whole texts.
extension SealedStream {
    /// Seals a text of at most ``Limits/attachment`` bytes. `header` as in ``beginSealing(under:_:header:)``.
    mutating func seal(
        _ text: [UInt8], salt: Salt = .random(), under root: borrowing GuardedBytes, _ purpose: Purpose,
        header: [UInt8] = SecureRandom.bytes(SealedLayout.headerLength)
    ) -> [UInt8] {
        var sealed = beginSealing(under: root, purpose, header: header)
        sealed.reserveCapacity(SealedLayout.sealedLength(inner: SealedLayout.innerLength(forText: text.count)))
        var writer = SealedWriter(InsidePreamble(salt: salt, textLength: text.count))
        writer.write(text, through: &self, onto: &sealed)
        writer.finish(through: &self, onto: &sealed)
        return sealed
    }

    /// Opens a text; none of it leaves unless all of it is authentic. Throws ``CryptoError/layout``, ``CryptoError/unknownVersion``,
    /// ``CryptoError/commitment``, ``CryptoError/damaged`` or ``CryptoError/unknownProtection``.
    mutating func open(_ sealed: [UInt8], under root: borrowing GuardedBytes, _ purpose: Purpose) throws(CryptoError) -> OpenedText {
        try beginOpening(sealed, under: root, purpose)
        var text: [UInt8] = []
        var reader = SealedReader()
        try reader.read(sealed[SealedLayout.preambleLength...], through: &self, onto: &text)
        let salt = try reader.finish(through: &self, onto: &text)
        return OpenedText(text: text, salt: salt)
    }
}
