import VaultFormat

/// What a menu says and asks beside its choices.
enum MenuWording: Sentence {
    // Coming and going.
    case welcome
    case keyIsOpen
    case agentIsOpen
    case enterToStop
    case unlockAgain
    case lockedAfterWaiting
    case lockedNow
    case goodbye
    case goodbyeAgent
    case goodbyeNewcomer
    // Choosing.
    case back
    case stop
    case typeNumber
    case noSuchChoice
    case noSuchNumber
    case noSuchDay
    case pressEnter
    // Headings of lists.
    case whichGroup
    case whatToDo(group: String)
    case whatWithCase(Int)
    case whatWithMembers
    case whatWithLog
    case whatWithBackups
    case whatWithKey
    case cannotOpen
    case lookedFor(String)
    case whereNow
    case zeroToStop
    case explanationHeading
    // Questions.
    case whichCase
    case shareHow(Int)
    case leaveOutWhom
    case leaveOutMore
    case nobodyElse
    case whichImport
    case importHow
    case whichNote
    case wordsOfColleague
    case forWhomKeys
    case whichFile
    case whichAttachment
    case whichFolder
    case whichRequest
    case whichDropped
    case newOrBack
    case whatName
    case whichRole(String)
    case untilWhen(String)
    case whichHistory(String)
    case whoComesBack
    case whoseLastDay
    case whichDay
    case whomToRemove
    case leaveHow
    case whichLines
    case reportWhere
    case reportFile
    case whereBackup(proposal: String)
    case whichBackup
    case backupName(Day)

