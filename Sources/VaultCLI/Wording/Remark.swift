import VaultCore
import VaultFormat
import VaultSystem

/// What is said beside an answer: what to do next, what the log now holds, what is worth knowing.
enum Remark: Sentence {
    // The next useful command.
    case keepPassphraseWell
    case beginGroup
    case useOldBackups
    case writeFirstCase
    case lookAtCase(Int)
    case lookAtNotes(case: Int)
    case lookAtHistory(case: Int)
    case lookAtAttachments(case: Int)
    case lookAtReaders(case: Int)
    case lookAtLog
    case howFarErased(case: Int)
    case lookAtMembers
    case theyOpenAgain(name: String)
    case theyAccept(request: Int)
    case handOver(file: String)
    case howToAccept
    case keepBackupElsewhere
    case checkEverything
    case theyBegin(name: String, Role)
    case othersGetKeys
    // What the log now holds.
    case lookedAtCase
    case lookedAtCases
    case lookedAtHistory
    case lookedAtNotes
    case lookedAtAttachments
    case savedAttachment
    case lookedAtLog
    case lookedAtReaders
    case searched(found: Bool)
    case filesStay
    case verifiedLog
    // While it runs.
    case waiting
    case progress(Int, of: Int)
    // What is worth knowing.
    case vaultMoved
    case voidEntries(Int)
    case keysMissing(circles: Int, group: String)
    case backupsEnded(group: String)
    case endsSoon(Ending, group: String)
    case draftsGo(name: String, cases: Int)
    case news(NewsWording)
    case paper(PaperWording)
    case trust(TrustWording)
    case exported(ExportDeed)
    case unlocking(UnlockWording)
    case caseDamaged(Int)
    case noteDamaged(Int, Int)
    case attachmentDamaged(Int, Int)
    case moreFound(Int)
    case draftsGone(Int)
    case editorFailed(OutsideEditor)
    case typedRefused
    case typedRefusedBelow
    case draftLeft
    case pagerKeys(Int, of: Int)
    case draftWaits(Instant, Draft.Place)

