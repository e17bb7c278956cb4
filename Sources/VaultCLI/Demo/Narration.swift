import VaultFormat

/// What the narrator of the story says.
enum Narration: Sentence {
    // Before it begins.
    case title
    case invented
    case real
    case passphrases
    case textsAreDutch
    // While it goes on.
    case aKeyOfHerOwn
    case aGroupBegins
    case sixWords
    case aCaseIsWritten
    case copyLaidAside
    case aNoteIsWritten
    case theList
    case logFirst
    case whoLooked
    case aThiefComes
    case foundInTexts(Int, of: Int)
    case foundInVault(Int, of: Int)
    case notSilent
    case entriesShow(Int, first: Instant, last: Instant)
    case signersShow(Int)
    case piecesShow(Int)
    case sizeShows(Int)
    case aByteWasChanged
    case lookDeeper
    case theByteIsBack
    case oldCopyIsBack
    case theVaultIsBack
    case ended(ExitStatus)
    // When it is over.
    case otherwise(Surprise)
    case theEnd

    var dutch: String {
        switch self {
        case .title: "Anna begint een kluis"
        case .invented:
            "Anna Verbeek werkt in de thuiszorg en begint met collega's een groep voor intervisie. Zij en de mensen in haar casus zijn verzonnen."
        case .real:
            "De commando's zijn echt, en de antwoorden ook. Alles staat in een eigen map, die na het verhaal weer weg is; KLUIS_HOME en KLUIS_VAULT wijzen Kluis daar de weg. Wat voor Anna dagen duurt, gebeurt hier in een paar tellen, en dat zie je aan de tijden."
        case .passphrases:
            "Normaal vraagt Kluis bij elk commando je wachtzin. Hier geeft het verhaal hem door met --passphrase-fd 3, en dat laten we hieronder weg."
        case .textsAreDutch: "De casus en de notitie zijn in het Nederlands, want daarin schrijven de mensen voor wie Kluis is."
        case .aKeyOfHerOwn:
            "Anna maakt een sleutel en kiest er een wachtzin bij. Met --kdf interactive gaat dat vlug, maar dan is de wachtzin ook vlugger te raden. Laat dat dus weg als je een sleutel voor jezelf maakt."
        case .aGroupBegins: "Dan begint ze de groep. De kluis is één bestand, en Anna is het eerste lid."
        case .sixWords:
            "Anna schrijft die zes woorden in de afspraken van de groep. Wie later lid wordt, ziet eraan dat dit de goede kluis is."
        case .aCaseIsWritten:
            "Er zit Anna iets dwars. Ze schrijft het op in casus.txt, met een titel, een pitch en het verhaal, en bewaart het in de kluis."
        case .copyLaidAside: "Onthoud dit moment: iemand maakt hier een kopie van de kluis, zonder dat Anna het weet."
        case .aNoteIsWritten: "De volgende dag weet Anna beter wat haar vraag is. Ze schrijft een notitie bij haar casus."
        case .theList: "Een week later zoekt ze haar casus weer op."
        case .logFirst: "Ze leest hem terug. Kluis schrijft eerst in het logboek dat Anna kijkt, en laat hem daarna pas zien."
        case .whoLooked: "In het logboek staat wie iets heeft geschreven, en ook wie iets heeft bekeken."
        case .aThiefComes:
            "Iemand steelt een kopie van de kluis, zonder sleutel. De dief zoekt in dat bestand naar elk woord van zes letters of meer uit de casus en de notitie, en naar de titel, Anna's naam en de naam van de groep."
        case .foundInTexts(let found, let all):
            "In casus.txt en notitie.txt, die niet verzegeld zijn, vindt dezelfde zoektocht \(found) van de \(all) woorden."
        case .foundInVault(let found, let all):
            "In de kopie van de kluis vindt hij er \(found) van de \(all), met de titel en de namen erbij."
        case .notSilent: "Zo'n kopie laat toch iets zien. Dit haalt de dief er wel uit:"
        case .entriesShow(let count, let first, let last):
            "Het logboek heeft \(Amount.entries(count).dutch), de eerste van \(first.dutch), de laatste van \(last.dutch)."
        case .signersShow(let count): "Die zijn ondertekend door \(Amount.members(count).dutch), met een schuilnaam in plaats van een naam."
        case .piecesShow(let count): "Er zijn \(count) verzegelde stukken, en van elk is te zien hoe lang het ongeveer is."
        case .sizeShows(let count): "Het hele bestand is \(Amount.bytes(count).dutch) lang."
        case .aByteWasChanged: "Iemand die bij het bestand kan, verandert één byte in de verzegelde tekst van casus 1. Anna weet van niets."
        case .lookDeeper: "Is er nog meer mis? Anna laat de hele kluis nakijken."
        case .theByteIsBack: "Die ene byte gaat terug zoals hij was. Anna laat de kluis nog een keer nakijken."
        case .oldCopyIsBack:
            "Weet je nog, die kopie? Iemand zet hem terug op de plaats van de kluis. Alles wat erin staat is echt, maar het is oud: de notitie zit er niet in."
        case .theVaultIsBack: "Anna zet de goede kluis terug. Tot slot laat ze het hele logboek narekenen."
        case .ended(let status): "Kluis eindigde met het getal \(status.rawValue): \(status.dutch)."
        case .otherwise(let surprise): surprise.dutch
        case .theEnd:
            "Dit was het verhaal, en de map is weer weg. Begin zelf met 'kluis identity create --name NAME'. Met 'kluis --help' zie je wat er nog meer kan."
        }
    }

