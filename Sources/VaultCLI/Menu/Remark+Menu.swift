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
}
