/// A day of the Gregorian calendar, as written on a wall: no time, no time zone.
///
/// Stored as days since 1 January 1970, so that comparing and adding days are integer operations.
package struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1 January 1970 (negative before).
    package let dayNumber: Int

    package init(dayNumber: Int) {
        self.dayNumber = dayNumber
    }

    /// The day of a year, month (1...12) and day; nil when the calendar has no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= CivilDate.days(inMonth: month, of: year)
        else { return nil }
        self.init(validYear: year, month: month, day: day)
    }

    /// The day of a month, or the month's last day when the month is shorter. Months outside 1...12 carry into other years.
    package init(year: Int, month: Int, dayAtMost day: Int) {
        let months = year * 12 + month - 1
        let monthIndex = (months % 12 + 12) % 12
        let carriedYear = (months - monthIndex) / 12
        let length = CivilDate.days(inMonth: monthIndex + 1, of: carriedYear)
        self.init(validYear: carriedYear, month: monthIndex + 1, day: min(max(day, 1), length))
    }

    /// Year, month (1...12) and day (1...31). Howard Hinnant's `civil_from_days`.
    package var components: (year: Int, month: Int, day: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    package var year: Int { components.year }
    package var month: Int { components.month }
    package var day: Int { components.day }

    package var weekday: Weekday {
        // 1 January 1970 was a Thursday.
        let offset = ((dayNumber + 3) % 7 + 7) % 7
        return Weekday(rawValue: offset + 1) ?? .monday
    }

    /// The Monday of this day's ISO week.
    package var mondayOfWeek: CivilDate { adding(days: 1 - weekday.rawValue) }

    package func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

    /// Whole days from another day to this one.
    package func days(since other: CivilDate) -> Int { dayNumber - other.dayNumber }

    /// 28 to 31.
    package static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    package static func < (left: CivilDate, right: CivilDate) -> Bool { left.dayNumber < right.dayNumber }

    /// Howard Hinnant's `days_from_civil`; the caller has checked the parts.
    private init(validYear: Int, month: Int, day: Int) {
        let year = month <= 2 ? validYear - 1 : validYear
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        dayNumber = era * 146_097 + dayOfEra - 719_468
    }
}

/// Days are counted one by one: `first...last` can be walked through.
extension CivilDate: Strideable {
    package func distance(to other: CivilDate) -> Int { other.days(since: self) }
    package func advanced(by days: Int) -> CivilDate { adding(days: days) }
}
