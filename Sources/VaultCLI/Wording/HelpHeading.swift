/// The headings and paragraphs of the help.
enum HelpHeading: Sentence, CaseIterable {
    case purpose
    case usage
    case commands
    case arguments
    case options
    case globalOptions
    case environment
    case textForm
    case termForm
    case importForm
    case logged
    case wordsAloud
    case sheetForm
    case costOfNew
    case costStays
    case goesOn

    var dutch: String {
        switch self {
        case .purpose: "Kluis bewaart de casussen van een intervisiegroep versleuteld, en schrijft op wie wat heeft bekeken."
        case .usage: "Zo typ je het"
        case .commands: "Wat je kunt doen"
        case .arguments: "Wat je invult"
        case .options: "Bij dit commando"
        case .globalOptions: "Bij elk commando"
        case .environment: "KLUIS_VAULT en KLUIS_HOME vervangen --vault en --home als je die niet typt."
        case .textForm:
            "De tekst komt van standaardinvoer, en anders vraagt Kluis erom. Bij een casus is de eerste regel de titel; dan komt een lege regel, dan als je wilt een alinea na 'pitch:', en dan de rest."
        case .termForm:
            "Wat je zoekt komt van standaardinvoer, en anders vraagt Kluis erom. Hoofdletters en accenten maken niet uit, en meer woorden zoekt Kluis als één stuk. In het logboek komt waar je iets vond, niet wat je zocht."
        case .importForm:
            "Elk bestand waarvan de naam eindigt op .txt of .md wordt een casus: de eerste regel is de titel, en de rest zoals bij 'kluis case add'. Wat geen casus kan worden noemt Kluis met de reden. Alle casussen komen er samen in, of geen."
        case .wordsAloud:
            "Kluis laat zes woorden zien. Lees ze zelf voor aan iemand uit de groep, aan de telefoon of als jullie bij elkaar zitten; die laat je dan toe met 'kluis member accept'."
        case .sheetForm: "De acht regels van het papier komen van standaardinvoer, en anders vraagt Kluis erom, regel voor regel."
        case .costOfNew: "Zonder --kdf is dat moderate: elke poging kost 256 MiB geheugen en 3 rondes."
        case .costStays: "Zonder --kdf blijft het rekenwerk zoals het is."
        case .goesOn: "Kluis vraagt steeds één ding. Wie stopt, gaat met hetzelfde commando verder waar die was."
        case .logged: "Dat je dit doet komt in het logboek, en dat kan je groep lezen."
        }
    }

    var english: String {
        switch self {
        case .purpose: "Kluis keeps the cases of a peer supervision group encrypted, and writes down who has looked at what."
        case .usage: "How to type it"
        case .commands: "What you can do"
        case .arguments: "What you fill in"
        case .options: "With this command"
        case .globalOptions: "With every command"
        case .environment: "KLUIS_VAULT and KLUIS_HOME stand in for --vault and --home when you do not type those."
        case .textForm:
            "The text comes from standard input, and else Kluis asks for it. The first line of a case is its title; then comes an empty line, then if you like a paragraph after 'pitch:', and then the rest."
        case .termForm:
            "What you search for comes from standard input, and else Kluis asks for it. Capitals and accents make no difference, and several words are searched for as one phrase. The log says where something was found, not what you searched for."
        case .importForm:
            "Every file with a name that ends in .txt or .md becomes a case: the first line is its title, and the rest goes as with 'kluis case add'. What cannot become a case is named with the reason. All cases get in together, or none does."
        case .wordsAloud:
            "Kluis shows six words. Read them aloud to somebody in the group, by telephone or when you are together; they then accept you with 'kluis member accept'."
        case .sheetForm: "The eight lines of the sheet come from standard input, and else Kluis asks for them, line by line."
        case .costOfNew: "Without --kdf it is moderate: each guess costs 256 MiB of memory and 3 passes."
        case .costStays: "Without --kdf the work stays what it is."
        case .goesOn: "Kluis asks one thing at a time. Whoever stops goes on from there with the same command."
        case .logged: "That you do this is written in the log, which your group can read."
        }
    }
}
