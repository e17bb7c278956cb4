package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

/// Groups of this home.
package enum Groups {
    /// `group create`: keys first, durable at home; then the vault with its first entry; then the pin. Nothing is overwritten.
    /// Nil for a dry run. Throws ``Fault``.
    package static func found(
        name: String, vault path: String, shared: Bool, logRetention years: Int, passphrase: borrowing Passphrase, dryRun: Bool,
        in surroundings: Surroundings
    ) throws -> GroupFounded? {
        try found(name: name, vault: path, shared: shared, logRetention: years, dryRun: dryRun, in: surroundings) {
            try $0.unlock(passphrase)
        }
    }

    /// The same for whoever unlocks the identity in a way of their own.
    package static func found(
        name: String, vault path: String, shared: Bool, logRetention years: Int, dryRun: Bool, in surroundings: Surroundings,
        unlocking: (IdentityFile) throws -> MasterKey
    ) throws -> GroupFounded? {
        let name = try checked(.groupName) { () throws(FormatError) in try Line(name, limit: Limits.name).text }
        let directory = HomeDirectory(path: surroundings.home)
        let path = try Fault.ofSystem { () throws(SystemError) in try Files.absolutePath(path) }
        let isTaken = try Fault.ofSystem { () throws(SystemError) in try Files.exists(path) }
        let file = try IdentityFile.read(in: directory)
        let master = try unlocking(file)
        guard !isTaken else { throw Fault.exists(.vault) }
        let person = try file.name(master)
        if dryRun { return nil }
        let lock = try directory.locked(surroundings)
        try directory.make()
        try removeUnfinished(in: directory)

        let group = GroupID.random()
        let homePath = directory.membership(of: group)
        try Fault.ofHome { () throws(StoreError) in try HomeFile.create(at: homePath) }
        do {
            let home = try Fault.ofHome { () throws(StoreError) in try HomeFile.open(homePath, onWait: surroundings.onWait) }
            let founding = try FoundingKeys.draw(for: group, master, storedIn: home)
            let keys = KeyRing(master: master, group: group, home: home)
            let draft = try founding.firstEntry(
                group: group, name: name, person: person, years: years, keys: keys, time: surroundings.now())
            let membership = Membership(home: home, keys: keys)
            let words = try words(ofFirst: draft.entry)
            try membership.set(
                [
                    .vault: Array(path.utf8), .me: founding.me.bytes, .genesis: draft.entry,
                    .words: Array(words.words.joined(separator: " ").utf8),
                ], at: 0)
            let unfinished = try HomeDirectory.unfinishedVault(of: group, at: path)
            try Fault.ofVault { () throws(StoreError) in
                try VaultFile.create(
                    at: path, through: unfinished, firstEntry: draft.entry, blobs: draft.blobs,
                    shared: shared)
            }
            let vault = try Fault.ofVault { () throws(StoreError) in
                try VaultFile.open(path, access: .readOnly, onWait: surroundings.onWait)
            }
            _ = try LogSync(membership: membership, vault: vault, now: surroundings.now()).run()
            lock.release()
            return GroupFounded(group: group, name: name, words: words)
        } catch {
            // The keys are of use only to the vault; where that stands, they stay.
            if (try? Files.exists(path)) == false { try? HomeFile.remove(at: homePath) }
            throw error
        }
    }

    /// Head words of the log's first entry. Throws ``Fault``.
    private static func words(ofFirst entry: [UInt8]) throws -> WordCode {
        var edge = RightEdge()
        edge.append(leaf: TreeHash.leaf(entry))
        return try Fault.words(of: edge.head)
    }

    /// Memberships whose vault was never finished, left by a crash while founding, hold keys of nothing; what there is of the vault
    /// goes first.
    private static func removeUnfinished(in directory: HomeDirectory) throws {
        let begun = Set(try KnownVault.all(in: directory).map(\.group))
        for group in try directory.memberships() where !begun.contains(group) {
            if let path = try KnownVault.path(of: group, in: directory) {
                VaultFile.removeUnfinished(try HomeDirectory.unfinishedVault(of: group, at: path))
            }
            try Fault.ofHome { () throws(StoreError) in try HomeFile.remove(at: directory.membership(of: group)) }
        }
    }
}

