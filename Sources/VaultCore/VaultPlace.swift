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

    /// The vault at `path`, or the only one this home knows. Throws ``Fault/noVaultNamed``, ``Fault/severalVaults(_:)``,
    /// ``Fault/homeDamaged``, and ``Fault/io(_:)`` where the path leads nowhere.
    static func find(_ path: String?, in directory: HomeDirectory) throws -> VaultPlace {
        if let path {
            let absolute = try absolutePath(path)
            return VaultPlace(path: absolute, known: try KnownVault.all(in: directory).filter { $0.path == absolute }.map(\.group))
        }
        let known = try KnownVault.all(in: directory)
        guard let only = known.first else { throw Fault.noVaultNamed }
        guard known.allSatisfy({ $0.path == only.path }) else { throw Fault.severalVaults(known.map(\.path)) }
        return VaultPlace(path: only.path, known: known.map(\.group))
    }

    /// Looks for what needs no key to be seen, in the order in which it is told: no vault named, several, or none that can be read; a
    /// later version; no identity, or one that cannot be used. Damage of the home waits for the passphrase. Throws ``Fault``.
    static func lookAhead(_ path: String?, in directory: HomeDirectory) throws -> IdentityFile {
        var named: String?
        if let path {
            named = try absolutePath(path)
        } else {
            do { named = try find(nil, in: directory).path } catch Fault.homeDamaged {}
        }
        if let named { try Fault.ofVault { () throws(StoreError) in try VaultFile.probe(named) } }
        return try IdentityFile.read(in: directory)
    }

    private static func absolutePath(_ path: String) throws -> String {
        try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
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
            let begun = try [Membership.Fact.edge, .request].contains { fact in
                try Fault.ofHome { () throws(StoreError) in try home.fact(fact.name) } != nil
            }
            let exists = try Fault.ofSystem { () throws(SystemError) in try Files.exists(known.path) }
            return begun || exists ? known : nil
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
