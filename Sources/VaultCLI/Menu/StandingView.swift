import VaultCore
import VaultFormat

/// How a group stands, in a few sentences.
struct StandingView {
    let standing: GroupStanding
    let now: Instant
    let language: Language

    /// What people read.
    var page: Page {
        var page = Page()
        page.space()
        page.add(standing.group, .strong)
        for sentence in sentences { page.add(sentence.text(in: language)) }
        return page
    }

    private var sentences: [StandingWording] {
        var sentences = [StandingWording.who(standing.role, members: standing.members)]
        if standing.role != .auditor { sentences.append(.cases(standing.cases, unread: standing.unread)) }
        if !standing.withNewNotes.isEmpty { sentences.append(.newNotes(standing.withNewNotes)) }
        if standing.unfinished > 0 { sentences.append(.unfinished(standing.unfinished)) }
        if standing.requests > 0 { sentences.append(.requests(standing.requests)) }
        if standing.role != .auditor { sentences.append(backup) }
        return sentences
    }

    private var backup: StandingWording {
        switch standing.backup {
        case .never: .noBackup
        case .notSince(let time): .noBackupSince(Moment(time).day)
        case .made(let time, let ended): .backup(days: max(0, Moment(now).day.days - Moment(time).day.days), ended: ended)
        }
    }
}

/// One sentence of how a group stands.
enum StandingWording: Sentence {
    case who(Role, members: Int)
    case cases(Int, unread: Int)
    case newNotes([Int])
    case unfinished(Int)
    case requests(Int)
    case noBackup
    case noBackupSince(Day)
    case backup(days: Int, ended: Bool)

    var dutch: String {
        switch self {
        case .who(let role, 1): "Jij bent \(role.dutch), en nog de enige in deze groep."
        case .who(let role, let members): "Jij bent \(role.dutch); de groep heeft \(Amount.members(members).dutch)."
        case .cases(0, _): "Er is nog geen casus die jij kunt openen."
        case .cases(let cases, 0): "Je kunt \(Amount.cases(cases).dutch) openen, en je hebt alles gelezen."
        case .cases(1, _): "Je kunt 1 casus openen; die is van een ander en las je nog niet."
        case .cases(let cases, 1): "Je kunt \(Amount.cases(cases).dutch) openen; 1 daarvan is van een ander en las je nog niet."
        case .cases(let cases, let unread):
            "Je kunt \(Amount.cases(cases).dutch) openen; \(unread) daarvan zijn van anderen en las je nog niet."
        case .newNotes(let numbers): "Bij \(numbers.dutchCases) schreef een ander een notitie nadat je er het laatst in keek."
        case .unfinished(1): "Er ligt 1 tekst klaar die je niet afmaakte; in de lijst van casussen staat welke."
        case .unfinished(let count): "Er liggen \(count) teksten klaar die je niet afmaakte; in de lijst van casussen staat welke."
        case .requests(1): "1 verzoek wacht: iemand wil bij de groep horen."
        case .requests(let count): "\(count) verzoeken wachten van mensen die bij de groep willen horen."
        case .noBackup: "Er is nog nooit een reservekopie gemaakt."
        case .noBackupSince(let day): "Sinds \(day.dutch) is er geen reservekopie gemaakt."
        case .backup(0, false): "De nieuwste reservekopie is van vandaag."
        case .backup(1, false): "De nieuwste reservekopie is van gisteren."
        case .backup(let days, false): "De nieuwste reservekopie is \(days) dagen oud."
        case .backup(0, true): "De nieuwste reservekopie is van vandaag, maar daarna kwamen er nieuwe sleutels: maak een nieuwe."
        case .backup(1, true): "De nieuwste reservekopie is van gisteren, maar daarna kwamen er nieuwe sleutels: maak een nieuwe."
        case .backup(let days, true):
            "De nieuwste reservekopie is \(days) dagen oud, en daarna kwamen er nieuwe sleutels: maak een nieuwe."
        }
    }

    var english: String {
        switch self {
        case .who(let role, 1): "You are \(role.englishWithArticle), and still the only one in this group."
        case .who(let role, let members): "You are \(role.englishWithArticle); the group has \(Amount.members(members).english)."
        case .cases(0, _): "There is no case yet that you can open."
        case .cases(let cases, 0): "You can open \(Amount.cases(cases).english), and you have read everything."
        case .cases(1, _): "You can open 1 case; it is somebody else's and you have not read it yet."
        case .cases(let cases, 1):
            "You can open \(Amount.cases(cases).english); 1 of them is somebody else's and you have not read it yet."
        case .cases(let cases, let unread):
            "You can open \(Amount.cases(cases).english); \(unread) of them are other people's and you have not read them yet."
        case .newNotes(let numbers): "On \(numbers.englishCases) somebody else wrote a note after you last looked."
        case .unfinished(1): "1 text lies ready that you did not finish; the list of cases says which."
        case .unfinished(let count): "\(count) texts lie ready that you did not finish; the list of cases says which."
        case .requests(1): "1 request is waiting: somebody wants to become part of the group."
        case .requests(let count): "\(count) requests are waiting of people who want to become part of the group."
        case .noBackup: "A backup has never been made."
        case .noBackupSince(let day): "No backup has been made since \(day.english)."
        case .backup(0, false): "The newest backup is from today."
        case .backup(1, false): "The newest backup is from yesterday."
        case .backup(let days, false): "The newest backup is \(days) days old."
        case .backup(0, true): "The newest backup is from today, but new keys came after it: make a new one."
        case .backup(1, true): "The newest backup is from yesterday, but new keys came after it: make a new one."
        case .backup(let days, true): "The newest backup is \(days) days old, and new keys came after it: make a new one."
        }
    }
}
