import VaultCore
import VaultCrypto
import VaultSystem

/// What opens the identity in this run: the key that a menu holds; else the passphrase on a descriptor; else the agent that `kluis unlock`
/// started; else the person, who is asked only when there is something to open.
final class KeySource {
    private let call: Call
    /// Where `--passphrase-fd` says that the passphrase is.
    private let named: PassphraseSource?
    private var kept: Kept?

    /// A class only so that what cannot be copied can stand in an optional.
    private final class Kept {
        let passphrase: Passphrase
        init(_ passphrase: consuming Passphrase) { self.passphrase = passphrase }
    }

    /// Throws a ``UsageFault`` for a descriptor that cannot be one, for standard input that also has to give the text, and where nobody may
    /// be asked and no agent is there.
    init(_ call: Call, textFromInput: Bool = false) throws(UsageFault) {
        self.call = call
        guard call.held == nil else {
            named = nil
            return
        }
        guard call.settings.passphraseDescriptor == nil else {
            named = try PassphraseSource(call.settings, language: call.language, textFromInput: textFromInput)
            return
        }
        named = nil
        guard !call.settings.mayAsk else { return }
        switch UnlockAgent.state(in: call.surroundings) {
        case .open: break
        case .locked: throw .cannotAsk(.passphrase)
        case .ignored(let ignored):
            call.bulletin.add(Notice(ignored), call.speaker)
            throw .cannotAsk(.passphrase)
        }
    }

    /// Whether another program gives the passphrase.
    var isDescriptor: Bool {
        if case .descriptor = named { true } else { false }
    }

    /// Reads what another program gives, before anything is opened. A person is not asked yet.
    func prepare() throws {
        if isDescriptor, let named { kept = Kept(try named.current()) }
    }

    /// Opens the identity. May be called again: nobody is asked twice.
    func unlock(_ file: IdentityFile) throws -> MasterKey {
        if let held = call.held { return try held.master(of: file) }
        if let kept { return try file.unlock(kept.passphrase) }
        if named == nil {
            switch UnlockAgent.key(for: file, in: call.surroundings) {
            case .key(let key): return key
            case .nobody: break
            case .ignored(let ignored): call.bulletin.add(Notice(ignored), call.speaker)
            }
        }
        let kept = Kept(try (named ?? PassphraseSource(call.settings, language: call.language)).current())
        self.kept = kept
        return try file.unlock(kept.passphrase)
    }
}

extension Notice {
    /// Something in the place of the agent's socket was left alone.
    init(_ ignored: UnlockAgent.Ignored) { self.init(code: .agentIgnored, remark: .unlocking(.ignored(ignored))) }
}
