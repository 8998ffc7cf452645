extension BookingDeadline {
    /// The latest moment at which a day may still be booked or cancelled under this rule. Never after the end of the booked day.
    package func limit(for booked: BookedDay, in calendar: SchoolCalendar) -> DeadlineLimit {
        guard let moment = moment(for: booked, in: calendar) else { return .none }
        return .until(min(moment, booked.end))
    }

    /// Whether the limit depends on the session's first day, so that the activity needs sessions.
    package var countsFromSession: Bool {
        switch self {
        case .beforeSession: true
        case .openUntil(_, let then): then.countsFromSession
        default: false
        }
    }

    /// The limit before it is held to the booked day; nil when there is none.
    private func moment(for booked: BookedDay, in calendar: SchoolCalendar) -> Instant? {
        switch self {
        case .none:
            return nil
        case .daysBefore(let count, let time, let skipped):
            return DeadlineLimit.moment(skipped.day(count, before: booked.date, in: calendar), at: time)
        case .hoursBefore(let hours):
            // Hours that pass, not hours on the clock: 72 hours across a change of time are still 72.
            return ParisTime.instant(booked.date, at: booked.startsAt).adding(hours: -hours)
        case .weekday(let weekday, let weeksBefore, let time):
            return WeekdayLimit(weekday: weekday, weeksBefore: weeksBefore, time: time).moment(forWeekOf: booked.date)
        case .weekdayTable(let table):
            return BookingDeadline.moment(in: table, for: booked.date)
        case .dayOfPreviousMonth(let day, let time):
            let (year, month, _) = booked.date.components
            return DeadlineLimit.moment(CivilDate(year: year, month: month - 1, dayAtMost: day), at: time)
        case .beforeSession(let notice, let time):
            let start = min(booked.sessionFirstDay ?? booked.date, booked.date)
            return DeadlineLimit.moment(start.adding(days: -notice.days), at: time)
        case .absolute(let day, let time):
            return DeadlineLimit.moment(day, at: time)
        case .openUntil(let lastOpenDay, let then):
            guard let usual = then.moment(for: booked, in: calendar) else { return nil }
            let evening = DeadlineLimit.moment(calendar.schoolYear(containing: booked.date).date(of: lastOpenDay), at: .endOfDay)
            return max(usual, min(evening, booked.end))
        }
    }

    /// The row of the booked weekday; for a weekday without one, the limit of the nearest day before it that has one.
    private static func moment(in table: [Weekday: WeekdayLimit], for date: CivilDate) -> Instant? {
        for daysBack in 0..<7 {
            let day = date.adding(days: -daysBack)
            if let row = table[day.weekday] { return row.moment(forWeekOf: day) }
        }
        return nil
    }
}

extension WeekdayLimit {
    /// The limit for days of the ISO week (Monday to Sunday) of a date.
    fileprivate func moment(forWeekOf date: CivilDate) -> Instant {
        let monday = date.mondayOfWeek.adding(days: -7 * weeksBefore)
        return DeadlineLimit.moment(monday.adding(days: weekday.rawValue - 1), at: time)
    }
}

extension SessionNotice {
    fileprivate var days: Int {
        switch self {
        case .days(let count): count
        case .weeks(let count): 7 * count
        }
    }
}

extension SkippedDays {
    /// Ten years: where counting back stops when a calendar leaves nothing to count.
    private static let furthest = 3660

    /// Whether a day is passed over when counting back.
    package func contains(_ day: CivilDate, in calendar: SchoolCalendar) -> Bool {
        weekdays.contains(day.weekday)
            || publicHolidays && calendar.publicHoliday(on: day) != nil
            || schoolHolidays && calendar.schoolHoliday(on: day) != nil
            || closedDays && calendar.plannedClosure(on: day) != nil
    }

    /// Steps back from a day until so many counted days were met; zero is the day itself, counted or not.
    fileprivate func day(_ count: Int, before date: CivilDate, in calendar: SchoolCalendar) -> CivilDate {
        var day = date
        var remaining = count
        while remaining > 0, date.days(since: day) < SkippedDays.furthest {
            day = day.adding(days: -1)
            if !contains(day, in: calendar) { remaining -= 1 }
        }
        return day
    }
}
