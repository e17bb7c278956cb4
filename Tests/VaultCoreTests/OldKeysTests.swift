import Testing
import VaultCrypto
import VaultFormat
import VaultLog
import VaultStore
import VaultTestkit

@testable import VaultCore

/// Promise 2: whoever is not in a circle any more opens, with every key they ever had and the vault as it is now, nothing that was written
/// since by members who knew, and nothing old either once every circle has rotated; until then `check` and the answer name the circles that
/// have not.
struct OldKeysTests {
    typealias Person = AccessModel.Person

    private let stage: AccessStage
    private let chest: KeyChest

    init() throws {
        stage = try AccessStage()
        chest = KeyChest(group: stage.group)
    }

    /// Takes all keys out of that person's home as it is now.
    private func take(_ person: Person) throws { try chest.collect(stage.membership(person), try stage.master(person)) }

    /// Everything that opens with those keys: parts as `case/note/part` or, of attachments, `case/aN/part`; payloads by index.
    private func opened(from first: Int = 0) throws -> (parts: Set<String>, payloads: [Int]) {
        let anna = try stage.open(.anna, readOnly: true)
        for delivery in anna.state.deliveries {
            if let bytes = try anna.vault.blob(delivery.blob, limit: Limits.payload) { chest.collect(bytes, of: delivery.circle) }
        }
        var parts: Set<String> = []
        try anna.eachCase { entry in
            for part in entry.record.parts {
                guard let bytes = try anna.vault.blob(part.facts.blob, limit: 1 << 20) else { continue }
                for held in chest.circleKeys.values {
                    let context = PartContext(
                        group: stage.group, circle: held.circle, generation: held.generation, item: part.item, part: part.facts.part,
                        version: part.version)
                    guard (try? anna.sealer.open(bytes, under: held.key, context: context)) != nil else { continue }
                    let beside = part.attachment.map { "a\($0)" } ?? "\(part.note ?? 0)"
                    parts.insert("\(entry.record.number)/\(beside)/\(part.facts.part.rawValue)")
                }
            }
        }
        var payloads: [Int] = []
        for index in first..<anna.edge.size {
            guard let bytes = try anna.vault.entry(at: index),
                let sealed = try anna.vault.blob(try UnverifiedEntry(parsing: bytes).text.payload, limit: Limits.payload)
            else { throw TestFailure() }
            let keys = try chest.payloadKeys(markedBy: sealed)
            if keys.values.contains(where: { $0.opens(sealed, stage.group, &anna.sealer) }) { payloads.append(index) }
        }
        return (parts, payloads)
    }

    private func entries() throws -> Int { try RawFile(stage.test.path).count("entries") }

    /// Everybody who is left looks at what there is, and writes.
    private func goOn(_ people: [Person]) throws {
        for person in people {
            _ = try stage.open(person).cases()
            _ = try stage.open(person).addCase(try AccessStage.text(9, 1), share: true, dryRun: false)
        }
    }

    @Test func theRemovedOpenNothing() throws {
        try take(.bram)
        let before = try opened()
        #expect(before.parts.isSuperset(of: ["1/0/summary", "1/0/body", "1/1/body", "2/0/body", "5/0/body", "3/0/summary"]))
        #expect(before.parts.isSuperset(of: ["1/a1/summary", "1/a1/body", "2/a1/summary", "2/a1/body"]))
        #expect(!before.payloads.isEmpty)
        let size = try entries()
        // Anna is not in the circle that Dewi made without her: the answer names it.
        let removed = try stage.open(.anna).remove(.name("Bram"), dryRun: false)
        #expect(removed.owedCircles == [["Chris", "Dewi"]])
        #expect(try opened(from: size).payloads == [])
        #expect(try opened().parts == ["5/0/summary", "5/0/body"])
        #expect(try stage.open(.anna, readOnly: true).check(deep: false) { _, _ in }.owedCircles == 1)
        try goOn([.chris, .dewi, .anna])
        try take(.bram)
        #expect(try stage.open(.anna, readOnly: true).check(deep: false) { _, _ in }.owedCircles == 0)
        #expect(try opened(from: size).payloads == [] && opened().parts == [])
    }

    @Test func whoLeftOpensNothingOnceTheOthersHaveSettled() throws {
        try take(.chris)
        _ = try stage.open(.chris).leave(withdrawMine: false, dryRun: false)
        let size = try entries()
        let owed = try stage.open(.anna, readOnly: true).check(deep: false) { _, _ in }.owedCircles
        // The log, the circle of all, and the one that Dewi made.
        #expect(owed == 3)
        #expect(try opened().parts.contains("1/0/body"))
        try goOn([.anna])
        #expect(try opened(from: size).payloads == [] && opened().parts == ["5/0/summary", "5/0/body"])
        try goOn([.bram, .dewi])
        #expect(try opened(from: size).payloads == [] && opened().parts == [])
    }

    @Test func whoseEndDatePassedOpensNothingOnceTheOthersHaveSettled() throws {
        try take(.chris)
        _ = try stage.open(.anna).setUntil(.name("Chris"), stage.day, dryRun: false)
        stage.passDay()
        let size = try entries()
        #expect(throws: Fault.membershipEnded) { try stage.open(.chris).cases() }
        try goOn([.bram, .anna, .dewi])
        // The first of these says that the day is over, and only then do the keys change.
        #expect(try opened(from: size).payloads == [size] && opened().parts == [])
        #expect(throws: Fault.membershipEnded) { try stage.open(.chris) }
    }

