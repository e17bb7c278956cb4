package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// A backup beside what this home knows. The vault itself may be damaged, rolled back or gone: what it can still add is taken in, and
/// nothing that it lacks is believed to be gone.
package final class BackupSight {
    /// What this home knows, over the backup.
    package private(set) var session: Session
    let backup: VaultFile
    let group: GroupID
    /// Where the group's vault stands, or is to stand.
    let path: String
    /// The same, for people.
    package var place: String { path }
    /// The vault, where it can be read at all.
    private(set) var vault: VaultFile?
    /// How many entries the vault has, all of them those that this home knows; nil where it is another log, or none.
    private(set) var vaultSize: Int?
    let membership: Membership
    let surroundings: Surroundings
    /// Whether what is looked at is the vault itself, of which what is whole is to be saved.
    private let isItself: Bool

    /// Before anybody is asked for a passphrase: is there a file to look at? Throws ``Fault``: not found, newer version, io.
    package static func requireReadable(_ file: String) throws {
        try Fault.ofVault { () throws(StoreError) in try VaultFile.probe(file) }
    }

    /// Opens and compares. `path`: the vault, else the one this home knows for the backup's group. Throws ``Fault``: no such file, no
    /// identity, wrong passphrase, not a member, another group's, forked, home damaged.
    package init(
        _ file: String, vault path: String?, in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey
    ) throws {
        let directory = HomeDirectory(path: surroundings.home)
        try Self.requireReadable(file)
        let master = try unlocking(try IdentityFile.read(in: directory))
        backup = try Fault.ofVault { () throws(StoreError) in
            try VaultFile.open(file, access: .readOnly, onWait: surroundings.onWait)
        }
        group = try VaultPlace(path: file, known: []).group(of: backup)
        let lock = try directory.locked(surroundings)
        guard let home = try KnownVault.open(group, in: directory, onWait: surroundings.onWait) else { throw Fault.notAMember }
        membership = Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
        self.surroundings = surroundings
        self.path = try Self.place(path, of: group, in: directory)
        isItself = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(file) } == self.path
        // One file is opened once: closing a second opening would release the locks of the first.
        vault = isItself ? backup : try Self.vault(at: self.path, of: group, surroundings)
        let news = try Self.takeIn(vault, membership, surroundings)
        // Looking at a file that somebody hands me moves my home nowhere: what it knows more is taken in when it is restored.
        if !isItself { try Self.sync(backup, membership, surroundings).requireSameLine() }
        vaultSize = news?.edge.size
        session = try Session(apart: backup, membership, surroundings, lock)
        try news.map(session.tell)
    }

    /// The vault itself, which may be damaged, as what is to be saved. Throws as the other does, and ``Fault``: no vault named, several.
    package convenience init(
        ofVault path: String?, in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey
    ) throws {
        let place = try VaultPlace.find(path, in: HomeDirectory(path: surroundings.home))
        try self.init(place.path, vault: place.path, in: surroundings, unlocking: unlocking)
    }

    /// The same once more on files as they are now, after a person was asked.
    func renew() throws {
        session.pause()
        let lock = try HomeDirectory(path: surroundings.home).locked(surroundings)
        if !isItself { vault = try Self.vault(at: path, of: group, surroundings) }
        let news = try Self.takeIn(vault, membership, surroundings)
        vaultSize = news?.edge.size
        do { if !isItself { _ = try Self.sync(backup, membership, surroundings).run() } } catch Fault.rolledBack {
            // A backup is older than what its home knows; that is what it is for.
        }
        session = try Session(apart: backup, membership, surroundings, lock)
        try news.map(session.tell)
    }

    private static func place(_ path: String?, of group: GroupID, in directory: HomeDirectory) throws -> String {
        guard let path = try path ?? KnownVault.path(of: group, in: directory) else { throw Fault.noVaultNamed }
        let place = try VaultPlace.find(path, in: directory)
        guard place.known.isEmpty || place.known.contains(group) else { throw Fault.otherFile }
        return place.path
    }

    /// The vault at the path; nil where there is none that could be read. Throws ``Fault/otherFile`` where it is another group's, and what
    /// waiting helps against.
    private static func vault(at path: String, of group: GroupID, _ surroundings: Surroundings) throws -> VaultFile? {
        let vault: VaultFile
        do throws(StoreError) { vault = try VaultFile.open(path, access: .readOnly, onWait: surroundings.onWait) } catch {
            switch error {
            case .notFound, .notAVault, .damaged, .tampered, .tooLarge: return nil
            default: throw Fault(vault: error)
            }
        }
        do { guard try VaultPlace(path: path, known: [group]).group(of: vault) == group else { throw Fault.otherFile } } catch let fault
            as Fault
        {
            guard fault == .notAVault || fault == .vaultTampered else { throw fault }
            return nil
        }
        return vault
    }

    private static func sync(_ file: VaultFile, _ membership: Membership, _ surroundings: Surroundings) -> LogSync {
        LogSync(membership: membership, vault: file, now: surroundings.now())
    }

    /// What the vault knows more, as far as it is a lawful continuation; nil where it is none.
    private static func takeIn(
        _ vault: VaultFile?, _ membership: Membership, _ surroundings: Surroundings
    ) throws -> LogSync.Verified? {
        guard try membership.fact(.edge) != nil else { throw Fault.notAcceptedYet }
        guard let vault else { return nil }
        do { return try sync(vault, membership, surroundings).run() } catch let fault as Fault {
            switch fault {
            case .rolledBack, .forked, .entryDamaged, .payloadDamaged, .notAVault, .vaultTampered: return nil
            default: throw fault
            }
        }
    }
}

