package import VaultCrypto
package import VaultFormat
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
    /// How far it is with attachments.
    var meter: Meter
    /// What the person should hear besides the answer.
    package internal(set) var warnings: [Warning] = []
    /// What was settled before the command itself: end dates, owed rotations.
    package internal(set) var settled: [Settled] = []
    /// What others did to the membership since this person's last command; said once.
    package internal(set) var news: [News] = []
    private var lock: FileLock?
    /// Whether other commands of this home may go on now.
    private var isPaused = false
    private let directory: HomeDirectory
    /// Whether the file is a copy that the home knows more of: it can be looked at, and nothing is taken in from it.
    private let isApart: Bool

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
        /// Texts that I had typed and not kept went with the cases that they were about, which are erased or taken back; how many.
        case draftsGone(Int)
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
    /// was moved is named, and its new place is not kept. Throws ``Fault``: no identity, wrong passphrase, not a member, rolled back,
    /// forked, other file, damaged, busy, newer version, io.
    package static func open(
        vault path: String?, passphrase: borrowing Passphrase, in surroundings: Surroundings, readOnly: Bool, remembersPlace: Bool = true
    ) throws -> Session {
        try open(vault: path, in: surroundings, readOnly: readOnly, remembersPlace: remembersPlace) { try $0.unlock(passphrase) }
    }

    /// `log trust`: opens a vault whose log is another line than the one this home has verified, where it is the one whose words were typed
    /// and this home may follow it. An entry then names what was left; where it cannot be written at once, it is the first that this home
    /// writes. A dry run opens nothing. Throws ``Fault``: words differ, no other line, line refused, and what opening says.
    package static func open(
        trusting words: WordCode, vault path: String?, passphrase: borrowing Passphrase, in surroundings: Surroundings, dryRun: Bool
    ) throws -> (session: Session?, line: LineTrusted) {
        try open(trusting: words, vault: path, in: surroundings, dryRun: dryRun) { try $0.unlock(passphrase) }
    }

    /// The same for whoever unlocks the identity in a way of their own.
    package static func open(
        trusting words: WordCode, vault path: String?, in surroundings: Surroundings, dryRun: Bool,
        unlocking: (IdentityFile) throws -> MasterKey
    ) throws -> (session: Session?, line: LineTrusted) {
        var line: LineTrusted?
        let session = try open(path, surroundings, readOnly: dryRun, remembersPlace: !dryRun, unlocking) { membership, vault in
            line = try OtherLine(membership: membership, vault: vault, now: surroundings.now()).follow(words, dryRun: dryRun)
            return !dryRun
        }
        guard let line else { throw OurBug(place: "a line that was not looked at") }
        try session?.settle()
        return (session, line)
    }

    /// The same for whoever unlocks the identity in a way of their own.
    package static func open(
        vault path: String?, in surroundings: Surroundings, readOnly: Bool, remembersPlace: Bool = true,
        unlocking: (IdentityFile) throws -> MasterKey
    ) throws -> Session {
        let session = try open(path, surroundings, readOnly: readOnly, remembersPlace: remembersPlace, unlocking, after: { _, _ in true })
        guard let session else { throw OurBug(place: "a session that was not wanted") }
        return session
    }

    /// Nil where `first`, which sees the home before the vault is compared with it, says that no session is wanted.
    private static func open(
        _ path: String?, _ surroundings: Surroundings, readOnly: Bool, remembersPlace: Bool,
        _ unlocking: (IdentityFile) throws -> MasterKey, after first: (Membership, VaultFile) throws -> Bool
    ) throws -> Session? {
        let master = try unlocking(try VaultPlace.lookAhead(path, in: HomeDirectory(path: surroundings.home)))
        let directory = HomeDirectory(path: surroundings.home)
        let place = try VaultPlace.find(path, in: directory)
        let vault = try place.openVault(readOnly: readOnly, surroundings)
        let group = try place.group(of: vault)
        guard let home = try place.openHome(of: group, in: directory, surroundings) else { throw Fault.notAMember }
        let lock = try directory.locked(surroundings)
        let membership = Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
        guard try first(membership, vault) else {
            lock.release()
            return nil
        }
        let session = try Session(membership, vault, surroundings, lock)
        try session.notice(place.path, remembers: remembersPlace)
        return session
    }

    /// On a home that is locked, and a vault that it is to be one with. Throws as opening does.
    init(_ membership: Membership, _ vault: VaultFile, _ surroundings: Surroundings, _ lock: consuming FileLock) throws {
        directory = HomeDirectory(path: surroundings.home)
        isApart = false
        self.surroundings = surroundings
        meter = Meter(surroundings.onProgress)
        self.membership = membership
        self.vault = vault
        self.lock = consume lock
        me = try membership.me()
        let request = try membership.request().map { bytes in
            guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
            return request
        }
        let verified = try membership.catchUp(vault, entering: request, now: surroundings.now())
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
        guard let member = state.member(me) else { throw Fault.notAMember }
        guard member.ended == nil else { throw Fault.membershipEnded }
        signing = membership.keys.signingKey(of: me, number: member.keyNumber)
        try tell(of: verified)
    }

    /// On what the home knows, over a copy of the vault that may be behind it: for looking. Nothing can be appended. Throws ``Fault``: home
    /// damaged, not accepted yet, membership ended.
    init(apart copy: VaultFile, _ membership: Membership, _ surroundings: Surroundings, _ lock: consuming FileLock?) throws {
        directory = HomeDirectory(path: surroundings.home)
        isApart = true
        self.surroundings = surroundings
        meter = Meter(surroundings.onProgress)
        self.membership = membership
        vault = copy
        self.lock = consume lock
        me = try membership.me()
        guard let state = try membership.state() else { throw Fault.notAcceptedYet }
        self.state = state
        edge = try membership.edge()
        let size = edge.size
        lastEntry = try Fault.ofHome { () throws(StoreError) in try membership.home.entry(at: size - 1) } ?? []
        guard let member = state.member(me) else { throw Fault.notAMember }
        guard member.ended == nil else { throw Fault.membershipEnded }
        signing = membership.keys.signingKey(of: me, number: member.keyNumber)
        try ForgetExpired(membership: membership, now: surroundings.now()).run(state, size: size)
        try openNames()
    }

    /// The same home, whose lock goes over, on the vault that stands in its place now. Throws as opening does.
    func reopened(on vault: VaultFile) throws -> Session {
        guard let lock = lock.take() else { throw OurBug(place: "a home that was not locked") }
        return try Session(membership, vault, surroundings, lock)
    }

    private func notice(_ path: String, remembers: Bool) throws {
        guard try membership.vaultPath() != path else { return }
        if remembers { try membership.set([.vault: Array(path.utf8)], at: edge.size) }
        warnings.append(.vaultMoved)
    }

    /// Lets other commands of this home go on, while a person types. Until ``resume()`` nothing else may be asked of the session.
    package func pause() {
        lock = nil
        isPaused = true
    }

    /// Takes the home back, and takes in what was appended meanwhile. Throws ``Fault``: busy, and what opening says of a vault.
    package func resume() throws {
        try takeHome()
        if !isApart { try catchUp() }
    }

    /// Takes the home back where it was lent, and takes nothing in. Throws ``Fault``: busy.
    func takeHome() throws {
        guard isPaused else { return }
        lock = try directory.locked(surroundings)
        isPaused = false
    }

    /// Takes in what others appended since; used after a lost race.
    func catchUp() throws {
        let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
        state = verified.state
        edge = verified.edge
        lastEntry = verified.lastEntry
        guard state.member(me)?.ended == nil else { throw Fault.membershipEnded }
        try tell(of: verified)
    }

    /// What the person should hear of the entries just taken in.
    func tell(of verified: LogSync.Verified) throws {
        try openNames()
        if verified.voidEntries > 0 { warnings.append(.voidEntries(verified.voidEntries)) }
        let missing = Warning.keysMissing(verified.unreceived.count)
        if !verified.unreceived.isEmpty, !warnings.contains(missing) { warnings.append(missing) }
        if verified.endsBackups, !warnings.contains(.backupsEnded) { warnings.append(.backupsEnded) }
        news += verified.news.compactMap { News($0, self) }
        // Whoever only looks changes nothing, and is told nothing of it.
        if vault.access == .readWrite {
            let gone = try dropDraftsOfWhatIsGone()
            if gone > 0 { warnings.append(.draftsGone(gone)) }
        }
    }

    /// Me, as the log describes me.
    var myself: Member {
        guard let member = state.member(me) else { preconditionFailure("a session is of a member") }
        return member
    }

    /// Refuses what my role does not allow before anything else is looked at. That it was asked for, and of which case, is in the log then,
    /// where the vault can be written to; where it cannot, it is refused all the same. Throws ``Fault/roleMayNot(role:)``, and
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
