import VaultFormat

extension Narration {
    var dutch: String {
        switch self {
        case .title: "Een maand met een kluis"
        case .invented:
            "Anna Verbeek werkt in de thuiszorg. Met Bram en Chris begint ze een groep voor intervisie. Zij en de mensen in hun casussen zijn verzonnen."
        case .real:
            "De commando's zijn echt, en de antwoorden ook. Alles staat in een eigen map, die na het verhaal weer weg is. Vóór elk commando staat wie het typt. Wat voor hen een maand duurt, gebeurt hier in een paar tellen, en dat zie je aan de tijden."
        case .passphrases:
            "Normaal vraagt Kluis bij elk commando je wachtzin. Hier geeft het verhaal hem door met --passphrase-fd 3, en dat laten we weg. Ook KLUIS_HOME en KLUIS_VAULT zie je niet: daarmee vindt Kluis de map van wie er typt, en de kluis."
        case .textsAreDutch: "De casussen en notities zijn in het Nederlands, want daarin schrijven de mensen voor wie Kluis is."
        case .aKeyOfHerOwn:
            "Anna maakt een sleutel en kiest er een wachtzin bij. Met --kdf interactive gaat dat vlug, maar dan is de wachtzin ook vlugger te raden. Laat dat dus weg als je een sleutel voor jezelf maakt."
        case .keysOfTheOthers: "Bram, Chris en Greta doen hetzelfde. Greta zie je later terug."
        case .aGroupBegins: "Dan begint Anna de groep. De kluis is één bestand, en zij is het eerste lid."
        case .bramAsks: "Bram wil meedoen en doet een verzoek. Zijn naam staat er niet in."
        case .bramCalls:
            "Bram belt Anna en leest zijn zes woorden voor. Anna herkent zijn stem en typt wat ze hoort. Bij andere woorden zou Kluis hem niet toelaten."
        case .chrisJoins: "Chris wordt op dezelfde manier lid. Nu zijn ze met z'n drieën."
        case .aCaseIsWritten:
            "Er zit Anna iets dwars. Ze schrijft het op in casus.txt, met een titel, een pitch en het verhaal, en bewaart het in de kluis."
        case .aDraftIsShared: "Ze slaapt er een nacht over. De volgende dag deelt ze haar casus met de groep."
        case .logFirst: "Bram leest hem. Kluis schrijft eerst in het logboek dat Bram kijkt, en laat de casus daarna pas zien."
        case .aNoteIsWritten: "Eén zin laat hem niet los. Bram schrijft er een notitie bij."
        case .aByteWasChanged:
            "Iemand die bij het bestand kan, verandert één byte in de verzegelde tekst van casus 1. Chris wil net die casus lezen."
        case .theByteIsBack: "Die ene byte gaat terug zoals hij was. Anna laat de hele kluis nakijken."
        case .bramKnowsThem:
            "Chris schrijft ook een casus, over een gezin dat Bram uit zijn werk kent. Daarom deelt Chris hem met de groep, maar niet met Bram."
        case .bramTries: "Bram ziet dat er een casus 2 bestaat. Openen kan hij hem niet: zijn sleutels passen er niet op."
        case .chrisThinksAgain:
            "Later hoort Chris dat het gezin zich in casus 2 kan herkennen, en trekt hem terug. Nu kan alleen Chris hem nog openen."
        case .annaTriesToo: "Ook Anna kan hem nu niet meer openen. Wie hem eerder las, weet natuurlijk nog wat erin stond."
        case .gretaComes:
            "Greta werkt ergens anders en wordt een maand lang controleur. Ze kan in het logboek zien wie wat deed, maar geen casus lezen. Ook zij las haar zes woorden voor."
        case .gretaIsCurious: "De volgende dag leest Bram casus 1 nog een keer. Ook Greta probeert hem te openen."
        case .whoLooked:
            "In het logboek staat wie iets schreef en wie iets bekeek, en onderaan ook wat Greta net probeerde. Wie wat las voordat zij kwam, blijft voor haar dicht. Dit zijn de laatste acht regels."
        case .aThiefComes:
            "Iemand steelt een kopie van de kluis, zonder sleutel. De dief zoekt in dat bestand naar elk woord van zes letters of meer uit de casussen en de notities, en naar de titels en de namen van de groep en de mensen."
        case .foundInTexts(let found, let all):
            "In de tekstbestanden zelf, die niet verzegeld zijn, vindt dezelfde zoektocht \(found) van de \(all) woorden."
        case .foundInVault(let found, let all):
            "In de kopie van de kluis vindt hij er \(found) van de \(all), met de titels en de namen erbij."
        case .notSilent: "Zo'n kopie laat toch iets zien. Dit haalt de dief er wel uit:"
        case .entriesShow(let count, let first, let last):
            "Het logboek heeft \(Amount.entries(count).dutch), de eerste van \(first.dutch), de laatste van \(last.dutch)."
        case .signersShow(let count): "Die zijn ondertekend door \(Amount.members(count).dutch), met een schuilnaam in plaats van een naam."
        case .piecesShow(let count): "Er zijn \(count) verzegelde stukken, en van elk is te zien hoe lang het ongeveer is."
        case .sizeShows(let count): "Het hele bestand is \(Amount.bytes(count).dutch) lang."
        case .bramGoes: "Bram krijgt ander werk en stopt met de groep."
        case .bramKeepsCopies:
            "Stel dat hij twee kopieën bewaart: van zijn eigen map, met al zijn sleutels, en van de kluis zoals die nu is. Daarna haalt Anna hem uit de groep."
        case .theyGoOn:
            "Anna schrijft een antwoord bij haar casus, en Chris leest de notities. Wat Bram schreef is er nog, woord voor woord, nu verzegeld met nieuwe sleutels."
        case .bramIsOut: "Bram kan er met Kluis niet meer in."
        case .theKeysAreTried:
            "De dief had geen sleutel, en Bram wel. Misschien kan hij buiten Kluis om iets openen. We nemen elke sleutel uit de map die Bram bewaarde, en proberen die op elk stuk: eerst in zijn oude kopie, dan in de kluis van nu."
        case .keysTried(let keys, let blobs): "Bram had \(keys) sleutels. In zijn kopie van de kluis zitten \(blobs) stukken."
        case .opensBefore(let parts, let payloads):
            "In die kopie gaan \(parts) stukken van een casus open (titel en pitch, tekst, notitie), en \(Amount.entries(payloads).dutch) van het logboek. De sleutels werken dus."
        case .opensNow(let parts): "In de kluis van nu openen ze \(parts) stukken van een casus."
        case .opensFresh(let opened, let all): "Er kwamen \(all) stukken bij sinds hij wegging. Daarvan gaan er \(opened) open."
        case .opensStill(let count):
            "Nog wel open gaan \(count) stukken die er toen al stonden, zoals regels van het logboek en namen. Die kon Bram toen ook al lezen."
        case .whatWasRead:
            "Wat Bram ooit las of kopieerde, kan geen enkele kluis van hem terugnemen. Dat zei Kluis ook toen Anna hem uit de groep haalde."
        case .oldCopyIsBack:
            "Iemand zet Brams oude kopie terug op de plaats van de kluis. Alles wat erin staat is echt, en zijn sleutels passen er nog op. Chris weet van niets. Maar in Chris' eigen map staat hoe ver de kluis al was."
        case .theVaultIsBack: "Anna zet de goede kluis terug."
        case .theLaptopIsStolen:
            "Dan wordt de laptop van Chris gestolen, met sleutels en al. Op een nieuwe laptop maakt Chris een nieuwe sleutel, en vraagt opnieuw om mee te doen."
        case .annaReplaces:
            "Chris belt Anna en leest de zes woorden voor. Anna laat Chris toe op de plaats van vroeger. Alles wordt met nieuwe sleutels verzegeld, dus die op de gestolen laptop passen niet meer op de kluis van nu."
        case .aBackupIsMade: "Anna maakt een reservekopie. Kluis leest hem eerst helemaal na, en zegt dan pas dat hij er is."
        case .theVaultIsLost:
            "Een week later is het bestand van de kluis weg. Anna zet de reservekopie terug. Het logboek gaat daarbij niet terug, want dat bewaart ook Anna's eigen map: wie weg is, blijft weg."
        case .chrisReadsOn: "Chris leest verder, en merkt er niets van."
        case .gretaVerifies: "Tot slot rekent Greta het hele logboek na."
        case .ended(let status): "Kluis eindigde met het getal \(status.rawValue): \(status.dutch)."
        case .otherwise(let surprise): surprise.dutch
        case .theEnd:
            "Dit was het verhaal, en de map is weer weg. Begin zelf met 'kluis start'. Met 'kluis --help' zie je wat er nog meer kan."
        }
    }
}
