extension CommandName: Sentence {
    /// What the command does, in Dutch.
    var dutch: String {
        switch self {
        case .identityCreate: "Maakt jouw sleutel, met een wachtzin die alleen jij kent."
        case .identityShow: "Laat zien van wie de sleutel op deze computer is."
        case .identityPassphrase: "Verandert je wachtzin."
        case .groupCreate: "Begint een groep in een nieuwe kluis."
        case .groupList: "Laat zien van welke groepen je lid bent."
        case .groupShow: "Vertelt hoe het met een groep staat."
        case .join: "Vraagt om bij de groep van een kluis te horen."
        case .memberRequests: "Laat zien wie er bij de groep wil horen."
        case .memberAccept: "Laat iemand toe die zelf zes woorden tegen je zegt."
        case .memberList: "Laat zien wie er bij de groep horen en hoorden."
        case .memberUntil: "Schrijft op wat iemands laatste dag is."
        case .memberRemove: "Haalt iemand uit de groep."
        case .memberLeave: "Gaat weg uit de groep."
        case .caseAdd: "Schrijft een casus, die eerst alleen jij kunt openen."
        case .caseList: "Laat de casussen zien die je kunt openen."
        case .caseShow: "Laat een casus zien, met de notities."
        case .caseEdit: "Schrijft een nieuwe versie van jouw casus."
        case .caseHistory: "Laat zien welke versies er van een casus waren."
        case .caseShare: "Deelt jouw casus, of heropent hem."
        case .caseWithdraw: "Trekt jouw casus terug: alleen jij kunt hem dan openen."
        case .caseReaders: "Laat zien wie een casus hebben gelezen."
        case .caseClose: "Sluit jouw casus af."
        case .noteAdd: "Schrijft een notitie bij een casus."
        case .noteList: "Laat de notities bij een casus zien."
        case .noteEdit: "Schrijft een nieuwe versie van jouw notitie."
        case .search: "Zoekt in alles wat je kunt openen."
        case .importFolder: "Maakt van elk tekstbestand in een map een casus."
        case .logShow: "Laat zien wie wat deed en bekeek."
        case .logVerify: "Rekent na of het hele logboek klopt."
        case .logHead: "Geeft zes woorden waarmee jullie je logboeken vergelijken."
        case .check: "Kijkt na of alles in de kluis heel is."
        case .demo: "Vertelt een verhaal met echte commando's, in een kluis die weer verdwijnt."
        }
    }

    /// What the command does, in English.
    var english: String {
        switch self {
        case .identityCreate: "Makes your key, with a passphrase that only you know."
        case .identityShow: "Shows whose key is on this computer."
        case .identityPassphrase: "Changes your passphrase."
        case .groupCreate: "Begins a group in a new vault."
        case .groupList: "Shows of which groups you are a member."
        case .groupShow: "Tells how a group stands."
        case .join: "Asks to become part of the group of a vault."
        case .memberRequests: "Shows who wants to become part of the group."
        case .memberAccept: "Accepts somebody who says six words to you."
        case .memberList: "Shows who are and were part of the group."
        case .memberUntil: "Writes down what somebody's last day is."
        case .memberRemove: "Removes somebody from the group."
        case .memberLeave: "Leaves the group."
        case .caseAdd: "Writes a case, which at first only you can open."
        case .caseList: "Shows the cases you can open."
        case .caseShow: "Shows a case, with its notes."
        case .caseEdit: "Writes a new version of your case."
        case .caseHistory: "Shows which versions of a case there were."
        case .caseShare: "Shares your case, or reopens it."
        case .caseWithdraw: "Withdraws your case: only you can open it then."
        case .caseReaders: "Shows who have read a case."
        case .caseClose: "Closes your case."
        case .noteAdd: "Writes a note on a case."
        case .noteList: "Shows the notes on a case."
        case .noteEdit: "Writes a new version of your note."
        case .search: "Searches through all that you can open."
        case .importFolder: "Makes a case of every text file in a folder."
        case .logShow: "Shows who did and looked at what."
        case .logVerify: "Verifies that the whole log is right."
        case .logHead: "Gives six words to compare your logs with."
        case .check: "Looks whether everything in the vault is whole."
        case .demo: "Tells a story with real commands, in a vault that goes away again."
        }
    }
}

