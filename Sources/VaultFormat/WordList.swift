/// The words in which people compare a security code aloud, face to face or over the telephone: eleven bits a word.
///
/// 2,048 common Dutch words of four to eight letters, `a` to `z` only, in ASCII order, so that the index of a word is its value.
/// The first four letters of a word occur in no other. Left out: numerals, words that direct a conversation ("klopt", "fout", "letter"),
/// words that people spell in two ways, and most pairs that sound alike. Every language of the program speaks the same words.
///
/// The list is frozen: one word changed, added or moved changes codes that people have written down. `Docs/words.txt` holds the same
/// words, an LF after each, and its SHA-256 is
/// `6d2a8966ea513fc6ed935a6775d12242f36b9936fdb300347183ced076834b92`.
///
/// Source: `Docs/Format.md`, section "Words".
package enum WordList {
    /// The 2,048 words; the position of a word, 0 to 2,047, is the value of its eleven bits.
    package static let words: [String] = text.utf8.split { $0 == 0x20 || $0 == 0x0a }.map { String(Substring($0)) }

    // One literal, split once: the compiler takes far longer over an array of two thousand literals.
    private static let text = """
        aaien aanbod aandacht aangeven aankomst aanleg aanmaken aannemen aanpak aanrecht aanschaf aantal aanvraag
        aanwezig aanzien aardbei abonnee abrikoos absoluut abstract academie accent accu achteraf acteur actie
        actrice actueel adelaar ademen adres advies advocaat afbouwen afdalen afdeling afdruk affiche afgerond
        afkoelen aflezen afloop afmaken afmeting afnemen afremmen afrit afronden afslag afspraak afstand aftellen
        aftrek afval afvegen afvoer afwas afzender agenda albatros album alert alfabet algemeen alinea
        allemaal alsnog altijd alvast alweer amandel amateur ambacht ambitie amfibie amper amuseren analyse
        ananas anders andijvie anekdote anemoon anijs anker ansjovis antenne antiek antwoord apart apotheek
        apparaat appel applaus april aquarium arbeid archief arend argument armband aroma artikel asfalt
        asperge atelier atlas atleet attentie audio augustus auteur automaat avocado avontuur azalea azijn
        babbelen babyfoon badjas badkamer badmuts badpak bagage bakfiets bakker bakoven baksteen balans balie
        ballon balpen balsem bamboe banaan banjo banket bariton barkruk basis batterij baviaan bedanken
        bedding bedienen bedoelen bedrag beekje beeld begonia begrip behang beheer behoud beide beitel
        beker bekijken beknopt bekroond belang beleefd belofte benen bengel benieuwd benoemen benutten benzine
        beraad bereiken bergtop bericht berm beroep beschuit beseffen besluit bessen bestaan betalen beton
        beugel bever bevinden bevoegd bevriend bewaren bewegen bewijs bewonen bewust bezem bezig bezoek
        biefstuk bieslook bietje bijbaan bijdrage bijles bijna bijval biljart binden bingo biologie bioscoop
        bistro bitter bivak bizon blaadje bladeren blaffen blanco blauw blazen blender blijven blik
        bloem blond blussen bocht bodem boek boerin boetiek bolhoed bolletje bolwerk bonbon bonsai
        bonus boom bordje borstel bosbes bosrand bosuil boter bouwen boven bowlen braam braden
        braille branden breed breien breken brengen breuk bridge brief brigade briljant broer brommer
        bron brood brouwer brug bruin budget buffel buidel buik buiten buizerd bumper bundel
        bungalow burcht bureau burger bushalte buslijn butler buurman cabaret cabine cacao cactus calcium
        calorie camera camping canon cantate canvas capsule caravan carnaval carport cassette cavia cello
        cement centrum charmant chemie chocola cijfer cilinder cinema circus cirkel citaat citroen claxon
        clown club cocon cola colbert collega coltrui comfort commode computer concert conditie confetti
        congres conifeer contact couplet cowboy creatief culinair cultuur curry cursus cyclus daarom dadel
        dagboek dagdroom dageraad dagje dagkaart daglicht dahlia dakgoot dakkapel dakpan dakraam dammen dankbaar
        dansen dapper darten datum debuut december decibel decor deeg deftig degelijk dekbed deksel
        delen delta denken desnoods dessert destijds detail deugd deuntje deur diagram dialoog diamant
        dichtbij dienst diepte dierbaar diesel digitaal dijk dikwijls diner dingen dinsdag diploma directie
        dirigent distel ditmaal divan divers dobber docent dochter document doelpunt dolfijn dolgraag dollar
        domein domino donatie donker dooier doolhof doorgaan doos dopje dorp dossier douche draad
        dragen drankje drempel dreumes dribbel driehoek drijven drinken drogist dromen droog druif drukken
        drummer druppel dubbel duet duiken duim duinen durven duurzaam duwen dwalen dwars dweil
        dynamo echo echtpaar economie edelhert editie eekhoorn eendje eenheid eenvoud eerbied eerder eerlijk
        eetkamer eetlepel eeuwig effen egaal eieren eigenaar eiland eiwit ekster elastiek elders elegant
        element elftal elkaar elleboog ellips embleem emmer emotie energie enige enkel enorm entree
        envelop epiloog episode erfgoed ergens erker ervaring esdoorn espresso etage etalage etappe eten
        etiket etmaal etui euro evenaar exact examen excuus exotisch expert expres extra ezel
        fabel fabriek facet factuur fakkel familie fanfare fantasie fase favoriet fazant februari feest
        feilloos feit festival fictie fiets figuur filiaal film filosoof filter finale finish firma
        fjord flacon flamingo flanel flater fles fleurig flexibel flink flits fluiten fluweel focus
        folklore fonkelen fontein fooi forel formule fornuis fors fortuin forum fossiel foto fraai
        fractie fragment framboos frequent friet fris frituur fruit functie fysiek gaaf galant galerij
        galop gamma gang garage garnaal gastheer gazelle gazon gebak gebeuren gebied gebouw gebruik
        gedachte gedeelte gedicht geduld geel geest geeuwen gegeven geheim gehoor gehucht geit gelatine
        geldig geloven geluk gember gemeente genieten genoeg geologie geranium gerbera gereed gerust geschenk
        gesprek gestalte getal getuige geval gevoel gewas gewei gewoon gezang gezellig gezin gezond
        gids gieter gisteren gitaar glans glijden glimlach glitter globaal gloed goedkoop golf gondel
        gooien gordijn goud graan gracht grafiek grapje gras gratis graveren grazen grens greppel
        gretig griffel grijs grind groei grond groot grutto gulden gunstig gymzaal haai haan
        haast hagedis halen halfuur hals halte halveren hamer hamster handig hangmat haring harmonie
        harnas harp hartig haspel haven havik hazelaar hebben hectare heel hefboom heftruck heide
        hekwerk helder helemaal helft helling helm helpen hemd hemel hengel herberg herfst herrie
        herstel hertog hesje heuvel historie hobo hockey hoed hoepel hoeveel hoewel hofdame hofnar
        hokje holte hommel hond honing honkbal hoofd hoogte hoop hoorn hopelijk horeca horizon
        horloge hotel houden houvast hovenier huifkar huis hulp hummus humor hunebed huppelen hutje
        hutspot huurder huwelijk icoon ideaal idee idool idylle ieder iglo ijsbeer ijskast ijssalon
        ijsthee ijsvogel illusie imago imitatie imker import impuls inbouw indeling indigo indruk ingang
        ingreep inhalen inhoud inkopen inkt inladen inloop innig inpakken inrit inruilen insect inspraak
        instap internet intocht intrek intussen invloed invoeren invullen inwoner inzage inzicht ivoor jaargang
        jager jaguar januari japon jargon jarig jasje jaszak jeugd jezelf jojo joker jolig
        jongen journaal jubileum judo juffrouw juichen jullie jurist jurk jury juweel kaars kaas
        kabel kabinet kabouter kachel kade kaft kajak kajuit kaketoe kalender kalf kalkoen kalmeren
        kameel kamille kampioen kanaal kanjer kano kans kantoor kapitein kapstok karakter karper karton
        karwei kassa kastanje kater katoen katrol kauwen keizer kelder kenmerk kennis kenteken keramiek
        kerkuil kermis kerst ketel ketting keuken keurig keuze kever kiem kievit kiezen kijken
        kikker kilo kimono kind kiosk kiwi kladblok klant klapper klarinet klas klauw klaver
        kleding kleed kleren kletsen kleur klif klimmen klinken klok klomp klooster kluwen kneden
        knie knippen knoflook knol knoop knopje knorren knuffel knus knutsel koala kobalt koekje
        koel koepel koers koffie koken kokos kolibrie kolom kombuis komedie komisch kompas komst
        konijn kookboek koolmees koopje koor koper kopie koplamp koraal kordaat korf korps korrel
        korting kosmos kostuum kozijn kraai krachtig kralen krat kreeft krekel kriebel krijt kristal
        krokus kroniek kroon kruimel kruk kubus kunnen kunst kustlijn kwadraat kwart kwast kweken
        kwestie kwiek kwintet laars laat labrador lachen ladder lading lagune lama lamp landbouw
        langs lantaarn laptop lasagne laser lasso laurier lavendel lawaai leeftijd leeg leerling leeuw
        legende leguaan lekker lelie lengte lenig lepel leraar lessen leuk leuning leven lexicon
        lezing libel lichaam lied liefde liever lift ligging lijm lijster lila limiet limonade
        liniaal linnen liter locatie loempia logeren logisch lokaal loket lolly loon loopbaan lopen
        loterij lotion lotus loyaal lucht lucifer ludiek luifel luipaard lukraak lunch luxe lyceum
        maaltijd maand machine magazijn magisch magneet mahonie maken makreel mandje manege mango manier
        mantel marathon margriet markt marmer mars mascotte masker mast matig matroos maximaal medaille
        medemens medium meedoen meemaken meenemen meervoud meester meetlat meeuw megafoon meidoorn meisje melding
        melk melodie mengen menigte mens mentor menu merrie messing metaal metgezel methode metro
        meubel mevrouw middag midweek mier mijl mijnheer mikado mild milieu mimiek mimosa minder
        mineraal minuut mist mixer mobiel model moeder moeite moeras moestuin mogelijk molen moment
        mompelen monnik monoloog monteur monument mooi mopperen morgen mossel mosterd motief motor motregen
        motto muggen muis munt museum musical muts muur muziek mysterie mythe naald nabij
        nacht nadenken nadruk nagel najaar nakijken namaak namelijk namiddag narcis nasi natuur nauw
        navraag nazomer nectar nederig neef neerslag neon netheid netjes netto netwerk neus neutraal
        nevel nichtje nieuws niezen nijptang niveau nodig noedel noemen nogal nooit noorden nootje
        normaal notaris noteren notulen november nuance nuchter nuttig nylon oase ober oceaan ochtend
        octaaf octopus oefenen oehoe oertijd oerwoud oester oever offerte ogenblik okergeel oktober olie
        olifant olijf omega omelet omgeving omheen omhoog omkeren omlaag omloop omringen omtrek omvang
        omvormen omweg onbekend onder ondiep oneindig oneven ongeveer onkruid onlangs onszelf ontbijt onthaal
        ontroerd ontstaan ontwerp oogappel ooghoek oogpunt oogst ooievaar oorbel oorkonde oorzaak oosten opaal
        opbouw opdagen opdracht openbaar opera opeten opgave ophalen opheffen opinie opkomst opladen opletten
        oplossen opmaken opmerken opnemen oppas oprapen oprecht oprit oproep opruimen opslag opsporen opstaan
        optellen optie optocht optreden opvallen opvolger opwarmen opzet opzij opzoeken orakel oranje orchidee
        orde oregano organist orgel origami orkest ornament otter ouders oudheid oudjaar ovatie overhemd
        ozon paard pagina pakhuis pakje pakket paleis paling palm panda paneel panfluit pannen
        panorama panter papaver papegaai papier paprika paraplu pardon parel parfum parket parodie pasfoto
        paspoort passage pasta patat patio patroon pauze pedaal peddelen peer pekel pelikaan pellen
        penning penseel peper pergola periode perron persoon perzik pesto peuter piano picknick piek
        piepen pigment pijler pilaar piloot pincet pionier pipet piramide pistache pittig pizza plaats
        plafond plakken planeet plastic plat plechtig plein plek plezier plint ploeg plons plooi
        pluche pluim plukken plus podium poedel poema poetsen poging polder polka pollepel pols
        pompoen poncho pony poort poosje popcorn populier portret positie post potgrond potlood potvis
        prairie praktijk praline praten prei premie pret prieel prikbord primeur prins prisma probleem
        proces proef profiel prognose project proloog promotie pronken proper protocol proviand proza pruik
        publiek pudding pupil puree purper puzzel pyjama quiz raadsel raampje rabarber radar radijs
        rails raket rand rang rapen rapport ratel ravijn reactie rebus recept recht reclame
        record redactie redden reeks reep refrein regel regie reiger reizen rekenen relatie reling
        remise remmen rendier rente replica reptiel reserve respect retour reus richting ridder rijk
        rijst rijtuig rijweg ringweg rinkelen risotto ritme ritueel rivier robijn robot robuust roeien
        roepen roeren roest rogge rolmodel roltrap roman romig rommelig rondje room rooster rotonde
        route rozet rozijn rubber rubriek rucola rugzak ruiken ruil ruimte ruiter rumoer rups
        rustig safari saffier salade saldo salie salsa sambal samen sandaal sappig sardine satijn
        sauna saus savanne saxofoon scannen schaap schelp schilder schoen schrift schuur scooter scriptie
        seconde sector seizoen selderij selectie semester senior serie serre servet sesam sessie sfeer
        sfinx sieraad sigaar signaal silhouet simpel sinds siroop situatie sjaal sjabloon sjoelen skelter
        slaap slager slak slalom slang slede slee slim slinger sloffen slogan slokje slot
        sluis slurf smaak smal smaragd smelten smeren smid smullen snaar snavel sneeuw snel
        snoep snor sociaal soep sofa softbal soja sokken solide solo sonate soort sopraan
        sorbet sorteren spaarpot spade spagaat spannend sparren spatel specht spek speler spetter spiegel
        spijker spil spinazie spion spits splitsen spons spoor sporten spreuk springen sprookje spruit
        spurt staart stabiel stamboom stand stap station stekker stelsel stempel stengel steun stevig
        stift stijl stilte stip stoel stof stoom storm stoven straat stroop struik student
        stuiver stuk stuur stuwdam subsidie succes sudoku suiker super sushi symbool symfonie synoniem
        systeem taak tabak tabblad tactiek tafel taille takel talent talrijk tamboer tandarts tango
        tante tapijt taptoe tarief tarwe tasje tastbaar taverne taxi techniek teder tegel tegoed
        teken tekst telefoon telkens teller tempo tenor tent tenue tenzij terecht terloops termijn
        terras terug terwijl tevreden textiel theater thee thema theorie thermos ticket tijdperk tijger
        tijm tikken timmeren tiptop titel toegang toekomst toelaten toename toernooi toestel toets toeval
        toezicht toffee toga tolk tomaat tombola toneel tong tonnen toonbank topper topsport toren
        tosti totaal toveren tractor traditie trainer traject tram trap trechter treden treffen trein
        trekken triangel tribune trillen trio triplex trofee trommel tropisch trots trouwen truffel trui
        tuba tuin tulp tunnel turbo turkoois turnen tussen tweeling twijfel typisch uitbouw uitdelen
        uiterst uitgang uitkomst uitleg uitstap uitvoer uitzicht ultiem unaniem uniek uniform urenlang urgent
        vaak vaandel vaart vaatwerk vader vakantie vakman vakwerk valk vallei valuta vanaf vandaag
        vangen vanille vanuit vanwege vanzelf varen variatie vast veearts veel veerboot veeteelt veilig
        velden venkel vennoot venster veranda verband verdelen verfijnd verhaal verjaren verkeer verlof vermaak
        vernis verslag vertrek vervoer veter veulen viaduct video vierkant vijver vijzel villa vinden
        vinger violet viool virtuoos visboer visnet visum vitamine vitrine vizier vlaggen vlam vlecht
        vleugel vlieg vlijtig vlinder vloer vlokken vloot vlug vocht voeding voegen voertuig voet
        vogel voldaan volledig volmaakt volop volume vondst vonk voordeel vorm vrede vreugde vriend
        vrijdag vroeg vrolijk vrouw vrucht vuilnis vulkaan vulling vulpen vuurwerk waaier waakhond waarde
        wafel wagen wagon wakker walnoot walrus wals walvis wandelen wanneer wanten wapperen warboel
        warm waslijn wasmand wastafel water wazig wedloop weefsel week weelde weer weetje wegdek
        wegen wegwijs weinig wekker weldra welkom wellicht welp welzijn wendbaar wennen wens wentelen
        wereld werk wervel westen wetboek wiebelen wiel wijn wijsheid wijzer wikkelen wilg willen
        winkel winnaar winst winter wipneus wirwar wiskunde wissel witlof woensdag woestijn wolf wolk
        wollig wonder woonboot worst wortel woud wrijven wuiven yoga zaag zacht zadel zakdoek
        zakelijk zakgeld zaklamp zakmes zalm zandbak zanger zaterdag zebra zeearend zeehond zeeman zeep
        zeester zeewier zeilboot zekering zelden zelf zender zetel zetten zien zigzag zijde zijkant
        zijspan zilver zingen zintuig zinvol zitbank zitting zodat zodra zoiets zojuist zolang zolder
        zomer zondag zonlicht zonnig zoogdier zorg zowel zuid zuinig zuivel zuster zuurkool zwaaien
        zwager zwaluw zwart zwemmen zwerm zweven zwierig
        """
}
