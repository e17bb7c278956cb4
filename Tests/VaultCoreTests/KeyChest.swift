import GRDB
import VaultCrypto
import VaultFormat
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Every key that one home ever held or could have opened: rows of its file at any time, and what deliveries in the vault brought it.
/// Nothing is ever taken out, as a thief takes nothing out either.
final class KeyChest {
    /// A key and what it was for.
    final class Held {
        let circle: CircleID
        let generation: Int
        let key: CircleKey

        init(_ circle: CircleID, _ generation: Int, _ key: consuming CircleKey) {
            self.circle = circle
            self.generation = generation
            self.key = key
        }
    }

    final class HeldDecryption {
        let key: DecryptionKey
        init(_ key: consuming DecryptionKey) { self.key = key }
    }

    final class HeldLog {
        let key: LogKey
        init(_ key: consuming LogKey) { self.key = key }
    }

    final class HeldRead {
        let key: ReadKey
        init(_ key: consuming ReadKey) { self.key = key }
    }

    let group: GroupID
    private(set) var circleKeys: [Commitment: Held] = [:]
    private(set) var decryption: [HeldDecryption] = []
    private(set) var logKeys: [HeldLog] = []
    private(set) var readKeys: [HeldRead] = []
    private(set) var members: Set<MemberID> = []
    private var seenRows: Set<[UInt8]> = []
    private var seenWraps: Set<[UInt8]> = []

    init(group: GroupID) { self.group = group }

    /// The same keys; each goes on by itself.
    init(_ other: KeyChest) {
        group = other.group
        (circleKeys, decryption, logKeys, readKeys) = (other.circleKeys, other.decryption, other.logKeys, other.readKeys)
        (members, seenRows, seenWraps) = (other.members, other.seenRows, other.seenWraps)
    }

    /// Opens every row of the home's file as it is now.
    func collect(_ path: String, _ master: borrowing MasterKey) throws {
        let home = try HomeFile.open(path, access: .readOnly)
        if let me = try home.fact(FactName("me")) { members.insert(try MemberID(exactly: me)) }
        for kind in ["circle", "log", "read", "decryption"] {
            for name in try home.keys(StoredKeyKind(kind)) {
                guard let sealed = try home.key(name)?.sealed, seenRows.insert(sealed).inserted else { continue }
                switch kind {
                case "circle":
                    let circle = try CircleID(exactly: name.circle)
                    add(
                        try CircleKey.open(sealed, under: master, group: group, circle: circle, generation: name.generation), circle,
                        name.generation)
                case "log": logKeys.append(HeldLog(try LogKey.open(sealed, under: master, group: group, epoch: name.generation)))
                case "read": readKeys.append(HeldRead(try ReadKey.open(sealed, under: master, group: group, epoch: name.generation)))
                default:
                    decryption.append(HeldDecryption(try DecryptionKey.open(sealed, under: master, group: group, number: name.generation)))
                    seenWraps.removeAll()
                }
            }
        }
    }

    /// Opens every wrap of this delivery that any decryption key opens.
    func collect(_ bytes: [UInt8], of circle: CircleID) {
        guard let delivery = try? Delivery(parsing: bytes) else { return }
        for member in members {
            guard let wrap = delivery.wraps[member], seenWraps.insert(wrap.bytes).inserted else { continue }
            for held in decryption {
                guard
                    let key = try? held.key.unwrap(wrap, group: group, circle: circle, generation: delivery.generation, member: member)
                else { continue }
                add(key, circle, delivery.generation)
            }
        }
    }

    private func add(_ key: consuming CircleKey, _ circle: CircleID, _ generation: Int) {
        let commitment = key.commitment(group: group, circle: circle, generation: generation)
        guard circleKeys[commitment] == nil else { return }
        if circle == .log(of: group) {
            logKeys.append(HeldLog(LogKey(key, group: group, epoch: generation)))
            readKeys.append(HeldRead(ReadKey(key, group: group, epoch: generation)))
        }
        circleKeys[commitment] = Held(circle, generation, key)
    }

    /// Every LogKey and ReadKey by a mark of its own: what it derives from the same header.
    func payloadKeys(markedBy sealed: [UInt8]) throws -> [[UInt8]: PayloadOpener] {
        var openers: [[UInt8]: PayloadOpener] = [:]
        var sealer = PartSealer()
        for held in logKeys { openers[try sealer.disclosedKey(of: sealed, under: held.key, group: group)] = .log(held) }
        for held in readKeys { openers[try sealer.disclosedKey(of: sealed, under: held.key, group: group)] = .read(held) }
        return openers
    }

    enum PayloadOpener {
        case log(HeldLog)
        case read(HeldRead)

        func opens(_ sealed: [UInt8], _ group: GroupID, _ sealer: inout PartSealer) -> Bool {
            switch self {
            case .log(let held): (try? sealer.open(payload: sealed, under: held.key, group: group)) != nil
            case .read(let held): (try? sealer.open(payload: sealed, under: held.key, group: group)) != nil
            }
        }
    }
}
