import ArgumentParser
import VaultCore
import VaultCrypto

/// `kluis identity create`
struct IdentityCreate: Command {
    static let configuration = CommandConfiguration(commandName: "create")

    @OptionGroup var global: GlobalOptions
    @Option var name: String
    @Option var kdf: KDFChoice = .moderate

    func answer(_ call: Call) throws -> Answer {
        let source = try PassphraseSource(call.settings, language: call.language)
        let name = try Identity.checkName(name)
        guard try !Identity.exists(in: call.surroundings) else { throw Fault.exists(.identity) }
        if call.dryRun {
            return Answer(data: [JSON.Member("name", .null)], page: call.page(Deed.identityWouldBeMade)).marked(dryRun: true)
        }
        let passphrase = try source.new()
        try Identity.create(name: name, cost: kdf.parameters, passphrase: passphrase, in: call.surroundings)
        try call.held?.open(with: passphrase, in: call.surroundings)
        return Answer(
            data: [JSON.Member("name", .string(name))], page: call.page(Deed.identityMade(name: name)),
            remarks: [.keepPassphraseWell, .beginGroup])
    }
}

/// `kluis identity show`
struct IdentityShow: Command {
    static let configuration = CommandConfiguration(commandName: "show")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let name = try Identity.name(in: call.surroundings, unlocking: try call.key().unlock)
        return Answer(data: [JSON.Member("name", .string(name))], page: call.page(Deed.identityNamed(name)))
    }
}

/// `kluis identity passphrase`: on a descriptor the first line is the passphrase there is, the second the one to come.
struct IdentityPassphrase: Command {
    static let configuration = CommandConfiguration(commandName: "passphrase")

    @OptionGroup var global: GlobalOptions
    @Option var kdf: KDFChoice?

    func answer(_ call: Call) throws -> Answer {
        let source = try call.passphrase()
        let current = try source.current()
        let new = try source.new()
        try Identity.changePassphrase(
            from: current, to: new, cost: kdf?.parameters, dryRun: call.dryRun, in: call.surroundings)
        if !call.dryRun { try call.held?.open(with: new, in: call.surroundings) }
        let deed: Deed = call.dryRun ? .passphraseWouldChange : .passphraseChanged
        return Answer(data: [], page: call.page(deed), remarks: [.useOldBackups]).marked(dryRun: call.dryRun)
    }
}
