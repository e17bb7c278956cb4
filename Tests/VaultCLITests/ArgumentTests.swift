import ArgumentParser
import Testing
import VaultFormat

@testable import VaultCLI

/// The first look at the arguments, the parser, and that the two agree.
@Suite struct ArgumentTests {
    @Test func theFormIsKnownBeforeTheParser() {
        #expect(ArgumentScan(["case", "--json", "list"]).json)
        #expect(ArgumentScan(["--lang", "nl", "nonsense"]).language == .dutch)
        #expect(ArgumentScan(["nonsense", "--lang=nl", "--bogus"]).language == .dutch)
        #expect(ArgumentScan(["--lang", "nl", "--lang", "en"]).language == .english)
        #expect(ArgumentScan(["--lang", "de"]).language == nil)
        #expect(!ArgumentScan(["case", "show", "--", "--json"]).json)
        #expect(ArgumentScan(["case", "list", "-h"]).wantsHelp)
        #expect(ArgumentScan(["help", "case"]).wantsHelp)
        #expect(ArgumentScan(["--version"]).wantsVersion)
    }

    static let wrong: [([String], UsageFault)] = [
        ([], .missingCommand(under: [])),
        (["case"], .missingCommand(under: ["case"])),
        ([""], .unknownCommand(position: 1, under: [])),
        (["nonsense"], .unknownCommand(position: 1, under: [])),
        (["case", "nonsense"], .unknownCommand(position: 2, under: ["case"])),
        (["member", "nonsense"], .unknownCommand(position: 2, under: ["member"])),
        (["join", "--out"], .missingValue(.out)),
        (["join", "--name", "Bo"], .foreignOption(.name)),
        (["member", "requests", "--drop", "0"], .badValue(.drop)),
        (["member", "requests", "1"], .tooMany(position: 3)),
        (["member", "accept", "1"], .missingOption(.name)),
        (["member", "accept", "x", "--name", "Bo"], .badArgument(.request)),
        (["member", "accept", "1", "--name", "Bo", "--role", "boss"], .badValue(.role)),
        (["member", "accept", "1", "--name", "Bo", "--history", "some"], .badValue(.history)),
        (["member", "accept", "1", "--name", "Bo", "--from"], .missingValue(.readsFrom)),
        (["member", "until", "2"], .missingArgument(.date)),
        (["member", "remove"], .missingArgument(.member)),
        (["member", "rewrap"], .missingArgument(.member)),
        (["log", "trust"], .missingOption(.words)),
        (["member", "leave", "me"], .tooMany(position: 3)),
        (["case", "share", "1", "--without"], .missingValue(.without)),
        (["case", "share", "1", "--share"], .foreignOption(.share)),
        (["case", "readers", "0"], .badArgument(.caseNumber)),
        (["--dry-run", "case", "readers", "1"], .dryRunOfReading),
        (["member", "list", "--dry-run"], .dryRunOfReading),
        (["case", "lst"], .unknownCommand(position: 2, under: ["case"], meant: ["case list"])),
        (["completions"], .missingArgument(.shell)), (["completions", "tcsh"], .badArgument(.shell)),
        (["case", "list", "--jsn"], .unknownOption(position: 3, meant: .json)),
        (["case", "list", "--bogus"], .unknownOption(position: 3)),
        (["case", "list", "-x"], .unknownOption(position: 3)),
        (["--bogus=1", "case", "list"], .unknownOption(position: 1)),
        (["case", "list", "--deep"], .foreignOption(.deep)),
        (["case", "list", "--vault"], .missingValue(.vault)),
        (["case", "list", "--vault", "--json"], .missingValue(.vault)),
        (["case", "list", "--vault="], .missingValue(.vault)),
        (["case", "list", "--vault", ""], .badValue(.vault)),
        (["case", "list", "--json=yes"], .badValue(.json)),
        (["case", "list", "--lang", "de"], .badValue(.lang)),
        (["case", "list", "--passphrase-fd", "three"], .badValue(.passphraseDescriptor)),
        (["case", "list", "--passphrase-fd", "99999999999"], .badValue(.passphraseDescriptor)),
        (["case", "list", "--color", "red"], .badValue(.color)),
        (["unlock", "--for", "9h"], .badValue(.idle)), (["unlock", "--for", "481m"], .badValue(.idle)),
        (["unlock", "--for", "0m"], .badValue(.idle)), (["unlock", "--for", "15"], .badValue(.idle)),
        (["unlock", "--for", "1.5h"], .badValue(.idle)), (["unlock", "--for", "-5m"], .missingValue(.idle)),
        (["unlock", "--for", "+5m"], .badValue(.idle)), (["unlock", "--for", "99999999999999999999m"], .badValue(.idle)),
        (["unlock", "--for"], .missingValue(.idle)), (["lock", "--for", "15m"], .foreignOption(.idle)),
        (["unlock", "me"], .tooMany(position: 2)), (["unlock", "--dry-run"], .dryRunOfReading), (["lock", "now"], .tooMany(position: 2)),
        (["agent-process"], .unknownCommand(position: 1, under: [])),
        (["identity", "create"], .missingOption(.name)),
        (["identity", "create", "--name", "A", "--kdf", "weak"], .badValue(.kdf)),
        (["group", "create", "--name", "A", "--log-retention", "0"], .badValue(.logRetention)),
        (["group", "create", "--name", "A", "--log-retention", "101"], .badValue(.logRetention)),
        (["case", "show"], .missingArgument(.caseNumber)),
        (["case", "show", "0"], .badArgument(.caseNumber)),
        (["case", "show", "one"], .badArgument(.caseNumber)),
        (["case", "show", "99999999999999999999999"], .badArgument(.caseNumber)),
        (["case", "show", ""], .badArgument(.caseNumber)),
        (["search", "moeder"], .termInCommand), (["search", "--", "moeder"], .termInCommand),
        (["search", "--json", "de", "moeder"], .termInCommand),
        (["import"], .missingArgument(.folder)), (["import", ""], .badArgument(.folder)), (["import", "a", "b"], .tooMany(position: 3)),
        (["case", "show", "1", "2"], .tooMany(position: 4)),
        (["note", "edit", "1"], .missingArgument(.noteNumber)),
        (["note", "edit", "1", "x"], .badArgument(.noteNumber)),
        (["log", "show", "--from", "x"], .badValue(.from)),
        (["log", "show", "--limit", "0"], .badValue(.limit)),
        (["log", "show", "--case", "0"], .badValue(.onlyCase)),
        (["audit", "export"], .missingOption(.newFolder)), (["audit", "export", "--to"], .missingValue(.newFolder)),
        (["audit", "export", "--to", "d", "--proof", "-1"], .missingValue(.proof)),
        (["audit", "export", "--to", "d", "--proof", "x"], .badValue(.proof)),
        (["audit", "verify"], .missingArgument(.folder)), (["audit", "verify", "d", "e"], .tooMany(position: 4)),
        (["audit", "verify", "d", "--since"], .missingValue(.since)), (["audit", "verify", "d", "--dry-run"], .dryRunOfReading),
        (["audit", "verify", "d", "--proof", "1"], .foreignOption(.proof)),
        (["audit", "leaver"], .missingArgument(.member)), (["audit", "report", "x"], .tooMany(position: 3)),
        (["audit", "report", "--format", "pdf"], .badValue(.format)), (["audit", "report", "--out"], .missingValue(.reportOut)),
        (["audit", "report", "--usual-hours", "20-8"], .badValue(.usualHours)),
        (["audit", "report", "--usual-hours", "8-25"], .badValue(.usualHours)),
        (["audit", "report", "--cases-an-hour", "0"], .badValue(.casesAnHour)),
        (["audit", "leaver", "2", "--names"], .foreignOption(.names)),
        (["case", "show", "--", "--json"], .badArgument(.caseNumber)),
        (["case", "list", "--dry-run"], .dryRunOfReading),
        (["--dry-run", "check"], .dryRunOfReading),
        (["--generate-completion-script", "bash"], .unknownOption(position: 1)),
        (["--experimental-dump-help"], .unknownOption(position: 1)),
    ]

