/// The help of what people do with cases, and with what stands beside them.
extension CommandHelp {
    static let caseAdd = CommandHelp(
        HelpExample(
            "kluis case add", "Vraagt om de tekst; je sluit af met Ctrl-D.",
            "Asks for the text; you end it with Ctrl-D."),
        HelpExample(
            "kluis case add --share <casus.txt", "Neemt de tekst uit een bestand, en deelt de casus meteen.",
            "Takes the text from a file, and shares the case at once."),
        HelpExample(
            "kluis case add --editor nano", "Laat je de tekst in nano schrijven.", "Has you write the text in nano."),
        trace: .wrote, endings: [.emptyText, .longText, .control, .nul, .cannotAsk],
        seeAlso: .caseShare, .caseEdit, .importFolder)

    static let caseList = CommandHelp(
        HelpExample(
            "kluis case list", "Noemt elke casus met nummer, titel, pitch en hoeveel mensen hem lazen.",
            "Names each case with number, title, pitch and how many people have read it."),
        trace: .listed, seeAlso: .caseShow, .search)

    static let caseShow = CommandHelp(
        HelpExample("kluis case show 3", "Laat casus 3 zien, met de notities.", "Shows case 3, with its notes."),
        HelpExample(
            "kluis case show 3 --json", "Geeft dezelfde casus aan een ander programma.", "Gives the same case to another program."),
        trace: .opened, endings: [.noSuchCase, .damagedPart], seeAlso: .caseList, .caseReaders, .noteAdd)

    static let caseEdit = CommandHelp(
        HelpExample(
            "kluis case edit 3", "Laat de tekst van nu zien, en vraagt om een nieuwe.", "Shows the text of now, and asks for a new one."),
        HelpExample(
            "kluis case edit 3 <nieuw.txt", "Neemt de nieuwe tekst uit een bestand.", "Takes the new text from a file."),
        trace: .edited,
        endings: [.noSuchCase, .notYours, .textNotShared, .caseClosed, .damagedPart, .emptyText, .longText, .control, .nul],
        seeAlso: .caseHistory, .caseShare)

    static let caseHistory = CommandHelp(
        HelpExample(
            "kluis case history 3", "Noemt de versies van casus 3 met hun datum, zonder hun tekst.",
            "Names the versions of case 3 with their dates, without their texts."),
        trace: .versions, endings: [.noSuchCase], seeAlso: .caseEdit, .caseShow)

    static let caseShare = CommandHelp(
        HelpExample("kluis case share 3", "Deelt casus 3 met de hele groep.", "Shares case 3 with the whole group."),
        HelpExample(
            "kluis case share 3 --without Cas", "Deelt casus 3 met iedereen behalve Cas, die de cliënt kent.",
            "Shares case 3 with everybody but Cas, who knows the client."),
        HelpExample(
            "kluis case share 3 --pitch-only", "Deelt alleen de titel en de pitch; de tekst blijft bij jou.",
            "Shares only title and pitch; the text stays with you."),
        trace: .shared,
        endings: [.noSuchCase, .notYours, .noSuchMember, .leavesNobody, .textNotShared, .role, .damagedPart],
        seeAlso: .caseWithdraw, .caseReaders)

    static let caseWithdraw = CommandHelp(
        HelpExample(
            "kluis case withdraw 3", "Maakt van casus 3 weer een concept, dat alleen jij kunt openen.",
            "Makes case 3 a draft again, which only you can open."),
        trace: .withdrawn,
        endings: [.noSuchCase, .notYours, .alreadyDraft, .caseClosed, .role, .declined, .damagedPart, .cannotAsk],
        seeAlso: .caseShare, .caseErase)

    static let caseReaders = CommandHelp(
        HelpExample(
            "kluis case readers 3", "Noemt wie casus 3 opende, hoe vaak, en wanneer voor het eerst en voor het laatst.",
            "Names who opened case 3, how often, and when for the first and the last time."),
        trace: .readersSeen, endings: [.noSuchCase, .role], seeAlso: .logShow, .auditReport)

    static let caseClose = CommandHelp(
        HelpExample(
            "kluis case close 3", "Sluit casus 3 af: lezen blijft kunnen, en er komt niets meer bij.",
            "Closes case 3: it stays readable, and nothing is added to it."),
        trace: .closed, endings: [.noSuchCase, .notYours, .caseClosed], seeAlso: .caseShare, .caseErase)

