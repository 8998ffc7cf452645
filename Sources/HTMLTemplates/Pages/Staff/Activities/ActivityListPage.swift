package import PortalCore

/// Every activity with what it is set to; each leads to its settings.
package struct ActivityListPage: HTML {
    private let frame: PortalFrame
    private let activities: [Activity]
    private let today: CivilDate

    package init(frame: PortalFrame, activities: [Activity], today: CivilDate) {
        self.frame = frame
        self.activities = activities
        self.today = today
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.activities),
            title: "Activités",
            introduction: "Quels jours elles ouvrent, quand on peut réserver, avec combien de places.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))]
        ) {
            ForEach(activities) { activity in
                Card(activity.name, icon: .calendar) {
                    DefinitionList(activity.settingsInBrief(today: today))
                    ButtonRow {
                        LinkButton("Régler", to: frame.links.to(.settings(activity: activity.code, window: nil)), icon: .edit)
                        LinkButton("Délais", to: frame.links.to(.bench(activity: activity.code, RuleTrial())), style: .quiet, icon: .clock)
                        LinkButton("Places du mois", to: frame.links.to(.places(activity: activity.code, month: nil)), style: .quiet, icon: .full)
                    }
                }
            }
            Notice(.neutral, title: "Ce qui n'est pas ici") {
                p {
                    "Le nom, les unités, les prix et les groupes d'une activité sont dans le fichier de définition du portail. "
                        + "Ce que vous réglez ici s'y retrouve quand on l'exporte, et un import qui le déferait est refusé."
                }
            }
        }
    }
}

extension Activity {
    fileprivate func settingsInBrief(today: CivilDate) -> [Definition] {
        let coming = terms.windows.filter { $0.days.upperBound >= today }
        let windows = coming.isEmpty ? "Aucune à venir" : coming.map(\.days.frenchSpan).joined(separator: "\u{A0}; ").capitalizedFirst
        let times = units.filter(\.asksTimes).map { "\($0.name)\u{A0}: \($0.askedTimes.french)" }.joined(separator: "\u{A0}; ")
        return [
            Definition("Lieu", place),
            Definition("Jours", openingWords),
            Definition("Réserver", DatedHorizon(firstDay: today, horizon: terms.horizon(on: today)).frenchHorizon.capitalizedFirst),
            Definition("Fenêtres", windows),
            Definition("Places", groups.map { "\($0.name)\u{A0}: \($0.limit(nil))" }.joined(separator: "\u{A0}; ")),
        ] + (times.isEmpty ? [] : [Definition("Heures demandées", times)])
    }

    /// "Lundi, mardi, jeudi, vendredi, en période scolaire".
    var openingWords: String {
        let days = opening.weekdays.sorted().map(\.frenchName).joined(separator: ", ")
        let period =
            switch opening.period {
            case .school: "en période scolaire"
            case .holidays: "pendant les vacances scolaires"
            case .always: "toute l'année"
            }
        return days.isEmpty ? "À ses dates" : "\(days.capitalizedFirst), \(period)"
    }
}
