/// On which days an activity is open, before package holidays and the town's closures are taken away.
package struct OpeningPattern: Hashable, Sendable {
    package let weekdays: Set<Weekday>
    package let period: OpeningPeriod
    package let sessions: SessionPlan

    package init(weekdays: Set<Weekday>, period: OpeningPeriod, sessions: SessionPlan) {
        self.weekdays = weekdays
        self.period = period
        self.sessions = sessions
    }
}

/// The part of the year that an activity belongs to.
package enum OpeningPeriod: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    /// Weeks with school (périscolaire).
    case school = "scolaire"
    /// School holidays (extrascolaire).
    case holidays = "vacances"
    case always = "toute l'année"
}

/// How the open days are grouped into sessions, whose first open day some deadlines count from.
package enum SessionPlan: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case none = "aucune"
    /// One session for each school holiday.
    case perHoliday = "par période"
    /// One session for each week of the school holidays.
    case perHolidayWeek = "par semaine"
    /// The sessions are written in the definition.
    case written = "liste"
}

/// A run of days booked under one deadline: a holiday, a week of it, a camp.
package struct ActivitySession: Hashable, Sendable {
    package let name: String
    package let firstDay: CivilDate
    /// The last day, included.
    package let lastDay: CivilDate

    package init(name: String, firstDay: CivilDate, lastDay: CivilDate) {
        self.name = name
        self.firstDay = firstDay
        self.lastDay = lastDay
    }
}