    var dutch: String {
        switch self {
        case .keepPassphraseWell:
            "Onthoud je wachtzin goed: zonder die zin kom je niet meer bij je casussen, en ook de makers van Kluis kunnen dan niet helpen."
        case .beginGroup: "Begin nu een groep met 'kluis group create --name NAME --vault FILE'."
        case .useOldBackups:
            "Oude reservekopieën van deze map gaan nog open met je oude wachtzin; kijk met 'kluis identity show' of de nieuwe werkt."
        case .writeFirstCase: "Schrijf nu je eerste casus met 'kluis case add'."
        case .lookAtCase(let number): "Lees hem terug met 'kluis case show \(number)'."
        case .lookAtNotes(let number): "Lees alle notities met 'kluis note list \(number)'."
        case .lookAtAttachments(let number): "Zie welke bijlagen er zijn met 'kluis attach list \(number)'."
        case .lookAtHistory(let number): "Welke versies er waren, zie je met 'kluis case history \(number)'."
        case .lookAtReaders(let number): "Wie hem lazen, zie je met 'kluis case readers \(number)'."
        case .theyOpenAgain(let name): "\(name) heeft er iets aan bij het eerstvolgende commando."
        case .lookAtLog: "Wat er is gedaan, blijft in het logboek staan: zie 'kluis log show'."
        case .howFarErased(let number): "Hoe ver het is, zie je later met hetzelfde commando: 'kluis case erase \(number)'."
        case .lookAtMembers: "Wie er bij de groep horen, zie je met 'kluis member list'."
        case .theyAccept(let request):
            "Wie jou toelaat, typt 'kluis member accept \(request) --name NAME' en dan de woorden die jij zegt."
        case .handOver(let file):
            "Het verzoek staat in \(file). Geef dat bestand aan iemand uit de groep, die het in de kluis zet met 'kluis member requests --in FILE'."
        case .howToAccept: "Laat de ander zelf zes woorden tegen je zeggen, en typ dan 'kluis member accept REQUEST --name NAME'."
        case .keepBackupElsewhere:
            "Bewaar hem op een andere plek dan de kluis. Gaat er iemand weg, maak dan een nieuwe: wat met diegene was gedeeld, gaat uit deze dan niet meer open."
        case .checkEverything: "Kijk het na met 'kluis check --deep'."
        case .theyBegin(let name, .auditor): "\(name) kan nu beginnen, bijvoorbeeld met 'kluis log show'."
        case .theyBegin(let name, _): "\(name) kan nu beginnen, bijvoorbeeld met 'kluis case list'."
        case .othersGetKeys:
            "De anderen krijgen nieuwe sleutels zodra een van hen Kluis weer gebruikt. Wat je eerder hebt gelezen of gekopieerd, kun je nog hebben."
        case .lookedAtCase: "In het logboek staat nu dat je deze casus hebt bekeken, en de leden van je groep kunnen dat zien."
        case .lookedAtCases: "In het logboek staat nu dat je deze lijst hebt bekeken, en de leden van je groep kunnen dat zien."
        case .lookedAtHistory: "In het logboek staat nu dat je deze versies hebt bekeken, en de leden van je groep kunnen dat zien."
        case .lookedAtNotes: "In het logboek staat nu dat je deze notities hebt bekeken, en de leden van je groep kunnen dat zien."
        case .lookedAtAttachments: "In het logboek staat nu dat je deze lijst hebt bekeken, en de leden van je groep kunnen dat zien."
        case .savedAttachment:
            "In het logboek staat nu dat je deze bijlage hebt bewaard. Buiten de kluis kan ieder die bij het bestand kan, het lezen: wis het zodra je het niet meer nodig hebt."
        case .lookedAtLog: "In het logboek staat nu dat je het logboek hebt bekeken, en de leden van je groep kunnen dat zien."
        case .searched(found: false):
            "In het logboek staat nu dat je hebt gezocht, niet wat je zocht, en de leden van je groep kunnen dat zien."
        case .searched(found: true):
            "In het logboek staat nu dat je hebt gezocht en waar je iets vond, niet wat je zocht, en de leden van je groep kunnen dat zien."
        case .filesStay: "De bestanden zelf staan nog onversleuteld in de map: gooi ze weg als je ze daar niet meer nodig hebt."
        case .moreFound(let limit):
            "Er is meer gevonden dan hier staat: Kluis laat ten hoogste \(limit) plaatsen zien, dus zoek iets preciezers."
        case .lookedAtReaders: "In het logboek staat nu dat je hebt bekeken wie deze casus las, en de leden van je groep kunnen dat zien."
        case .verifiedLog: "In het logboek staat nu dat je het logboek hebt nagerekend."
        case .waiting: "Een ander commando van Kluis is nog bezig; we wachten even."
        case .progress(let done, let total): "\(done) van \(total)"
        case .voidEntries(let count):
            count == 1
                ? "Er kwam 1 regel in het logboek bij die tegen een regel van de groep ingaat en daarom niets heeft veranderd."
                : "Er kwamen \(count) regels in het logboek bij die tegen een regel van de groep ingaan en daarom niets hebben veranderd."
        case .keysMissing(1, let group):
            "De sleutel van 1 kring van \(group) is niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om 'kluis member rewrap' met jouw naam."
        case .keysMissing(let circles, let group):
            "De sleutels van \(circles) kringen van \(group) zijn niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om 'kluis member rewrap' met jouw naam."
        case .backupsEnded(let group):
            "\(group) heeft nieuwe sleutels. Reservekopieën van eerder gaan daarmee niet open, dus maak een nieuwe met 'kluis backup create FILE'."
        case .endsSoon(let ending, let group) where ending.cases == 1:
            "Jouw laatste dag bij \(group) is \(ending.day.dutch). Van 1 casus kan niemand anders de tekst openen: die wordt daarna gewist, tenzij je hem eerst deelt."
        case .endsSoon(let ending, let group):
            "Jouw laatste dag bij \(group) is \(ending.day.dutch). Van \(ending.cases) casussen kan niemand anders de tekst openen: die wordt daarna gewist, tenzij je ze eerst deelt."
        case .draftsGo(let name, 1):
            "Van 1 casus van \(name) kan niemand anders de tekst openen; die wordt gewist als die dag voorbij is, tenzij \(name) hem eerst deelt."
        case .draftsGo(let name, let cases):
            "Van \(cases) casussen van \(name) kan niemand anders de tekst openen; die wordt gewist als die dag voorbij is, tenzij \(name) ze eerst deelt."
        case .news(let news): news.dutch
        case .paper(let paper): paper.dutch
        case .trust(let trust): trust.dutch
        case .exported(let deed): deed.dutch
        case .unlocking(let wording): wording.dutch
        case .vaultMoved: "Deze kluis staat op een andere plek dan de vorige keer, en het is dezelfde kluis."
        case .caseDamaged(let number): "Casus \(number) is beschadigd of buiten Kluis om veranderd, daarom laten we hem niet zien."
        case .noteDamaged(let number, let note):
            "Notitie \(note) bij casus \(number) is beschadigd of buiten Kluis om veranderd, daarom laten we hem niet zien."
        case .attachmentDamaged(let number, let attachment):
            "Bijlage \(attachment) bij casus \(number) is beschadigd of buiten Kluis om veranderd, daarom geven we hem niet."
        case .pagerKeys(let last, let count): "\(last) van \(count). q: stoppen, spatie: verder, b: terug."
        case .draftLeft:
            "Wat je typte is niet in de kluis bewaard, maar ligt verzegeld klaar op deze computer: doe hetzelfde nog eens om ermee verder te gaan."
        case .draftWaits(let time, let place):
            "Er ligt nog een tekst klaar die je op \(Moment(time).day.dutch) niet afmaakte: met '\(place.command)' ga je ermee verder."
        case .editorFailed(let editor): "De editor \(editor.rawValue) is met een fout geëindigd."
        case .draftsGone(1): "Een tekst die je nog niet had bewaard is weg: de casus waar hij bij hoorde is gewist of teruggetrokken."
        case .draftsGone(let count):
            "\(count) teksten die je nog niet had bewaard zijn weg: de casussen waar ze bij hoorden zijn gewist of teruggetrokken."
        case .typedRefusedBelow: "Wat je typte is niet bewaard. Hieronder staat het nog, dus kopieer het voordat je verder gaat."
        case .typedRefused: "Wat je typte is niet bewaard; de tekst staat nog op het scherm, dus kopieer hem voordat je verder gaat."
        }
    }

