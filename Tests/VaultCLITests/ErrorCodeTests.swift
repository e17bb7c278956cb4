import Testing
import VaultCore
import VaultFormat
import VaultLog
import VaultSystem

@testable import VaultCLI

/// Every way to fail, with the code and the number that the contract promises.
@Suite struct ErrorCodeTests {
    static let seen = Instant(seconds: 1_795_341_900)

    static let table: [(Trouble, String, Int32)] =
        [
            (.fault(.noIdentity), "refused.no-identity", 3),
            (.fault(.notAMember), "refused.not-a-member", 3),
            (.fault(.membershipEnded), "refused.removed", 3),
            (.fault(.notAcceptedYet), "refused.not-accepted-yet", 3),
            (.fault(.alreadyMember), "refused.already-member", 3),
            (.fault(.noSuchRequest(4821)), "refused.no-such-request", 3),
            (.fault(.noSuchMember), "refused.no-such-member", 3),
            (.fault(.wordsDiffer), "refused.words-differ", 3),
            (.fault(.requestRefused), "refused.request", 3),
            (.fault(.recoveryRequest), "refused.recovery", 3),
            (.fault(.headWordsDiffer), "refused.words-differ", 3),
            (.fault(.noOtherLine), "refused.no-other-line", 3),
            (.fault(.lineRefused(.otherEpoch)), "refused.line", 3),
            (.fault(.lineRefused(.undoesJoin(member: 3))), "refused.line", 3),
            (.fault(.lineRefused(.readmits(member: 3))), "refused.line", 3),
            (.fault(.nameTaken), "refused.name-taken", 3),
            (.fault(.lastMember), "refused.last-member", 3),
            (.fault(.notOneself), "refused.not-yourself", 3),
            (.fault(.tooMany(.requests)), "refused.too-many", 3),
            (.fault(.tooMany(.members)), "refused.too-many", 3),
            (.fault(.tooMany(.circles)), "refused.too-many", 3),
            (.fault(.leavesNobody), "refused.leaves-nobody", 3),
            (.fault(.rotationOwed([])), "refused.rotation-owed", 3),
            (.fault(.rotationOwed(["Anna", "Bo", "Cas"])), "refused.rotation-owed", 3),
            (.fault(.roleMayNot(role: .auditor)), "refused.role", 3),
            (.fault(.roleMayNot(role: .member)), "refused.role", 3),
            (.fault(.roleMayNot(role: .guest)), "refused.role", 3),
            (.fault(.notYours), "refused.not-yours", 3),
            (.fault(.noSuchCase(7)), "refused.no-such-case", 3),
            (.fault(.noSuchNote(case: 7, note: 2)), "refused.no-such-note", 3),
            (.fault(.noSuchEntry(99)), "refused.no-such-entry", 3),
            (.fault(.noSuchAttachment(case: 7, attachment: 2)), "refused.no-such-attachment", 3),
            (.fault(.textNotShared(7)), "refused.text-not-shared", 3),
            (.fault(.changedMeanwhile(case: 7, note: nil)), "busy", 6), (.fault(.changedMeanwhile(case: 7, note: 2)), "busy", 6),
            (.fault(.textLost(7)), "refused.text-not-shared", 3),
            (.fault(.alreadyDraft(7)), "refused.already-draft", 3),
            (.fault(.caseClosed(7)), "refused.case-closed", 3),
            (.fault(.exists(.identity)), "refused.exists", 3),
            (.fault(.exists(.vault)), "refused.exists", 3),
            (.fault(.exists(.file)), "refused.exists", 3),
            (.fault(.exists(.folder)), "refused.exists", 3),
            (.fault(.declined), "refused.declined", 3),
            (.fault(.identityDamaged), "damaged.identity", 4),
            (.fault(.identityCostRefused), "damaged.identity-cost", 4),
            (.fault(.homeDamaged), "damaged.home", 4),
            (.fault(.notAVault), "damaged.not-a-vault", 4),
            (.fault(.vaultTampered), "damaged.vault", 4),
            (.fault(.payloadDamaged(index: 12)), "damaged.payload", 4),
            (.fault(.partDamaged(case: 7, note: nil)), "damaged.part", 4),
            (.fault(.partDamaged(case: 7, note: 2)), "damaged.part", 4),
            (.fault(.attachmentDamaged(case: 7, attachment: 2)), "damaged.part", 4),
            (.fault(.keyUndelivered), "damaged.key-undelivered", 4),
            (.findings(1), "damaged.findings", 4),
            (.findings(3), "damaged.findings", 4),
            (.exportFindings(2), "damaged.findings", 4),
            (.otherLog(.rolledBack), "rolled-back", 7),
            (.otherLog(.forked), "forked", 7),
            (.otherLog(.otherLog), "other-file", 7),
            (.exportWordsDiffer, "refused.words-differ", 3),
            (.fault(.io(.full)), "io.full", 5),
            (.fault(.io(.readOnly)), "io.read-only", 5),
            (.fault(.io(.notFound)), "io.not-found", 5),
            (.fault(.io(.notRegular)), "io.not-regular", 5),
            (.fault(.io(.notADirectory)), "io.not-a-directory", 5),
            (.fault(.io(.changed)), "io.changed", 5),
            (.fault(.io(.permission)), "io.permission", 5),
            (.fault(.io(.othersMayWrite)), "io.permission", 5), (.fault(.io(.socketPlace)), "io.permission", 5),
            (.fault(.io(.closed)), "io.closed", 5),
            (.answerLost(.full), "io.full", 5),
            (.answerLost(.closed), "io.closed", 5),
            (.answerLost(.permission), "io.permission", 5),
            (.answerLost(.failed(5)), "io.failed", 5),
            (.fault(.io(.failed(5))), "io.failed", 5),
            (.fault(.busy), "busy", 6),
            (.fault(.rolledBack(missing: 1, seen: seen)), "rolled-back", 7),
            (.fault(.rolledBack(missing: 3, seen: seen)), "rolled-back", 7),
            (.fault(.forked(since: seen)), "forked", 7),
            (.fault(.otherFile), "other-file", 7),
            (.fault(.newerVersion), "newer-version", 8),
            (.fault(.wrongPassphrase), "wrong-passphrase", 9),
            (.fault(.noVaultNamed), "usage.no-vault", 64),
            (.fault(.severalVaults(["/a/noord.kluis", "/a/zuid.kluis"])), "usage.several-groups", 64),
            (.usage(.missingCommand(under: [])), "usage.arguments", 64),
            (.usage(.unknownCommand(position: 2, under: ["case"])), "usage.arguments", 64),
            (.usage(.unknownOption(position: 2)), "usage.arguments", 64),
            (.usage(.foreignOption(.deep)), "usage.arguments", 64),
            (.usage(.missingValue(.name)), "usage.arguments", 64),
            (.usage(.badValue(.color)), "usage.arguments", 64),
            (.usage(.missingOption(.name)), "usage.arguments", 64),
            (.usage(.missingArgument(.caseNumber)), "usage.arguments", 64),
            (.usage(.badArgument(.noteNumber)), "usage.arguments", 64),
            (.usage(.missingArgument(.member)), "usage.arguments", 64),
            (.usage(.termInCommand), "usage.arguments", 64),
            (.usage(.tooMany(position: 4)), "usage.arguments", 64),
            (.usage(.together(.role, with: .replaces)), "usage.arguments", 64),
            (.usage(.vaultToJoinUnnamed), "usage.no-vault", 64),
            (.usage(.cannotAsk(.words)), "usage.cannot-ask", 64),
            (.usage(.cannotAsk(.certainty)), "usage.cannot-ask", 64),
            (.wordsDiffer(name: "Bo"), "refused.words-differ", 3),
            (.usage(.shape), "usage.arguments", 64),
            (.usage(.dryRunOfReading), "usage.arguments", 64),
            (.usage(.noHome), "usage.arguments", 64),
            (.usage(.newVaultUnnamed), "usage.no-vault", 64),
            (.usage(.cannotAsk(.passphrase)), "usage.cannot-ask", 64),
            (.usage(.cannotAsk(.text)), "usage.cannot-ask", 64),
            (.usage(.cannotAsk(.sheet)), "usage.cannot-ask", 64),
            (.usage(.cannotAsk(.guide)), "usage.cannot-ask", 64),
            (.usage(.editorMissing(.nano)), "usage.cannot-ask", 64),
            (.usage(.descriptor), "usage.descriptor", 64),
            (.usage(.textAndPassphrase), "usage.text-and-passphrase", 64),
            (.passphrasesDiffer, "text.passphrase", 65),
            (.fault(.importTooLarge), "text.too-much", 65),
            (.interrupted(.nothingTyped), "interrupted", 130), (.interrupted(.draftLeft), "interrupted", 130),
            (.interrupted(.textLost), "interrupted", 130),
            (.ourBug, "our-bug", 1),
        ] + entries + texts + sheets

