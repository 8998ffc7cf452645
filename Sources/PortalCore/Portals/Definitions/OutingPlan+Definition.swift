extension DefinitionFields {
    /// What only an outing has, and what it has not.
    private static let ofOutings = ["dates", "rendez-vous", "ouverte à"]
    private static let notOfOutings = ["jours", "période", "sessions", "jours ajoutés", "accueil régulier"]

    /// The outing's dates and plan; nil when it left issues.
    func outing() -> (plan: OutingPlan, dates: [CivilDate])? {
        for key in Self.notOfOutings where has(key) { note(key, "une sortie a des \(quoted("dates")), et rien d'autre ne dit quand elle a lieu") }
        let dates = required("dates", items: { $0.value(.date) })
        if Set(dates).count < dates.count { note("dates", "une date est donnée deux fois") }
        let meeting = required("rendez-vous", .prose(500))
        let participants = items("ouverte à") { $0.value(.slug) }
        guard !dates.isEmpty, let meeting else { return nil }
        return (OutingPlan(meeting: meeting, participants: participants), dates.sorted())
    }

    /// Notes what an ordinary activity says of outings.
    func refuseOutingKeys() {
        for key in Self.ofOutings where has(key) { note(key, "seule une activité de type sortie en a") }
    }
}

extension OutingPlan {
    func write(to file: inout YAMLWriter, dates: [CivilDate]) {
        file.flow("dates", dates.map(\.iso))
        file.block("rendez-vous", FrenchTypography.plain(meeting))
        if !participants.isEmpty { file.flow("ouverte à", participants) }
    }
}
