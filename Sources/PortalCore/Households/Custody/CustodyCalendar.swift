/// Where a child of two households lives on each day (garde alternée): that household books for it, and owes it.
package struct CustodyCalendar: Hashable, Sendable {
    /// Has the child from the change day of each even ISO week to the eve of the next change day.
    package let evenWeeks: Identifier<Household>
    package let oddWeeks: Identifier<Household>
    /// The weekday on which the child changes homes; it already belongs to the new one.
    package let changeDay: Weekday
    /// Who has the first half of the school holidays that begin in an even year; nil when the weeks go on through holidays.
    package let firstHalfInEvenYears: Identifier<Household>?
    /// In order of their first day; they win over everything else.
    package let exceptions: [CustodyException]

    package init(
        evenWeeks: Identifier<Household>,
        oddWeeks: Identifier<Household>,
        changeDay: Weekday,
        firstHalfInEvenYears: Identifier<Household>?,
        exceptions: [CustodyException] = []
    ) {
        self.evenWeeks = evenWeeks
        self.oddWeeks = oddWeeks
        self.changeDay = changeDay
        self.firstHalfInEvenYears = firstHalfInEvenYears
        self.exceptions = exceptions.sorted { $0.days.lowerBound < $1.days.lowerBound }
    }

    /// The same rhythm with these exceptions.
    func with(_ exceptions: [CustodyException]) -> CustodyCalendar {
        CustodyCalendar(
            evenWeeks: evenWeeks,
            oddWeeks: oddWeeks,
            changeDay: changeDay,
            firstHalfInEvenYears: firstHalfInEvenYears,
            exceptions: exceptions
        )
    }

    /// The household that has the child on a day.
    package func household(on day: CivilDate, in calendar: SchoolCalendar) -> Identifier<Household> {
        if let exception = exceptions.first(where: { $0.days.contains(day) }) { return exception.household }
        if let firstHalfInEvenYears, let holiday = calendar.schoolHoliday(on: day), holiday.isShared {
            let hasFirstHalf = holiday.firstDay.year.isMultiple(of: 2) ? firstHalfInEvenYears : other(than: firstHalfInEvenYears)
            return holiday.isFirstHalf(day) ? hasFirstHalf : other(than: hasFirstHalf)
        }
        let sinceChange = (day.weekday.rawValue - changeDay.rawValue + 7) % 7
        return day.adding(days: -sinceChange).isoWeek.isMultiple(of: 2) ? evenWeeks : oddWeeks
    }

    /// Runs of days in the same household.
    package func spans(over days: ClosedRange<CivilDate>, in calendar: SchoolCalendar) -> [CustodySpan] {
        days.reduce(into: []) { spans, day in
            let household = household(on: day, in: calendar)
            if let last = spans.last, last.household == household {
                spans[spans.count - 1] = CustodySpan(days: last.days.lowerBound...day, household: household)
            } else {
                spans.append(CustodySpan(days: day...day, household: household))
            }
        }
    }

    private func other(than household: Identifier<Household>) -> Identifier<Household> { household == evenWeeks ? oddWeeks : evenWeeks }
}

/// Days that differ from the rhythm: an exchanged weekend, a birthday.
package struct CustodyException: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    package let household: Identifier<Household>

    package init(days: ClosedRange<CivilDate>, household: Identifier<Household>) {
        self.days = days
        self.household = household
    }
}

/// A run of days in one household.
package struct CustodySpan: Hashable, Sendable {
    package let days: ClosedRange<CivilDate>
    package let household: Identifier<Household>

    package init(days: ClosedRange<CivilDate>, household: Identifier<Household>) {
        self.days = days
        self.household = household
    }
}

extension SchoolHoliday {
    /// Holidays of a week or more are shared by halves; a long weekend follows the weeks.
    fileprivate var isShared: Bool { lastDay.days(since: firstDay) >= 6 }

    /// The first half has the middle day of an odd number of days.
    fileprivate func isFirstHalf(_ day: CivilDate) -> Bool {
        let length = lastDay.days(since: firstDay) + 1
        return day.days(since: firstDay) < (length + 1) / 2
    }
}
