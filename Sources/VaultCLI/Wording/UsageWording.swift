extension UsageFault {
    /// What to tell a person, in Dutch. Names places and options, never what was typed there.
    var dutch: Explanation {
        switch self {
        case .missingCommand(let path): Explanation("Er ontbreekt een commando.", hint: Self.dutchHelp(path))
        case .unknownCommand(let position, let path):
            Explanation("Het \(position)e woord na 'kluis' is geen commando dat Kluis kent.", hint: Self.dutchHelp(path))
        case .unknownOption(let position):
            Explanation("Het \(position)e woord na 'kluis' is geen optie die Kluis kent.", hint: Self.dutchHelp([]))
        case .foreignOption(let option):
            Explanation("De optie \(option.rawValue) hoort niet bij dit commando.", hint: Self.dutchHelp([]))
        case .missingValue(let option):
            Explanation("Achter \(option.rawValue) ontbreekt een waarde.", hint: "Schrijf \(option.spelling).")
        case .badValue(let option):
            Explanation(
                "Wat er achter \(option.rawValue) staat, kan daar niet staan.",
                hint: "Schrijf \(option.spelling)\(option.value.dutchRange).")
        case .missingOption(let option):
            Explanation("Dit commando kan niet zonder \(option.rawValue).", hint: "Schrijf erbij: \(option.spelling).")
        case .missingArgument(let placeholder): Explanation("Het nummer \(placeholder.rawValue) ontbreekt.", hint: placeholder.dutchHint)
        case .badArgument(let placeholder):
            Explanation("Op de plaats van \(placeholder.rawValue) staat geen heel getal vanaf 1.", hint: placeholder.dutchHint)
        case .tooMany(let position):
            Explanation("Het \(position)e woord na 'kluis' is er een te veel.", hint: "Zet wat bij elkaar hoort tussen aanhalingstekens.")
        case .shape: Explanation("Kluis begrijpt deze opdracht niet.", hint: Self.dutchHelp([]))
        case .dryRunOfReading:
            Explanation(
                "Dit commando verandert niets, dus er valt niets te proberen met --dry-run.",
                hint: "Laat --dry-run weg.")
        case .noHome:
            Explanation("Kluis weet niet waar jouw map staat, want HOME is niet ingevuld.", hint: "Noem de map met --home DIR.")
        case .newVaultUnnamed:
            Explanation("Kluis weet niet waar de nieuwe kluis moet komen.", hint: "Noem het bestand met --vault FILE.")
        case .cannotAsk(.passphrase):
            Explanation(
                "Kluis moet je wachtzin vragen, maar dat kan hier niet.",
                hint: "Geef de wachtzin over een eigen kanaal met --passphrase-fd N.")
        case .cannotAsk(.text):
            Explanation("Kluis moet je om een tekst vragen, maar dat mag niet met --no-input.", hint: "Geef de tekst op standaardinvoer.")
        case .descriptor:
            Explanation(
                "Het kanaal achter --passphrase-fd is niet open om te lezen.",
                hint: "Kies 0, of een nummer vanaf 3 dat je zelf hebt geopend, zoals in: --passphrase-fd 3 3<FILE.")
        case .textAndPassphrase:
            Explanation(
                "De wachtzin en de tekst kunnen niet allebei van standaardinvoer komen.",
                hint: "Geef de wachtzin over een ander kanaal, zoals --passphrase-fd 3.")
        }
    }

    /// What to tell a person, in English. Names places and options, never what was typed there.
    var english: Explanation {
        switch self {
        case .missingCommand(let path): Explanation("A command is missing.", hint: Self.englishHelp(path))
        case .unknownCommand(let position, let path):
            Explanation("Word \(position) after 'kluis' is no command that Kluis knows.", hint: Self.englishHelp(path))
        case .unknownOption(let position):
            Explanation("Word \(position) after 'kluis' is no option that Kluis knows.", hint: Self.englishHelp([]))
        case .foreignOption(let option):
            Explanation("The option \(option.rawValue) does not belong to this command.", hint: Self.englishHelp([]))
        case .missingValue(let option):
            Explanation("A value is missing behind \(option.rawValue).", hint: "Write \(option.spelling).")
        case .badValue(let option):
            Explanation(
                "What stands behind \(option.rawValue) cannot stand there.", hint: "Write \(option.spelling)\(option.value.englishRange).")
        case .missingOption(let option):
            Explanation("This command cannot do without \(option.rawValue).", hint: "Add \(option.spelling).")
        case .missingArgument(let placeholder): Explanation("The number \(placeholder.rawValue) is missing.", hint: placeholder.englishHint)
        case .badArgument(let placeholder):
            Explanation("In the place of \(placeholder.rawValue) is no whole number from 1.", hint: placeholder.englishHint)
        case .tooMany(let position):
            Explanation("Word \(position) after 'kluis' is one too many.", hint: "Put what belongs together between quotes.")
        case .shape: Explanation("Kluis does not understand this command line.", hint: Self.englishHelp([]))
        case .dryRunOfReading:
            Explanation(
                "This command changes nothing, so there is nothing to try with --dry-run.",
                hint: "Leave --dry-run out.")
        case .noHome:
            Explanation(
                "Kluis does not know where your directory is, because HOME is not set.", hint: "Name the directory with --home DIR.")
        case .newVaultUnnamed:
            Explanation("Kluis does not know where the new vault has to be.", hint: "Name the file with --vault FILE.")
        case .cannotAsk(.passphrase):
            Explanation(
                "Kluis has to ask for your passphrase, but it cannot do that here.",
                hint: "Give the passphrase through a channel of its own with --passphrase-fd N.")
        case .cannotAsk(.text):
            Explanation("Kluis has to ask for a text, but --no-input forbids it.", hint: "Give the text on standard input.")
        case .descriptor:
            Explanation(
                "The channel behind --passphrase-fd is not open for reading.",
                hint: "Choose 0, or a number from 3 that you opened yourself, as in: --passphrase-fd 3 3<FILE.")
        case .textAndPassphrase:
            Explanation(
                "The passphrase and the text cannot both come from standard input.",
                hint: "Give the passphrase through another channel, such as --passphrase-fd 3.")
        }
    }

    private static func dutchHelp(_ path: [String]) -> String { "Met '\(help(path))' zie je wat er kan." }
    private static func englishHelp(_ path: [String]) -> String { "'\(help(path))' shows what there is." }
    private static func help(_ path: [String]) -> String { (["kluis"] + path + ["--help"]).joined(separator: " ") }
}

