import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis member requests`: who waits; never the words.
struct MemberRequests: Command {
    static let configuration = CommandConfiguration(commandName: "requests")

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("in")) var input: PathText?
    @Option var drop: ItemNumber?

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open(readOnly: input == nil && drop == nil)
        let group = session.groupName
        if let drop { try session.drop(request: drop.value, dryRun: call.dryRun) }
        let requests = try session.requests(adding: input?.value, dryRun: call.dryRun)
        var page = Page()
        if let drop {
            page.add(deed(.requestDropped(drop.value, group: group), .requestWouldBeDropped(drop.value, group: group), call))
        }
        if input != nil { page.add(deed(.requestTaken(group: group), .requestWouldBeTaken(group: group), call)) }
        page.add(
            (requests.isEmpty ? MemberLabel.noRequests(group: group) : .requests(requests.count, group: group)).text(in: call.language))
        for request in requests {
            page.add(MemberLabel.request(request.number, time: request.time).text(in: call.language), indent: 2)
        }
        let items = requests.map { [JSON.Member("request", .int($0.number)), JSON.Member("time", .string($0.time.text))] }
        var answer = Answer.list(items, page: page)
        if !requests.isEmpty { answer.remarks = [.howToAccept] }
        return answer.marked(dryRun: call.dryRun)
    }

    private func deed(_ done: MemberDeed, _ tried: MemberDeed, _ call: Call) -> String {
        (call.dryRun ? tried : done).text(in: call.language)
    }
}

/// `kluis member list`: those who have gone are listed too.
struct MemberList: Command {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open(readOnly: true)
        let view = MemberListView(members: try session.members(), group: session.groupName, language: call.language)
        return .list(view.items, page: view.page)
    }
}

/// `kluis member until MEMBER DATE`
struct MemberUntilDay: Command {
    static let configuration = CommandConfiguration(commandName: "until")

    @OptionGroup var global: GlobalOptions
    @Argument var member: MemberText
    @Argument var date: DayText

    func answer(_ call: Call) throws -> Answer {
        let day = try date.lastDay(from: call.surroundings.now().day)
        let session = try call.open()
        let set = try session.setUntil(member.reference, day, dryRun: call.dryRun)
        let group = session.groupName
        let deed: MemberDeed =
            call.dryRun
            ? .lastDayWouldBe(name: set.name, day: set.until, group: group) : .lastDayIs(name: set.name, day: set.until, group: group)
        var answer = Answer(
            data: [JSON.Member("member", .int(set.number)), JSON.Member("until", .string(set.until.text))], page: call.page(deed),
            remarks: [.lookAtMembers])
        if set.drafts > 0 { answer.notices = [Notice(code: .draftsGo, remark: .draftsGo(name: set.name, cases: set.drafts))] }
        return answer.marked(dryRun: call.dryRun)
    }
}
