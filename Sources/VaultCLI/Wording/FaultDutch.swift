import VaultCore
import VaultFormat
import VaultLog

extension Fault {
    /// What to tell a person, in Dutch.
    var dutch: Explanation { Explanation(dutchMessage, hint: dutchHint) }

    private var dutchMessage: String {
        switch self {
        case .noIdentity: "Je hebt op deze computer nog geen sleutel."
        case .notAMember:
            "Jouw sleutel past niet op deze kluis: je bent geen lid van deze groep, of de groep heeft nieuwe sleutels zonder jou."
        case .membershipEnded: "Je hoort niet meer bij deze groep, daarom kun je hier niets meer openen of bewaren."
        case .notAcceptedYet: "Je hebt gevraagd om bij deze groep te horen, maar niemand uit de groep heeft je nog toegelaten."
        case .alreadyMember: "Je hoort al bij deze groep."
        case .noSuchRequest(let number): "Er wacht geen verzoek \(number) op antwoord."
        case .noSuchMember: "Niemand in de groep heeft deze naam of dit nummer, of meer dan één."
        case .wordsDiffer: "Deze woorden horen niet bij dit verzoek, daarom is er niemand toegelaten."
        case .requestRefused:
            "Dit verzoek kan niet worden aangenomen: het past niet bij het logboek zoals het nu is, of de sleutels erin zijn al eens gebruikt of werken niet."
        case .headWordsDiffer: "Deze woorden horen niet bij het logboek in deze kluis."
        case .noOtherLine: "Dit logboek gaat door op wat deze computer al kent: er is geen ander om los te laten."
        case .lineRefused(.otherEpoch):
            "Sinds de twee logboeken uiteengingen is er in een van beide iemand gekomen of gegaan, of kreeg het logboek een nieuwe sleutel; dan laat Kluis het ene niet los voor het andere."
        case .lineRefused(.undoesJoin(member: let member)): "In dat logboek hoort lid \(member) nog niet bij de groep, en hier wel."
        case .lineRefused(.readmits(member: let member)): "In dat logboek mag lid \(member) nog wat volgens dit logboek voorbij is."
        case .recoveryRequest: "Dit verzoek is van een lid dat terug wil komen, en je hebt niet dat lid genoemd."
        case .nameTaken: "Er hoort al iemand met deze naam bij de groep."
        case .lastMember: "Dit kan niet, want dan blijft er niemand zonder einddatum over in de groep."
        case .notOneself: "Dit kan alleen iemand anders voor jou doen."
        case .endDateNeeded: "Hier hoort een laatste dag die nog niet voorbij is."
        case .tooMany(.requests): "Er wachten al zoveel verzoeken als er in een kluis passen."
        case .tooMany(.members): "De groep heeft al \(Limits.members) leden, en meer kan niet."
        case .tooMany(.circles):
            "In deze groep zijn er al \(Limits.circles) kringen van mensen die samen iets kunnen openen, en meer kan niet."
        case .leavesNobody: "Zo blijft er niemand over om de casus mee te delen, of laat je de inbrenger zelf weg."
        case .rotationOwed: "Er is iemand weggegaan en het logboek heeft nog geen nieuwe sleutel, en die kun jij niet maken."
        case .roleMayNot(.member): "Als lid met een einddatum kun je dit in deze groep niet doen."
        case .roleMayNot(.auditor):
            "Als controleur kun je het logboek lezen maar geen casus openen, en ook deze vraag staat nu in het logboek."
        case .roleMayNot(let role): "Als \(role.dutch) kun je dit in deze groep niet doen."
        case .notYours: "Alleen wie dit heeft geschreven kan het veranderen, en dat is iemand anders."
        case .noSuchCase(let number): "Er is geen casus \(number) die jij kunt openen."
        case .noSuchEntry(let index): "Het logboek heeft geen regel \(index)."
        case .noSuchNote(let number, let note): "Bij casus \(number) is geen notitie \(note)."
        case .noSuchAttachment(let number, let attachment): "Bij casus \(number) is geen bijlage \(attachment)."
        case .textNotShared(let number): "Van casus \(number) kun jij alleen de titel en de pitch zien."
        case .textLost(let number):
            "De tekst van casus \(number) kan niemand meer openen: die was met niemand gedeeld, en de sleutel van toen is weg."
        case .alreadyDraft(let number): "Casus \(number) is niet gedeeld, dus er valt niets terug te trekken."
        case .caseClosed(let number): "Casus \(number) is afgesloten, daarom kan er niets meer bij en verandert er niets meer aan."
        case .exists(.identity): "Je hebt op deze computer al een sleutel, en die overschrijft Kluis nooit."
        case .exists(.folder): "Op die plek staat al iets, en een map met een logboek komt nooit in de plaats daarvan."
        case .exists(.file): "Op die plek staat al een bestand met die naam, daarom is er niets bewaard."
        case .exists(.vault): "Op die plek staat al een bestand, en dat overschrijft Kluis nooit."
        case .declined: "Je hebt het niet bevestigd, daarom is er niets veranderd."
        case .identityDamaged: "Het bestand met jouw sleutel is beschadigd of veranderd."
        case .identityCostRefused:
            "Het bestand met jouw sleutel vraagt om rekenwerk buiten de grenzen, dus Kluis heeft het zo niet gemaakt."
        case .homeDamaged: "Wat Kluis op deze computer van jouw groepen bijhoudt, is beschadigd."
        case .notAVault: "Dit bestand is geen kluis, of het is niet heel."
        case .vaultTampered: "In dit bestand zit iets wat Kluis nooit maakt: het is beschadigd of buiten Kluis om veranderd."
        case .entryDamaged(let index, let kind): kind.sentence(entry: index).dutch
        case .payloadDamaged(let index): "Wat bij regel \(index) van het logboek hoort, ontbreekt of is buiten Kluis om veranderd."
        case .partDamaged(let number, nil): Remark.caseDamaged(number).dutch
        case .partDamaged(let number, let note?): Remark.noteDamaged(number, note).dutch
        case .attachmentDamaged(let number, let attachment): Remark.attachmentDamaged(number, attachment).dutch
        case .keyUndelivered:
            "De nieuwe sleutel van het logboek is niet bij jou aangekomen, of het is niet de sleutel die was beloofd; zo is het ook als je op een andere computer bent teruggekomen."
        case .rolledBack(1, let seen):
            "Deze kluis is ouder dan de kluis die je op \(Moment(seen).day.dutch) zag: er ontbreekt 1 regel uit het logboek."
        case .rolledBack(let missing, let seen):
            "Deze kluis is ouder dan de kluis die je op \(Moment(seen).day.dutch) zag: er ontbreken \(missing) regels uit het logboek."
        case .forked(let since):
            "Er zijn twee versies van deze kluis, en sinds \(Moment(since).day.dutch) staat er in de ene iets anders dan in de andere."
        case .otherFile: "Op deze plek staat nu de kluis van een andere groep."
        case .newerVersion: "Dit is gemaakt met een nieuwere Kluis dan deze."
        case .wrongPassphrase: "Deze wachtzin past niet bij jouw sleutel."
        case .io(let fault): fault.dutchMessage
        case .changedMeanwhile(let number, nil):
            "De tekst van casus \(number) is veranderd terwijl jij schreef, dus jouw tekst kwam er niet voor in de plaats."
        case .changedMeanwhile(let number, let note?):
            "Notitie \(note) bij casus \(number) is veranderd terwijl jij schreef, dus jouw tekst kwam er niet voor in de plaats."
        case .busy: "Een ander commando van Kluis houdt deze kluis nog vast."
        case .importTooLarge:
            "In deze map staan meer dan \(Limits.imported) teksten, of samen meer dan \(Amount.letters(Limits.importedText).dutch)."
        case .text(let field, let fault): fault.dutch(in: field)
        case .paper(let fault): fault.dutch.message
        case .noVaultNamed: "Je hebt geen kluis genoemd, en op deze computer is er nog geen bekend."
        case .severalVaults(let paths): "Je bent lid van \(paths.count) groepen, en Kluis weet niet welke je bedoelt."
        }
    }

