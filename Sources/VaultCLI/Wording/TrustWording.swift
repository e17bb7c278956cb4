/// What is said of leaving one line of the log for another.
enum TrustWording: Sentence {
    case followed(size: Int, lost: Int)
    case wouldFollow(lost: Int)
    case casesLost([Int])
    case inLog

    var dutch: String {
        switch self {
        case .followed(let size, 1):
            "Je volgt nu het logboek met deze woorden, van \(Amount.entries(size).dutch). 1 regel die deze computer verder kende, geldt niet meer."
        case .followed(let size, let lost):
            "Je volgt nu het logboek met deze woorden, van \(Amount.entries(size).dutch). \(lost) regels die deze computer verder kende, gelden niet meer."
        case .wouldFollow(1): "Je zou dit logboek volgen, en 1 regel die deze computer kent zou niet meer gelden; er is nu niets veranderd."
        case .wouldFollow(let lost):
            "Je zou dit logboek volgen, en \(lost) regels die deze computer kent zouden niet meer gelden; er is nu niets veranderd."
        case .casesLost(let cases): "Daar was aan \(cases.dutchCases) iets veranderd wat hier niet te vinden is."
        case .inLog: "In het logboek staat nu welk logboek je hebt losgelaten, en de leden van je groep kunnen dat zien."
        }
    }

    var english: String {
        switch self {
        case .followed(let size, 1):
            "You now follow the log with these words, of \(Amount.entries(size).english). 1 entry that this computer knew besides counts no longer."
        case .followed(let size, let lost):
            "You now follow the log with these words, of \(Amount.entries(size).english). \(lost) entries that this computer knew besides count no longer."
        case .wouldFollow(1):
            "You would follow this log, and 1 entry that this computer knows would count no longer; nothing has changed now."
        case .wouldFollow(let lost):
            "You would follow this log, and \(lost) entries that this computer knows would count no longer; nothing has changed now."
        case .casesLost(let cases): "There something was changed in \(cases.englishCases) that is not to be found here."
        case .inLog: "The log now says which log you have left, and the members of your group can see that."
        }
    }
}
