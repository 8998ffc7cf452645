/// One unit on one day, with what the activity's rules say of it to everybody.
package final class UnitDay: Sendable {
    package let activity: Activity
    package let unit: BookableUnit
    package let date: CivilDate
    /// The rules that the day is judged by.
    package let rules: BookingRules
    /// Why it is closed, nil when it is open.
    package let closed: ClosedReason?
    /// Until when it may be booked.
    package let adding: DeadlineLimit
    /// Until when a booking may be cancelled.
    package let cancelling: DeadlineLimit
    /// Until when it may be booked late, with the surcharge; nil when late bookings are refused.
    package let addingLate: DeadlineLimit?
    /// What a late booking costs more.
    package let surcharge: Cents

    /// The last moment of the unit: afterwards nothing may change, whatever the rule.
    package var end: Instant { ParisTime.instant(date, at: unit.endsAt) }

    /// - Parameter tried: rules to judge by instead of those in force.
    package convenience init(_ unit: BookableUnit, on date: CivilDate, of opening: OpeningDays, judgedBy tried: BookingRules? = nil) {
        self.init(
            unit,
            on: date,
            of: opening,
            closed: opening.closedReason(on: date),
            sessionFirstDay: opening.sessionFirstOpenDay(for: date),
            rules: tried ?? opening.activity.rules(on: date)
        )
    }

    /// Every unit of an activity on a day, in its order.
    package static func all(on date: CivilDate, of opening: OpeningDays) -> [UnitDay] {
        let closed = opening.closedReason(on: date)
        let sessionFirstDay = opening.sessionFirstOpenDay(for: date)
        let rules = opening.activity.rules(on: date)
        return opening.activity.units.map {
            UnitDay($0, on: date, of: opening, closed: closed, sessionFirstDay: sessionFirstDay, rules: rules)
        }
    }

    private init(
        _ unit: BookableUnit,
        on date: CivilDate,
        of opening: OpeningDays,
        closed: ClosedReason?,
        sessionFirstDay: CivilDate?,
        rules: BookingRules
    ) {
        let booked = BookedDay(date: date, startsAt: unit.startsAt, sessionFirstDay: sessionFirstDay)
        activity = opening.activity
        self.unit = unit
        self.date = date
        self.rules = rules
        self.closed = closed
        adding = rules.adding.limit(for: booked, in: opening.calendar)
        cancelling = rules.cancellingOverride?.limit(for: booked, in: opening.calendar) ?? adding
        if case .surcharge(let extra, let until) = rules.lateAdding {
            addingLate = until.limit(for: booked, in: opening.calendar)
            surcharge = extra.surcharge(on: unit.price)
        } else {
            addingLate = nil
            surcharge = .zero
        }
    }
}
