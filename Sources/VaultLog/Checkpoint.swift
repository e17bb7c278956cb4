package import VaultCrypto
package import VaultFormat

/// A tree head that a member has signed: "I verified the log up to here" (https://c2sp.org/tlog-checkpoint v1.0.0).
///
/// Only ``init(verifying:origin:name:key:)`` and ``init(signing:origin:name:by:)`` make one, so whoever holds one need not ask
/// again. Whether the signer was a member at that size is for the log to say.
package struct Checkpoint: Hashable, Sendable {
    /// Which log: `kluis/<group id>` in Kluis.
    package let origin: String
    /// Name of the key that signed.
    package let name: String
    /// What was signed.
    package let head: TreeHead
    /// The signed note, with the lines of other signers as they came.
    package let bytes: [UInt8]

    /// Signs `head` as the log of `origin`; one signature line.
    package init(signing head: TreeHead, origin: String, name: String, by key: borrowing SigningKey) {
        let note = SignedNote.signed(text: CheckpointText(origin: origin, head: head).bytes, name: name, by: key)
        self.init(origin: origin, name: name, head: head, bytes: note.bytes)
    }

    /// Reads a checkpoint of the log `origin` and verifies the signature of the key `name`. There must be exactly one line of that key;
    /// lines of other keys, witnesses to come, are ignored, valid or not.
    ///
    /// Throws ``LogError/checkpoint`` for another spelling or an extension line, ``LogError/origin``, ``LogError/unsigned`` or
    /// ``LogError/signature``.
    package init(verifying bytes: [UInt8], origin: String, name: String, key: SigningPublicKey) throws(LogError) {
        guard let note = try? SignedNote(parsing: bytes), let text = try? CheckpointText(parsing: note.text) else { throw .checkpoint }
        // Bytes are compared, since Swift's strings are equal under Unicode normalisation.
        guard text.origin.utf8.elementsEqual(origin.utf8) else { throw .origin }
        do throws(CryptoError) {
            _ = try note.verified(with: key, name: name)
        } catch {
            throw error == .notSigner ? .unsigned : .signature
        }
        self.init(origin: origin, name: name, head: text.head, bytes: bytes)
    }

    private init(origin: String, name: String, head: TreeHead, bytes: [UInt8]) {
        self.origin = origin
        self.name = name
        self.head = head
        self.bytes = bytes
    }
}
