import ArgumentParser
import VaultCore
import VaultFormat
import VaultLog

/// `kluis import DIR`: the folder is read before anything is opened, and what is left out of it is part of the answer.
struct Import: Command {
    static let configuration = CommandConfiguration(commandName: "import")

    @OptionGroup var global: GlobalOptions
    @Argument var folder: PathText
    @Flag var share = false

    func answer(_ call: Call) throws -> Answer {
        try Session.requireNamed(vault: call.settings.vault, in: call.surroundings)
        let folder = try ImportFolder(at: folder.value, progress: call.speaker.progress())
        let session = try call.open()
        let imported = try session.importCases(folder.texts, share: share, dryRun: call.dryRun, progress: call.speaker.progress())
        let deed = ImportDeed(imported, group: session.groupName, dryRun: call.dryRun)
        var page = call.page(deed)
        if !folder.skipped.isEmpty {
            page.add(ImportLabel.skipped(folder.skipped.count).text(in: call.language))
            for skipped in folder.skipped {
                page.add(ImportLabel.file(skipped.name, skipped.reason).text(in: call.language), indent: 2)
            }
        }
        let data = [
            JSON.Member("imported", .int(imported.numbers?.count ?? 0)), JSON.Member("first_case", JSON(imported.numbers?.lowerBound)),
            JSON.Member("last_case", JSON(imported.numbers?.upperBound)), JSON.Member("state", .string(imported.state.rawValue)),
            JSON.Member(
                "skipped",
                .array(
                    folder.skipped.map {
                        .object([JSON.Member("file", .string($0.name)), JSON.Member("reason", .string($0.reason.code))])
                    })),
        ]
        return Answer(data: data, page: page, remarks: imported.numbers == nil ? [] : [.filesStay]).marked(dryRun: call.dryRun)
    }
}

extension ImportFolder.Reason {
    /// Its spelling in JSON; what is wrong with a text is spelled as the error codes of texts are.
    var code: String {
        switch self {
        case .folder: "folder"
        case .link: "link"
        case .special: "special"
        case .otherName: "other-name"
        case .unreadable: "unreadable"
        case .text(let field, let fault): Trouble.fault(.text(field, fault)).code.rawValue
        }
    }
}