    var dutch: String {
        switch self {
        case .welcome: "Dit is Kluis. Typ je wachtzin om jouw sleutel te openen."
        case .keyIsOpen:
            "Jouw sleutel is open. Kies steeds een nummer en druk op Enter; met 0 ga je terug. Na een kwartier zonder toets gaat jouw sleutel vanzelf op slot."
        case .agentIsOpen:
            "Jouw sleutel staat al open, door 'kluis unlock'. Kies steeds een nummer en druk op Enter; met 0 ga je terug."
        case .enterToStop: "Probeer het nog eens, of druk op Enter om te stoppen."
        case .unlockAgain: "Typ je wachtzin om verder te gaan, of druk op Enter om te stoppen."
        case .lockedAfterWaiting: "Er is een kwartier niets getypt, daarom is jouw sleutel op slot. Straks vraagt Kluis weer je wachtzin."
        case .lockedNow: "Jouw sleutel is op slot."
        case .goodbye: "Jouw sleutel is op slot. Tot ziens."
        case .goodbyeAgent: "Tot ziens. Jouw sleutel staat nog open, door 'kluis unlock'; met 'kluis lock' gaat hij op slot."
        case .goodbyeNewcomer: "Tot ziens."
        case .back: "Terug"
        case .stop: "Stoppen"
        case .typeNumber: "Typ een nummer:"
        case .noSuchChoice: "Dat staat niet in de lijst. Kies een van de nummers hieronder."
        case .noSuchNumber: "Dat nummer kun je hier niet kiezen. Kies een ander, of druk op Enter om terug te gaan."
        case .noSuchDay: "Dat is geen dag. Schrijf hem als jaar, maand en dag, zoals 2027-01-31."
        case .pressEnter: "Druk op Enter om verder te gaan."
        case .whichGroup: "Welke groep?"
        case .whatToDo(let group): "Wat wil je doen in \(group)?"
        case .whatWithCase(let number): "Wat wil je doen met casus \(number)?"
        case .whatWithMembers: "Wat wil je doen met de groep?"
        case .whatWithLog: "Wat wil je uit het logboek weten?"
        case .whatWithBackups: "Wat wil je doen?"
        case .whatWithKey: "Wat wil je doen met jouw sleutel?"
        case .cannotOpen: "Deze groep gaat nu niet open. Wat wil je doen?"
        case .lookedFor(let path): "Kluis zocht het bestand \(path). Zit de stick erin, en is de schijf er?"
        case .whereNow: "Waar staat de kluis nu? Typ de map en de naam, of alleen Enter om terug te gaan:"
        case .zeroToStop: "Typ een nummer uit de lijst, of 0 om te stoppen."
        case .explanationHeading: "Wat Kluis doet"
        case .whichCase: "Welke casus? Typ het nummer, of alleen Enter om terug te gaan:"
        case .shareHow(let number): "Met wie deel je casus \(number)?"
        case .leaveOutWhom: "Wie laat je erbuiten? Typ het nummer, of alleen Enter om terug te gaan:"
        case .leaveOutMore: "Nog iemand? Typ het nummer, of alleen Enter als dit iedereen is:"
        case .nobodyElse: "Er is nog niemand anders in de groep."
        case .whichImport: "In welke map staan de teksten? Elk bestand op .txt of .md wordt een casus. Bijvoorbeeld ~/Documenten/casussen:"
        case .importHow: "Voor wie zijn deze casussen?"
        case .whichNote: "Welke notitie? Typ het nummer, of alleen Enter om terug te gaan:"
        case .wordsOfColleague: "Typ de zes woorden die een collega je voorleest, met spaties ertussen:"
        case .forWhomKeys: "Voor wie? Typ het nummer, of alleen Enter om terug te gaan:"
        case .whichFile: "Waar staat het bestand, bijvoorbeeld ~/Documenten/verslag.pdf?"
        case .whichAttachment: "Welke bijlage? Typ het nummer, of alleen Enter om terug te gaan:"
        case .whichFolder: "In welke map moet het bestand komen? Bijvoorbeeld ~/Documenten:"
        case .whichRequest: "Van wie hoor je de woorden? Typ het nummer van dat verzoek, of alleen Enter om terug te gaan:"
        case .whichDropped: "Welk verzoek gooi je weg? Typ het nummer, of alleen Enter om terug te gaan:"
        case .newOrBack: "Wie wil erbij?"
        case .whatName: "Hoe heet die persoon, zoals de groep de naam kent?"
        case .whichRole(let name): "Wat wordt \(name) in de groep?"
        case .untilWhen(let name): "Wat is de laatste dag van \(name)? Schrijf jaar, maand en dag, zoals 2027-01-31:"
        case .whichHistory(let name): "Wat mag \(name) lezen?"
        case .whoComesBack: "Wie komt er terug? Typ het nummer, of alleen Enter om terug te gaan:"
        case .whoseLastDay: "Van wie? Typ het nummer, of alleen Enter om terug te gaan:"
        case .whichDay: "Wat is de laatste dag? Schrijf jaar, maand en dag, zoals 2027-01-31:"
        case .whomToRemove: "Wie gaat er weg? Typ het nummer, of alleen Enter om terug te gaan:"
        case .leaveHow: "Hoe wil je weggaan?"
        case .whichLines: "Welke regels van het logboek?"
        case .reportWhere: "Hoe wil je het verslag?"
        case .reportFile: "Waar moet de pagina komen? Typ de map en de naam, zoals ~/verslag.html:"
        case .whereBackup(let proposal):
            "Waar moet de reservekopie komen? Het liefst op een stick of een andere computer. Druk op Enter voor \(proposal), typ een andere plek, of typ 0 om terug te gaan:"
        case .backupName(let day): "reservekopie-\(day.text)"
        case .whichBackup: "Waar staat de reservekopie? Typ de map en de naam:"
        }
    }

