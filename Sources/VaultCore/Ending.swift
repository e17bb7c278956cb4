package import VaultFormat
import VaultLog

/// That my own membership ends before long.
package struct Ending: Equatable, Sendable {
    /// My last day.
    package let day: Day
    /// How many cases only I can open; they go with me.
    package let drafts: Int

    /// From how many days beforehand it is said.
    static let notice = 14
}

extension Session {
    /// Said with every command in the last two weeks of a membership with an end date; nil before that and without one.
    package var ending: Ending? {
        guard let day = myself.until, day.days - surroundings.now().day.days <= Ending.notice else { return nil }
        return Ending(day: day, drafts: state.privateCircle(of: me)?.cases ?? 0)
    }
}
