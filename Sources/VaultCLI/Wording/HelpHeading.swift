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
    case examples
    case othersSee
    case whenItFails
    case numbersElsewhere
    case otherNumbers
    case seeAlso
    case readOn
    case oneCommand
    case sixWords
    case numbers
    case codes
    case completionPlace
    case wordsAloud
    case sheetForm
    case costOfNew
    case costStays
    case keptOpen
    case goesOn

    var dutch: String {
        switch self {
        case .purpose:
            "Kluis bewaart de casussen van een intervisiegroep versleuteld, en schrijft op wie wat heeft bekeken. Typ alleen 'kluis' voor een menu; daarin hoef je geen commando te kennen."
        case .usage: "Zo typ je het"
        case .commands: "Wat je kunt doen"
        case .arguments: "Wat je invult"
        case .options: "Bij dit commando"
        case .globalOptions: "Bij elk commando"
        case .environment: "KLUIS_VAULT, KLUIS_HOME en KLUIS_EDITOR vervangen --vault, --home en --editor als je die niet typt."
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
        case .keptOpen:
            "Jouw sleutel blijft open in het geheugen van een proces op deze computer, ten hoogste 8 uur. Het gaat ook op slot als de computer slaapt, als je uitlogt en als je wachtzin verandert. 'kluis identity passphrase' en 'kluis identity paper' vragen altijd om je wachtzin."
        case .costStays: "Zonder --kdf blijft het rekenwerk zoals het is."
        case .examples: "Bijvoorbeeld"
        case .othersSee: "Wat anderen ervan zien"
        case .whenItFails: "Als het niet lukt"
        case .numbersElsewhere: "Met welk getal Kluis dan eindigt en waarom, staat in 'kluis help exit-codes'."
        case .otherNumbers: "Wat elk getal betekent, en waarmee elk commando kan eindigen, staat in 'kluis help exit-codes'."
        case .seeAlso: "Zie ook"
        case .readOn: "Lees verder"
        case .oneCommand: "Alles over één commando, met een voorbeeld."
        case .sixWords:
            "Een groep heeft samen een kluis. Daarin brengt een lid een casus in. Alles is versleuteld met sleutels van de leden, en elke verandering en elke blik op een casus komt in het logboek."
        case .numbers:
            "Kluis eindigt met een getal, zodat ook een ander programma weet hoe het ging. Met --json zegt 'error.code' erbij wat er precies was: dat zijn de codes achter de getallen."
        case .codes: "Elke code heeft in Docs/Manual.md een regel met wat je kunt doen. Kluis zegt het ook zelf, in de zin onder de fout."
        case .completionPlace: "Open daarna een nieuw venster. Het script start Kluis nooit: er komt geen titel en geen naam in je shell."
        case .goesOn: "Kluis vraagt steeds één ding. Wie stopt, gaat met hetzelfde commando verder waar die was."
        }
    }

    var english: String {
        switch self {
        case .purpose:
            "Kluis keeps the cases of a peer supervision group encrypted, and writes down who has looked at what. Type just 'kluis' for a menu, in which nobody has to know a command."
        case .usage: "How to type it"
        case .commands: "What you can do"
        case .arguments: "What you fill in"
        case .options: "With this command"
        case .globalOptions: "With every command"
        case .environment: "KLUIS_VAULT, KLUIS_HOME and KLUIS_EDITOR stand in for --vault, --home and --editor when you do not type those."
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
        case .keptOpen:
            "Your key stays open in the memory of a process on this computer, for at most 8 hours. It also locks when the computer sleeps, when you log out and when your passphrase changes. 'kluis identity passphrase' and 'kluis identity paper' always ask for your passphrase."
        case .costStays: "Without --kdf the work stays what it is."
        case .examples: "For example"
        case .othersSee: "What others see of it"
        case .whenItFails: "When it does not work"
        case .numbersElsewhere: "'kluis help exit-codes' tells with which number Kluis then ends, and why."
        case .otherNumbers: "'kluis help exit-codes' tells what each number means, and with which any command can end."
        case .seeAlso: "See also"
        case .readOn: "Read on"
        case .oneCommand: "All about one command, with an example."
        case .sixWords:
            "A group has a vault together. Into it a member brings a case. All of it is encrypted with keys of the members, and every change and every look at a case gets into the log."
        case .numbers:
            "Kluis ends with a number, so that another program knows how it went too. With --json 'error.code' adds what exactly it was: those are the codes behind the numbers."
        case .codes: "Each code has a row in Docs/Manual.md with what to do. Kluis says it as well, in the sentence below the error."
        case .completionPlace: "Then open a new window. The script never starts Kluis: no title and no name gets into your shell."
        case .goesOn: "Kluis asks one thing at a time. Whoever stops goes on from there with the same command."
        }
    }
}
