package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

extension Groups {
    /// `join`: asks to become a member of the group in the vault. Keys first, durable at home, with the log as it was seen, which is insisted on
    /// later; then the request, in the vault or with `out` in a file of its own. Asked again it is a fresh request with the same keys. Throws ``Fault``:
    /// already a member, too many requests, and what opening says of a vault.
    package static func join(
        vault path: String?, passphrase: borrowing Passphrase, out: String?, dryRun: Bool, in surroundings: Surroundings
    ) throws -> JoinAsked {
        guard let path else { throw Fault.noVaultNamed }
        let master = try VaultPlace.lookAhead(path, in: HomeDirectory(path: surroundings.home)).unlock(passphrase)
        return try join(vault: path, master: master, out: out, dryRun: dryRun, in: surroundings)
    }

    /// The same with the identity's key, once it is unlocked.
    static func join(
        vault path: String, master: consuming MasterKey, out: String?, dryRun: Bool, in surroundings: Surroundings
    ) throws -> JoinAsked {
        let directory = HomeDirectory(path: surroundings.home)
        let place = try VaultPlace.find(path, in: directory)
        let vault = try place.openVault(readOnly: dryRun || out != nil, surroundings)
        let group = try place.group(of: vault)
        let sight = try LogSight(vault, group)
        let lock = try directory.locked(surroundings)
        try directory.make()
        let asking = try Asking(group, master, directory, surroundings)
        let isWaiting = try asking.requireNoMember(vault)
        if dryRun {
            lock.release()
            return JoinAsked(request: 0, words: nil)
        }
        let request = try asking.request(seeing: sight, place.path, sameKeys: isWaiting)
        let words = try Fault.words(ofRequest: request.bytes)
        if let out {
            try Fault.ofSystem { () throws(SystemError) in try Files.createNew(out, request.bytes) }
        } else {
            try Fault.ofVault { () throws(StoreError) in
                for old in asking.earlier where old != request.name { try vault.dropRequest(old) }
            }
            try OpenRequest.put(request.bytes, into: vault, of: group)
        }
        lock.release()
        return JoinAsked(request: OpenRequest.number(of: request.name), words: words)
    }
}

/// The log of a vault as somebody sees it who holds no key: every entry in its place, the signatures not yet verified.
struct LogSight {
    let head: TreeHead
    let first: [UInt8]

    /// `size`: how far to look; nil for all of it. Throws ``Fault`` for what is no log of this group.
    init(_ vault: VaultFile, _ group: GroupID, upTo size: Int? = nil) throws {
        var edge = RightEdge()
        var first: [UInt8] = []
        let end = try size ?? Fault.ofVault { () throws(StoreError) in try vault.entryCount() }
        try Fault.inVault {
            try vault.entries(in: 0..<end) { index, bytes in
                let entry: UnverifiedEntry
                do throws(EntryFault) { entry = try UnverifiedEntry(parsing: bytes) } catch {
                    throw error == .newerVersion ? Fault.newerVersion : Fault.entryDamaged(index: index, kind: .badForm)
                }
                guard entry.text.group == group, entry.text.tree == edge.head else {
                    throw Fault.entryDamaged(index: index, kind: .wrongTree)
                }
                if index == 0 { first = bytes }
                edge.append(leaf: TreeHash.leaf(bytes))
            }
        }
        head = edge.head
        self.first = first
    }
}

/// A home on its way into a group.
private struct Asking {
    let membership: Membership
    let surroundings: Surroundings
    /// Requests of this home before.
    let earlier: [BlobHash]

    /// Opens the membership's file, or makes it.
    init(_ group: GroupID, _ master: consuming MasterKey, _ directory: HomeDirectory, _ surroundings: Surroundings) throws {
        let path = directory.membership(of: group)
        if try KnownVault.open(group, in: directory, onWait: surroundings.onWait) == nil {
            try Fault.ofHome { () throws(StoreError) in try HomeFile.create(at: path) }
        }
        let home = try Fault.ofHome { () throws(StoreError) in try HomeFile.open(path, onWait: surroundings.onWait) }
        membership = Membership(home: home, keys: KeyRing(master: master, group: group, home: home))
        self.surroundings = surroundings
        earlier = try membership.request().map { [BlobHash.of($0)] } ?? []
    }

    /// Throws ``Fault/alreadyMember`` while the membership lasts, also where the request that waits has been accepted meanwhile: asked again, it
    /// would name a log that the acceptance is already in, and its keys would never be found. True where the keys of a waiting request serve.
    func requireNoMember(_ vault: VaultFile) throws -> Bool {
        do {
            if let bytes = try membership.request() {
                guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
                try EnterGroup(membership: membership, vault: vault).run(request)
            } else {
                guard try membership.fact(.edge) != nil else { return false }
            }
            let verified = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
            guard verified.state.member(try membership.me())?.ended != nil else { throw Fault.alreadyMember }
        } catch Fault.notAcceptedYet {
            return true
        } catch Fault.membershipEnded {
            // Taken off, or replaced: they may ask again, as somebody new.
        } catch Fault.keyUndelivered {
            // Listed, and yet without the key: to be vouched for again is a way back in.
        }
        return false
    }

    /// Keys that are durable when this returns, and the request that names them.
    func request(seeing sight: LogSight, _ path: String, sameKeys: Bool) throws -> (name: BlobHash, bytes: [UInt8]) {
        let (me, decryption) = try ownKeys(sameKeys)
        let signing = membership.keys.signingKey(of: me, number: 1)
        let request = JoinRequest(
            group: membership.keys.group, time: surroundings.now(), head: sight.head, member: me, signing: signing.publicKey,
            decryption: decryption)
        let bytes = SignedNote.signed(text: request.bytes, name: request.keyName.text, by: signing).bytes
        var edge = RightEdge()
        edge.append(leaf: TreeHash.leaf(sight.first))
        let words = try Fault.words(of: edge.head)
        try membership.set(
            [
                .vault: Array(path.utf8), .me: me.bytes, .genesis: sight.first, .request: bytes,
                .words: Array(words.words.joined(separator: " ").utf8),
            ], at: try membership.edge().size)
        return (BlobHash.of(bytes), bytes)
    }

    /// Those of a request that is waiting, or new ones.
    private func ownKeys(_ same: Bool) throws -> (MemberID, DecryptionPublicKey) {
        if same, let bytes = try membership.request() {
            guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
            return (request.text.member, request.text.decryption)
        }
        let key = DecryptionKey.random()
        try membership.keys.store(key, number: try membership.keys.newestDecryption() + 1)
        return (MemberID.random(), key.publicKey)
    }
}