    var english: String {
        switch self {
        case .keepPassphraseWell:
            "Remember your passphrase well: without it you cannot get at your cases any more, and the makers of Kluis cannot help then either."
        case .beginGroup: "Now begin a group with 'kluis group create --name NAME --vault FILE'."
        case .useOldBackups:
            "Old backups of this directory still open with your old passphrase; 'kluis identity show' tells whether the new one works."
        case .writeFirstCase: "Now write your first case with 'kluis case add'."
        case .lookAtCase(let number): "Read it back with 'kluis case show \(number)'."
        case .lookAtNotes(let number): "Read all notes with 'kluis note list \(number)'."
        case .lookAtAttachments(let number): "'kluis attach list \(number)' shows which attachments there are."
        case .lookAtHistory(let number): "'kluis case history \(number)' shows which versions there were."
        case .lookAtReaders(let number): "'kluis case readers \(number)' shows who have read it."
        case .theyOpenAgain(let name): "\(name) has the use of it with the next command."
        case .lookAtLog: "What was done stays in the log: see 'kluis log show'."
        case .howFarErased(let number): "How far it is you see later with the same command: 'kluis case erase \(number)'."
        case .lookAtMembers: "'kluis member list' shows who are part of the group."
        case .theyAccept(let request):
            "Whoever accepts you types 'kluis member accept \(request) --name NAME' and then the words that you say."
        case .handOver(let file):
            "The request is in \(file). Give that file to somebody in the group, who puts it into the vault with 'kluis member requests --in FILE'."
        case .howToAccept: "Let the other say six words to you, and then type 'kluis member accept REQUEST --name NAME'."
        case .keepBackupElsewhere:
            "Keep it in another place than the vault. When somebody goes, make a new one: what was shared with them does not open from this one any more then."
        case .checkEverything: "Look it over with 'kluis check --deep'."
        case .theyBegin(let name, .auditor): "\(name) can begin now, for example with 'kluis log show'."
        case .theyBegin(let name, _): "\(name) can begin now, for example with 'kluis case list'."
        case .othersGetKeys:
            "The others get new keys as soon as one of them uses Kluis again. You may still have what you read or copied before."
        case .lookedAtCase: "The log now says that you looked at this case, and the members of your group can see that."
        case .lookedAtCases: "The log now says that you looked at this list, and the members of your group can see that."
        case .lookedAtHistory: "The log now says that you looked at these versions, and the members of your group can see that."
        case .lookedAtNotes: "The log now says that you looked at these notes, and the members of your group can see that."
        case .lookedAtAttachments: "The log now says that you looked at this list, and the members of your group can see that."
        case .savedAttachment:
            "The log now says that you saved this attachment. Outside the vault anybody who can get at the file can read it: erase it when you need it no more."
        case .lookedAtLog: "The log now says that you looked at the log, and the members of your group can see that."
        case .searched(found: false):
            "The log now says that you searched, not what for, and the members of your group can see that."
        case .searched(found: true):
            "The log now says that you searched and where something was found, not what for, and the members of your group can see that."
        case .filesStay:
            "The files themselves are still in the folder, not encrypted: remove them when you do not need them there any more."
        case .moreFound(let limit):
            "More was found than is shown here: Kluis shows at most \(limit) places, so search for something more precise."
        case .lookedAtReaders: "The log now says that you looked at who read this case, and the members of your group can see that."
        case .verifiedLog: "The log now says that you verified the log."
        case .waiting: "Another command of Kluis is still at work; we wait a moment."
        case .progress(let done, let total): "\(done) of \(total)"
        case .voidEntries(let count):
            count == 1
                ? "1 entry came into the log that goes against a rule of the group and has therefore changed nothing."
                : "\(count) entries came into the log that go against a rule of the group and have therefore changed nothing."
        case .keysMissing(1, let group):
            "The key of 1 circle of \(group) did not reach you, so you cannot open what is in it; ask somebody else in it for 'kluis member rewrap' with your name."
        case .keysMissing(let circles, let group):
            "The keys of \(circles) circles of \(group) did not reach you, so you cannot open what is in them; ask somebody else in them for 'kluis member rewrap' with your name."
        case .backupsEnded(let group):
            "\(group) has new keys. Backups from before do not open with them, so make a new one with 'kluis backup create FILE'."
        case .endsSoon(let ending, let group) where ending.cases == 1:
            "Your last day with \(group) is \(ending.day.english). Nobody else can open the text of 1 case: it is erased after that, unless you share it first."
        case .endsSoon(let ending, let group):
            "Your last day with \(group) is \(ending.day.english). Nobody else can open the text of \(ending.cases) cases: it is erased after that, unless you share them first."
        case .draftsGo(let name, 1):
            "Nobody else can open the text of 1 case of \(name); it is erased when that day has passed, unless \(name) shares it first."
        case .draftsGo(let name, let cases):
            "Nobody else can open the text of \(cases) cases of \(name); it is erased when that day has passed, unless \(name) shares them first."
        case .news(let news): news.english
        case .paper(let paper): paper.english
        case .trust(let trust): trust.english
        case .exported(let deed): deed.english
        case .unlocking(let wording): wording.english
        case .vaultMoved: "This vault stands in another place than last time, and it is the same vault."
        case .caseDamaged(let number): "Case \(number) is damaged or was changed outside Kluis, so we do not show it."
        case .noteDamaged(let number, let note):
            "Note \(note) on case \(number) is damaged or was changed outside Kluis, so we do not show it."
        case .attachmentDamaged(let number, let attachment):
            "Attachment \(attachment) of case \(number) is damaged or was changed outside Kluis, so we do not give it."
        case .pagerKeys(let last, let count): "\(last) of \(count). q: stop, space: on, b: back."
        case .draftLeft:
            "What you typed has not been kept in the vault, but lies ready on this computer, sealed: do the same once more to go on with it."
        case .draftWaits(let time, let place):
            "A text that you did not finish on \(Moment(time).day.english) still lies ready: '\(place.command)' goes on with it."
        case .editorFailed(let editor): "The editor \(editor.rawValue) ended with an error."
        case .draftsGone(1): "A text that you had not kept yet is gone: the case it was about was erased or withdrawn."
        case .draftsGone(let count):
            "\(count) texts that you had not kept yet are gone: the cases they were about were erased or withdrawn."
        case .typedRefusedBelow: "What you typed has not been kept. It still stands below, so copy it before you go on."
        case .typedRefused: "What you typed has not been kept; the text is still on the screen, so copy it before you go on."
        }
    }
}
