import ArgumentParser
import VaultCore
import VaultFormat
import VaultLog

/// `kluis case share CASE`: says who can open it now, and what those who are left out still see.
struct CaseShare: Command {
    static let configuration = CommandConfiguration(commandName: "share")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Flag var pitchOnly = false
    @Option var without: [MemberText] = []

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let shared = try session.share(
            case: number.value, pitchOnly: pitchOnly, without: without.map(\.reference), dryRun: call.dryRun)
        let deed: ShareDeed =
            call.dryRun
            ? .caseWouldBeShared(shared.number, group: session.groupName) : .caseShared(shared.number, group: session.groupName)
        var page = call.page(deed)
        page.add(ShareDeed.readers(shared.readers).text(in: call.language))
        if !shared.summaryOnly.isEmpty { page.add(ShareDeed.summaryOnly(shared.summaryOnly).text(in: call.language)) }
        if !shared.leftOut.isEmpty { page.add(ShareDeed.leftOut(shared.leftOut, number: shared.number).text(in: call.language)) }
        let data = [
            JSON.Member("case", .int(shared.number)), JSON.Member("state", .string(shared.state.rawValue)),
            JSON.Member("readers", JSON(shared.readers)), JSON.Member("summary_only", JSON(shared.summaryOnly)),
            JSON.Member("left_out", JSON(shared.leftOut)),
        ]
        return Answer(data: data, page: page, remarks: [.lookAtReaders(case: shared.number)]).marked(dryRun: call.dryRun)
    }
}

/// `kluis case withdraw CASE`: asks first where notes of others go with it.
struct CaseWithdraw: Command {
    static let configuration = CommandConfiguration(commandName: "withdraw")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let group = session.groupName
        var withdrawn = try session.withdraw(case: number.value, dryRun: true)
        if withdrawn.notesOfOthers > 0 {
            try call.requireCertainty(
                in: session, call.page(Foreseen.notesGo(withdrawn.notesOfOthers, case: withdrawn.number, group: group)), .certain,
                answers: ["j", "ja", "y", "yes"])
        }
        if !call.dryRun { withdrawn = try session.withdraw(case: number.value, dryRun: false) }
        let deed: ShareDeed =
            call.dryRun ? .caseWouldBeWithdrawn(withdrawn.number, group: group) : .caseWithdrawn(withdrawn.number, group: group)
        var page = call.page(deed)
        if withdrawn.notesOfOthers > 0 {
            let label: ShareDeed = call.dryRun ? .notesWouldGo(withdrawn.notesOfOthers) : .notesWent(withdrawn.notesOfOthers)
            page.add(label.text(in: call.language))
        }
        let data = [
            JSON.Member("case", .int(withdrawn.number)), JSON.Member("state", .string(withdrawn.state.rawValue)),
            JSON.Member("notes_of_others", .int(withdrawn.notesOfOthers)),
        ]
        return Answer(data: data, page: page, remarks: [.lookAtReaders(case: withdrawn.number)]).marked(dryRun: call.dryRun)
    }
}

/// `kluis case readers CASE`
struct CaseReaders: Command {
    static let configuration = CommandConfiguration(commandName: "readers")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let readers = try session.readers(ofCase: number.value)
        let group = session.groupName
        var page = Page()
        let heading: ShareDeed = readers.isEmpty ? .noReaders(number.value, group: group) : .readersHeading(number.value, group: group)
        page.add(heading.text(in: call.language), readers.isEmpty ? .plain : .strong)
        for reader in readers {
            let line = ShareDeed.reader(name: reader.name, first: reader.first, last: reader.last, count: reader.count)
            page.add(line.text(in: call.language), indent: 2, hang: 2)
        }
        page.add(ShareDeed.whatKeysReach.text(in: call.language))
        let items = readers.map { reader in
            [
                JSON.Member("member", .int(reader.number)), JSON.Member("name", .string(reader.name)),
                JSON.Member("first", .string(reader.first.text)), JSON.Member("last", .string(reader.last.text)),
                JSON.Member("count", .int(reader.count)),
            ]
        }
        var answer = Answer.list(items, page: page)
        answer.remarks = [.lookedAtReaders]
        return answer
    }
}
