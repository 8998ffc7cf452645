package import PortalCore

/// A child's agenda: what it is booked for in the coming weeks.
package struct ChildPage: HTML {
    private let frame: PortalFrame
    private let child: Child
    private let entries: [AgendaEntry]
    private let activities: [String]
    private let relation: ChildRelation
    private let buses: [ChildBusLine]
    private let hasTwoHomes: Bool
    private let today: CivilDate

    /// - Parameters:
    ///   - entries: by day.
    ///   - activities: the names of the activities that the child is enrolled in.
    ///   - buses: at each activity with some that the child is enrolled in.
    ///   - hasTwoHomes: whether a calendar says where the child lives each day.
    ///   - relation: what the reader is to the child: it says what there is to do.
    package init(
        frame: PortalFrame,
        child: Child,
        entries: [AgendaEntry],
        activities: [String],
        buses: [ChildBusLine],
        relation: ChildRelation,
        hasTwoHomes: Bool,
        today: CivilDate
    ) {
        self.frame = frame
        self.child = child
        self.entries = entries
        self.activities = activities
        self.buses = buses
        self.relation = relation
        self.hasTwoHomes = hasTwoHomes
        self.today = today
    }

    package var body: some HTML {
        PageLayout(frame.around(.family), title: child.fullName, introduction: introduction, crumbs: crumbs) {
            ButtonRow {
                if relation.has(.books) {
                    LinkButton("Modifier les réservations", to: frame.links.to(.planning(nil)), style: .primary, icon: .calendar)
                }
                LinkButton("Agenda", to: frame.links.to(.agenda(AgendaQuery(child: child.id))), icon: .agenda)
                if hasTwoHomes { LinkButton("Garde alternée", to: frame.links.to(.custody(child.id, nil) as FamilyFilePage), icon: .home) }
                LinkButton("Entourage", to: frame.links.to(.contacts(child.id)), icon: .family)
                if relation.holdsAuthority {
                    LinkButton("Fiche sanitaire", to: frame.links.to(.sheet(child.id) as FamilyFilePage), icon: .file)
                    LinkButton("Modifier l'état civil", to: frame.links.to(.change(.childIdentity, child.id.rawValue)), icon: .edit)
                    LinkButton("Modifier l'école", to: frame.links.to(.change(.school, child.id.rawValue)), icon: .edit)
                }
            }
            Card("École et classe", icon: .file) { SchoolingList(child.schooling) }
            ForEach(buses) { line in ChildBusCard(line: line, change: change(line), advice: advice(line)) }
            Card("Agenda des huit prochaines semaines", icon: .agenda) {
                if entries.isEmpty {
                    EmptyState("Aucune réservation à venir", icon: .calendar) { p { "Les jours réservés apparaîtront ici." } }
                } else {
                    AgendaList(entries)
                }
            }
            Card("Inscriptions", icon: .file) {
                if activities.isEmpty {
                    p { "\(child.firstName) n'est inscrit à aucune activité. Le service peut l'inscrire." }
                } else {
                    ul { ForEach(activities) { name in li { name } } }
                }
            }
        }
    }

    private func change(_ line: ChildBusLine) -> Link? {
        guard relation.holdsAuthority, line.buses.chooser == .family else { return nil }
        return frame.links.to(FamilyFilePage.stops(child.id, activity: line.activity.code))
    }

    private func advice(_ line: ChildBusLine) -> String? {
        line.buses.chooser == .staff ? "Pour changer d'arrêt, adressez-vous au service." : nil
    }

    private var crumbs: [Crumb] {
        [frame.homeCrumb, Crumb("Ma famille", frame.links.to(.family))]
    }

    private var introduction: String {
        (child.schooling.words(on: today) + ["né le \(child.birthDay.frenchWithoutWeekday)"]).joined(separator: " · ")
    }
}
