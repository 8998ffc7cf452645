/// A school year as the portals count it: from 1 September to 31 August.
package struct SchoolYear: Hashable, Sendable {
    /// The year of its September.
    package let startYear: Int

    package init(startYear: Int) {
        self.startYear = startYear
    }

    /// The school year that a day belongs to.
    package init(containing day: CivilDate) {
        let (year, month, _) = day.components
        startYear = month >= 9 ? year : year - 1
    }

    /// Reads "2026-2027"; nil for anything else.
    package init?(name: String) {
        let years = name.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard years.count == 2, let first = years[0], let second = years[1], (1970...9000).contains(first), second == first + 1 else { return nil }
        startYear = first
    }

    /// The one after this.
    package var next: SchoolYear { SchoolYear(startYear: startYear + 1) }

    package var firstDay: CivilDate { CivilDate(year: startYear, month: 9, dayAtMost: 1) }
    package var lastDay: CivilDate { CivilDate(year: startYear + 1, month: 8, dayAtMost: 31) }
    package var days: ClosedRange<CivilDate> { firstDay...lastDay }

    /// "2026-2027".
    package var name: String { "\(startYear)-\(startYear + 1)" }

    /// The one day of this school year with that month and day; 29 February is the 28th in a common year.
    package func date(of monthDay: MonthDay) -> CivilDate {
        CivilDate(year: monthDay.month >= 9 ? startYear : startYear + 1, month: monthDay.month, dayAtMost: monthDay.day)
    }
}
