/// The help of what people do with their key and their group.
extension CommandHelp {
    static let start = CommandHelp(
        HelpExample(
            "kluis start", "Helpt je van niets tot je eerste casus, en vraagt steeds één ding.",
            "Helps you from nothing to your first case, and asks one thing at a time."),
        trace: .asItsCommands, seeAlso: .identityCreate, .groupCreate, .join)

    static let identityCreate = CommandHelp(
        HelpExample(
            "kluis identity create --name Anna", "Maakt een sleutel voor Anna, en vraagt twee keer om een nieuwe wachtzin.",
            "Makes a key for Anna, and asks twice for a new passphrase."),
        HelpExample(
            "kluis identity create --name Anna --kdf sensitive", "Hetzelfde, maar raden kost vier keer zoveel geheugen.",
            "The same, but guessing takes four times as much memory."),
        trace: .nothing, endings: [.exists, .permission, .emptyText, .longText, .control, .passphrase],
        seeAlso: .groupCreate, .join, .identityPaper)

    static let identityShow = CommandHelp(
        HelpExample(
            "kluis identity show", "Zegt van wie de sleutel is, als je wachtzin erop past.",
            "Says whose key it is, if your passphrase fits it."),
        trace: .nothing, seeAlso: .identityCreate, .groupList)

    static let identityPassphrase = CommandHelp(
        HelpExample(
            "kluis identity passphrase", "Vraagt je wachtzin van nu, en twee keer de nieuwe.",
            "Asks for your passphrase of now, and twice for the new one."),
        trace: .nothing, endings: [.passphrase], seeAlso: .identityShow, .identityPaper)

    static let identityPaper = CommandHelp(
        HelpExample(
            "kluis identity paper", "Laat acht regels van vier woorden zien, om met een pen over te schrijven.",
            "Shows eight lines of four words, to copy with a pen."),
        trace: .nothing, seeAlso: .identityRestore)

    static let identityRestore = CommandHelp(
        HelpExample(
            "kluis identity restore --name Anna", "Vraagt de acht regels van het papier, en dan een nieuwe wachtzin.",
            "Asks for the eight lines of the sheet, and then for a new passphrase."),
        HelpExample(
            "kluis identity restore --name Anna --dry-run", "Vertelt of de regels kloppen, en maakt niets.",
            "Tells whether the lines are right, and makes nothing."),
        trace: .nothing, endings: [.exists, .emptyText, .longText, .control, .paper, .passphrase], seeAlso: .identityPaper, .join)

    static let unlock = CommandHelp(
        HelpExample(
            "kluis unlock", "Vraagt je wachtzin, en daarna een kwartier lang niet meer zolang je Kluis gebruikt.",
            "Asks for your passphrase, and then not again for a quarter of an hour as long as you use Kluis."),
        HelpExample(
            "kluis unlock --for 1h", "Hetzelfde, tot je Kluis een uur niet hebt gebruikt; na acht uur vraagt hij hoe dan ook weer.",
            "The same, until you have not used Kluis for an hour; after eight hours it asks again in any case."),
        trace: .nothing, seeAlso: .lock, .identityPassphrase)

    static let lock = CommandHelp(
        HelpExample(
            "kluis lock", "Vanaf nu vraagt elk commando weer om je wachtzin.", "From now on every command asks for your passphrase again."),
        trace: .nothing, seeAlso: .unlock)

    static let doctor = CommandHelp(
        HelpExample(
            "kluis doctor", "Kijkt rond op deze computer, en zegt bij alles wat beter kan wat je kunt doen.",
            "Looks around on this computer, and says for all that could be better what you can do."),
        trace: .nothing, seeAlso: .check, .backupCreate, .identityPaper)

    static let groupCreate = CommandHelp(
        HelpExample(
            "kluis group create --name \"Intervisie Oost\" --vault oost.kluis",
            "Begint de groep Intervisie Oost, met jou als eerste lid, in het nieuwe bestand oost.kluis.",
            "Begins the group Intervisie Oost, with you as its first member, in the new file oost.kluis."),
        trace: .founded, endings: [.exists, .notFound, .permission, .noVault, .emptyText, .longText, .control],
        seeAlso: .join, .memberAccept, .caseAdd)

    static let groupList = CommandHelp(
        HelpExample(
            "kluis group list", "Noemt je groepen, en waar hun kluis de laatste keer stond.",
            "Names your groups, and where their vaults were last time."),
        trace: .nothing, endings: [.damagedHome], seeAlso: .groupShow)

    static let groupShow = CommandHelp(
        HelpExample(
            "kluis group show --vault oost.kluis", "Vertelt hoeveel leden, casussen en regels van het logboek er zijn.",
            "Tells how many members, cases and entries of the log there are."),
        trace: .nothing, seeAlso: .memberList, .logHead)

