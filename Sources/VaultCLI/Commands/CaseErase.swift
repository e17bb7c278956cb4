import ArgumentParser
import VaultCore

/// `kluis case erase CASE`: says first what goes, and asks for the case's number.
struct CaseErase: Command {
    static let configuration = CommandConfiguration(commandName: "erase")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        try call.requireCertaintyCanBeAsked()
        let session = try call.open()
        let group = session.groupName
        var erased = try session.erase(case: number.value, dryRun: true)
        if erased.isNew, !call.dryRun {
            var page = call.page(EraseDeed.foreseen(erased, group: group))
            if erased.lostParts > 0 { page.add(EraseDeed.givenUp(erased.lostParts).text(in: call.language)) }
            try call.requireCertainty(
                in: session, page, .certainOfErasing(case: erased.number, byNumber: call.held == nil),
                answers: call.held == nil ? [String(erased.number)] : [Question.erasingWord.dutch, Question.erasingWord.english])
            erased = try session.erase(case: number.value, dryRun: false)
        }
        return answer(erased, group, call)
    }

    private func answer(_ erased: CaseErased, _ group: String, _ call: Call) -> Answer {
        let data = [
            JSON.Member("case", .int(erased.number)), JSON.Member("state", .string("erased")),
            JSON.Member("rewritten_parts", .int(erased.rewrittenParts)), JSON.Member("lost_parts", .int(erased.lostParts)),
            JSON.Member("taken_by", JSON(erased.keys.by)), JSON.Member("awaited", JSON(erased.keys.notBy)),
        ]
        if call.dryRun, erased.isNew {
            var page = call.page(EraseDeed.wouldBeErased(erased, group: group))
            if erased.lostParts > 0 { page.add(EraseDeed.givenUp(erased.lostParts).text(in: call.language)) }
            return Answer(data: data, page: page, remarks: []).marked(dryRun: true)
        }
        var page = call.page(erased.isNew ? EraseDeed.erased(erased.number, group: group) : .erasedBefore(erased.number, group: group))
        page.add(EraseDeed.taken(erased.keys).text(in: call.language))
        if !erased.keys.notBy.isEmpty { page.add(EraseDeed.awaited(erased.keys.notBy).text(in: call.language)) }
        if erased.rewrittenParts > 0 { page.add(MemberLabel.rewritten(erased.rewrittenParts).text(in: call.language)) }
        if erased.lostParts > 0 { page.add(MemberLabel.lost(erased.lostParts).text(in: call.language)) }
        var answer = Answer(data: data, page: page, remarks: [erased.keys.notBy.isEmpty ? .lookAtLog : .howFarErased(case: erased.number)])
        if erased.isNew { answer.notices = [Notice(code: .backupsEnded, remark: .backupsEnded(group: group))] }
        return answer.marked(dryRun: call.dryRun)
    }
}
