/// A moment in whole seconds, written `2026-11-22T10:00:00Z` (RFC 3339, UTC, one spelling).
package struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, between the years 1970 and 9999.
    package let seconds: Int64

    private static let last: Int64 = 253_402_300_799

    /// Seconds outside 1970...9999 are moved to the nearer bound: a wrong clock must not stop a command.
    package init(seconds: Int64) { self.seconds = min(max(seconds, 0), Self.last) }

    /// Reads the one spelling; 30 February, a leap second, another offset and years before 1970 throw ``FormatError/time``.
    package init(_ text: ArraySlice<UInt8>) throws(FormatError) {
        let t = Array(text)
        guard t.count == 20, t[10] == 0x54, t[13] == 0x3a, t[16] == 0x3a, t[19] == 0x5a else { throw .time }
        let day = try Day(t[0..<10])
        let hour = try number(t[11..<13]), minute = try number(t[14..<16]), second = try number(t[17..<19])
        guard hour < 24, minute < 60, second < 60, day.days >= 0 else { throw .time }
        seconds = Int64(day.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    /// The one spelling.
    package var text: String {
        let rest = Int(seconds % 86_400)
        return day.text + "T" + padded(rest / 3600, 2) + ":" + padded(rest / 60 % 60, 2) + ":" + padded(rest % 60, 2) + "Z"
    }

    /// The UTC calendar day of this moment.
    package var day: Day { Day(days: Int(seconds / 86_400)) }

    /// Earlier is less.
    package static func < (left: Instant, right: Instant) -> Bool { left.seconds < right.seconds }
}

/// A UTC calendar day, written `2026-11-22`.
package struct Day: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01.
    package let days: Int

    init(days: Int) { self.days = days }

    /// Reads `YYYY-MM-DD`; a day the calendar does not have throws ``FormatError/time``.
    package init(_ text: ArraySlice<UInt8>) throws(FormatError) {
        let t = Array(text)
        guard t.count == 10, t[4] == 0x2d, t[7] == 0x2d else { throw .time }
        let year = try number(t[0..<4]), month = try number(t[5..<7]), day = try number(t[8..<10])
        guard year >= 1, (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, in: year) else { throw .time }
        days = Day.dayNumber(year: year, month: month, day: day)
    }

    /// `YYYY-MM-DD`.
    package var text: String {
        let (year, month, day) = civil
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }

    /// Year, month 1...12 and day of month 1...31 in the proleptic Gregorian calendar.
    package var civil: (year: Int, month: Int, day: Int) {
        let z = days + 719_468
        let era = (z >= 0 ? z : z - 146_096) / 146_097
        let dayOfEra = z - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }

    /// The first day of its month.
    package var firstOfMonth: Day { Day(days: days - civil.day + 1) }

    /// The first day of its month, that many years earlier.
    package func firstOfMonth(yearsBefore years: Int) -> Day {
        let (year, month, _) = civil
        return Day(days: Day.dayNumber(year: year - years, month: month, day: 1))
    }

    /// Earlier is less.
    package static func < (left: Day, right: Day) -> Bool { left.days < right.days }

    private static func length(ofMonth month: Int, in year: Int) -> Int {
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        return month == 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
    }

    /// Howard Hinnant's days-from-civil, in integers.
    private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
        let y = month <= 2 ? year - 1 : year
        let era = (y >= 0 ? y : y - 399) / 400
        let yearOfEra = y - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}

private func number(_ digits: ArraySlice<UInt8>) throws(FormatError) -> Int {
    var value = 0
    for digit in digits {
        guard (0x30...0x39).contains(digit) else { throw .time }
        value = value * 10 + Int(digit - 0x30)
    }
    return value
}

private func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
