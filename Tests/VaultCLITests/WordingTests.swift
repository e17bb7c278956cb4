import Testing
import VaultAudit
import VaultCore
import VaultFormat
import VaultLog
import VaultSystem

@testable import VaultCLI

/// What is said to people, in both languages.
@Suite struct WordingTests {
    @Test(arguments: ErrorCodeTests.table.map(\.0), Language.allCases)
    func everyErrorSaysWhatAndWhatToDo(_ trouble: Trouble, _ language: Language) {
        let words = trouble.explanation(in: language)
        expectSentence(words.message)
        #expect(!words.hint.isEmpty)
        #expect(!words.message.contains("\n"))
        #expect(words.hint.contains("\n") || endsAsSentence(words.hint))
    }

    @Test(arguments: ErrorCodeTests.table.map(\.0)) func noErrorIsTheSameInBothLanguages(_ trouble: Trouble) {
        let dutch = trouble.explanation(in: .dutch), english = trouble.explanation(in: .english)
        #expect(dutch.message != english.message)
        #expect(dutch.hint != english.hint)
    }

    /// Nobody who chooses from a menu is told to give a command, but where no menu does what has to be done.
    @Test(arguments: ErrorCodeTests.table.map(\.0), Language.allCases)
    func menusNameNoCommands(_ trouble: Trouble, _ language: Language) {
        let hint = trouble.menuHint?.text(in: language) ?? trouble.explanation(in: language).hint
        #expect(endsAsSentence(hint) || hint.contains("\n"))
        switch trouble {
        // Said to somebody who typed a command, or handed over a directory.
        case .usage, .exportWordsDiffer, .otherLog: return
        // They begin in another directory, as somebody new, or save what can be saved: that no menu does, and all else it does.
        case .fault(.requestRefused), .fault(.lineRefused), .fault(.keyUndelivered), .fault(.vaultTampered), .fault(.entryDamaged),
            .fault(.payloadDamaged):
            let allowed = ["'kluis join'", "'kluis join --new'", "'kluis check --salvage FILE'", "'kluis member accept'"]
            let rest = allowed.reduce(hint) { $0.replacing($1, with: "") }
            #expect(!rest.contains("'kluis "), "\(hint)")
        // A menu always names the vault.
        case .fault(.noVaultNamed), .fault(.severalVaults): return
        default: for word in ["'kluis ", " --", "ommando", "command"] { #expect(!hint.contains(word), "\(hint)") }
        }
    }

    @Test func samplesOfTheTone() {
        let seen = ErrorCodeTests.seen
        #expect(said(.fault(.wrongPassphrase)) == "Deze wachtzin past niet bij jouw sleutel.")
        #expect(
            said(.fault(.partDamaged(case: 7, note: nil)))
                == "Casus 7 is beschadigd of buiten Kluis om veranderd, daarom laten we hem niet zien.")
        #expect(
            said(.fault(.rolledBack(missing: 3, seen: seen)))
                == "Deze kluis is ouder dan de kluis die je op 22 november 2026 zag: er ontbreken 3 regels uit het logboek.")
        #expect(
            said(.fault(.rolledBack(missing: 1, seen: seen)))
                == "Deze kluis is ouder dan de kluis die je op 22 november 2026 zag: er ontbreekt 1 regel uit het logboek.")
    }

    @Test(arguments: Language.allCases) func everyDeedIsAWholeSentence(_ language: Language) {
        let deeds: [Deed] =
            [
                .identityMade(name: "Anna"), .identityWouldBeMade, .identityNamed("Anna"), .passphraseChanged, .passphraseWouldChange,
                .groupFounded(name: "Noord"), .groupWouldBeFounded, .caseEdited(number: 1, version: 2, group: "Noord"),
                .caseWouldBeEdited(number: 1, version: 2, group: "Noord"), .caseClosed(number: 1, group: "Noord"),
                .caseWouldBeClosed(number: 1, group: "Noord"), .noteKept(number: 1, note: 2, group: "Noord"),
                .noteWouldBeKept(number: 1, note: 2, group: "Noord"), .noteEdited(number: 1, note: 2, version: 3, group: "Noord"),
                .noteWouldBeEdited(number: 1, note: 2, version: 3, group: "Noord"),
            ]
            + [CaseState.draft, .shared].flatMap { state -> [Deed] in
                [.caseKept(number: 1, state: state, group: "Noord"), .caseWouldBeKept(number: 1, state: state, group: "Noord")]
            }
        for deed in deeds { expectSentence(deed.text(in: language)) }
    }

    @Test(arguments: Language.allCases) func everyWordAboutPaperIsAWholeSentence(_ language: Language) {
        let words = ["aanpak", "aaien", "favoriet", "moeite", "kabel", "rijweg"]
        let said: [PaperWording] = [
            .writeDown, .words(words), .keepWell, .clearScreen, .howToType, .restored(name: "Anna"), .wouldBeRestored, .compare(words),
            .askBack,
            .lostNotStolen, .comesBack, .theyTakeBack(request: 4821),
        ]
        for sentence in said { expectSentence(sentence.text(in: language)) }
        #expect(PaperWording.line(3).dutch == "Regel 3: " && PaperWording.line(3).english == "Line 3: ")
    }

    @Test func numbersAndWhatTheyCount() {
        #expect(Amount.cases(0).dutch == "geen casussen")
        #expect(Amount.cases(1).dutch == "1 casus")
        #expect(Amount.cases(2).dutch == "2 casussen")
        #expect(Amount.entries(1).english == "1 entry")
        #expect(Amount.entries(2).english == "2 entries")
        #expect(Label.unreadable(1).dutch == "1 regel is van een tijd waarvoor jij geen sleutels hebt.")
        #expect(Label.owed(circles: 2).english == "2 circles still wait for a new key.")
        #expect(Remark.voidEntries(1).dutch.hasPrefix("Er kwam 1 regel"))
        #expect(Remark.voidEntries(2).dutch.hasPrefix("Er kwamen 2 regels"))
    }

    @Test func momentsInWords() {
        #expect(ErrorCodeTests.seen.utc.dutch == "22 november 2026 om 10:05 UTC")
        #expect(ErrorCodeTests.seen.utc.english == "22 November 2026 at 10:05 UTC")
        #expect(ErrorCodeTests.seen.utc.short == "2026-11-22 10:05")
        #expect(Instant(seconds: 0).utc.dutch == "1 januari 1970 om 00:00 UTC")
        let winter = Moment(Instant(seconds: 0), ClockOffset(seconds: 3600, name: "CET"))
        #expect(winter.dutch == "1 januari 1970 om 01:00 CET" && winter.short == "1970-01-01 01:00")
        // In the night in which clocks go back an hour comes twice.
        let column = Moment.column([Instant(seconds: 3600), Instant(seconds: 7200)]) {
            $0 < 7200 ? ClockOffset(seconds: 7200, name: "CEST") : ClockOffset(seconds: 3600, name: "CET")
        }
        #expect(column.zone == nil && column.rows == ["1970-01-01 03:00 CEST", "1970-01-01 03:00 CET"])
        #expect(Moment.column([Instant(seconds: 0)]) { _ in .utc } == ("UTC", ["1970-01-01 00:00"]))
        // The day is the one there.
        let west = Moment(Instant(seconds: 86_400), ClockOffset(seconds: -3600, name: "-01"))
        #expect(west.english == "1 January 1970 at 23:00 -01")
    }

    @Test func linesOfTheLog() {
        func line(_ event: Event?, _ place: FindingWording.Place?, _ outcome: Outcome = .done, void: Bool = false) -> LogWording {
            LogWording(name: "Anna", event: event, subject: nil, about: place, outcome: outcome, isVoid: void)
        }
        #expect(line(.caseOpened, .theCase(3)).dutch == "Anna bekeek casus 3")
        #expect(line(.noteAdded, .note(2, case: 3)).dutch == "Anna schreef notitie 2 bij casus 3")
        #expect(line(.casesListed, nil).english == "Anna looked at the list of cases")
        #expect(line(.accessRefused, nil, .refused).dutch == "Anna vroeg iets wat niet mag: geweigerd")
        #expect(line(.caseChanged, .theCase(3), void: true).english == "Anna changed case 3: void, has changed nothing")
        #expect(line(nil, nil).dutch == "Anna: van een tijd waarvoor jij geen sleutels hebt")
        for (found, dutch) in [
            ([], "vond niets"), ([7], "iets in casus 7"), ([1, 2, 3], "casus 1, 2 en 3"), (Array(1...6), "in 6 casussen"),
        ] {
            let searched = LogWording(name: "Anna", event: .searched, subject: nil, about: nil, outcome: .done, isVoid: false, found: found)
            #expect(searched.dutch.hasPrefix("Anna zocht in de casussen en") && searched.dutch.hasSuffix(dutch))
            #expect(searched.english != searched.dutch)
        }
        var imported = line(.casesImported, nil)
        imported.imported = 3...3
        #expect(imported.dutch == "Anna nam casussen over: casus 3" && imported.english == "Anna imported cases: case 3")
        imported.imported = 3...12
        #expect(imported.dutch.hasSuffix(": casus 3 tot en met 12") && imported.english.hasSuffix(": cases 3 to 12"))
        for event in Event.allCases {
            #expect(line(event, nil).dutch != line(event, nil).english)
        }
    }

    @Test(arguments: FindingKind.allCases) func everyFindingIsAWholeSentence(_ kind: FindingKind) {
        for wording in [
            FindingWording.log(kind, entry: 4), .log(kind, entry: nil), .content(kind, .attachment(1, case: 2)), .file(kind, "export"),
            .kept(kind),
        ] {
            expectSentence(wording.dutch)
            expectSentence(wording.english)
        }
    }

    @Test(arguments: Language.allCases) func everyWordAboutExportsIsAWholeSentence(_ language: Language) {
        let deeds: [ExportDeed] = [
            .made(path: "/map", entries: 1, bytes: 900, group: "Noord"), .wouldBeMade(entries: 2, group: "Noord"),
            .given(.membership, entries: 1),
            .given(.membership, entries: 4), .given(.all, entries: 4), .words(["aanpak", "aaien"]), .inLog, .howToVerify,
        ]
        let found: [ExportWording] =
            [
                .verified(entries: 1, of: 2, members: 1), .verified(entries: 3, of: 4, members: 2), .exported(by: 2, ErrorCodeTests.seen),
                .firstBad(3), .consistent, .wordsAgree, .goesOn(from: 12),
            ] + NotShown.allCases.flatMap { [.notShown($0, entries: 1), .notShown($0, entries: 2)] }
        for deed in deeds { expectSentence(deed.text(in: language)) }
        for wording in found { expectSentence(wording.text(in: language)) }
    }

    @Test(arguments: Language.allCases) func everyFindingOfTheDoctorIsAWholeSentence(_ language: Language) {
        let now = ErrorCodeTests.seen, path = "/map/oost.kluis"
        let findings: [CheckupFinding] =
            [
                .noIdentity, .identityDamaged, .sharedVault(path), .noVaults, .vaultMissing(path), .homeDamaged,
                .room(path, free: 1, size: 1), .room(path, free: 1 << 40, size: 1), .nothingLeft, .journal(path), .unfinished("/map", 1),
                .unfinished("/map", 2), .backup(path, now, now), .backup(path, nil, now), .sheet(now), .sheet(nil), .owed(path, 0),
                .owed(path, 1), .owed(path, 2), .owed(path, nil), .clockRight, .clockBehind(now), .entriesAhead(path, now), .cores(true),
                .cores(false), .agent(.locked), .agent(.open(UnlockTerm.Left(idle: 60, most: 28_800))), .agent(.ignored(.untrusted)),
                .agent(.ignored(.unintelligible)), .versions(sodium: "1.0.18", sqlite: "3.40.1"),
            ]
            + [CheckupFinding.Thing.home, .identity, .vault(path)].flatMap { [.ownedAlone($0), .readable($0), .writable($0)] }
            + [Machine.Disk.fixed, .removable, .network, .memory].map { .disk(path, $0) }
            + [Machine.Swap.none, .inMemory, .encrypted, .plain, .unknown].map { .swap($0) }
        for finding in findings {
            let words = DoctorWording(finding: finding, home: "/home/anna/kluis")
            expectSentence(words.text(in: language))
            let advice = words.advice(in: language)
            if let advice { expectSentence(advice) }
            // What is not as it should be comes with what to do, and what is good does not.
            #expect((advice != nil) == [.look, .mend].contains(finding.status) || finding.status == .unknown, "\(finding)")
        }
        for (mend, look) in [(0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)] {
            expectSentence(DoctorLabel.summary(mend, look).text(in: language))
        }
        for wording: UnlockWording in [
            .opened(minutes: 1, until: now), .opened(minutes: 15, until: now), .locked, .wasLocked, .lockWhenLeaving,
        ] { expectSentence(wording.text(in: language)) }
    }

    @Test func theLocaleChoosesTheLanguage() {
        #expect(Language.ofLocale { ["LANG": "nl_NL.UTF-8"][$0] } == .dutch)
        #expect(Language.ofLocale { ["LANG": "nl_NL.UTF-8", "LC_ALL": "C"][$0] } == .english)
        #expect(Language.ofLocale { ["LANG": "C", "LC_MESSAGES": "nl_BE"][$0] } == .dutch)
        #expect(Language.ofLocale { ["LANG": "nl_NL.UTF-8", "LC_ALL": ""][$0] } == .dutch)
        #expect(Language.ofLocale { _ in nil } == .english)
    }

    private func said(_ trouble: Trouble) -> String { trouble.explanation(in: .dutch).message }

    private func endsAsSentence(_ text: String) -> Bool { [".", "!", "?"].contains(text.last) }

    /// Whole: it begins with a capital or a number, ends as a sentence does, has no hole in it, and shows no key or hash.
    private func expectSentence(_ text: String) {
        #expect(text.first.map { $0.isUppercase || $0.isNumber } == true)
        #expect(endsAsSentence(text))
        #expect(!text.contains("  ") && !text.contains("nil") && !text.contains("Optional"))
        #expect(text.firstMatch(of: /[0-9a-f]{12,}/) == nil)
    }
}
