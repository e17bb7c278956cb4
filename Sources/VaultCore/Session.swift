package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// One command's view of one group: the identity unlocked, the home locked, the vault opened and verified up to its last entry.
/// Use cases are extensions of it, one file each.
package final class Session {
    let surroundings: Surroundings
    let membership: Membership
    let vault: VaultFile
    let me: MemberID
    let signing: SigningKey
    /// The group as verified and pinned.
    var state: GroupState
    /// The tree as verified and pinned.
    var edge: RightEdge
    /// The last entry, which the next one must extend.
    var lastEntry: [UInt8]
    /// Seals and opens parts, one after the other.
    var sealer = PartSealer()
    /// What the person should hear besides the answer.
    package internal(set) var warnings: [Warning] = []
    /// What was settled before the command itself: end dates, owed rotations.
    package internal(set) var settled: [Settled] = []
    /// What others did to the membership since this person's last command; said once.
    package internal(set) var news: [News] = []
    private var lock: FileLock?
    private let directory: HomeDirectory

    var keys: KeyRing { membership.keys }
    var home: HomeFile { membership.home }
    var groupID: GroupID { state.group }
    var names: [MemberID: String] = [:]
    /// The group's name; empty where it does not open.
    package internal(set) var groupName = ""

    /// Things that are not errors.
    package enum Warning: Equatable, Sendable {
        /// The vault was opened at another path than last time; this path is remembered now.
        case vaultMoved
        /// Entries since the last command are void, that is break a rule; how many.
        case voidEntries(Int)
        /// Keys of circles of mine did not reach me; how many circles.
        case keysMissing(Int)
        /// Circles of mine have new keys since my last command: earlier backups have ended.
        case backupsEnded
    }

    /// Before anybody is asked for a passphrase: is there a vault to open, and a key to open it with? ``open(vault:passphrase:in:readOnly:remembersPlace:)``
    /// asks again. Throws ``Fault``: no vault named, several, io, newer version, no identity, identity damaged.
    package static func requireOpenable(vault path: String?, in surroundings: Surroundings) throws {
        _ = try VaultPlace.lookAhead(path, in: HomeDirectory(path: surroundings.home))
    }

    /// Only whether it is known which vault is meant; all else waits. Throws ``Fault/noVaultNamed`` and ``Fault/severalVaults(_:)``.
    package static func requireNamed(vault path: String?, in surroundings: Surroundings) throws {
        guard path == nil else { return }
        do { _ = try VaultPlace.find(nil, in: HomeDirectory(path: surroundings.home)) } catch let fault as Fault {
            switch fault {
            case .noVaultNamed, .severalVaults: throw fault
            default: return
            }
        }
    }

    /// Opens and verifies. With `readOnly` the vault file is not written to, and appending is a bug; without `remembersPlace` a vault that
    /// was moved is named, and its new place is not kept. Throws ``Fault``: no identity, wrong passphrase, not a member, rolled back, forked,
    /// other file, damaged, busy, newer version, io.
    package static func open(
        vault path: String?, passphrase: borrowing Passphrase, in surroundings: Surroundings, readOnly: Bool, remembersPlace: Bool = true
    ) throws -> Session {
        let master = try VaultPlace.lookAhead(path, in: HomeDirectory(path: surroundings.home)).unlock(passphrase)
        return try open(vault: path, master: master, in: surroundings, readOnly: readOnly, remembersPlace: remembersPlace)
    }

    /// The same with the identity's key, once it is unlocked.
    static func open(
        vault path: String?, master: consuming MasterKey, in surroundings: Surroundings, readOnly: Bool, remembersPlace: Bool = true
    ) throws -> Session {
        let directory = HomeDirectory(path: surroundings.home)
        let place = try VaultPlace.find(path, in: directory)
        let vault = try place.openVault(readOnly: readOnly, surroundings)
        let group = try place.group(of: vault)
        guard let home = try place.openHome(of: group, in: directory, surroundings) else { throw Fault.notAMember }
        let lock = try directory.locked(surroundings)
        let membership = Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
        let session = try Session(surroundings, membership, vault, lock)
        try session.notice(place.path, remembers: remembersPlace)
        return session
    }

    private init(_ surroundings: Surroundings, _ membership: Membership, _ vault: VaultFile, _ lock: consuming FileLock) throws {
        directory = HomeDirectory(path: surroundings.home)
        self.surroundings = surroundings
        self.membership = membership
        self.vault = vault
        self.lock = consume lock
        me = try membership.me()
        let request = try membership.request().map { bytes in
            guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
            return request
        }
        if let request { try EnterGroup(membership: membership, vault: vault).run(request) }
        let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
        guard let member = state.member(me) else { throw Fault.notAMember }
        if request != nil { try membership.set([.request: []], at: edge.size) }
        guard member.ended == nil else { throw Fault.membershipEnded }
        signing = membership.keys.signingKey(of: me, number: member.keyNumber)
        try openNames()
        if verified.voidEntries > 0 { warnings.append(.voidEntries(verified.voidEntries)) }
        if !verified.unreceived.isEmpty { warnings.append(.keysMissing(verified.unreceived.count)) }
        if verified.endsBackups { warnings.append(.backupsEnded) }
        news = verified.news.compactMap { News($0, self) }
    }

    private func notice(_ path: String, remembers: Bool) throws {
        guard try membership.vaultPath() != path else { return }
        if remembers { try membership.set([.vault: Array(path.utf8)], at: edge.size) }
        warnings.append(.vaultMoved)
    }

    /// Lets other commands of this home go on, while a person types. Until ``resume()`` nothing else may be asked of the session.
    package func pause() { lock = nil }

    /// Takes the home back, and takes in what was appended meanwhile. Throws ``Fault``: busy, and what opening says of a vault.
    package func resume() throws {
        lock = try directory.locked(surroundings)
        try catchUp()
    }

    /// Takes in what others appended since; used after a lost race.
    func catchUp() throws {
        let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
        guard state.member(me)?.ended == nil else { throw Fault.membershipEnded }
    }

    /// Me, as the log describes me.
    var myself: Member {
        guard let member = state.member(me) else { preconditionFailure("a session is of a member") }
        return member
    }

    /// Refuses what my role does not allow before anything else is looked at. That it was asked for, and of which case, is in the log then, where
    /// the vault can be written to; where it cannot, it is refused all the same. Throws ``Fault/roleMayNot(role:)``, and
    /// ``Fault/membershipEnded`` past the end date.
    func require(_ event: Event, about number: Int? = nil) throws {
        guard myself.isWithin(surroundings.now()) else { throw Fault.membershipEnded }
        guard !Rules.may(myself.role, hasEndDate: myself.until != nil, sign: event) else { return }
        if vault.access == .readWrite {
            try? append { Change(payload: Payload(.accessRefused, outcome: .refused, .refusal(of: event, case: number))) }
        }
        throw Fault.roleMayNot(role: myself.role)
    }
}
