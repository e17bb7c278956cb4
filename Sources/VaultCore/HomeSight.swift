package import VaultFormat
import VaultStore
import VaultSystem

/// What a home tells of itself without a passphrase.
package struct HomeSight {
    private let directory: HomeDirectory

    /// Looks when it is asked.
    package init(_ surroundings: Surroundings) { directory = HomeDirectory(path: surroundings.home) }

    /// A vault of which this home is a member, or has asked to be.
    package struct KnownVault: Equatable, Sendable {
        /// The group.
        package let group: GroupID
        /// Absolute path of the vault as last used.
        package let path: String
        /// When this home last made a backup of it with `backup create`; nil where it never did.
        package let lastBackup: Instant?
        /// How many entries of the log were in it.
        let entriesInBackup: Int?
        /// When this home last verified it; nil before the first time.
        package let lastSeen: Instant?
    }

    /// All of them, in order of id. Throws ``Fault``: home damaged, others may write in it, newer version, busy, io.
    package func vaults() throws -> [KnownVault] {
        try VaultCore.KnownVault.all(in: directory).map { known in
            guard let home = try file(of: known.group) else { throw Fault.homeDamaged }
            let backup = try Membership.Backup(in: home)
            return KnownVault(
                group: known.group, path: known.path, lastBackup: backup?.time, entriesInBackup: backup?.size,
                lastSeen: try time(.seen, in: home))
        }
    }

    /// When the words of a paper sheet were last shown here, or typed from one; nil where that is not known.
    package func sheetTime() -> Instant? {
        guard let bytes = try? Files.read(paper, limit: 64), bytes.last == UInt8(ascii: "\n") else { return nil }
        return try? Instant(bytes.dropLast())
    }

    /// Remembers that, as far as it goes: nothing rests on it. Whatever makes a file in the home holds its lock.
    func remember(sheetAt time: Instant) {
        guard let lock = try? FileLock.acquire(directory.lock) else { return }
        try? Files.replace(paper, Array((time.text + "\n").utf8))
        lock.release()
    }

    /// A group's file, to be read; nil where there is none. Throws ``Fault``.
    func file(of group: GroupID) throws -> HomeFile? {
        do throws(StoreError) { return try HomeFile.open(directory.membership(of: group), access: .readOnly) } catch {
            if error == .notFound { return nil }
            throw Fault(home: error)
        }
    }

    private var paper: String { directory.path + "/paper" }

    private func time(_ fact: Membership.Fact, in home: HomeFile) throws -> Instant? {
        guard let bytes = try Fault.ofHome({ () throws(StoreError) in try home.fact(fact.name) }) else { return nil }
        guard let time = try? Instant(bytes[...]) else { throw Fault.homeDamaged }
        return time
    }
}
