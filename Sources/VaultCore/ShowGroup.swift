package import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem

extension Session {
    /// `group show`: nothing of it is content, so nothing is appended. Throws ``Fault``.
    package func group() throws -> GroupAnswer {
        let mine = state.circles.values.filter { $0.members.contains(me) }
        return GroupAnswer(
            group: groupID, name: groupName, epoch: state.epoch, members: state.activeMembers.count,
            cases: mine.reduce(0) { $0 + $1.cases }, logSize: edge.size, words: try membership.words(), role: myself.role)
    }

    /// `log head`: the size and root I have verified, signed by me. Throws ``Fault``.
    package func logHead() throws -> LogHead {
        let name = KeyName(group: groupID, member: me, number: myself.keyNumber)
        let checkpoint = Checkpoint(signing: edge.head, origin: state.origin, name: name.text, by: signing)
        return LogHead(
            checkpoint: String(decoding: checkpoint.bytes, as: UTF8.self), head: edge.head, words: try Fault.words(of: edge.head))
    }
}

extension Groups {
    /// `group list`: the groups of this home, from the home alone. Throws ``Fault``: no identity, wrong passphrase, damaged.
    package static func list(passphrase: borrowing Passphrase, in surroundings: Surroundings) throws -> [GroupListing] {
        try list(in: surroundings) { try $0.unlock(passphrase) }
    }

    /// The same for whoever unlocks the identity in a way of their own, once for each group.
    package static func list(in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey) throws -> [GroupListing] {
        let directory = HomeDirectory(path: surroundings.home)
        let file = try IdentityFile.read(in: directory)
        var unlocked: MasterKey? = try unlocking(file)
        let lock = try directory.locked(surroundings)
        var listings: [GroupListing] = []
        for known in try KnownVault.all(in: directory) {
            guard let home = try KnownVault.open(known.group, in: directory, onWait: surroundings.onWait) else { continue }
            let master: MasterKey
            if let first = unlocked.take() { master = first } else { master = try unlocking(file) }
            let keys = KeyRing(master: master, group: known.group, home: home)
            guard let state = try Membership(home: home, keys: keys).state() else { continue }
            guard let sealed = try Fault.ofHome({ () throws(StoreError) in try home.blob(state.groupName, limit: Limits.payload) }),
                let name = try? keys.open(groupName: sealed)
            else { throw Fault.homeDamaged }
            listings.append(GroupListing(group: known.group, name: name, vault: known.path))
        }
        lock.release()
        return listings
    }
}

extension Fault {
    /// The six words of a tree head. Throws ``Fault/io(_:)`` where the memory for them is not there.
    static func words(of head: TreeHead) throws -> WordCode {
        do throws(CryptoError) { return try WordCode.of(head: head) } catch { throw Fault.io(.failed(12)) }
    }

    /// The six words of a request to join, signature and all. Throws the same.
    static func words(ofRequest bytes: [UInt8]) throws -> WordCode {
        do throws(CryptoError) { return try WordCode.of(request: bytes) } catch { throw Fault.io(.failed(12)) }
    }
}
