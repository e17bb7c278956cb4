/// The help of what people do with the log and with the vault as a whole.
extension CommandHelp {
    static let logShow = CommandHelp(
        HelpExample("kluis log show --limit 20", "Laat de nieuwste twintig regels zien.", "Shows the newest twenty entries."),
        HelpExample("kluis log show --case 3", "Laat alles zien wat er met casus 3 gebeurde.", "Shows all that happened with case 3."),
        trace: .logOpened, endings: [.noSuchCase], seeAlso: .caseReaders, .auditReport, .logVerify)

    static let logVerify = CommandHelp(
        HelpExample(
            "kluis log verify", "Rekent elke regel na vanaf de eerste, en noemt alles wat niet klopt.",
            "Verifies every entry from the first, and names all that is not right."),
        trace: .logVerified, endings: [.findings], seeAlso: .logHead, .check)

    static let logHead = CommandHelp(
        HelpExample(
            "kluis log head", "Geeft de zes woorden van het logboek zoals het nu is, om met een ander te vergelijken.",
            "Gives the six words of the log as it is now, to compare with somebody else."),
        trace: .nothing, seeAlso: .logVerify, .logTrust)

    static let logTrust = CommandHelp(
        HelpExample(
            "kluis log trust --words \"aaien aanbod aandacht aangeven aankomst aanleg\"",
            "Volgt het logboek waarvan een ander jou deze zes woorden zei.",
            "Follows the log whose six words somebody said to you."),
        trace: .trusted, endings: [.noOtherLine, .lineRefused, .wordsDiffer, .words], seeAlso: .logHead, .backupRestore)

    static let auditExport = CommandHelp(
        HelpExample(
            "kluis audit export --to voor-de-controleur", "Maakt een map met het logboek, zonder namen en zonder teksten.",
            "Makes a directory with the log, without names and without texts."),
        HelpExample(
            "kluis audit export --to voor-de-controleur --with-events", "Geeft erbij wat er in de regels staat die jij kunt lezen.",
            "Adds what the entries say that you can read."),
        trace: .exported, endings: [.role, .exists, .noSuchEntry, .full], seeAlso: .auditVerify, .auditReport)

    static let auditVerify = CommandHelp(
        HelpExample(
            "kluis audit verify voor-de-controleur", "Rekent zo'n map na; er is geen sleutel voor nodig.",
            "Verifies such a directory; it takes no key."),
        trace: .nothing, endings: [.wordsDiffer, .findings, .rolledBack, .forked, .otherFile, .newerVersion, .words],
        seeAlso: .auditExport)

    static let auditReport = CommandHelp(
        HelpExample(
            "kluis audit report --from 2026-11-01 --to 2026-11-30", "Vertelt wie er in november keek, en waarnaar iemand moet kijken.",
            "Tells who looked in November, and what somebody has to look at."),
        HelpExample(
            "kluis audit report --out november.html --pseudonyms", "Zet het verslag in een bestand, met nummers in plaats van namen.",
            "Puts the report into a file, with numbers instead of names."),
        trace: .logOpened, endings: [.exists, .date], seeAlso: .logShow, .auditLeaver)

    static let auditLeaver = CommandHelp(
        HelpExample(
            "kluis audit leaver Bo", "Laat zien wat Bo opende, en wat daarna nieuwe sleutels kreeg.",
            "Shows what Bo opened, and what has had new keys since."),
        trace: .logOpened, endings: [.noSuchMember], seeAlso: .memberRemove, .auditReport)

    static let auditExpire = CommandHelp(
        HelpExample(
            "kluis audit expire --dry-run", "Vertelt wat er zou worden gewist, en verandert niets.",
            "Tells what would be erased, and changes nothing."),
        HelpExample(
            "kluis audit expire", "Vraagt om de naam van de groep, en wist wat ouder is dan de bewaartijd.",
            "Asks for the name of the group, and erases what is older than its period."),
        trace: .expired, endings: [.role, .declined, .cannotAsk], seeAlso: .groupCreate, .logVerify)

    static let check = CommandHelp(
        HelpExample(
            "kluis check --deep", "Kijkt alles na, ook alle tekst, en laat er niets van zien.",
            "Looks at everything, all text too, and shows none of it."),
        HelpExample(
            "kluis check --salvage gered.kluis", "Zet alles wat heel is in een nieuwe, versleutelde kluis.",
            "Puts everything that is whole into a new, encrypted vault."),
        trace: .nothing, endings: [.exists, .findings, .full], seeAlso: .logVerify, .backupRestore)

    static let backupCreate = CommandHelp(
        HelpExample(
            "kluis backup create stick/oost.kluis", "Maakt een reservekopie op een stick, en leest hem na.",
            "Makes a backup on a stick, and reads it back."),
        trace: .backedUp, endings: [.role, .exists, .findings, .full], seeAlso: .backupCheck, .backupRestore)

    static let backupCheck = CommandHelp(
        HelpExample(
            "kluis backup check stick/oost.kluis", "Vertelt hoeveel er uit deze reservekopie nu nog opengaat.",
            "Tells how much of this backup still opens now."),
        trace: .nothing, endings: [.notAMember, .removed, .findings, .forked, .otherFile], seeAlso: .backupCreate, .backupRestore)

    static let backupRestore = CommandHelp(
        HelpExample(
            "kluis backup restore stick/oost.kluis --dry-run", "Vertelt wat er terug zou komen, en wat niet.",
            "Tells what would come back, and what would not."),
        HelpExample(
            "kluis backup restore stick/oost.kluis", "Vraagt om de naam van de groep, en zet terug wat er nog is.",
            "Asks for the name of the group, and puts back what there still is."),
        trace: .restored, endings: [.role, .notAMember, .removed, .declined, .forked, .otherFile, .full, .cannotAsk],
        seeAlso: .backupCheck, .check)

    static let demo = CommandHelp(
        HelpExample(
            "kluis demo --lang nl", "Vertelt in het Nederlands hoe een groep een maand met Kluis werkt.",
            "Tells in Dutch how a group works with Kluis for a month."),
        trace: .nothingOfYours, seeAlso: .identityCreate, .groupCreate)

    static let completions = CommandHelp(
        HelpExample(
            "kluis completions bash >~/.local/share/bash-completion/completions/kluis",
            "Laat bash voortaan de commando's van Kluis aanvullen.",
            "Has bash complete the commands of Kluis from now on."),
        HelpExample(
            "kluis completions fish >~/.config/fish/completions/kluis.fish", "Hetzelfde voor fish.", "The same for fish."),
        trace: .nothing, seeAlso: .man)

    static let man = CommandHelp(
        HelpExample("kluis man | man -l -", "Laat de handleiding van nu lezen.", "Lets you read the manual page."),
        HelpExample("kluis man --lang nl >kluis.1", "Zet haar in een bestand, in het Nederlands.", "Puts it into a file, in Dutch."),
        trace: .nothing, seeAlso: .completions)
}
