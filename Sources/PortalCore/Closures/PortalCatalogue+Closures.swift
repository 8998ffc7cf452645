extension PortalCatalogue {
    /// The same catalogue on the days that the staff have closed.
    package func declaring(_ closures: [DeclaredClosure]) -> PortalCatalogue {
        PortalCatalogue(settings: settings, closures: self.closures, activities: activities, declared: closures)
    }

    /// What the staff have declared for a group on a day; one that closes comes before one that keeps the bookings.
    package func declaration(for group: Identifier<ActivityGroup>, of activity: Activity, on date: CivilDate) -> DeclaredClosure? {
        guard !declared.isEmpty else { return nil }
        let holding = declared.filter { $0.days.contains(date) && $0.scope.closes(group, of: activity) }
        return holding.first { $0.effect == .cancels } ?? holding.first { $0.effect == .minimumService } ?? holding.first
    }

    /// What the staff have declared that touches one of some activities on a day, in the words that parents read.
    package func declarationNotes(for activities: some Sequence<Activity>, on date: CivilDate) -> [String] {
        guard !declared.isEmpty else { return [] }
        let used = Array(activities)
        return declared.filter { $0.days.contains(date) }.compactMap { closure in
            let touched = used.filter(closure.scope.touches)
            guard !touched.isEmpty else { return nil }
            let names = closure.scope.isWhole ? "tous les accueils" : touched.map(\.name).joined(separator: ", ")
            return switch closure.effect {
            case .cancels: "Fermé\u{A0}: \(names) – \(closure.reason)"
            case .minimumService: "Service minimum\u{A0}: \(names) – \(closure.reason)"
            case .keeps: "Pas de nouvelle réservation\u{A0}: \(names) – \(closure.reason)"
            }
        }
    }
}

extension DeclaredClosure {
    /// The closed days of whole activities as the calendar holds them; nil where only groups close, or bookings are kept.
    var calendarClosure: TownClosure? {
        guard effect == .cancels, scope.isWhole || !scope.activities.isEmpty else { return nil }
        return TownClosure(
            firstDay: days.lowerBound,
            lastDay: days.upperBound,
            reason: reason,
            activities: scope.isWhole ? [] : scope.activities.sorted(),
            isDeclared: true
        )
    }
}
