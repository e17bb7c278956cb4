import Testing
import VaultFormat

/// Times against an independent walk through the calendar.
@Suite struct InstantTests {
    private func instant(_ text: String) throws(FormatError) -> Instant { try Instant(Array(text.utf8)[...]) }
    private func day(_ text: String) throws(FormatError) -> Day { try Day(Array(text.utf8)[...]) }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0), ("2000-02-29T12:30:15Z", 951_827_415), ("2026-11-22T10:00:00Z", 1_795_341_600),
        ("2038-01-19T03:14:08Z", 2_147_483_648), ("9999-12-31T23:59:59Z", 253_402_300_799),
    ])
    func knownTimes(text: String, seconds: Int64) throws {
        #expect(try instant(text).seconds == seconds)
        #expect(Instant(seconds: seconds).text == text)
    }

    @Test func everyDayOfFourCenturiesComesBack() throws {
        // The Gregorian calendar repeats after 400 years; this walk counts days without the arithmetic under test.
        var number = 0
        for year in 1970..<2370 {
            let leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
            for (month, length) in [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated() {
                for date in 1...length {
                    let text = two(year / 100) + two(year % 100) + "-" + two(month + 1) + "-" + two(date)
                    let read = try day(text)
                    #expect(read.days == number && read.text == text)
                    #expect(Instant(seconds: Int64(number) * 86_400 + 86_399).day == read)
                    number += 1
                }
                #expect(throws: FormatError.time) {
                    try day(two(year / 100) + two(year % 100) + "-" + two(month + 1) + "-" + two(length + 1))
                }
            }
        }
        #expect(number == 146_097)
    }

    @Test func daysBeforeTheEpochAreDaysButNotTimes() throws {
        #expect(try day("1969-12-31").days == -1)
        #expect(try day("0001-01-01").days == -719_162)
        #expect(try day("0001-01-01").text == "0001-01-01")
        #expect(throws: FormatError.time) { try instant("1969-12-31T23:59:59Z") }
    }

    @Test func everySeventhSecondOfADayComesBack() throws {
        for second in stride(from: 0, to: 86_400, by: 7) {
            let time = Instant(seconds: 951_782_400 + Int64(second))
            #expect(try instant(time.text) == time)
        }
    }

    @Test(arguments: [
        "2026-02-30", "2026-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32", "0000-01-01",
        "2026-1-01", "2026-01-1",
        "26-01-01", "02026-01-01", "2026/01/01", "2026-01-01 ", " 2026-01-01", "+026-01-01", "-001-01-01", "2026-0a-01", "2026-01-0１", "",
        "20260101",
    ])
    func daysTheCalendarDoesNotHave(text: String) {
        #expect(throws: FormatError.time) { try day(text) }
        #expect(throws: FormatError.time) { try instant(text + "T00:00:00Z") }
    }

    @Test(arguments: [
        "2026-11-22T24:00:00Z", "2026-11-22T23:60:00Z", "2016-12-31T23:59:60Z", "2026-11-22T10:00:00z", "2026-11-22t10:00:00Z",
        "2026-11-22 10:00:00Z",
        "2026-11-22T10:00:00", "2026-11-22T10:00:00+00:00", "2026-11-22T10:00:00.0Z", "2026-11-22T10:00Z", "2026-11-22T1:00:00Z",
        "2026-11-22T-1:00:00Z",
        "2026-11-22T10:00:00ZZ", "2026-11-22T10-00-00Z",
    ])
    func otherSpellingsOfATime(text: String) {
        #expect(throws: FormatError.time) { try instant(text) }
    }

    @Test func aWrongClockIsMovedToTheNearerBound() {
        #expect(Instant(seconds: .min).text == "1970-01-01T00:00:00Z")
        #expect(Instant(seconds: -1).text == "1970-01-01T00:00:00Z")
        #expect(Instant(seconds: .max).text == "9999-12-31T23:59:59Z")
    }

    @Test func earlierIsLess() throws {
        #expect(try instant("2026-11-22T10:00:00Z") < instant("2026-11-22T10:00:01Z"))
        #expect(try day("2026-11-22") < day("2026-11-23"))
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
