extension OpeningDays {
    /// The session that a day belongs to; nil when the activity has no sessions, or none then.
    ///
    /// A session may begin or end with days on which the activity is closed: a holiday begins on a Saturday.
    package func session(containing date: CivilDate) -> ActivitySession? {
        switch activity.opening.sessions {
        case .none: return nil
        case .written: return activity.writtenSessions.first { $0.firstDay <= date && date <= $0.lastDay }
        case .perHoliday: return calendar.schoolHoliday(on: date).map(ActivitySession.init(whole:))
        case .perHolidayWeek: return calendar.schoolHoliday(on: date).map { ActivitySession(weekOf: date, in: $0) }
        }
    }

    /// The first open day (premier jour d'accueil) of the session that a day belongs to, as its calendar was made known; nil without session.
    package func sessionFirstOpenDay(for date: CivilDate) -> CivilDate? {
        guard let session = session(containing: date), session.firstDay <= session.lastDay else { return nil }
        return (session.firstDay.dayNumber...session.lastDay.dayNumber).lazy.map(CivilDate.init(dayNumber:)).first(where: isPlanned)
    }

    /// The days that are booked as one with a day: itself, its week, or its session. A week is cut at the ends of its session.
    package func daysBooked(with date: CivilDate) -> ClosedRange<CivilDate> {
        let session = session(containing: date).flatMap { $0.firstDay <= $0.lastDay ? $0.firstDay...$0.lastDay : nil }
        switch activity.terms.bookedBy {
        case .day: return date...date
        case .week: return session.map { date.week.clamped(to: $0) } ?? date.week
        case .session: return session ?? date...date
        }
    }

    /// The sessions that have at least one open day in a span of days, in order.
    package func sessions(from first: CivilDate, through last: CivilDate) -> [ActivitySession] {
        guard first <= last else { return [] }
        var sessions: [ActivitySession] = []
        for number in first.dayNumber...last.dayNumber {
            let date = CivilDate(dayNumber: number)
            guard isOpen(on: date), let session = session(containing: date), session != sessions.last else { continue }
            sessions.append(session)
        }
        return sessions
    }
}

extension ActivitySession {
    /// A whole holiday: "Vacances de la Toussaint".
    fileprivate init(whole holiday: SchoolHoliday) {
        self.init(name: holiday.name, firstDay: holiday.firstDay, lastDay: holiday.lastDay)
    }

    /// A week of a holiday, Monday to Sunday: "Vacances de la Toussaint, semaine du 19 octobre".
    fileprivate init(weekOf date: CivilDate, in holiday: SchoolHoliday) {
        let monday = date.mondayOfWeek
        let first = max(monday, holiday.firstDay)
        self.init(
            name: "\(holiday.name), semaine du \(first.frenchDayAndMonth)",
            firstDay: first,
            lastDay: min(monday.adding(days: 6), holiday.lastDay)
        )
    }
}
