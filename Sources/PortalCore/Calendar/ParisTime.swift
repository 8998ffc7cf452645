/// Legal time in metropolitan France: UTC+1, UTC+2 from the last Sunday of March to the last Sunday of October,
/// changing at 01:00 UTC (directive 2000/84/EC).
package enum ParisTime {
    /// A civil date and time of day as clocks in Paris show them at an instant.
    package struct Reading: Hashable, Sendable {
        package let date: CivilDate
        package let time: CivilTime
        /// 0...59.
        package let second: Int
        /// Hours ahead of UTC: 1 in winter, 2 in summer.
        package let offsetHours: Int
    }

    /// The instant at which clocks in Paris show a date and time.
    ///
    /// A time that the change to summer skips (02:00...02:59) is read with the winter offset, so it falls one hour later;
    /// a time that the change to winter repeats is its first occurrence, the earlier and safer reading of a deadline.
    package static func instant(_ date: CivilDate, at time: CivilTime, second: Int = 0) -> Instant {
        let wall = Int64(date.dayNumber) * 86_400 + Int64(time.minutes) * 60 + Int64(second)
        let summer = Instant(seconds: wall - 7200)
        return offsetHours(at: summer) == 2 ? summer : Instant(seconds: wall - 3600)
    }

    /// What clocks in Paris show at an instant.
    package static func reading(_ instant: Instant) -> Reading {
        let offset = offsetHours(at: instant)
        let wall = instant.seconds + Int64(offset) * 3600
        let day = wall >= 0 ? wall / 86_400 : (wall - 86_399) / 86_400
        let second = Int(wall - day * 86_400)
        return Reading(
            date: CivilDate(dayNumber: Int(day)),
            time: CivilTime(minutes: second / 60) ?? .midnight,
            second: second % 60,
            offsetHours: offset
        )
    }

    /// The civil date in Paris at an instant.
    package static func date(_ instant: Instant) -> CivilDate { reading(instant).date }

    private static func offsetHours(at instant: Instant) -> Int {
        let utcDay = instant.seconds >= 0 ? instant.seconds / 86_400 : (instant.seconds - 86_399) / 86_400
        let year = CivilDate(dayNumber: Int(utcDay)).year
        return instant >= change(month: 3, of: year) && instant < change(month: 10, of: year) ? 2 : 1
    }

    /// 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(month: Int, of year: Int) -> Instant {
        let last = CivilDate(year: year, month: month, day: 31) ?? CivilDate(dayNumber: 0)
        let sunday = last.adding(days: -(last.weekday.rawValue % 7))
        return Instant(seconds: Int64(sunday.dayNumber) * 86_400 + 3600)
    }
}
