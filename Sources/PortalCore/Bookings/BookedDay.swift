/// The day that a deadline is asked about, with what some rules count from.
package struct BookedDay: Hashable, Sendable {
    package let date: CivilDate
    /// When the booked unit starts, for rules in hours.
    package let startsAt: CivilTime
    /// The first open day of the session that the day belongs to. Without one, the day is a session of its own.
    package let sessionFirstDay: CivilDate?

    package init(date: CivilDate, startsAt: CivilTime, sessionFirstDay: CivilDate? = nil) {
        self.date = date
        self.startsAt = startsAt
        self.sessionFirstDay = sessionFirstDay
    }

    /// The last second of the day: no deadline is later.
    var end: Instant { DeadlineLimit.moment(date, at: .endOfDay) }
}