    static let caseErase = CommandHelp(
        HelpExample(
            "kluis case erase 3 --dry-run", "Vertelt wat er zou verdwijnen, en verandert niets.",
            "Tells what would go, and changes nothing."),
        HelpExample(
            "kluis case erase 3", "Vraagt om het nummer, en wist casus 3 met alle notities en bijlagen uit de kluis.",
            "Asks for the number, and erases case 3 with all notes and attachments from the vault."),
        trace: .erased, endings: [.noSuchCase, .notYours, .textNotShared, .role, .declined, .keyUndelivered, .cannotAsk],
        seeAlso: .caseWithdraw, .backupCreate)

    static let noteAdd = CommandHelp(
        HelpExample(
            "kluis note add 3", "Vraagt om de notitie; je sluit af met Ctrl-D.",
            "Asks for the note; you end it with Ctrl-D."),
        HelpExample("kluis note add 3 <notitie.txt", "Neemt de notitie uit een bestand.", "Takes the note from a file."),
        trace: .noteWritten, endings: [.noSuchCase, .textNotShared, .caseClosed, .emptyText, .longText, .nul], seeAlso: .noteList, .noteEdit
    )

    static let noteList = CommandHelp(
        HelpExample(
            "kluis note list 3", "Laat de notities bij casus 3 zien, met wie ze schreef.",
            "Shows the notes on case 3, with who wrote them."),
        trace: .notesOpened, endings: [.noSuchCase], seeAlso: .noteAdd, .caseShow)

    static let noteEdit = CommandHelp(
        HelpExample(
            "kluis note edit 3 1", "Laat notitie 1 bij casus 3 zien, en vraagt om een nieuwe tekst.",
            "Shows note 1 on case 3, and asks for a new text."),
        trace: .noteEdited, endings: [.noSuchCase, .noSuchNote, .notYours, .caseClosed, .damagedPart, .emptyText, .longText, .nul],
        seeAlso: .noteList)

    static let attachAdd = CommandHelp(
        HelpExample(
            "kluis attach add 3 brief.pdf", "Bewaart een versleutelde kopie van brief.pdf bij casus 3.",
            "Keeps an encrypted copy of brief.pdf with case 3."),
        trace: .attached,
        endings: [.noSuchCase, .textNotShared, .caseClosed, .notFound, .notRegular, .changed, .permission, .longText],
        seeAlso: .attachList, .attachSave)

    static let attachList = CommandHelp(
        HelpExample(
            "kluis attach list 3", "Noemt de bijlagen bij casus 3 met nummer, naam en grootte.",
            "Names the attachments of case 3 with number, name and size."),
        trace: .attachmentsListed, endings: [.noSuchCase, .textNotShared], seeAlso: .attachSave, .attachAdd)

    static let attachSave = CommandHelp(
        HelpExample(
            "kluis attach save 3 1 --to papieren", "Zet bijlage 1 van casus 3 leesbaar in de map papieren.",
            "Puts attachment 1 of case 3 readable into the directory papieren."),
        trace: .saved,
        endings: [.noSuchCase, .noSuchAttachment, .textNotShared, .exists, .damagedPart, .notFound, .notADirectory, .notRegular, .full],
        seeAlso: .attachList)

    static let search = CommandHelp(
        HelpExample(
            "kluis search", "Vraagt wat je zoekt, en laat zien waar het staat.", "Asks what you search for, and shows where it stands."),
        trace: .searched, endings: [.role, .emptyText, .longText, .textAndPassphrase], seeAlso: .caseList, .caseShow)

    static let importFolder = CommandHelp(
        HelpExample(
            "kluis import casussen --dry-run", "Vertelt welke bestanden een casus kunnen worden, en welke niet.",
            "Tells which files can become a case, and which cannot."),
        HelpExample(
            "kluis import casussen", "Maakt van elk van die bestanden een casus die alleen jij kunt openen.",
            "Makes of each of those files a case that only you can open."),
        trace: .imported, endings: [.role, .notFound, .permission, .tooMuch], seeAlso: .caseAdd, .caseList)
}
