import Testing
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// What a search may say it showed.
struct SearchRulesTests {
    private func reason(_ group: TestGroup, _ hits: [Hit], by person: TestGroup.Person) throws -> VoidReason? {
        var after = group
        let payload = Payload(.searched, .searched(hits))
        let effect = try after.apply(payload, by: person)
        #expect(after.cases == group.cases)
        guard case .void(let reason) = effect else {
            #expect(effect == .witnessed(payload))
            return nil
        }
        return reason
    }

    private func hit(_ number: Int, _ part: Part, _ notes: [Int] = []) -> Hit { Hit(case: number, part: part, notes: notes) }

    @Test func itNamesWhatItsSignerMayOpen() throws {
        var group = TestGroup()
        let draft = group.place(caseOf: .anna, in: group.own(.anna), state: .draft)
        let pitched = group.place(caseOf: .anna)
        let inPair = group.part(.body, in: group.pair)
        group.cases[pitched]?.body = inPair
        let closed = group.place(caseOf: .anna, state: .closed)
        #expect(try reason(group, [], by: .gijs) == nil)
        #expect(try reason(group, [hit(draft, .body, [1]), hit(closed, .summary)], by: .anna) == nil)
        #expect(try reason(group, [hit(draft, .body, [1])], by: .bert) == .circle)
        #expect(try reason(group, [hit(draft, .summary)], by: .bert) == .circle)
        #expect(try reason(group, [hit(pitched, .summary)], by: .gijs) == nil)
        #expect(try reason(group, [hit(pitched, .body)], by: .gijs) == .circle)
        #expect(try reason(group, [hit(pitched, .summary, [1])], by: .gijs) == .circle)
        #expect(try reason(group, [hit(pitched, .summary, [1])], by: .bert) == nil)
    }

    @Test func itNamesWhatIsThere() throws {
        var group = TestGroup()
        let number = group.place(caseOf: .anna)
        #expect(try reason(group, [hit(number, .body, [1])], by: .bert) == nil)
        #expect(try reason(group, [hit(number, .body, [1, 2])], by: .bert) == .unknownItem)
        // One that is wrong makes all of it void.
        #expect(try reason(group, [hit(number, .body), hit(number + 1, .body)], by: .bert) == .unknownItem)
        group.cases[number]?.state = .erased
        #expect(try reason(group, [hit(number, .summary)], by: .bert) == .unknownItem)
    }

    @Test func itNamesTheCasesThatHaveToBeLoaded() {
        #expect(Replay.casesNamed(in: Payload(.searched, .searched([hit(2, .body), hit(7, .summary)]))) == [2, 7])
        #expect(Replay.caseNamed(in: Payload(.searched, .searched([hit(2, .body)]))) == nil)
        #expect(Replay.casesNamed(in: Payload(.logVerified, .logRead(case: nil))) == [])
    }
}
