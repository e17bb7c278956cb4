import VaultCore
import VaultLog

/// What a command did, or would do: one sentence in the past tense, with the group's name in it where there is a group.
enum Deed: Sentence {
    case identityMade(name: String)
    case identityWouldBeMade
    case identityNamed(String)
    case passphraseChanged
    case passphraseWouldChange
    case groupFounded(name: String)
    case groupWouldBeFounded
    case caseKept(number: Int, state: CaseState, group: String)
    case caseWouldBeKept(number: Int, state: CaseState, group: String)
    case caseEdited(number: Int, version: Int, group: String)
    case caseWouldBeEdited(number: Int, version: Int, group: String)
    case caseUnchanged(number: Int, version: Int, group: String)
    case noteUnchanged(number: Int, note: Int, version: Int, group: String)
    case caseClosed(number: Int, group: String)
    case caseWouldBeClosed(number: Int, group: String)
    case noteKept(number: Int, note: Int, group: String)
    case noteWouldBeKept(number: Int, note: Int, group: String)
    case noteEdited(number: Int, note: Int, version: Int, group: String)
    case noteWouldBeEdited(number: Int, note: Int, version: Int, group: String)

    var dutch: String {
        switch self {
        case .identityMade(let name): "Jouw sleutel is gemaakt, \(name)."
        case .identityWouldBeMade: "Er zou een sleutel voor je worden gemaakt; er is nu niets veranderd."
        case .identityNamed(let name): "Deze sleutel is van \(name)."
        case .passphraseChanged: "Je wachtzin is veranderd."
        case .passphraseWouldChange: "Je wachtzin zou worden veranderd; er is nu niets veranderd."
        case .groupFounded(let name): "De groep \(name) is begonnen, met jou als eerste lid."
        case .groupWouldBeFounded: "Er zou een groep beginnen met jou als eerste lid; er is nu niets veranderd."
        case .caseKept(let number, .draft, let group): "Casus \(number) van \(group) is bewaard en alleen met jouw sleutel te openen."
        case .caseKept(let number, _, let group): "Casus \(number) van \(group) is bewaard en door iedereen in de groep te openen."
        case .caseWouldBeKept(let number, .draft, let group):
            "Dit zou casus \(number) van \(group) worden, alleen met jouw sleutel te openen; er is nu niets bewaard."
        case .caseWouldBeKept(let number, _, let group):
            "Dit zou casus \(number) van \(group) worden, door iedereen in de groep te openen; er is nu niets bewaard."
        case .caseEdited(let number, let version, let group): "Casus \(number) van \(group) is veranderd; dit is nu versie \(version)."
        case .caseWouldBeEdited(let number, let version, let group):
            "Dit zou versie \(version) worden van casus \(number) van \(group); er is nu niets bewaard."
        case .caseUnchanged(let number, let version, let group):
            "Je hebt niets veranderd: versie \(version) van casus \(number) van \(group) blijft staan."
        case .noteUnchanged(let number, let note, let version, let group):
            "Je hebt niets veranderd: versie \(version) van notitie \(note) bij casus \(number) van \(group) blijft staan."
        case .caseClosed(let number, let group):
            "Casus \(number) van \(group) is afgesloten: er kan niets meer bij. Wie hem opnieuw deelt, heropent hem."
        case .caseWouldBeClosed(let number, let group): "Casus \(number) van \(group) zou worden afgesloten; er is nu niets veranderd."
        case .noteKept(let number, let note, let group): "Notitie \(note) bij casus \(number) van \(group) is bewaard."
        case .noteWouldBeKept(let number, let note, let group):
            "Dit zou notitie \(note) bij casus \(number) van \(group) worden; er is nu niets bewaard."
        case .noteEdited(let number, let note, let version, let group):
            "Notitie \(note) bij casus \(number) van \(group) is veranderd; dit is nu versie \(version)."
        case .noteWouldBeEdited(let number, let note, let version, let group):
            "Dit zou versie \(version) worden van notitie \(note) bij casus \(number) van \(group); er is nu niets bewaard."
        }
    }

    var english: String {
        switch self {
        case .identityMade(let name): "Your key has been made, \(name)."
        case .identityWouldBeMade: "A key would be made for you; nothing has changed now."
        case .identityNamed(let name): "This key belongs to \(name)."
        case .passphraseChanged: "Your passphrase has been changed."
        case .passphraseWouldChange: "Your passphrase would be changed; nothing has changed now."
        case .groupFounded(let name): "The group \(name) has begun, with you as its first member."
        case .groupWouldBeFounded: "A group would begin with you as its first member; nothing has changed now."
        case .caseKept(let number, .draft, let group): "Case \(number) of \(group) has been kept and opens with your key only."
        case .caseKept(let number, _, let group): "Case \(number) of \(group) has been kept and everyone in the group can open it."
        case .caseWouldBeKept(let number, .draft, let group):
            "This would become case \(number) of \(group), to be opened with your key only; nothing has been kept now."
        case .caseWouldBeKept(let number, _, let group):
            "This would become case \(number) of \(group), which everyone in the group can open; nothing has been kept now."
        case .caseEdited(let number, let version, let group): "Case \(number) of \(group) has been changed; this is version \(version) now."
        case .caseWouldBeEdited(let number, let version, let group):
            "This would become version \(version) of case \(number) of \(group); nothing has been kept now."
        case .caseUnchanged(let number, let version, let group):
            "You changed nothing: version \(version) of case \(number) of \(group) stays."
        case .noteUnchanged(let number, let note, let version, let group):
            "You changed nothing: version \(version) of note \(note) on case \(number) of \(group) stays."
        case .caseClosed(let number, let group):
            "Case \(number) of \(group) has been closed: nothing can be added any more. Sharing it again reopens it."
        case .caseWouldBeClosed(let number, let group): "Case \(number) of \(group) would be closed; nothing has changed now."
        case .noteKept(let number, let note, let group): "Note \(note) on case \(number) of \(group) has been kept."
        case .noteWouldBeKept(let number, let note, let group):
            "This would become note \(note) on case \(number) of \(group); nothing has been kept now."
        case .noteEdited(let number, let note, let version, let group):
            "Note \(note) on case \(number) of \(group) has been changed; this is version \(version) now."
        case .noteWouldBeEdited(let number, let note, let version, let group):
            "This would become version \(version) of note \(note) on case \(number) of \(group); nothing has been kept now."
        }
    }
}
