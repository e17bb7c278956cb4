import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// A circle of mine whose key was never wrapped to me: what is in it cannot be opened, and everything else goes on.
struct UndeliveredTests {
    private let test: TestVault

    /// Anna, Bram and Chris; case 1 is a draft of Anna's with two notes.
    init() throws {
        test = try TestVault.withTwoCases()
        for person in ["Bram", "Chris"] { try test.admit(person) }
    }

    /// A member with a program of their own shares a case in a circle whose key the others were never given.
    @Test func aCircleWhoseKeyNeverCameStopsNothingElse() throws {
        _ = try test.open().share(case: 1, pitchOnly: false, without: [], dryRun: false)
        do {
            let bram = try test.open(as: "Bram")
            let number = try bram.addCase(try CaseText(title: "Van Bram", pitch: nil, body: "T"), share: true, dryRun: false).number
            let id = CircleID.random(), key = CircleKey.random()
            let members = try ["Anna", "Bram"].map { try bram.member(.name($0)).id }.sorted()
            let delivery = try bram.deliver(CircleKey.random(), of: id, 1, to: members)
            let facts = CircleFacts(
                id: id, kind: .some, generation: 1, members: members,
                commitment: key.commitment(group: bram.groupID, circle: id, generation: 1), delivery: delivery.hash)
            try bram.append {
                // As the program does: after what is settled, which forgets keys of circles that are not.
                try bram.keys.store(key, of: id, generation: 1)
                return Change(payload: Payload(.circleCreated, .circle(facts)), adding: [delivery])
            }
            try bram.append {
                let circle = try #require(bram.state.circles[id])
                return try bram.move(try bram.caseOfMine(number), .caseShared, summaryTo: circle, bodyTo: circle)
            }
        }
        let list = try test.open().cases()
        #expect(list.items.map(\.number) == [1, 2] && list.damaged == [3])
        #expect(throws: Fault.keyUndelivered) { try test.open().show(case: 3) }
        #expect(throws: Fault.keyUndelivered) { try test.open().addNote("Nee.", toCase: 3, dryRun: false) }
        #expect(Set(try test.open().check(deep: true) { _, _ in }.findings.map(\.kind)) == [.wrapMismatch])
        // A circle of the same people is begun beside it.
        #expect(try test.open().share(case: 1, pitchOnly: false, without: [.name("Chris")], dryRun: false).readers == ["Anna", "Bram"])
        #expect(try test.open(as: "Bram").show(case: 1).notes.count == 2)
        #expect(try test.open().remove(.name("Bram"), dryRun: false).name == "Bram")
        #expect(try test.open().show(case: 1).notes.count == 2)
    }
}
