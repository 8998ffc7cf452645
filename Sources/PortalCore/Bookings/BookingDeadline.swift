/// Délai de prévenance: the latest moment at which a day may be booked or cancelled.
///
/// The algebra covers every règlement found in the field: relative to the day, to its week, to its month, to its session, or absolute.
package indirect enum BookingDeadline: Hashable, Sendable {
    /// No notice at all: up to the day itself.
    case none
    /// So many counted days before the day, at a time. A day that is skipped does not count.
    case daysBefore(Int, at: CivilTime, skipping: SkippedDays)
    /// So many elapsed hours before the unit starts.
    case hoursBefore(Int)
    /// A weekday of the same week (0), the week before (1), and so on, at a time.
    case weekday(Weekday, weeksBefore: Int, at: CivilTime)
    /// For each weekday booked, its own limit.
    case weekdayTable([Weekday: WeekdayLimit])
    /// A day of the previous month (clipped to that month's length), at a time.
    case dayOfPreviousMonth(Int, at: CivilTime)
    /// So many days or weeks before the first open day of the session.
    case beforeSession(SessionNotice, at: CivilTime)
    /// One date for all: the end of a booking window.
    case absolute(CivilDate, at: CivilTime)
    /// No notice for bookings made until a day of the school year that the booked day belongs to, then another rule.
    case openUntil(MonthDay, then: BookingDeadline)
}

/// The days that do not count when a deadline counts back.
package struct SkippedDays: Hashable, Sendable {
    package var weekdays: Set<Weekday>
    package var publicHolidays: Bool
    package var schoolHolidays: Bool
    package var closedDays: Bool

    package init(weekdays: Set<Weekday> = [], publicHolidays: Bool = false, schoolHolidays: Bool = false, closedDays: Bool = false) {
        self.weekdays = weekdays
        self.publicHolidays = publicHolidays
        self.schoolHolidays = schoolHolidays
        self.closedDays = closedDays
    }
}

/// "vendredi de la semaine précédente à 9 h".
package struct WeekdayLimit: Hashable, Sendable {
    package let weekday: Weekday
    package let weeksBefore: Int
    package let time: CivilTime

    package init(weekday: Weekday, weeksBefore: Int, time: CivilTime) {
        self.weekday = weekday
        self.weeksBefore = weeksBefore
        self.time = time
    }
}

/// The notice before a session's first open day.
package enum SessionNotice: Hashable, Sendable {
    case days(Int)
    case weeks(Int)
}

/// A day of every year: "30 septembre".
package struct MonthDay: Hashable, Sendable {
    package let month: Int
    package let day: Int

    /// nil when no year has that day (29 February is allowed and clipped in other years).
    package init?(month: Int, day: Int) {
        guard (1...12).contains(month), (1...CivilDate.days(inMonth: month, of: 2024)).contains(day) else { return nil }
        self.month = month
        self.day = day
    }
}
