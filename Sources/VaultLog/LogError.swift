/// Why a log, a proof or a checkpoint is not believed. Carries indices and sizes only.
package enum LogError: Error, Equatable {
    /// Stored bytes of a ``RightEdge`` that are not in their one spelling.
    case rightEdge
    /// An index that the tree of this size does not have.
    case outside(index: Int, size: Int)
    /// A proof with more or fewer hashes than its positions ask for.
    case proofLength(Int)
    /// The proof leads to another root: the entry at this index is a different one, or the proof was altered.
    case notIncluded(index: Int)
    /// The newer tree is smaller than the older one.
    case rolledBack(from: Int, to: Int)
    /// The newer tree does not begin with the older one, whose size this is, or the proof was altered.
    case forked(size: Int)
    /// Not a checkpoint in its one spelling.
    case checkpoint
    /// A checkpoint of another log.
    case origin
    /// No signature line of the expected key, or more than one.
    case unsigned
    /// The expected key's signature is not valid for this text.
    case signature
}
