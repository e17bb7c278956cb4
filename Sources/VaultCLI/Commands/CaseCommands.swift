import ArgumentParser
import VaultCore
import VaultFormat
import VaultLog
import VaultSystem

/// `kluis case add`
struct CaseAdd: Command {
    static let configuration = CommandConfiguration(commandName: "add")

    @OptionGroup var global: GlobalOptions
    @Flag var share = false
    @Option var editor: OutsideEditor?

    func answer(_ call: Call) throws -> Answer {
        let (session, source) = try call.openToWrite(in: call.editor(editor), CaseText.init(parsing:))
        let added = try call.write(
            source, in: session, to: .newCase, parse: CaseText.init(parsing:), asking: { _ in .caseText(group: session.groupName) }
        ) { text, _ in try session.addCase(text, share: share, dryRun: call.dryRun) }.kept
        let deed: Deed =
            call.dryRun
            ? .caseWouldBeKept(number: added.number, state: added.state, group: session.groupName)
            : .caseKept(number: added.number, state: added.state, group: session.groupName)
        let data = [
            JSON.Member("case", .int(added.number)), JSON.Member("title", JSON(added.title)),
            JSON.Member("state", .string(added.state.rawValue)),
        ]
        return Answer(data: data, page: call.page(deed), remarks: [.lookAtCase(added.number)])
            .marked(dryRun: call.dryRun)
    }
}

/// `kluis case list`
struct CaseList: Command {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let cases = try session.cases()
        let view = CaseListView(cases: cases.items, group: session.groupName, language: call.language)
        var answer = Answer.list(view.items, page: view.page)
        answer.notices = cases.damaged.map { Notice(code: .partDamaged, remark: .caseDamaged($0)) }
        answer.isForReading = true
        answer.remarks = [.lookedAtCases] + (try session.drafts().map { .draftWaits($0.time, $0.place) })
        return answer
    }
}

/// `kluis case show CASE`
struct CaseShow: Command {
    static let configuration = CommandConfiguration(commandName: "show")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let shown = try session.show(case: number.value)
        let view = CaseView(shown: shown, group: session.groupName, language: call.language)
        var answer = Answer(data: view.data, page: view.page)
        answer.notices =
            shown.damagedNotes.map { Notice(code: .partDamaged, remark: .noteDamaged(shown.number, $0)) }
            + shown.damagedAttachments.map { Notice(code: .partDamaged, remark: .attachmentDamaged(shown.number, $0)) }
        answer.isForReading = true
        answer.remarks = [.lookedAtCase]
        return answer
    }
}

/// `kluis case edit CASE`
struct CaseEdit: Command {
    static let configuration = CommandConfiguration(commandName: "edit")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Option var editor: OutsideEditor?

    func answer(_ call: Call) throws -> Answer {
        let (session, source) = try call.openToWrite(in: call.editor(editor), CaseText.init(parsing:))
        let written = try call.write(
            source, in: session, to: .caseEdit(number.value), parse: CaseText.init(parsing:),
            now: { try session.currentText(ofCase: number.value).typed }, same: { $0 },
            asking: { .newCaseText(number: number.value, group: session.groupName, $0) }
        ) { text, base in try session.edit(case: number.value, text, expecting: base, dryRun: call.dryRun) }
        let version = written.kept
        let deed: Deed =
            written.isUnchanged
            ? .caseUnchanged(number: number.value, version: version, group: session.groupName)
            : call.dryRun
                ? .caseWouldBeEdited(number: number.value, version: version, group: session.groupName)
                : .caseEdited(number: number.value, version: version, group: session.groupName)
        return Answer(
            data: [JSON.Member("case", .int(number.value)), JSON.Member("version", .int(version))], page: call.page(deed),
            remarks: (written.isShown ? [.lookedAtCase] : []) + [.lookAtHistory(case: number.value)]
        ).marked(dryRun: call.dryRun)
    }
}

/// `kluis case history CASE`
struct CaseHistory: Command {
    static let configuration = CommandConfiguration(commandName: "history")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let versions = try session.history(ofCase: number.value)
        var page = Page()
        page.add(Label.history(number: number.value, group: session.groupName).text(in: call.language), .strong)
        for version in versions {
            let line = Label.version(version.version, author: version.author, time: version.time)
            page.add(line.text(in: call.language), indent: 2)
        }
        let items = versions.map { version in
            [
                JSON.Member("version", .int(version.version)), JSON.Member("author", .string(version.author)),
                JSON.Member("time", .string(version.time.text)),
            ]
        }
        var answer = Answer.list(items, page: page)
        answer.remarks = [.lookedAtHistory]
        return answer
    }
}

/// `kluis case close CASE`
struct CaseClose: Command {
    static let configuration = CommandConfiguration(commandName: "close")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let state = try session.close(case: number.value, dryRun: call.dryRun)
        let deed: Deed =
            call.dryRun
            ? .caseWouldBeClosed(number: number.value, group: session.groupName)
            : .caseClosed(number: number.value, group: session.groupName)
        return Answer(
            data: [JSON.Member("case", .int(number.value)), JSON.Member("state", .string(state.rawValue))], page: call.page(deed),
            remarks: [.lookAtCase(number.value)]
        ).marked(dryRun: call.dryRun)
    }
}
