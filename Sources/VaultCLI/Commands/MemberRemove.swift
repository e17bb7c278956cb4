import ArgumentParser
import VaultCore
import VaultFormat
import VaultLog

/// `kluis member remove MEMBER`: says first what goes along, and asks for the name or number.
struct MemberRemove: Command {
    static let configuration = CommandConfiguration(commandName: "remove")

    @OptionGroup var global: GlobalOptions
    @Argument var member: MemberText

    func answer(_ call: Call) throws -> Answer {
        try call.requireCertaintyCanBeAsked()
        let session = try call.open()
        let target = try session.member(member.reference)
        let foreseen = try session.remove(.number(target.number), dryRun: true)
        if call.dryRun { return answer(foreseen, readsContent: target.role != .auditor, session.groupName, call) }
        try call.requireCertainty(
            in: session, page(before: foreseen, session.groupName, call),
            .certainOfRemoval(name: foreseen.name, byNumber: call.held == nil),
            answers: [foreseen.name] + (call.held == nil ? [String(target.number)] : []))
        let removed = try session.remove(.number(target.number), dryRun: false)
        return answer(removed, readsContent: target.role != .auditor, session.groupName, call)
    }

    private func page(before foreseen: MemberRemoved, _ group: String, _ call: Call) -> Page {
        var page = call.page(Foreseen.removal(name: foreseen.name, group: group))
        if !foreseen.erasedCases.isEmpty {
            page.add(Foreseen.erased(foreseen.erasedCases, keyOf: foreseen.name).text(in: call.language))
        }
        if !foreseen.erasedTexts.isEmpty {
            page.add(Foreseen.erasedTexts(foreseen.erasedTexts, keyOf: foreseen.name).text(in: call.language))
        }
        if !foreseen.owedCircles.isEmpty {
            page.add(Foreseen.owed(foreseen.owedCircles.count, name: foreseen.name).text(in: call.language))
        }
        return page
    }

    private func answer(_ removed: MemberRemoved, readsContent: Bool, _ group: String, _ call: Call) -> Answer {
        let data = [
            JSON.Member("member", .int(removed.number)), JSON.Member("epoch", .int(removed.epoch)),
            JSON.Member("rewritten_parts", .int(removed.rewrittenParts)), JSON.Member("lost_parts", .int(removed.lostParts)),
            JSON.Member("owed_circles", .int(removed.owedCircles.count)),
            JSON.Member("opened_cases", .array(removed.openedCases.map(JSON.int))),
            JSON.Member("erased_cases", .array(removed.erasedCases.map(JSON.int))),
            JSON.Member("erased_texts", .array(removed.erasedTexts.map(JSON.int))),
            JSON.Member("settled_by", .array(removed.owedCircles.map { JSON($0) })),
        ]
        var answer = Answer(data: data, page: page(removed, group, call), remarks: [.lookAtMembers])
        if readsContent, !call.dryRun { answer.notices = [Notice(code: .backupsEnded, remark: .backupsEnded(group: group))] }
        return answer.marked(dryRun: call.dryRun)
    }

    private func page(_ removed: MemberRemoved, _ group: String, _ call: Call) -> Page {
        var page: Page
        func add(_ sentence: some Sentence) { page.add(sentence.text(in: call.language)) }
        if call.dryRun {
            page = call.page(MemberDeed.wouldBeRemoved(name: removed.name, group: group))
            if !removed.erasedCases.isEmpty { add(Foreseen.erased(removed.erasedCases, keyOf: removed.name)) }
            if !removed.erasedTexts.isEmpty { add(Foreseen.erasedTexts(removed.erasedTexts, keyOf: removed.name)) }
            if !removed.owedCircles.isEmpty { add(Foreseen.owed(removed.owedCircles.count, name: removed.name)) }
            add(MemberLabel.opened(removed.openedCases, by: removed.name))
            return page
        }
        page = call.page(MemberDeed.removed(name: removed.name, group: group))
        add(MemberLabel.opened(removed.openedCases, by: removed.name))
        if removed.rewrittenParts > 0 { add(MemberLabel.rewritten(removed.rewrittenParts)) }
        if removed.lostParts > 0 { add(MemberLabel.lost(removed.lostParts)) }
        if !removed.erasedCases.isEmpty { add(MemberLabel.erased(removed.erasedCases, keyOf: removed.name)) }
        if !removed.erasedTexts.isEmpty { add(MemberLabel.erasedTexts(removed.erasedTexts, keyOf: removed.name)) }
        for names in removed.owedCircles { add(MemberLabel.settledBy(names, gone: removed.name)) }
        return page
    }
}

/// `kluis member leave`: says first what goes along, and asks for one's own name or number.
struct MemberLeave: Command {
    static let configuration = CommandConfiguration(commandName: "leave")

    @OptionGroup var global: GlobalOptions
    @Flag var withdrawMine = false

    func answer(_ call: Call) throws -> Answer {
        try call.requireCertaintyCanBeAsked()
        let session = try call.open()
        let group = session.groupName
        let foreseen = try session.leave(withdrawMine: withdrawMine, dryRun: true)
        if call.dryRun {
            var page = call.page(MemberDeed.wouldLeave(group: group))
            describe(foreseen, on: &page, call)
            return answer(foreseen, page).marked(dryRun: true)
        }
        guard let name = try session.members().first(where: { $0.number == foreseen.number })?.name else { throw Fault.noSuchMember }
        var before = call.page(Foreseen.leaving(group: group))
        describe(foreseen, on: &before, call)
        try call.requireCertainty(
            in: session, before, .certainOfLeaving(name: name, byNumber: call.held == nil),
            answers: [name] + (call.held == nil ? [String(foreseen.number)] : []))
        let left = try session.leave(withdrawMine: withdrawMine, dryRun: false)
        var page = call.page(MemberDeed.left(group: group))
        if !left.erasedCases.isEmpty { page.add(MemberLabel.erasedMine(left.erasedCases).text(in: call.language)) }
        if !left.erasedTexts.isEmpty { page.add(MemberLabel.erasedTextsMine(left.erasedTexts).text(in: call.language)) }
        return answer(left, page)
    }

    private func describe(_ foreseen: MemberLeft, on page: inout Page, _ call: Call) {
        page.add((withdrawMine ? Foreseen.sharesGo : .sharesStay).text(in: call.language))
        if !foreseen.erasedCases.isEmpty { page.add(Foreseen.erasedMine(foreseen.erasedCases).text(in: call.language)) }
        if !foreseen.erasedTexts.isEmpty { page.add(Foreseen.erasedTextsMine(foreseen.erasedTexts).text(in: call.language)) }
    }

    private func answer(_ left: MemberLeft, _ page: Page) -> Answer {
        Answer(
            data: [
                JSON.Member("member", .int(left.number)), JSON.Member("erased_cases", .array(left.erasedCases.map(JSON.int))),
                JSON.Member("erased_texts", .array(left.erasedTexts.map(JSON.int))),
            ],
            page: page, remarks: [.othersGetKeys])
    }
}
