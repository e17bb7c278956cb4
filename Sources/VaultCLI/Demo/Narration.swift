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
    case searched(words: Int, phrases: Int, inTexts: Int, inVault: Int)
    case copyShows(entries: Int, first: Instant, last: Instant, signers: Int, sealed: Int, bytes: Int)
    case aByteWasChanged
    case lookDeeper
    case theByteIsBack
    case yesterdayIsBack
    case theVaultIsBack
    case ended(ExitStatus)
    // When it is over.
    case otherwise(Surprise)
    case theEnd

    var dutch: String {
        switch self {
        case .title: "Anna begint een kluis"
        case .invented: "Anna Verbeek werkt in de thuiszorg en begint met collega's een intervisiegroep. Zij en iedereen in haar casus zijn verzonnen."
        case .real:
            "De commando's zijn echt, en de antwoorden ook. Alles gebeurt in een eigen map, die na het verhaal weer verdwijnt; KLUIS_HOME en KLUIS_VAULT wijzen Kluis daar de weg."
        case .passphrases:
            "Gewoonlijk vraagt Kluis bij elk commando om een wachtzin. Nu krijgt het die van het verhaal, met --passphrase-fd 3; dat laten we hieronder weg."
        case .textsAreDutch: "De casussen zijn in het Nederlands, want daarin schrijven de mensen voor wie Kluis is."
        case .aKeyOfHerOwn:
            "Anna maakt een sleutel en kiest er een wachtzin bij. Met --kdf interactive gaat dat vlug, maar is de wachtzin ook vlugger te raden; voor je eigen sleutel laat je dat weg."
        case .aGroupBegins: "Daarna begint ze de groep. De kluis is één bestand, en zij is het eerste lid."
        case .sixWords:
            "Die zes woorden schrijft ze in de afspraken van de groep. Wie later lid wordt, ziet eraan dat dit dezelfde kluis is."
        case .aCaseIsWritten:
            "Er zit Anna iets dwars. Ze schrijft het op in casus.txt, met een titel, een pitch en het verhaal, en bewaart het in de kluis."
        case .copyLaidAside: "Op dit moment maakt iemand een kopie van de kluis. Die komt straks terug."
        case .aNoteIsWritten: "De volgende dag weet Anna beter wat haar vraag is. Ze schrijft het erbij."
        case .theList: "Een week later zoekt ze haar casus weer op."
        case .logFirst: "Ze leest hem nog eens terug. Kluis schrijft eerst in het logboek dat ze kijkt, en laat pas daarna iets zien."
        case .whoLooked: "In het logboek staat wie wat heeft gedaan, en ook wie wat heeft bekeken."
        case .aThiefComes: "Iemand steelt een kopie van de kluis, en heeft geen sleutel. Die zoekt in het bestand naar alles wat Anna schreef."
        case .searched(let words, let phrases, let inTexts, let inVault):
            "We zochten naar alle \(words) woorden van zes letters of meer uit de casus en de notitie, en naar de titel, Anna's naam en de naam van de groep. In Anna's eigen tekstbestanden staan \(inTexts) van die \(words) woorden. In de kopie van de kluis staan er \(inVault), van woorden, titel en namen samen (\(words + phrases))."
        case .copyShows(let entries, let first, let last, let signers, let sealed, let bytes):
            "Wat een kopie wel laat zien: dat het logboek \(Amount.entries(entries).dutch) heeft, wanneer die zijn geschreven (van \(first.dutch) tot \(last.dutch)), dat ze zijn ondertekend door \(Amount.members(signers).dutch) onder een schuilnaam, dat er \(sealed) verzegelde stukken zijn en hoe groot die ongeveer zijn, en dat het bestand \(Amount.bytes(bytes).dutch) lang is."
        case .aByteWasChanged: "Iemand die bij het bestand kan, verandert één byte in de verzegelde tekst van casus 1. Anna weet van niets."
        case .lookDeeper: "Wat is er nog meer mis? Anna laat de hele kluis nakijken."
        case .theByteIsBack: "Die ene byte gaat terug zoals hij was, en Anna kijkt nog eens."
        case .yesterdayIsBack: "Nu komt de kopie van eerder terug, op de plaats van de kluis. Alles erin is echt, alleen oud."
        case .theVaultIsBack: "Anna zet de goede kluis terug. Tot slot rekent ze het hele logboek na."
        case .ended(let status): "Kluis eindigde met het getal \(status.rawValue): \(status.dutch)."
        case .otherwise(let surprise): surprise.dutch
        case .theEnd:
            "Dit was het verhaal. De map is gewist. Begin zelf met 'kluis identity create --name NAME', en lees met 'kluis --help' wat er nog meer kan."
        }
    }

    var english: String {
        switch self {
        case .title: "Anna begins a vault"
        case .invented:
            "Anna Verbeek works in home care and begins an intervisie group with colleagues: peers who talk each other's cases through. She and everyone in her case are invented."
        case .real:
            "The commands are real, and so are the answers. All of it happens in a directory of its own, which goes away after the story; KLUIS_HOME and KLUIS_VAULT show Kluis the way there."
        case .passphrases:
            "Usually Kluis asks for a passphrase with every command. Now it gets the one of the story, with --passphrase-fd 3; we leave that out below."
        case .textsAreDutch: "The case and the note are in Dutch, because the people Kluis is made for write Dutch."
        case .aKeyOfHerOwn:
            "Anna makes a key and chooses a passphrase for it. With --kdf interactive that is quick, but the passphrase is quicker to guess too; leave it out for a key of your own."
        case .aGroupBegins: "Then she begins the group. The vault is one file, and she is its first member."
        case .sixWords: "She writes those six words in the group's agreement. Whoever joins later can see by them that this is the same vault."
        case .aCaseIsWritten:
            "Something troubles Anna. She writes it down in casus.txt, with a title, a pitch and the story, and keeps it in the vault."
        case .copyLaidAside: "At this moment somebody makes a copy of the vault. It will be back."
        case .aNoteIsWritten: "The next day Anna knows better what her question is. She adds it."
        case .theList: "A week later she looks her case up."
        case .logFirst: "She reads it once more. Kluis first writes in the log that she looks, and only then shows anything."
        case .whoLooked: "The log says who did what, and also who looked at what."
        case .aThiefComes: "Somebody steals a copy of the vault, and has no key. They search the file for everything Anna wrote."
        case .searched(let words, let phrases, let inTexts, let inVault):
            "We searched for all \(words) words of six letters or more in the case and the note, and for the title, Anna's name and the group's name. In Anna's own text files there are \(inTexts) of those \(words) words. In the copy of the vault there are \(inVault), of words, title and names together (\(words + phrases))."
        case .copyShows(let entries, let first, let last, let signers, let sealed, let bytes):
            "What a copy does show: that the log has \(Amount.entries(entries).english), when they were written (from \(first.english) to \(last.english)), that they are signed by \(Amount.members(signers).english) under a pseudonym, that there are \(sealed) sealed pieces and about how large they are, and that the file is \(Amount.bytes(bytes).english) long."
        case .aByteWasChanged: "Somebody who can get at the file changes one byte in the sealed text of case 1. Anna knows nothing of it."
        case .lookDeeper: "What else is wrong? Anna has the whole vault looked through."
        case .theByteIsBack: "That one byte is put back as it was, and Anna looks again."
        case .yesterdayIsBack: "Now the copy of before comes back, in the place of the vault. Everything in it is genuine, only old."
        case .theVaultIsBack: "Anna puts the right vault back. To end with, she verifies the whole log."
        case .ended(let status): "Kluis ended with the number \(status.rawValue): \(status.english)."
        case .otherwise(let surprise): surprise.english
        case .theEnd:
            "This was the story. The directory has been erased. Begin yourself with 'kluis identity create --name NAME', and read with 'kluis --help' what else there is."
        }
    }
}
