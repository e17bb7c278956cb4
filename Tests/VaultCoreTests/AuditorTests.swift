import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// An auditor from the request to the end date: what they see of the log, what they are refused, and what is in the log of that.
struct AuditorTests {
    private let test: TestVault
    private let start: Instant

    /// Anna and Bram. On the first day Bram looks; ten days later Chris joins, and an epoch begins; Bram looks again.
    init() throws {
        test = try TestVault.withTwoCases()
        start = test.time
        try test.admit("Bram")
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        _ = try test.open(as: "Bram").show(case: 1)
        passDays(10)
        try test.admit("Chris")
        _ = try test.open(as: "Bram").show(case: 1)
        passDays(10)
    }

    private func passDays(_ count: Int64) { test.time = Instant(seconds: test.time.seconds + count * 86_400) }

    private func day(_ count: Int64) -> Day { Instant(seconds: start.seconds + count * 86_400).day }

    /// Greta, until the thirtieth day, with the looks from the eleventh: of the epoch that was on then, which began on the tenth.
    private func admitGreta() throws -> MemberAccepted {
        try test.admit("Greta", role: .auditor, until: day(30), from: day(11))
    }

    @Test func theLogFromTheDateGrantedAndNoEarlierLooks() throws {
        let accepted = try admitGreta()
        #expect(accepted.role == .auditor && accepted.readsSince == day(10))
        let lines = try test.open(as: "Greta").log(case: nil, from: nil, limit: nil)
        let all = try test.open().log(case: nil, from: 0, limit: lines.count)
        #expect(all.filter { $0.event?.isReveal == true }.map(\.time.day) == [day(0), day(10)])
        // Everything but looks from the first entry on; looks from the date; none is taken for erased.
        for (hers, theirs) in zip(lines, all) {
            let isHidden = theirs.event?.isReveal == true && theirs.time.day < day(10)
            #expect(hers.event == (isHidden ? nil : theirs.event) && hers.name == theirs.name && !hers.isErased && !hers.isVoid)
        }
        let greta = try test.open(as: "Greta")
        let verified = try greta.verifyLog()
        #expect(verified.findings == [] && verified.unreadable == 1)
        #expect(try greta.check(deep: true) { _, _ in }.findings == [])
        #expect(try greta.members().map(\.name) == ["Anna", "Bram", "Chris", "Greta"])
        #expect(try greta.logHead().head == test.open(readOnly: true).logHead().head)
    }

    @Test func contentIsRefusedAndTheRefusalIsInTheLog() throws {
        _ = try admitGreta()
        let text = try CaseText(title: "Van Greta", pitch: nil, body: "Niets.")
        let term = try SearchTerm(Array("deur".utf8))
        let words = try test.paper(of: "Anna").words
        let commands: [(Event, Int?, (Session) throws -> Void)] = [
            (.casesListed, nil, { _ = try $0.cases() }), (.caseOpened, 1, { _ = try $0.show(case: 1) }),
            (.casesListed, 1, { _ = try $0.readers(ofCase: 1) }), (.casesListed, 9, { _ = try $0.readers(ofCase: 9) }),
            // Whether words fit, or a request waits, is not for her to hear.
            (.memberAccepted, nil, { _ = try $0.accept(Newcomer(request: 1000, name: "Wie"), words: words, dryRun: false) }),
            (.memberAccepted, nil, { try $0.requireAcceptable(Newcomer(request: 1000, name: "Wie")) }),
            (.noteOpened, 1, { _ = try $0.notes(ofCase: 1) }), (.casesListed, 1, { _ = try $0.history(ofCase: 1) }),
            (.casesListed, 1, { _ = try $0.attachments(ofCase: 1) }), (.searched, nil, { _ = try $0.search(term) { _, _ in } }),
            (.caseAdded, nil, { _ = try $0.addCase(text, share: true, dryRun: false) }),
            (.noteAdded, 1, { _ = try $0.addNote("Iets.", toCase: 1, dryRun: false) }),
            (.caseErased, 1, { _ = try $0.erase(case: 1, dryRun: false) }),
            (.backupCreated, nil, { _ = try $0.backUp(to: test.file("b"), replacing: false, dryRun: false) { _, _ in } }),
            (.payloadExpired, nil, { _ = try $0.expire(dryRun: false) }),
        ]
        for (event, number, command) in commands {
            let size = try test.entries()
            #expect(throws: Fault.roleMayNot(role: .auditor), "\(event)") { try command(try test.open(as: "Greta")) }
            #expect(try test.entries() == size + 1, "\(event)")
            let line = try #require(try test.open().log(case: nil, from: size, limit: 1).first)
            #expect(line.event == .accessRefused && line.name == "Greta" && line.role == .auditor && line.outcome == 4, "\(event)")
            #expect(line.caseNumber == number, "\(event)")
        }
        // Nobody looked at anything by it.
        #expect(try test.open().readers(ofCase: 1).map(\.name) == ["Bram"])
    }

    /// Reading the log is in the log, and what Greta reads she may read until the end of her last day.
    @Test func untilTheEndOfTheLastDay() throws {
        _ = try admitGreta()
        let size = try test.entries()
        _ = try test.open(as: "Greta").log(case: nil, from: nil, limit: nil)
        _ = try test.open(as: "Greta").verifyLog()
        #expect(try test.open().log(case: nil, from: size, limit: 2).map(\.event) == [.logOpened, .logVerified])
        test.time = Instant(seconds: Int64(day(31).days) * 86_400 - 1)
        _ = try test.open(as: "Greta").log(case: nil, from: nil, limit: 1)
        test.time = Instant(seconds: test.time.seconds + 1)
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Greta").log(case: nil, from: nil, limit: 1) }
        let before = try test.open(readOnly: true).state.circles
        let session = try test.open(as: "Bram")
        _ = try session.cases()
        #expect(session.settled.count == 2)
        let after = session.state
        #expect(after.members.last?.ended?.how == .ended)
        #expect(after.circles.filter { before[$0.key]?.generation != $0.value.generation }.map(\.value.kind) == [.log])
        #expect(after.circles[after.logCircle]?.members.count == 3)
        #expect(throws: Fault.membershipEnded) { try test.open(as: "Greta") }
    }
}
