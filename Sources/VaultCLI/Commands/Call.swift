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
    /// The key that a menu holds open; nil where the passphrase opens the identity, for this run alone.
    var held: HeldKey?

    /// The language of sentences.
    var language: Language { speaker.language }
    /// Whether to say what would happen and change nothing.
    var dryRun: Bool { settings.dryRun }

    /// What the core needs to know of the world.
    var surroundings: Surroundings {
        Surroundings(
            home: settings.home, runtime: settings.runtime, now: { Instant(seconds: Clock.now()) },
            onWait: { [speaker] in speaker.talk(.waiting) },
            onProgress: speaker.progress())
    }

    /// What opens the identity; a passphrase that another program gives has been read.
    func key() throws -> KeySource {
        let source = try KeySource(self)
        try source.prepare()
        return source
    }

    /// Where the passphrase comes from, where the agent will not do. Before a person is asked for it, there has to be an identity that it
    /// could open.
    func passphrase() throws -> PassphraseSource {
        let source = try PassphraseSource(settings, language: language)
        if case .terminal = source { try Identity.requireReadable(in: surroundings) }
        return source
    }

    /// Opens and verifies the vault.
    func open(readOnly: Bool = false) throws -> Session {
        try open(try namedKey(), readOnly: readOnly)
    }

    /// Opens the vault for a command that takes a text. What a program hands over is looked at first: a wrong text then costs
    /// no passphrase, and a wrong passphrase no text.
    func openToWrite<Text>(
        in editor: OutsideEditor? = nil, _ parse: ([UInt8]) throws -> Text
    ) throws -> (Session, TextSource<Text>) {
        try TextSource<Text>.require(settings)
        let key = try namedKey(textFromInput: TextSource<Text>.isStandardInput)
        let text = try TextSource(editor, parse: parse)
        return (try open(key), text)
    }

    /// The editor for a text that will be asked for: the one that the command line names, else the one that the person has chosen for good.
    /// Throws a ``UsageFault`` where it is not one of those that are known, or is not installed.
    func editor(_ named: OutsideEditor?) throws(UsageFault) -> OutsideEditor? {
        guard !TextSource<CaseText>.isStandardInput else { return nil }
        let wanted: OutsideEditor? = if let named { named } else { try settings.usualEditor() }
        guard let editor = wanted else { return nil }
        guard editor.path != nil else { throw .editorMissing(editor) }
        return editor
    }

    private func open(_ key: KeySource, readOnly: Bool = false) throws -> Session {
        let session = try Session.open(
            vault: settings.vault, in: surroundings, readOnly: readOnly || dryRun, remembersPlace: !dryRun, unlocking: key.unlock)
        try bulletin.begin(session, speaker)
        return session
    }

    /// Opens a backup beside what this home knows; the vault may be damaged or gone.
    func open(backup file: String) throws -> BackupSight {
        try BackupSight.requireReadable(file)
        let sight = try BackupSight(file, vault: settings.vault, in: surroundings, unlocking: try key().unlock)
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Opens the vault itself, damaged as it may be, to save what is whole.
    func openDamaged() throws -> BackupSight {
        let sight = try BackupSight(ofVault: settings.vault, in: surroundings, unlocking: try key().unlock)
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Leaves the line of the log that this home knows for the one in the vault, where these are its words.
    func follow(_ words: WordCode) throws -> LineTrusted {
        let (session, line) = try Session.open(
            trusting: words, vault: settings.vault, in: surroundings, dryRun: dryRun, unlocking: try namedKey().unlock)
        if let session { try bulletin.begin(session, speaker) }
        return line
    }

    /// The same for a command on a vault. A person is not asked for a passphrase in vain: what the core opens asks for the key when all
    /// else is in order. Where it comes from a descriptor, only what is wrong with the command line (64) goes before what is wrong with it
    /// (65).
    private func namedKey(textFromInput: Bool = false) throws -> KeySource {
        let source = try KeySource(self, textFromInput: textFromInput)
        if source.isDescriptor { try Session.requireNamed(vault: settings.vault, in: surroundings) }
        try source.prepare()
        return source
    }

    /// A page of one sentence.
    func page(_ sentence: some Sentence) -> Page {
        Page(sentence.text(in: language))
    }
}
