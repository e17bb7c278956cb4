import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore

/// The keys of one membership, opened from the home when they are first needed. The one place that holds several keys at once:
/// it lends them to closures and never gives them away.
final class KeyRing {
    let master: MasterKey
    let group: GroupID
    let home: HomeFile
    private var circleKeys: [Slot: Box<CircleKey>] = [:]
    private var logKeys: [Int: Box<LogKey>] = [:]
    private var readKeys: [Int: Box<ReadKey>] = [:]
    var sealer = PartSealer()

    private struct Slot: Hashable {
        let circle: CircleID
        let generation: Int
    }

    /// A class only so that a key that cannot be copied can stand in a dictionary.
    private final class Box<Key: ~Copyable> {
        let key: Key
        init(_ key: consuming Key) { self.key = key }
    }

    init(master: consuming MasterKey, group: GroupID, home: HomeFile) {
        self.master = master
        self.group = group
        self.home = home
    }

    /// My signing key in this group.
    func signingKey(of member: MemberID, number: Int) -> SigningKey {
        SigningKey(master, group: group, member: member, number: number)
    }

    /// My key for what people outside the group are given, beside the signing key of that number.
    func reportKey(of member: MemberID, number: Int) -> ReportKey {
        ReportKey(master, group: group, member: member, number: number)
    }

    /// Lends a circle's key. Throws ``Fault/keyUndelivered`` where this home does not hold it: whoever asks is in the circle.
    func withCircleKey<R>(_ circle: CircleID, _ generation: Int, _ body: (borrowing CircleKey) throws -> R) throws -> R {
        let slot = Slot(circle: circle, generation: generation)
        if let box = circleKeys[slot] { return try body(box.key) }
        guard let sealed = try stored(.circle(circle, generation: generation)) else { throw Fault.keyUndelivered }
        let key = try Fault.ofOwnKey { () throws(CryptoError) in
            try CircleKey.open(sealed, under: master, group: group, circle: circle, generation: generation)
        }
        let box = Box(key)
        circleKeys[slot] = box
        return try body(box.key)
    }

    /// Lends an epoch's LogKey. Throws ``Fault/homeDamaged``: every home holds those of all its epochs.
    func withLogKey<R>(_ epoch: Int, _ body: (borrowing LogKey) throws -> R) throws -> R {
        if let box = logKeys[epoch] { return try body(box.key) }
        guard let sealed = try stored(.log(epoch: epoch)) else { throw Fault.homeDamaged }
        let key = try Fault.ofOwnKey { () throws(CryptoError) in try LogKey.open(sealed, under: master, group: group, epoch: epoch) }
        let box = Box(key)
        logKeys[epoch] = box
        return try body(box.key)
    }

    /// Lends an epoch's ReadKey, or answers nil where this home was not given it.
    func withReadKey<R>(_ epoch: Int, _ body: (borrowing ReadKey) throws -> R) throws -> R? {
        if let box = readKeys[epoch] { return try body(box.key) }
        guard let sealed = try stored(.read(epoch: epoch)) else { return nil }
        let key = try Fault.ofOwnKey { () throws(CryptoError) in try ReadKey.open(sealed, under: master, group: group, epoch: epoch) }
        let box = Box(key)
        readKeys[epoch] = box
        return try body(box.key)
    }

    /// Keeps a new circle key at home, durable when this returns; of the log circle also what is derived from it. A key that its entry has
    /// not confirmed may open, never seal: everything is sealed for the generation that the verified log names.
    func store(_ key: borrowing CircleKey, of circle: CircleID, generation: Int) throws {
        var rows = [
            StoredKey(
                name: .circle(circle, generation: generation),
                sealed: key.sealed(under: master, group: group, circle: circle, generation: generation))
        ]
        circleKeys[Slot(circle: circle, generation: generation)] = nil
        if circle == .log(of: group) {
            let log = LogKey(key, group: group, epoch: generation), read = ReadKey(key, group: group, epoch: generation)
            rows.append(StoredKey(name: .log(epoch: generation), sealed: log.sealed(under: master, group: group, epoch: generation)))
            rows.append(StoredKey(name: .read(epoch: generation), sealed: read.sealed(under: master, group: group, epoch: generation)))
            logKeys[generation] = nil
            readKeys[generation] = nil
        }
        try Fault.ofHome { () throws(StoreError) in try home.storeKeys(rows) }
    }

    /// Keeps the LogKey of an earlier epoch, received through the chain.
    func store(_ key: borrowing LogKey, epoch: Int) throws {
        let row = StoredKey(name: .log(epoch: epoch), sealed: key.sealed(under: master, group: group, epoch: epoch))
        logKeys[epoch] = nil
        try Fault.ofHome { () throws(StoreError) in try home.storeKeys([row]) }
    }

    /// Keeps the ReadKey of an earlier epoch, given to me.
    func store(_ key: borrowing ReadKey, epoch: Int) throws {
        let row = StoredKey(name: .read(epoch: epoch), sealed: key.sealed(under: master, group: group, epoch: epoch))
        readKeys[epoch] = nil
        try Fault.ofHome { () throws(StoreError) in try home.storeKeys([row]) }
    }