    var english: String {
        switch self {
        case .welcome: "This is Kluis. Type your passphrase to open your key."
        case .keyIsOpen:
            "Your key is open. Choose a number each time and press Enter; 0 goes back. After a quarter of an hour without a key pressed, your key locks itself."
        case .agentIsOpen:
            "Your key is open already, by 'kluis unlock'. Choose a number each time and press Enter; 0 goes back."
        case .enterToStop: "Try it once more, or press Enter to stop."
        case .unlockAgain: "Type your passphrase to go on, or press Enter to stop."
        case .lockedAfterWaiting:
            "Nothing was typed for a quarter of an hour, so your key is locked. Kluis will ask for your passphrase again."
        case .lockedNow: "Your key is locked."
        case .goodbye: "Your key is locked. Goodbye."
        case .goodbyeAgent: "Goodbye. Your key is still open, by 'kluis unlock'; 'kluis lock' locks it."
        case .goodbyeNewcomer: "Goodbye."
        case .back: "Back"
        case .stop: "Stop"
        case .typeNumber: "Type a number:"
        case .noSuchChoice: "That is not in the list. Choose one of the numbers below."
        case .noSuchNumber: "You cannot choose that number here. Choose another, or press Enter to go back."
        case .noSuchDay: "That is no day. Write it as year, month and day, like 2027-01-31."
        case .pressEnter: "Press Enter to go on."
        case .whichGroup: "Which group?"
        case .whatToDo(let group): "What do you want to do in \(group)?"
        case .whatWithCase(let number): "What do you want to do with case \(number)?"
        case .whatWithMembers: "What do you want to do with the group?"
        case .whatWithLog: "What do you want to know from the log?"
        case .whatWithBackups: "What do you want to do?"
        case .whatWithKey: "What do you want to do with your key?"
        case .cannotOpen: "This group does not open now. What do you want to do?"
        case .lookedFor(let path): "Kluis looked for the file \(path). Is the stick in, and the drive there?"
        case .whereNow: "Where is the vault now? Type the folder and the name, or Enter alone to go back:"
        case .zeroToStop: "Type a number of the list, or 0 to stop."
        case .explanationHeading: "What Kluis does"
        case .whichCase: "Which case? Type its number, or Enter alone to go back:"
        case .shareHow(let number): "With whom do you share case \(number)?"
        case .leaveOutWhom: "Whom do you leave out? Type the number, or Enter alone to go back:"
        case .leaveOutMore: "Somebody else? Type the number, or Enter alone if this is everybody:"
        case .nobodyElse: "There is nobody else in the group yet."
        case .whichImport:
            "Which folder are the texts in? Each file that ends in .txt or .md becomes a case. For example ~/Documents/cases:"
        case .importHow: "For whom are these cases?"
        case .whichNote: "Which note? Type its number, or Enter alone to go back:"
        case .wordsOfColleague: "Type the six words that a colleague reads to you, with spaces between them:"
        case .forWhomKeys: "For whom? Type the number, or Enter alone to go back:"
        case .whichFile: "Where is the file, for example ~/Documents/report.pdf?"
        case .whichAttachment: "Which attachment? Type its number, or Enter alone to go back:"
        case .whichFolder: "Into which folder should the file go? For example ~/Documents:"
        case .whichRequest: "Whose words do you hear? Type the number of that request, or Enter alone to go back:"
        case .whichDropped: "Which request do you drop? Type its number, or Enter alone to go back:"
        case .newOrBack: "Who wants to come in?"
        case .whatName: "What is that person's name, as the group knows it?"
        case .whichRole(let name): "What does \(name) become in the group?"
        case .untilWhen(let name): "What is the last day of \(name)? Write year, month and day, like 2027-01-31:"
        case .whichHistory(let name): "What may \(name) read?"
        case .whoComesBack: "Who comes back? Type the number, or Enter alone to go back:"
        case .whoseLastDay: "Whose? Type the number, or Enter alone to go back:"
        case .whichDay: "What is the last day? Write year, month and day, like 2027-01-31:"
        case .whomToRemove: "Who goes? Type the number, or Enter alone to go back:"
        case .leaveHow: "How do you want to leave?"
        case .whichLines: "Which entries of the log?"
        case .reportWhere: "How do you want the report?"
        case .reportFile: "Where should the page go? Type the folder and the name, like ~/report.html:"
        case .whereBackup(let proposal):
            "Where should the backup go? Best of all on a stick or another computer. Press Enter for \(proposal), type another place, or type 0 to go back:"
        case .backupName(let day): "backup-\(day.text)"
        case .whichBackup: "Where is the backup? Type the folder and the name:"
        }
    }
}
