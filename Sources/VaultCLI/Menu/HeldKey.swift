import VaultCore
import VaultCrypto
import VaultFormat

/// The key that a passphrase became, in guarded memory for as long as a menu is used. It opens the identity again for each command, and
/// goes when nobody has been there for a while; then the passphrase is asked for again, at the next command that needs it.
final class HeldKey {
    /// A class only so that a key that cannot be copied can be let go of.
    private final class Slot {
        let key: UnlockKey
        /// What belongs to that passphrase: another one comes with another salt.
        let salt: [UInt8]

        init(_ key: consuming UnlockKey, salt: [UInt8]) {
            self.key = key
            self.salt = salt
        }
    }

    private var slot: Slot?
    private var idle: IdleLock
    private let now: () -> Instant
    private let agent: (IdentityFile) -> MasterKey?
    private let ask: () throws -> Passphrase

    /// Shut. `agent` opens the identity where `kluis unlock` did; `ask` gets the passphrase from the person.
    init(now: @escaping () -> Instant, agent: @escaping (IdentityFile) -> MasterKey? = { _ in nil }, ask: @escaping () throws -> Passphrase)
    {
        self.now = now
        self.agent = agent
        self.ask = ask
        idle = IdleLock(seen: now())
    }

    /// Whether it is open.
    var isOpen: Bool { slot != nil }

    /// Somebody pressed a key: the time begins anew. Called for a key that is overdue, it goes shut all the same.
    func touch() {
        lockIfIdle()
        idle.see(at: now())
    }

    /// Shuts it where nobody has been there for long; returns whether it did.
    @discardableResult
    func lockIfIdle() -> Bool {
        guard slot != nil, idle.isDue(at: now()) else { return false }
        lock()
        return true
    }

    /// Shuts it. The memory is wiped.
    func lock() { slot = nil }

    /// Opens the identity, where need be by asking for the passphrase. Throws ``Fault``, and what asking throws.
    func master(of file: IdentityFile) throws -> MasterKey {
        lockIfIdle()
        if let slot, slot.salt == file.salt {
            idle.see(at: now())
            return try file.open(under: slot.key)
        }
        if let master = agent(file) { return master }
        return try open(file, with: try ask())
    }

    /// Opens it with a passphrase that was typed already, for another reason. Throws ``Fault``.
    func open(with passphrase: borrowing Passphrase, in surroundings: Surroundings) throws {
        try Identity.open(in: surroundings) { try open($0, with: passphrase) }
    }

    private func open(_ file: IdentityFile, with passphrase: borrowing Passphrase) throws -> MasterKey {
        slot = nil
        let key = try file.unlockKey(passphrase)
        let master = try file.open(under: key)
        slot = Slot(key, salt: file.salt)
        idle.see(at: now())
        return master
    }
}
