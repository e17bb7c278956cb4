import VaultCore

/// What the log no longer tells after the group's period.
enum ExpiryDeed: Sentence {
    case foreseen(LogExpired, group: String)
    case wouldExpire(LogExpired, group: String)
    case expired(LogExpired, group: String)
    case nothing(LogExpired, group: String)
    case copies

    var dutch: String {
        switch self {
        case .foreseen(let expired, let group):
            "Je gaat uit het logboek van \(group) wissen wat van vóór \(expired.keptFrom.dutch) is: \(dutchParts(of: expired)). Dat is niet terug te draaien."
        case .wouldExpire(let expired, let group):
            "Uit het logboek van \(group) zou worden gewist wat van vóór \(expired.keptFrom.dutch) is: \(dutchParts(of: expired)); er is nu niets veranderd."
        case .expired(let expired, let group):
            "Uit het logboek van \(group) is gewist wat van vóór \(expired.keptFrom.dutch) is: \(dutchParts(of: expired)). De regels zelf blijven, en het logboek is nog helemaal na te rekenen."
        case .nothing(let expired, let group):
            "In het logboek van \(group) staat niets meer dat van vóór \(expired.keptFrom.dutch) is en weg mag; deze groep bewaart \(expired.years) jaar wie wat bekeek."
        case .copies:
            "Kopieën en reservekopieën die eerder zijn gemaakt laten het nog zien, en de anderen hebben het thuis tot hun volgende commando."
        }
    }

    var english: String {
        switch self {
        case .foreseen(let expired, let group):
            "You are about to erase from the log of \(group) what is from before \(expired.keptFrom.english): \(englishParts(of: expired)). That cannot be undone."
        case .wouldExpire(let expired, let group):
            "What is from before \(expired.keptFrom.english) would be erased from the log of \(group): \(englishParts(of: expired)); nothing has changed now."
        case .expired(let expired, let group):
            "What is from before \(expired.keptFrom.english) has been erased from the log of \(group): \(englishParts(of: expired)). The entries themselves stay, and all of the log can still be verified."
        case .nothing(let expired, let group):
            "The log of \(group) has nothing from before \(expired.keptFrom.english) that may still go; this group keeps for \(expired.years == 1 ? "1 year" : "\(expired.years) years") who looked at what."
        case .copies:
            "Copies and backups that were made earlier still show it, and the others have it at home until their next command."
        }
    }

    private func dutchParts(of expired: LogExpired) -> String {
        var parts: [String] = []
        if expired.looks > 0 { parts.append("wat er op \(expired.looks == 1 ? "1 regel" : "\(expired.looks) regels") is bekeken") }
        if expired.names > 0 {
            parts.append(expired.names == 1 ? "de naam van 1 lid dat weg is" : "de namen van \(expired.names) leden die weg zijn")
        }
        return parts.dutchList
    }

    private func englishParts(of expired: LogExpired) -> String {
        var parts: [String] = []
        if expired.looks > 0 { parts.append("what was looked at in \(expired.looks == 1 ? "1 entry" : "\(expired.looks) entries")") }
        if expired.names > 0 {
            parts.append(expired.names == 1 ? "the name of 1 member who has gone" : "the names of \(expired.names) members who have gone")
        }
        return parts.englishList
    }
}
