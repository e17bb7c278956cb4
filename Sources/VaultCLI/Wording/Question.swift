import VaultCore
import VaultFormat
import VaultSystem

/// What is asked on the terminal. The group's name stands in every question that comes after the vault has been opened.
enum Question: Sentence {
    case passphrase
    case newPassphrase
    case newPassphraseAgain
    case shortPassphrase
    case caseText(group: String)
    case newCaseText(number: Int, group: String, Existing)
    case noteText(number: Int, group: String)
    case newNoteText(number: Int, note: Int, group: String, Existing)
    case searchTerm(group: String)
    case heardWords(name: String, group: String)
    case unknownWord(place: Int)
    case otherWords(name: String)
    // In a menu a number is what one types all the time: there it makes nothing certain.
    case certainOfRemoval(name: String, byNumber: Bool)
    case certainOfLeaving(name: String, byNumber: Bool)
    case certainOfErasing(case: Int, byNumber: Bool)
    case erasingWord
    case certainOfRestoring(group: String)
    case certainOfExpiring(group: String)
    case certain
    case howToWriteCase
    case howToWriteCaseInShort
    case howToEnd
    case howToEndDry
    case howToSeeAll
    case editorKeys
    case editorKeysDry
    case howToUseEditor(OutsideEditor)
    case howToUseEditorDry(OutsideEditor)
    case goOnWithDraft(Draft.Place, time: Instant, group: String, isOvertaken: Bool)

    /// Where the text stands that is to be changed.
    enum Existing: CaseIterable {
        /// It is not shown.
        case hidden
        /// Above the question.
        case above
        /// In the editor.
        case editable
    }

