package import VaultFormat
import VaultLog

/// That my own membership ends before long and takes text along.
package struct Ending: Equatable, Sendable {
    /// My last day.
    package let day: Day
    /// In how many cases there is text that only I can open; it goes with me.
    package let cases: Int

    /// From how many days beforehand it is said.
    static let notice = 14
}

extension Session {
    /// Said with every command in the last two weeks of a membership with an end date, as long as there is text that would go; else nil.
    package func ending() throws -> Ending? {
        guard let day = myself.until, day.days - surroundings.now().day.days <= Ending.notice else { return nil }
        let mine = Set(state.circles.values.filter { $0.members == [me] }.map(\.id))
        var cases = 0
        try eachCase { entry in
            if entry.record.parts.contains(where: { mine.contains($0.facts.circle) }) { cases += 1 }
        }
        return cases > 0 ? Ending(day: day, cases: cases) : nil
    }
}
