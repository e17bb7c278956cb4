package import VaultCrypto
package import VaultFormat
import VaultLog
import VaultStore

/// What the keys of a home open in a vault, whatever the program would show: each of them is tried on every blob, as somebody would who
/// was a member once and kept the home.
///
/// Circle keys are tried in the place of every part that the home knows of; places are no secret to who saw the log. Parts written later
/// have places that this home never heard of, so it is the key, not the place, that has to keep them closed: see the rotation.
package struct OldKeys {
    /// How many keys the home holds: of circles, of the log, and those that open deliveries.
    package let count: Int
    /// Every blob in the vault.
    package let blobs: Set<BlobHash>
    /// Titles, texts and notes that opened.
    package let parts: Set<BlobHash>
    /// Payloads of the log that opened.
    package let payloads: Set<BlobHash>
    /// What else the keys of the log opened: names, lists of parts, links to the keys of earlier epochs.
    package let names: Set<BlobHash>
    /// Deliveries and gifts of keys that opened. What they brought was tried as well.
    package let deliveries: Set<BlobHash>

    /// Everything that opened.
    package var opened: Set<BlobHash> { parts.union(payloads).union(names).union(deliveries) }

    /// Tries them; writes nothing. `home` and `vault` are paths. Throws ``Fault``: no identity, wrong passphrase, not a member, home
    /// damaged, io.
    package static func `try`(home: String, passphrase: borrowing Passphrase, vault: String) throws -> OldKeys {
        let directory = HomeDirectory(path: home)
        let master = try IdentityFile.read(in: directory).unlock(passphrase)
        let place = VaultPlace(path: vault, known: [])
        let file = try Fault.ofVault { () throws(StoreError) in try VaultFile.open(vault, access: .readOnly) }
        let group = try place.group(of: file)
        let membershipFile = try Fault.ofHome { () throws(StoreError) in
            try HomeFile.open(directory.membership(of: group), access: .readOnly)
        }
        let ring = KeyRing(master: master, group: group, home: membershipFile)
        let attempt = try KeyAttempt(Membership(home: membershipFile, keys: ring))
        var blobs: [Blob] = []
        try Fault.inVault {
            try file.blobHashes { name, length in
                if let bytes = try file.blob(name, limit: length) { blobs.append(Blob(hash: name, bytes: bytes)) }
            }
        }
        for blob in blobs { attempt.unwrap(blob) }
        for blob in blobs { attempt.open(blob) }
        return OldKeys(
            count: attempt.count, blobs: Set(blobs.map(\.hash)), parts: attempt.parts, payloads: attempt.payloads, names: attempt.names,
            deliveries: attempt.deliveries)
    }
}

/// Every key of one home, and what they opened so far.
private final class KeyAttempt {
    private let group: GroupID
    private let me: MemberID
    private let state: GroupState
    private let places: [Place]
    private var circleKeys: [Held<CircleKey>] = []
    private var logKeys: [Held<LogKey>] = []
    private var readKeys: [Held<ReadKey>] = []
    private var decryptionKeys: [Held<DecryptionKey>] = []
    private var sealer = PartSealer()
    /// How many keys the home holds; more may come out of deliveries.
    private(set) var count = 0
    private(set) var parts: Set<BlobHash> = []
    private(set) var payloads: Set<BlobHash> = []
    private(set) var names: Set<BlobHash> = []
    private(set) var deliveries: Set<BlobHash> = []

    /// A key with the circle and generation it is of; a class only so that it can stand in an array.
    private final class Held<Key: ~Copyable> {
        let circle: CircleID
        let generation: Int
        let key: Key

        init(_ circle: CircleID, _ generation: Int, _ key: consuming Key) {
            self.circle = circle
            self.generation = generation
            self.key = key
        }
    }

    /// What a part's key is bound to beside circle and generation.
    private struct Place: Hashable {
        let item: ItemID
        let part: Part
        let version: Int
    }

