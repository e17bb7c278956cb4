package import VaultFormat

/// Which role may sign which event (the table of Docs/Format.md, "Roles and events"; one test per cell).
package enum Rules {
    /// Who may sign an event.
    package enum Allowance: Equatable, Sendable {
        /// Only the first entry of a log.
        case founderOnly
        /// Members without an end date.
        case withoutEndDate
        /// Everybody but auditors.
        case readersOfContent
        /// Everybody.
        case everyone
    }

    /// The row of the table for one event.
    package static func allowance(_ event: Event) -> Allowance {
        switch event {
        case .groupCreated: .founderOnly
        case .memberAccepted, .memberReplaced, .memberUntil, .memberRemoved, .roleEnded, .readsGranted, .payloadExpired, .backupRestored:
            .withoutEndDate
        case .circleCreated, .circleRotated, .caseAdded, .casesImported, .caseChanged, .caseShared, .caseWithdrawn, .caseClosed,
            .caseErased, .noteAdded, .noteChanged, .attachmentAdded, .casesListed, .caseOpened, .noteOpened, .attachmentSaved, .searched,
            .exported, .printed, .backupCreated:
            .readersOfContent
        case .memberLeft, .keyRefreshed, .accessRefused, .logOpened, .logVerified, .logExported:
            .everyone
        }
    }

    /// One cell of the table: whether a member of that role may sign the event, apart from what the event is about.
    package static func may(_ role: Role, hasEndDate: Bool, sign event: Event) -> Bool {
        switch allowance(event) {
        case .founderOnly: false
        case .withoutEndDate: role == .member && !hasEndDate
        case .readersOfContent: role != .auditor
        case .everyone: true
        }
    }

    /// Which outcomes an event may state.
    package static func allows(_ outcome: Outcome, for event: Event) -> Bool {
        switch event {
        case .accessRefused: outcome == .refused
        case .logOpened, .logVerified, .logExported, .backupCreated: outcome == .done || outcome == .failed
        default: outcome == .done || event.isReveal && outcome == .failed
        }
    }
}
