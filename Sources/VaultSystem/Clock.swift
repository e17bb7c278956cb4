import Glibc

/// The time of day.
package enum Clock {
    /// Seconds since 1 January 1970, 00:00 UTC.
    package static func now() -> Int64 {
        Int64(time(nil))
    }
}

/// How far the clocks of a place are from UTC.
package struct ClockOffset: Equatable, Sendable {
    /// Seconds that they are ahead.
    package let seconds: Int64
    /// What the place calls its time, as `CET`.
    package let name: String

    /// Puts them together.
    package init(seconds: Int64, name: String) {
        self.seconds = seconds
        self.name = name
    }

    /// UTC itself.
    package static let utc = ClockOffset(seconds: 0, name: "UTC")

    /// Of this computer at that moment, in seconds since 1 January 1970, 00:00 UTC. What cannot be known is UTC.
    package static func here(at moment: Int64) -> ClockOffset {
        var time = time_t(moment)
        var parts = unsafe tm()
        guard unsafe localtime_r(&time, &parts) != nil, let name = unsafe parts.tm_zone else { return .utc }
        return ClockOffset(seconds: unsafe Int64(parts.tm_gmtoff), name: unsafe String(cString: name))
    }
}

/// How long this computer runs already, by two clocks that nobody can set.
package struct UpTime: Equatable, Sendable {
    /// Milliseconds that it was awake (CLOCK_MONOTONIC).
    package let awake: Int64
    /// Milliseconds with those that it slept (CLOCK_BOOTTIME).
    package let all: Int64

    /// Takes both.
    package init(awake: Int64, all: Int64) {
        self.awake = awake
        self.all = all
    }

    /// As it is.
    package static func now() -> UpTime {
        UpTime(awake: milliseconds(CLOCK_MONOTONIC), all: milliseconds(CLOCK_BOOTTIME))
    }

    private static func milliseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        _ = unsafe clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
