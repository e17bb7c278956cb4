package import VaultCrypto
import VaultFormat
import VaultSystem

/// A person on this computer.
package enum Identity {
    /// `identity create`. Nothing that exists is overwritten. Throws ``Fault``: exists, text, io.
    package static func create(name: String, cost: KDFParameters, passphrase: borrowing Passphrase, in surroundings: Surroundings) throws {
        try make(MasterKey.random(), name: name, cost: cost, passphrase: passphrase, in: surroundings)
    }

    /// A new identity file around a key.
    static func make(
        _ master: borrowing MasterKey, name: String, cost: KDFParameters, passphrase: borrowing Passphrase, in surroundings: Surroundings
    ) throws {
        let name = try checkName(name)
        let directory = HomeDirectory(path: surroundings.home)
        try directory.requireTrusted()
        guard try !exists(in: surroundings) else { throw Fault.exists(.identity) }
        let bytes = try IdentityFile.bytes(master, name: name, passphrase, cost)
        try directory.make()
        let lock = try directory.locked(surroundings)
        do throws(SystemError) { try Files.createNew(directory.identity, bytes) } catch {
            throw error == .alreadyExists ? Fault.exists(.identity) : Fault(error)
        }
        lock.release()
    }

    /// The name as it will be kept. Throws ``Fault/text(_:_:)``.
    package static func checkName(_ name: String) throws -> String {
        try checked(.name) { () throws(FormatError) in try Line(name, limit: Limits.name).text }
    }

    /// Whether an identity file stands in this home. Throws ``Fault``.
    package static func exists(in surroundings: Surroundings) throws -> Bool {
        do throws(SystemError) { return try Files.exists(HomeDirectory(path: surroundings.home).identity) } catch {
            if error == .notFound { return false }
            throw Fault(error)
        }
    }

    /// Whether the identity file can be read, before a passphrase is asked for. Throws ``Fault``: no identity, damaged, newer version.
    package static func requireReadable(in surroundings: Surroundings) throws {
        _ = try IdentityFile.read(in: HomeDirectory(path: surroundings.home))
    }

    /// `identity show`. Throws ``Fault``: no identity, wrong passphrase, damaged.
    package static func name(passphrase: borrowing Passphrase, in surroundings: Surroundings) throws -> String {
        try name(in: surroundings) { try $0.unlock(passphrase) }
    }

    /// The same for whoever unlocks the identity in a way of their own.
    package static func name(in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey) throws -> String {
        let file = try IdentityFile.read(in: HomeDirectory(path: surroundings.home))
        return try file.name(try unlocking(file))
    }

    /// Unlocks it and does nothing else. Throws ``Fault``: no identity, wrong passphrase, damaged.
    package static func open(in surroundings: Surroundings, unlocking: (IdentityFile) throws -> MasterKey) throws {
        _ = try unlocking(try IdentityFile.read(in: HomeDirectory(path: surroundings.home)))
    }

    /// `identity passphrase`: the same keys under a new passphrase; nil keeps the cost. The file is replaced in one step. Throws ``Fault``.
    package static func changePassphrase(
        from old: borrowing Passphrase, to new: borrowing Passphrase, cost: KDFParameters?, dryRun: Bool, in surroundings: Surroundings
    ) throws {
        let directory = HomeDirectory(path: surroundings.home)
        let before = try IdentityFile.read(in: directory)
        var master = try before.unlock(old)
        let lock = try directory.locked(surroundings)
        let file = try IdentityFile.read(in: directory)
        if file != before { master = try file.unlock(old) }
        let bytes = try IdentityFile.bytes(master, name: try file.name(master), new, cost ?? file.cost)
        if !dryRun { try Fault.ofSystem { () throws(SystemError) in try Files.replace(directory.identity, bytes) } }
        lock.release()
    }
}
