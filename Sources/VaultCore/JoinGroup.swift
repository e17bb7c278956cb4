package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

extension Groups {
    /// `join`: asks to become a member of the group in the vault. Keys first, durable at home, with the log as it was seen, which is
    /// insisted on later; then the request, in the vault or with `out` in a file of its own. Asked again it is a fresh request with the
    /// same keys. Who signed in the log before, and has no home of it any more, asks to come back as that member, unless `asNew`. Throws
    /// ``Fault``: already a member, too many requests, and what opening says of a vault.
    package static func join(
        vault path: String?, passphrase: borrowing Passphrase, out: String?, asNew: Bool = false, dryRun: Bool,
        in surroundings: Surroundings
    ) throws -> JoinAsked {
        try join(vault: path, out: out, asNew: asNew, dryRun: dryRun, in: surroundings) { try $0.unlock(passphrase) }
    }

    /// The same for whoever unlocks the identity in a way of their own.
    package static func join(
        vault path: String?, out: String?, asNew: Bool = false, dryRun: Bool, in surroundings: Surroundings,
        unlocking: (IdentityFile) throws -> MasterKey
    ) throws -> JoinAsked {
        guard let path else { throw Fault.noVaultNamed }
        let master = try unlocking(try VaultPlace.lookAhead(path, in: HomeDirectory(path: surroundings.home)))
        let directory = HomeDirectory(path: surroundings.home)
        let place = try VaultPlace.find(path, in: directory)
        let vault = try place.openVault(readOnly: dryRun || out != nil, surroundings)
        let group = try place.group(of: vault)
        let sight = try LogSight(vault, group)
        let lock = try directory.locked(surroundings)
        if dryRun {
            let size = sight.head.size
            let isReturning: Bool
            if try KnownVault.open(group, in: directory, onWait: surroundings.onWait) != nil {
                isReturning = try Asking(group, master, directory, surroundings).applicant(vault, seen: size, asNew: asNew).isReturning
            } else {
                // Who has nothing of this group at home is no member of it; nothing is made to find that out.
                let former = try master.formerSelf(in: vault, of: group, upTo: size)
                isReturning = !asNew && former != nil
            }
            lock.release()
            return JoinAsked(request: 0, words: nil, isReturning: isReturning)
        }
        try directory.make()
        let asking = try Asking(group, master, directory, surroundings)
        let applicant = try asking.applicant(vault, seen: sight.head.size, asNew: asNew)
        // Before this home remembers that it asked.
        if out == nil { try OpenRequest.requireRoom(in: vault, besides: asking.earlier) }
        let request = try asking.request(by: applicant, seeing: sight, place.path)
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
        return JoinAsked(request: OpenRequest.number(of: request.name), words: words, isReturning: applicant.isReturning)
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

    /// Who asks.
    struct Applicant {
        /// A new id, that of a request that waits, or the one I had.
        var member = MemberID.random()
        /// That of a request that waits, where its keys serve.
        var decryption: DecryptionPublicKey?
        /// Whether the id is the one I had.
        var isReturning = false
    }

    /// `asNew` gives up the id I had. Throws ``Fault/alreadyMember``.
    func applicant(_ vault: VaultFile, seen size: Int, asNew: Bool) throws -> Applicant {
        let standing = try standing(vault)
        let former = standing == .gone ? nil : try membership.keys.master.formerSelf(in: vault, of: membership.keys.group, upTo: size)
        if standing == .waiting, let waiting = try waiting()?.text, !(asNew && waiting.member == former) {
            return Applicant(member: waiting.member, decryption: waiting.decryption, isReturning: waiting.member == former)
        }
        guard let former, !asNew else { return Applicant() }
        return Applicant(member: former, isReturning: true)
    }

    /// What this home knows of itself.
    private enum Standing {
        /// Its request waits.
        case waiting
        /// Its membership is over.
        case gone
        /// It is not in the group, or has not got the key that lets it in.
        case outside
    }

    /// Throws ``Fault/alreadyMember`` while the membership lasts, also where the request that waits has been accepted meanwhile: asked
    /// again, it would name a log that the acceptance is already in, and its keys would never be found.
    private func standing(_ vault: VaultFile) throws -> Standing {
        do {
            let request = try waiting()
            guard try request != nil || membership.fact(.edge) != nil else { return .outside }
            let verified = try membership.catchUp(vault, entering: request, now: surroundings.now())
            guard verified.state.member(try membership.me())?.ended != nil else { throw Fault.alreadyMember }
            return .gone
        } catch Fault.notAcceptedYet {
            return .waiting
        } catch Fault.membershipEnded {
            // Taken off, or replaced: they may ask again, as somebody new.
            return .gone
        } catch Fault.keyUndelivered {
            // Listed, and yet without the key: to be vouched for again is a way back in.
            return .outside
        }
    }

    private func waiting() throws -> OpenRequest? {
        guard let bytes = try membership.request() else { return nil }
        guard let request = try? OpenRequest(bytes) else { throw Fault.homeDamaged }
        return request
    }

    /// Keys that are durable when this returns, and the request that names them.
    func request(by applicant: Applicant, seeing sight: LogSight, _ path: String) throws -> (name: BlobHash, bytes: [UInt8]) {
        let me = applicant.member
        let decryption = try applicant.decryption ?? newDecryptionKey()
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

    private func newDecryptionKey() throws -> DecryptionPublicKey {
        let key = DecryptionKey.random()
        try membership.keys.store(key, number: try membership.keys.newestDecryption() + 1)
        return key.publicKey
    }
}
