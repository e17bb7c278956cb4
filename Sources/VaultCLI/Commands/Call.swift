import ArgumentParser
import VaultCore
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

    /// The language of sentences.
    var language: Language { speaker.language }
    /// Whether to say what would happen and change nothing.
    var dryRun: Bool { settings.dryRun }

    /// What the core needs to know of the world.
    var surroundings: Surroundings {
        Surroundings(home: settings.home, now: { Instant(seconds: Clock.now()) }, onWait: { speaker.talk(.waiting) })
    }

    /// Where the passphrase comes from. Before a person is asked for it, there has to be an identity that it could open.
    func passphrase(textFromInput: Bool = false) throws -> PassphraseSource {
        let source = try PassphraseSource(settings, language: language, textFromInput: textFromInput)
        if case .terminal = source { try Identity.requireReadable(in: surroundings) }
        return source
    }

    /// Opens and verifies the vault.
    func open(readOnly: Bool = false) throws -> Session {
        try Session.open(
            vault: settings.vault, passphrase: try passphrase().current(), in: surroundings, readOnly: readOnly || dryRun)
    }

    /// Opens the vault for a command that takes a text. What a program hands over is looked at first: a wrong text then costs
    /// no passphrase, and a wrong passphrase no text.
    func openToWrite<Text>(_ parse: ([UInt8]) throws -> Text) throws -> (Session, TextSource<Text>) {
        try TextSource<Text>.require(settings)
        let source = try passphrase(textFromInput: TextSource<Text>.isStandardInput)
        let passphrase = try source.current()
        let text = try TextSource(language, parse: parse)
        let session = try Session.open(vault: settings.vault, passphrase: passphrase, in: surroundings, readOnly: dryRun)
        return (session, text)
    }

    /// What a person sees above the question for a new text: the text there is. Showing it is a reveal, which the core logs; so
    /// a dry run, which may not log, shows nothing.
    func present<Text>(_ source: TextSource<Text>, _ current: () throws -> String) throws -> [String] {
        guard case .asked = source, !dryRun else { return [] }
        return [try current(), ""]
    }

    /// A page of one sentence.
    func page(_ sentence: some Sentence) -> Page {
        Page(sentence.text(in: language))
    }
}
