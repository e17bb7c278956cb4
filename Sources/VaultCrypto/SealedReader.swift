import VaultFormat

/// Opens chunks as they come and checks the inside: the protection byte, that the text is as long as it says, and that the padding is
/// exactly what the layout prescribes and zero. One text and salt therefore have one inside, and nothing hides behind a text.
struct SealedReader {
    private static let sealedChunkLength = SealedLayout.chunkLength + SealedLayout.chunkOverhead

    /// Sealed bytes that wait: a full chunk is opened when more follows, since only then it is known not to be the last.
    private var pending: [UInt8] = []
    /// What the first chunk says, once it is opened.
    private(set) var preamble: InsidePreamble?
    private var missingText = 0
    private var missingPadding = 0

    /// More sealed bytes, from behind the preamble. Adds opened text to `text`. Throws ``CryptoError/damaged`` or
    /// ``CryptoError/unknownProtection``.
    mutating func read(_ sealed: ArraySlice<UInt8>, through stream: inout SealedStream, onto text: inout [UInt8]) throws(CryptoError) {
        var rest = sealed
        while !rest.isEmpty {
            if pending.count == Self.sealedChunkLength {
                try openPending(isLast: false, through: &stream, onto: &text)
                pending.removeAll(keepingCapacity: true)
            }
            let piece = rest.prefix(Self.sealedChunkLength - pending.count)
            pending.append(contentsOf: piece)
            rest = rest.dropFirst(piece.count)
        }
    }

    /// Opens what is left as the last chunk, and returns the salt. Throws as ``read(_:through:onto:)``.
    mutating func finish(through stream: inout SealedStream, onto text: inout [UInt8]) throws(CryptoError) -> Salt {
        try openPending(isLast: true, through: &stream, onto: &text)
        guard let preamble, missingText == 0, missingPadding == 0 else { throw .damaged }
        return preamble.salt
    }

    private mutating func openPending(isLast: Bool, through stream: inout SealedStream, onto text: inout [UInt8]) throws(CryptoError) {
        guard pending.count > SealedLayout.chunkOverhead else { throw .damaged }
        var chunk = [UInt8](repeating: 0, count: pending.count - SealedLayout.chunkOverhead)
        var span = chunk.mutableSpan
        try stream.pull(pending.span, isLast: isLast, into: &span)
        try take(chunk, onto: &text)
    }

    private mutating func take(_ chunk: [UInt8], onto text: inout [UInt8]) throws(CryptoError) {
        var rest = chunk[...]
        if preamble == nil {
            // The shortest inside has 256 bytes, so that the first chunk holds the whole preamble.
            let first = try InsidePreamble(reading: rest.prefix(SealedLayout.innerPreambleLength))
            rest = rest.dropFirst(SealedLayout.innerPreambleLength)
            (missingText, missingPadding) = (first.textLength, first.paddingLength)
            preamble = first
        }
        let piece = rest.prefix(missingText)
        text.append(contentsOf: piece)
        missingText -= piece.count
        let padding = rest.dropFirst(piece.count)
        guard padding.count <= missingPadding, padding.allSatisfy({ $0 == 0 }) else { throw .damaged }
        missingPadding -= padding.count
    }
}
