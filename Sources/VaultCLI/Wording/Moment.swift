import VaultFormat
import VaultSystem

/// A moment as the clocks of one place show it.
struct Moment: Sentence {
    /// The day there.
    let day: Day
    /// `11:05`
    let clock: String
    /// What the place calls its time: `CET`.
    let zone: String

    /// By the clock of this computer, or another.
    init(_ time: Instant, _ offset: ClockOffset? = nil) {
        let offset = offset ?? .here(at: time.seconds)
        let there = Instant(seconds: time.seconds + offset.seconds)
        day = there.day
        clock = String(there.text.dropFirst(11).prefix(5))
        zone = offset.name
    }

    /// `22 november 2026 om 11:05 CET`
    var dutch: String { "\(day.dutch) om \(clock) \(zone)" }
    /// `22 November 2026 at 11:05 CET`
    var english: String { "\(day.english) at \(clock) \(zone)" }
    /// `2026-11-22 11:05`, for columns; the heading says the zone.
    var short: String { "\(day.text) \(clock)" }

    /// Moments below one another, and the zone for the heading above them. Where the clock was changed meanwhile there is no such zone and
    /// each says its own, so that none seems to come before the one above it.
    static func column(_ times: [Instant], _ offset: (Int64) -> ClockOffset = ClockOffset.here) -> (zone: String?, rows: [String]) {
        let moments = times.map { Moment($0, offset($0.seconds)) }
        let zones = Set(moments.map(\.zone))
        guard zones.count > 1 else { return (zones.first ?? ClockOffset.utc.name, moments.map(\.short)) }
        return (nil, moments.map { "\($0.short) \($0.zone)" })
    }
}

/// Told to somebody at this computer, by its clock. What outsiders read elsewhere is told with ``utc``.
extension Instant: Sentence {
    var dutch: String { Moment(self).dutch }
    var english: String { Moment(self).english }

    /// By the clock that is the same everywhere.
    var utc: Moment { Moment(self, .utc) }
}
