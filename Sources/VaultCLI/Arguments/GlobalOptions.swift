import ArgumentParser

/// The options of every command. The root and each command hold them, so that they are accepted in any place. `--help` and
/// `--version` are not here: ``ArgumentScan`` has seen to them before anything is parsed.
struct GlobalOptions: ParsableArguments {
    @Option var vault: PathText?
    @Option var home: PathText?
    @Flag var json = false
    @Option var lang: Language?
    @Option(name: .customLong("passphrase-fd")) var passphraseDescriptor: Int32?
    @Flag var noInput = false
    @Flag var yes = false
    @Flag var dryRun = false
    @Flag var quiet = false
    @Option var color: ColourChoice = .auto
}
