import VaultCore
import VaultFormat
import VaultSystem

/// What `kluis doctor` says of a finding, and what to do about it.
struct DoctorWording: Sentence {
    let finding: CheckupFinding
    /// The home's path, for what is to be done with it.
    let home: String

    /// A path as it is typed in a shell.
    static func typed(_ path: String) -> String {
        path.allSatisfy { $0.isLetter || $0.isNumber || "/._-+~".contains($0) } ? path : "\"\(path)\""
    }

    /// Nil where there is nothing to do.
    func advice(in language: Language) -> String? {
        switch language {
        case .dutch: dutchAdvice
        case .english: englishAdvice
        }
    }

    var dutch: String {
        switch finding {
        case .noIdentity: "Hier is nog geen sleutel van jou."
        case .identityDamaged: "Het bestand met jouw sleutel is beschadigd, of van een nieuwere Kluis."
        case .ownedAlone(.home): "Alleen jij kunt bij jouw map van Kluis."
        case .ownedAlone(.identity): "Alleen jij kunt bij het bestand met jouw sleutel."
        case .ownedAlone(.vault(let path)): "Alleen jij kunt bij de kluis in \(path)."
        case .readable(.home): "Anderen op deze computer kunnen in jouw map van Kluis kijken."
        case .readable(.identity): "Anderen op deze computer kunnen het bestand met jouw sleutel lezen, en dan je wachtzin raden."
        case .readable(.vault(let path)): "Anderen op deze computer kunnen de kluis in \(path) lezen; de inhoud blijft versleuteld."
        case .writable(.home): "Anderen kunnen in jouw map van Kluis schrijven, of er is iets in van iemand anders."
        case .writable(.identity): "Anderen kunnen het bestand met jouw sleutel veranderen, of het is van iemand anders."
        case .writable(.vault(let path)): "Iedereen op deze computer kan de kluis in \(path) veranderen of weggooien."
        case .sharedVault(let path): "De kluis in \(path) is voor meer accounts van deze computer."
        case .noVaults: "Jouw map van Kluis kent nog geen kluis."
        case .vaultMissing(let path): "In \(path) staat geen kluis meer, of je kunt er niet bij."
        case .homeDamaged: "In jouw map van Kluis is iets beschadigd of bezet."
        case .disk(let path, .fixed): "De kluis in \(path) staat op een schijf van deze computer."
        case .disk(let path, .removable): "De kluis in \(path) staat op iets dat je uit de computer kunt halen."
        case .disk(let path, .network): "De kluis in \(path) staat op een andere computer."
        case .disk(let path, .unknown): "Kluis ziet niet of de kluis in \(path) op een schijf van deze computer staat."
        case .disk(let path, .memory): "De kluis in \(path) staat alleen in het geheugen, en is weg als de computer uitgaat."
        case .room(let path, let free, let size):
            "Naast de kluis in \(path), van \(Amount.size(size).dutch), is nog \(Amount.size(free).dutch) vrij."
        case .nothingLeft: "Er is niets blijven liggen van een commando dat werd afgebroken."
        case .journal(let path): "Een wijziging van de kluis in \(path) is afgebroken, of is nu bezig."
        case .unfinished(let folder, 1): "In \(folder) ligt 1 bestand dat niet af is, of waaraan nu gewerkt wordt."
        case .unfinished(let folder, let count): "In \(folder) liggen \(count) bestanden die niet af zijn, of waaraan nu gewerkt wordt."
        case .backup(let path, .some(let last), _): "De laatste reservekopie van de kluis in \(path) maakte je op \(last.dutch)."
        case .backupOvertaken(let path, let last):
            "De laatste reservekopie van de kluis in \(path) maakte je op \(last.dutch), en daarna kwamen er nieuwe sleutels."
        case .backup(let path, nil, _): "Van de kluis in \(path) heb je hier nog nooit een reservekopie gemaakt."
        case .sheet(.some(let time)): "De woorden van jouw sleutel, voor op papier, stonden het laatst op het scherm op \(time.dutch)."
        case .sheet(nil): "De woorden van jouw sleutel zijn hier nog nooit getoond om op papier te zetten."
        case .owed(let path, .some(0)): "Geen kring van jou in de kluis in \(path) wacht op een nieuwe sleutel."
        case .owed(let path, .some(1)): "1 kring van jou in de kluis in \(path) wacht op een nieuwe sleutel."
        case .owed(let path, .some(let count)): "\(count) kringen van jou in de kluis in \(path) wachten op een nieuwe sleutel."
        case .owed(let path, nil):
            "Of er in de kluis in \(path) kringen op een nieuwe sleutel wachten, is niet te zien zolang Kluis op slot is."
        case .clockRight: "De klok loopt niet achter op wat hier eerder is gebeurd."
        case .clockBehind(let time): "Je gebruikte Kluis hier op \(time.dutch), en dat is volgens de klok nog niet geweest."
        case .entriesAhead(let path, let time):
            "In het logboek van de kluis in \(path) staat een regel van \(time.dutch), en dat is volgens de klok nog niet geweest."
        case .swap(.none): "Deze computer zet geen geheugen op de schijf als het vol raakt."
        case .swap(.inMemory): "Als het geheugen vol raakt, blijft het in het geheugen, en komt het niet op de schijf."
        case .swap(.encrypted): "Als het geheugen vol raakt, komt het versleuteld op de schijf."
        case .swap(.plain): "Als het geheugen vol raakt, kan tekst die je leest onversleuteld op de schijf komen."
        case .swap(.unknown): "Waar het geheugen blijft als het vol raakt, zegt deze computer niet."
        case .cores(false): "Gaat Kluis stuk, dan schrijft de computer het geheugen ervan niet op."
        case .cores(true): "Gaat Kluis stuk, dan kan de computer het geheugen ervan opschrijven."
        case .agent(.locked): "Kluis is op slot: een commando vraagt om je wachtzin."
        case .agent(.open(let left)):
            "Kluis is open: pas als je \(Self.minutes(left.idle)) niets met Kluis doet, of na ten hoogste \(Self.minutes(left.most)), vraagt het weer je wachtzin."
        case .agent(.ignored(let ignored)): UnlockWording.ignored(ignored).dutch
        case .versions(let sodium, let sqlite): "Dit is Kluis \(Program.version), met libsodium \(sodium) en SQLite \(sqlite)."
        }
    }

