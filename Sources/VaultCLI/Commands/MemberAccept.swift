import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis member accept REQUEST`
struct MemberAccept: Command {
    static let configuration = CommandConfiguration(commandName: "accept")

    @OptionGroup var global: GlobalOptions
    @Argument var request: ItemNumber
    @Option var name: String
    @Option var words: String?
    @Option var role: Role?
    @Option var until: DayText?
    @Option var history: History?
    @Option(name: .customLong("from")) var readsFrom: DayText?
    @Option var replaces: MemberText?

    func answer(_ call: Call) throws -> Answer {
        try requireFittingOptions()
        let today = call.surroundings.now().day
        let lastDay = try until.map { try $0.lastDay(from: today) }
        let firstDay = try readsFrom.map { try $0.day() }
        let given = try words.map(Self.parsed)
        if given == nil { try call.requireTerminal(for: .words) }
        let session = try call.open()
        let newcomer = Newcomer(
            request: request.value, name: name, role: role ?? .member, until: lastDay, history: history ?? .all, from: firstDay,
            replaces: replaces?.reference)
        let accepted =
            if let given { try accept(newcomer, given, session, call) } else { try acceptHeard(newcomer, session, call) }
        return answer(accepted, until: lastDay, session.groupName, call)
    }

    private func accept(_ newcomer: Newcomer, _ words: WordCode, _ session: Session, _ call: Call) throws -> MemberAccepted {
        do { return try session.accept(newcomer, words: words, dryRun: call.dryRun) } catch Fault.wordsDiffer {
            throw Trouble.wordsDiffer(name: name)
        }
    }

    /// With the words that are asked for: once more where they are others, since somebody may have misheard one. Whoever stops after that
    /// hears what other words can mean.
    private func acceptHeard(_ newcomer: Newcomer, _ session: Session, _ call: Call) throws -> MemberAccepted {
        try session.requireAcceptable(newcomer)
        var above = Page()
        var differed: Trouble?
        while true {
            let words: WordCode
            do { words = try call.words(of: name, below: above, in: session) } catch Fault.declined { throw differed ?? .fault(.declined) }
            do { return try accept(newcomer, words, session, call) } catch let trouble as Trouble where trouble == .wordsDiffer(name: name)
            {
                differed = trouble
                above = call.page(Question.otherWords(name: name))
            }
        }
    }

    /// What would be passed over in silence is refused: a place that is taken over comes with its role, its dates and its cases, and an
    /// auditor opens no case at all.
    private func requireFittingOptions() throws(UsageFault) {
        if replaces != nil {
            if role != nil { throw .together(.role, with: .replaces) }
            if until != nil { throw .together(.until, with: .replaces) }
            if history != nil { throw .together(.history, with: .replaces) }
            if readsFrom != nil { throw .together(.readsFrom, with: .replaces) }
        }
        guard let role, role != .member else { return }
        if until == nil { throw .missingOption(.until) }
        if role == .auditor, history != nil { throw .together(.history, with: .role) }
    }

    private static func parsed(_ words: String) throws -> WordCode {
        guard let code = try? WordCode(typed: words) else { throw Fault.text(.words, .empty) }
        return code
    }

    private func answer(_ accepted: MemberAccepted, until: Day?, _ group: String, _ call: Call) -> Answer {
        let data = [
            JSON.Member("member", .int(accepted.number)), JSON.Member("name", .string(accepted.name)),
            JSON.Member("role", .string(accepted.role.rawValue)), JSON.Member("epoch", .int(accepted.epoch)),
            JSON.Member("reads_since", JSON(accepted.readsSince?.text)), JSON.Member("owed_circles", .int(accepted.owedCircles)),
        ]
        var answer = Answer(data: data, page: page(accepted, until, group, call), remarks: [.theyBegin(name: accepted.name, accepted.role)])
        if accepted.endsBackups, !call.dryRun { answer.notices = [Notice(code: .backupsEnded, remark: .backupsEnded(group: group))] }
        return answer.marked(dryRun: call.dryRun)
    }

    private func page(_ accepted: MemberAccepted, _ until: Day?, _ group: String, _ call: Call) -> Page {
        var page: Page
        func add(_ label: MemberLabel) { page.add(label.text(in: call.language)) }
        if replaces != nil {
            page = call.page(
                call.dryRun ? MemberDeed.wouldBeReplaced(name: accepted.name, group: group) : .replaced(name: accepted.name, group: group))
            add(.draftsLost(name: accepted.name))
            if accepted.owedCircles > 0 { add(.owed(circles: accepted.owedCircles)) }
            return page
        }
        page = call.page(
            call.dryRun
                ? MemberDeed.wouldBeAccepted(name: accepted.name, role: accepted.role, until: until, group: group)
                : .accepted(name: accepted.name, role: accepted.role, until: until, group: group))
        if accepted.role == .auditor {
            add(.auditorReads(name: accepted.name, since: accepted.readsSince))
            return page
        }
        add(history == History.none ? .closedHistory(name: accepted.name) : .openHistory(name: accepted.name))
        if let since = accepted.readsSince { add(.reads(name: accepted.name, since: since)) }
        return page
    }
}
