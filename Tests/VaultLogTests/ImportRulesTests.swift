import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// Many cases in one entry: each as if it had been added, all of them or none.
struct ImportRulesTests {
    private static func list(_ count: Int) -> ImportList {
        ImportList(
            items: (1...count).map { number in
                let byte = UInt8(number)
                return ImportList.Item(
                    id: .filled(byte), summary: ImportList.Sealed(blob: .filled(byte), commitment: .filled(1)),
                    body: ImportList.Sealed(blob: .filled(byte), commitment: .filled(2)))
            })
    }

    private func work(_ group: TestGroup, first: Int? = nil, count: Int = 3, in circle: CircleID, generation: Int? = nil) -> Payload {
        let work = CaseImport(
            first: first ?? group.state.lastCase + 1, count: count, circle: circle,
            generation: generation ?? group.state.circles[circle]?.generation ?? 1, list: .filled(9))
        return Payload(.casesImported, .imported(work))
    }

    private func reason(
        _ group: TestGroup, _ payload: Payload, by person: TestGroup.Person = .anna, _ list: ImportList? = list(3)
    ) throws -> VoidReason? {
        var after = group
        let effect = try after.apply(payload, by: person, list: list)
        guard case .void(let reason) = effect else {
            #expect(effect == .changed(payload))
            return nil
        }
        #expect(after.cases == group.cases && after.state.lastCase == group.state.lastCase && after.state.circles == group.state.circles)
        return reason
    }

    @Test func whatItBrings() throws {
        var group = TestGroup()
        let before = group.place(caseOf: .bert)
        let circle = group.state.groupCircle
        let cases = group.state.circles[circle]?.cases
        _ = try group.apply(work(group, in: circle), by: .anna, list: Self.list(3))
        #expect(group.state.lastCase == before + 3)
        #expect(group.state.circles[circle]?.cases == cases.map { $0 + 3 })
        for place in 1...3 {
            let record = try #require(group.cases[before + place])
            #expect(record.number == before + place && record.item == .filled(UInt8(place)) && record.author == 1)
            #expect(record.state == .shared && record.version == 1 && record.notes.isEmpty && record.earlier.isEmpty)
            #expect(record.summary?.part == .summary && record.summary?.circle == circle && record.summary?.blob == .filled(UInt8(place)))
            #expect(record.body?.part == .body && record.body?.commitment == .filled(2))
            #expect(record.body?.generation == group.state.circles[circle]?.generation)
        }
        _ = try group.apply(work(group, count: 1, in: group.own(.anna)), by: .anna, list: Self.list(1))
        #expect(group.cases[before + 4]?.state == .draft)
        // What came so takes notes and edits as any other.
        let next = try group.nextVersion(of: before + 1)
        #expect(
            try group.apply(Payload(.caseChanged, .caseWritten(next)), by: .anna) == .changed(Payload(.caseChanged, .caseWritten(next))))
    }

    @Test func numbersFollowOneAnother() throws {
        var group = TestGroup()
        let last = group.place(caseOf: .anna)
        for wrong in [last, last + 2, 1] { #expect(try reason(group, work(group, first: wrong, in: group.pair)) == .number) }
        #expect(try reason(group, work(group, in: group.pair)) == nil)
    }

    @Test func sealingIsForTheSignersPresentCirclesOnly() throws {
        let group = TestGroup()
        #expect(try reason(group, work(group, in: group.pair)) == nil)
        for circle in [CircleID.random(), group.others, group.owing, group.state.logCircle, group.own(.bert)] {
            #expect(try reason(group, work(group, in: circle)) == .circle)
        }
        let present = try #require(group.state.circles[group.pair]?.generation)
        for wrong in [present - 1, present + 1] { #expect(try reason(group, work(group, in: group.pair, generation: wrong)) == .circle) }
    }

    @Test func theListIsOneAndHasAsManyCases() throws {
        let group = TestGroup()
        #expect(try reason(group, work(group, in: group.pair), nil) == .notCanonical)
        for wrong in [1, 2, 4] { #expect(try reason(group, work(group, in: group.pair), Self.list(wrong)) == .number) }
    }

    @Test func rolesAndKeys() throws {
        let group = TestGroup()
        let everyone = group.state.groupCircle
        #expect(try reason(group, work(group, in: everyone), by: .gijs) == nil)
        #expect(try reason(group, work(group, in: everyone), by: .olga) == .role)
        var after = group
        #expect(try after.apply(work(group, in: everyone), by: .anna, underReadKey: true, list: Self.list(3)) == .void(.wrongKey))
        guard case .imported(let work) = work(group, in: everyone).body else { throw TestFailure() }
        #expect(try reason(group, Payload(.casesImported, outcome: .failed, .imported(work))) == .outcome)
    }
}
