/// What an entry says happened; the raw value is the spelling in payloads and JSON.
package enum Event: String, Sendable, CaseIterable {
    // Membership and keys.
    /// The first entry: founder, circles, rules.
    case groupCreated = "group.created"
    /// A newcomer was accepted; the log circle moves.
    case memberAccepted = "member.accepted"
    /// A member got new keys, or a new id takes over number, name and cases.
    case memberReplaced = "member.replaced"
    /// An end date was set or moved.
    case memberUntil = "member.until"
    /// The signer leaves; every circle of the signer owes a rotation.
    case memberLeft = "member.left"
    /// A member was taken off; every circle shared with the remover has rotated.
    case memberRemoved = "member.removed"
    /// An end date has passed; circles of that member owe a rotation.
    case roleEnded = "role.ended"
    /// The signer publishes a fresh decryption key.
    case keyRefreshed = "key.refreshed"
    /// A new circle of some members.
    case circleCreated = "circle.created"
    /// A new generation of a circle, its parts sealed anew.
    case circleRotated = "circle.rotated"
    /// Older read keys were given to a member.
    case readsGranted = "reads.granted"
    /// Present keys of circles were wrapped anew to a member whom they did not reach.
    case keyRewrapped = "key.rewrapped"

    // Items.
    /// A new case.
    case caseAdded = "case.added"
    /// Many new cases at once.
    case casesImported = "cases.imported"
    /// A new version of a case's text.
    case caseChanged = "case.changed"
    /// The author opened a case to a circle.
    case caseShared = "case.shared"
    /// The author took a case back to a draft.
    case caseWithdrawn = "case.withdrawn"
    /// A case takes no more notes or edits.
    case caseClosed = "case.closed"
    /// A case's parts are gone.
    case caseErased = "case.erased"
    /// A new note.
    case noteAdded = "note.added"
    /// A new version of a note.
    case noteChanged = "note.changed"
    /// A new attachment.
    case attachmentAdded = "attachment.added"

    // Reveals of content: who looked at what.
    /// Titles were listed, or the versions of a case.
    case casesListed = "cases.listed"
    /// A case was shown with its notes.
    case caseOpened = "case.opened"
    /// The notes of a case were shown.
    case noteOpened = "note.opened"
    /// An attachment was written to a file.
    case attachmentSaved = "attachment.saved"
    /// Texts were searched.
    case searched
    /// Content was exported.
    case exported
    /// Content was printed.
    case printed

    // Reading the log, refusals, backups.
    /// Somebody asked for what their role does not allow.
    case accessRefused = "access.refused"
    /// The log was read.
    case logOpened = "log.opened"
    /// The log was verified.
    case logVerified = "log.verified"
    /// The signer's home left another line of the log for this one.
    case logTrusted = "log.trusted"
    /// The log was exported.
    case logExported = "log.exported"
    /// A backup was made.
    case backupCreated = "backup.created"
    /// Content was restored from a backup.
    case backupRestored = "backup.restored"
    /// Old reading payloads were erased.
    case payloadExpired = "payload.expired"

    /// Reveals, and only these, are sealed under a ReadKey.
    package var isReveal: Bool {
        switch self {
        case .casesListed, .caseOpened, .noteOpened, .attachmentSaved, .searched, .exported, .printed: true
        default: false
        }
    }

    /// Whether who verifies signatures from outside has to know what it says: who is in the group, with which keys, in which circles, and
    /// what has expired. No names and no content are in it.
    package var concernsGroup: Bool {
        switch self {
        case .groupCreated, .memberAccepted, .memberReplaced, .memberUntil, .memberLeft, .memberRemoved, .roleEnded, .keyRefreshed,
            .circleCreated, .circleRotated, .readsGranted, .keyRewrapped, .caseErased, .logTrusted, .payloadExpired:
            true
        default: false
        }
    }

    /// Whether the entry changes who is in the group, so that its `roster` line names itself.
    package var changesRoster: Bool {
        switch self {
        case .groupCreated, .memberAccepted, .memberReplaced, .memberUntil, .memberLeft, .memberRemoved, .roleEnded: true
        default: false
        }
    }
}

/// How an act ended, in the numbers of DICOM and FHIR audit events.
package enum Outcome: Int, Sendable {
    /// Allowed and begun.
    case done = 0
    /// Refused.
    case refused = 4
    /// Failed after it was allowed.
    case failed = 8
    /// Failed with consequences.
    case serious = 12
}

/// Why somebody could look at content.
package enum Reason: String, Sendable {
    /// The reader is the author.
    case own
    /// The author shared it with a circle of the reader.
    case sharedWithGroup = "shared-with-group"
}
