import Glibc

/// The time of day.
package enum Clock {
    /// Seconds since 1 January 1970, 00:00 UTC.
    package static func now() -> Int64 {
        Int64(time(nil))
    }
}