    var dutch: String {
        switch self {
        case .passphrase: "Je wachtzin: "
        case .newPassphrase: "Typ hier je nieuwe wachtzin: "
        case .newPassphraseAgain: "Typ dezelfde wachtzin nog een keer: "
        case .shortPassphrase:
            "Deze wachtzin is kort: wie jouw bestanden heeft, kan hem met geduld raden. Beter zijn vijf of meer willekeurige woorden. Met Ctrl-C stop je, en kies je een andere."
        case .caseText(let group): "Een nieuwe casus voor \(group)."
        case .newCaseText(let number, let group, .hidden): "Schrijf hier casus \(number) van \(group) opnieuw, helemaal."
        case .newCaseText(let number, let group, .above):
            "Casus \(number) van \(group) staat hierboven. Schrijf hem hier opnieuw, helemaal."
        case .newCaseText(let number, let group, .editable): "Casus \(number) van \(group), om te veranderen."
        case .noteText(let number, let group): "Een notitie bij casus \(number) van \(group)."
        case .newNoteText(let number, let note, let group, .hidden):
            "Schrijf hier notitie \(note) bij casus \(number) van \(group) opnieuw, helemaal."
        case .newNoteText(let number, let note, let group, .above):
            "Notitie \(note) bij casus \(number) van \(group) staat hierboven. Schrijf hem hier opnieuw, helemaal."
        case .newNoteText(let number, let note, let group, .editable): "Notitie \(note) bij casus \(number) van \(group), om te veranderen."
        case .searchTerm(let group): "Wat zoek je in \(group)?"
        case .heardWords(let name, let group):
            "Typ de zes woorden die je \(name) zelf hoort zeggen; alleen als ze kloppen, laat Kluis \(name) toe tot \(group):"
        case .unknownWord(let place) where place > 6: "Dit zijn meer dan zes woorden."
        case .unknownWord(let place): "Woord \(place) ontbreekt, of staat niet in de lijst van Kluis. Vraag het nog eens."
        case .otherWords(let name):
            "Deze woorden horen niet bij dit verzoek. Laat \(name) ze nog eens zelf voorlezen. Kloppen ze weer niet, druk dan op Enter: het verzoek is misschien van iemand anders."
        case .certainOfRemoval(let name, byNumber: true): "Typ de naam of het nummer van \(name) als je het zeker weet:"
        case .certainOfRemoval(let name, byNumber: false): "Typ de naam, \(name), als je het zeker weet:"
        case .certainOfLeaving(let name, byNumber: true): "Typ je naam (\(name)) of je nummer als je het zeker weet:"
        case .certainOfLeaving(let name, byNumber: false): "Typ je naam, \(name), als je het zeker weet:"
        case .certainOfErasing(let number, byNumber: true): "Typ het nummer van de casus (\(number)) als je het zeker weet:"
        case .certainOfErasing(let number, byNumber: false):
            "Typ het woord \(Question.erasingWord.dutch) als je zeker weet dat casus \(number) weg moet:"
        case .erasingWord: "wissen"
        case .certainOfRestoring(let group), .certainOfExpiring(let group): "Typ de naam van de groep (\(group)) als je het zeker weet:"
        case .certain: "Weet je het zeker? Typ ja of nee:"
        case .howToWriteCase:
            "Begin met de titel op één regel, dan een lege regel. Een alinea na 'pitch:' is de pitch, en de rest is de tekst."
        case .howToWriteCaseInShort: "De eerste regel is de titel."
        case .howToEnd: "Klaar? Druk op Ctrl-D. Met Ctrl-C stop je, en ligt je tekst verzegeld klaar voor later."
        case .howToEndDry: "Klaar? Druk op Ctrl-D. Met Ctrl-C stop je; er wordt niets bewaard."
        case .howToSeeAll: "Met een pijltjestoets gaat de tekst open op het hele scherm, en kun je er overal iets in veranderen."
        case .editorKeys: "Ctrl-D: bewaren. Ctrl-C: stoppen. Je tekst blijft dan klaarliggen."
        case .editorKeysDry: "Ctrl-D: klaar. Ctrl-C: stoppen. Er wordt niets bewaard."
        case .howToUseEditor(let editor):
            "Bewaar je tekst in \(editor.rawValue) en sluit af. Sluit je af zonder te bewaren, dan stop je en verandert er niets."
        case .howToUseEditorDry(let editor): "Bewaar je tekst in \(editor.rawValue) en sluit af. Er wordt niets van bewaard in de kluis."
        case .goOnWithDraft(let place, let time, let group, isOvertaken: true):
            "Er ligt nog een tekst voor \(group) klaar, \(place.dutch), die je op \(Moment(time).day.dutch) niet afmaakte. Daarna is de tekst in de kluis nog veranderd; wat klaarligt komt daarvoor in de plaats. Ga je daarmee verder? Typ ja of nee; bij nee gooit Kluis hem weg, en met alleen Enter blijft hij liggen:"
        case .goOnWithDraft(let place, let time, let group, isOvertaken: false):
            "Er ligt nog een tekst voor \(group) klaar, \(place.dutch), die je op \(Moment(time).day.dutch) niet afmaakte. Ga je daarmee verder? Typ ja of nee; bij nee gooit Kluis hem weg, en met alleen Enter blijft hij liggen:"
        }
    }

