import VaultCore
import VaultFormat
import VaultLog
import VaultSystem

/// Everything a command can end with except its answer.
enum Trouble: Error, Equatable {
    /// The core refused, or found damage.
    case fault(Fault)
    /// The command line, or the way the program was started.
    case usage(UsageFault)
    /// What was asked has been done, and standard output could not take the answer.
    case answerLost(IOFault)
    /// The two new passphrases that were typed differ.
    case passphrasesDiffer
    /// The words are not those of the request, so this person has not been accepted.
    case wordsDiffer(name: String)
    /// A check came to its end and found this many things.
    case findings(Int)
    /// The same of an exported log, which somebody outside the group may be looking at.
    case exportFindings(Int)
    /// An exported log is another than the one it was compared with, and nothing else is wrong with it.
    case otherLog(FindingKind)
    /// The words that were typed are not those of an exported log.
    case exportWordsDiffer
    /// Ctrl-C.
    case interrupted(Interruption)
    /// An error that nothing above foresaw.
    case ourBug

    /// What became of typed text when somebody stopped a command.
    enum Interruption: Equatable, CaseIterable {
        /// There was none.
        case nothingTyped
        /// It is left in the home.
        case draftLeft
        /// It is nowhere but on the screen.
        case textLost
    }

    /// Whether the person stopped the command.
    var isInterruption: Bool { if case .interrupted = self { true } else { false } }

    /// Sorts an error by whose it is.
    init(_ error: any Error) {
        self =
            switch error {
            case let trouble as Trouble: trouble
            case let fault as Fault: .fault(fault)
            case let usage as UsageFault: .usage(usage)
            case let system as SystemError: Trouble(system)
            default: .ourBug
            }
    }

    /// What the streams and the terminal can answer. The core has translated its own system errors before they come here.
    init(_ error: SystemError) {
        self =
            switch error {
            case .notFound: .fault(.io(.notFound))
            case .notRegular: .fault(.io(.notRegular))
            case .permissionDenied: .fault(.io(.permission))
            case .readOnly: .fault(.io(.readOnly))
            case .noSpace: .fault(.io(.full))
            case .closed, .endOfInput: .fault(.io(.closed))
            case .busy: .fault(.busy)
            case .interrupted: .interrupted(.nothingTyped)
            case .failed(let errno): .fault(.io(.failed(errno)))
            case .alreadyExists, .tooLarge, .notATerminal, .tooLong: .ourBug
            }
    }

    /// What standard output answered when it was given the answer.
    static func unheard(_ error: SystemError) -> Trouble {
        guard case .fault(.io(let fault)) = Trouble(error) else { return .answerLost(.failed(5)) }
        return .answerLost(fault)
    }

    /// The code of the contract.
    var code: ErrorCode {
        switch self {
        case .fault(let fault): fault.code
        case .answerLost(let fault): fault.code
        case .usage(let usage): usage.code
        case .passphrasesDiffer: .passphrase
        case .wordsDiffer: .wordsDiffer
        case .findings, .exportFindings: .findings
        case .otherLog(.rolledBack): .rolledBack
        case .otherLog(.forked): .forked
        case .otherLog: .otherFile
        case .exportWordsDiffer: .wordsDiffer
        case .interrupted: .interrupted
        case .ourBug: .ourBug
        }
    }
}

extension UsageFault {
    /// The code of the contract.
    var code: ErrorCode {
        switch self {
        case .missingCommand, .unknownCommand, .unknownOption, .foreignOption, .missingValue, .badValue, .missingOption,
            .missingArgument, .badArgument, .termInCommand, .tooMany, .together, .shape, .dryRunOfReading, .noHome:
            .arguments
        case .newVaultUnnamed, .vaultToJoinUnnamed: .noVault
        case .cannotAsk, .editorMissing: .cannotAsk
        case .descriptor: .descriptor
        case .textAndPassphrase: .textAndPassphrase
        }
    }
}

extension Fault {
    /// The code of the contract.
    var code: ErrorCode {
        switch self {
        case .noIdentity: .noIdentity
        case .notAMember: .notAMember
        case .membershipEnded: .removed
        case .notAcceptedYet: .notAcceptedYet
        case .alreadyMember: .alreadyMember
        case .noSuchRequest: .noSuchRequest
        case .noSuchMember: .noSuchMember
        case .wordsDiffer, .headWordsDiffer: .wordsDiffer
        case .noOtherLine: .noOtherLine
        case .lineRefused: .lineRefused
        case .requestRefused: .request
        case .recoveryRequest: .recovery
        case .nameTaken: .nameTaken
        case .lastMember: .lastMember
        case .notOneself: .notYourself
        case .endDateNeeded: .endDate
        case .tooMany: .tooMany
        case .leavesNobody: .leavesNobody
        case .rotationOwed: .rotationOwed
        case .roleMayNot: .role
        case .notYours: .notYours
        case .noSuchCase: .noSuchCase
        case .noSuchNote: .noSuchNote
        case .noSuchEntry: .noSuchEntry
        case .noSuchAttachment: .noSuchAttachment
        case .textNotShared, .textLost: .textNotShared
        case .alreadyDraft: .alreadyDraft
        case .caseClosed: .caseClosed
        case .exists: .exists
        case .declined: .declined
        case .identityDamaged: .damagedIdentity
        case .identityCostRefused: .identityCost
        case .homeDamaged: .damagedHome
        case .notAVault: .notAVault
        case .vaultTampered: .damagedVault
        case .entryDamaged: .damagedEntry
        case .payloadDamaged: .damagedPayload
        case .partDamaged, .attachmentDamaged: .damagedPart
        case .keyUndelivered: .keyUndelivered
        case .rolledBack: .rolledBack
        case .forked: .forked
        case .otherFile: .otherFile
        case .newerVersion: .newerVersion
        case .wrongPassphrase: .wrongPassphrase
        case .io(let io): io.code
        case .busy, .changedMeanwhile: .busy
        case .importTooLarge: .tooMuch
        case .text(let field, let text): text.code(in: field)
        case .paper: .paper
        case .noVaultNamed: .noVault
        case .severalVaults: .severalVaults
        }
    }
}

extension IOFault {
    fileprivate var code: ErrorCode {
        switch self {
        case .full: .full
        case .readOnly: .readOnly
        case .notFound: .notFound
        case .notRegular: .notRegular
        case .notADirectory: .notADirectory
        case .changed: .changed
        case .permission, .othersMayWrite, .socketPlace: .permission
        case .closed: .closed
        case .failed: .failed
        }
    }
}

extension TextFault {
    /// Dates, words and passphrases have one code each, whatever is wrong with them.
    fileprivate func code(in field: TextField) -> ErrorCode {
        switch field {
        case .date: .date
        case .words: .words
        case .passphrase: .passphrase
        case .name, .groupName, .title, .pitch, .body, .note, .attachment, .term:
            switch self {
            case .empty: .emptyText
            case .tooLong, .tooManyBytes: .longText
            case .notUTF8: .notUTF8
            case .control: .control
            case .nul: .nul
            }
        }
    }
}
