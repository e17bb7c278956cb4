import VaultAudit
import VaultCore
import VaultFormat
import VaultLog

/// What `audit leaver` says.
enum LeaverWording: Sentence {
    case heading(name: String, Role, since: Day, gone: Member.Ended?)
    case opened(cases: Int, searches: Int, refused: Int)
    case unreadable(Int)
    case theCase(Openings.Opening)
    case now(LeaverAnswer.LeftCase)
    case mayHaveKept(name: String)

    var dutch: String {
        switch self {
        case .heading(let name, let role, let since, let gone):
            "\(name), \(role.dutch) sinds \(since.dutch)" + (gone.map { "; \($0.how.dutch) op \(Moment($0.time).day.dutch)" } ?? "")
        case .opened(let cases, let searches, let refused):
            "Opende \(Amount.cases(cases).dutch), zocht \(searches) keer en werd \(refused) keer geweigerd; meer hierover kun jij niet zien."
        case .unreadable(1): "1 regel van dit lid is van een tijd waarvoor jij geen sleutels hebt."
        case .unreadable(let count): "\(count) regels van dit lid zijn van een tijd waarvoor jij geen sleutels hebt."
        case .theCase(let opening): dutch(opening)
        case .now(let now) where now.state == .erased: "Nu gewist."
        case .now(let now): "Nu \(now.state.dutch), versie \(now.version), \(Amount.parts(now.parts).dutch)" + dutch(since: now) + "."
        case .mayHaveKept(let name): "Wat \(name) heeft gelezen of bewaard, of wat in een oude kopie staat, is niet terug te halen."
        }
    }

    var english: String {
        switch self {
        case .heading(let name, let role, let since, let gone):
            "\(name), \(role.english) since \(since.english)"
                + (gone.map { "; \($0.how.english), on \(Moment($0.time).day.english)" } ?? "")
        case .opened(let cases, let searches, let refused):
            "Opened \(Amount.cases(cases).english), searched \(times(searches)) and was refused \(times(refused)); more of it you cannot see."
        case .unreadable(1): "1 entry of this member is from a time for which you have no keys."
        case .unreadable(let count): "\(count) entries of this member are from a time for which you have no keys."
        case .theCase(let opening): english(opening)
        case .now(let now) where now.state == .erased: "Erased now."
        case .now(let now):
            "Now \(now.state.english), version \(now.version), \(Amount.parts(now.parts).english)" + english(since: now) + "."
        case .mayHaveKept(let name): "What \(name) has read or kept, or what stands in an old copy, cannot be taken back."
        }
    }

    private func dutch(_ opening: Openings.Opening) -> String {
        var text = "Casus \(opening.caseNumber)\(opening.isOwn ? ", eigen" : ""): \(opening.count) keer"
        let (first, last) = (Moment(opening.first).day, Moment(opening.last).day)
        text += first == last ? ", op \(first.dutch)" : ", van \(first.dutch) tot en met \(last.dutch)"
        if !opening.versions.isEmpty { text += opening.versions.count == 1 ? "; versie " : "; versies " }
        text += opening.versions.map(String.init).dutchList
        if !opening.attachments.isEmpty { text += "; bewaarde bijlage " + opening.attachments.map(String.init).dutchList }
        return text
    }

    private func english(_ opening: Openings.Opening) -> String {
        var text =
            "Case \(opening.caseNumber)\(opening.isOwn ? ", their own" : ""): \(opening.count) \(opening.count == 1 ? "look" : "looks")"
        let (first, last) = (Moment(opening.first).day, Moment(opening.last).day)
        text += first == last ? ", on \(first.english)" : ", from \(first.english) to \(last.english)"
        if !opening.versions.isEmpty { text += opening.versions.count == 1 ? "; version " : "; versions " }
        text += opening.versions.map(String.init).englishList
        if !opening.attachments.isEmpty { text += "; saved attachment " + opening.attachments.map(String.init).englishList }
        return text
    }

    private func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

    private func dutch(since now: LeaverAnswer.LeftCase) -> String {
        guard let rewritten = now.rewritten, let owed = now.owed else { return "" }
        return ", waarvan \(rewritten) verzegeld met een sleutel van daarna" + (owed > 0 ? " en \(owed) nog niet" : "")
    }

    private func english(since now: LeaverAnswer.LeftCase) -> String {
        guard let rewritten = now.rewritten, let owed = now.owed else { return "" }
        return ", of which \(rewritten) sealed with a key made since" + (owed > 0 ? " and \(owed) not yet" : "")
    }
}
