package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// `kluis doctor`: looks at everything around the vault that can go wrong. Reads only, appends nothing, and goes on where something cannot
/// be read; what is in the vault itself is for `check` and `log verify`.
package struct Checkup {
    private let surroundings: Surroundings
    private let directory: HomeDirectory
    private let sight: HomeSight
    private let now: Instant

    /// Looks when it runs.
    package init(_ surroundings: Surroundings) {
        self.surroundings = surroundings
        directory = HomeDirectory(path: surroundings.home)
        sight = HomeSight(surroundings)
        now = surroundings.now()
    }

    /// Everything, in the order in which it is told. `vault`: a vault that was named, beside those that the home knows. `unlocking` opens
    /// the identity where there is a way; nil where there is none, and less can be told then. Throws what `unlocking` throws.
    package func run(vault named: String?, unlocking: ((IdentityFile) throws -> MasterKey)?) throws -> [CheckupFinding] {
        var findings = keyFindings()
        var vaults: [HomeSight.KnownVault] = []
        var isKnown = true
        do { vaults = try sight.vaults() } catch {
            // What others may write is told with the rights.
            isKnown = false
            if error as? Fault != .io(.othersMayWrite) { findings.append(.homeDamaged) }
        }
        let paths = paths(of: vaults, and: named)
        if paths.isEmpty, isKnown { findings.append(.noVaults) }
        for path in paths { findings += vaultFindings(path) }
        findings += leftovers(paths)
        let opened = try vaults.map { ($0, try membership($0.group, unlocking)) }
        for (vault, membership) in opened { findings.append(backup(vault, membership)) }
        findings.append(.sheet(sight.sheetTime()))
        for (vault, membership) in opened { findings.append(.owed(vault.path, membership.flatMap(owedCircles))) }
        findings += clock(vaults)
        findings += [
            .swap(Machine.swap()), .cores(Machine.mayDumpCore()), .agent(UnlockAgent.state(in: surroundings)),
            .versions(sodium: SodiumVersion.text, sqlite: SQLiteVersion.text),
        ]
        return findings
    }

    private func paths(of vaults: [HomeSight.KnownVault], and named: String?) -> [String] {
        let known = vaults.map(\.path)
        guard let named, let absolute = try? Files.absolutePath(named), !known.contains(absolute) else { return known }
        return known + [absolute]
    }

    /// The rights of home and identity.
    private func keyFindings() -> [CheckupFinding] {
        guard (try? Files.exists(directory.path)) == true else { return [.noIdentity] }
        let names = (try? Files.names(in: directory.groups)) ?? []
        let places = [directory.path, directory.groups, directory.lock] + names.map { "\(directory.groups)/\($0)" }
        // Who cannot look into the home sees nothing of what is in it.
        let isShut = rights(of: [directory.path], as: .home) == .ownedAlone(.home)
        var home = rights(of: places, as: .home)
        if isShut, case .readable = home { home = .ownedAlone(.home) }
        guard (try? Files.exists(directory.identity)) == true else { return [.noIdentity, home] }
        var identity = rights(of: [directory.identity], as: .identity)
        if isShut, case .readable = identity { identity = .ownedAlone(.identity) }
        return (isReadable ? [] : [.identityDamaged]) + [identity, home]
    }

    /// Rights are another matter.
    private var isReadable: Bool {
        do { _ = try IdentityFile.read(in: directory) } catch { return error as? Fault == .io(.othersMayWrite) }
        return true
    }

    private func rights(of places: [String], as thing: CheckupFinding.Thing) -> CheckupFinding {
        var finding = CheckupFinding.ownedAlone(thing)
        for place in places {
            let permissions: FilePermissions
            do throws(SystemError) {
                guard try Files.isMineToWrite(place) else { return .writable(thing) }
                permissions = try Files.permissions(place)
            } catch {
                if error == .notRegular { return .writable(thing) }
                continue
            }
            if !permissions.isPrivate { finding = .readable(thing) }
        }
        return finding
    }

    private func vaultFindings(_ path: String) -> [CheckupFinding] {
        guard let size = try? Files.length(of: path), let permissions = try? Files.permissions(path) else { return [.vaultMissing(path)] }
        let rights: CheckupFinding =
            switch permissions.bits & 0o077 {
            case 0: .ownedAlone(.vault(path))
            case let bits where bits & 0o007 == 0 && bits & 0o060 == 0o060: .sharedVault(path)
            case let bits where bits & 0o022 != 0: .writable(.vault(path))
            default: .readable(.vault(path))
            }
        var findings = [rights]
        if let disk = try? Machine.disk(of: path) { findings.append(.disk(path, disk)) }
        if let free = try? Files.freeBytes(at: path) { findings.append(.room(path, free: Int(clamping: free), size: size)) }
        return findings
    }

    /// What a crash left beside vaults and in the home.
    private func leftovers(_ paths: [String]) -> [CheckupFinding] {
        var findings: [CheckupFinding] = paths.filter { (try? Files.exists($0 + "-journal")) == true }.map { .journal($0) }
        let folders = paths.compactMap { Self.folder(of: $0) }
        for folder in Set(folders + [directory.path, directory.groups]).sorted() {
            let count = Files.temporaries(in: folder).count
            if count > 0 { findings.append(.unfinished(folder, count)) }
        }
        return findings.isEmpty ? [.nothingLeft] : findings
    }

    private static func folder(of path: String) -> String? { path.lastIndex(of: "/").map { String(path[..<$0]) } }

    /// Nil where nothing opens the identity.
    private func membership(_ group: GroupID, _ unlocking: ((IdentityFile) throws -> MasterKey)?) throws -> Membership? {
        guard let unlocking, let home = try? sight.file(of: group), let file = try? IdentityFile.read(in: directory) else { return nil }
        let master = try unlocking(file)
        return Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
    }

    /// Whether new keys came after it can be told only where the identity is open.
    private func backup(_ vault: HomeSight.KnownVault, _ membership: Membership?) -> CheckupFinding {
        guard let last = vault.lastBackup, let size = vault.entriesInBackup, let membership, newKeys(since: size, membership) else {
            return .backup(vault.path, vault.lastBackup, now)
        }
        return .backupOvertaken(vault.path, last)
    }

    private func newKeys(since size: Int, _ membership: Membership) -> Bool {
        guard let end = try? membership.edge().size, size < end else { return false }
        return (size..<end).contains { index in (try? membership.line(index))?.event.map(LoggedLine.endsBackups.contains) ?? false }
    }

    private func owedCircles(_ membership: Membership) -> Int? {
        guard let state = try? membership.state(), let me = try? membership.me() else { return nil }
        return state.circles.values.count { $0.owesRotation && $0.members.contains(me) }
    }
}

// The clock.
extension Checkup {
    /// How far two clocks may differ before it is told, in seconds.
    private static let tolerance: Int64 = 300
    /// How many of the newest entries are looked at.
    private static let newest = 1000

    private func clock(_ vaults: [HomeSight.KnownVault]) -> [CheckupFinding] {
        if let seen = vaults.compactMap(\.lastSeen).max(), seen.seconds > now.seconds + Self.tolerance { return [.clockBehind(seen)] }
        let ahead = vaults.compactMap { vault in newestTime(vault.group).map { CheckupFinding.entriesAhead(vault.path, $0) } }
        return ahead.isEmpty ? [.clockRight] : ahead
    }

    /// The latest time among the newest entries, where that has not come yet.
    private func newestTime(_ group: GroupID) -> Instant? {
        guard let home = try? sight.file(of: group), let count = try? home.entryCount() else { return nil }
        let times = (max(0, count - Self.newest)..<count).compactMap { index -> Instant? in
            guard let bytes = try? home.entry(at: index), let entry = try? UnverifiedEntry(parsing: bytes) else { return nil }
            return entry.text.time
        }
        return times.max().flatMap { $0.seconds > now.seconds + Self.tolerance ? $0 : nil }
    }
}
