import Testing
import VaultCrypto
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `key.rewrapped`: who may wrap which key anew to whom. Each rule broken alone.
struct RewrapRulesTests {
    private let group = TestGroup()

    private func payload(_ person: TestGroup.Person, _ given: [GivenKey]) -> Payload {
        Payload(.keyRewrapped, .rewrapping(member: person.rawValue, given))
    }

    private func reason(
        to person: TestGroup.Person = .bert, _ given: [GivenKey], by signer: TestGroup.Person = .anna, in group: TestGroup? = nil
    ) throws -> VoidReason? {
        try (group ?? self.group).reason(payload(person, given), by: signer)
    }

    /// Nothing rotates, nobody comes or goes: a delivery is pending, for that member alone.
    @Test func onlyADeliveryIsPending() throws {
        let given = [group.state.logCircle, group.state.groupCircle, group.pair].sorted().map(group.givenKey)
        let after = try group.after(payload(.bert, given)).state
        var expected = group.state
        expected.deliveries = given.map {
            PendingDelivery(blob: $0.delivery, circle: $0.circle, generation: $0.generation, recipients: [group.member(.bert)])
        }
        #expect(after == expected)
        #expect(!after.owesFreshKey(group.member(.bert)))
    }

    /// What waits already stays: whoever wraps garbage anew takes nothing away.
    @Test func whatWasDeliveredBeforeStays() throws {
        var before = group
        let pending = PendingDelivery(
            blob: .filled(0x61), circle: group.pair, generation: 1, recipients: [group.member(.anna), group.member(.bert)].sorted())
        before.state.deliveries = [pending]
        let once = try before.after(payload(.bert, [group.givenKey(group.pair)]))
        let twice = try once.after(payload(.bert, [group.givenKey(group.pair)]))
        #expect(twice.state.deliveries.first == pending && twice.state.deliveries.count == 3)
    }

    @Test func theMemberIsThereAndSomebodyElse() throws {
        let given = [group.givenKey(group.state.groupCircle)]
        #expect(try reason(given) == nil)
        #expect(try reason(to: .anna, given) == .member)
        #expect(try reason(to: .eva, given) == .member)
        #expect(try group.reason(Payload(.keyRewrapped, .rewrapping(member: 99, given))) == .member)
        // Whose day is over gets nothing, also before the log says so.
        var late = group
        late.expire(.gijs)
        #expect(try reason(to: .gijs, given, in: late) == .endDate)
        #expect(try reason(to: .gijs, given) == nil)
    }

    @Test func bothAreInTheCircle() throws {
        #expect(try reason([group.givenKey(group.pair)]) == nil)
        #expect(try reason([group.givenKey(group.pair)], by: .sam) == .circle)
        #expect(try reason(to: .sam, [group.givenKey(group.pair)]) == .circle)
        #expect(try reason(to: .olga, [group.givenKey(group.state.groupCircle)]) == .circle)
        #expect(try reason(to: .olga, [group.givenKey(group.state.logCircle)]) == nil)
        #expect(try reason([group.givenKey(group.own(.anna))]) == .circle)
        #expect(try reason([group.givenKey(group.own(.bert))]) == .circle)
        #expect(try reason([group.givenKey(.random())]) == .circle)
        #expect(try reason([]) == .circle)
        // One that is wrong voids them all.
        #expect(try reason([group.pair, group.own(.bert)].sorted().map(group.givenKey)) == .circle)
    }

    /// The generation names the key, since the state has one commitment for it; an older or a later one is another key.
    @Test func itIsThePresentKey() throws {
        for generation in [2, 4] {
            #expect(try reason([GivenKey(circle: group.state.groupCircle, generation: generation, delivery: .filled(1))]) == .circle)
        }
        #expect(try reason([GivenKey(circle: group.state.groupCircle, generation: 3, delivery: .filled(1))]) == nil)
        #expect(try reason([group.givenKey(group.owing)]) == .circle)
    }

    @Test func whoeverMayRotateMayWrapAnew() throws {
        let given = [group.givenKey(group.state.groupCircle)]
        for person in [TestGroup.Person.sam, .fatima, .gijs] { #expect(try reason(given, by: person) == nil) }
        #expect(try reason([group.givenKey(group.state.logCircle)], by: .olga) == .role)
    }
}
