import Foundation
import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultSystem
import VaultTestkit

@testable import VaultCLI

/// The built program brought into every trouble it can get into, and what it says then on standard error and with its number.
@Suite struct ErrorsFromOutsideTests {
    /// One trouble: how to get into it, and the command that meets it.
    struct Meeting: Sendable, CustomTestStringConvertible {
        let code: ErrorCode
        let command: String
        var input = ""
        var before: @Sendable (Workplace) throws -> Void = { _ in }

        var testDescription: String { "\(code.rawValue): \(command)" }
    }

    static let meetings: [Meeting] = refusals + comings + sharing + damage + histories + streams + texts + usage

    /// What nothing leads to, and what other tests bring about: a person at a terminal (TypingTests), Ctrl-C (DemoTests), a key that was
    /// not delivered, and two lines of a log (VaultCoreTests), and somebody who comes back (PaperOutsideTests).
    static let elsewhere: Set<ErrorCode> = [.declined, .keyUndelivered, .noOtherLine, .lineRefused, .recovery, .interrupted, .ourBug]

    @Test func everyCodeIsMet() {
        let met = Set(Self.meetings.map(\.code) + StreamsFromOutsideTests.lines.map(\.1) + StreamsFromOutsideTests.disks.map(\.1) + [.busy])
        #expect(met.union(Self.elsewhere) == Set(ErrorCode.allCases))
        #expect(met.isDisjoint(with: Self.elsewhere))
    }