extension OptionName: Sentence {
    /// What the option means, in Dutch.
    var dutch: String {
        switch self {
        case .name: "De naam, zoals de groep hem ziet."
        case .kdf: "Hoeveel rekenwerk het raden van de wachtzin kost."
        case .shared: "De kluis is voor meer accounts van deze computer."
        case .logRetention: "Hoeveel jaar bewaard blijft wie wat bekeek; zonder deze optie 5."
        case .share: "Deelt de casus meteen met de hele groep."
        case .onlyCase: "Alleen regels over deze casus."
        case .from: "Vanaf dit regelnummer; de eerste regel is 0."
        case .limit: "Ten hoogste zoveel regels."
        case .deep: "Opent ook alle tekst, en laat er niets van zien."
        case .out: "Zet het verzoek in dit bestand, en niet in de kluis."
        case .input: "Zet eerst het verzoek uit dit bestand in de kluis."
        case .drop: "Gooit dit verzoek weg."
        case .words: "De zes woorden die je hoort; zonder deze optie vraagt Kluis erom."
        case .role: "Wat iemand wordt; zonder deze optie member."
        case .until: "De laatste dag; alleen een member kan zonder."
        case .history: "Of casussen die al zijn gedeeld opengaan; zonder deze optie all."
        case .readsFrom: "Vanaf welke dag te lezen is wie wat bekeek; anders vanaf nu."
        case .replaces: "Geeft dit lid nieuwe sleutels, na een verloren computer of wachtzin."
        case .withdrawMine: "Trekt eerst de casussen terug die je hebt gedeeld."
        case .pitchOnly: "Deelt alleen de titel en de pitch."
        case .without: "Laat dit lid erbuiten; mag vaker."
        case .vault: "De kluis van de groep."
        case .home: "Jouw eigen map van Kluis."
        case .json: "Antwoordt in JSON, voor programma's."
        case .lang: "De taal van de zinnen; zonder deze optie die van de computer."
        case .passphraseDescriptor: "Leest de wachtzin van dit kanaal, tot het einde van de regel."
        case .noInput: "Vraagt niets; waar dat nodig is, stopt Kluis."
        case .yes: "Antwoordt ja op de vraag of je het zeker weet."
        case .dryRun: "Vertelt wat er zou gebeuren en verandert niets."
        case .quiet: "Zegt alleen het antwoord, en wat er misgaat."
        case .color: "Wanneer Kluis kleur gebruikt; zonder deze optie auto."
        case .version: "Zegt welke Kluis dit is."
        case .help: "Vertelt wat er kan."
        }
    }

    /// What the option means, in English.
    var english: String {
        switch self {
        case .name: "The name, as the group sees it."
        case .kdf: "How much work it takes to guess the passphrase."
        case .shared: "The vault is for several accounts of this computer."
        case .logRetention: "For how many years it is kept who looked at what; 5 without this option."
        case .share: "Shares the case with the whole group at once."
        case .onlyCase: "Only entries about this case."
        case .from: "From this entry; the first one is 0."
        case .limit: "At most this many entries."
        case .deep: "Opens all text as well, and shows none of it."
        case .out: "Puts the request into this file, and not into the vault."
        case .input: "First puts the request in this file into the vault."
        case .drop: "Drops this request."
        case .words: "The six words you hear; without this option Kluis asks for them."
        case .role: "What somebody becomes; member without this option."
        case .until: "The last day; only a member can do without."
        case .history: "Whether cases shared so far open; all without this option."
        case .readsFrom: "From which day on it can be read who looked at what; else from now."
        case .replaces: "Gives this member new keys, after a lost computer or passphrase."
        case .withdrawMine: "First withdraws the cases that you have shared."
        case .pitchOnly: "Shares only title and pitch."
        case .without: "Leaves this member out; may be given more than once."
        case .vault: "The vault of the group."
        case .home: "Your own directory of Kluis."
        case .json: "Answers in JSON, for programs."
        case .lang: "The language of the sentences; without this option the computer's."
        case .passphraseDescriptor: "Reads the passphrase from this channel, up to the end of the line."
        case .noInput: "Asks nothing; where it has to, Kluis stops."
        case .yes: "Answers yes when asked whether you are sure."
        case .dryRun: "Tells what would happen and changes nothing."
        case .quiet: "Says only the answer, and what goes wrong."
        case .color: "When Kluis uses colour; auto without this option."
        case .version: "Says which Kluis this is."
        case .help: "Tells what there is."
        }
    }
}

extension Placeholder: Sentence {
    /// What to fill in, in Dutch.
    var dutch: String {
        switch self {
        case .caseNumber: "Het nummer van de casus."
        case .noteNumber: "Het nummer van de notitie bij die casus."
        case .request: "Het nummer van het verzoek."
        case .member: "Het nummer van een lid, of een naam die maar één lid heeft."
        case .date: "De laatste dag: YYYY-MM-DD."
        case .folder: "De map waar de teksten in staan."
        }
    }

    /// What to fill in, in English.
    var english: String {
        switch self {
        case .caseNumber: "The number of the case."
        case .noteNumber: "The number of the note on that case."
        case .request: "The number of the request."
        case .member: "A member's number, or a name that only one member has."
        case .date: "The last day: YYYY-MM-DD."
        case .folder: "The folder that the texts are in."
        }
    }
}
