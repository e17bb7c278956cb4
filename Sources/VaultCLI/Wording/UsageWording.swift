import VaultSystem

extension UsageFault {
    /// What to tell a person, in Dutch. Names places and options, never what was typed there.
    var dutch: Explanation {
        switch self {
        case .missingCommand(let path) where path.isEmpty: Explanation("Er ontbreekt een commando.", hint: Self.dutchHelp(path))
        case .missingCommand(let path):
            Explanation(
                "Achter 'kluis \(path.joined(separator: " "))' hoort nog een woord:", hint: Self.dutchHelp(path),
                commands: CommandName.beginning(with: path))
        case .unknownCommand(let position, let path, let meant):
            Explanation(
                "Het \(position)e woord na 'kluis' is geen commando dat Kluis kent.",
                hint: meant.isEmpty ? Self.dutchHelp(path) : "Bedoel je \(meant.map { "'kluis \($0)'" }.dutchChoice)?")
        case .unknownOption(let position, let meant):
            Explanation(
                "Het \(position)e woord na 'kluis' is geen optie die Kluis kent.",
                hint: meant.map { "Bedoel je \($0.typed)?" } ?? Self.dutchHelp([]))
        case .foreignOption(let option):
            Explanation(
                "De optie \(option.typed) hoort niet bij dit commando.",
                hint: option.owners.isEmpty ? Self.dutchHelp([]) : "Wel bij \(option.owners.dutchList).")
        case .missingValue(let option):
            Explanation("Achter \(option.typed) ontbreekt een waarde.", hint: "Schrijf \(option.spelling).")
        case .badValue(.editor):
            Explanation(
                "Wat er achter --editor of in KLUIS_EDITOR staat, is geen programma dat Kluis kent.",
                hint: "Schrijf \(OptionName.editor.spelling), of laat het weg; dan schrijf je in Kluis zelf.")
        case .badValue(let option):
            Explanation(
                "Wat er achter \(option.typed) staat, kan daar niet staan.",
                hint: "Schrijf \(option.spelling)\(option.value.dutchRange).")
        case .missingOption(let option):
            Explanation("Dit commando kan niet zonder \(option.typed).", hint: "Schrijf erbij: \(option.spelling).")
        case .missingArgument(let placeholder):
            Explanation("Op de plaats van \(placeholder.rawValue) staat nog niets.", hint: placeholder.dutchHint)
        case .badArgument(.shell): Explanation("Op de plaats van SHELL staat geen shell die Kluis kent.", hint: Placeholder.shell.dutchHint)
        case .badArgument(let placeholder):
            Explanation("Op de plaats van \(placeholder.rawValue) staat geen heel getal vanaf 1.", hint: placeholder.dutchHint)
        case .termInCommand:
            Explanation(
                "Wat je zoekt hoort niet achter 'kluis search', want wat je daar typt bewaart de shell en zien andere programma's.",
                hint: "Geef 'kluis search' zonder meer; Kluis vraagt er dan om, of leest het van standaardinvoer.")
        case .tooMany(let position):
            Explanation("Het \(position)e woord na 'kluis' is er een te veel.", hint: "Zet wat bij elkaar hoort tussen aanhalingstekens.")
        case .together(let option, let other):
            Explanation(
                "De opties \(option.typed) en \(other.typed) gaan zo niet samen.", hint: "Laat \(option.typed) weg.")
        case .shape: Explanation("Kluis begrijpt deze opdracht niet.", hint: Self.dutchHelp([]))
        case .dryRunOfReading:
            Explanation(
                "Dit commando verandert niets, dus er valt niets te proberen met --dry-run.",
                hint: "Laat --dry-run weg.")
        case .noHome:
            Explanation("Kluis weet niet waar jouw map staat, want HOME is niet ingevuld.", hint: "Noem de map met --home DIR.")
        case .newVaultUnnamed:
            Explanation("Kluis weet niet waar de nieuwe kluis moet komen.", hint: "Noem het bestand met --vault FILE.")
        case .vaultToJoinUnnamed:
            Explanation("Kluis weet niet bij welke groep je wilt horen.", hint: "Noem de kluis van die groep met --vault FILE.")
        case .cannotAsk(.passphrase):
            Explanation(
                "Kluis moet je wachtzin vragen, maar dat kan hier niet.",
                hint: "Geef de wachtzin over een eigen kanaal met --passphrase-fd N, of geef eerst zelf 'kluis unlock'.")
        case .cannotAsk(.text):
            Explanation("Kluis moet je om een tekst vragen, maar dat mag niet met --no-input.", hint: "Geef de tekst op standaardinvoer.")
        case .editorMissing(let editor):
            Explanation(
                "De editor \(editor.rawValue) staat niet op deze computer.",
                hint: "Laat --editor weg (en KLUIS_EDITOR leeg); dan schrijf je in Kluis zelf.")
        case .cannotAsk(.words):
            Explanation(
                "Kluis moet vragen welke zes woorden je hoort, maar dat kan hier niet.",
                hint: "Geef ze mee met --words WORDS, tussen aanhalingstekens."
            )
        case .cannotAsk(.sheet):
            Explanation("Kluis moet om de regels van je papier vragen, maar dat kan hier niet.", hint: "Geef ze op standaardinvoer.")
        case .cannotAsk(.certainty):
            Explanation("Kluis moet vragen of je het zeker weet, maar dat kan hier niet.", hint: "Antwoord vooraf ja met --yes.")
        case .cannotAsk(.guide):
            Explanation(
                "Kluis stelt hierbij vragen, en daarvoor moet er iemand aan een terminal zitten.",
                hint: "Geef anders de commando's zelf: begin met 'kluis identity create --help'.")
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
        case .missingCommand(let path) where path.isEmpty: Explanation("A command is missing.", hint: Self.englishHelp(path))
        case .missingCommand(let path):
            Explanation(
                "One more word belongs behind 'kluis \(path.joined(separator: " "))':", hint: Self.englishHelp(path),
                commands: CommandName.beginning(with: path))
        case .unknownCommand(let position, let path, let meant):
            Explanation(
                "Word \(position) after 'kluis' is no command that Kluis knows.",
                hint: meant.isEmpty ? Self.englishHelp(path) : "Did you mean \(meant.map { "'kluis \($0)'" }.englishChoice)?")
        case .unknownOption(let position, let meant):
            Explanation(
                "Word \(position) after 'kluis' is no option that Kluis knows.",
                hint: meant.map { "Did you mean \($0.typed)?" } ?? Self.englishHelp([]))
        case .foreignOption(let option):
            Explanation(
                "The option \(option.typed) does not belong to this command.",
                hint: option.owners.isEmpty ? Self.englishHelp([]) : "It belongs to \(option.owners.englishList).")
        case .missingValue(let option):
            Explanation("A value is missing behind \(option.typed).", hint: "Write \(option.spelling).")
        case .badValue(.editor):
            Explanation(
                "What stands behind --editor or in KLUIS_EDITOR is no program that Kluis knows.",
                hint: "Write \(OptionName.editor.spelling), or leave it out; then you write in Kluis itself.")
        case .badValue(let option):
            Explanation(
                "What stands behind \(option.typed) cannot stand there.", hint: "Write \(option.spelling)\(option.value.englishRange).")
        case .missingOption(let option):
            Explanation("This command cannot do without \(option.typed).", hint: "Add \(option.spelling).")
        case .missingArgument(let placeholder):
            Explanation("In the place of \(placeholder.rawValue) is nothing yet.", hint: placeholder.englishHint)
        case .badArgument(.shell): Explanation("In the place of SHELL is no shell that Kluis knows.", hint: Placeholder.shell.englishHint)
        case .badArgument(let placeholder):
            Explanation("In the place of \(placeholder.rawValue) is no whole number from 1.", hint: placeholder.englishHint)
        case .termInCommand:
            Explanation(
                "What you search for does not belong behind 'kluis search': the shell keeps what is typed there, and other programs see it.",
                hint: "Give 'kluis search' and nothing more; Kluis then asks for it, or reads it from standard input.")
        case .tooMany(let position):
            Explanation("Word \(position) after 'kluis' is one too many.", hint: "Put what belongs together between quotes.")
        case .together(let option, let other):
            Explanation(
                "The options \(option.typed) and \(other.typed) do not go together like this.", hint: "Leave \(option.typed) out.")
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
        case .vaultToJoinUnnamed:
            Explanation("Kluis does not know which group you want to be part of.", hint: "Name the vault of that group with --vault FILE.")
        case .cannotAsk(.passphrase):
            Explanation(
                "Kluis has to ask for your passphrase, but it cannot do that here.",
                hint: "Give the passphrase through a channel of its own with --passphrase-fd N, or first give 'kluis unlock' yourself.")
        case .cannotAsk(.text):
            Explanation("Kluis has to ask for a text, but --no-input forbids it.", hint: "Give the text on standard input.")
        case .editorMissing(let editor):
            Explanation(
                "The editor \(editor.rawValue) is not on this computer.",
                hint: "Leave --editor out (and KLUIS_EDITOR empty); then you write in Kluis itself.")
        case .cannotAsk(.words):
            Explanation(
                "Kluis has to ask which six words you hear, but it cannot do that here.",
                hint: "Give them with --words WORDS, between quotes.")
        case .cannotAsk(.sheet):
            Explanation("Kluis has to ask for the lines of your sheet, but it cannot do that here.", hint: "Give them on standard input.")
        case .cannotAsk(.certainty):
            Explanation("Kluis has to ask whether you are sure, but it cannot do that here.", hint: "Answer yes beforehand with --yes.")
        case .cannotAsk(.guide):
            Explanation(
                "Kluis asks questions here, and for that somebody has to sit at a terminal.",
                hint: "Otherwise give the commands yourself: begin with 'kluis identity create --help'.")
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
    var spelling: String { value.placeholder.map { "\(typed) \($0)" } ?? typed }

    /// The commands that have an option typed so, where they are few.
    fileprivate var owners: [String] {
        let commands = CommandName.allCases.filter { $0.options.contains { $0.typed == typed } }
        return commands.count <= 3 ? commands.map { "'kluis \($0.rawValue)'" } : []
    }
}

extension OptionValue {
    /// Which numbers it can be; empty for what is no number. What no person reaches is no bound to speak of.
    fileprivate var dutchRange: String {
        if case .idle = self { return ", van 1m tot 8h" }
        guard case .number(_, let bounds) = self else { return "" }
        let most = bounds.upperBound < Int(Int32.max) ? " tot en met \(bounds.upperBound)" : ""
        return ", een heel getal vanaf \(bounds.lowerBound)" + most
    }

    fileprivate var englishRange: String {
        if case .idle = self { return ", from 1m to 8h" }
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
        case .attachmentNumber: "Met 'kluis attach list CASE' zie je de nummers van de bijlagen."
        case .folder: "Noem de map: die met de teksten, of die een lid met 'kluis audit export' maakte."
        case .file: "Noem ook het bestand."
        case .request: "Met 'kluis member requests' zie je de nummers van de verzoeken."
        case .member: "Met 'kluis member list' zie je de nummers en namen van de leden."
        case .date: "Schrijf een datum als jaar, maand en dag: YYYY-MM-DD."
        case .shell: "Schrijf bash, zsh of fish."
        }
    }

    fileprivate var englishHint: String {
        switch self {
        case .caseNumber: "'kluis case list' shows the numbers of the cases."
        case .noteNumber: "'kluis note list CASE' shows the numbers of the notes."
        case .attachmentNumber: "'kluis attach list CASE' shows the numbers of the attachments."
        case .folder: "Name the directory: the one with the texts, or the one a member made with 'kluis audit export'."
        case .file: "Name the file as well."
        case .request: "'kluis member requests' shows the numbers of the requests."
        case .member: "'kluis member list' shows the numbers and names of the members."
        case .date: "Write a date as year, month and day: YYYY-MM-DD."
        case .shell: "Write bash, zsh or fish."
        }
    }
}