extension OptionName {
    /// The option with what has to follow it.
    var spelling: String { value.placeholder.map { "\(rawValue) \($0)" } ?? rawValue }
}

extension OptionValue {
    /// Which numbers it can be; empty for what is no number. What no person reaches is no bound to speak of.
    fileprivate var dutchRange: String {
        guard case .number(_, let bounds) = self else { return "" }
        let most = bounds.upperBound < Int(Int32.max) ? " tot en met \(bounds.upperBound)" : ""
        return ", een heel getal vanaf \(bounds.lowerBound)" + most
    }

    fileprivate var englishRange: String {
        guard case .number(_, let bounds) = self else { return "" }
        return bounds.upperBound < Int(Int32.max)
            ? ", a whole number from \(bounds.lowerBound) to \(bounds.upperBound)" : ", a whole number from \(bounds.lowerBound)"
    }
}

extension Placeholder {
    fileprivate var dutchHint: String {
        switch self {
        case .caseNumber: "Met 'kluis case list' zie je de nummers van de casussen."
        case .noteNumber: "Met 'kluis note list CASE' zie je de nummers van de notities."
        }
    }

    fileprivate var englishHint: String {
        switch self {
        case .caseNumber: "'kluis case list' shows the numbers of the cases."
        case .noteNumber: "'kluis note list CASE' shows the numbers of the notes."
        }
    }
}