    @Test(arguments: wrong) func whatIsWrongIsNamed(_ arguments: [String], _ fault: UsageFault) {
        #expect(throws: fault) { try parse(arguments) }
    }

    static let right: [[String]] = [
        ["start"], ["start", "--kdf", "interactive"],
        ["identity", "create", "--name", "Anna", "--kdf", "interactive"], ["identity", "create", "--name", ""],
        ["identity", "show"], ["identity", "passphrase", "--kdf=sensitive"],
        ["identity", "paper"], ["identity", "restore", "--name", "Anna", "--kdf", "interactive"],
        ["group", "create", "--name", "Noord", "--shared", "--log-retention", "100"], ["group", "list"], ["group", "show"],
        ["case", "add", "--share"], ["case", "list"], ["case", "show", "1"], ["case", "edit", "1"], ["case", "history", "1"],
        ["join"], ["join", "--out", "request", "--new"], ["member", "requests"],
        ["member", "requests", "--in", "request", "--drop", "4821"],
        ["member", "accept", "4821", "--name", "Bo"],
        [
            "member", "accept", "4821", "--name", "Bo", "--words", "a b c d e f", "--role", "guest", "--until", "2026-12-01", "--history",
            "none", "--from", "2026-11-01",
        ],
        ["member", "accept", "4821", "--name", "Bo", "--replaces", "2"],
        ["member", "list"], ["member", "until", "Bo", "2026-12-01"], ["member", "until", "", ""], ["member", "remove", "2"],
        ["member", "rewrap", "Cas"], ["log", "trust", "--words", "a b c d e f"],
        ["member", "leave", "--withdraw-mine"], ["case", "share", "1", "--pitch-only", "--without", "Bo", "--without", "3"],
        ["case", "withdraw", "1"], ["case", "readers", "1"],
        ["case", "close", "1"], ["case", "erase", "1"], ["note", "add", "1"], ["note", "list", "1"], ["note", "edit", "1", "2"],
        ["attach", "add", "1", "brief.pdf"], ["attach", "list", "1"], ["attach", "save", "1", "2", "--to", "map"], ["search"],
        ["import", "d", "--share"],
        ["log", "show", "--case", "1", "--from", "0", "--limit", "1"], ["log", "verify"], ["log", "head"], ["check", "--deep"],
        ["check", "--salvage", "saved.kluis"], ["backup", "create", "b.kluis"], ["backup", "check", "b.kluis"],
        ["backup", "restore", "b.kluis"], ["doctor"], ["unlock"], ["unlock", "--for", "8h"], ["unlock", "--for=480m"], ["lock"], ["demo"],
        ["audit", "expire"],
        [
            "audit", "report", "--from", "2026-11-01", "--to", "2026-11-30", "--out", "v.html", "--format", "html", "--names",
            "--cases-an-hour", "5", "--usual-hours", "8-20", "--closed-days", "30", "--meeting-hours", "4",
        ], ["audit", "report", "--pseudonyms"],
        ["audit", "export", "--to", "d", "--proof", "0", "--proof", "7", "--with-events", "--dry-run"],
        ["audit", "verify", "d", "--words", "a b c d e f", "--since", "checkpoint"], ["audit", "leaver", "Bo"],
        ["completions", "zsh"], ["man"],
        ["case", "show", "--", "1"],
    ]

