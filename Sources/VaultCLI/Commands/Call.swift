import ArgumentParser
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem

/// A command that can be carried out.
protocol Command: ParsableCommand {
    /// The options of every command.
    var global: GlobalOptions { get }
    /// Does it. Throws a ``Fault``, a ``UsageFault``, a ``Trouble`` or a `SystemError`.
    func answer(_ call: Call) throws -> Answer
}

/// One run of one command: its settings, and the way to the person.
struct Call {
    /// What holds for this run.
    let settings: Settings
    /// How to speak.
    let speaker: Speaker
    /// What the vault has to say beside the answer.
    let bulletin: Bulletin

    /// The language of sentences.
    var language: Language { speaker.language }
    /// Whether to say what would happen and change nothing.
    var dryRun: Bool { settings.dryRun }

    /// What the core needs to know of the world.
    var surroundings: Surroundings {
        Surroundings(
            home: settings.home, now: { Instant(seconds: Clock.now()) }, onWait: { [speaker] in speaker.talk(.waiting) },
            onProgress: speaker.progress())
    }

    /// Where the passphrase comes from. Before a person is asked for it, there has to be an identity that it could open.
    func passphrase() throws -> PassphraseSource {
        let source = try PassphraseSource(settings, language: language)
        if case .terminal = source { try Identity.requireReadable(in: surroundings) }
        return source
    }

    /// Opens and verifies the vault.
    func open(readOnly: Bool = false) throws -> Session {
        let source = try PassphraseSource(settings, language: language)
        try lookAhead(before: source)
        return try open(try source.current(), readOnly: readOnly)
    }

    /// Opens the vault for a command that takes a text. What a program hands over is looked at first: a wrong text then costs
    /// no passphrase, and a wrong passphrase no text.
    func openToWrite<Text>(_ parse: ([UInt8]) throws -> Text) throws -> (Session, TextSource<Text>) {
        try TextSource<Text>.require(settings)
        let source = try PassphraseSource(settings, language: language, textFromInput: TextSource<Text>.isStandardInput)
        guard case .descriptor = source else {
            let text = try TextSource(language, parse: parse)
            try lookAhead(before: source)
            return (try open(try source.current()), text)
        }
        try lookAhead(before: source)
        let passphrase = try source.current()
        let text = try TextSource(language, parse: parse)
        return (try open(passphrase), text)
    }

    private func open(_ passphrase: borrowing Passphrase, readOnly: Bool = false) throws -> Session {
        let session = try Session.open(
            vault: settings.vault, passphrase: passphrase, in: surroundings, readOnly: readOnly || dryRun, remembersPlace: !dryRun)
        try bulletin.begin(session, speaker)
        return session
    }

    /// Opens a backup beside what this home knows; the vault may be damaged or gone.
    func open(backup file: String) throws -> BackupSight {
        try BackupSight.requireReadable(file)
        let passphrase = try self.passphrase().current()
        let sight = try BackupSight(file, vault: settings.vault, in: surroundings) { try $0.unlock(passphrase) }
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Opens the vault itself, damaged as it may be, to save what is whole.
    func openDamaged() throws -> BackupSight {
        let passphrase = try self.passphrase().current()
        let sight = try BackupSight(ofVault: settings.vault, in: surroundings) { try $0.unlock(passphrase) }
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Leaves the line of the log that this home knows for the one in the vault, where these are its words.
    func follow(_ words: WordCode) throws -> LineTrusted {
        let source = try PassphraseSource(settings, language: language)
        try lookAhead(before: source)
        let (session, line) = try Session.open(
            trusting: words, vault: settings.vault, passphrase: try source.current(), in: surroundings, dryRun: dryRun)
        if let session { try bulletin.begin(session, speaker) }
        return line
    }

    /// A person is not asked for a passphrase in vain. Where it comes from a descriptor, only what is wrong with the command line (64)
    /// goes before what is wrong with it (65).
    private func lookAhead(before source: PassphraseSource) throws {
        switch source {
        case .terminal: try Session.requireOpenable(vault: settings.vault, in: surroundings)
        case .descriptor: try Session.requireNamed(vault: settings.vault, in: surroundings)
        }
    }

    /// A page of one sentence.
    func page(_ sentence: some Sentence) -> Page {
        Page(sentence.text(in: language))
    }
}
