import Testing
import VaultCore
import VaultCrypto
import VaultFormat
import VaultSystem
import VaultTestkit

@testable import VaultCLI

/// The parts of the menu that need no terminal.
@Suite struct MenuTests {
    // MARK: Going shut by itself

    @Test func aKeyGoesShutAfterAQuarterOfAnHour() {
        let begun = Instant(seconds: 1_800_000_000)
        var idle = IdleLock(seen: begun)
        #expect(!idle.isDue(at: begun))
        #expect(!idle.isDue(at: Instant(seconds: begun.seconds + 899)))
        #expect(idle.isDue(at: Instant(seconds: begun.seconds + 900)))
        idle.see(at: Instant(seconds: begun.seconds + 899))
        #expect(!idle.isDue(at: Instant(seconds: begun.seconds + 900 + 898)))
        #expect(idle.isDue(at: Instant(seconds: begun.seconds + 899 + 900)))
        // A clock that was set back, or jumped ahead while the computer slept.
        #expect(idle.isDue(at: begun))
        #expect(idle.isDue(at: Instant(seconds: begun.seconds + 1_000_000)))
    }

    @Test func thePassphraseIsAskedForOnceUntilTheKeyIsShut() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        var asked = 0
        let key = HeldKey(now: { test.time }) {
            asked += 1
            return try TestVault.passphrase()
        }
        func name() throws -> String { try Identity.name(in: test.surroundings) { try key.master(of: $0) } }
        #expect(!key.isOpen)
        #expect(try name() == "Anna" && key.isOpen && asked == 1)
        test.time = Instant(seconds: test.time.seconds + 899)
        #expect(try name() == "Anna" && asked == 1)
        test.time = Instant(seconds: test.time.seconds + 899)
        #expect(!key.lockIfIdle() && key.isOpen)
        test.time = Instant(seconds: test.time.seconds + 1)
        #expect(key.lockIfIdle() && !key.isOpen && !key.lockIfIdle())
        #expect(try name() == "Anna" && asked == 2)
        // Overdue and not noticed by a question: a command notices, and so does a key pressed.
        test.time = Instant(seconds: test.time.seconds + 900)
        #expect(try name() == "Anna" && asked == 3)
        test.time = Instant(seconds: test.time.seconds + 900)
        key.touch()
        #expect(!key.isOpen)
        key.lock()
        #expect(try name() == "Anna" && asked == 4)
    }

    @Test func aWrongOrAnotherPassphraseDoesNotOpenIt() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        var typed = "fout"
        let key = HeldKey(now: { test.time }) { try TestVault.passphrase(typed) }
        func open() throws { try Identity.open(in: test.surroundings) { try key.master(of: $0) } }
        #expect(throws: Fault.wrongPassphrase) { try open() }
        #expect(!key.isOpen)
        typed = "wachtzin van de test"
        try open()
        // Changed elsewhere meanwhile: what is held is of no use any more, and the new one is asked for.
        try Identity.changePassphrase(
            from: TestVault.passphrase(), to: TestVault.passphrase("een nieuwe zin"), cost: nil, dryRun: false, in: test.surroundings)
        #expect(throws: Fault.wrongPassphrase) { try open() }
        typed = "een nieuwe zin"
        try open()
    }

    // MARK: What is offered

    @Test func anAuditorIsOfferedTheLogAndNoCases() {
        let offered = MenuChoice.first(.auditor, mayAccept: false)
        for choice in [MenuChoice.cases, .writeCase, .search, .backups, .members] { #expect(!offered.contains(choice)) }
        #expect(offered.first == .log && MenuChoice.withLog.contains(.report))
    }

    @Test func whoMayNotAcceptIsNotOfferedIt() {
        for role in [Role.member, .facilitator, .guest] {
            let offered = MenuChoice.first(role, mayAccept: false)
            #expect(!offered.contains(.members) && offered.contains(.listMembers) && offered.contains(.leave) && offered.contains(.cases))
        }
        #expect(MenuChoice.first(.member, mayAccept: true).contains(.members) && MenuChoice.withMembers.contains(.accept))
        #expect(!MenuChoice.withBackups(mayRestore: false).contains(.restoreBackup))
    }

    @Test func onlyTheAuthorIsOfferedWhatOnlyTheAuthorMayDo() {
        let mine = MenuChoice.withCase(isMine: true, mayEnd: true, hasNotesOfMine: true)
        let others = MenuChoice.withCase(isMine: false, mayEnd: false, hasNotesOfMine: false)
        for choice in [MenuChoice.shareCase, .editCase, .withdrawCase, .closeCase, .eraseCase] {
            #expect(mine.contains(choice) && !others.contains(choice))
        }
        #expect(MenuChoice.withCase(isMine: false, mayEnd: true, hasNotesOfMine: false).contains(.eraseCase))
    }

    @Test func everyChoiceIsOfferedSomewhereAndCalledDifferently() {
        let offered =
            MenuChoice.first(.member, mayAccept: true) + MenuChoice.withCase(isMine: true, mayEnd: true, hasNotesOfMine: true)
            + MenuChoice.withMembers
            + MenuChoice.withLog + MenuChoice.withBackups(mayRestore: true) + MenuChoice.withKey
        #expect(Set(offered) == Set(MenuChoice.allCases) && offered.count == MenuChoice.allCases.count)
        #expect(Set(MenuChoice.allCases.map(\.dutch)).count == offered.count)
        #expect(Set(MenuChoice.allCases.map(\.english)).count == offered.count)
    }

    // MARK: How the group stands

    @Test func aGroupIsDescribed() {
        #expect(StandingWording.who(.member, members: 1).dutch == "Jij bent lid, en nog de enige in deze groep.")
        #expect(StandingWording.who(.auditor, members: 4).english == "You are an auditor; the group has 4 members.")
        #expect(StandingWording.cases(1, unread: 1).dutch == "Je kunt 1 casus openen; die is van een ander en las je nog niet.")
        #expect(
            StandingWording.cases(3, unread: 2).english
                == "You can open 3 cases; 2 of them are other people's and you have not read them yet.")
        #expect(StandingWording.newNotes([2]).dutch == "Bij casus 2 schreef een ander een notitie nadat je er het laatst in keek.")
        #expect(StandingWording.newNotes([2, 5]).english == "On cases 2 and 5 somebody else wrote a note after you last looked.")
        #expect(StandingWording.backup(days: 0, ended: false).dutch == "De nieuwste reservekopie is van vandaag.")
        #expect(StandingWording.backup(days: 12, ended: true).english.contains("12 days old, and new keys came after it"))
    }

    @Test func theNewestBackupIsFoundInTheLog() throws {
        let test = try TestVault()
        _ = try test.foundGroup()
        func backup() throws -> GroupStanding.Backup { try test.open(readOnly: true).standing().backup }
        #expect(try backup() == .never)
        let made = test.time
        _ = try test.open().backUp(to: test.folder + "/one.kluis", replacing: false, dryRun: false) { _, _ in }
        test.time = Instant(seconds: test.time.seconds + 86_400)
        #expect(try backup() == .made(made, ended: false))
        // One that failed is none.
        #expect(throws: Fault.self) {
            try test.open().backUp(to: test.folder + "/nowhere/two.kluis", replacing: false, dryRun: false) { _, _ in }
        }
        #expect(try backup() == .made(made, ended: false))
    }

    // MARK: Words

    @Test func aPathAfterATildeIsInOnesOwnFolder() {
        let own: (String) -> String? = { $0 == "HOME" ? "/home/anna" : nil }
        #expect(FilePlace.expanded("~/a b.kluis", own) == "/home/anna/a b.kluis")
        #expect(FilePlace.expanded("~", own) == "/home/anna")
        #expect(FilePlace.expanded("~bo/a", own) == "~bo/a" && FilePlace.expanded("/x/~/a", own) == "/x/~/a")
        #expect(FilePlace.expanded("~/a", { _ in nil }) == "~/a")
    }

    @Test func wordsForAPassphraseAreDrawn() {
        let drawn = (0..<50).map { _ in Guide.drawnWords() }
        #expect(drawn.allSatisfy { $0.count == 5 && $0.allSatisfy(WordList.words.contains) })
        #expect(Set(drawn.map { $0.joined() }).count == 50)
        // What is said of them: 2,048 words, eleven bits each.
        #expect(WordList.words.count == 2048)
        #expect(GuideWording.howGoodDrawn.dutch.contains("36 biljard") && 1 << 55 == 36_028_797_018_963_968)
    }

    @Test func explanationsAreWholeSentences() {
        for sentence in GuideWording.explanation + [.hello, .howToAnswer, .whatAPassphraseIs, .aboutPaper, .whereToPut, .notInACloud] {
            for language in Language.allCases {
                let text = sentence.text(in: language)
                #expect(text.hasSuffix(".") && text.first?.isUppercase == true && !text.contains("  "))
            }
            #expect(sentence.dutch != sentence.english)
        }
    }
}
