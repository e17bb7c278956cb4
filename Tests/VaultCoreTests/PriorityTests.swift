import Testing
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// When several things are wrong at once: input and output, a newer version, the passphrase, another history, damage, refusals, busy.
struct PriorityTests {
    /// One thing that is wrong.
    enum Wrong: CaseIterable {
        case vaultMissing, vaultIsADirectory, vaultNewer, passphrase, vaultNone, vaultTampered, vaultOfOthers, vaultOlder
        case noIdentity, noMembership, homeHeld

        var isOfTheVault: Bool {
            switch self {
            case .vaultMissing, .vaultIsADirectory, .vaultNewer, .vaultNone, .vaultTampered, .vaultOfOthers, .vaultOlder: true
            case .passphrase, .noIdentity, .noMembership, .homeHeld: false
            }
        }
    }

    static let pairs: [(Wrong, Wrong, Fault)] = [
        (.vaultMissing, .passphrase, .io(.notFound)), (.vaultMissing, .noIdentity, .io(.notFound)),
        (.vaultMissing, .noMembership, .io(.notFound)), (.vaultMissing, .homeHeld, .io(.notFound)),
        (.vaultIsADirectory, .passphrase, .io(.notRegular)), (.vaultIsADirectory, .noIdentity, .io(.notRegular)),
        (.vaultNewer, .passphrase, .newerVersion), (.vaultNewer, .noIdentity, .newerVersion),
        (.vaultNewer, .noMembership, .newerVersion), (.vaultNewer, .homeHeld, .newerVersion),
        (.passphrase, .vaultNone, .wrongPassphrase), (.passphrase, .vaultTampered, .wrongPassphrase),
        (.passphrase, .vaultOfOthers, .wrongPassphrase), (.passphrase, .vaultOlder, .wrongPassphrase),
        (.passphrase, .noMembership, .wrongPassphrase), (.passphrase, .homeHeld, .wrongPassphrase),
        (.vaultOfOthers, .homeHeld, .otherFile), (.vaultNone, .noMembership, .notAVault), (.vaultNone, .homeHeld, .notAVault),
        (.vaultTampered, .noMembership, .vaultTampered), (.vaultTampered, .homeHeld, .vaultTampered),
        // Without a key nothing behind the first bytes of a vault is looked at.
        (.noIdentity, .vaultNone, .noIdentity), (.noIdentity, .vaultOfOthers, .noIdentity), (.noIdentity, .passphrase, .noIdentity),
        (.noIdentity, .homeHeld, .noIdentity), (.noMembership, .homeHeld, .notAMember),
    ]

    @Test(arguments: pairs) func theOneThatIsSaid(_ first: Wrong, _ second: Wrong, _ said: Fault) throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let group = try test.run { $0.groupID }
        for wrong in [first, second] { try spoil(test, wrong, group) }
        let wrongs = [first, second]
        let held = wrongs.contains(.homeHeld) ? try HomeDirectory(path: test.home).locked(test.surroundings) : nil
        let passphrase = wrongs.contains(.passphrase) ? "fout" : "wachtzin van de test"
        let found = try fault {
            _ = try Session.open(
                vault: test.path, passphrase: try TestVault.passphrase(passphrase), in: test.surroundings, readOnly: false)
        }
        #expect(found == said)
        _ = consume held
    }

    /// What a person hears before the passphrase is asked for is what a program hears that gave it.
    @Test(arguments: pairs) func askingForThePassphraseMakesNoDifference(_ first: Wrong, _ second: Wrong, _ said: Fault) throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let group = try test.run { $0.groupID }
        for wrong in [first, second] { try spoil(test, wrong, group) }
        let beforehand = try fault { _ = try VaultPlace.lookAhead(test.path, in: HomeDirectory(path: test.home)) }
        #expect(beforehand == nil || beforehand == said)
    }

    @Test func theRefusalsOfOtherCommandsComeBehindThePassphrase() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        let found = try fault {
            _ = try Groups.found(
                name: "West", vault: test.path, shared: false, logRetention: 5, passphrase: try TestVault.passphrase("fout"),
                dryRun: false, in: test.surroundings)
        }
        #expect(found == .wrongPassphrase)
        let held = try HomeDirectory(path: test.home).locked(test.surroundings)
        #expect(try fault { _ = try Groups.list(passphrase: try TestVault.passphrase("fout"), in: test.surroundings) } == .wrongPassphrase)
        let changing = try fault {
            try Identity.changePassphrase(
                from: try TestVault.passphrase("fout"), to: try TestVault.passphrase("b"), cost: nil, dryRun: false, in: test.surroundings)
        }
        #expect(changing == .wrongPassphrase)
        held.release()
    }

    /// A home that is damaged is no reason to be told more without the passphrase.
    @Test(arguments: [nil, true]) func aDamagedHomeWaitsForThePassphrase(_ named: Bool?) throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        try TestVault.write([1, 2, 3], to: test.membership(of: try test.run { $0.groupID }))
        for (passphrase, said) in [("fout", Fault.wrongPassphrase), ("wachtzin van de test", .homeDamaged)] {
            let found = try fault {
                _ = try Session.open(
                    vault: named.map { _ in test.path }, passphrase: try TestVault.passphrase(passphrase), in: test.surroundings,
                    readOnly: false)
            }
            #expect(found == said)
        }
    }

    private func spoil(_ test: TestVault, _ wrong: Wrong, _ group: GroupID) throws {
        switch wrong {
        case .vaultMissing: try Files.remove(test.path)
        case .vaultIsADirectory:
            try Files.remove(test.path)
            try Files.makePrivateDirectory(test.path)
        case .vaultNewer: try RawFile(test.path).run("PRAGMA user_version = 2")
        case .vaultNone: try TestVault.write(Array("geen kluis".utf8), to: test.path)
        case .vaultTampered: try RawFile(test.path).run("CREATE TABLE planted (x)")
        case .vaultOfOthers:
            let other = try TestVault()
            _ = try other.foundGroup()
            try TestVault.write(try TestVault.bytes(other.path), to: test.path)
        case .vaultOlder:
            let old = try TestVault.bytes(test.path)
            try test.run { _ = try $0.cases() }
            try TestVault.write(old, to: test.path)
        case .noIdentity: try Files.remove(HomeDirectory(path: test.home).identity)
        case .noMembership: try Files.remove(test.membership(of: group))
        case .passphrase, .homeHeld: break
        }
    }
}
