package import PortalCore

/// Every activity with its rules in words; each leads to its bench.
package struct RuleListPage: HTML {
    private let frame: PortalFrame
    private let activities: [Activity]

    package init(frame: PortalFrame, activities: [Activity]) {
        self.frame = frame
        self.activities = activities
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.rules),
            title: "Délais de réservation",
            introduction: "Ce que les familles lisent à côté de chaque jour. Essayez une autre règle sur un mois avant de la publier.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ForEach(activities) { activity in
                Card(activity.name, icon: .clock) {
                    RuleWords(rules: activity.rules)
                    ForEach(activity.datedRules) { dated in
                        h3 { dated.frenchDays.capitalizedFirst }
                        RuleWords(rules: dated.rules)
                    }
                    LinkButton("Essayer et modifier", to: frame.links.to(.bench(activity: activity.code, RuleTrial())), icon: .edit)
                }
            }
        }
    }
}

/// Rules in words, with their notation.
struct RuleWords: HTML {
    let rules: BookingRules

    var body: some HTML {
        DefinitionList([
            Definition("Réserver", "\(rules.adding.frenchDescription) (\(rules.adding.notation))"),
            Definition("Annuler", "\(rules.cancelling.frenchDescription) (\(rules.cancelling.notation))"),
            Definition("Réserver hors délai", rules.lateAdding.frenchDescription),
            Definition("Annuler hors délai", rules.lateCancelling.frenchDescription),
        ])
        if !rules.source.isEmpty { p(.class("hint")) { rules.source } }
    }
}

extension String {
    /// With its first letter in upper case, the others as they are.
    var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