    private var dutchHint: String {
        switch self {
        case .noIdentity: "Begin met 'kluis start', of maak er een met 'kluis identity create --name NAME'."
        case .notAMember: "Vraag iemand uit de groep of je nog lid bent."
        case .membershipEnded: "Is dat een vergissing, vraag dan iemand uit de groep om je opnieuw toe te laten."
        case .notAcceptedYet:
            "Lees jouw zes woorden voor aan iemand uit de groep, en vraag die om 'kluis member accept' te geven. Ben je ze kwijt, vraag dan opnieuw met 'kluis join --vault FILE'."
        case .alreadyMember: "Met 'kluis group show' zie je hoe het met de groep staat."
        case .noSuchRequest: "Met 'kluis member requests' zie je welke er zijn."
        case .noSuchMember: "Met 'kluis member list' zie je wie er zijn; noem iemand bij het nummer als twee mensen zo heten."
        case .wordsDiffer:
            "Laat de ander de woorden nog eens zelf voorlezen. Kloppen ze weer niet, dan is dit verzoek misschien van iemand anders: gooi het weg met 'kluis member requests --drop REQUEST'."
        case .requestRefused:
            "Gooi het weg met 'kluis member requests --drop REQUEST', en laat de ander opnieuw vragen met 'kluis join' en de nieuwste kluis. Wie niet meer bij de groep hoort en terugkomt van papier, vraagt met 'kluis join --new'."
        case .headWordsDiffer:
            "Vraag een ander om de woorden van 'kluis log head', en zorg dat jullie dezelfde kluis gebruiken. Een regel erbij geeft andere woorden."
        case .noOtherLine: "Je kunt gewoon verder."
        case .lineRefused:
            "Zoek de kluis met het nieuwste logboek. Is die er niet meer, vraag dan met 'kluis join' vanuit een nieuwe map, en laat een ander 'kluis member accept' geven met --replaces."
        case .recoveryRequest: "Weet je zeker wie je hoort, noem dan dat lid met --replaces MEMBER."
        case .nameTaken: "Kies achter --name een naam die verschilt, bijvoorbeeld met een achternaam erbij."
        case .lastMember: "Laat eerst iemand anders toe als lid zonder einddatum, met 'kluis member accept'."
        case .notOneself: "Noem een ander lid. Weggaan doe je met 'kluis member leave', en om sleutels vraag je een ander."
        case .endDateNeeded: "Schrijf de laatste dag als jaar, maand en dag, vandaag of later: YYYY-MM-DD."
        case .tooMany(.requests):
            "Laat een lid verzoeken weggooien die niet meer nodig zijn, met 'kluis member requests --drop REQUEST'."
        case .tooMany(.members): "Haal eerst iemand weg die niet meer meedoet, met 'kluis member remove MEMBER'."
        case .tooMany(.circles): "Deel met mensen die al samen een casus hebben, of geef wie erbij komt ook te lezen wat er al is."
        case .leavesNobody: "Laat minder mensen weg. Wil je de casus voor jezelf houden, geef dan 'kluis case withdraw CASE'."
        case .rotationOwed([]): "Vraag een lid van de groep om een commando te geven, zoals 'kluis case list'."
        case .rotationOwed(let names):
            "Eén commando van \(names.dutchChoice) maakt hem, zoals 'kluis case list'; probeer het daarna opnieuw."
        case .roleMayNot(.auditor): "Lees het logboek met 'kluis log show'."
        case .roleMayNot: "Vraag een lid van de groep om het te doen."
        case .notYours: "Vraag het wie het schreef, of schrijf erbij wat je wilt zeggen met 'kluis note add CASE'."
        case .noSuchCase: "Met 'kluis case list' zie je welke er zijn."
        case .noSuchAttachment(let number, _): "Met 'kluis attach list \(number)' zie je welke er wel zijn."
        case .noSuchEntry: "Met 'kluis log show' zie je welke er zijn; de eerste is regel 0."
        case .noSuchNote(let number, _): "Met 'kluis note list \(number)' zie je welke er zijn."
        case .textNotShared: "Vraag de inbrenger, als die nog bij de groep hoort, om hem helemaal te delen met 'kluis case share CASE'."
        case .textLost(let number):
            "Trek hem terug met 'kluis case withdraw \(number)'; daarna schrijf je hem opnieuw met 'kluis case edit \(number)'."
        case .alreadyDraft(let number): "Delen doe je met 'kluis case share \(number)'."
        case .caseClosed(let number):
            "Lezen kan nog met 'kluis case show \(number)'; hoort de inbrenger nog bij de groep, dan heropent die hem met 'kluis case share \(number)'."
        case .exists(.identity): "Bekijk hem met 'kluis identity show', of kies een andere map met --home."
        case .exists(.folder): "Kies een map die er nog niet is."
        case .exists(.file): "Kies een andere plek, of geef --yes erbij om het bestand daar te vervangen."
        case .exists(.vault): "Kies met --vault een naam die nog vrij is."
        case .declined: "Geef het commando opnieuw als je het toch wilt."
        case .identityDamaged, .identityCostRefused, .homeDamaged:
            "Zet de map van Kluis terug uit een reservekopie, en vergelijk daarna met je groep de woorden van 'kluis log head'."
        case .notAVault, .otherFile: "Kijk of je het goede bestand hebt genoemd, ook achter --vault."
        case .vaultTampered, .entryDamaged, .payloadDamaged:
            "Bewaar dit bestand zoals het is, voor onderzoek. Is er een reservekopie, dan zet 'kluis backup restore FILE' die terug, en 'kluis check --salvage FILE' bewaart wat heel is. Vergelijk daarna met je groep de woorden van 'kluis log head'."
        case .keyUndelivered:
            "Vraag iemand uit de groep om 'kluis member rewrap' met jouw naam. Helpt dat niet, vraag dan opnieuw met 'kluis join', en laat die 'kluis member accept' geven met --replaces."
        case .partDamaged, .attachmentDamaged:
            "Zoek met 'kluis check --deep' uit wat er nog meer mis is, en kijk met 'kluis backup check FILE' of een reservekopie hem nog heeft."
        case .rolledBack:
            "Gebruik de nieuwste kluis, en vraag je groep of iemand een oude kopie heeft teruggezet. Is er geen nieuwere, dan zet 'kluis backup restore FILE' een reservekopie terug met het logboek zoals jij het kent, of volg je deze met 'kluis log trust' en de woorden die een ander je zegt."
        case .forked:
            "Vergelijk met je groep de woorden van 'kluis log head', en werk samen verder in één van de twee. Wie in de andere staat, volgt die met 'kluis log trust', of zet met 'kluis backup restore FILE' een reservekopie terug met het eigen logboek."
        case .newerVersion: "Werk Kluis bij en probeer het opnieuw."
        case .wrongPassphrase: "Probeer het opnieuw: hoofdletters en spaties tellen mee."
        case .io(let fault): fault.dutchHint
        case .changedMeanwhile: "Kijk eerst wat er nu staat, met 'kluis case show CASE'."
        case .busy: "Wacht tot dat klaar is en probeer het opnieuw."
        case .importTooLarge: "Verdeel de teksten over meer mappen en neem die na elkaar over."
        case .text(let field, _): field.dutchHint
        case .paper(let fault): fault.dutch.hint
        case .noVaultNamed: "Noem hem met --vault FILE, of begin met 'kluis start'."
        case .severalVaults(let paths): "Noem de kluis met --vault:\n" + paths.joined(separator: "\n")
        }
    }
}

