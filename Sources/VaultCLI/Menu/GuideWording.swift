import VaultFormat

/// What a newcomer is told and asked.
enum GuideWording: Sentence {
    // What Kluis is.
    case hello
    case whatItIs
    case whatItIsNot
    case howToAnswer
    case drafts
    case sharing
    case lookingIsWritten
    case goingAway
    case copies
    case commands
    // The key.
    case beginHow
    case yourName
    case whatAPassphraseIs
    case ifForgotten
    case passphraseHow
    case drawn([String])
    case howGoodDrawn
    case writeDown
    case nothingShown
    case notYet
    case aboutPaper
    case paperNow
    case later
    // The group.
    case groupHow
    case groupName
    case whoUsesTheFile
    case accountsTogether
    case whereToPut
    case notInACloud
    case whereVault(proposal: String)
    case inFolder(String)
    case inAlready
    case whatTheWordsAreFor
    case whatJoiningIs
    case whichVault
    case thisVault(String)
    case callSomebody
    case waiting(request: Int)
    case notAcceptedYet
    case accepted
    case comeBack
    // The first steps.
    case inGroup(String, Role)
    case auditorBegins
    case readFirst(Int)
    case whatACaseIs
    case whoSeesDraft
    case whatOthersSee
    case next
    case invite(vault: String)
    case backup
    case menu

    /// How many words are drawn for a passphrase: eleven bits each.
    static let drawnCount = 5

    /// The explanation that the menu gives.
    static let explanation: [GuideWording] = [
        .whatItIs, .drafts, .sharing, .lookingIsWritten, .goingAway, .copies, .ifForgotten, .whatItIsNot, .commands,
    ]

