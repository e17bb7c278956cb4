/// The texts of the story. They are files of Docs/Examples, kept here too so that the program needs nothing beside itself.
enum DemoText: CaseIterable {
    /// A case from home care.
    case fall
    /// What a colleague asks about it.
    case fallQuestion
    /// What its author adds a night later.
    case fallAnswer
    /// A case of a family that a colleague knows.
    case backDoor

    /// The file's name on stage.
    var fileName: String {
        switch self {
        case .fall: "casus.txt"
        case .fallQuestion: "notitie.txt"
        case .fallAnswer: "antwoord.txt"
        case .backDoor: "casus2.txt"
        }
    }

    /// Where the same text lies in Docs/Examples.
    var example: String {
        switch self {
        case .fall: "een-val-die-niemand-mag-weten.txt"
        case .fallQuestion: "Notes/een-val-die-niemand-mag-weten.1.txt"
        case .fallAnswer: "Notes/een-val-die-niemand-mag-weten.2.txt"
        case .backDoor: "de-achterdeur.txt"
        }
    }

    /// The title, where the text has one.
    var firstLine: String { text.split(separator: "\n").first.map(String.init) ?? "" }
    /// Where a reader ends who reads all of it.
    var lastLine: String { text.split(separator: "\n").last.map(String.init) ?? "" }

    /// All of it.
    var text: String {
        switch self {
        case .fall:
            """
            Een val die niemand mag weten

            pitch: Mijn cliënte is gevallen en vraagt me het stil te houden voor haar zoon. Wat ben ik haar \
            schuldig, en wat hem?

            Ik kom vier ochtenden per week bij mevrouw Dorland, 84 jaar. Ze woont alleen sinds haar man twee jaar \
            geleden overleed. Vorige week dinsdag zag ik een blauwe plek op haar heup. Ze lachte het weg. Pas bij de \
            koffie vertelde ze dat ze 's nachts was gevallen, en dat ze een uur op de badkamervloer had gezeten \
            voordat ze overeind kon komen.

            Haar zoon belt elke zondag. Hij heeft al eens gezegd dat ze naar een verpleeghuis moet als het thuis \
            niet meer gaat. "Als hij dit hoort, zit ik er binnen een maand," zei ze. Ze pakte mijn hand en vroeg of \
            het tussen ons kon blijven.

            Ik heb gezegd dat ik de val in het dossier moet zetten, en dat heb ik gedaan. Over haar zoon heb ik \
            niets beloofd. Vrijdag belde hij terwijl ik er was. Hij vroeg of alles goed ging, en ik zei: "Ze heeft \
            goed gegeten vandaag." Dat was waar, en toch leek het op liegen.

            Sindsdien kom ik anders bij haar binnen. Ik kijk of de matjes recht liggen, en zij ziet mij kijken.

            Mijn vraag aan jullie: hoe blijf ik iemand aan wie ze dingen vertelt, als ik met wat ze vertelt ook iets \
            moet doen?

            """
        case .fallQuestion:
            """
            Ik bleef haken aan dat ene zinnetje door de telefoon. Wie wilde je op dat moment beschermen, haar of \
            jezelf? Ik vraag het omdat ik het zelf waarschijnlijk ook zo had gezegd.

            """
        case .fallAnswer:
            """
            Een nacht later: ik dacht dat deze casus over mevrouw en haar zoon ging. Nu ik hem teruglees, blijf ik \
            hangen bij mijn eigen antwoord aan de telefoon. Ik had ook kunnen zeggen: "Dat kunt u haar het beste \
            zelf vragen." Daar wil ik maandag beginnen.

            """
        case .backDoor:
            """
            De achterdeur

            pitch: Een moeder laat mij binnen als haar vriend er niet is. Ik zie dat het beter gaat, en ik weet dat \
            ik niet alles zie.

            Ik begeleid een gezin met twee kinderen, van drie en zes. De moeder is 27. Haar vriend woont er officieel \
            niet. In het plan staat dat hij niet alleen met de kinderen mag zijn, na een incident vorig jaar.

            Bij mijn laatste vier bezoeken was het huis schoon, de kinderen waren vrolijk en zij was open. Ik heb dat \
            opgeschreven, want het is waar. Vorige week belde ik een half uur te vroeg aan. Ik hoorde stemmen, toen \
            de achterdeur, en toen deed zij open met rode wangen. Er stonden twee mokken op tafel. Ik heb gevraagd of \
            ik ongelegen kwam. Ze zei van niet.

            De oudste liep met me mee naar de gang toen ik wegging. "Jij belt altijd eerst," zei ze. Ik weet nog \
            steeds niet of dat een klacht was.

            Ik kan onaangekondigd langsgaan. Dan zie ik misschien meer, en raak ik waarschijnlijk kwijt wat wij in \
            een jaar hebben opgebouwd. Ik kan haar ook vertellen wat ik heb gehoord. Maar als ze liegt, moet ik dat \
            ook weten, en dan moet ik er iets mee.

            Het gaat me niet om de vraag of ik moet melden; die weg ken ik. Mijn vraag is: wanneer werd haar \
            vertrouwen voor mij belangrijker dan wat ik zag?

            """
        }
    }
}