    private var dutchAdvice: String? {
        switch finding {
        case .noIdentity: "Maak er een met 'kluis identity create --name NAME', of kijk of --home klopt."
        case .identityDamaged:
            "Zet een kopie van het bestand 'identity' terug; of haal het weg, en kom terug met je papier en 'kluis identity restore --name NAME'."
        case .readable(.home), .readable(.identity): "Haal hun rechten weg met 'chmod -R go-rwx \(Self.typed(home))'."
        case .readable(.vault(let path)): "Hoeft dat niet, haal dan hun rechten weg met 'chmod go-rwx \(Self.typed(path))'."
        case .writable(.home), .writable(.identity):
            "Kijk van wie alles is, doe 'chmod -R go-rwx \(Self.typed(home))', en vergelijk met je groep de woorden van 'kluis log head'."
        case .writable(.vault(let path)):
            "Haal die rechten weg met 'chmod o-rwx \(Self.typed(path))', en kijk alles na met 'kluis check --deep'."
        case .noVaults: "Begin een groep met 'kluis group create', of vraag of je lid mag worden met 'kluis join'."
        case .vaultMissing: "Is hij verplaatst, noem hem dan met --vault; is hij weg, zet hem dan terug met 'kluis backup restore FILE'."
        case .homeDamaged: "Wacht tot er geen ander commando bezig is en kijk opnieuw; blijft het, zet dan een kopie van de map terug."
        case .disk(_, .removable): "Haal het er pas uit als het commando klaar is, en bewaar een reservekopie op een andere plek."
        case .disk(_, .network), .disk(_, .unknown):
            "Laat twee mensen niet in twee kopieën werken, en bewaar een reservekopie op een andere plek."
        case .disk(_, .memory): "Verplaats hem naar een schijf voordat je de computer uitzet."
        case .room where finding.status != .good:
            "Maak ruimte: als er iemand weggaat, wordt alles opnieuw versleuteld en is er even dubbel zoveel nodig."
        case .journal, .unfinished:
            "Is er geen commando bezig, geef dan een gewoon commando, zoals 'kluis case list': dat ruimt op wat het kan."
        case .backupOvertaken: "Maak een nieuwe met 'kluis backup create FILE': een deel van de oude gaat niet meer open."
        case .backup where finding.status != .good: "Maak er een met 'kluis backup create FILE', op een andere plek dan de kluis."
        case .sheet(nil): "Zet ze op papier met 'kluis identity paper': zonder papier is alles weg als je je wachtzin vergeet."
        case .owed(_, .some(1...)): "Geef een commando dat iets opschrijft, zoals 'kluis case list': dat geeft ze een nieuwe sleutel."
        case .owed(_, nil): "Geef eerst 'kluis unlock', en dan dit commando nog eens."
        case .clockBehind: "Zet de klok van deze computer goed voordat je verder werkt: hij komt in het logboek."
        case .entriesAhead: "Kijk of de klok van deze computer goed staat; zo ja, dan liep die van een ander voor."
        case .swap(.plain): "Versleutel de schijf als geheel, of laat wie deze computer beheert de swap versleutelen."
        case .cores(true): "Meld dit aan de makers van Kluis."
        case .agent(.ignored): "Haal weg wat daar niet hoort, of geef 'kluis unlock'."
        case .ownedAlone, .sharedVault, .disk(_, .fixed), .room, .nothingLeft, .backup, .sheet(.some), .owed, .clockRight, .swap(.none),
            .swap(.inMemory), .swap(.encrypted), .swap(.unknown), .cores(false), .agent(.locked), .agent(.open), .versions:
            nil
        }
    }

    private static func minutes(_ seconds: Int64) -> String {
        let minutes = (seconds + 59) / 60
        if minutes >= 120 { return "\((minutes + 59) / 60) uur" }
        return minutes == 1 ? "1 minuut" : "\(minutes) minuten"
    }
}
