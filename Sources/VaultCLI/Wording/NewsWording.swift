import VaultCore
import VaultFormat

/// What others did to the membership since this person's last command, and what this command settled before its own work.
enum NewsWording: Sentence {
    case news(Session.News, group: String)
    case settled(Session.Settled, group: String)

    var dutch: String {
        switch self {
        case .news(.joined(let name, let role, let by), let group):
            "Nieuw in \(group): \(by) heeft \(name) toegelaten als \(role.dutch)."
        case .news(.replaced(let name, let by), let group):
            "Nieuw in \(group): \(name) heeft nieuwe sleutels, en \(by) heeft de woorden nagekeken."
        case .news(.left(let name), let group): "Nieuw in \(group): \(name) is weggegaan."
        case .news(.removed(let name, let by), let group): "Nieuw in \(group): \(by) heeft \(name) uit de groep gehaald."
        case .news(.until(let name, let day, let by), let group):
            "Nieuw in \(group): \(by) heeft opgeschreven dat \(day.dutch) de laatste dag van \(name) is."
        case .news(.ended(let name), let group):
            "Nieuw in \(group): de laatste dag van \(name) is voorbij, dus \(name) hoort niet meer bij de groep."
        case .settled(.roleEnded(let member), let group):
            "De laatste dag van \(member) is voorbij: in het logboek van \(group) staat nu dat \(member) niet meer bij de groep hoort."
        case .settled(.rotated(1, _), let group):
            "Er was iemand weggegaan, daarom heeft 1 kring van \(group) nu eerst een nieuwe sleutel gekregen."
        case .settled(.rotated(let circles, _), let group):
            "Er was iemand weggegaan, daarom hebben \(circles) kringen van \(group) nu eerst een nieuwe sleutel gekregen."
        }
    }

    var english: String {
        switch self {
        case .news(.joined(let name, let role, let by), let group):
            "New in \(group): \(by) has accepted \(name) as \(role.englishWithArticle)."
        case .news(.replaced(let name, let by), let group):
            "New in \(group): \(name) has new keys, and \(by) has checked the words."
        case .news(.left(let name), let group): "New in \(group): \(name) has left."
        case .news(.removed(let name, let by), let group): "New in \(group): \(by) has removed \(name) from the group."
        case .news(.until(let name, let day, let by), let group):
            "New in \(group): \(by) has written down that \(day.english) is the last day of \(name)."
        case .news(.ended(let name), let group):
            "New in \(group): the last day of \(name) has passed, so \(name) is no longer part of the group."
        case .settled(.roleEnded(let member), let group):
            "The last day of \(member) has passed: the log of \(group) now says that \(member) is no longer part of the group."
        case .settled(.rotated(1, _), let group):
            "Somebody had gone, so 1 circle of \(group) has been given a new key first."
        case .settled(.rotated(let circles, _), let group):
            "Somebody had gone, so \(circles) circles of \(group) have been given new keys first."
        }
    }

    /// The code of the contract.
    var code: NoticeCode {
        switch self {
        case .news(.joined, _): .joined
        case .news(.replaced, _): .replaced
        case .news(.left, _): .left
        case .news(.removed, _): .removed
        case .news(.until, _): .until
        case .news(.ended, _): .ended
        case .settled(.roleEnded, _): .roleEnded
        case .settled(.rotated, _): .rotated
        }
    }
}
