/// What an activity's days are booked in, and from when, besides the rules that say until when.
package struct BookingTerms: Hashable, Sendable {
    package let bookedBy: BookingSpan
    /// The fewest days of a week that may be booked, when any is.
    package let minimumPerWeek: Int?
    /// How far ahead a day may be booked unless a dated horizon holds: ask `horizon(on:)`; nil: as far as children are enrolled.
    package let horizon: BookingHorizon?
    /// In order of their first day.
    package let datedHorizons: [DatedHorizon]
    /// Periods that open at a moment of their own, in order of their first day.
    package let windows: [BookingWindow]

    package init(
        bookedBy: BookingSpan = .day,
        minimumPerWeek: Int? = nil,
        horizon: BookingHorizon? = nil,
        datedHorizons: [DatedHorizon] = [],
        windows: [BookingWindow] = []
    ) {
        self.bookedBy = bookedBy
        self.minimumPerWeek = minimumPerWeek
        self.horizon = horizon
        self.datedHorizons = datedHorizons
        self.windows = windows
    }

    /// How far ahead a day may be booked, where no window covers it.
    package func horizon(on date: CivilDate) -> BookingHorizon? {
        guard let dated = datedHorizons.last(where: { $0.firstDay <= date }) else { return horizon }
        return dated.horizon
    }

    package func window(containing date: CivilDate) -> BookingWindow? { windows.first { $0.days.contains(date) } }
}

/// What is booked, or cancelled, as a whole. The raw value is the word of the definition files.
package enum BookingSpan: String, CaseIterable, Hashable, Sendable, DatabaseConvertible {
    case day = "jour"
    /// Every open day of a week, Monday to Sunday, or of the part of it that is in a session.
    case week = "semaine"
    case session = "session"

    /// "La semaine", to open a sentence.
    var frenchSubject: String {
        switch self {
        case .day: "Le jour"
        case .week: "La semaine"
        case .session: "La session"
        }
    }
}

/// From when a day may be booked, counted back from it or from its session's first open day: "6 semaines avant".
package struct BookingHorizon: Hashable, Sendable {
    package let days: Int
    package let countsFromSession: Bool
    package let time: CivilTime

    package init(days: Int, countsFromSession: Bool = false, time: CivilTime = .midnight) {
        self.days = days
        self.countsFromSession = countsFromSession
        self.time = time
    }

    /// - Parameter sessionFirstDay: the first open day of the day's session; without one, the day is a session of its own.
    package func opening(of date: CivilDate, sessionFirstDay: CivilDate?) -> Instant {
        let first = countsFromSession ? sessionFirstDay ?? date : date
        return ParisTime.instant(first.adding(days: -days), at: time)
    }
}
