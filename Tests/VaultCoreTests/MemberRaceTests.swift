import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Two people change the membership at the same moment: each has looked at the log before the other wrote.
struct MemberRaceTests {
    private let stage: AccessStage

    init() throws { stage = try AccessStage() }

    /// The log is whole for that person and every part opens; whose sessions are named are over.
    private func expectWhole(_ person: AccessModel.Person = .anna, after sessions: Session...) throws {
        for session in sessions { session.pause() }
        let session = try stage.open(person)
        #expect(try session.verifyLog().findings == [])
        #expect(try session.check(deep: true) { _, _ in }.findings == [])
    }

    /// How many circles got new keys, each time.
    private func rotated(_ session: Session) -> [Int] {
        session.settled.compactMap { if case .rotated(let circles, _) = $0 { circles } else { nil } }
    }

    @Test func twoWhoRemoveEachOther() throws {
        let anna = try stage.open(.anna), bram = try stage.open(.bram)
        _ = try bram.remove(.name("Anna"), dryRun: false)
        #expect(throws: Fault.membershipEnded) { try anna.remove(.name("Bram"), dryRun: false) }
        try expectWhole(.bram, after: anna, bram)
        #expect(throws: Fault.membershipEnded) { try stage.open(.anna) }
        try expectWhole(.chris)
    }

    @Test func twoWhoRemoveTheSame() throws {
        let anna = try stage.open(.anna), bram = try stage.open(.bram)
        _ = try bram.remove(.name("Chris"), dryRun: false)
        #expect(throws: Fault.noSuchMember) { try anna.remove(.name("Chris"), dryRun: false) }
        try expectWhole(after: anna, bram)
    }

    @Test func twoWhoRemoveOthers() throws {
        let anna = try stage.open(.anna), bram = try stage.open(.bram)
        _ = try bram.remove(.name("Chris"), dryRun: false)
        let removed = try anna.remove(.name("Dewi"), dryRun: false)
        #expect(removed.lostParts == 0)
        bram.pause()
        #expect(try stage.open(.bram).members().filter { $0.ended == nil }.map(\.name) == ["Anna", "Bram"])
        try expectWhole(after: anna)
    }

    @Test func aRemovalAgainstAWrite() throws {
        let anna = try stage.open(.anna), bram = try stage.open(.bram), chris = try stage.open(.chris)
        _ = try anna.remove(.name("Chris"), dryRun: false)
        // Whoever stays writes under the new key, whoever is off writes and reads nothing.
        #expect(try bram.addNote("Na de nieuwe sleutel.", toCase: 1, dryRun: false) == 2)
        #expect(throws: Fault.membershipEnded) { try chris.addNote("Te laat.", toCase: 1, dryRun: false) }
        let other = try stage.open(.dewi)
        #expect(try other.show(case: 1).notes.count == 2)
        try expectWhole(after: anna)
    }

    @Test func aWriteAgainstARemoval() throws {
        let anna = try stage.open(.anna), chris = try stage.open(.chris)
        _ = try chris.addNote("Nog net.", toCase: 1, dryRun: false)
        _ = try anna.remove(.name("Chris"), dryRun: false)
        #expect(try stage.open(.bram).show(case: 1).notes.map(\.text).last == "Nog net.")
        try expectWhole(after: anna)
    }

    @Test func aLookOfSomebodyWhoIsOffMeanwhileShowsNothing() throws {
        let chris = try stage.open(.chris)
        _ = try stage.open(.anna).remove(.name("Chris"), dryRun: false)
        #expect(throws: Fault.membershipEnded) { try chris.show(case: 1) }
    }

    @Test func twoWhoSettleWhatIsOwed() throws {
        _ = try stage.open(.chris).leave(withdrawMine: false, dryRun: false)
        let anna = try stage.open(.anna), bram = try stage.open(.bram)
        _ = try anna.cases()
        #expect(rotated(anna) == [2])
        // What Anna did is done; what she could not do is left.
        _ = try bram.cases()
        #expect(rotated(bram) == [1])
        try expectWhole(after: anna)
    }

    @Test func twoWhoSettleTheSame() throws {
        try settleAtOnce { _ = try $0.cases() }
    }

    /// Both see that a day is over; one of them says it.
    @Test func twoWhoEndTheSameRole() throws {
        _ = try stage.open(.anna).setUntil(.name("Chris"), stage.day, dryRun: false)
        stage.passDay()
        let dewi = try stage.open(.dewi), bram = try stage.open(.bram)
        try dewi.settle()
        try bram.settle()
        #expect(dewi.settled.first == .roleEnded(member: "Chris") && rotated(dewi) == [3])
        #expect(try bram.cases().damaged == [])
        try expectWhole()
    }

