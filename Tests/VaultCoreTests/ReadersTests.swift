import Testing
import VaultFormat
import VaultLog
import VaultTestkit

@testable import VaultCore

/// Who opened a case, and who asked for what their role does not allow.
struct ReadersTests {
    private let test: TestVault

    /// Anna and Bram; case 1 is shared, case 2 a draft of Anna's.
    init() throws {
        test = try TestVault.withSharedCase()
    }

    @Test func everyLookCountsOncePerMember() throws {
        let first = test.time, second = Instant(seconds: first.seconds + 60)
        #expect(try test.open().readers(ofCase: 1).isEmpty)
        _ = try test.open(as: "Bram").show(case: 1)
        test.time = second
        _ = try test.open(as: "Bram").notes(ofCase: 1)
        _ = try test.open().show(case: 1)
        // A list and a history are no looks at the case.
        _ = try test.open(as: "Bram").cases()
        _ = try test.open(as: "Bram").history(ofCase: 1)
        for person in ["Anna", "Bram"] {
            let readers = try test.open(as: person).readers(ofCase: 1)
            #expect(readers.map(\.name) == ["Bram", "Anna"])
            #expect(readers.map(\.number) == [2, 1])
            #expect(readers.map(\.count) == [2, 1])
            #expect(readers.map(\.first) == [first, second])
            #expect(readers.map(\.last) == [second, second])
        }
    }

    @Test func askingIsInTheLogBeforeTheAnswer() throws {
        let entries = try test.entries()
        try test.run { session throws in
            _ = try test.open(as: "Bram").show(case: 1)
            // What came between is in the answer.
            #expect(try session.readers(ofCase: 1).map(\.name) == ["Bram"])
        }
        #expect(try test.logged(from: entries).last == Written(event: .logOpened, outcome: .done, caseNumber: 1))
        let size = try test.entries()
        #expect(throws: Fault.noSuchCase(2)) { try test.open(as: "Bram").readers(ofCase: 2) }
        #expect(throws: Fault.io(.readOnly)) { try test.open(readOnly: true).readers(ofCase: 1) }
        #expect(try test.entries() == size)
    }

    @Test func whoeverSeesThePitchSeesWhoRead() throws {
        _ = try test.open().share(case: 2, pitchOnly: true, without: [], dryRun: false)
        _ = try test.open(as: "Bram").show(case: 2)
        #expect(try test.open(as: "Bram").readers(ofCase: 2).map(\.name) == ["Bram"])
    }

    /// A refusal for the role is an entry; one for the end date, or for what is not one's own, is none.
    @Test func aRefusalForTheRoleIsInTheLog() throws {
        let day = test.time.day
        try test.admit("Greta", role: .auditor, until: day)
        try test.admit("Gijs", role: .guest, until: day)
        let entries = try test.entries()
        func greta() throws -> Session { try test.open(as: "Greta") }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta().show(case: 1) }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta().addNote("Nee.", toCase: 2, dryRun: false) }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta().share(case: 77, pitchOnly: false, without: [], dryRun: false) }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta().cases() }
        #expect(throws: Fault.roleMayNot(role: .guest)) { try test.open(as: "Gijs").remove(.name("Bram"), dryRun: false) }
        #expect(throws: Fault.notYours) { try test.open(as: "Gijs").withdraw(case: 1, dryRun: false) }
        let refused = try test.logged(from: entries).filter { $0.event == .accessRefused }
        #expect(refused.map(\.caseNumber) == [1, 2, 77, nil, nil])
        #expect(refused.allSatisfy { $0.outcome == .refused })
        #expect(try test.open().verifyLog().findings == [])
    }

    @Test func whereNothingCanBeWrittenItIsRefusedAllTheSame() throws {
        try test.admit("Greta", role: .auditor, until: test.time.day)
        _ = try test.open(as: "Greta")
        let before = try TestVault.allBytes(in: test.folder)
        func greta(readOnly: Bool) throws -> Session { try test.open(as: "Greta", readOnly: readOnly) }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta(readOnly: true).withdraw(case: 1, dryRun: true) }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta(readOnly: true).show(case: 1) }
        #expect(try TestVault.allBytes(in: test.folder) == before)
        // The log circle owes a rotation that an auditor may not make: nothing can be appended.
        _ = try test.open(as: "Bram").leave(withdrawMine: false, dryRun: false)
        let entries = try test.entries()
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try greta(readOnly: false).show(case: 1) }
        #expect(try test.entries() == entries)
    }
}
