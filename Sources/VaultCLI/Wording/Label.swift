import VaultCore
import VaultFormat
import VaultLog

/// Headings and short lines of what is shown.
enum Label: Sentence {
    case cases(Int, group: String)
    case noCases(group: String)
    case caseLine(number: Int, title: String)
    case caseFacts(author: String, state: CaseState, updated: Instant)
    /// `readBy`: members but for the author. `isWhole`: whether I was there from its beginning.
    case caseCounts(notes: Int, attachments: Int, readBy: Int, isWhole: Bool)
    case caseHeading(number: Int, group: String)
    case byline(author: String, state: CaseState, version: Int, updated: Instant)
    case pitch(String)
    case textNotShared(author: String)
    case notes(Int)
    case noteHeading(note: Int, author: String, time: Instant)
    case notesHeading(number: Int, group: String)
    case noNotes(number: Int, group: String)
    case attachments(Int)
    case attachmentsHeading(number: Int, group: String)
    case noAttachments(number: Int, group: String)
    case attachmentFacts(bytes: Int, author: String, time: Instant)
    case history(number: Int, group: String)
    case version(Int, author: String, time: Instant)
    case groups(Int)
    case noGroups
    case groupLine(name: String, vault: String)
    case groupFacts(group: String, role: Role, members: Int, cases: Int)
    case groupLog(size: Int, epoch: Int)
    case firstWords([String])
    case headWords([String], size: Int)
    case compareWords
    case logHeading(group: String, zone: String?)
    case emptyLog
    case verified(entries: Int, members: Int, group: String)
    case unreadable(Int)
    case checked(items: Int, entries: Int, group: String)
    case opened(parts: Int)
    case owed(circles: Int)
    case allWell

    var dutch: String {
        switch self {
        case .cases(let count, let group): "\(group): \(Amount.cases(count).dutch)"
        case .noCases(let group): "In \(group) is nog geen casus die jij kunt openen."
        case .caseLine(let number, let title): "\(number)  \(title)"
        case .caseFacts(let author, let state, let updated): "Van \(author), \(state.dutch), veranderd op \(updated.dutch)"
        case .caseCounts(let notes, let attachments, let readBy, let isWhole):
            "\(Amount.notes(notes).dutch), \(Amount.attachments(attachments).dutch), "
                + (isWhole ? "" : "sinds jij erbij kwam ")
                + (readBy > 0
                    ? "gelezen door \(Amount.members(readBy).dutch)" : isWhole ? "nog door niemand anders gelezen" : "door niemand gelezen")
        case .caseHeading(let number, let group): "\(group), casus \(number)"
        case .byline(let author, let state, let version, let updated):
            "Van \(author), \(state.dutch), versie \(version) van \(updated.dutch)"
        case .pitch(let pitch): "Pitch: \(pitch)"
        case .textNotShared(let author): "\(author) heeft alleen de titel en de pitch gedeeld, niet de tekst en de notities."
        case .notes(let count): Amount.notes(count).dutch
        case .noteHeading(let note, let author, let time): "Notitie \(note) van \(author), \(time.dutch)"
        case .notesHeading(let number, let group): "\(group), notities bij casus \(number)"
        case .noNotes(let number, let group): "Bij casus \(number) van \(group) staan nog geen notities."
        case .attachments(let count): Amount.attachments(count).dutch
        case .attachmentsHeading(let number, let group): "\(group), bijlagen bij casus \(number)"
        case .noAttachments(let number, let group): "Bij casus \(number) van \(group) zijn nog geen bijlagen."
        case .attachmentFacts(let bytes, let author, let time): "\(Amount.size(bytes).dutch), van \(author), \(time.dutch)"
        case .history(let number, let group): "\(group), versies van casus \(number)"
        case .version(let version, let author, let time): "Versie \(version) van \(author), \(time.dutch)"
        case .groups(let count): count == 1 ? "Je bent lid van 1 groep." : "Je bent lid van \(count) groepen."
        case .noGroups: "Je bent op deze computer nog geen lid van een groep."
        case .groupLine(let name, let vault): "\(name): \(vault)"
        case .groupFacts(let group, let role, let members, let cases):
            "\(group) heeft \(Amount.members(members).dutch). Jij bent \(role.dutch) en kunt \(Amount.cases(cases).dutch) openen."
        case .groupLog(let size, let epoch):
            "Het logboek heeft \(Amount.entries(size).dutch), en de groep is in tijdvak \(epoch)."
        case .firstWords(let words): "De eerste regel van het logboek heeft deze zes woorden: \(words.joined(separator: " "))."
        case .headWords(let words, let size):
            "Na \(Amount.entries(size).dutch) heeft het logboek deze zes woorden: \(words.joined(separator: " "))."
        case .compareWords: "Heeft iemand van je groep bij evenveel regels dezelfde woorden, dan zien jullie hetzelfde logboek."
        case .logHeading(let group, let zone): "\(group), logboek" + (zone.map { " (tijden in \($0))" } ?? "")
        case .emptyLog: "Er zijn geen regels die hierbij passen."
        case .verified(let entries, let members, let group):
            "Het logboek van \(group) is nagerekend: \(Amount.entries(entries).dutch), alle ondertekend zoals het hoort; de groep heeft tot nu toe \(Amount.members(members).dutch) gehad."
        case .unreadable(let count):
            count == 1
                ? "1 regel is van een tijd waarvoor jij geen sleutels hebt."
                : "\(count) regels zijn van een tijd waarvoor jij geen sleutels hebt."
        case .checked(let items, let entries, let group):
            "\(group) is nagekeken: \(Amount.items(items).dutch) en \(Amount.entries(entries).dutch) van het logboek."
        case .opened(let parts): "Alle tekst is ook geopend: \(Amount.parts(parts).dutch)."
        case .owed(let circles):
            circles == 1
                ? "1 kring wacht nog op een nieuwe sleutel."
                : "\(circles) kringen wachten nog op een nieuwe sleutel."
        case .allWell: "Alles klopt."
        }
    }

