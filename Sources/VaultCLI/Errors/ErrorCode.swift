import VaultCore

/// The codes of the contract. Programs rely on the spelling; a code is never renamed.
enum ErrorCode: String, CaseIterable {
    case noIdentity = "refused.no-identity"
    case notAMember = "refused.not-a-member"
    case removed = "refused.removed"
    case notAcceptedYet = "refused.not-accepted-yet"
    case alreadyMember = "refused.already-member"
    case noSuchRequest = "refused.no-such-request"
    case noSuchMember = "refused.no-such-member"
    case wordsDiffer = "refused.words-differ"
    case request = "refused.request"
    case recovery = "refused.recovery"
    case noOtherLine = "refused.no-other-line"
    case lineRefused = "refused.line"
    case nameTaken = "refused.name-taken"
    case lastMember = "refused.last-member"
    case notYourself = "refused.not-yourself"
    case tooMany = "refused.too-many"
    case leavesNobody = "refused.leaves-nobody"
    case rotationOwed = "refused.rotation-owed"
    case role = "refused.role"
    case notYours = "refused.not-yours"
    case noSuchCase = "refused.no-such-case"
    case noSuchNote = "refused.no-such-note"
    case noSuchEntry = "refused.no-such-entry"
    case noSuchAttachment = "refused.no-such-attachment"
    case textNotShared = "refused.text-not-shared"
    case alreadyDraft = "refused.already-draft"
    case caseClosed = "refused.case-closed"
    case exists = "refused.exists"
    case declined = "refused.declined"
    case damagedIdentity = "damaged.identity"
    case identityCost = "damaged.identity-cost"
    case damagedHome = "damaged.home"
    case notAVault = "damaged.not-a-vault"
    case damagedVault = "damaged.vault"
    case damagedEntry = "damaged.entry"
    case damagedPayload = "damaged.payload"
    case damagedPart = "damaged.part"
    case keyUndelivered = "damaged.key-undelivered"
    case findings = "damaged.findings"
    case rolledBack = "rolled-back"
    case forked
    case otherFile = "other-file"
    case newerVersion = "newer-version"
    case wrongPassphrase = "wrong-passphrase"
    case full = "io.full"
    case readOnly = "io.read-only"
    case notFound = "io.not-found"
    case notRegular = "io.not-regular"
    case notADirectory = "io.not-a-directory"
    case changed = "io.changed"
    case permission = "io.permission"
    case closed = "io.closed"
    case failed = "io.failed"
    case busy
    case emptyText = "text.empty"
    case longText = "text.too-long"
    case notUTF8 = "text.not-utf8"
    case control = "text.control"
    case nul = "text.nul"
    case date = "text.date"
    case endDate = "text.end-date"
    case words = "text.words"
    case paper = "text.paper"
    case passphrase = "text.passphrase"
    case tooMuch = "text.too-much"
    case noVault = "usage.no-vault"
    case severalVaults = "usage.several-groups"
    case arguments = "usage.arguments"
    case cannotAsk = "usage.cannot-ask"
    case descriptor = "usage.descriptor"
    case textAndPassphrase = "usage.text-and-passphrase"
    case interrupted
    case ourBug = "our-bug"

    /// The number the program ends with.
    var exit: ExitStatus {
        switch self {
        case .noIdentity, .notAMember, .removed, .notAcceptedYet, .alreadyMember, .noSuchRequest, .noSuchMember, .wordsDiffer,
            .request, .recovery, .noOtherLine, .lineRefused, .nameTaken, .lastMember, .notYourself, .tooMany, .leavesNobody, .rotationOwed,
            .role, .notYours,
            .noSuchCase, .noSuchNote, .noSuchEntry, .noSuchAttachment, .textNotShared, .alreadyDraft, .caseClosed, .exists, .declined:
            .refused
        case .damagedIdentity, .identityCost, .damagedHome, .notAVault, .damagedVault, .damagedEntry, .damagedPayload,
            .damagedPart, .keyUndelivered, .findings:
            .damaged
        case .rolledBack, .forked, .otherFile: .otherHistory
        case .newerVersion: .newerVersion
        case .wrongPassphrase: .wrongPassphrase
        case .full, .readOnly, .notFound, .notRegular, .notADirectory, .changed, .permission, .closed, .failed: .inputOutput
        case .busy: .busy
        case .emptyText, .longText, .notUTF8, .control, .nul, .date, .endDate, .words, .paper, .passphrase, .tooMuch: .text
        case .noVault, .severalVaults, .arguments, .cannotAsk, .descriptor, .textAndPassphrase: .usage
        case .interrupted: .interrupted
        case .ourBug: .ourBug
        }
    }
}

/// The numbers the program ends with.
enum ExitStatus: Int32, CaseIterable {
    case done = 0
    case ourBug = 1
    case refused = 3
    case damaged = 4
    case inputOutput = 5
    case busy = 6
    case otherHistory = 7
    case newerVersion = 8
    case wrongPassphrase = 9
    case usage = 64
    case text = 65
    case interrupted = 130
}
