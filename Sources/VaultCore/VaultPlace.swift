import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// Which vault a command is about, found before the passphrase is asked for.
struct VaultPlace {
    /// Absolute path of the vault file.
    let path: String
    /// The groups this home knows at that path: none, one, or several where a vault was thrown away and another founded there.
    let known: [GroupID]

    /// The vault at `path`, or the only one this home knows. Throws ``Fault/noVaultNamed``, ``Fault/severalGroups(_:)``, and ``Fault/io(_:)``
    /// where nothing readable is at the path.
    static func find(_ path: String?, in directory: HomeDirectory) throws -> VaultPlace {
        let known = try KnownVault.all(in: directory)
        if let path {
            let absolute = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
            return VaultPlace(path: absolute, known: known.filter { $0.path == absolute }.map(\.group))
        }
        guard let only = known.first else { throw Fault.noVaultNamed }
        guard known.allSatisfy({ $0.path == only.path }) else { throw Fault.severalVaults(known.map(\.path)) }
        return VaultPlace(path: only.path, known: known.map(\.group))
    }

    /// Opens the vault file. A home that knows another group here refuses what it finds later, in ``group(of:)``.
    func openVault(readOnly: Bool, _ surroundings: Surroundings) throws -> VaultFile {
        try Fault.ofVault { () throws(StoreError) in
            try VaultFile.open(path, access: readOnly ? .readOnly : .readWrite, onWait: surroundings.onWait)
        }
    }

    /// The group whose log begins in the vault. Throws ``Fault/otherFile`` where this home knows another group at the path.
    func group(of vault: VaultFile) throws -> GroupID {
        guard let first = try Fault.ofVault({ () throws(StoreError) in try vault.entry(at: 0) }) else { throw Fault.notAVault }
        let entry: UnverifiedEntry
        do throws(EntryFault) { entry = try UnverifiedEntry(parsing: first) } catch {
            throw error == .newerVersion ? Fault.newerVersion : Fault.entryDamaged(index: 0, kind: .badForm)
        }
        guard known.isEmpty || known.contains(entry.text.group) else { throw Fault.otherFile }
        return entry.text.group
    }

    /// The membership's file, or nil where this home has none of that group.
    func openHome(of group: GroupID, in directory: HomeDirectory, _ surroundings: Surroundings) throws -> HomeFile? {
        try KnownVault.open(group, in: directory, onWait: surroundings.onWait)
    }
}

/// A membership of this home and where its vault was last used.
struct KnownVault {
    let group: GroupID
    let path: String

    /// All memberships that have begun: those whose vault was never finished (a crash while founding) are passed over.
    static func all(in directory: HomeDirectory) throws -> [KnownVault] {
        try directory.memberships().compactMap { group in
            guard let home = try open(group, in: directory, onWait: {}), let path = try path(in: home) else { return nil }
            let known = KnownVault(group: group, path: path)
            let pinned = try Fault.ofHome { () throws(StoreError) in try home.fact(Membership.Fact.edge.name) } != nil
            let exists = try Fault.ofSystem { () throws(SystemError) in try Files.exists(known.path) }
            return pinned || exists ? known : nil
        }
    }

    /// Where the group's vault was to stand; nil where founding did not come so far.
    static func path(of group: GroupID, in directory: HomeDirectory) throws -> String? {
        try open(group, in: directory, onWait: {}).flatMap { try path(in: $0) }
    }

    private static func path(in home: HomeFile) throws -> String? {
        let bytes = try Fault.ofHome { () throws(StoreError) in try home.fact(Membership.Fact.vault.name) }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    static func open(_ group: GroupID, in directory: HomeDirectory, onWait: @escaping @Sendable () -> Void) throws -> HomeFile? {
        do throws(StoreError) {
            return try HomeFile.open(directory.membership(of: group), onWait: onWait)
        } catch {
            if error == .notFound { return nil }
            throw Fault(home: error)
        }
    }
}
