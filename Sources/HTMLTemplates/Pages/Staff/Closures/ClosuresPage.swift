package import PortalCore

/// The closures that the staff have declared, and the form of another one.
package struct ClosuresPage: HTML {
    package struct Model: Sendable {
        package let closures: [DeclaredClosure]
        /// The closures of the definition on whose days bookings are left.
        package let unsettled: [(closure: TownClosure, bookings: Int, families: Int)]
        package let activities: [Activity]
        package let today: CivilDate
        package let form: ClosureFormState

        package init(
            closures: [DeclaredClosure],
            unsettled: [(closure: TownClosure, bookings: Int, families: Int)],
            activities: [Activity],
            today: CivilDate,
            form: ClosureFormState
        ) {
            self.closures = closures
            self.unsettled = unsettled
            self.activities = activities
            self.today = today
            self.form = form
        }
    }

    private let frame: PortalFrame
    private let model: Model

    package init(frame: PortalFrame, model: Model) {
        self.frame = frame
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.closures),
            title: "Fermetures",
            introduction: "Une grève, une panne, de la neige\u{A0}: dites ce qui ferme. Vous verrez qui est touché avant que rien ne change.",
            crumbs: [Crumb("Aujourd'hui", frame.links.to(.home as StaffPage))],
            form: model.form.state
        ) {
            ForEach(model.unsettled) { left in UnsettledClosure(left: left, frame: frame) }
            ClosureFields(frame: frame, activities: model.activities, form: model.form)
            DeclaredClosures(closures: model.closures, activities: model.activities, today: model.today, links: frame.links)
        }
    }
}

/// A closure of the definition that leaves bookings on its days.
private struct UnsettledClosure: HTML {
    let left: (closure: TownClosure, bookings: Int, families: Int)
    let frame: PortalFrame

    var body: some HTML {
        Notice(.warning, title: "«\u{A0}\(left.closure.reason)\u{A0}»\u{A0}: des réservations restent") {
            p {
                "La définition du portail ferme \(left.closure.frenchSpan). "
                "\(left.bookings) réservations de \(left.families) familles, faites avant, y sont encore\u{A0}: elles n'ont pas été annulées."
            }
            ButtonRow {
                LinkButton("Décider de ces réservations", to: frame.links.to(.closures(start)), style: .secondary, icon: .next)
            }
        }
    }

    private var start: ClosureStart {
        ClosureStart(firstDay: left.closure.firstDay, lastDay: left.closure.lastDay, activities: left.closure.activities)
    }
}

/// What was declared, the days to come first.
private struct DeclaredClosures: HTML {
    let closures: [DeclaredClosure]
    let activities: [Activity]
    let today: CivilDate
    let links: PortalLinks

    var body: some HTML {
        if closures.isEmpty {
            EmptyState("Aucune fermeture déclarée", icon: .calendar) { p { "Celles que vous déclarez resteront ici, avec ce qu'elles ont changé." } }
        } else {
            DataTable("Fermetures déclarées", columns: ["Jours", "Cause", "Ce qui ferme", "Réservations", "État"]) {
                ForEach(closures) { closure in
                    tr {
                        th(.scope(.row)) { a(.href(links.to(.closure(closure.id)))) { closure.days.frenchSpan } }
                        td { closure.reason.capitalizedFirst }
                        td { closure.scope.words(among: activities) }
                        td { closure.effect.shortWord }
                        td { ClosureTag(closure: closure, today: today) }
                    }
                }
            }
        }
    }
}

/// How far a closure is.
struct ClosureTag: HTML {
    let closure: DeclaredClosure
    let today: CivilDate

    var body: some HTML {
        if closure.undoneAt != nil {
            StateTag("Annulée", tone: .neutral, icon: .cross)
        } else if closure.days.upperBound < today {
            StateTag("Passée", tone: .neutral, icon: .check)
        } else if closure.days.contains(today) {
            StateTag("En cours", tone: .warning, icon: .clock)
        } else {
            StateTag("À venir", tone: .accent, icon: .calendar)
        }
    }
}

extension ClosureEffect {
    var shortWord: String {
        switch self {
        case .cancels: "Annulées sans frais"
        case .minimumService: "Service minimum"
        case .keeps: "Gardées"
        }
    }
}

extension ClosureScope {
    /// "Tous les accueils", "Cantine, Mercredis (Petits)".
    func words(among activities: [Activity]) -> String {
        if isWhole { return "Tous les accueils" }
        return activities.filter(touches).map { activity in
            guard !closes(activity) else { return activity.name }
            return "\(activity.name) (\(activity.groups.filter { groups.contains($0.id) }.map(\.name).joined(separator: ", ")))"
        }.joined(separator: ", ")
    }
}

extension TownClosure {
    fileprivate var frenchSpan: String { (firstDay...lastDay).frenchSpan }
}
