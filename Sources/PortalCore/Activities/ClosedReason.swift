/// Why an activity is closed on a day.
package enum ClosedReason: Hashable, Sendable {
    case weekend
    /// Open on other days of the week.
    case otherWeekday
    /// Open with school only; the holiday's name.
    case schoolHoliday(String)
    /// Open in the holidays only.
    case schoolTime
    /// In none of the sessions that the town has written.
    case noSession
    case publicHoliday(String)
    /// Closed by the town, and why.
    case closure(String)

    /// Whether the activity would be open on that day in any other year: families expect it, so the planning says why it is not.
    package var isUnexpected: Bool {
        switch self {
        case .publicHoliday, .closure: true
        case .weekend, .otherWeekday, .schoolHoliday, .schoolTime, .noSession: false
        }
    }

    /// "jour férié (Armistice 1918)", to be put after "Fermé : ".
    package var french: String {
        switch self {
        case .weekend: "week-end"
        case .otherWeekday: "pas d'accueil ce jour de la semaine"
        case .schoolHoliday(let name): "vacances scolaires (\(name))"
        case .schoolTime: "accueil pendant les vacances scolaires seulement"
        case .noSession: "aucune session ce jour-là"
        case .publicHoliday(let name): "jour férié (\(name))"
        case .closure(let reason): reason
        }
    }
}
