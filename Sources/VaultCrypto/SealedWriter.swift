import VaultFormat

/// Cuts the inside (preamble, text, padding) into chunks and seals them as they fill up, for a text that comes in pieces or whole.
/// A full chunk waits until there is more, since only then it is known not to be the last.
struct SealedWriter {
    private var pending: [UInt8]
    private var missingText: Int
    private let paddingLength: Int

    /// `preamble.textLength` is how much text will come.
    init(_ preamble: InsidePreamble) {
        pending = preamble.bytes
        missingText = preamble.textLength
        paddingLength = preamble.paddingLength
        pending.reserveCapacity(min(SealedLayout.chunkLength, SealedLayout.innerLength(forText: preamble.textLength)))
    }

    /// More of the text; more than was announced is our bug.
    mutating func write(_ text: [UInt8], through stream: inout SealedStream, onto sealed: inout [UInt8]) {
        precondition(text.count <= missingText)
        missingText -= text.count
        append(text[...], through: &stream, onto: &sealed)
    }

    /// Pads, and seals what is left as the last chunk. Less text than was announced is our bug.
    mutating func finish(through stream: inout SealedStream, onto sealed: inout [UInt8]) {
        precondition(missingText == 0)
        append([UInt8](repeating: 0, count: paddingLength)[...], through: &stream, onto: &sealed)
        stream.push(pending.span, isLast: true, onto: &sealed)
        pending = []
    }

    private mutating func append(_ bytes: ArraySlice<UInt8>, through stream: inout SealedStream, onto sealed: inout [UInt8]) {
        var rest = bytes
        while !rest.isEmpty {
            if pending.count == SealedLayout.chunkLength {
                stream.push(pending.span, isLast: false, onto: &sealed)
                pending.removeAll(keepingCapacity: true)
            }
            let piece = rest.prefix(SealedLayout.chunkLength - pending.count)
            pending.append(contentsOf: piece)
            rest = rest.dropFirst(piece.count)
        }
    }
}
