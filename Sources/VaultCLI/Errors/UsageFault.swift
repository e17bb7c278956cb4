import VaultSystem

/// What is wrong with the command line or with the way the program was started: exit 64. Places count from 1 behind the
/// program's name; the argument itself is never carried.
enum UsageFault: Error, Equatable {
    /// No command, or only the first word of one.
    case missingCommand(under: [String])
    /// A word where a command was expected; `under` holds the words before it, `meant` the commands it may have stood for.
    case unknownCommand(position: Int, under: [String], meant: [String] = [])
    /// An option no command has, and the one it may have stood for.
    case unknownOption(position: Int, meant: OptionName? = nil)
    /// An option that belongs to another command.
    case foreignOption(OptionName)
    /// An option that needs a value and has none.
    case missingValue(OptionName)
    /// A value the option cannot have, or a value for a switch.
    case badValue(OptionName)
    /// An option without which the command has no meaning.
    case missingOption(OptionName)
    /// An argument that is not there.
    case missingArgument(Placeholder)
    /// An argument that is no number from 1.
    case badArgument(Placeholder)
    /// Something behind `search`, which may be what is searched for.
    case termInCommand
    /// More arguments than the command takes.
    case tooMany(position: Int)
    /// The first option makes no sense with what the second one says.
    case together(OptionName, with: OptionName)
    /// Something else in the shape of the command line.
    case shape
    /// `--dry-run` with a command that changes nothing.
    case dryRunOfReading
    /// Neither `--home`, nor KLUIS_HOME, nor a place to put one.
    case noHome
    /// A new group needs a place for its vault.
    case newVaultUnnamed
    /// Whoever joins has to name the group's vault.
    case vaultToJoinUnnamed
    /// A question had to be asked and there was nobody to ask, or `--no-input` forbade it.
    case cannotAsk(Asked)
    /// The editor that was named is not installed.
    case editorMissing(OutsideEditor)
    /// The descriptor of `--passphrase-fd` cannot be read from.
    case descriptor
    /// The passphrase and the text were both to come from standard input.
    case textAndPassphrase
}

/// What had to be asked.
enum Asked: Equatable {
    /// The passphrase.
    case passphrase
    /// The text of a case or note.
    case text
    /// The six words that somebody says.
    case words
    /// The lines of a paper sheet.
    case sheet
    /// Whether the person is sure.
    case certainty
    /// All that a newcomer is asked.
    case guide
}
