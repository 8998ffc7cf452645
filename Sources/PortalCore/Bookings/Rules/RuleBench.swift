/// A month of an activity under the rules in force and under tried ones, day by day (banc d'essai).
package struct RuleBench: Hashable, Sendable {
    package let activity: Activity
    package let unit: BookableUnit
    package let month: Month
    /// nil while nothing is tried.
    package let tried: BookingRules?
    /// The month's open days.
    package let days: [RuleBenchDay]

    package init(_ activity: Activity, unit: BookableUnit, in calendar: SchoolCalendar, month: Month, trying tried: BookingRules?) {
        self.activity = activity
        self.unit = unit
        self.month = month
        self.tried = tried
        let opening = OpeningDays(of: activity, in: calendar)
        days = month.days.filter(opening.isOpen).map { date in
            let inForce = UnitDay(unit, on: date, of: opening)
            return RuleBenchDay(
                date: date,
                inForce: RuleLimits(inForce),
                tried: tried.map { RuleLimits(UnitDay(unit, on: date, of: opening, judgedBy: $0)) }
            )
        }
    }

    /// How many of the days have another limit under the tried rules.
    package var changedDays: Int { days.count { $0.isChanged } }
}

/// One open day of the bench.
package struct RuleBenchDay: Hashable, Sendable {
    package let date: CivilDate
    package let inForce: RuleLimits
    package let tried: RuleLimits?

    package var isChanged: Bool { tried.map { $0 != inForce } ?? false }
}

/// Until when a day may be booked and cancelled under some rules.
package struct RuleLimits: Hashable, Sendable {
    package let adding: DeadlineLimit
    package let cancelling: DeadlineLimit
    /// Until when it may be booked with a surcharge; nil when late bookings are refused.
    package let addingLate: DeadlineLimit?

    init(_ day: UnitDay) {
        adding = day.adding
        cancelling = day.cancelling
        addingLate = day.addingLate
    }
}