    init(_ membership: Membership) throws {
        let ring = membership.keys, home = membership.home
        group = ring.group
        me = try membership.me()
        guard let state = try membership.state() else { throw Fault.homeDamaged }
        self.state = state
        var places: [Place] = []
        try Fault.inHome {
            try home.cases { row, moved in
                let record = try membership.caseEntry(row.number, row.value, moved).record
                places += record.parts.map { Place(item: $0.item, part: $0.facts.part, version: $0.version) }
            }
        }
        self.places = places
        for kind in ["circle", "log", "read", "decryption"] {
            for name in try Fault.ofHome({ () throws(StoreError) in try home.keys(StoredKeyKind(kind)) }) {
                guard let sealed = try ring.stored(name) else { continue }
                try Fault.ofOwnKey { () throws(CryptoError) in try take(sealed, name, ring.master) }
            }
        }
    }

    private func take(_ sealed: [UInt8], _ name: StoredKeyName, _ master: borrowing MasterKey) throws(CryptoError) {
        let number = name.generation, log = state.logCircle
        count += 1
        switch name.kind.text {
        case "circle":
            guard let circle = try? CircleID(exactly: name.circle) else { return }
            circleKeys.append(
                Held(circle, number, try CircleKey.open(sealed, under: master, group: group, circle: circle, generation: number)))
        case "log": logKeys.append(Held(log, number, try LogKey.open(sealed, under: master, group: group, epoch: number)))
        case "read": readKeys.append(Held(log, number, try ReadKey.open(sealed, under: master, group: group, epoch: number)))
        default: decryptionKeys.append(Held(log, number, try DecryptionKey.open(sealed, under: master, group: group, number: number)))
        }
    }

    /// Tries every decryption key on every wrap in a delivery, whoever it is for, and keeps the keys that come out.
    func unwrap(_ blob: Blob) {
        if let gift = try? GrantedReads(parsing: blob.bytes) {
            for (offset, wrap) in gift.wraps.enumerated() {
                let epoch = gift.from + offset
                for mine in decryptionKeys {
                    guard let key = try? mine.key.unwrapRead(wrap, group: group, epoch: epoch, member: me) else { continue }
                    readKeys.append(Held(state.logCircle, epoch, key))
                    deliveries.insert(blob.hash)
                }
            }
        }
        guard let delivery = try? Delivery(parsing: blob.bytes) else { return }
        for (member, wrap) in delivery.wraps {
            for circle in state.circles.keys { unwrap(wrap, for: member, circle, delivery.generation, blob.hash) }
        }
    }

    private func unwrap(_ wrap: Delivery.Wrap, for member: MemberID, _ circle: CircleID, _ generation: Int, _ name: BlobHash) {
        for mine in decryptionKeys {
            guard let key = try? mine.key.unwrap(wrap, group: group, circle: circle, generation: generation, member: member) else {
                continue
            }
            deliveries.insert(name)
            if circle == state.logCircle {
                logKeys.append(Held(circle, generation, LogKey(key, group: group, epoch: generation)))
                readKeys.append(Held(circle, generation, ReadKey(key, group: group, epoch: generation)))
            }
            circleKeys.append(Held(circle, generation, key))
        }
    }

    /// Tries every key on a blob, as everything that it might be.
    func open(_ blob: Blob) {
        if opensAsPart(blob.bytes) { parts.insert(blob.hash) }
        if opensAsPayload(blob.bytes) { payloads.insert(blob.hash) }
        if opensAsName(blob.bytes) { names.insert(blob.hash) }
    }

    private func opensAsPart(_ bytes: [UInt8]) -> Bool {
        for held in circleKeys {
            for place in places {
                let context = PartContext(
                    group: group, circle: held.circle, generation: held.generation, item: place.item, part: place.part,
                    version: place.version)
                if (try? sealer.open(bytes, under: held.key, context: context)) != nil { return true }
            }
        }
        return false
    }

    private func opensAsPayload(_ bytes: [UInt8]) -> Bool {
        for held in logKeys where (try? sealer.open(payload: bytes, under: held.key, group: group)) != nil { return true }
        for held in readKeys where (try? sealer.open(payload: bytes, under: held.key, group: group)) != nil { return true }
        return false
    }

    private func opensAsName(_ bytes: [UInt8]) -> Bool {
        for held in logKeys {
            if (try? sealer.open(groupName: bytes, under: held.key, group: group)) != nil { return true }
            if (try? sealer.open(manifest: bytes, under: held.key, group: group)) != nil { return true }
            if (try? held.key.openLink(bytes, group: group, epoch: held.generation)) != nil { return true }
            for member in state.members where (try? sealer.open(name: bytes, of: member.id, under: held.key, group: group)) != nil {
                return true
            }
        }
        return false
    }
}