    var dutch: String {
        switch self {
        case .hello: "Welkom bij Kluis. Je hebt op deze computer nog geen sleutel, dus je begint bij het begin."
        case .whatItIs:
            "Kluis bewaart de casussen van jouw intervisiegroep in één bestand, de kluis. Alles daarin is versleuteld: alleen wie bij de groep hoort kan het openen, met een eigen sleutel. Wie wat bekijkt, komt in een logboek dat de groep kan lezen."
        case .whatItIsNot:
            "Kluis is geen dossier en geen chat, en niemand kan je wachtzin voor je terughalen. Jullie werken allemaal in hetzelfde bestand, niet in kopieën. En Kluis houdt niet tegen dat iemand onthoudt of overschrijft wat die heeft gelezen."
        case .howToAnswer:
            "Kluis stelt steeds één vraag. Typ je antwoord en druk op Enter. Met alleen Enter of een 0 ga je terug; met Ctrl-D stop je. Je kunt later verdergaan waar je was, met 'kluis start'."
        case .drafts: "Een nieuwe casus kun je eerst alleen zelf openen. De anderen zien dan ook de titel niet."
        case .sharing:
            "Je kiest zelf wanneer je hem deelt: met de hele groep, alleen de titel en de pitch, of met de groep zonder iemand die de cliënt misschien kent. Je kunt hem weer terugtrekken."
        case .lookingIsWritten:
            "Als je een casus opent, iets zoekt of een lijst bekijkt, komen jouw naam en de tijd in het logboek. Dat geldt voor iedereen."
        case .goingAway:
            "Gaat er iemand weg, dan krijgt de groep nieuwe sleutels. Wat er daarna bij komt, kan die persoon niet openen; wat eerder is gelezen of gekopieerd, kan die nog hebben."
        case .copies:
            "Wie alleen een kopie van het bestand heeft, ziet geen titel, tekst of naam. Wel is te zien hoe groot het is, hoeveel regels het logboek heeft en wanneer er iets is gedaan."
        case .commands:
            "Alles in dit menu kan ook als commando: 'kluis help' noemt ze. In meldingen staat soms een commando tussen aanhalingstekens, voor wat niet in het menu staat."
        case .beginHow: "Hoe begin je?"
        case .yourName: "Hoe heet je, zoals je groep jou kent?"
        case .whatAPassphraseIs:
            "Nu kies je een wachtzin. Daarmee open je jouw sleutel, elke keer als je Kluis gebruikt. Goed is een zin van vijf of meer willekeurige woorden, die je nergens anders gebruikt."
        case .ifForgotten:
            "Ben je je wachtzin kwijt en heb je jouw sleutel niet op papier, dan kan niemand hem terughalen, ook de makers van Kluis niet. Wat je niet hebt gedeeld, is dan weg."
        case .passphraseHow: "Hoe kom je aan een wachtzin?"
        case .drawn(let words): "Jouw wachtzin: \(words.joined(separator: " "))"
        case .howGoodDrawn:
            "Deze \(Self.drawnCount) woorden zijn geloot uit een lijst van 2.048. Dat zijn 36 biljard mogelijkheden (55 bits), en elke poging om te raden kost rekenwerk. Een zin die je zelf bedenkt, is bijna altijd makkelijker te raden."
        case .writeDown:
            "Schrijf de woorden met pen op tot je ze kent, en gooi het briefje dan weg. Ze staan nog op je scherm: sluit dit venster als je straks klaar bent met Kluis. Typ ze met spaties ertussen."
        case .nothingShown: "Terwijl je je wachtzin typt, zie je niets op het scherm. Dat hoort zo."
        case .notYet: "Dat is niet gelukt. Wat wil je doen?"
        case .aboutPaper:
            "Jouw sleutel kan ook op papier: acht regels met woorden, die je met pen overschrijft. Daarmee kom je terug als je wachtzin weg is of je computer stuk. Kluis vraagt daarvoor nog een keer je wachtzin; dat is meteen een goede oefening."
        case .paperNow: "Wil je jouw sleutel op papier zetten?"
        case .later: "Later"
        case .groupHow: "Hoe begin je met een groep?"
        case .groupName: "Hoe heet jullie groep?"
        case .whoUsesTheFile: "Hoe komen jullie bij dit bestand?"
        case .accountsTogether:
            "Vraag dan degene die de computer beheert, of jullie accounts allemaal bij dit bestand mogen. Anders kan alleen jij bij het bestand."
        case .whereToPut:
            "De kluis van de groep is één bestand. Zet het waar jullie allemaal bij kunnen: op een netwerkschijf, op één computer, of op een stick die rondgaat. De naam van het bestand kan iedereen zien, dus zet er niets in over de groep."
        case .notInACloud:
            "Gebruik geen map die kopieën maakt op meer computers, zoals OneDrive of Dropbox: twee mensen die in twee kopieën schrijven, maken twee kluizen die niet meer bij elkaar passen."
        case .whereVault(let proposal):
            "Waar moet de kluis komen? Druk op Enter voor \(proposal), typ een andere plek, of typ 0 om terug te gaan:"
        case .inFolder(let file): "Het bestand wordt \(file)."
        case .inAlready: "Bij deze groep hoor je al."
        case .whatTheWordsAreFor:
            "Die zes woorden horen bij het begin van jullie logboek. Kluis bewaart ze voor je. Zet ze ook in de afspraken van de groep: daaraan is later te zien dat het nog hetzelfde logboek is."
        case .whatJoiningIs:
            "Je vraagt zelf of je erbij mag. Kluis laat je dan zes woorden zien. Die lees je voor aan iemand uit de groep, aan de telefoon of als jullie bij elkaar zitten. Diegene laat jou dan toe. Heb het bestand van de groep bij de hand."
        case .whichVault: "Waar staat het bestand van de groep? Typ de map en de naam, zoals /media/stick/intervisie.kluis:"
        case .thisVault(let path):
            "Is dit het bestand van de groep: \(path)? Druk op Enter als het klopt, typ een andere plek, of typ 0 om terug te gaan:"
        case .callSomebody:
            "Bel nu iemand uit de groep, of loop erheen. Zeg de woorden, en noem het nummer van jouw verzoek. De ander kiest in Kluis 'De groep' en dan 'Iemand toelaten'."
        case .waiting(let request): "Jouw verzoek \(request) wacht tot iemand uit de groep je toelaat. Wat wil je doen?"
        case .notAcceptedYet: "Niemand heeft je nog toegelaten. Ben je de woorden kwijt, vraag dan opnieuw: je krijgt dan nieuwe."
        case .accepted: "Je bent toegelaten."
        case .comeBack: "Dat is goed. Typ later 'kluis start', dan ga je hier verder."
        case .inGroup(let group, let role): "Je hoort bij \(group), als \(role.dutch)."
        case .auditorBegins: "Je kunt het logboek lezen en er een verslag van maken. Casussen kun je niet openen."
        case .readFirst(1): "Er is 1 casus die je nog niet las. Kluis laat nu de lijst zien; kies daaruit wat je wilt lezen."
        case .readFirst(let count):
            "Er zijn \(count) casussen die je nog niet las. Kluis laat nu de lijst zien; kies daaruit wat je wilt lezen."
        case .whatACaseIs:
            "Nu schrijf je een casus. Een paar zinnen is genoeg, en een oefening mag ook: je kunt hem later opnieuw schrijven of wissen. Gebruik geen namen van cliënten."
        case .whoSeesDraft: "Wat je schrijft, kan eerst alleen jij openen. De anderen zien ook de titel niet."
        case .whatOthersSee:
            "Jouw casus is verzegeld. Wie het bestand kopieert, ziet dat er iets bij kwam, hoe groot het ongeveer is en wanneer, en geen woord van wat je schreef. Leden van je groep zien het pas als je deelt."
        case .next: "Je bent klaar om te beginnen. Dit kun je nu doen:"
        case .invite(let vault):
            "Nodig je groep uit: ieder zet Kluis op een eigen computer of account, typt 'kluis start' (wie al in een andere groep zit typt 'kluis', en gaat naar een andere groep) en wijst dit bestand aan: \(vault). Daarna laat jij hen toe, met de zes woorden die zij je voorlezen."
        case .backup: "Maak een reservekopie zodra er iets in staat wat je niet kwijt wilt, en bewaar die op een andere plek."
        case .menu: "Typ voortaan 'kluis', zonder iets erachter. Dan zie je hoe het met je groep staat en kies je wat je wilt doen."
        }
    }
}