    @Test func theLostLaptopOpensNothing() throws {
        try take(.dewi)
        let size = try entries()
        try stage.admit(.dewiAnew, by: .anna, replaces: .name("Dewi"))
        #expect(try opened(from: size).payloads == [])
        #expect(try opened().parts == ["5/0/summary", "5/0/body"])
        try goOn([.bram, .chris, .anna, .dewiAnew])
        #expect(try opened(from: size).payloads == [] && opened().parts == [])
        #expect(throws: Fault.membershipEnded) { try stage.open(.dewi) }
    }

    @Test func theOneLeftOutOpensNothingOfTheCase() throws {
        try take(.chris)
        #expect(try opened().parts.isDisjoint(with: ["2/0/summary", "2/0/body", "2/1/body", "2/a1/summary", "2/a1/body"]))
        let answer = try stage.open(.anna).share(case: 1, pitchOnly: false, without: [.name("Chris")], dryRun: false)
        #expect(answer.leftOut == ["Chris"] && answer.readers == ["Anna", "Bram", "Dewi"])
        _ = try stage.open(.dewi).addNote("Niet voor Chris.", toCase: 1, dryRun: false)
        #expect(try opened().parts.allSatisfy { !$0.hasPrefix("1/") && !$0.hasPrefix("2/") })
        #expect(throws: Fault.noSuchCase(1)) { try stage.open(.chris).show(case: 1) }
        try take(.chris)
        #expect(try opened().parts.allSatisfy { !$0.hasPrefix("1/") && !$0.hasPrefix("2/") })
    }

    @Test func whatIsWithdrawnIsItsAuthorsAlone() throws {
        for person in [Person.bram, .chris, .dewi] { try take(person) }
        #expect(try opened().parts.isSuperset(of: ["1/1/body", "1/a1/body"]))
        let answer = try stage.open(.anna).withdraw(case: 1, dryRun: false)
        #expect(answer.notesOfOthers == 1)
        for person in [Person.bram, .chris, .dewi] {
            #expect(throws: Fault.noSuchCase(1)) { try stage.open(person).show(case: 1) }
            try take(person)
        }
        #expect(try opened().parts.allSatisfy { !$0.hasPrefix("1/") })
        _ = try stage.open(.anna).share(case: 1, pitchOnly: true, without: [], dryRun: false)
        let parts = try opened().parts.filter { $0.hasPrefix("1/") }
        #expect(parts == ["1/0/summary"])
    }

    /// Promise 3.
    @Test(arguments: [true, false]) func anAuditorOpensNoPartsAndNoReadsButThoseGranted(_ fromToday: Bool) throws {
        // An epoch that began the day before, with reads in it.
        let early = try entries()
        _ = try stage.open(.bram).cases()
        stage.passDay()
        stage.passDay()
        try stage.admit(.ewa, by: .anna)
        _ = try stage.open(.bram).cases()
        stage.passDay()
        let late = try entries()
        try stage.admit(.gijs, by: .anna, role: .auditor, until: 30, from: fromToday ? nil : stage.day)
        let first = try entries()
        _ = try stage.open(.bram).show(case: 1)
        let gijs = try stage.open(.gijs)
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try gijs.cases() }
        #expect(throws: Fault.roleMayNot(role: .auditor)) { try gijs.show(case: 1) }
        try take(.gijs)
        let (parts, payloads) = try opened()
        #expect(parts == [])
        let lines = try stage.open(.bram).log(case: nil, from: 0, limit: 1000)
        let reveals = lines.filter { $0.event?.isReveal == true }.map(\.index)
        #expect(reveals.contains { $0 < late } && reveals.contains { $0 >= early && $0 < late } && reveals.contains { $0 >= first })
        let epochs = lines.filter { reveals.contains($0.index) && payloads.contains($0.index) }.map(\.epoch)
        let granted = fromToday ? 6 : 5
        #expect(Set(epochs) == Set(lines.filter { reveals.contains($0.index) && $0.epoch >= granted }.map(\.epoch)))
        #expect(try gijs.verifyLog().unreadable == reveals.count { index in !payloads.contains(index) })
    }

    /// The end of an auditor moves the log circle and no other, and their keys open nothing from then on.
    @Test func anAuditorWhoseDayHasPassedOpensNothingNew() throws {
        try stage.admit(.gijs, by: .anna, role: .auditor, until: 1, from: stage.day)
        _ = try stage.open(.gijs).log(case: nil, from: nil, limit: nil)
        try take(.gijs)
        let before = try stage.open(.anna, readOnly: true).state.circles
        stage.passDay()
        stage.passDay()
        try goOn([.anna, .bram])
        #expect(throws: Fault.membershipEnded) { try stage.open(.gijs) }
        try take(.gijs)
        let after = try stage.open(.anna, readOnly: true).state
        #expect(Set(after.circles.keys) == Set(before.keys))
        for (id, circle) in before {
            #expect(after.circles[id]?.generation == circle.generation + (circle.kind == .log ? 1 : 0), "\(circle.kind)")
            #expect(after.circles[id]?.owesRotation == false)
        }
        let begun = try #require(after.circles[after.logCircle]?.begun)
        let (parts, payloads) = try opened(from: begun)
        #expect(parts == [] && payloads == [])
        // What they could read before stays readable to them: the program does not promise more.
        #expect(try opened().payloads.isEmpty == false)
    }
}
