import VaultCore

/// What a vault has to say beside the answer: what others did since the last command, what is worth knowing, what had to be settled.
/// Said once, and also when the command then ends with an error.
final class Bulletin {
    private var session: Session?
    private var ending: Ending?
    private var others: [Notice] = []
    private var said = (news: 0, warnings: 0, settled: 0)

    /// From here on this session is heard. A person hears at once what is new, before any question; a program hears it with the answer.
    func begin(_ session: Session, _ speaker: Speaker) throws {
        self.session = session
        ending = try session.ending()
        if !speaker.json { speaker.say(unsaid()) }
    }

    /// Something that is no matter of a vault. A person hears it at once.
    func add(_ notice: Notice, _ speaker: Speaker) {
        if speaker.json { others.append(notice) } else { speaker.say([notice]) }
    }

    /// What has not been said yet, which counts as said from now on.
    func unsaid() -> [Notice] {
        let before = others
        others = []
        guard let session else { return before }
        let group = session.groupName
        var notices = before + session.news.dropFirst(said.news).map { Notice(.news($0, group: group)) }
        notices += session.warnings.dropFirst(said.warnings).map { Notice($0, group: group) }
        if let ending { notices.append(Notice(code: .endsSoon, remark: .endsSoon(ending, group: group))) }
        ending = nil
        for settled in session.settled.dropFirst(said.settled) {
            notices.append(Notice(.settled(settled, group: group)))
            if case .rotated(_, endsBackups: true) = settled {
                notices.append(Notice(code: .backupsEnded, remark: .backupsEnded(group: group)))
            }
        }
        said = (session.news.count, session.warnings.count, session.settled.count)
        return notices
    }
}

extension Notice {
    /// What others did, or what was settled.
    init(_ wording: NewsWording) {
        self.init(code: wording.code, remark: .news(wording))
    }

    /// What the core found worth knowing.
    init(_ warning: Session.Warning, group: String) {
        switch warning {
        case .vaultMoved: self.init(code: .vaultMoved, remark: .vaultMoved)
        case .voidEntries(let count): self.init(code: .voidEntries, remark: .voidEntries(count))
        case .backupsEnded: self.init(code: .backupsEnded, remark: .backupsEnded(group: group))
        case .draftsGone(let count): self.init(code: .draftsGone, remark: .draftsGone(count))
        case .keysMissing(let count): self.init(code: .keysMissing, remark: .keysMissing(circles: count, group: group))
        }
    }
}
