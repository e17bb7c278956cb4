import Testing
import VaultFormat
import VaultTestkit

@testable import VaultLog

/// `payload.expired`: how far it may go by the entry's own time, who may sign it, and what it leaves.
struct RetentionTests {
    private var group = TestGroup()

    /// A log of a group that keeps five years: entries 0 to 19 in September 2020, 20 to 29 in November 2021, from 30 on in 2026.
    init() throws {
        group.state.months = try [("2020-09-01", 0), ("2021-11-01", 20), ("2026-01-01", 30)].map {
            MonthBegun(month: try Day(Array($0.0.utf8)[...]), index: $0.1)
        }
        for _ in 1..<40 { group.edge.append(leaf: .filled(6)) }
    }

    private func time(_ text: String) throws -> Instant { try Instant(Array(text.utf8)[...]) }

    private func payload(from: Int = 0, before: Int, _ payloads: [Int] = [1], names: [Int] = []) -> Payload {
        Payload(.payloadExpired, .expiry(Expiry(from: from, before: before, payloads: payloads, names: names)))
    }

    /// Noon of these tests is 22 November 2026.
    @Test func wholeMonthsExpireByTheClockOfTheEntry() throws {
        for (moment, index) in [
            ("2020-09-30T00:00:00Z", 0), ("2025-09-30T23:59:59Z", 0), ("2025-10-01T00:00:00Z", 20), ("2026-11-30T23:59:59Z", 20),
            ("2026-12-01T00:00:00Z", 30), ("2031-01-31T23:59:59Z", 30), ("2031-02-01T00:00:00Z", 40), ("9999-12-31T23:59:59Z", 40),
        ] {
            #expect(group.state.ripe(at: try time(moment), size: 40) == index, "\(moment)")
            let text = group.text(time: try time(moment))
            #expect(try group.reason(payload(before: index), text: text) == nil, "\(moment)")
            #expect(try group.reason(payload(before: index + 1), text: text) == .retention, "\(moment)")
        }
    }

    @Test func theMarkGoesOnWhereItWas() throws {
        let after = try group.after(payload(before: 12))
        #expect(after.state.expired == 12)
        var rest = after.state
        (rest.expired, rest.lastTime, rest.months) = (0, group.state.lastTime, group.state.months)
        #expect(rest == group.state)
        for (from, before) in [(0, 20), (0, 12), (11, 20), (13, 20), (20, 20)] {
            #expect(try after.reason(payload(from: from, before: before, [max(from, 11)])) == .retention, "\(from) \(before)")
        }
        let last = try after.after(payload(from: 12, before: 20, [19]))
        #expect(last.state.expired == 20)
        // By a clock that has gone back nothing more goes, and nothing is undone.
        let text = last.text(time: try time("2025-01-01T00:00:00Z"))
        #expect(try last.reason(payload(from: 20, before: 21, [20]), text: text) == .retention)
        #expect(last.state.ripe(at: text.time, size: 40) < last.state.expired)
    }

    @Test func onlyNamesOfPeopleLongGone() throws {
        var group = group
        let eva = TestGroup.Person.eva.rawValue
        #expect(try group.reason(payload(before: 0, [], names: [eva])) == .retention)
        group.leaveLongAgo(.eva)
        for names in [[1], [1, eva], [eva, eva + 1], [99]] {
            #expect(try group.reason(payload(before: 0, [], names: names)) == .retention, "\(names)")
        }
        let after = try group.after(payload(before: 0, [], names: [eva]))
        #expect(after.state.members[eva - 1].nameIsErased && after.state.members.count { $0.nameIsErased } == 1)
        #expect(try after.reason(payload(before: 0, [], names: [eva])) == .retention)
        #expect(try GroupState(parsing: after.state.bytes) == after.state)
    }

    @Test func onlyMembersWithoutAnEndDate() throws {
        for person in TestGroup.Person.allCases where person != .eva {
            let expected: VoidReason? = [.anna, .sam].contains(person) ? nil : .role
            #expect(try group.reason(payload(before: 12), by: person) == expected, "\(person)")
        }
        #expect(
            try group.reason(Payload(.payloadExpired, outcome: .failed, .expiry(Expiry(from: 0, before: 2, payloads: [1], names: []))))
                == .outcome)
    }

    /// A line for each month in which something was written, void or not, so that the months follow from what everybody can read; entries
    /// that are dated back begin none.
    @Test func monthsAreCountedForward() throws {
        var group = group
        group.state.months = [MonthBegun(month: try time("2026-11-01T00:00:00Z").day, index: 0)]
        for moment in [
            "2026-11-30T23:59:59Z", "2026-10-01T00:00:00Z", "2026-12-01T00:00:00Z", "2026-12-31T00:00:00Z", "2028-02-29T00:00:00Z",
        ] {
            _ = try group.apply(Payload(.logVerified, .logRead(case: nil)), by: .anna, text: group.text(time: try time(moment)))
        }
        #expect(group.state.months.map(\.month.text) == ["2026-11-01", "2026-12-01", "2028-02-01"])
        #expect(group.state.months.map(\.index) == [0, 42, 44])
        #expect(try group.apply(.doesNotOpen, by: .anna, text: group.text(time: try time("2050-01-01T00:00:00Z"))) == .void(.doesNotOpen))
        #expect(group.state.months.map(\.month.text) == ["2026-11-01", "2026-12-01", "2028-02-01", "2050-01-01"])
    }

    /// An absent payload has no effect, and the clear half still has to be right.
    @Test func anErasedRevealChangesNothing() throws {
        var group = group
        let before = group.state
        #expect(try group.apply(.erased, by: .gijs) == .erased)
        (group.state.lastTime, group.state.months) = (before.lastTime, before.months)
        #expect(group.state == before)
        #expect(try group.apply(.erased, by: .gijs, text: group.text(roster: 3)) == .void(.roster))
        #expect(try group.apply(.erased, by: .anna, text: group.text(delivery: .filled(0x4b))) == .void(.delivery))
    }
}
