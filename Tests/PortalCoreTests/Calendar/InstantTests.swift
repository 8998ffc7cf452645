import PortalCore
import Testing

/// Clock times, instants and the two changes of time a year.
struct InstantTests {
    @Test func `an instant is read with its offset and written in Paris time`() {
        let instants = [
            ("2026-11-03T12:00:00+01:00", "2026-11-03T12:00:00+01:00"), ("2026-11-03T11:00:00Z", "2026-11-03T12:00:00+01:00"),
            ("2026-07-14T00:00:00+02:00", "2026-07-14T00:00:00+02:00"), ("2026-12-31T23:30:00Z", "2027-01-01T00:30:00+01:00"),
            ("2026-11-03T05:30:00-05:30", "2026-11-03T12:00:00+01:00"), ("1960-01-01T00:00:00+01:00", "1960-01-01T00:00:00+01:00"),
        ]
        for (text, paris) in instants { #expect(Instant(rfc3339: text)?.rfc3339 == paris) }
        #expect(Instant(rfc3339: "1970-01-01T00:00:00Z")?.seconds == 0)
    }

    @Test func `what is not an instant is refused`() {
        let wrong = [
            "", "2026-11-03", "2026-11-03T12:00:00", "2026-11-03 12:00:00Z", "2026-11-03T12:00Z", "2026-11-03T24:00:00Z", "2026-11-03T12:60:00Z",
            "2026-11-03T12:00:60Z", "2026-11-03T12:00:+5Z", "2026-11-03T12:00:-0Z", "2026-11-03T12:00:00.5Z", "2026-11-03T12:00:00+1:00",
            "2026-11-03T12:00:00+24:00", "2026-11-03T12:00:00+01:60", "2026-11-03T12:00:00Zx", "2026-02-30T12:00:00Z", "2026-11-03T1٢:00:00Z",
        ]
        for text in wrong { #expect(Instant(rfc3339: text) == nil, "\(text)") }
    }

    @Test func `clocks change on the last Sundays of March and October, at 01:00 UTC`() throws {
        let changes = [
            "2024-03-31", "2024-10-27", "2025-03-30", "2025-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31", "2028-03-26",
            "2028-10-29",
        ]
        for text in changes {
            let day = try #require(CivilDate(iso: text))
            let spring = day.month == 3
            let change = Instant(seconds: Int64(day.dayNumber) * 86_400 + 3600)
            #expect(ParisTime.reading(change.adding(seconds: -1)).offsetHours == (spring ? 1 : 2))
            #expect(ParisTime.reading(change).offsetHours == (spring ? 2 : 1))
            let length = ParisTime.instant(day.adding(days: 1), at: .midnight).seconds - ParisTime.instant(day, at: .midnight).seconds
            #expect(length == (spring ? 23 : 25) * 3600)
        }
    }

    @Test func `a skipped time falls an hour later, a repeated one is its first`() throws {
        let time = try #require(CivilTime(clock: "02:30"))
        #expect(ParisTime.instant(try #require(CivilDate(iso: "2027-03-28")), at: time).rfc3339 == "2027-03-28T03:30:00+02:00")
        #expect(ParisTime.instant(try #require(CivilDate(iso: "2027-10-31")), at: time).rfc3339 == "2027-10-31T02:30:00+02:00")
        #expect(ParisTime.instant(try #require(CivilDate(iso: "2026-10-25")), at: time).rfc3339 == "2026-10-25T02:30:00+02:00")
    }

    @Test func `what a clock shows leads back to the instant, but for the hour that comes twice`() throws {
        var instant = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
        for _ in 0..<(3 * 8766) {
            let shown = ParisTime.reading(instant)
            let back = ParisTime.instant(shown.date, at: shown.time, second: shown.second)
            let isRepeated = shown.time.hour == 2 && shown.date.month == 10 && shown.offsetHours == 1 && back == instant.adding(hours: -1)
            if back != instant && !isRepeated { Issue.record("\(instant) leads to \(back)") }
            if Instant(rfc3339: instant.rfc3339) != instant { Issue.record("\(instant) does not read back") }
            instant = instant.adding(seconds: 3607)
        }
    }

    @Test func `instants are written in French`() throws {
        let instant = try #require(Instant(rfc3339: "2026-11-03T09:05:59Z"))
        #expect(instant.french == "mardi 3 novembre 2026 à 10\u{A0}h\u{A0}05")
        #expect(instant.frenchNumeric == "03/11/2026 à 10:05")
    }

    @Test func `a clock time is read to the minute, up to 24:00`() {
        for (text, minutes) in [("0:00", 0), ("9:30", 570), ("09:30", 570), ("23:59", 1439), ("24:00", 1440)] {
            #expect(CivilTime(clock: text)?.minutes == minutes)
        }
        for text in ["", "9", "9:3", "24:01", "25:00", "12:60", "+9:30", "9:+3", "009:30", "9:30:00", " 9:30"] {
            #expect(CivilTime(clock: text) == nil)
        }
        #expect(CivilTime(clock: "9:05")?.clock == "09:05")
        #expect(CivilTime(clock: "09:05")?.french == "9\u{A0}h\u{A0}05")
    }
}
