package import PortalCore

/// A month of a family's bookings as the service desk changes them: past the deadlines and over capacity too, after the recap has asked why.
package struct DeskPlanningPage: HTML {
    private let frame: PortalFrame
    private let household: Household
    private let planning: PlanningMonth

    package init(frame: PortalFrame, household: Household, planning: PlanningMonth) {
        self.frame = frame
        self.household = household
        self.planning = planning
    }

    package var body: some HTML {
        PageLayout(
            frame.around(.households),
            title: "Réservations du foyer \(household.name)",
            introduction: "Vous pouvez changer ce que la famille ne peut plus changer. Le récapitulatif vous demandera pourquoi.",
            crumbs: frame.crumbs(to: household)
        ) {
            Pagination(
                "Mois",
                previous: (planning.month.previous.french, link(planning.month.previous)),
                current: planning.month.french,
                next: (planning.month.next.french, link(planning.month.next))
            )
            if planning.isEmpty {
                EmptyState("Rien à réserver en \(planning.month.french)", icon: .calendar) {
                    p { "Aucun enfant n'est inscrit à une activité ouverte." }
                }
            } else {
                form(.class("plan"), .method(.post), .action(frame.links.to(.recap(household.id)))) {
                    frame.token
                    HiddenField(BookingFields.snapshot, planning.snapshot.text)
                    PlanningWeeks(planning: planning, previousMonth: link(planning.month.previous), nextMonth: link(planning.month.next))
                    div(.class("bar")) {
                        p { "Rien n'est enregistré avant votre confirmation." }
                        SubmitButton("Voir le récapitulatif")
                    }
                }
            }
        }
    }

    private func link(_ month: Month) -> Link { frame.links.to(.planning(household.id, month)) }
}

/// What the staff are about to change for a family, and why.
package struct DeskRecapPage: HTML {
    package struct Model: Sendable {
        package let household: Household
        package let review: BookingReview
        /// Some of it is refused for want of places, and would be booked over capacity.
        package let isFull: Bool
        package let month: Month?
        /// Makes a confirmation that is sent twice count once.
        package let key: String
        /// What was typed, with what is wrong.
        package let form: FormState

        package init(household: Household, review: BookingReview, isFull: Bool, month: Month?, key: String, form: FormState) {
            self.household = household
            self.review = review
            self.isFull = isFull
            self.month = month
            self.key = key
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
            frame.around(.households),
            title: "Récapitulatif pour le foyer \(model.household.name)",
            introduction: "Rien n'est encore enregistré. La famille sera prévenue par courriel, avec votre motif.",
            crumbs: frame.crumbs(to: model.household),
            form: model.form
        ) {
            HTMLTemplates.form(
                .class("stack"),
                .method(.post),
                .action(frame.links.to(.bookings(model.household.id))),
                .novalidate()
            ) {
                frame.token
                HiddenField(BookingFields.key, model.key)
                ForEach(BookingRun.runs(of: model.review.lines.map(\.change))) { run in HiddenField(BookingFields.change, run.text) }
                lines
                if !model.review.accepted.isEmpty { CostChange(costs: model.review.costs, difference: model.review.difference) }
                DeskReason(isFull: model.isFull, form: model.form)
                ButtonRow {
                    SubmitButton("Enregistrer pour la famille", icon: .check)
                    LinkButton("Revenir au planning", to: back, style: .quiet, icon: .previous)
                }
            }
        }
    }

    private var back: Link { frame.links.to(.planning(model.household.id, model.month)) }

    @HTMLBuilder private var lines: some HTML {
        BookingLines("Impossible", icon: .lock, lines: model.review.lines.refused, .before)
        BookingLines("Réservations ajoutées", icon: .plus, lines: model.review.lines.accepted(.add), .before)
        BookingLines("Réservations annulées", icon: .minus, lines: model.review.lines.accepted(.cancel), .before)
        BookingLines("Listes d'attente quittées", icon: .minus, lines: model.review.lines.left, .before)
        BookingLines("Déjà enregistré", icon: .check, lines: model.review.lines.unchanged, .before)
    }
}

/// Why the staff act, and whether more children may come than there are places.
private struct DeskReason: HTML {
    let isFull: Bool
    let form: FormState

    var body: some HTML {
        div(.class("card form")) {
            if isFull || !form[DeskBookingField.overbooks.rawValue].isEmpty {
                CheckboxField(
                    DeskBookingField.overbooks.rawValue,
                    "Réserver au-delà de la capacité",
                    hint: "Un jour au moins est complet\u{A0}: sans cette case, il est refusé.",
                    in: form
                )
            }
            TextField(DeskBookingField.reason.rawValue, "Motif", hint: "La famille le lit, et le journal le garde.", in: form)
        }
    }
}
