/// Why something could not be opened, verified or made. Carries nothing, so that no secret can travel in an error.
package enum CryptoError: Error, Equatable {
    /// The key commitment differs: another key, another context, or altered bytes. Nothing was decrypted.
    case commitment
    /// The commitment is right and the rest is not: altered, cut short or extended, or made by somebody who broke the format.
    case damaged
    /// Not the layout of anything sealed by this program.
    case layout
    /// Sealed by a version of the format this program does not know.
    case unknownVersion
    /// The inside is protected in a way this program does not know (a newer version is needed).
    case unknownProtection
    /// What was sealed a second time is not what was sealed the first time: its text has changed in between.
    case changed
    /// No signature, or more than one, by the key that was asked for.
    case notSigner
    /// A signature by the key that was asked for, but not over this text.
    case badSignature
    /// Not a usable public or private key.
    case badKey
    /// A wrap that this key, for this circle, generation and member, does not open.
    case wrap
    /// Parameters of the passphrase hash that are weaker or heavier than this program accepts.
    case kdfBounds
    /// A passphrase of no bytes.
    case passphraseEmpty
    /// A passphrase of more than 1,024 bytes.
    case passphraseTooLong
    /// The memory that the passphrase hash needs is not there.
    case outOfMemory
}