extension BackupSight {
    /// `backup check`: what the backup would bring back. Its log is compared entry by entry with what this home verified, its parts by
    /// their hash, and opened as far as I may. Appends nothing. Throws ``Fault``.
    package func check(progress: (Int, Int) -> Void) throws -> BackupChecked {
        let size = try Fault.ofVault { () throws(StoreError) in try backup.entryCount() }
        var log = LogCheck(session: session)
        // A backup that goes on beyond what this home knows is compared as far as the home knows.
        let findings = try log.run(min(size, session.edge.size))
        let past = try session.state(at: size)
        let me = session.me
        let circles = past.circles.values.filter { $0.kind != .log && $0.members.contains(me) }.sorted {
            ($0.begun, $0.kind.rawValue, $0.id) < ($1.begun, $1.kind.rawValue, $1.id)
        }
        let counted = try session.parts(progress)
        return BackupChecked(
            group: group, epoch: past.epoch, size: size, entriesSince: max(0, session.edge.size - size),
            circles: circles.map {
                BackupCircle(
                    kind: $0.kind, generation: $0.generation, isLive: session.state.circles[$0.id]?.generation == $0.generation)
            }, openable: counted.openable, parts: counted.mine, findings: findings)
    }
}

extension Session {
    /// How many parts I may open, how many of them open from this file, and the items of which a part is not in it.
    func parts(_ progress: (Int, Int) -> Void) throws -> (mine: Int, openable: Int, lost: Set<Restoration.Item>) {
        var mine = 0
        var openable = 0
        var lost: Set<Restoration.Item> = []
        try eachCase { entry in
            for part in entry.record.parts where state.circles[part.facts.circle] != nil {
                let isMine = mayOpen(part.facts)
                let (finding, isOpen) = try look(at: part, deep: true)
                mine += isMine ? 1 : 0
                openable += isOpen ? 1 : 0
                if finding != nil {
                    lost.insert(Restoration.Item(case: entry.record.number, note: part.note, attachment: part.attachment))
                }
            }
            progress(entry.record.number, state.lastCase)
        }
        return (mine, openable, lost)
    }

    /// The group as it was after that many entries, at least one, from this home's own copies.
    func state(at size: Int) throws -> GroupState {
        var walk = LogWalk(state: nil, edge: RightEdge(), keys: keys, me: nil)
        var cases: [Int: CaseRecord] = [:]
        for index in 0..<min(size, edge.size) {
            let entry = try Fault.ofHome { () throws(StoreError) in try home.entry(at: index) }
            guard let entry else { throw Fault.homeDamaged }
            do {
                _ = try walk.take(
                    entry, cases: &cases,
                    payload: { try membership.payload($0, limit: $1, at: index) }, load: { _ in nil })
            } catch is EntryFault { throw Fault.homeDamaged }
        }
        guard let state = walk.state else { throw Fault.homeDamaged }
        return state
    }
}
