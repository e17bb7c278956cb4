import VaultCrypto
package import VaultFormat

/// An entry as read from the vault: one spelling, one signature line, nothing believed yet.
package struct UnverifiedEntry: Sendable {
    /// The whole signed note, a leaf of the tree.
    package let bytes: [UInt8]
    /// The clear fields.
    package let text: EntryText
    /// Whose key is said to have signed.
    package let key: KeyName
    private let note: SignedNote

    /// Throws ``EntryFault/badForm`` or ``EntryFault/newerVersion``.
    package init(parsing bytes: [UInt8]) throws(EntryFault) {
        guard bytes.count <= EntryText.maximumLength else { throw .badForm }
        do throws(FormatError) {
            note = try SignedNote(parsing: bytes)
            text = try EntryText(parsing: note.text)
            guard note.signatures.count == 1 else { throw .note }
            key = try KeyName(parsing: note.signatures[0].name)
        } catch {
            throw error == .unknownVersion ? .newerVersion : .badForm
        }
        // Note, text and name have one spelling each, so that these values stand for exactly these bytes.
        self.bytes = bytes
    }

    /// Whether that key signed it, wherever it stands.
    package func isSigned(by key: SigningPublicKey?) -> Bool {
        guard let key else { return false }
        return (try? note.verifiedSole(with: key, name: note.signatures[0].name)) != nil
    }

    /// Checks group, place in the tree and signature. `key` is the signer's key as the membership stands before this entry.
    /// Throws ``EntryFault``: other group, wrong tree, not entitled (no such active key), bad signature.
    package consuming func verify(group: GroupID, after head: TreeHead, key: SigningPublicKey?) throws(EntryFault) -> VerifiedEntry {
        guard text.group == group, self.key.group == group else { throw .otherGroup }
        guard text.tree == head else { throw .wrongTree }
        guard let key else { throw .notEntitled }
        guard isSigned(by: key) else { throw .badSignature }
        return VerifiedEntry(bytes: bytes, text: text, signer: self.key)
    }
}

/// An entry that stands where it was signed for and was signed by the key it names.
package struct VerifiedEntry: Sendable {
    /// The whole signed note.
    package let bytes: [UInt8]
    /// The clear fields.
    package let text: EntryText
    /// Who signed.
    package let signer: KeyName

    fileprivate init(bytes: [UInt8], text: EntryText, signer: KeyName) {
        self.bytes = bytes
        self.text = text
        self.signer = signer
    }

    /// Its place in the log, from 0.
    package var index: Int { text.tree.size }
    /// Its leaf hash (RFC 6962).
    package var leaf: TreeHash { TreeHash.leaf(bytes) }
}

/// Why bytes are not an entry of this log at this place. None of these can come from an honest member.
package enum EntryFault: Error, Equatable {
    /// Not a signed entry in its one spelling.
    case badForm
    /// An entry of a later format.
    case newerVersion
    /// An entry of another group.
    case otherGroup
    /// The tree line names another tree than the one before it.
    case wrongTree
    /// The signing key is of no active member.
    case notEntitled
    /// The signature does not verify.
    case badSignature

    /// The kind of finding this is.
    package var finding: FindingKind {
        switch self {
        case .badForm, .newerVersion, .otherGroup: .badForm
        case .wrongTree: .wrongTree
        case .notEntitled: .notEntitled
        case .badSignature: .badSignature
        }
    }
}
