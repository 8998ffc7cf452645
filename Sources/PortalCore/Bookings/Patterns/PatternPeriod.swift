/// A span of days that a parent may fill with one pattern: "Jusqu'aux vacances de Noël".
package struct PatternPeriod: Hashable, Sendable {
    package let title: String
    /// The last day is included.
    package let days: ClosedRange<CivilDate>

    package init(title: String, days: ClosedRange<CivilDate>) {
        self.title = title
        self.days = days
    }

    /// The periods worth offering on a day, the most likely first.
    ///
    /// - Parameters:
    ///   - hasSchoolTime: whether something can be booked in the weeks with school.
    ///   - hasHolidays: whether something can be booked in the holidays.
    package static func offered(on today: CivilDate, in calendar: SchoolCalendar, hasSchoolTime: Bool, hasHolidays: Bool) -> [PatternPeriod] {
        let coming = calendar.schoolHolidays(in: today...today.adding(days: 400)).filter { !$0.isBridge }
        let now = coming.first.flatMap { $0.contains(today) ? $0 : nil }
        let term = now.map { $0.lastDay.adding(days: 1) } ?? today
        let next = coming.first { $0.firstDay > term }
        let summer = coming.first { $0.firstDay > term && $0.firstDay.month == 7 }
        var periods: [PatternPeriod] = []
        if hasSchoolTime, let next { periods.append(PatternPeriod("Jusqu'aux \(next.plainName)", term, before: next)) }
        if hasHolidays {
            for holiday in coming.prefix(3) {
                periods.append(PatternPeriod(title: "Pendant les \(holiday.plainName)", days: max(today, holiday.firstDay)...holiday.lastDay))
            }
        }
        if let summer, summer != next || !hasSchoolTime { periods.append(PatternPeriod("Jusqu'à la fin de l'année scolaire", term, before: summer)) }
        return periods
    }

    private init(_ title: String, _ first: CivilDate, before holiday: SchoolHoliday) {
        self.init(title: title, days: first...max(first, holiday.firstDay.adding(days: -1)))
    }
}

extension SchoolHoliday {
    /// A bridge of a few days, which ends no term.
    fileprivate var isBridge: Bool { lastDay.days(since: firstDay) < 7 }

    /// "vacances de Noël".
    fileprivate var plainName: String { name.prefix(1).lowercased() + name.dropFirst() }
}

extension PatternPeriod {
    /// Reads "2026-11-20_2026-12-18"; nil for anything else, and for more than two years.
    package static func days(text: some StringProtocol) -> ClosedRange<CivilDate>? {
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let first = CivilDate(iso: parts[0]), let last = CivilDate(iso: parts[1]), first <= last,
            last.days(since: first) <= longest
        else { return nil }
        return first...last
    }

    /// "2026-11-20_2026-12-18".
    package var text: String { "\(days.lowerBound.iso)_\(days.upperBound.iso)" }

    /// Days; two school years are less.
    static let longest = 731
}
