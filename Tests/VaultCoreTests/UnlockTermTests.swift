import Testing
import VaultSystem

@testable import VaultCore

/// When an agent locks: by what two clocks say and nothing else. No test waits.
struct UnlockTermTests {
    private static let minute: Int64 = 60_000
    private static let hour: Int64 = 3_600_000

    private func at(_ milliseconds: Int64, asleep: Int64 = 0) -> UpTime {
        UpTime(awake: 1_000_000 + milliseconds, all: 1_500_000 + milliseconds + asleep)
    }

    private func term(idle: Int64 = UnlockTerm.usualIdle) -> UnlockTerm { UnlockTerm(idle: idle, now: at(0)) }

    @Test func aQuarterWithoutUse() {
        #expect(term().end(at: at(0)) == nil)
        #expect(term().end(at: at(15 * Self.minute - 1)) == nil)
        #expect(term().end(at: at(15 * Self.minute)) == .idle)
    }

    @Test func useBeginsTheIdleTimeAgain() {
        var term = term()
        for quarter in 1...20 {
            let now = at(Int64(quarter) * 14 * Self.minute)
            #expect(term.end(at: now) == nil)
            term.use(at: now)
        }
        #expect(term.end(at: at(20 * 14 * Self.minute + 15 * Self.minute)) == .idle)
    }

    @Test func eightHoursWhateverHappens() {
        var term = term()
        for minutes in stride(from: Int64(10), to: 480, by: 10) { term.use(at: at(minutes * Self.minute)) }
        #expect(term.end(at: at(8 * Self.hour - 1)) == nil)
        #expect(term.end(at: at(8 * Self.hour)) == .tooLong)
        #expect(UnlockTerm(idle: 100 * 3600, now: at(0)).idle == UnlockTerm.most, "no idle time is longer")
    }

    @Test func sleepLocks() {
        #expect(term().end(at: at(Self.minute, asleep: 1000)) == nil)
        #expect(term().end(at: at(Self.minute, asleep: 1001)) == .slept)
        var used = term()
        used.use(at: at(Self.minute, asleep: 900))
        #expect(used.end(at: at(2 * Self.minute, asleep: 1001)) == .slept, "naps add up")
    }

    @Test func aClockThatGoesBackLocks() {
        var term = term()
        term.use(at: at(Self.minute))
        #expect(term.end(at: at(Self.minute - 1)) == .clock)
        #expect(term.end(at: UpTime(awake: 0, all: 0)) == .clock)
    }

    @Test func whatIsLeft() {
        var term = term()
        #expect(term.left(at: at(0)) == UnlockTerm.Left(idle: 900, most: 28_800))
        #expect(term.left(at: at(1)) == UnlockTerm.Left(idle: 900, most: 28_800), "rounded up")
        #expect(term.left(at: at(Self.minute)) == UnlockTerm.Left(idle: 840, most: 28_740))
        #expect(term.left(at: at(15 * Self.minute)) == UnlockTerm.Left(idle: 0, most: 0))
        term.use(at: at(8 * Self.hour - 10_000))
        #expect(term.left(at: at(8 * Self.hour - 10_000)) == UnlockTerm.Left(idle: 10, most: 10))
    }
}