extension IOFault {
    /// What is said when only the answer did not come through.
    var dutchAnswerLost: String {
        switch self {
        case .full: "Wat je vroeg is gedaan, maar het antwoord kon niet helemaal worden getoond: waar het heen moest is geen plaats meer."
        case .closed: "Wat je vroeg is gedaan, maar het antwoord kon niet helemaal worden getoond: standaarduitvoer was al dicht."
        case .failed(let number): "Wat je vroeg is gedaan, maar het antwoord tonen is mislukt met systeemfout \(number)."
        case .readOnly, .notFound, .notRegular, .notADirectory, .changed, .permission, .othersMayWrite, .socketPlace:
            "Wat je vroeg is gedaan, maar het antwoord kon niet helemaal worden getoond: op standaarduitvoer mag Kluis niet schrijven."
        }
    }

    fileprivate var dutchMessage: String {
        switch self {
        case .full: "De schijf is vol, dus Kluis kan niet opschrijven wat je doet en doet het daarom niet."
        case .readOnly: "Op die plek kan niets worden geschreven, dus Kluis kan niet opschrijven wat je doet en doet het daarom niet."
        case .notFound: "Op die plek staat geen bestand, of de map bestaat niet."
        case .notRegular: "Op die plek staat geen gewoon bestand maar een map, een koppeling of een apparaat."
        case .notADirectory: "Op die plek staat geen map."
        case .changed: "Het bestand veranderde terwijl Kluis het las, daarom is er niets bewaard."
        case .othersMayWrite:
            "In jouw map van Kluis kunnen ook anderen schrijven, of hij is van iemand anders, daarom vertrouwt Kluis niet wat erin staat."
        case .socketPlace:
            "Waar Kluis jouw sleutel open zou houden, staat iets dat niet van jou is of waar anderen bij kunnen, daarom is er niets geopend."
        case .permission: "Deze computer geeft jou geen toegang tot dat bestand of die map."
        case .closed: "Een van de kanalen waarlangs Kluis leest of schrijft, was al dicht."
        case .failed(let number): "Lezen of schrijven is mislukt met systeemfout \(number)."
        }
    }

