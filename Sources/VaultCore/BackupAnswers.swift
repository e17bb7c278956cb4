package import VaultFormat
import VaultLog

/// Answer to `backup create`.
package struct BackupMade: Sendable {
    /// Where it stands; nothing stands there where there are findings.
    package let path: String
    /// Bytes of the file; 0 for a dry run.
    package let bytes: Int
    /// Cases, notes and attachments in it.
    package let items: Int
    /// The log circle's generation.
    package let epoch: Int
    /// What is wrong with the vault, so that no backup was made.
    package let findings: [Finding]
}

/// Answer to `backup check`.
package struct BackupChecked: Sendable {
    /// Which group.
    package let group: GroupID
    /// The epoch in which it was made.
    package let epoch: Int
    /// Entries of its log.
    package let size: Int
    /// Entries of the log that this home knows and the backup does not have.
    package let entriesSince: Int
    /// Circles of content in it that I am in, in the order in which they began.
    package let circles: [BackupCircle]
    /// How many parts that I may open now open from it.
    package let openable: Int
    /// How many parts I may open now.
    package let parts: Int
    /// What is wrong with its log.
    package let findings: [Finding]
}

/// A circle as a backup has it.
package struct BackupCircle: Equatable, Sendable {
    /// What kind.
    package let kind: CircleKind
    /// Its generation in the backup.
    package let generation: Int
    /// Whether that is still its generation: else nothing of the circle opens from the backup any more.
    package let isLive: Bool
}

/// Answer to `backup restore`.
package struct BackupRestored: Sendable {
    /// Which group.
    package let group: GroupID
    /// The log circle's generation now: the log did not go back.
    package let epoch: Int
    /// Entries of the log before the entry of the restore itself.
    package let size: Int
    /// How many parts I may open are there and open.
    package let openable: Int
    /// Items of which a part is not there.
    package let lost: Restoration
    /// How many parts the vault did not have and has now.
    package let broughtBack: Int
    /// Where the vault as it was before stands now; nil where there was none.
    package let setAside: String?
}
