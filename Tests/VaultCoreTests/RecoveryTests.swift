import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultSystem
import VaultTestkit

@testable import VaultCore

/// Bram loses his laptop and comes back from paper: the same member with the same signing key, and the keys of circles from a colleague.
struct RecoveryTests {
    private let test: TestVault

    init() throws {
        test = try TestVault()
        _ = try test.foundGroup()
        try test.admit("Bram")
        try test.admit("Chris")
    }

    private func text(_ title: String, _ body: String = "Tekst.") throws -> CaseText {
        try CaseText(title: title, pitch: nil, body: body)
    }

    /// Bram has shared a case and kept a draft, and stands at a new computer with his key.
    private func bramLosesHisLaptop() throws {
        _ = try test.open(as: "Bram").addCase(try text("Gedeeld", "Zij belt."), share: true, dryRun: false)
        _ = try test.open(as: "Bram").addCase(try text("Concept", "Alleen voor mij."), share: false, dryRun: false)
        try test.restore("Bram", as: "Bram opnieuw")
    }

    @discardableResult
    private func comeBack(by acceptor: String = "Anna") throws -> MemberAccepted {
        try test.admit("Bram opnieuw", by: acceptor, name: "Bram", replaces: .name("Bram"))
    }

    @Test func theSameMemberWithNumberAndCases() throws {
        try bramLosesHisLaptop()
        let before = try test.run { try #require($0.state.member(2)) }
        #expect(try test.ask("Bram opnieuw").isReturning)
        #expect(throws: Fault.notAcceptedYet) { try test.open(as: "Bram opnieuw") }
        let accepted = try comeBack()
        #expect(accepted.number == 2 && accepted.role == .member && accepted.endsBackups && accepted.owedCircles == 0)

        do {
            let bram = try test.open(as: "Bram opnieuw")
            #expect(bram.me == before.id && bram.myself.signing == before.signing && bram.myself.decryption != before.decryption)
            #expect(try bram.show(case: 1).text.body == "Zij belt.")
            #expect(try bram.edit(case: 1, try text("Gedeeld", "Zij belt niet meer."), dryRun: false) == 2)
            #expect(try bram.verifyLog().findings.isEmpty)
        }
        #expect(try test.open().members().map(\.name) == ["Anna", "Bram", "Chris"])
        for person in ["Anna", "Chris", "Bram opnieuw"] {
            #expect(try test.open(as: person).show(case: 1).text.body == "Zij belt niet meer.")
            #expect(try test.open(as: person).check(deep: true, progress: { _, _ in }).findings.isEmpty)
        }
        #expect(try test.open(as: "Chris").verifyLog().findings.isEmpty)
        #expect(throws: Fault.alreadyMember) { try test.ask("Bram opnieuw") }
    }

    /// A dry run says that he would come back, unless he wants to be somebody new, and makes nothing.
    @Test func aDryRunSaysWhoWouldComeBack() throws {
        try bramLosesHisLaptop()
        let before = try TestVault.allBytes(in: test.folder)
        for asNew in [false, true] {
            let asked = try Groups.join(
                vault: test.path, passphrase: try TestVault.passphrase(), out: nil, asNew: asNew, dryRun: true,
                in: test.surroundings(of: "Bram opnieuw"))
            #expect(asked.isReturning == !asNew && asked.words == nil)
        }
        #expect(try TestVault.allBytes(in: test.folder) == before)
    }

    /// The lost laptop has the same signing key and the keys of then: nothing of since opens with them.
    @Test func theLostHomeOpensNothingOfSince() throws {
        try bramLosesHisLaptop()
        let lost = try test.copyHome(to: "lost", from: test.surroundings(of: "Bram").home)
        let size = try test.entries()
        try comeBack()
        _ = try test.open().addCase(try text("Later", "Na het verlies."), share: true, dryRun: false)
        #expect(throws: Fault.keyUndelivered) { try test.run(home: lost) { _ in } }
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Bram") }
        // Every key it holds, on every payload since, and on every part as it stands now.
        let group = try test.run { $0.groupID }
        let master = try IdentityFile.read(in: HomeDirectory(path: lost)).unlock(try TestVault.passphrase())
        let home = try HomeFile.open(test.membership(of: group, home: lost), onWait: {})
        let keys = KeyRing(master: master, group: group, home: home)
        let raw = try RawFile(test.path)
        for index in size..<(try test.entries()) {
            let payload = try raw.blob(try UnverifiedEntry(parsing: try raw.entry(index)).text.payload)
            for epoch in 1...10 where try keys.holdsLogKey(epoch) {
                let opened = try keys.read(payload, epoch: epoch)
                #expect(opened == .doesNotOpen || opened == .opened(nil, underReadKey: false), "entry \(index) in epoch \(epoch)")
            }
        }
        try test.run { session in
            for circle in session.state.circles.values {
                let isHeld = try keys.holds(circle)
                #expect(!isHeld)
            }
        }
    }

    @Test func draftsAreGoneAndNewOnesBegin() throws {
        try bramLosesHisLaptop()
        let draft = try test.open(as: "Bram").caseICanSee(2)
        let circle = try #require(draft.body?.circle)
        try comeBack()
        let bram = try test.open(as: "Bram opnieuw")
        #expect(bram.state.circles[circle] == nil)
        for part in draft.parts {
            let isThere = try bram.vault.hasBlob(part.facts.blob)
            #expect(!isThere)
        }
        #expect(throws: Fault.noSuchCase(2)) { try bram.show(case: 2) }
        #expect(try bram.addCase(try text("Nieuw concept", "Weer alleen voor mij."), share: false, dryRun: false).number == 3)
        #expect(try bram.show(case: 3).text.body == "Weer alleen voor mij.")
        #expect(throws: Fault.noSuchCase(3)) { try test.open().show(case: 3) }
        #expect(bram.state.privateCircle(of: bram.me)?.id != circle)
        #expect(try test.open().check(deep: true, progress: { _, _ in }).findings.isEmpty)
    }

    /// Of a case shared by title and pitch the text went with the key. That is said, and is no damage; the case can be erased and written
    /// anew.
    @Test func theTextOfAPitchIsGone() throws {
        _ = try test.open(as: "Bram").addCase(try text("Alleen de pitch", "Nooit gedeeld."), share: false, dryRun: false)
        _ = try test.open(as: "Bram").share(case: 1, pitchOnly: true, without: [], dryRun: false)
        try test.restore("Bram", as: "Bram opnieuw")
        try comeBack()
        let bram = try test.open(as: "Bram opnieuw")
        #expect(try bram.show(case: 1).text.title == "Alleen de pitch")
        #expect(throws: Fault.textLost(1)) { try bram.edit(case: 1, try text("Anders"), dryRun: false) }
        #expect(throws: Fault.textLost(1)) { try bram.share(case: 1, pitchOnly: false, without: [], dryRun: false) }
        #expect(throws: Fault.textLost(1)) { try bram.addNote("Bij wat er niet is.", toCase: 1, dryRun: false) }
        // To a colleague it is what it was: not shared.
        #expect(throws: Fault.textNotShared(1)) { try test.open().addNote("Van Anna.", toCase: 1, dryRun: false) }
        #expect(try bram.check(deep: true, progress: { _, _ in }).findings.isEmpty)
        #expect(try bram.erase(case: 1, dryRun: false).isNew)
    }

    @Test func whoItIsHasToBeNamed() throws {
        try bramLosesHisLaptop()
        let size = try test.entries()
        #expect(throws: Fault.recoveryRequest) { try test.admit("Bram opnieuw", name: "Bram") }
        #expect(throws: Fault.recoveryRequest) { try test.admit("Bram opnieuw", name: "Chris", replaces: .name("Chris")) }
        #expect(throws: Fault.notOneself) { try test.admit("Bram opnieuw", by: "Bram", name: "Bram", replaces: .name("Bram")) }
        #expect(try test.open().state.members.count == 3)
        #expect(try test.entries() == size)
        try comeBack()
    }

    /// Others come meanwhile, and keys are wrapped to the lost laptop: that is no acceptance, and no fault.
    @Test func waitingWhileOthersCome() throws {
        try bramLosesHisLaptop()
        try test.ask("Bram opnieuw")
        try test.admit("Daan")
        #expect(throws: Fault.notAcceptedYet) { try test.open(as: "Bram opnieuw") }
        try comeBack(by: "Daan")
        try test.admit("Els")
        #expect(try test.open(as: "Bram opnieuw").show(case: 1).text.body == "Zij belt.")
        #expect(try test.open(as: "Els").verifyLog().findings.isEmpty)
    }

    @Test func theFounderComesBackToo() throws {
        _ = try test.open().addCase(try text("Van Anna", "Vroeger."), share: true, dryRun: false)
        try test.restore("Anna", as: "Anna opnieuw")
        try test.admit("Anna opnieuw", by: "Bram", name: "Anna", replaces: .number(1))
        let anna = try test.open(as: "Anna opnieuw")
        #expect(anna.myself.number == 1)
        #expect(try anna.show(case: 1).text.body == "Vroeger.")
        #expect(try anna.remove(.name("Chris"), dryRun: false).number == 3)
        #expect(try anna.verifyLog().findings.isEmpty)
    }

    @Test func anAuditorComesBackToTheLogAlone() throws {
        _ = try test.open().addCase(try text("Van Anna"), share: true, dryRun: false)
        try test.admit("Greta", role: .auditor, until: test.time.day, from: test.time.day)
        _ = try test.open(as: "Greta").verifyLog()
        try test.restore("Greta", as: "Greta opnieuw")
        let accepted = try test.admit("Greta opnieuw", name: "Greta", replaces: .name("Greta"))
        #expect(accepted.role == .auditor && !accepted.endsBackups)
        let greta = try test.open(as: "Greta opnieuw")
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta.cases() }
        #expect(try greta.verifyLog().findings.isEmpty)
    }