    private func settleAtOnce(_ look: (Session) throws -> Void) throws {
        _ = try stage.open(.chris).leave(withdrawMine: false, dryRun: false)
        let dewi = try stage.open(.dewi), bram = try stage.open(.bram)
        // Dewi is in everything that Bram is in and owes.
        try look(dewi)
        try look(bram)
        #expect(rotated(dewi) == [3] && bram.settled == [])
        try expectWhole()
    }

    @Test func aRequestAcceptedTwice() throws {
        let asked = try stage.test.ask(AccessModel.Person.ewa.home)
        let newcomer = Newcomer(request: asked.request, name: "Ewa")
        let words = try #require(asked.words)
        let anna = try stage.open(.anna), bram = try stage.open(.bram)
        let request = try #require(try OpenRequest.all(in: anna.vault, of: stage.group).first?.bytes)
        let accepted = try anna.accept(newcomer, words: words, dryRun: false)
        #expect(throws: Fault.noSuchRequest(asked.request)) { try bram.accept(newcomer, words: words, dryRun: false) }
        bram.pause()
        // Put back by somebody, it is refused: its keys stand in the log.
        let again = try stage.open(.bram)
        try OpenRequest.put(request, into: again.vault, of: stage.group)
        #expect(throws: Fault.requestRefused) { try again.accept(newcomer, words: words, dryRun: false) }
        #expect(accepted.number == 5)
        #expect(try stage.open(.ewa).show(case: 1).text.title == "Casus 1")
        #expect(try again.members().count == 5)
        try expectWhole(after: anna)
    }

    /// Asked again after the acceptance and before the first start: still a member, with the keys of the request that was accepted.
    @Test func whoAsksAgainAfterBeingAcceptedIsIn() throws {
        try stage.admit(.ewa, by: .anna)
        #expect(throws: Fault.alreadyMember) {
            try stage.test.ask(AccessModel.Person.ewa.home)
        }
        #expect(try stage.open(.ewa).cases().items.map(\.number) == [1, 3])
    }

    /// The same person is taken off then: they were in, so that they hear that it is over, not that they have yet to be accepted.
    @Test func whoAskedAgainAndIsTakenOffHearsThatItIsOver() throws {
        try stage.admit(.ewa, by: .anna)
        #expect(throws: Fault.alreadyMember) {
            try stage.test.ask(AccessModel.Person.ewa.home)
        }
        _ = try stage.open(.anna).remove(.name("Ewa"), dryRun: false)
        #expect(throws: Fault.membershipEnded) { try stage.open(.ewa) }
    }

    @Test func theFounderIsRemovedAndComesBack() throws {
        _ = try stage.open(.bram).remove(.number(1), dryRun: false)
        #expect(throws: Fault.membershipEnded) { try stage.open(.anna) }
        #expect(try stage.open(.dewi).show(case: 1).author == "Anna")
        try stage.admit(.anna, by: .dewi)
        let anna = try stage.open(.anna)
        #expect(try anna.show(case: 1).text == AccessStage.text(1, 1))
        #expect(anna.myself.number == 5)
        // Somebody new: the cases of number one are not hers to change.
        #expect(throws: Fault.notYours) { try anna.withdraw(case: 1, dryRun: false) }
        try expectWhole(after: anna)
    }

    @Test func everybodyButOneIsRemoved() throws {
        for name in ["Bram", "Chris", "Dewi"] { _ = try stage.open(.anna).remove(.name(name), dryRun: false) }
        let anna = try stage.open(.anna)
        #expect(throws: Fault.lastMember) { try anna.leave(withdrawMine: false, dryRun: false) }
        #expect(throws: Fault.notOneself) { try anna.remove(.number(1), dryRun: false) }
        #expect(try anna.show(case: 1).notes.map(\.author) == ["Bram"])
        #expect(try anna.check(deep: true) { _, _ in }.owedCircles == 0)
        anna.pause()
        for person in [AccessModel.Person.bram, .chris, .dewi] {
            #expect(throws: Fault.membershipEnded) { try stage.open(person) }
            try stage.admit(person, by: .anna)
            #expect(try stage.open(person).show(case: 1).text == AccessStage.text(1, 1))
        }
        try expectWhole()
    }
}
