import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis backup create FILE`
struct BackupCreate: Command {
    static let configuration = CommandConfiguration(commandName: "create")

    @OptionGroup var global: GlobalOptions
    @Argument var file: PathText

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let made = try session.backUp(
            to: file.value, replacing: call.settings.saysYes, dryRun: call.dryRun, progress: call.speaker.progress())
        let group = session.groupName
        let data = [
            JSON.Member("file", .string(made.path)), JSON.Member("bytes", .int(made.bytes)), JSON.Member("items", .int(made.items)),
            JSON.Member("epoch", .int(made.epoch)),
        ]
        guard made.findings.isEmpty else {
            let findings = FindingsView(findings: made.findings, language: call.language)
            var page = call.page(BackupWording.notMade(group: group))
            findings.write(on: &page)
            return Answer(data: data + [JSON.Member("findings", findings.ofContent)], page: page, trouble: findings.trouble)
        }
        let wording: BackupWording =
            call.dryRun
            ? .wouldBeMade(items: made.items, group: group) : .made(path: made.path, bytes: made.bytes, items: made.items, group: group)
        return Answer(data: data, page: call.page(wording), remarks: [.keepBackupElsewhere]).marked(dryRun: call.dryRun)
    }
}

/// `kluis backup check FILE`: changes nothing and logs nothing, since it shows nothing.
struct BackupCheck: Command {
    static let configuration = CommandConfiguration(commandName: "check")

    @OptionGroup var global: GlobalOptions
    @Argument var file: PathText

    func answer(_ call: Call) throws -> Answer {
        let sight = try call.open(backup: file.value)
        let checked = try sight.check(progress: call.speaker.progress())
        let findings = FindingsView(findings: checked.findings, language: call.language)
        var page = call.page(
            BackupWording.isOf(group: sight.session.groupName, entries: checked.size, since: checked.entriesSince))
        func add(_ wording: BackupWording) { page.add(wording.text(in: call.language)) }
        let ended = checked.circles.count { !$0.isLive }
        add(ended == 0 ? .allLive : .ended(circles: ended))
        add(.opens(openable: checked.openable, of: checked.parts))
        if !checked.findings.isEmpty { findings.write(on: &page) }
        let circles = checked.circles.map { circle in
            JSON.object([
                JSON.Member("kind", .string(circle.kind.rawValue)), JSON.Member("generation", .int(circle.generation)),
                JSON.Member("status", .string(circle.isLive ? "live" : "ended")),
            ])
        }
        let data = [
            JSON.Member("group", .string(checked.group.hex)), JSON.Member("epoch", .int(checked.epoch)),
            JSON.Member("size", .int(checked.size)), JSON.Member("openable", .int(checked.openable)),
            JSON.Member("parts", .int(checked.parts)), JSON.Member("entries_since", .int(checked.entriesSince)),
            JSON.Member("circles", .array(circles)), JSON.Member("findings", findings.ofLog),
        ]
        return Answer(data: data, page: page, trouble: findings.trouble)
    }
}
