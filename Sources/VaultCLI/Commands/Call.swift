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
    var key: HeldKey?

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

    /// What opens the identity, for a command that opens no vault with it.
    func opener() throws -> Opener {
        if let key { return .held(key) }
        return .typed(try passphrase().current())
    }

    private func opener(_ source: PassphraseSource) throws -> Opener {
        if let key { return .held(key) }
        return .typed(try source.current())
    }

    /// Opens and verifies the vault.
    func open(readOnly: Bool = false) throws -> Session {
        let source = try PassphraseSource(settings, language: language)
        try lookAhead(before: source)
        return try open(try opener(source), readOnly: readOnly)
    }

    /// Opens the vault for a command that takes a text. What a program hands over is looked at first: a wrong text then costs
    /// no passphrase, and a wrong passphrase no text.
    func openToWrite<Text>(_ parse: ([UInt8]) throws -> Text) throws -> (Session, TextSource<Text>) {
        try TextSource<Text>.require(settings)
        let source = try PassphraseSource(settings, language: language, textFromInput: TextSource<Text>.isStandardInput)
        guard case .descriptor = source else {
            let text = try TextSource(language, parse: parse)
            try lookAhead(before: source)
            return (try open(try opener(source)), text)
        }
        try lookAhead(before: source)
        let opener = try opener(source)
        let text = try TextSource(language, parse: parse)
        return (try open(opener), text)
    }

    private func open(_ opener: borrowing Opener, readOnly: Bool = false) throws -> Session {
        let session = try Session.open(
            vault: settings.vault, in: surroundings, readOnly: readOnly || dryRun, remembersPlace: !dryRun
        ) { try opener.master(of: $0) }
        try bulletin.begin(session, speaker)
        return session
    }

    /// Opens a backup beside what this home knows; the vault may be damaged or gone.
    func open(backup file: String) throws -> BackupSight {
        try BackupSight.requireReadable(file)
        let opener = try opener()
        let sight = try BackupSight(file, vault: settings.vault, in: surroundings) { try opener.master(of: $0) }
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Opens the vault itself, damaged as it may be, to save what is whole.
    func openDamaged() throws -> BackupSight {
        let opener = try opener()
        let sight = try BackupSight(ofVault: settings.vault, in: surroundings) { try opener.master(of: $0) }
        try bulletin.begin(sight.session, speaker)
        return sight
    }

    /// Leaves the line of the log that this home knows for the one in the vault, where these are its words.
    func follow(_ words: WordCode) throws -> LineTrusted {
        let source = try PassphraseSource(settings, language: language)
        try lookAhead(before: source)
        let opener = try opener(source)
        let (session, line) = try Session.open(
            trusting: words, vault: settings.vault, in: surroundings, dryRun: dryRun
        ) { try opener.master(of: $0) }
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

    /// Gets the text and keeps it. A person types it while the home is not locked, so that other commands can go on, below the text
    /// there is now; showing that is a reveal, which the core logs, so a dry run, which may not log, shows nothing. Typed text that is not
    /// kept is still on the screen, and the person is told so.
    func write<Text, Kept>(
        _ source: TextSource<Text>, in session: Session, parse: ([UInt8]) throws -> Text, now: (() throws -> String)? = nil,
        asking question: (_ isShown: Bool) -> Question, keep: (Text) throws -> Kept
    ) throws -> Written<Kept> {
        switch source {
        case .given(let text): return Written(kept: try keep(text), isShown: false)
        case .asked:
            let above = dryRun ? nil : try now?()
            let question = question(above != nil)
            session.pause()
            let bytes = try TextSource<Text>.typed(question, above: above, language)
            do {
                let text = try parse(bytes)
                try session.resume()
                return Written(kept: try keep(text), isShown: above != nil)
            } catch {
                if !bytes.isEmpty { speaker.talk(.typedRefused) }
                throw error
            }
        }
    }

    /// What became of a text.
    struct Written<Kept> {
        let kept: Kept
        /// Whether the text before was shown, so that the log says so.
        let isShown: Bool
    }

    /// A page of one sentence.
    func page(_ sentence: some Sentence) -> Page {
        Page(sentence.text(in: language))
    }
}