    fileprivate var dutchHint: String {
        switch self {
        case .full: "Maak ruimte vrij en probeer het opnieuw."
        case .readOnly: "Kies een plek waar je mag schrijven, of haal de schrijfbeveiliging eraf."
        case .notFound, .notRegular, .notADirectory:
            "Kijk of de namen van bestanden en mappen kloppen, ook die achter --vault en --home."
        case .changed: "Wacht tot niemand er meer in schrijft, of maak er een kopie van, en probeer het opnieuw."
        case .othersMayWrite:
            "Maak de map alleen van jou, met 'chmod -R go-w' en de map achter --home, en vergelijk met je groep de woorden van 'kluis log head'."
        case .socketPlace:
            "Haal weg wat daar niet hoort: in de map 'kluis' onder XDG_RUNTIME_DIR, of in je map van Kluis als die variabele leeg is."
        case .permission: "Vraag wie deze computer beheert om toegang."
        case .closed, .failed: "Probeer het opnieuw, en kijk met 'kluis log show' wat er al is opgeschreven."
        }
    }
}

extension TextFault {
    /// What is wrong with that text.
    func dutch(in field: TextField) -> String {
        switch (field, self) {
        case (.date, _): "Dit is geen datum zoals 2026-11-22."
        case (.attachment, _): "Dit bestand is te groot voor Kluis."
        case (.words, _): "Dit zijn geen zes woorden uit de lijst van Kluis."
        case (_, .empty): "Vul \(field.dutch) in: nu staat er niets."
        case (_, .tooLong(let limit)): "Maak \(field.dutch) korter: er passen \(Amount.characters(limit).dutch) in."
        case (_, .tooManyBytes(let limit)): "Maak \(field.dutch) korter: er passen \(Amount.letters(limit).dutch) in."
        case (_, .notUTF8(let position)): "Kluis kan \(field.dutch) niet lezen, want vanaf byte \(position) is het geen tekst in UTF-8."
        case (_, .control(let position)): "Haal uit \(field.dutch) het teken op plaats \(position) weg: zo'n teken is niet te zien."
        case (_, .nul(let position)): "Haal uit \(field.dutch) het nulteken op plaats \(position) weg."
        }
    }
}

