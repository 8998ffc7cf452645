import Synchronization

/// The days on which an activity is open: its pattern, less the public holidays and the town's closures.
package final class OpeningDays: Sendable {
    package let activity: Activity
    package let calendar: SchoolCalendar
    private let known = Mutex<[CivilDate: [UnitDay]]>([:])
    /// Four school years: more days than families look at, and few enough to keep whatever days are asked for.
    private static let mostKnown = 1464

    package init(of activity: Activity, in calendar: SchoolCalendar) {
        self.activity = activity
        self.calendar = calendar
    }

    /// Every unit on a day, in the activity's order. What its rules say of a day never changes, so that it is found out once for all families.
    package func unitDays(on date: CivilDate) -> [UnitDay] {
        if let days = known.withLock({ $0[date] }) { return days }
        let days = UnitDay.all(on: date, of: self)
        known.withLock { known in
            if known.count >= OpeningDays.mostKnown { known.removeAll() }
            known[date] = days
        }
        return days
    }

    package func isOpen(on date: CivilDate) -> Bool { closedReason(on: date) == nil }

    /// Whether the activity's calendar opens a day, whatever the staff have declared since for one occasion: a strike on the first day of a
    /// session closes it, and leaves the limits that count from it as families were told them.
    func isPlanned(on date: CivilDate) -> Bool {
        activity.extraDays.contains(date)
            || reasonOfPattern(on: date) == nil && calendar.publicHoliday(on: date) == nil
                && calendar.plannedClosure(of: activity.code, on: date) == nil
    }

    /// Why the activity is closed on a day, nil when it is open.
    package func closedReason(on date: CivilDate) -> ClosedReason? {
        if activity.extraDays.contains(date) { return calendar.declaredClosure(of: activity.code, on: date).map { .closure($0.reason) } }
        if let reason = reasonOfPattern(on: date) { return reason }
        if let holiday = calendar.publicHoliday(on: date) { return .publicHoliday(holiday) }
        if let closure = calendar.closure(of: activity.code, on: date) { return .closure(closure.reason) }
        return nil
    }

    /// Why the pattern alone leaves a day out.
    private func reasonOfPattern(on date: CivilDate) -> ClosedReason? {
        let pattern = activity.opening
        guard pattern.weekdays.contains(date.weekday) else { return date.weekday >= .saturday ? .weekend : .otherWeekday }
        switch (pattern.period, calendar.schoolHoliday(on: date)) {
        case (.school, let holiday?): return .schoolHoliday(holiday.name)
        case (.holidays, nil): return .schoolTime
        default: break
        }
        return pattern.sessions == .written && session(containing: date) == nil ? .noSession : nil
    }
}
