import ArgumentParser
import VaultCore
import VaultFormat
import VaultLog

/// `kluis log show`
struct LogShow: Command {
    static let configuration = CommandConfiguration(commandName: "show")

    @OptionGroup var global: GlobalOptions
    @Option(name: .customLong("case")) var onlyCase: ItemNumber?
    @Option var from: EntryIndex?
    @Option var limit: ItemNumber?

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let lines = try session.log(case: onlyCase?.value, from: from?.value, limit: limit?.value)
        let view = LogView(lines: lines, group: session.groupName, language: call.language)
        var answer = Answer.list(view.items, page: view.page)
        answer.remarks = [.lookedAtLog]
        return answer
    }
}

/// `kluis log verify`
struct LogVerify: Command {
    static let configuration = CommandConfiguration(commandName: "verify")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let verified = try session.verifyLog()
        let findings = FindingsView(findings: verified.findings, language: call.language)
        var page = call.page(
            Label.verified(entries: verified.entriesVerified, members: verified.members, group: session.groupName))
        if verified.unreadable > 0 { page.add(Label.unreadable(verified.unreadable).text(in: call.language)) }
        findings.write(on: &page)
        let data = [
            JSON.Member("size", .int(verified.head.size)), JSON.Member("root", .string(verified.head.root.base64)),
            JSON.Member("entries_verified", .int(verified.entriesVerified)), JSON.Member("unreadable", .int(verified.unreadable)),
            JSON.Member("members", .int(verified.members)), JSON.Member("findings", findings.ofLog),
        ]
        return Answer(data: data, page: page, remarks: [.verifiedLog], trouble: findings.trouble)
    }
}

/// `kluis log head`: for people the words and nothing else; the signed note is for programs.
struct LogHead: Command {
    static let configuration = CommandConfiguration(commandName: "head")

    @OptionGroup var global: GlobalOptions

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open(readOnly: true)
        let head = try session.logHead()
        var page = Page()
        page.add(session.groupName, .strong)
        page.add(Label.headWords(head.words.words, size: head.head.size).text(in: call.language))
        page.add(Label.compareWords.text(in: call.language))
        let data = [
            JSON.Member("checkpoint", .string(head.checkpoint)), JSON.Member("size", .int(head.head.size)),
            JSON.Member("root", .string(head.head.root.base64)), JSON.Member("words", JSON(head.words.words)),
        ]
        return Answer(data: data, page: page)
    }
}

/// `kluis check`: is everything here whole? Changes nothing and logs nothing, since it shows nothing.
struct Check: Command {
    static let configuration = CommandConfiguration(commandName: "check")

    @OptionGroup var global: GlobalOptions
    @Flag var deep = false
    @Option var salvage: PathText?

    func answer(_ call: Call) throws -> Answer {
        guard let salvage else { return try answer(try call.open(readOnly: true), deep: deep, call) }
        let damaged = try call.openDamaged()
        try damaged.salvage(to: salvage.value, progress: call.speaker.progress())
        var answer = try answer(damaged.session, deep: true, call)
        answer.page.add(BackupWording.salvaged(path: salvage.value).text(in: call.language))
        answer.data.append(JSON.Member("salvaged", .string(salvage.value)))
        return answer
    }

    private func answer(_ session: Session, deep: Bool, _ call: Call) throws -> Answer {
        let checked = try session.check(deep: deep, progress: call.speaker.progress())
        let findings = FindingsView(findings: checked.findings, language: call.language)
        var page = call.page(Label.checked(items: checked.items, entries: checked.entries, group: session.groupName))
        if deep { page.add(Label.opened(parts: checked.partsOpened).text(in: call.language)) }
        if checked.owedCircles > 0 { page.add(Label.owed(circles: checked.owedCircles).text(in: call.language)) }
        findings.write(on: &page)
        let data = [
            JSON.Member("items", .int(checked.items)), JSON.Member("parts_opened", .int(checked.partsOpened)),
            JSON.Member("entries", .int(checked.entries)), JSON.Member("owed_circles", .int(checked.owedCircles)),
            JSON.Member("findings", findings.ofContent),
        ]
        return Answer(data: data, page: page, trouble: findings.trouble)
    }
}