extension TextField {
    fileprivate var dutch: String {
        switch self {
        case .name: "de naam"
        case .groupName: "de naam van de groep"
        case .title: "de titel"
        case .pitch: "de pitch"
        case .body: "de tekst"
        case .note: "de notitie"
        case .attachment: "het bestand"
        case .term: "de zoekterm"
        case .passphrase: "de wachtzin"
        case .date: "de datum"
        case .words: "de woorden"
        }
    }

    fileprivate var dutchHint: String {
        switch self {
        case .name, .groupName: "Een naam is één regel van ten hoogste \(Amount.characters(Limits.name).dutch)."
        case .title, .pitch, .body:
            "De eerste regel is de titel, dan komt een lege regel, dan als je wilt een alinea na 'pitch:', en dan de rest."
        case .note: "Een notitie is tekst vanaf het eerste teken, zonder titel, van ten hoogste \(Amount.letters(Limits.textPart).dutch)."
        case .attachment: "Kluis bewaart bestanden van ten hoogste 64 MiB; splits het, of bewaar het ergens anders."
        case .term: "Een zoekterm is een woord of een zin van ten hoogste \(Amount.characters(Limits.searchTerm).dutch)."
        case .passphrase: "Een wachtzin is één regel van ten hoogste \(Amount.letters(Limits.passphrase).dutch)."
        case .date: "Schrijf een datum als jaar, maand en dag: YYYY-MM-DD."
        case .words: "Typ de zes woorden die je hoort, met spaties ertussen."
        }
    }
}
