extension CivilDate {
    /// Monday to Sunday of this day's ISO week.
    package var week: ClosedRange<CivilDate> { mondayOfWeek...mondayOfWeek.adding(days: 6) }

    /// The number of this day's ISO 8601 week, 1 to 53: week 1 is the one with the year's first Thursday.
    package var isoWeek: Int {
        let thursday = mondayOfWeek.adding(days: 3)
        let newYear = CivilDate(year: thursday.year, month: 1, dayAtMost: 1)
        return thursday.days(since: newYear) / 7 + 1
    }
}
