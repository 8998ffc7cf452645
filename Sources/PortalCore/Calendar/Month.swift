/// One month of a year: the span of a planning page.
package struct Month: Hashable, Comparable, Sendable {
    package let firstDay: CivilDate

    /// The month that a day belongs to.
    package init(containing date: CivilDate) {
        firstDay = date.adding(days: 1 - date.day)
    }

    /// Reads "2026-11" (ISO 8601); nil for anything else.
    package init?(iso text: some StringProtocol) {
        guard text.utf8.count == 7, let date = CivilDate(iso: "\(text)-01") else { return nil }
        firstDay = date
    }

    package var year: Int { firstDay.year }
    /// 1...12.
    package var month: Int { firstDay.month }

    package var lastDay: CivilDate {
        let (year, month, _) = firstDay.components
        return firstDay.adding(days: CivilDate.days(inMonth: month, of: year) - 1)
    }

    /// From the Monday of its first day's week to the Sunday of its last day's: what a page of the month shows, since families live by weeks.
    package var wholeWeeks: ClosedRange<CivilDate> { firstDay.mondayOfWeek...lastDay.mondayOfWeek.adding(days: 6) }

    package var days: [CivilDate] { (firstDay.dayNumber...lastDay.dayNumber).map(CivilDate.init(dayNumber:)) }

    package var next: Month { Month(containing: lastDay.adding(days: 1)) }
    package var previous: Month { Month(containing: firstDay.adding(days: -1)) }

    /// "2026-11".
    package var iso: String { "\(padded(year, 4))-\(padded(month, 2))" }

    /// "novembre 2026".
    package var french: String { "\(CivilDate.frenchMonths[month - 1]) \(year)" }

    package func contains(_ date: CivilDate) -> Bool { date >= firstDay && date <= lastDay }

    package static func < (left: Month, right: Month) -> Bool { left.firstDay < right.firstDay }
}