    /// Keeps a fresh decryption key, before its public half is published.
    func store(_ key: borrowing DecryptionKey, number: Int) throws {
        let row = StoredKey(name: .decryption(number: number), sealed: key.sealed(under: master, group: group, number: number))
        try Fault.ofHome { () throws(StoreError) in try home.storeKeys([row]) }
    }

    /// Whether the key this home holds is the one the log commits to.
    func holds(_ circle: Circle) throws -> Bool {
        guard try stored(.circle(circle.id, generation: circle.generation)) != nil else { return false }
        return try withCircleKey(circle.id, circle.generation) {
            $0.commitment(group: group, circle: circle.id, generation: circle.generation) == circle.commitment
        }
    }

    /// Drops a key that is not the one the log commits to: drawn here for an entry that lost its race.
    func forget(_ circle: CircleID, _ generation: Int) throws {
        circleKeys[Slot(circle: circle, generation: generation)] = nil
        var change = HomeChange(size: try Membership(home: home, keys: self).edge().size)
        change.keysOut.append(.circle(circle, generation: generation))
        try Fault.ofHome { () throws(StoreError) in try home.pin(change) }
    }

    /// Whether this home holds a LogKey of that epoch: drawn, delivered, or received through the chain.
    func holdsLogKey(_ epoch: Int) throws -> Bool { try stored(.log(epoch: epoch)) != nil }

    /// Whether this home holds the ReadKey of that epoch.
    func holdsReadKey(_ epoch: Int) throws -> Bool { try stored(.read(epoch: epoch)) != nil }

    /// Opens a wrap with whichever of my decryption keys it was made for; nil where none opens it.
    func unwrap(_ wrap: Delivery.Wrap, of circle: CircleID, generation: Int, for me: MemberID) throws -> CircleKey? {
        let names = try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("decryption")) }
        for name in names.reversed() {
            guard let sealed = try stored(name) else { continue }
            let key = try Fault.ofOwnKey { () throws(CryptoError) in
                try DecryptionKey.open(sealed, under: master, group: group, number: name.generation)
            }
            if let opened = try? key.unwrap(wrap, group: group, circle: circle, generation: generation, member: me) { return opened }
        }
        return nil
    }

    /// Whether that number is the private half of a published key.
    func holds(_ published: DecryptionPublicKey, number: Int) throws -> Bool {
        guard let sealed = try stored(.decryption(number: number)) else { return false }
        let key = try Fault.ofOwnKey { () throws(CryptoError) in
            try DecryptionKey.open(sealed, under: master, group: group, number: number)
        }
        return key.publicKey == published
    }

    /// Whether the private half of a published key is among mine.
    func holds(_ published: DecryptionPublicKey) throws -> Bool {
        try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("decryption")) }
            .contains { try holds(published, number: $0.generation) }
    }

    /// The number of my newest decryption key.
    func newestDecryption() throws -> Int {
        try Fault.ofHome { () throws(StoreError) in try home.keys(StoredKeyKind("decryption")) }.map(\.generation).max() ?? 0
    }

    /// Seals the LogKey of the epoch before under the epoch's own.
    func link(epoch: Int) throws -> [UInt8] {
        try withLogKey(epoch - 1) { previous in try withLogKey(epoch) { $0.link(to: previous, group: group, epoch: epoch) } }
    }

    /// Opens the link to the epoch before `epoch` and keeps that LogKey. Throws ``CryptoError``.
    func follow(link sealed: [UInt8], from epoch: Int) throws {
        let previous = try withLogKey(epoch) { newer in Previous(try newer.openLink(sealed, group: group, epoch: epoch)) }
        try store(previous.key, epoch: epoch - 1)
    }

    private final class Previous {
        let key: LogKey
        init(_ key: consuming LogKey) { self.key = key }
    }

    /// Stores a delivered key of a circle if it is the one the log commits to.
    func keep(_ key: borrowing CircleKey?, ifCommitted circle: Circle) throws -> Bool {
        switch key {
        case .none: return false
        case .some(let key):
            guard key.commitment(group: group, circle: circle.id, generation: circle.generation) == circle.commitment else { return false }
            try store(key, of: circle.id, generation: circle.generation)
            return true
        }
    }

    func stored(_ name: StoredKeyName) throws -> [UInt8]? {
        try Fault.ofHome { () throws(StoreError) in try home.key(name)?.sealed }
    }
}

/// How keys are named in the home's file.
extension StoredKeyName {
    static func circle(_ circle: CircleID, generation: Int) -> StoredKeyName {
        StoredKeyName(kind: StoredKeyKind("circle"), circle: circle.bytes, generation: generation)
    }

    static func log(epoch: Int) -> StoredKeyName { StoredKeyName(kind: StoredKeyKind("log"), circle: [], generation: epoch) }

    static func read(epoch: Int) -> StoredKeyName { StoredKeyName(kind: StoredKeyKind("read"), circle: [], generation: epoch) }

    static func decryption(number: Int) -> StoredKeyName {
        StoredKeyName(kind: StoredKeyKind("decryption"), circle: [], generation: number)
    }
}
