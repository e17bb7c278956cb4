/// The texts of the story. They are files of Docs/Examples, kept here too so that the program needs nothing beside itself.
enum DemoText: CaseIterable {
    /// A case from home care.
    case fall
    /// What its author adds to it the day after.
    case fallNote

    /// The file's name on stage.
    var fileName: String {
        switch self {
        case .fall: "casus.txt"
        case .fallNote: "notitie.txt"
        }
    }

    /// Where the same text lies in Docs/Examples.
    var example: String {
        switch self {
        case .fall: "een-val-die-niemand-mag-weten.txt"
        case .fallNote: "Notes/een-val-die-niemand-mag-weten.1.txt"
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
        case .fallNote:
            """
            Een nacht later: ik dacht dat deze casus over mevrouw en haar zoon ging. Nu ik hem teruglees, blijf ik \
            hangen bij mijn eigen antwoord aan de telefoon. Ik had ook kunnen zeggen: "Dat kunt u haar het beste \
            zelf vragen." Daar wil ik maandag beginnen.

            """
        }
    }
}
