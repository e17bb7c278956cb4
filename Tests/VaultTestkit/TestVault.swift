package import VaultCore
package import VaultCrypto
package import VaultFormat
import VaultSystem

/// A throw-away folder with a home and a vault, a clock that moves only when told, and a passphrase. Gone when the value goes.
package final class TestVault {
    /// The folder.
    package let folder: String
    /// What the clock says; tests move it.
    package var time = Instant(seconds: 1_795_341_600)

    /// The slow hash of the passphrase is made once for each identity, not once for each command, so that tests spend their time on what
    /// they test; that it stands before every command is tested by itself.
    private var unlockKeys: [[UInt8]: HeldUnlockKey] = [:]

    /// Makes the folder in `base`, or else in TMPDIR or /tmp; no identity or vault yet.
    package init(in base: String? = nil) throws {
        let name = Hex.encode(SecureRandom.bytes(8))
        let base = base ?? Environment.value("TMPDIR") ?? "/tmp"
        folder = "\(base)/kluis-test-\(name)"
        try Files.makePrivateDirectory(folder)
    }

    deinit { try? Self.removeAll(folder) }

    /// Path of the home.
    package var home: String { folder + "/home" }
    /// Path of the vault.
    package var path: String { folder + "/group.kluis" }

    /// The surroundings of a command.
    package var surroundings: Surroundings {
        Surroundings(home: home, now: { [self] in time }, onWait: {})
    }

    /// A passphrase with these bytes.
    package static func passphrase(_ text: String = "wachtzin van de test") throws -> Passphrase {
        try Passphrase.read { memory in
            for (index, byte) in text.utf8.enumerated() { memory.storeBytes(of: byte, toByteOffset: index, as: UInt8.self) }
            return text.utf8.count
        }
    }

    /// Makes Anna's identity at the least cost and a group of hers.
    package func foundGroup(name: String = "Intervisie Oost", person: String = "Anna") throws -> GroupFounded {
        try Identity.create(name: person, cost: .interactive, passphrase: try Self.passphrase(), in: surroundings)
        let founded = try Groups.found(
            name: name, vault: path, shared: false, logRetention: 5, passphrase: try Self.passphrase(), dryRun: false, in: surroundings)
        guard let founded else { throw TestFailure() }
        return founded
    }

    /// Opens the vault as Anna.
    package func open(readOnly: Bool = false) throws -> Session {
        try Session.open(vault: path, in: surroundings, readOnly: readOnly, unlocking: master(of:))
    }
}

extension TestVault {
    /// The key of an identity under the passphrase of the tests. Throws ``Fault`` as unlocking does.
    package func master(of file: IdentityFile) throws -> MasterKey {
        if let held = unlockKeys[file.salt] { return try file.open(under: held.key) }
        let held = HeldUnlockKey(key: try file.unlockKey(try Self.passphrase()))
        unlockKeys[file.salt] = held
        return try file.open(under: held.key)
    }
}

private final class HeldUnlockKey {
    let key: UnlockKey
    init(key: consuming UnlockKey) { self.key = key }
}

/// Others who join Anna's group, each with a home of their own.
extension TestVault {
    /// The surroundings of somebody's commands.
    package func surroundings(of person: String) -> Surroundings {
        Surroundings(home: person == "Anna" ? home : "\(folder)/home-\(person)", now: { [self] in time }, onWait: {})
    }

    /// Opens the vault as that person.
    package func open(as person: String, readOnly: Bool = false) throws -> Session {
        try Session.open(vault: path, in: surroundings(of: person), readOnly: readOnly, unlocking: master(of:))
    }

    /// That person asks to become a member; their identity is made where they have none.
    @discardableResult
    package func ask(_ person: String, out: String? = nil) throws -> JoinAsked {
        let surroundings = surroundings(of: person)
        if try !Files.exists(surroundings.home + "/identity") {
            try Identity.create(name: person, cost: .interactive, passphrase: try Self.passphrase(), in: surroundings)
        }
        return try Groups.join(vault: path, out: out, dryRun: false, in: surroundings, unlocking: master(of:))
    }

    /// That person asks, says the words, and is accepted.
    @discardableResult
    package func admit(
        _ person: String, by acceptor: String = "Anna", name: String? = nil, role: Role = .member, until: Day? = nil,
        history: History = .all,
        from: Day? = nil, replaces: MemberReference? = nil
    ) throws -> MemberAccepted {
        let asked = try ask(person)
        guard let words = asked.words else { throw TestFailure() }
        let newcomer = Newcomer(
            request: asked.request, name: name ?? person, role: role, until: until, history: history, from: from,
            replaces: replaces)
        return try open(as: acceptor).accept(newcomer, words: words, dryRun: false)
    }
}

/// Something a test took for granted was not so.
package struct TestFailure: Error {
    /// Without details: the test that throws it says where.
    package init() {}
}
