package import PortalCore

/// The month's bookings of all the family's children on one page, and what may still be changed.
///
/// The form sends `r`, one "child.unit.day" for each ticked box, and `vu`, what the page showed when it was made.
package struct PlanningPage: HTML {
    package struct Model: Sendable {
        package let booking: FamilyFrame
        /// What is shown.
        package let planning: PlanningMonth
        /// `PlanningSnapshot`'s text.
        package let snapshot: String
        /// Changes that were asked for in other months, or of what is not shown; nil when there are none.
        package let carried: BookingReview?
        /// nil where everything is always shown.
        package let filters: PlanningFilters?
        /// This month's planning: the buttons that change many boxes come back to it.
        package let here: Link
        /// The planning of the months around; nil where there is none.
        package let previousMonth: Link?
        package let nextMonth: Link?
        /// The places that are held for the family.
        package let offers: [WaitingPlace]
        /// What keeps the reader from booking.
        package let obstacles: [BookingObstacle]
        /// What the keys of the forms begin with.
        package let key: String
        /// What the contracts of regular care say of the month.
        package let care: CareNotices?
        /// When the children usually come and leave, where families are asked.
        package let habits: [ChildTimes]

        package init(
            booking: FamilyFrame,
            planning: PlanningMonth,
            snapshot: String,
            carried: BookingReview?,
            filters: PlanningFilters? = nil,
            here: Link,
            previousMonth: Link?,
            nextMonth: Link?,
            offers: [WaitingPlace] = [],
            obstacles: [BookingObstacle] = [],
            key: String = "",
            care: CareNotices? = nil,
            habits: [ChildTimes] = []
        ) {
            self.booking = booking
            self.planning = planning
            self.snapshot = snapshot
            self.carried = carried
            self.filters = filters
            self.here = here
            self.previousMonth = previousMonth
            self.nextMonth = nextMonth
            self.offers = offers
            self.obstacles = obstacles
            self.key = key
            self.care = care
            self.habits = habits
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            model.booking.page(),
            title: model.booking.title("Réservations", "du"),
            introduction: introduction,
            crumbs: model.booking.crumbs,
            script: .planning,
            isCompact: true
        ) {
            OfferCards(model.offers, frame: model.booking.frame, key: model.key)
            ObstacleNotices(model.obstacles, links: model.booking.frame.links)
            div(.class("months")) { months }
            if model.planning.isEmpty {
                EmptyState("Rien à réserver en \(model.planning.month.french)", icon: .calendar) {
                    p {
                        model.booking.isDesk
                            ? "Aucun enfant n'est inscrit à une activité ouverte ce mois-là."
                            : "Aucun de vos enfants n'est inscrit à une activité ouverte ce mois-là. Pour une inscription, adressez-vous au service\u{A0}: "
                                + "ses coordonnées sont en bas de la page."
                    }
                }
            } else {
                PlanningForm(model: model)
            }
            UsualTimesCard(habits: model.habits, links: model.booking.frame.links)
            if let care = model.care { care }
        }
    }

    private var months: some HTML {
        let month = model.planning.month
        return Pagination(
            "Mois",
            previous: model.previousMonth.map { (month.previous.frenchName, $0) },
            current: month.french,
            next: model.nextMonth.map { (month.next.frenchName, $0) }
        )
    }

    private var introduction: String? {
        guard !model.planning.isEmpty else { return nil }
        if model.booking.isDesk {
            return "Vous pouvez changer ce que la famille ne peut plus changer. Le récapitulatif vous demandera pourquoi."
        }
        guard model.planning.mayChange else { return "Plus aucune réservation de ce mois ne peut être modifiée." }
        return model.planning.nextLimit?.french ?? "Cochez ou décochez, puis vérifiez avant de confirmer."
    }
}

/// The form around the weeks: what is chosen, the limits, and the bar that leads to the recap.
private struct PlanningForm: HTML {
    let model: PlanningPage.Model

    var body: some HTML {
        form(.class("plan"), .id("planning"), .method(.post), .action(model.booking.recap)) {
            model.booking.frame.token
            HiddenField(BookingFields.snapshot, model.snapshot)
            if let carried = model.carried {
                ForEach(BookingRun.runs(of: carried.lines.map(\.change))) { run in HiddenField(BookingFields.change, run.text) }
            }
            // The button that the Enter key presses in a box: the first one of the form.
            if model.planning.mayChange { button(.class("button primary v"), .type(.submit)) { "Aller au récapitulatif" } }
            PlanningTools(model: model)
            if !idleChildren.isEmpty {
                p(.class("hint")) { "Sans activité en \(model.planning.month.french)\u{A0}: \(idleChildren.joined(separator: ", "))." }
            }
            PlanningWeeks(model: model)
            PlanningKey(planning: model.planning)
            if model.planning.mayChange || model.carried != nil { PlanningBar(carried: model.carried, here: model.here) }
        }
    }

    /// Who has nothing to tick, nor regular care.
    private var idleChildren: [String] { model.planning.idleChildren.filter { model.care?.children.contains($0) != true } }
}

/// What has been changed, and the way to the recap: always in sight.
private struct PlanningBar: HTML {
    let carried: BookingReview?
    let here: Link

    var body: some HTML {
        div(.class("bar")) {
            p(
                .id("bilan"),
                .ariaLive(.polite),
                .data(.count, carried?.accepted.count ?? 0),
                .data(.price, Int(carried?.difference.amount ?? 0))
            ) {
                words
            }
            // Filled by the script with the limit of the box that has the focus or the pointer; the boxes name the same sentence to screen readers.
            p(.id("limite"), .class("hint"), .ariaHidden()) {}
            a(.class("button quiet"), .id("annuler"), .href(here)) {
                "Annuler"
                span(.class("long")) { " mes changements" }
            }
            SubmitButton("Voir le récapitulatif")
        }
    }

    private var words: String {
        let count = carried?.lines.count ?? 0
        return switch count {
        case 0: "Cochez ou décochez\u{A0}: rien n'est enregistré avant votre confirmation."
        case 1: "Un changement demandé ailleurs sera aussi dans le récapitulatif."
        default: "\(count) changements demandés ailleurs seront aussi dans le récapitulatif."
        }
    }
}
