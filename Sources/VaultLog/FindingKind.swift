/// Kinds of findings of `check`, `log verify` and `audit verify`; the raw value is the JSON spelling (part of the contract).
package enum FindingKind: String, Equatable, Sendable, CaseIterable {
    /// Not a signed entry at all.
    case badForm = "bad-form"
    /// The signature does not verify.
    case badSignature = "bad-signature"
    /// Signed by someone who was not a member then.
    case notEntitled = "not-entitled"
    /// The tree line does not name the tree before it.
    case wrongTree = "wrong-tree"
    /// The roster line does not name the last change of membership.
    case rosterLeftOut = "roster-left-out"
    /// The payload's bytes are not those the entry names.
    case payloadMismatch = "payload-mismatch"
    /// The payload is not there.
    case payloadMissing = "payload-missing"
    /// Well signed, but does not open, is not canonical or breaks a rule: it changes nothing.
    case void
    /// A delivery or key is not what its entry committed to.
    case wrapMismatch = "wrap-mismatch"
    /// The text is not the one its author committed to.
    case textAltered = "text-altered"
    /// A part is there but altered, or was carried as lost.
    case partLost = "part-lost"
    /// A part is not there.
    case partMissing = "part-missing"
    /// An entry's time is before the one before it.
    case clockBack = "clock-back"

    // Of an exported folder alone.
    /// Nothing that an exported folder has is there.
    case noExport = "no-export"
    /// A file's bytes are not those its manifest names, or do not follow from the log.
    case fileAltered = "file-altered"
    /// A file that has to be there is not.
    case fileMissing = "file-missing"
    /// A file that has no place there.
    case fileAdded = "file-added"
    /// An entry that changes the membership is there without what it says.
    case notDisclosed = "not-disclosed"
    /// The log is shorter than it was.
    case rolledBack = "rolled-back"
    /// The log does not begin with what it was.
    case forked
    /// Of another group's log.
    case otherLog = "other-log"
}