    @Test(arguments: meetings) func isSaidAndNothingIsShown(_ meeting: Meeting) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try meeting.before(place)
        let words = meeting.command.split(separator: " ").map { place.asked.filled(String($0)) }
        let heard = try place.kluis(words + ["--json", "--passphrase-fd", "3"], input: meeting.input)
        #expect(heard.code == meeting.code.rawValue, "\(heard.errors)")
        #expect(heard.exit == meeting.code.exit.rawValue)
        // A check that comes to its end gives what it found.
        #expect(heard.output.isEmpty != (meeting.code == .findings), "\(heard.output)")
        #expect(!heard.errors.contains("geheim") && !heard.errors.contains("deur"))
    }

    private static let refusals: [Meeting] = [
        Meeting(code: .noIdentity, command: "case list --home other"),
        Meeting(
            code: .notAMember, command: "case list --home other",
            before: { try $0.do("$PROGRAM identity create --name Eva --kdf interactive --home other --passphrase-fd 3 3<secret") }),
        Meeting(code: .noSuchCase, command: "case show 7"),
        Meeting(code: .noSuchNote, command: "note edit 1 7", input: "deur"),
        Meeting(code: .noSuchEntry, command: "audit export --to out --proof 999"),
        Meeting(code: .noSuchAttachment, command: "attach save 1 7 --to home"),
        Meeting(
            code: .exists, command: "attach save 1 1 --to .",
            before: { try $0.do("$PROGRAM attach add 1 secret --passphrase-fd 3 3<secret") }),
        Meeting(
            code: .caseClosed, command: "note add 1", input: "deur",
            before: { try $0.do("$PROGRAM case close 1 --passphrase-fd 3 3<secret") }),
        Meeting(code: .exists, command: "identity create --name Eva"),
        Meeting(code: .exists, command: "group create --name Zuid"),
        Meeting(
            code: .tooMuch, command: "import texts --dry-run",
            before: { try $0.do("mkdir texts && cd texts && seq 10001 | sed 's/$/.txt/' | xargs touch") }),
        Meeting(code: .wrongPassphrase, command: "case show 1", before: { try $0.write("fout\n", to: "secret") }),
    ]

    private static let sixWords = "aaien-aanbod-aandacht-aangeven-aankomst-aanleg"

    private static let comings: [Meeting] = [
        Meeting(code: .notAcceptedYet, command: "case list --home Bo", before: { try $0.ask("Bo") }),
        Meeting(code: .alreadyMember, command: "join"),
        Meeting(code: .noSuchRequest, command: "member accept 1 --name Bo --words \(sixWords)"),
        Meeting(code: .noSuchRequest, command: "member requests --drop 1"),
        Meeting(code: .wordsDiffer, command: "member accept {request} --name Bo --words \(sixWords)", before: { try $0.ask("Bo") }),
        Meeting(code: .request, command: "member requests --in secret"),
        // Every look makes the log another one, and so the request.
        Meeting(
            code: .tooMany, command: "member requests --in r17",
            before: {
                try $0.do("$PROGRAM identity create --name Bo --kdf interactive --home Bo --passphrase-fd 3 3<secret")
                let look = "$PROGRAM log verify --passphrase-fd 3 3<secret"
                let ask = "$PROGRAM join --home Bo --out r$i --passphrase-fd 3 3<secret"
                let put = "$PROGRAM member requests --in r$i --passphrase-fd 3 3<secret"
                try $0.do("for i in $(seq 17); do \(look) && \(ask) && { [ $i = 17 ] || \(put); } || exit 1; done")
            }),
        Meeting(code: .noSuchMember, command: "member remove 9 --yes"),
        Meeting(code: .lastMember, command: "member leave --yes"),
        Meeting(code: .notYourself, command: "member remove anna --yes"),
        Meeting(
            code: .removed, command: "case list --home Bo",
            before: {
                try $0.accept("Bo")
                try $0.do("$PROGRAM case list --home Bo --passphrase-fd 3 3<secret")
                try $0.do("$PROGRAM member remove Bo --yes --passphrase-fd 3 3<secret")
            }),
        Meeting(code: .nameTaken, command: "member accept {request} --name ANNA --words {said}", before: { try $0.ask("Bo") }),
        // The request of somebody who is a member by now, put in anew.
        Meeting(
            code: .request, command: "member accept {request} --name Bob --words {said}",
            before: {
                try $0.do("$PROGRAM identity create --name Bo --kdf interactive --home Bo --passphrase-fd 3 3<secret")
                $0.asked.hear(try $0.kluis(["join", "--home", "Bo", "--out", "bo", "--json", "--passphrase-fd", "3"]).output)
                let put = "$PROGRAM member requests --in bo --passphrase-fd 3 3<secret"
                let accept = "$PROGRAM member accept \($0.asked.request) --name Bo --words '\($0.asked.words)' --passphrase-fd 3 3<secret"
                try $0.do("\(put) && \(accept) && \(put)")
            }),
        Meeting(
            code: .role, command: "case list --home Eva", before: { try $0.accept("Eva", "--role auditor --until 9999-12-31") }),
        Meeting(
            code: .rotationOwed, command: "log show --home Eva",
            before: {
                try $0.accept("Eva", "--role auditor --until 9999-12-31")
                try $0.accept("Bo")
                try $0.do("$PROGRAM member leave --yes --home Bo --passphrase-fd 3 3<secret")
            }),
    ]

    private static let sharing: [Meeting] = [
        Meeting(code: .notYours, command: "case share 1 --home Bo", before: { try $0.accept("Bo") }),
        Meeting(code: .leavesNobody, command: "case share 1 --without 1", before: { try $0.accept("Bo") }),
        Meeting(
            code: .textNotShared, command: "note add 1 --home Bo", input: "deur",
            before: {
                try $0.accept("Bo")
                try $0.do("$PROGRAM case share 1 --pitch-only --passphrase-fd 3 3<secret")
            }),
        Meeting(
            code: .alreadyDraft, command: "case withdraw 1",
            before: { try $0.do("$PROGRAM case withdraw 1 --passphrase-fd 3 3<secret") }),
    ]

    private static let damage: [Meeting] = [
        Meeting(
            code: .damagedIdentity, command: "identity show",
            before: { try $0.do("head -c 60 home/identity >half && cat half >home/identity") }),
        Meeting(code: .identityCost, command: "identity show", before: { try $0.askForTooLittleWork() }),
        Meeting(code: .damagedHome, command: "case list", before: { try $0.do("for f in home/groups/*.home; do echo x >$f; done") }),
        Meeting(code: .notAVault, command: "case list", before: { try $0.do("echo geheim >noord.kluis") }),
        Meeting(code: .damagedVault, command: "case list", before: { try $0.vault().run("CREATE TABLE planted (x)") }),
        Meeting(code: .damagedEntry, command: "case list", before: { try $0.vault().setEntry(2, [1]) }),
        Meeting(
            code: .damagedPayload, command: "case list --home old",
            before: { place in
                let entry = try UnverifiedEntry(parsing: try place.vault().entry(1))
                try place.vault().removeBlob(entry.text.payload)
            }),
        Meeting(code: .damagedPart, command: "case show 1", before: { try $0.vault().run("DELETE FROM blobs") }),
        Meeting(code: .findings, command: "check", before: { try $0.vault().run("DELETE FROM blobs") }),
        Meeting(code: .findings, command: "log verify", before: { try $0.vault().setEntry(1, [1]) }),
        Meeting(code: .newerVersion, command: "case list", before: { try $0.vault().run("PRAGMA user_version = 2") }),
    ]

    private static let histories: [Meeting] = [
        Meeting(code: .rolledBack, command: "case list", before: { try $0.do("cp old.kluis noord.kluis") }),
        Meeting(
            code: .forked, command: "case list",
            before: { try $0.do("cp old.kluis noord.kluis && echo Werk | $PROGRAM case add --home old --passphrase-fd 3 3<secret") }),
        Meeting(
            code: .otherFile, command: "case list",
            before: { try $0.do("$PROGRAM group create --name Zuid --vault zuid --passphrase-fd 3 3<secret && cp zuid noord.kluis") }),
    ]

    private static let streams: [Meeting] = [
        Meeting(code: .notFound, command: "case list --vault nothing.kluis"),
        Meeting(code: .notRegular, command: "case list --vault home"),
        Meeting(code: .notRegular, command: "attach add 1 link", before: { try $0.do("ln -s secret link") }),
        Meeting(code: .notFound, command: "attach add 1 geheim"),
        Meeting(code: .notADirectory, command: "attach save 1 1 --to secret"),
        // The kernel says of such a file that it is empty, and it is not.
        Meeting(code: .changed, command: "attach add 1 /proc/version"),
        Meeting(code: .permission, command: "case list", before: { try $0.do("chmod o+w home") }),
    ]

    private static let texts: [Meeting] = [
        Meeting(code: .emptyText, command: "case add"),
        Meeting(code: .longText, command: "note add 1", input: String(repeating: "deur", count: 300_000)),
        Meeting(code: .longText, command: "attach add 1 large", before: { try $0.do("truncate -s 64M large && echo deur >>large") }),
        Meeting(code: .control, command: "case add", input: "De\tdeur"),
        Meeting(code: .nul, command: "note add 1", input: "de\u{0}deur"),
        Meeting(code: .paper, command: "identity restore --name Eva --home other", input: "geheime deur"),
        Meeting(code: .date, command: "member until 1 2026-02-30"),
        Meeting(code: .endDate, command: "member until 1 2020-02-29"),
        Meeting(code: .words, command: "member accept 1 --name Bo --words geheim"),
        Meeting(code: .passphrase, command: "case list", before: { try $0.write("\n", to: "secret") }),
    ]

    private static let usage: [Meeting] = [
        Meeting(code: .arguments, command: "case geheim"),
        Meeting(code: .noVault, command: "join", before: { $0.environment["KLUIS_VAULT"] = nil }),
        Meeting(code: .noVault, command: "case list --home other", before: { $0.environment["KLUIS_VAULT"] = nil }),
        Meeting(
            code: .severalVaults, command: "case list",
            before: { place in
                try place.do("$PROGRAM group create --name Zuid --vault zuid --passphrase-fd 3 3<secret")
                place.environment["KLUIS_VAULT"] = nil
            }),
    ]
}

