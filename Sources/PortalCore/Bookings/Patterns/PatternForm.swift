/// The form of "Remplir plusieurs semaines", as it was sent.
package struct PatternForm: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        /// One "child.unit.weekday" for each ticked box.
        case choices = "semaine"
        case kind = "faire"
        case weeks = "semaines"
        /// The days of a period that was offered, or `betweenDates`.
        case period = "periode"
        case firstDay = "du"
        case lastDay = "au"
    }

    /// The period that the two dates say.
    package static let betweenDates = "dates"

    package var choices: [String]
    package var kind: String
    package var weeks: String
    package var period: String
    package var firstDay: String
    package var lastDay: String

    package init(choices: [String] = [], kind: String = "", weeks: String = "", period: String = "", firstDay: String = "", lastDay: String = "") {
        self.choices = choices
        self.kind = kind
        self.weeks = weeks
        self.period = period
        self.firstDay = firstDay
        self.lastDay = lastDay
    }

    /// The pattern that the form asks for.
    ///
    /// - Throws: `FieldErrors`, a sentence for each field that is wrong.
    package func pattern() throws(FieldErrors) -> WeeklyPattern {
        var errors = FieldErrors()
        let choices = Set(choices.compactMap { WeeklyPattern.Choice(text: $0) })
        if choices.isEmpty { errors.add(Field.choices, "Cochez au moins un jour de la semaine.") }
        let days = days(&errors)
        guard errors.isEmpty, let days else { throw errors }
        return WeeklyPattern(BookingChange.Kind(rawValue: kind) ?? .add, choices, weeks: WeekChoice(rawValue: weeks) ?? .every, days: days)
    }

    private func days(_ errors: inout FieldErrors) -> ClosedRange<CivilDate>? {
        guard period == PatternForm.betweenDates else {
            if let days = PatternPeriod.days(text: period) { return days }
            errors.add(Field.period, "Choisissez une période.")
            return nil
        }
        let first = CivilDate(iso: firstDay)
        let last = CivilDate(iso: lastDay)
        if first == nil { errors.add(Field.firstDay, "Indiquez le premier jour, par exemple 05/01/2027.") }
        if last == nil { errors.add(Field.lastDay, "Indiquez le dernier jour, par exemple 02/07/2027.") }
        guard let first, let last else { return nil }
        guard first <= last else {
            errors.add(Field.lastDay, "Le dernier jour doit venir après le premier, le \(first.frenchWithoutWeekday).")
            return nil
        }
        guard last.days(since: first) <= PatternPeriod.longest else {
            errors.add(Field.lastDay, "La période est trop longue\u{A0}: deux ans au plus.")
            return nil
        }
        return first...last
    }
}