    static let join = CommandHelp(
        HelpExample(
            "kluis join --vault oost.kluis", "Zet jouw verzoek in de kluis, en laat de zes woorden zien die je voorleest.",
            "Puts your request into the vault, and shows the six words that you read aloud."),
        HelpExample(
            "kluis join --vault oost.kluis --out verzoek", "Zet het verzoek in een bestand, voor wie niet in de kluis kan schrijven.",
            "Puts the request into a file, for whoever cannot write in the vault."),
        trace: .asked, endings: [.alreadyMember, .tooMany, .exists, .otherFile, .noVault], seeAlso: .memberAccept, .identityCreate)

    static let memberRequests = CommandHelp(
        HelpExample(
            "kluis member requests", "Laat zien welke verzoeken er zijn; de zes woorden staan er niet bij.",
            "Shows which requests there are; the six words are not among it."),
        HelpExample(
            "kluis member requests --in verzoek", "Zet eerst het verzoek uit een bestand in de kluis.",
            "First puts the request in a file into the vault."),
        HelpExample("kluis member requests --drop 9556", "Gooit verzoek 9556 weg.", "Drops request 9556."),
        trace: .requests, endings: [.noSuchRequest, .request, .tooMany, .role, .notFound], seeAlso: .memberAccept, .join)

    static let memberAccept = CommandHelp(
        HelpExample(
            "kluis member accept 9556 --name Bo", "Vraagt de zes woorden die Bo zelf tegen je zegt, en laat Bo toe.",
            "Asks for the six words that Bo says to you, and accepts Bo."),
        HelpExample(
            "kluis member accept 9556 --name Bo --role guest --until 2026-12-31 --history none",
            "Laat Bo als gast toe tot een dag, zonder wat er al gedeeld is.",
            "Accepts Bo as a guest up to a day, without what is shared already."),
        HelpExample(
            "kluis member accept 9556 --name Bo --replaces Bo", "Geeft Bo nieuwe sleutels, na een verloren computer.",
            "Gives Bo new keys, after a lost computer."),
        trace: .accepted,
        endings: [
            .noSuchRequest, .wordsDiffer, .request, .nameTaken, .tooMany, .noSuchMember, .notYourself, .role, .declined, .date, .endDate,
            .words,
        ], seeAlso: .memberRequests, .memberUntil, .memberRemove)

    static let memberList = CommandHelp(
        HelpExample(
            "kluis member list", "Noemt iedereen met nummer, rol en laatste dag, ook wie weg is.",
            "Names everybody with number, role and last day, also those who have gone."),
        trace: .nothing, seeAlso: .memberAccept, .memberRemove, .groupShow)

    static let memberUntil = CommandHelp(
        HelpExample(
            "kluis member until Cas 2026-12-31", "Schrijft op dat Cas tot en met 31 december bij de groep hoort.",
            "Writes down that Cas is part of the group up to and including 31 December."),
        trace: .lastDay, endings: [.role, .noSuchMember, .lastMember, .date, .endDate], seeAlso: .memberRemove, .memberList)

    static let memberRemove = CommandHelp(
        HelpExample(
            "kluis member remove Bo --dry-run", "Vertelt wat er zou gebeuren, en verandert niets.",
            "Tells what would happen, and changes nothing."),
        HelpExample(
            "kluis member remove Bo", "Vraagt om de naam, haalt Bo uit de groep en verzegelt alles met nieuwe sleutels.",
            "Asks for the name, removes Bo from the group and seals everything with new keys."),
        trace: .removed, endings: [.role, .noSuchMember, .notYourself, .lastMember, .declined, .cannotAsk],
        seeAlso: .memberLeave, .auditLeaver, .backupCreate)

    static let memberLeave = CommandHelp(
        HelpExample(
            "kluis member leave", "Vertelt wat er meegaat, vraagt of je het zeker weet, en haalt jou uit de groep.",
            "Tells what goes along, asks whether you are sure, and takes you out of the group."),
        HelpExample(
            "kluis member leave --withdraw-mine", "Trekt eerst de casussen terug die je hebt gedeeld, zodat ze meegaan.",
            "First withdraws the cases you have shared, so that they go along."),
        trace: .left, endings: [.lastMember, .declined, .cannotAsk], seeAlso: .caseWithdraw, .memberRemove)

    static let memberRewrap = CommandHelp(
        HelpExample(
            "kluis member rewrap Cas", "Geeft Cas nog eens de sleutels die niet zijn aangekomen.",
            "Gives Cas once more the keys that did not arrive."),
        trace: .rewrapped, endings: [.role, .noSuchMember, .notYourself], seeAlso: .memberAccept, .memberList)
}
