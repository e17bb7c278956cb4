import ArgumentParser
import VaultCore
import VaultFormat

/// `kluis backup restore FILE`: says first what comes back and what does not, and asks for the group's name.
struct BackupRestore: Command {
    static let configuration = CommandConfiguration(commandName: "restore")

    @OptionGroup var global: GlobalOptions
    @Argument var file: PathText

    func answer(_ call: Call) throws -> Answer {
        try call.requireCertaintyCanBeAsked()
        let sight = try call.open(backup: file.value)
        let group = sight.session.groupName
        let foreseen = try sight.restore(dryRun: true, progress: call.speaker.progress())
        if call.dryRun {
            var page = call.page(BackupWording.wouldBeRestored(group: group, path: sight.place))
            describe(foreseen, back: .comesBack(foreseen.broughtBack), on: &page, call)
            return answer(foreseen, page).marked(dryRun: true)
        }
        var before = call.page(BackupWording.restoring(group: group, path: sight.place))
        before.add(BackupWording.logStays.text(in: call.language))
        describe(foreseen, back: .comesBack(foreseen.broughtBack), on: &before, call)
        try call.requireCertainty(in: sight.session, before, .certainOfRestoring(group: group), answers: [group])
        let restored = try sight.restore(dryRun: false, progress: call.speaker.progress())
        var page = call.page(BackupWording.restored(group: group, path: sight.place))
        describe(restored, back: .cameBack(restored.broughtBack), on: &page, call)
        if let aside = restored.setAside { page.add(BackupWording.setAside(path: aside).text(in: call.language)) }
        return answer(restored, page)
    }

    /// Enough for a screen; the log and `check` have all.
    private static let mostShown = 20

    private func describe(_ restored: BackupRestored, back: BackupWording, on page: inout Page, _ call: Call) {
        page.add(back.text(in: call.language))
        let lost = restored.lost
        guard lost.lostItems > 0 else { return page.add(BackupWording.nothingLost.text(in: call.language)) }
        page.add(BackupWording.lost(lost.lostItems).text(in: call.language), .alarming)
        for item in lost.lost.prefix(Self.mostShown) {
            guard let place = FindingWording.Place(case: item.caseNumber, note: item.note, attachment: item.attachment) else { continue }
            page.add(BackupWording.lostItem(place).text(in: call.language), indent: 2)
        }
        if lost.lostItems > Self.mostShown {
            page.add(BackupWording.moreLost(lost.lostItems - Self.mostShown).text(in: call.language), indent: 2)
        }
    }

    private func answer(_ restored: BackupRestored, _ page: Page) -> Answer {
        let lost = restored.lost.lost.map { item in
            JSON.object([
                JSON.Member("case", .int(item.caseNumber)), JSON.Member("note", JSON(item.note)),
                JSON.Member("attachment", JSON(item.attachment)),
            ])
        }
        let data = [
            JSON.Member("group", .string(restored.group.hex)), JSON.Member("epoch", .int(restored.epoch)),
            JSON.Member("size", .int(restored.size)), JSON.Member("openable", .int(restored.openable)),
            JSON.Member("brought_back", .int(restored.broughtBack)), JSON.Member("lost_items", .int(restored.lost.lostItems)),
            JSON.Member("lost", .array(lost)), JSON.Member("set_aside", JSON(restored.setAside)),
        ]
        return Answer(data: data, page: page, remarks: [.checkEverything])
    }
}
