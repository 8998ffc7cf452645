/// Which list the staff ask for.
package struct AttendanceReport: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        /// Who is expected on a day, and where each child stands.
        case day = "jour"
        /// Who is expected on each day of a week.
        case week = "semaine"
        /// How many meals each place serves on each day of a week.
        case meals = "repas"
        /// Places taken against places that there are, each day of a month.
        case month = "mois"
        /// For each child of a day: whom to call, who fetches it, and what its health asks for.
        case emergency = "urgence"
        /// Who gets on and off each bus of a day, stop by stop.
        case buses = "cars"

        package var french: String {
            switch self {
            case .day: "Jour"
            case .week: "Semaine"
            case .meals: "Repas"
            case .month: "Effectifs du mois"
            case .emergency: "Fiche d'urgence"
            case .buses: "Cars"
            }
        }

        /// Whether its children are put together as the reader chooses.
        package var isGrouped: Bool {
            switch self {
            case .day, .week, .emergency: true
            case .meals, .month, .buses: false
            }
        }
    }

    /// What the children of a list are put together by.
    package enum Grouping: String, CaseIterable, Sendable {
        case group = "groupe"
        case school = "ecole"
        case schoolClass = "classe"

        package var french: String {
            switch self {
            case .group: "Groupe"
            case .school: "École"
            case .schoolClass: "Classe"
            }
        }
    }

    package let kind: Kind
    package let grouping: Grouping
    /// An activity's code.
    package let activity: String
    /// A day of the week or month that is asked for.
    package let date: CivilDate

    package init(_ kind: Kind, grouping: Grouping = .group, activity: String, date: CivilDate) {
        self.kind = kind
        self.grouping = grouping
        self.activity = activity
        self.date = date
    }
}