/// The founder's keys and circles, stored at home before anything else exists.
private struct FoundingKeys: ~Copyable {
    let me: MemberID
    let signing: SigningKey
    let decryption: DecryptionPublicKey
    let circles: [CircleFacts]
    let deliveries: [Blob]

    static func draw(for group: GroupID, _ master: borrowing MasterKey, storedIn home: HomeFile) throws -> FoundingKeys {
        let decryption = DecryptionKey.random()
        let me = MemberID.random()
        var stored = [
            StoredKey(name: .decryption(number: 1), sealed: decryption.sealed(under: master, group: group, number: 1))
        ]
        var circles: [CircleFacts] = []
        var deliveries: [Blob] = []
        for kind in [CircleKind.log, .group, .private] {
            let id = kind == .log ? CircleID.log(of: group) : CircleID.random()
            let key = CircleKey.random()
            stored.append(
                StoredKey(name: .circle(id, generation: 1), sealed: key.sealed(under: master, group: group, circle: id, generation: 1)))
            if kind == .log {
                let log = LogKey(key, group: group, epoch: 1), read = ReadKey(key, group: group, epoch: 1)
                stored.append(StoredKey(name: .log(epoch: 1), sealed: log.sealed(under: master, group: group, epoch: 1)))
                stored.append(StoredKey(name: .read(epoch: 1), sealed: read.sealed(under: master, group: group, epoch: 1)))
            }
            let wrap: Delivery.Wrap
            do throws(CryptoError) {
                wrap = try key.wrap(to: decryption.publicKey, group: group, circle: id, generation: 1, member: me)
            } catch { throw OurBug(place: "a fresh key that takes no wrap") }
            let delivery = Delivery(generation: 1, wraps: [me: wrap]).bytes
            deliveries.append(Blob(hash: BlobHash.of(delivery), bytes: delivery))
            circles.append(
                CircleFacts(
                    id: id, kind: kind, generation: 1, members: [me], commitment: key.commitment(group: group, circle: id, generation: 1),
                    delivery: kind == .log ? nil : BlobHash.of(delivery)))
        }
        try Fault.ofHome { () throws(StoreError) in try home.storeKeys(stored) }
        return FoundingKeys(
            me: me, signing: SigningKey(master, group: group, member: me, number: 1), decryption: decryption.publicKey, circles: circles,
            deliveries: deliveries)
    }

    /// The first entry and the blobs it names.
    borrowing func firstEntry(
        group: GroupID, name: String, person: String, years: Int, keys: KeyRing, time: Instant
    ) throws -> (entry: [UInt8], blobs: [Blob]) {
        let groupName = try keys.seal(groupName: name)
        let personName = try keys.seal(name: person, of: me, epoch: 1)
        let founder = MemberFacts(
            id: me, number: 1, role: .member, until: nil, keyNumber: 1, signing: signing.publicKey, decryption: decryption,
            name: BlobHash.of(personName))
        let founding = Founding(
            rules: 1, name: BlobHash.of(groupName), retentionYears: years, founder: founder, circles: circles)
        let payload = try keys.seal(Payload(.groupCreated, .founding(founding)), epoch: 1)
        let text = EntryText(
            group: group, time: time, tree: RightEdge().head, roster: 0, payload: BlobHash.of(payload), delivery: deliveries[0].hash)
        let key = KeyName(group: group, member: me, number: 1)
        let entry = SignedNote.signed(text: text.bytes, name: key.text, by: signing).bytes
        let blobs = [payload, groupName, personName].map { Blob(hash: BlobHash.of($0), bytes: $0) } + deliveries
        return (entry, blobs)
    }
}
