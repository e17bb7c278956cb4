/// What a derivation is for. Every derivation and every HPKE `info` begins with exactly one of these and a zero byte, so that
/// two uses never see the same input. The strings are frozen in Docs/Format.md; a new use takes a new label.
enum Label: String, CaseIterable {
    /// The UnlockKey seals the MasterKey; context: the identity file's header.
    case identity = "kluis/v1 identity"
    /// The MasterKey gives the seed of the Ed25519 key that signs entries.
    case signingSeed = "kluis/v1 signing-seed"
    /// The MasterKey gives the seed of the Ed25519 key that signs reports and exports, and must not be able to sign entries.
    case reportSeed = "kluis/v1 report-seed"
    /// The MasterKey seals a key of a membership.
    case storedKey = "kluis/v1 stored-key"
    /// A CircleKey's commitment, named by the entry that begins its generation.
    case circleCommitment = "kluis/v1 circle-commitment"
    /// The log circle's key gives the epoch's LogKey.
    case logKey = "kluis/v1 log-key"
    /// The log circle's key gives the epoch's ReadKey.
    case readKey = "kluis/v1 read-key"
    /// The LogKey marks the random header of payloads that are sealed under the ReadKey.
    case readMark = "kluis/v1 read-mark"
    /// A LogKey or ReadKey gives the key of one payload.
    case payloadKey = "kluis/v1 payload-key"
    /// A payload's key seals the payload.
    case payload = "kluis/v1 payload"
    /// A CircleKey seals one version of one part of one item.
    case part = "kluis/v1 part"
    /// A LogKey seals the LogKey of the epoch before.
    case link = "kluis/v1 link"
    /// A LogKey seals the name of a member.
    case name = "kluis/v1 name"
    /// A LogKey seals the name of the group.
    case groupName = "kluis/v1 group-name"
    /// The MasterKey seals the person's own name, in the identity file.
    case ownName = "kluis/v1 own-name"
    /// The MasterKey seals what a home keeps of a group: its state, its cases, its log.
    case homeRow = "kluis/v1 home-row"
    /// A LogKey seals the list of parts that a rotation or an import wrote.
    case manifest = "kluis/v1 manifest"
    /// An author's salted commitment to a text.
    case text = "kluis/v1 text"
    /// Six words that stand for a tree head.
    case headWords = "kluis/v1 words-head"
    /// Six words that stand for a request to join.
    case requestWords = "kluis/v1 words-request"
    /// Six words that stand for a paper sheet.
    case paperWords = "kluis/v1 words-paper"
    /// HPKE `info` of a circle key wrapped to one member.
    case wrap = "kluis/v1 wrap"
    /// HPKE `info` of an earlier epoch's ReadKey, wrapped to somebody who was not there.
    case reads = "kluis/v1 reads"
}
