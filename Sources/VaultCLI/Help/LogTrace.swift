/// What others see of a command: what it writes in the log, or leaves in the vault.
enum LogTrace: Sentence, CaseIterable {
    case nothing
    case nothingOfYours
    case asItsCommands
    // The membership.
    case founded
    case asked
    case requests
    case accepted
    case lastDay
    case removed
    case left
    case rewrapped
    // Cases, and what stands beside them.
    case wrote
    case listed
    case opened
    case edited
    case versions
    case shared
    case withdrawn
    case readersSeen
    case closed
    case erased
    case noteWritten
    case notesOpened
    case noteEdited
    case attached
    case attachmentsListed
    case saved
    case searched
    case imported
    // The log, and the vault as a whole.
    case logOpened
    case logVerified
    case trusted
    case exported
    case expired
    case backedUp
    case restored

    var dutch: String {
        switch self {
        case .nothing: "Niets: hiervan komt geen regel in het logboek."
        case .nothingOfYours: "Niets: jouw eigen map en jouw kluizen blijven zoals ze zijn."
        case .asItsCommands: "Wat elke stap in het logboek zet is wat het commando van die stap erin zet; Kluis zegt het erbij."
        case .founded: "In de eerste regel van het logboek staat dat jij de groep begon."
        case .asked: "Er komt nog geen regel in het logboek. In de kluis staat een verzoek met de tijd, zonder jouw naam."
        case .requests: "Er komt geen regel in het logboek. Met --in en --drop verandert wel wat er in de kluis klaarligt."
        case .accepted: "In het logboek komt wie jij toeliet, als wat en tot wanneer. De anderen horen het bij hun volgende commando."
        case .lastDay: "In het logboek komt welke laatste dag jij voor wie opschreef. De anderen horen het bij hun volgende commando."
        case .removed: "In het logboek komt wie jij uit de groep haalde. De anderen horen het bij hun volgende commando."
        case .left: "In het logboek komt dat je weg bent. De anderen horen het bij hun volgende commando."
        case .rewrapped: "In het logboek komt aan wie jij opnieuw sleutels gaf."
        case .wrote: "In het logboek komt dat jij een casus schreef, met het nummer; nooit de titel of de tekst."
        case .listed: "In het logboek komt dat jij de lijst met casussen bekeek."
        case .opened: "In het logboek komt dat jij deze casus opende, nog voordat je hem ziet."
        case .edited: "In het logboek komt dat jij de casus veranderde. Laat Kluis je eerst de tekst van nu zien, dan komt dat er ook in."
        case .versions: "In het logboek komt dat jij de versies van deze casus bekeek."
        case .shared: "In het logboek komt dat jij de casus deelde. Wie erbuiten blijft ziet dat en het nummer, niet de titel of de tekst."
        case .withdrawn: "In het logboek komt dat jij de casus terugtrok."
        case .readersSeen: "In het logboek komt dat jij bekeek wie deze casus lazen."
        case .closed: "In het logboek komt dat jij de casus afsloot."
        case .erased: "In het logboek komt dat jij de casus wiste. Wie hem schreef en las blijft daar ook staan, bij het nummer."
        case .noteWritten: "In het logboek komt dat jij een notitie schreef, en bij welke casus; nooit de tekst."
        case .notesOpened: "In het logboek komt dat jij de notities bij deze casus opende."
        case .noteEdited:
            "In het logboek komt dat jij de notitie veranderde. Laat Kluis je eerst de tekst van nu zien, dan komt dat er ook in."
        case .attached: "In het logboek komt dat jij een bijlage toevoegde, en bij welke casus; nooit de naam van het bestand."
        case .attachmentsListed: "In het logboek komt dat jij de bijlagen van deze casus bekeek."
        case .saved: "In het logboek komt dat jij deze bijlage buiten de kluis zette. Dat telt als lezen van de casus."
        case .searched: "In het logboek komt dat jij zocht en bij welke casussen iets te zien was; nooit wat je zocht."
        case .imported: "In het logboek komt dat jij casussen binnenbracht, met hun nummers; nooit de namen van de bestanden."
        case .logOpened: "In het logboek komt dat jij het logboek las."
        case .logVerified: "In het logboek komt dat jij het logboek narekende."
        case .trusted: "In het logboek komt dat jij een ander logboek verliet voor dit, en welk."
        case .exported: "In het logboek komt dat jij het logboek naar buiten bracht, en hoeveel ervan."
        case .expired: "In het logboek komt dat jij wiste wat te oud was, en tot waar."
        case .backedUp: "In het logboek komt dat jij een reservekopie maakte."
        case .restored: "In het logboek komt dat jij een reservekopie terugzette, en wat er verloren is."
        }
    }

    var english: String {
        switch self {
        case .nothing: "Nothing: no entry of this gets into the log."
        case .nothingOfYours: "Nothing: your own directory and your vaults stay as they are."
        case .asItsCommands: "What each step writes in the log is what the command of that step writes; Kluis says so with it."
        case .founded: "The first entry of the log says that you began the group."
        case .asked: "No entry gets into the log yet. In the vault is a request with the time, without your name."
        case .requests: "No entry gets into the log. With --in and --drop it does change what waits in the vault."
        case .accepted: "The log says whom you accepted, as what and until when. The others hear it with their next command."
        case .lastDay: "The log says which last day you wrote down for whom. The others hear it with their next command."
        case .removed: "The log says whom you removed from the group. The others hear it with their next command."
        case .left: "The log says that you have gone. The others hear it with their next command."
        case .rewrapped: "The log says to whom you gave keys again."
        case .wrote: "The log says that you wrote a case, with its number; never its title or text."
        case .listed: "The log says that you looked at the list of cases."
        case .opened: "The log says that you opened this case, before you see it."
        case .edited: "The log says that you changed the case. Where Kluis first shows you the text of now, it says that too."
        case .versions: "The log says that you looked at the versions of this case."
        case .shared: "The log says that you shared the case. Who is left out sees that and the number, not the title or the text."
        case .withdrawn: "The log says that you withdrew the case."
        case .readersSeen: "The log says that you looked at who have read this case."
        case .closed: "The log says that you closed the case."
        case .erased: "The log says that you erased the case. Who wrote and read it stays there too, beside its number."
        case .noteWritten: "The log says that you wrote a note, and on which case; never its text."
        case .notesOpened: "The log says that you opened the notes on this case."
        case .noteEdited: "The log says that you changed the note. Where Kluis first shows you the text of now, it says that too."
        case .attached: "The log says that you added an attachment, and to which case; never the name of the file."
        case .attachmentsListed: "The log says that you looked at the attachments of this case."
        case .saved: "The log says that you put this attachment outside the vault. It counts as reading the case."
        case .searched: "The log says that you searched and in which cases something was shown; never what you searched for."
        case .imported: "The log says that you brought cases in, with their numbers; never the names of the files."
        case .logOpened: "The log says that you read the log."
        case .logVerified: "The log says that you verified the log."
        case .trusted: "The log says that you left another log for this one, and which."
        case .exported: "The log says that you took the log outside, and how much of it."
        case .expired: "The log says that you erased what was too old, and up to where."
        case .backedUp: "The log says that you made a backup."
        case .restored: "The log says that you put a backup back, and what is lost."
        }
    }
}