/// Troubles that need more than a command line, and what must never be shown in them.
@Suite struct StreamsFromOutsideTests {
    /// A mount of one's own; where that is not allowed these tests cannot be run.
    static let mayMount = (try? Workplace().shell("unshare -rm true")) == 0
    /// Every command that shows content.
    static let looks = ["case list", "case show 1", "case history 1", "note list 1", "attach list 1", "log show", "log verify"]

    /// Bytes that no text holds, and descriptors that are not there.
    static let lines: [(String, ErrorCode)] = [
        ("printf 'De deur\\377' | $PROGRAM case add --json --passphrase-fd 3 3<secret", .notUTF8),
        ("$PROGRAM case list --json --no-input </dev/null", .cannotAsk), ("$PROGRAM case list --json --passphrase-fd 97", .descriptor),
        ("echo geheim | $PROGRAM case add --json --passphrase-fd 0", .textAndPassphrase),
        ("$PROGRAM case list --json --passphrase-fd 3 3<secret >&-", .closed),
        ("ulimit -f 8; $PROGRAM case show 1 --json --passphrase-fd 3 3<secret", .failed),
    ]
    /// What makes a disk one on which no entry can be written.
    static let disks: [(String, ErrorCode)] = [
        ("dd if=/dev/zero of=disk/fill bs=512 2>fill.log", .full), ("mount -o remount,ro disk", .readOnly),
    ]

