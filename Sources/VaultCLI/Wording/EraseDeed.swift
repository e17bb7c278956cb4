import VaultCore

/// What becomes of a case that is erased, and for whom that is complete.
enum EraseDeed: Sentence {
    case foreseen(CaseErased, group: String)
    case givenUp(Int)
    case wouldBeErased(CaseErased, group: String)
    case erased(Int, group: String)
    case erasedBefore(Int, group: String)
    case taken(KeysTaken)
    case awaited([String])

    var dutch: String {
        switch self {
        case .foreseen(let erased, let group):
            "Je gaat casus \(erased.number) van \(group) wissen\(dutchParts(of: erased)). Dat is niet terug te draaien."
        case .wouldBeErased(let erased, let group):
            "Casus \(erased.number) van \(group) zou worden gewist\(dutchParts(of: erased)); er is nu niets veranderd."
        case .givenUp(1):
            "1 onderdeel van een andere casus ontbreekt nu, en komt na de nieuwe sleutels ook uit een oude kopie niet meer terug."
        case .givenUp(let parts):
            "\(parts) onderdelen van andere casussen ontbreken nu, en komen na de nieuwe sleutels ook uit een oude kopie niet meer terug."
        case .erased(let number, let group):
            "Casus \(number) van \(group) is met alle notities en bijlagen gewist uit deze kluis, maar kan nog in kopieën en reservekopieën staan die eerder zijn gemaakt."
        case .erasedBefore(let number, let group):
            "Casus \(number) van \(group) was al gewist uit deze kluis, maar kan nog in kopieën en reservekopieën van daarvóór staan."
        case .taken(let keys) where keys.notBy.isEmpty:
            "Iedereen die erbij kon, heeft de nieuwe sleutel: met de sleutels van nu gaan ook zulke kopieën niet open."
        case .taken(let keys) where keys.by.isEmpty:
            "Van de \(keys.notBy.count) leden die erbij konden, heeft nog niemand de nieuwe sleutel."
        case .taken(let keys):
            "Van de \(keys.by.count + keys.notBy.count) leden die erbij konden, \(keys.by.count == 1 ? "heeft" : "hebben") \(keys.by.count) de nieuwe sleutel: \(keys.by.dutchList)."
        case .awaited(let names):
            "Nog niet: \(names.dutchList). Tot hun volgende commando dat in het logboek komt, gaan zulke kopieën met hun oude sleutel nog open."
        }
    }

    var english: String {
        switch self {
        case .foreseen(let erased, let group):
            "You are about to erase case \(erased.number) of \(group)\(englishParts(of: erased)). That cannot be undone."
        case .wouldBeErased(let erased, let group):
            "Case \(erased.number) of \(group) would be erased\(englishParts(of: erased)); nothing has changed now."
        case .givenUp(1): "1 part of another case is missing now, and with the new keys does not come back from an old copy either."
        case .givenUp(let parts):
            "\(parts) parts of other cases are missing now, and with the new keys do not come back from an old copy either."
        case .erased(let number, let group):
            "Case \(number) of \(group) has been erased from this vault with all its notes and attachments, but may still be in copies and backups that were made earlier."
        case .erasedBefore(let number, let group):
            "Case \(number) of \(group) had been erased from this vault already, but may still be in copies and backups from before."
        case .taken(let keys) where keys.notBy.isEmpty:
            "Everybody who could open it has taken the new key: with the keys of today such copies do not open either."
        case .taken(let keys) where keys.by.isEmpty: "None of the \(keys.notBy.count) members who could open it has taken the new key yet."
        case .taken(let keys):
            "\(keys.by.count) of the \(keys.by.count + keys.notBy.count) members who could open it \(keys.by.count == 1 ? "has" : "have") taken the new key: \(keys.by.englishList)."
        case .awaited(let names):
            "Not yet: \(names.englishList). Until their next command that is in the log, such copies still open with their old key."
        }
    }

    /// `, met 2 notities en 1 bijlage, ook van anderen`
    private func dutchParts(of erased: CaseErased) -> String {
        let parts = amounts(of: erased).map(\.dutch)
        return parts.isEmpty ? "" : ", met \(parts.dutchList)" + (erased.hasPartsOfOthers ? ", ook van anderen" : "")
    }

    private func englishParts(of erased: CaseErased) -> String {
        let parts = amounts(of: erased).map(\.english)
        return parts.isEmpty ? "" : ", with \(parts.englishList)" + (erased.hasPartsOfOthers ? ", some of them by others" : "")
    }

    private func amounts(of erased: CaseErased) -> [Amount] {
        (erased.notes > 0 ? [.notes(erased.notes)] : []) + (erased.attachments > 0 ? [.attachments(erased.attachments)] : [])
    }
}
