/// Which weeks a pattern is for. The raw value is the word that forms carry.
package enum WeekChoice: String, CaseIterable, Hashable, Sendable {
    case every = "toutes"
    /// Even ISO weeks.
    case even = "paires"
    /// Odd ISO weeks.
    case odd = "impaires"

    package func includes(_ date: CivilDate) -> Bool {
        switch self {
        case .every: true
        case .even: date.isoWeek.isMultiple(of: 2)
        case .odd: !date.isoWeek.isMultiple(of: 2)
        }
    }
}
