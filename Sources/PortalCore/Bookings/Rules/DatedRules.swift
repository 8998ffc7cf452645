/// Rules that hold for some days only: a new règlement from a day on, or an exception for a period.
package struct DatedRules: Hashable, Sendable {
    /// The first booked day that they hold for.
    package let firstDay: CivilDate
    /// The last one, included; nil when they hold from then on.
    package let lastDay: CivilDate?
    package let rules: BookingRules

    package init(firstDay: CivilDate, lastDay: CivilDate?, rules: BookingRules) {
        self.firstDay = firstDay
        self.lastDay = lastDay
        self.rules = rules
    }

    package func covers(_ date: CivilDate) -> Bool { firstDay <= date && lastDay.map { date <= $0 } ?? true }

    /// "à partir du 4 janvier 2027", "du 4 janvier 2027 au 31 janvier 2027".
    package var frenchDays: String {
        guard let lastDay else { return "à partir du \(firstDay.frenchWithoutWeekday)" }
        return "du \(firstDay.frenchWithoutWeekday) au \(lastDay.frenchWithoutWeekday)"
    }
}

extension Activity {
    /// The rules that a booked day is judged by: those that started last among the dated ones that cover it, else the activity's own.
    package func rules(on date: CivilDate) -> BookingRules {
        datedRules.last { $0.covers(date) }?.rules ?? rules
    }

    /// Why an activity cannot have some rules; nil when it can.
    package func problem(with rules: BookingRules) -> String? {
        guard opening.sessions == .none, rules.countsFromSession else { return nil }
        return "Un délai compte à partir de la session, mais l'activité n'en a pas."
    }
}

extension BookingRules {
    /// Whether one of the deadlines is set by the session's first day.
    package var countsFromSession: Bool {
        if case .surcharge(_, let last) = lateAdding, last.countsFromSession { return true }
        return adding.countsFromSession || cancelling.countsFromSession
    }
}
