extension Remark {
    /// Whether it is about a command to type next. Somebody who chooses from a menu types none.
    var isAboutTyping: Bool {
        switch self {
        case .beginGroup, .useOldBackups, .writeFirstCase, .lookAtCase, .lookAtNotes, .lookAtHistory, .lookAtAttachments, .lookAtReaders,
            .lookAtLog, .howFarErased, .lookAtMembers, .theyAccept, .howToAccept, .checkEverything, .theyBegin, .handOver,
            .draftWaits, .exported(.howToVerify), .paper(.askBack), .paper(.theyTakeBack):
            true
        case .keepPassphraseWell, .theyOpenAgain, .keepBackupElsewhere, .othersGetKeys, .lookedAtCase, .lookedAtCases, .lookedAtHistory,
            .lookedAtNotes, .lookedAtAttachments, .savedAttachment, .lookedAtLog, .lookedAtReaders, .searched, .filesStay, .verifiedLog,
            .waiting, .progress, .vaultMoved, .voidEntries, .keysMissing, .backupsEnded, .endsSoon, .draftsGo, .draftsGone, .editorFailed,
            .news, .caseDamaged,
            .noteDamaged, .attachmentDamaged, .moreFound, .typedRefused, .typedRefusedBelow, .draftLeft, .pagerKeys, .exported, .paper,
            .trust,
            .unlocking:
            false
        }
    }

    /// What it says to somebody who chooses from a menu.
    func menuText(in language: Language) -> String {
        switch (self, language) {
        case (.keysMissing(circles: 1, let group), .dutch):
            "De sleutel van 1 kring van \(group) is niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om '\(MenuChoice.rewrap.dutch)' te kiezen."
        case (.keysMissing(let circles, let group), .dutch):
            "De sleutels van \(circles) kringen van \(group) zijn niet bij jou aangekomen, dus wat daarin staat kun je niet openen; vraag een ander die erin zit om '\(MenuChoice.rewrap.dutch)' te kiezen."
        case (.keysMissing(circles: 1, let group), .english):
            "The key of 1 circle of \(group) did not reach you, so you cannot open what is in it; ask somebody else in it to choose '\(MenuChoice.rewrap.english)'."
        case (.keysMissing(let circles, let group), .english):
            "The keys of \(circles) circles of \(group) did not reach you, so you cannot open what is in them; ask somebody else in them to choose '\(MenuChoice.rewrap.english)'."
        case (.backupsEnded(let group), .dutch):
            "\(group) heeft nieuwe sleutels. Reservekopieën van eerder gaan daarmee niet open, dus maak een nieuwe."
        case (.backupsEnded(let group), .english):
            "\(group) has new keys. Backups from before do not open with them, so make a new one."
        default: text(in: language)
        }
    }
}
