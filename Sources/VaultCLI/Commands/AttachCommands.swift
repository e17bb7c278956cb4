import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis attach add CASE FILE`: the file is looked at before anybody is asked for a passphrase.
struct AttachAdd: Command {
    static let configuration = CommandConfiguration(commandName: "add")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Argument var file: PathText

    func answer(_ call: Call) throws -> Answer {
        let source = try AttachmentSource(path: file.value)
        let session = try call.open()
        let attachment = try session.attach(source, toCase: number.value, dryRun: call.dryRun)
        let deed: AttachDeed =
            call.dryRun
            ? .wouldBeKept(attachment, case: number.value, group: session.groupName)
            : .kept(attachment, name: source.name.text, bytes: source.length, case: number.value, group: session.groupName)
        let data = [JSON.Member("case", .int(number.value)), JSON.Member("attachment", .int(attachment))]
        return Answer(data: data, page: call.page(deed), remarks: [.lookAtAttachments(case: number.value)])
            .marked(dryRun: call.dryRun)
    }
}

/// `kluis attach list CASE`
struct AttachList: Command {
    static let configuration = CommandConfiguration(commandName: "list")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber

    func answer(_ call: Call) throws -> Answer {
        let session = try call.open()
        let attachments = try session.attachments(ofCase: number.value)
        let view = AttachmentsView(attachments: attachments.items, language: call.language)
        var page = Page()
        let heading: Label =
            attachments.items.isEmpty
            ? .noAttachments(number: number.value, group: session.groupName)
            : .attachmentsHeading(number: number.value, group: session.groupName)
        page.add(heading.text(in: call.language), attachments.items.isEmpty ? .plain : .strong)
        view.write(on: &page)
        var answer = Answer.list(view.items, page: page)
        answer.notices = attachments.damaged.map { Notice(code: .partDamaged, remark: .attachmentDamaged(number.value, $0)) }
        answer.remarks = [.lookedAtAttachments]
        return answer
    }
}

/// `kluis attach save CASE ATTACHMENT --to DIR`
struct AttachSave: Command {
    static let configuration = CommandConfiguration(commandName: "save")

    @OptionGroup var global: GlobalOptions
    @Argument var number: ItemNumber
    @Argument var attachment: ItemNumber
    @Option var to: PathText

    func answer(_ call: Call) throws -> Answer {
        let folder = try SaveFolder(path: to.value)
        let session = try call.open()
        let saved = try session.save(
            attachment: attachment.value, ofCase: number.value, in: folder, replacing: call.settings.saysYes)
        let deed = AttachDeed.saved(
            attachment.value, path: saved.path, bytes: saved.bytes, case: number.value, group: session.groupName)
        let data = [JSON.Member("path", .string(saved.path)), JSON.Member("bytes", .int(saved.bytes))]
        return Answer(data: data, page: call.page(deed), remarks: [.savedAttachment])
    }
}