    @Test(arguments: right) func everyCommandIsParsed(_ arguments: [String]) throws {
        let command = try parse(arguments)
        #expect(!command.global.json)
    }

    /// `--from` is a place in the log with one command and a day with another.
    @Test func oneSpellingMeansAnotherThingWithAnotherCommand() throws {
        let accept = try #require(try parse(["member", "accept", "1", "--name", "Bo", "--from", "2026-11-01"]) as? MemberAccept)
        #expect(try accept.readsFrom?.day().text == "2026-11-01")
        let show = try #require(try parse(["log", "show", "--from", "3"]) as? LogShow)
        #expect(show.from?.value == 3)
        #expect(throws: UsageFault.badValue(.from)) { try parse(["log", "show", "--from", "2026-11-01"]) }
    }

    @Test func everyCommandIsTried() {
        let tried = Set(Self.right.compactMap { ArgumentScan($0).command })
        #expect(tried == Set(CommandName.allCases))
    }

    /// Before, between and behind the words of a command.
    @Test(arguments: right.filter { !$0.contains("--") }, 0...3)
    func globalOptionsAreAcceptedAnywhere(_ arguments: [String], _ place: Int) throws {
        let options = [
            "--vault", "v", "--home=h", "--json", "--lang", "nl", "--passphrase-fd", "3", "--no-input", "--yes", "--quiet",
            "--color", "never",
        ]
        let words = ArgumentScan(arguments).path.count
        let at = [0, 1, words, arguments.count][place]
        let global = try parse(Array(arguments[..<at]) + options + Array(arguments[at...])).global
        #expect(global.vault?.value == "v" && global.home?.value == "h" && global.json && global.lang == .dutch)
        #expect(global.passphraseDescriptor == 3 && global.noInput && global.yes && global.quiet && global.color == .never)
    }

    @Test func dryRunIsForWhatChangesSomething() {
        for arguments in Self.right where !arguments.contains("--") {
            let changes = ArgumentScan(arguments).command?.changesSomething == true
            #expect((try? parse(arguments + ["--dry-run"]).global.dryRun) == (changes ? true : nil))
        }
    }

    /// Whatever is typed, the scan is never the only one that is content: a command line it accepts is parsed.
    @Test func scanAndParserAgree() {
        let words = ["case", "show", "list", "1", "", "--vault", "--json", "--"]
        for first in words {
            for second in words {
                for third in words {
                    let arguments = [first, second, third]
                    let scan = ArgumentScan(arguments)
                    let parsed = try? Kluis.parseAsRoot(arguments) as? any Command
                    #expect((scan.fault == nil) == (parsed != nil), "\(arguments)")
                }
            }
        }
    }

    private func parse(_ arguments: [String]) throws -> any Command {
        try Program.parsed(arguments, ArgumentScan(arguments))
    }
}