    var english: String {
        switch self {
        case .title: "Anna begins a vault"
        case .invented:
            "Anna Verbeek works in home care. With colleagues she begins a group for intervisie: peers who help each other think about situations from their work. She and the people in her case are invented."
        case .real:
            "The commands are real, and so are the answers. Everything is in a directory of its own, which is gone after the story; KLUIS_HOME and KLUIS_VAULT show Kluis the way there. What takes Anna days happens here in a few seconds, and the times show that."
        case .passphrases:
            "Usually Kluis asks for your passphrase with every command. Here the story hands it over with --passphrase-fd 3, and we leave that out below."
        case .textsAreDutch: "The case and the note are in Dutch, because that is what the people Kluis is made for write."
        case .aKeyOfHerOwn:
            "Anna makes a key and chooses a passphrase for it. With --kdf interactive that is quick, but then the passphrase is quicker to guess too. So leave it out when you make a key for yourself."
        case .aGroupBegins: "Then she begins the group. The vault is one file, and Anna is the first member."
        case .sixWords:
            "Anna writes those six words in the group's agreement. Whoever joins later can tell by them that this is the right vault."
        case .aCaseIsWritten:
            "Something is bothering Anna. She writes it down in casus.txt, with a title, a pitch and the story, and keeps it in the vault."
        case .copyLaidAside: "Remember this moment: here somebody makes a copy of the vault, and Anna does not know."
        case .aNoteIsWritten: "The next day Anna knows better what her question is. She adds a note to her case."
        case .theList: "A week later she looks for her case again."
        case .logFirst: "She reads it back. Kluis first writes in the log that Anna looks, and only then shows it."
        case .whoLooked: "The log says who has written something, and also who has looked at something."
        case .aThiefComes:
            "Somebody steals a copy of the vault, without a key. The thief searches that file for every word of six letters or more in the case and the note, and for the title, Anna's name and the group's name."
        case .foundInTexts(let found, let all):
            "In casus.txt and notitie.txt, which are not sealed, the same search finds \(found) of the \(all) words."
        case .foundInVault(let found, let all): "In the copy of the vault it finds \(found) of \(all), the title and the names included."
        case .notSilent: "Such a copy does show something. This is what the thief can get out of it:"
        case .entriesShow(let count, let first, let last):
            "The log has \(Amount.entries(count).english), the first of \(first.english), the last of \(last.english)."
        case .signersShow(let count): "They are signed by \(Amount.members(count).english), with a pseudonym instead of a name."
        case .piecesShow(let count): "There are \(count) sealed pieces, and each shows about how long it is."
        case .sizeShows(let count): "The whole file is \(Amount.bytes(count).english) long."
        case .aByteWasChanged:
            "Somebody who can get at the file changes one byte in the sealed text of case 1. Anna knows nothing of it."
        case .lookDeeper: "Is anything else wrong? Anna has the whole vault checked."
        case .theByteIsBack: "That one byte is put back as it was. Anna has the vault checked once more."
        case .oldCopyIsBack:
            "Remember that copy? Somebody puts it in the place of the vault. Everything in it is genuine, but it is old: the note is not in it."
        case .theVaultIsBack: "Anna puts the right vault back. To finish, she has the whole log verified."
        case .ended(let status): "Kluis ended with the number \(status.rawValue): \(status.english)."
        case .otherwise(let surprise): surprise.english
        case .theEnd:
            "That was the story, and the directory is gone. Begin yourself with 'kluis identity create --name NAME'. 'kluis --help' shows what else there is."
        }
    }
}