    static let entries: [(Trouble, String, Int32)] = FindingKind.allCases.map {
        (.fault(.entryDamaged(index: 12, kind: $0)), "damaged.entry", 4)
    }

    static let texts: [(Trouble, String, Int32)] =
        [TextField.name, .groupName, .title, .pitch, .body, .note, .term].flatMap { field in
            [
                (Trouble.fault(.text(field, .empty)), "text.empty", 65),
                (.fault(.text(field, .tooLong(limit: 200))), "text.too-long", 65),
                (.fault(.text(field, .tooManyBytes(limit: 1))), "text.too-long", 65),
                (.fault(.text(field, .notUTF8(position: 1))), "text.not-utf8", 65),
                (.fault(.text(field, .control(position: 4))), "text.control", 65),
                (.fault(.text(field, .nul(position: 4))), "text.nul", 65),
            ]
        } + [
            (.fault(.text(.date, .empty)), "text.date", 65),
            (.fault(.endDateNeeded), "text.end-date", 65),
            (.fault(.text(.words, .empty)), "text.words", 65),
            (.fault(.text(.passphrase, .empty)), "text.passphrase", 65),
            (.fault(.text(.passphrase, .tooManyBytes(limit: 1024))), "text.passphrase", 65),
        ]

    static let sheets: [(Trouble, String, Int32)] = [
        PaperFault.unknownWord(line: 3, word: 2), .wordCount(line: 3), .check(line: 3), .missing(line: 3), .tooMany,
    ].map { (.fault(.paper($0)), "text.paper", 65) }

    @Test(arguments: table) func codeAndNumber(_ trouble: Trouble, _ code: String, _ exit: Int32) {
        #expect(trouble.code.rawValue == code)
        #expect(trouble.code.exit.rawValue == exit)
    }

    @Test func everyCodeIsInTheTable() {
        #expect(Set(Self.table.map(\.1)) == Set(ErrorCode.allCases.map(\.rawValue)))
    }

    @Test func everyNumberIsInUse() {
        #expect(Set(ErrorCode.allCases.map(\.exit)).union([.done]) == Set(ExitStatus.allCases))
    }

    @Test func systemErrorsAreSorted() {
        #expect(Trouble(SystemError.closed) == .fault(.io(.closed)))
        #expect(Trouble(SystemError.noSpace) == .fault(.io(.full)))
        #expect(Trouble(SystemError.interrupted) == .interrupted(.nothingTyped))
        #expect(Trouble(SystemError.failed(errno: 5)) == .fault(.io(.failed(5))))
        #expect(Trouble(Unforeseen()) == .ourBug)
    }

    private struct Unforeseen: Error {}
}
