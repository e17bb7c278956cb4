import Testing
import VaultCore
import VaultFormat
import VaultLog
import VaultTestkit

/// Becoming a member: asked, said aloud, accepted; from then on the newcomer reads what the others read.
struct JoinTests {
    @Test func aNewcomerReadsWhatWasSharedAndReplaysTheWholeLog() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        _ = try vault.open().addCase(
            try CaseText(title: "De buurvrouw", pitch: nil, body: "Zij belt elke dag."), share: true, dryRun: false)
        let accepted = try vault.admit("Bram")
        #expect(accepted.number == 2 && accepted.epoch == 2)
        let bram = try vault.open(as: "Bram")
        #expect(try bram.show(case: 1).text.body == "Zij belt elke dag.")
        #expect(try bram.verifyLog().findings.isEmpty)
        #expect(try bram.members().map(\.name) == ["Anna", "Bram"])
        #expect(try vault.open().check(deep: true, progress: { _, _ in }).findings.isEmpty)
    }

    /// Whom the vault has no room for has not asked, and can when there is.
    @Test func noRoomForOneMoreRequest() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        let first = try vault.ask("1").request
        for number in 2...16 { _ = try vault.ask("\(number)") }
        #expect(throws: Fault.tooMany(.requests)) { try vault.ask("17") }
        #expect(try Groups.awaited(in: vault.surroundings(of: "17")).isEmpty)
        // Who asked already asks anew in the place of that.
        _ = try vault.ask("2")
        try vault.run { try $0.drop(request: first, dryRun: false) }
        try vault.admit("17")
        #expect(try vault.open().members().count == 2)
    }

    /// What is owed first is done before anybody reads words aloud.
    @Test func nothingIsOwedWhenTheWordsAreHeard() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bram", role: .guest, until: vault.time.day)
        vault.time = Instant(seconds: vault.time.seconds + 2 * 86_400)
        let asked = try vault.ask("Chris")
        let size = try vault.entries()
        let session = try vault.open()
        try session.requireAcceptable(Newcomer(request: asked.request, name: "Chris"))
        #expect(session.settled == [.roleEnded(member: "Bram"), .rotated(circles: 2, endsBackups: true)])
        #expect(try vault.entries() > size)
        session.pause()
        let before = try vault.entries()
        #expect(throws: Fault.nameTaken) {
            try vault.open(readOnly: true).requireAcceptable(Newcomer(request: asked.request, name: "anna"))
        }
        #expect(try vault.entries() == before)
    }

    @Test func removedTheyOpenNothingAndTheOthersEverything() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bram")
        try vault.admit("Chris")
        _ = try vault.open(as: "Chris").addCase(
            try CaseText(title: "De buurvrouw", pitch: nil, body: "Zij belt."), share: true, dryRun: false)
        #expect(try vault.open(as: "Bram").show(case: 1).text.body == "Zij belt.")
        let removed = try vault.open().remove(.name("bram"), dryRun: false)
        #expect(removed.openedCases == [1] && removed.rewrittenParts == 2 && removed.lostParts == 0 && removed.owedCircles.isEmpty)
        #expect(throws: Fault.membershipEnded) { try vault.open(as: "Bram") }
        #expect(try vault.open(as: "Chris").show(case: 1).text.body == "Zij belt.")
        #expect(try vault.open().show(case: 1).text.body == "Zij belt.")
        #expect(try vault.open().check(deep: true, progress: { _, _ in }).findings.isEmpty)
        #expect(try vault.open().verifyLog().findings.isEmpty)
        // And back again, as somebody new.
        try vault.admit("Bram", name: "Bram")
        #expect(try vault.open(as: "Bram").show(case: 1).text.body == "Zij belt.")
        #expect(try vault.open(as: "Bram").verifyLog().findings.isEmpty)
    }

    @Test func whoLeavesIsGoneAndTheOthersSettleTheKeys() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bram")
        try vault.admit("Chris")
        _ = try vault.open(as: "Chris").addCase(
            try CaseText(title: "De buurvrouw", pitch: nil, body: "Zij belt."), share: true, dryRun: false)
        _ = try vault.open(as: "Bram").addCase(
            try CaseText(title: "Concept", pitch: nil, body: "Alleen voor mij."), share: false, dryRun: false)
        let left = try vault.open(as: "Bram").leave(withdrawMine: false, dryRun: false)
        #expect(left.erasedCases == [2])
        #expect(throws: Fault.membershipEnded) { try vault.open(as: "Bram") }
        #expect(try vault.open(as: "Chris").show(case: 1).text.body == "Zij belt.")
        #expect(try vault.open().show(case: 1).text.body == "Zij belt.")
        #expect(try vault.open().check(deep: true, progress: { _, _ in }).owedCircles == 0)
        #expect(throws: Fault.membershipEnded) { try vault.open(as: "Bram") }
    }

    @Test func aReplacedMemberKeepsNumberAndCases() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        try vault.admit("Bram")
        _ = try vault.open(as: "Bram").addCase(
            try CaseText(title: "De buurvrouw", pitch: nil, body: "Zij belt."), share: true, dryRun: false)
        let accepted = try vault.admit("Bram met een nieuwe laptop", name: "Bram", replaces: .name("Bram"))
        #expect(accepted.number == 2)
        let bram = try vault.open(as: "Bram met een nieuwe laptop")
        #expect(try bram.edit(case: 1, try CaseText(title: "De buurvrouw", pitch: nil, body: "Zij belt niet meer."), dryRun: false) == 2)
        #expect(throws: Fault.membershipEnded) { try vault.open(as: "Bram") }
        #expect(try vault.open().show(case: 1).text.body == "Zij belt niet meer.")
    }

    @Test func historyNoneKeepsEarlierCasesFromTheNewcomer() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        _ = try vault.open().addCase(try CaseText(title: "Vroeger", pitch: nil, body: "Voor haar tijd."), share: true, dryRun: false)
        try vault.admit("Bram", history: .none)
        #expect(throws: Fault.noSuchCase(1)) { try vault.open(as: "Bram").show(case: 1) }
        _ = try vault.open().addCase(try CaseText(title: "Later", pitch: nil, body: "In haar tijd."), share: true, dryRun: false)
        #expect(try vault.open(as: "Bram").show(case: 2).text.body == "In haar tijd.")
    }

    @Test func anAuditorReadsTheLogAndNoContent() throws {
        let vault = try TestVault()
        _ = try vault.foundGroup()
        _ = try vault.open().addCase(try CaseText(title: "Vroeger", pitch: nil, body: "Voor haar tijd."), share: true, dryRun: false)
        _ = try vault.open().show(case: 1)
        try vault.admit("Greta", role: .auditor, until: vault.time.day, from: vault.time.day)
        let greta = try vault.open(as: "Greta")
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta.cases() }
        #expect(try greta.verifyLog().unreadable == 0)
    }
}