    var english: String {
        switch self {
        case .cases(let count, let group): "\(group): \(Amount.cases(count).english)"
        case .noCases(let group): "\(group) has no case yet that you can open."
        case .caseLine(let number, let title): "\(number)  \(title)"
        case .caseFacts(let author, let state, let updated): "By \(author), \(state.english), changed on \(updated.english)"
        case .caseCounts(let notes, let attachments, let readBy, let isWhole):
            "\(Amount.notes(notes).english), \(Amount.attachments(attachments).english), read by "
                + (readBy > 0 ? Amount.members(readBy).english : isWhole ? "nobody else yet" : "nobody")
                + (isWhole ? "" : " since you came")
        case .caseHeading(let number, let group): "\(group), case \(number)"
        case .byline(let author, let state, let version, let updated):
            "By \(author), \(state.english), version \(version) of \(updated.english)"
        case .pitch(let pitch): "Pitch: \(pitch)"
        case .textNotShared(let author): "\(author) has shared only title and pitch, not the text and the notes."
        case .notes(let count): Amount.notes(count).english
        case .noteHeading(let note, let author, let time): "Note \(note) by \(author), \(time.english)"
        case .notesHeading(let number, let group): "\(group), notes on case \(number)"
        case .noNotes(let number, let group): "Case \(number) of \(group) has no notes yet."
        case .attachments(let count): Amount.attachments(count).english
        case .attachmentsHeading(let number, let group): "\(group), attachments of case \(number)"
        case .noAttachments(let number, let group): "Case \(number) of \(group) has no attachments yet."
        case .attachmentFacts(let bytes, let author, let time): "\(Amount.size(bytes).english), by \(author), \(time.english)"
        case .history(let number, let group): "\(group), versions of case \(number)"
        case .version(let version, let author, let time): "Version \(version) by \(author), \(time.english)"
        case .groups(let count): count == 1 ? "You are a member of 1 group." : "You are a member of \(count) groups."
        case .noGroups: "On this computer you are not a member of any group yet."
        case .groupLine(let name, let vault): "\(name): \(vault)"
        case .groupFacts(let group, let role, let members, let cases):
            "\(group) has \(Amount.members(members).english). You are \(role.englishWithArticle) and can open \(Amount.cases(cases).english)."
        case .groupLog(let size, let epoch):
            "The log has \(Amount.entries(size).english), and the group is in epoch \(epoch)."
        case .firstWords(let words): "The first entry of the log has these six words: \(words.joined(separator: " "))."
        case .headWords(let words, let size):
            "After \(Amount.entries(size).english) the log has these six words: \(words.joined(separator: " "))."
        case .compareWords: "If somebody in your group has the same words at the same number of entries, you see the same log."
        case .logHeading(let group, let zone): "\(group), log" + (zone.map { " (times in \($0))" } ?? "")
        case .emptyLog: "There are no entries that match."
        case .verified(let entries, let members, let group):
            "The log of \(group) has been verified: \(Amount.entries(entries).english), all of them signed as they should be; the group has had \(Amount.members(members).english) until now."
        case .unreadable(let count):
            count == 1
                ? "1 entry is from a time for which you have no keys."
                : "\(count) entries are from a time for which you have no keys."
        case .checked(let items, let entries, let group):
            "\(group) has been checked: \(Amount.items(items).english) and \(Amount.entries(entries).english) of the log."
        case .opened(let parts): "All text has been opened as well: \(Amount.parts(parts).english)."
        case .owed(let circles):
            circles == 1
                ? "1 circle still waits for a new key."
                : "\(circles) circles still wait for a new key."
        case .allWell: "Everything is right."
        }
    }
}