    /// The founder's lost home cannot come back by itself, nor can anybody where nobody is left to ask.
    @Test func twiceLostIsTwiceFound() throws {
        try bramLosesHisLaptop()
        try comeBack()
        _ = try test.open(as: "Bram opnieuw").show(case: 1)
        try test.restore("Bram", as: "Bram nog eens")
        try test.admit("Bram nog eens", by: "Chris", name: "Bram", replaces: .number(2))
        #expect(try test.open(as: "Bram nog eens").show(case: 1).text.body == "Zij belt.")
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Bram opnieuw") }
        // And the laptop that turns up again asks like any other.
        #expect(try test.ask("Bram").isReturning)
        try test.admit("Bram", name: "Bram", replaces: .number(2))
        #expect(try test.open(as: "Bram").show(case: 1).text.body == "Zij belt.")
        #expect(try test.open(as: "Bram").verifyLog().findings.isEmpty)
        #expect(throws: Fault.keyUndelivered) { try test.open(as: "Bram nog eens") }
    }

    /// A circle without the acceptor loses him and owes a rotation, which those who are left in it settle.
    @Test func aCircleWithoutTheAcceptorOwes() throws {
        _ = try test.open(as: "Bram").addCase(try text("Zonder Anna", "Over haar."), share: false, dryRun: false)
        _ = try test.open(as: "Bram").share(case: 1, pitchOnly: false, without: [.name("Anna")], dryRun: false)
        try test.restore("Bram", as: "Bram opnieuw")
        #expect(try comeBack().owedCircles == 1)
        #expect(throws: Fault.noSuchCase(1)) { try test.open(as: "Bram opnieuw").show(case: 1) }
        #expect(try test.open(as: "Chris").show(case: 1).text.body == "Over haar.")
        #expect(try test.open().check(deep: true, progress: { _, _ in }).owedCircles == 0)
    }

    @Test func whoNeverSignedAsksAsSomebodyNew() throws {
        try test.restore("Chris", as: "Chris opnieuw")
        // Chris has written nothing, so no entry tells who he is.
        let asked = try test.ask("Chris opnieuw")
        #expect(!asked.isReturning)
        try test.admit("Chris opnieuw", name: "Chris", replaces: .name("Chris"))
        #expect(try test.open(as: "Chris opnieuw").myself.number == 3)
    }
}