    @Test(arguments: lines) func isSaid(_ line: String, _ code: ErrorCode) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let heard = try place.hear(line)
        #expect(heard.code == code.rawValue, "\(heard.errors)")
        #expect(heard.exit == code.exit.rawValue && heard.output.isEmpty)
    }

    @Test(.enabled(if: mayMount), arguments: disks)
    func nothingIsShownWhereTheLogCannotBeWritten(_ spoil: String, _ code: ErrorCode) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        for look in Self.looks {
            let heard = try place.hear(
                "exec unshare -rm sh -c 'mkdir -p disk && mount -t tmpfs -o size=512k none disk && cp noord.kluis disk/n.kluis && { \(spoil); true; }"
                    + " && exec $PROGRAM \(look) --vault disk/n.kluis --json --passphrase-fd 3 3<secret'")
            #expect(heard.code == code.rawValue, "\(look): \(heard.errors)")
            #expect(heard.exit == code.exit.rawValue)
            #expect(heard.output.isEmpty, "\(look)")
        }
    }

    /// Sealing an attachment anew needs its room twice, for the new bytes and for the journal of the old. Where that is not there nothing
    /// is begun; where it is, it goes.
    @Test(.enabled(if: mayMount), arguments: [(6, ErrorCode.full), (14, nil)])
    func roomIsLookedForBeforeAnythingIsBegun(_ mebibytes: Int, _ code: ErrorCode?) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        try place.do("head -c 3000000 /dev/urandom >large && $PROGRAM attach add 1 large --quiet --passphrase-fd 3 3<secret >added")
        let heard = try place.hear(
            "exec unshare -rm sh -c 'mkdir disk && mount -t tmpfs -o size=\(mebibytes)m none disk && cp noord.kluis disk/n.kluis"
                + " && $PROGRAM case withdraw 1 --vault disk/n.kluis --yes --json --passphrase-fd 3 3<secret; code=$?;"
                + " cmp -s noord.kluis disk/n.kluis && touch same; ls disk >left; exit $code'")
        #expect(heard.code == code?.rawValue, "\(heard.errors)")
        #expect(heard.exit == code?.exit.rawValue ?? 0)
        #expect(try Files.exists(place.path + "/same") == (code != nil))
        #expect(try Files.read(place.path + "/left", limit: 100) == Array("n.kluis\n".utf8))
    }

    @Test func nothingIsShownWhileAnotherHoldsTheVault() throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let other = try place.vault()
        try other.hold()
        let heard = try place.kluis(["case", "show", "1", "--json", "--passphrase-fd", "3"])
        try other.run("ROLLBACK")
        #expect(heard.code == ErrorCode.busy.rawValue && heard.exit == ErrorCode.busy.exit.rawValue)
        #expect(heard.output.isEmpty)
    }

    /// The answer is lost; what was asked is done, and the program says both.
    @Test(arguments: [(">/dev/full", ErrorCode.full), (">&-", .closed)]) func aChangeStandsWhenItsAnswerIsLost(
        _ to: String, _ code: ErrorCode
    ) throws {
        let place = try Workplace.withCase()
        defer { place.clear() }
        let json = try place.hear("echo Werk | $PROGRAM case add --json --passphrase-fd 3 3<secret " + to)
        #expect(json.code == code.rawValue && json.exit == code.exit.rawValue)
        let heard = try place.hear("echo Werk | $PROGRAM case add --passphrase-fd 3 3<secret " + to)
        #expect(heard.errors.hasPrefix("What you asked has been done, but not all of the answer could be shown"))
        #expect(try place.kluis(["case", "list", "--passphrase-fd", "3"]).output.contains("3  Werk"))
    }

    @Test func errorsObeyColour() throws {
        let place = try Workplace()
        defer { place.clear() }
        #expect(try place.kluis(["geheim", "--color", "always"]).errors.contains("\u{1b}[1;31m"))
        #expect(
            try place.kluis(["case", "list", "--color=always", "--vault", "v", "--passphrase-fd", "3"]).errors.contains("\u{1b}[1;31m"))
        #expect(try !place.kluis(["geheim", "--color", "never"]).errors.contains("\u{1b}"))
    }
}

extension Workplace {
    /// Anna, her group and one shared case with a note; `old` and `old.kluis` are from before the case.
    static func withCase(secret: String = "geheim") throws -> Workplace {
        let place = try Workplace()
        try place.write(secret + "\n", to: "secret")
        place.environment["KLUIS_VAULT"] = "noord.kluis"
        try place.do("$PROGRAM identity create --name Anna --kdf interactive --passphrase-fd 3 3<secret")
        try place.do("$PROGRAM group create --name Noord --passphrase-fd 3 3<secret && cp -r home old && cp noord.kluis old.kluis")
        try place.do("echo 'De deur' | $PROGRAM case add --share --passphrase-fd 3 3<secret")
        try place.do("echo 'Een deur' | $PROGRAM note add 1 --passphrase-fd 3 3<secret")
        return place
    }

    /// Runs a line of the shell that has to succeed.
    func `do`(_ line: String) throws {
        let heard = try hear(line)
        guard heard.exit == 0 else { throw TestFailure() }
    }

    /// The vault in the hands of somebody with an SQLite of their own.
    func vault() throws -> RawFile { try RawFile(path + "/noord.kluis") }

    /// An identity file whose checksum fits and whose passphrase costs nothing to guess.
    func askForTooLittleWork() throws {
        let text = try IdentityText(parsing: try TestVault.bytes(path + "/home/identity"))
        func cheap(_ checksum: [UInt8]) -> IdentityText {
            IdentityText(operations: 1, memoryKiB: 8, salt: text.salt, key: text.key, name: text.name, checksum: checksum)
        }
        let checksum = Digest.sha256(cheap([UInt8](repeating: 0, count: 32)).checked)
        try TestVault.write(cheap(checksum).bytes, to: path + "/home/identity")
    }
}
