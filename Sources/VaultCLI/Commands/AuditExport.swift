import ArgumentParser
import VaultAudit
import VaultCore
import VaultCrypto
import VaultFormat

/// `kluis audit export --to DIR`: the log as a folder for people outside the group.
struct AuditExport: Command {
    static let configuration = CommandConfiguration(commandName: "export")

    @OptionGroup var global: GlobalOptions
    @Option var to: PathText
    @Option var proof: [EntryIndex] = []
    @Flag(name: .customLong("with-events")) var withEvents = false

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let made = try session.exportLog(
            to: to.value, proofs: proof.map(\.value), scope: withEvents ? .all : .membership, dryRun: call.dryRun,
            progress: call.speaker.progress())
        var page = Page()
        if let words = made.words {
            page.add(
                ExportDeed.made(path: made.path, entries: made.head.size, bytes: made.bytes, group: session.groupName).text(
                    in: call.language))
            page.add(ExportDeed.given(made.scope, entries: made.disclosed).text(in: call.language))
            page.add(ExportDeed.words(words.words).text(in: call.language))
        } else {
            page.add(ExportDeed.wouldBeMade(entries: made.head.size, group: session.groupName).text(in: call.language))
        }
        var data = [
            JSON.Member("path", .string(made.path)), JSON.Member("size", .int(made.head.size)),
            JSON.Member("root", .string(made.head.root.base64)), JSON.Member("events", .string(made.scope.rawValue)),
            JSON.Member("disclosed", .int(made.disclosed)), JSON.Member("files", .int(made.files)), JSON.Member("bytes", .int(made.bytes)),
        ]
        if let words = made.words { data.append(JSON.Member("words", JSON(words.words))) }
        return Answer(data: data, page: page, remarks: [.exported(.inLog), .exported(.howToVerify)]).marked(dryRun: call.dryRun)
    }
}