    var english: String {
        switch self {
        case .passphrase: "Your passphrase: "
        case .newPassphrase: "Type your new passphrase here: "
        case .newPassphraseAgain: "Type the same passphrase once more: "
        case .shortPassphrase:
            "This passphrase is short: whoever has your files can guess it with patience. Five or more random words are better. Ctrl-C stops, and you choose another."
        case .caseText(let group): "A new case for \(group)."
        case .newCaseText(let number, let group, .hidden): "Write case \(number) of \(group) here anew, all of it."
        case .newCaseText(let number, let group, .above): "Case \(number) of \(group) stands above. Write it here anew, all of it."
        case .newCaseText(let number, let group, .editable): "Case \(number) of \(group), to be changed."
        case .noteText(let number, let group): "A note on case \(number) of \(group)."
        case .newNoteText(let number, let note, let group, .hidden):
            "Write note \(note) on case \(number) of \(group) here anew, all of it."
        case .newNoteText(let number, let note, let group, .above):
            "Note \(note) on case \(number) of \(group) stands above. Write it here anew, all of it."
        case .newNoteText(let number, let note, let group, .editable): "Note \(note) on case \(number) of \(group), to be changed."
        case .searchTerm(let group): "What do you search for in \(group)?"
        case .heardWords(let name, let group):
            "Type the six words that you hear \(name) say; only if they are right, Kluis accepts \(name) into \(group):"
        case .unknownWord(let place) where place > 6: "These are more than six words."
        case .unknownWord(let place): "Word \(place) is missing, or is not in the list of Kluis. Ask for it once more."
        case .otherWords(let name):
            "These words do not belong to this request. Let \(name) read them aloud once more. If they are wrong again, press Enter: the request may be somebody else's."
        case .certainOfRemoval(let name, byNumber: true): "Type the name or number of \(name) if you are sure:"
        case .certainOfRemoval(let name, byNumber: false): "Type the name, \(name), if you are sure:"
        case .certainOfLeaving(let name, byNumber: true): "Type your name (\(name)) or your number if you are sure:"
        case .certainOfLeaving(let name, byNumber: false): "Type your name, \(name), if you are sure:"
        case .certainOfErasing(let number, byNumber: true): "Type the number of the case (\(number)) if you are sure:"
        case .certainOfErasing(let number, byNumber: false):
            "Type the word \(Question.erasingWord.english) if you are sure that case \(number) must go:"
        case .erasingWord: "erase"
        case .certainOfRestoring(let group), .certainOfExpiring(let group): "Type the name of the group (\(group)) if you are sure:"
        case .certain: "Are you sure? Type yes or no:"
        case .howToWriteCase:
            "Begin with the title on one line, then an empty line. A paragraph after 'pitch:' is the pitch, and the rest is the text."
        case .howToWriteCaseInShort: "The first line is the title."
        case .howToEnd: "Done? Press Ctrl-D. Ctrl-C stops, and your text lies ready for later, sealed."
        case .howToEndDry: "Done? Press Ctrl-D. Ctrl-C stops; nothing is kept."
        case .howToSeeAll: "An arrow key opens the text on the whole screen, where you can change anything in it."
        case .editorKeys: "Ctrl-D: keep it. Ctrl-C: stop. Your text then stays ready."
        case .editorKeysDry: "Ctrl-D: done. Ctrl-C: stop. Nothing is kept."
        case .howToUseEditor(let editor):
            "Save your text in \(editor.rawValue) and end it. If you end it without saving, you stop, and nothing changes."
        case .howToUseEditorDry(let editor): "Save your text in \(editor.rawValue) and end it. Nothing of it is kept in the vault."
        case .goOnWithDraft(let place, let time, let group, isOvertaken: true):
            "A text for \(group), \(place.english), that you did not finish on \(Moment(time).day.english) still lies ready. The text in the vault was changed after that, and this one would take its place. Do you go on with it? Type yes or no; with no, Kluis throws it away, and with Enter alone it stays:"
        case .goOnWithDraft(let place, let time, let group, isOvertaken: false):
            "A text for \(group), \(place.english), that you did not finish on \(Moment(time).day.english) still lies ready. Do you go on with it? Type yes or no; with no, Kluis throws it away, and with Enter alone it stays:"
        }
    }
}

extension Draft.Place: Sentence {
    var dutch: String {
        switch self {
        case .newCase: "een nieuwe casus"
        case .caseEdit(let number): "een nieuwe versie van casus \(number)"
        case .newNote(let number): "een notitie bij casus \(number)"
        case .noteEdit(let number, let note): "een nieuwe versie van notitie \(note) bij casus \(number)"
        }
    }

    var english: String {
        switch self {
        case .newCase: "a new case"
        case .caseEdit(let number): "a new version of case \(number)"
        case .newNote(let number): "a note on case \(number)"
        case .noteEdit(let number, let note): "a new version of note \(note) on case \(number)"
        }
    }
}
