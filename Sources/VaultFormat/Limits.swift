/// Largest sizes, checked before anything is allocated for them.
package enum Limits {
    /// Bytes of a sealed payload.
    package static let payload = 1 << 20
    /// Bytes of the text of a part, as UTF-8.
    package static let textPart = 1 << 20
    /// Bytes of an attachment.
    package static let attachment = 64 << 20
    /// Bytes of a manifest: the longest text that the sealed format holds.
    package static let manifest = 64 << 20
    /// Bytes of the vault file.
    package static let vault = 4 << 30
    /// Unicode scalars of a title.
    package static let title = 200
    /// Unicode scalars of a pitch.
    package static let pitch = 1000
    /// Unicode scalars of the name of a person or group.
    package static let name = 100
    /// Members that are not gone.
    package static let members = 50
    /// Unicode scalars of what is searched for.
    package static let searchTerm = 200
    /// Cases and notes that one search shows, and one `searched` names: their numbers fit in a payload with room to spare.
    package static let hits = 10_000
    /// Cases that one import brings.
    package static let imported = 10_000
    /// Bytes of the texts that one import brings: they and what they seal to are held in memory.
    package static let importedText = 64 << 20
    /// Circles that are not private, the log circle among them. So many of ``members`` each fit into one payload, with room to spare.
    package static let circles = 256
    /// Bytes of a passphrase.
    package static let passphrase = 1024
    /// Generations of a circle, and versions of an item: 32 bits.
    package static let generation = 1...Int(UInt32.max)
    /// Years a group may keep the payloads of its reading log.
    package static let retentionYears = 1...100
}
