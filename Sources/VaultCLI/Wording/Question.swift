/// What is asked on the terminal. The group's name stands in every question that comes after the vault has been opened.
enum Question: Sentence {
    case passphrase
    case newPassphrase
    case newPassphraseAgain
    case caseText(group: String)
    case newCaseText(number: Int, group: String, isShown: Bool)
    case noteText(number: Int, group: String)
    case newNoteText(number: Int, note: Int, group: String, isShown: Bool)
    case searchTerm(group: String)
    case heardWords(name: String, group: String)
    case unknownWord(place: Int)
    case certainOfRemoval(name: String)
    case certainOfLeaving(name: String)
    case certainOfErasing(case: Int)
    case certainOfRestoring(group: String)
    case certainOfExpiring(group: String)
    case certain
    case howToWriteCase
    case howToEnd

    var dutch: String {
        switch self {
        case .passphrase: "Je wachtzin: "
        case .newPassphrase: "Bedenk een wachtzin en typ hem hier: "
        case .newPassphraseAgain: "Typ dezelfde wachtzin nog een keer: "
        case .caseText(let group): "Een nieuwe casus voor \(group)."
        case .newCaseText(let number, let group, false): "Schrijf hier casus \(number) van \(group) opnieuw, helemaal."
        case .newCaseText(let number, let group, true): "Casus \(number) van \(group) staat hierboven. Schrijf hem hier opnieuw, helemaal."
        case .noteText(let number, let group): "Een notitie bij casus \(number) van \(group)."
        case .newNoteText(let number, let note, let group, false):
            "Schrijf hier notitie \(note) bij casus \(number) van \(group) opnieuw, helemaal."
        case .newNoteText(let number, let note, let group, true):
            "Notitie \(note) bij casus \(number) van \(group) staat hierboven. Schrijf hem hier opnieuw, helemaal."
        case .searchTerm(let group): "Wat zoek je in \(group)?"
        case .heardWords(let name, let group):
            "Typ de zes woorden die je \(name) zelf hoort zeggen; alleen als ze kloppen, laat Kluis \(name) toe tot \(group):"
        case .unknownWord(let place) where place > 6: "Dit zijn meer dan zes woorden."
        case .unknownWord(let place): "Woord \(place) ontbreekt, of staat niet in de lijst van Kluis. Vraag het nog eens."
        case .certainOfRemoval(let name): "Typ de naam of het nummer van \(name) als je het zeker weet:"
        case .certainOfLeaving(let name): "Typ je naam (\(name)) of je nummer als je het zeker weet:"
        case .certainOfErasing(let number): "Typ het nummer van de casus (\(number)) als je het zeker weet:"
        case .certainOfRestoring(let group), .certainOfExpiring(let group): "Typ de naam van de groep (\(group)) als je het zeker weet:"
        case .certain: "Weet je het zeker? Typ ja of nee:"
        case .howToWriteCase:
            "Begin met de titel op één regel, dan een lege regel. Een alinea na 'pitch:' is de pitch, en de rest is de tekst."
        case .howToEnd: "Klaar? Druk op een lege regel op Ctrl-D. Met Ctrl-C wordt er niets bewaard."
        }
    }

    var english: String {
        switch self {
        case .passphrase: "Your passphrase: "
        case .newPassphrase: "Think of a passphrase and type it here: "
        case .newPassphraseAgain: "Type the same passphrase once more: "
        case .caseText(let group): "A new case for \(group)."
        case .newCaseText(let number, let group, false): "Write case \(number) of \(group) here anew, all of it."
        case .newCaseText(let number, let group, true): "Case \(number) of \(group) stands above. Write it here anew, all of it."
        case .noteText(let number, let group): "A note on case \(number) of \(group)."
        case .newNoteText(let number, let note, let group, false):
            "Write note \(note) on case \(number) of \(group) here anew, all of it."
        case .newNoteText(let number, let note, let group, true):
            "Note \(note) on case \(number) of \(group) stands above. Write it here anew, all of it."
        case .searchTerm(let group): "What do you search for in \(group)?"
        case .heardWords(let name, let group):
            "Type the six words that you hear \(name) say; only if they are right, Kluis accepts \(name) into \(group):"
        case .unknownWord(let place) where place > 6: "These are more than six words."
        case .unknownWord(let place): "Word \(place) is missing, or is not in the list of Kluis. Ask for it once more."
        case .certainOfRemoval(let name): "Type the name or number of \(name) if you are sure:"
        case .certainOfLeaving(let name): "Type your name (\(name)) or your number if you are sure:"
        case .certainOfErasing(let number): "Type the number of the case (\(number)) if you are sure:"
        case .certainOfRestoring(let group), .certainOfExpiring(let group): "Type the name of the group (\(group)) if you are sure:"
        case .certain: "Are you sure? Type yes or no:"
        case .howToWriteCase:
            "Begin with the title on one line, then an empty line. A paragraph after 'pitch:' is the pitch, and the rest is the text."
        case .howToEnd: "Done? Press Ctrl-D on an empty line. With Ctrl-C nothing is kept."
        }
    }
}
