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
    private let lock: FileLock

    var keys: KeyRing { membership.keys }
    var home: HomeFile { membership.home }
    var groupID: GroupID { state.group }
    var names: [MemberID: String] = [:]

    /// Things that are not errors.
    package enum Warning: Equatable, Sendable {
        /// The vault was opened at another path than last time; this path is remembered now.
        case vaultMoved
        /// Entries since the last command are void, that is break a rule; how many.
        case voidEntries(Int)
        /// Keys of circles of mine did not reach me; how many circles.
        case keysMissing(Int)
    }

    /// Opens and verifies. With `readOnly` the vault file is not written to, and appending is a bug.
    /// Throws ``Fault``: no identity, wrong passphrase, not a member, rolled back, forked, other file, damaged, busy, newer version, io.
    package static func open(vault path: String?, passphrase: borrowing Passphrase, in surroundings: Surroundings, readOnly: Bool) throws
        -> Session
    {
        let directory = HomeDirectory(path: surroundings.home)
        let place = try VaultPlace.find(path, in: directory)
        let master = try IdentityFile.read(in: directory).unlock(passphrase)
        let vault = try place.openVault(readOnly: readOnly, surroundings)
        let group = try place.group(of: vault)
        let lock = try directory.locked(surroundings)
        guard let home = try place.openHome(of: group, in: directory, surroundings) else { throw Fault.notAMember }
        let membership = Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
        return try Session(surroundings, membership, vault, lock, path: place.path, readOnly: readOnly)
    }

    private init(
        _ surroundings: Surroundings, _ membership: Membership, _ vault: VaultFile, _ lock: consuming FileLock, path: String, readOnly: Bool
    ) throws {
        self.surroundings = surroundings
        self.membership = membership
        self.vault = vault
        self.lock = lock
        me = try membership.me()
        let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
        guard let member = state.member(me) else { throw Fault.notAMember }
        guard member.ended == nil else { throw Fault.membershipEnded }
        signing = membership.keys.signingKey(of: me, number: member.keyNumber)
        if verified.voidEntries > 0 { warnings.append(.voidEntries(verified.voidEntries)) }
        if !verified.unreceived.isEmpty { warnings.append(.keysMissing(verified.unreceived.count)) }
        news = verified.news.compactMap { News($0, self) }
        if !readOnly, try membership.vaultPath() != path {
            try membership.set([.vault: Array(path.utf8)], at: edge.size)
            warnings.append(.vaultMoved)
        }
    }

    /// Takes in what others appended since; used after a lost race.
    func catchUp() throws {
        let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
    }

    /// Me, as the log describes me.
    var myself: Member {
        guard let member = state.member(me) else { preconditionFailure("a session is of a member") }
        return member
    }

    /// Refuses what my role does not allow before anything else is looked at. Throws ``Fault/roleMayNot(role:)``.
    func require(_ event: Event) throws {
        guard myself.isWithin(surroundings.now()) else { throw Fault.membershipEnded }
        guard Rules.may(myself.role, hasEndDate: myself.until != nil, sign: event) else { throw Fault.roleMayNot(role: myself.role) }
    }
}
