import VaultFormat

/// What a command did, or would do, to the membership: one sentence in the past tense.
enum MemberDeed: Sentence {
    case asked(request: Int)
    case wouldAsk
    case requestDropped(Int, group: String)
    case requestWouldBeDropped(Int, group: String)
    case requestTaken(group: String)
    case requestWouldBeTaken(group: String)
    case accepted(name: String, role: Role, until: Day?, group: String)
    case wouldBeAccepted(name: String, role: Role, until: Day?, group: String)
    case replaced(name: String, group: String)
    case wouldBeReplaced(name: String, group: String)
    case lastDayIs(name: String, day: Day, group: String)
    case lastDayWouldBe(name: String, day: Day, group: String)
    case removed(name: String, group: String)
    case wouldBeRemoved(name: String, group: String)
    case left(group: String)
    case wouldLeave(group: String)

    var dutch: String {
        switch self {
        case .asked(let request): "Je hebt gevraagd of je bij deze groep mag horen. Jouw verzoek heeft nummer \(request)."
        case .wouldAsk: "Je zou vragen of je bij deze groep mag horen; er is nu niets gevraagd."
        case .requestDropped(let request, let group): "Verzoek \(request) aan \(group) is weggegooid."
        case .requestWouldBeDropped(let request, let group):
            "Verzoek \(request) aan \(group) zou worden weggegooid; er is nu niets veranderd."
        case .requestTaken(let group): "Het verzoek uit dat bestand ligt nu in de kluis van \(group)."
        case .requestWouldBeTaken(let group): "Het verzoek uit dat bestand zou in de kluis van \(group) komen; er is nu niets veranderd."
        case .accepted(let name, let role, nil, let group): "\(name) hoort nu als \(role.dutch) bij \(group)."
        case .accepted(let name, let role, let until?, let group):
            "\(name) hoort nu als \(role.dutch) bij \(group), tot en met \(until.dutch)."
        case .wouldBeAccepted(let name, let role, nil, let group):
            "\(name) zou als \(role.dutch) bij \(group) horen; er is nu niets veranderd."
        case .wouldBeAccepted(let name, let role, let until?, let group):
            "\(name) zou tot en met \(until.dutch) als \(role.dutch) bij \(group) horen; er is nu niets veranderd."
        case .replaced(let name, let group):
            "\(name) heeft nieuwe sleutels, en hoort bij \(group) zoals eerst. Met de oude sleutels kan niemand iets openen wat er vanaf nu bij komt."
        case .wouldBeReplaced(let name, let group): "\(name) zou nieuwe sleutels krijgen in \(group); er is nu niets veranderd."
        case .lastDayIs(let name, let day, let group): "\(name) hoort tot en met \(day.dutch) bij \(group)."
        case .lastDayWouldBe(let name, let day, let group):
            "\(name) zou tot en met \(day.dutch) bij \(group) horen; er is nu niets veranderd."
        case .removed(let name, let group):
            "\(name) hoort niet meer bij \(group) en kan met de eigen sleutels niets openen wat er vanaf nu bij komt, maar kan nog hebben wat eerder is gelezen, gekopieerd of in een reservekopie staat."
        case .wouldBeRemoved(let name, let group): "\(name) zou niet meer bij \(group) horen; er is nu niets veranderd."
        case .left(let group): "Je hoort niet meer bij \(group)."
        case .wouldLeave(let group): "Je zou niet meer bij \(group) horen; er is nu niets veranderd."
        }
    }

    var english: String {
        switch self {
        case .asked(let request): "You have asked to become part of this group. Your request has number \(request)."
        case .wouldAsk: "You would ask to become part of this group; nothing has been asked now."
        case .requestDropped(let request, let group): "Request \(request) to \(group) has been dropped."
        case .requestWouldBeDropped(let request, let group): "Request \(request) to \(group) would be dropped; nothing has changed now."
        case .requestTaken(let group): "The request in that file is in the vault of \(group) now."
        case .requestWouldBeTaken(let group): "The request in that file would be put into the vault of \(group); nothing has changed now."
        case .accepted(let name, let role, nil, let group): "\(name) is now part of \(group) as \(role.englishWithArticle)."
        case .accepted(let name, let role, let until?, let group):
            "\(name) is now part of \(group) as \(role.englishWithArticle), up to and including \(until.english)."
        case .wouldBeAccepted(let name, let role, nil, let group):
            "\(name) would become part of \(group) as \(role.englishWithArticle); nothing has changed now."
        case .wouldBeAccepted(let name, let role, let until?, let group):
            "\(name) would become part of \(group) as \(role.englishWithArticle), up to and including \(until.english); nothing has changed now."
        case .replaced(let name, let group):
            "\(name) has new keys, and is part of \(group) as before. With the old keys nobody can open what is added from now on."
        case .wouldBeReplaced(let name, let group): "\(name) would get new keys in \(group); nothing has changed now."
        case .lastDayIs(let name, let day, let group): "\(name) is part of \(group) up to and including \(day.english)."
        case .lastDayWouldBe(let name, let day, let group):
            "\(name) would be part of \(group) up to and including \(day.english); nothing has changed now."
        case .removed(let name, let group):
            "\(name) is no longer part of \(group) and cannot open with their own keys what is added from now on, but may still have what was read, copied or put in a backup before."
        case .wouldBeRemoved(let name, let group): "\(name) would no longer be part of \(group); nothing has changed now."
        case .left(let group): "You are no longer part of \(group)."
        case .wouldLeave(let group): "You would no longer be part of \(group); nothing has changed now."
        }
    }
}
