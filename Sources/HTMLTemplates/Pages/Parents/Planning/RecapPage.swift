package import PortalCore

/// What would change, before it is confirmed: added, cancelled, late, impossible and why, and what it costs.
package struct RecapPage: HTML {
    package struct Model: Sendable {
        package let frame: PageFrame
        package let review: BookingReview
        /// Where the confirmation is sent.
        package let confirm: Link
        /// The planning that the changes come from.
        package let planning: Link
        package let token: FormToken
        /// Makes a confirmation that is sent twice count once.
        package let key: String
        package let crumbs: [Crumb]

        package init(
            frame: PageFrame,
            review: BookingReview,
            confirm: Link,
            planning: Link,
            token: FormToken,
            key: String,
            crumbs: [Crumb]
        ) {
            self.frame = frame
            self.review = review
            self.confirm = confirm
            self.planning = planning
            self.token = token
            self.key = key
            self.crumbs = crumbs
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(model.frame, title: "Récapitulatif", introduction: introduction, crumbs: model.crumbs) {
            Steps(["Choisir les jours", "Vérifier", "C'est enregistré"], current: 1)
            if lines.isEmpty {
                EmptyState("Aucun changement demandé", icon: .calendar) {
                    p { "Vous n'avez rien coché ni décoché." }
                    ButtonRow { LinkButton("Revenir au planning", to: model.planning, icon: .previous) }
                }
            } else {
                RecapLines(lines: lines)
                RecapForm(model: model)
            }
        }
    }

    private var lines: [BookingReviewLine] { model.review.lines }

    private var introduction: String? {
        switch (model.review.accepted.isEmpty, lines.isEmpty) {
        case (_, true): nil
        case (true, false): "Aucun de ces changements n'est possible, voici pourquoi."
        case (false, false): "Rien n'est encore enregistré\u{A0}: vérifiez, puis confirmez."
        }
    }
}

private struct RecapLines: HTML {
    let lines: [BookingReviewLine]

    var body: some HTML {
        BookingLines("Impossible", icon: .lock, lines: lines.refused, .before)
        BookingLines("Réservations ajoutées", icon: .plus, lines: lines.accepted(.add), .before)
        BookingLines("Réservations annulées", icon: .minus, lines: lines.accepted(.cancel), .before)
        BookingLines("Déjà enregistré", icon: .check, lines: lines.unchanged, .before)
    }
}

private struct RecapForm: HTML {
    let model: RecapPage.Model

    var body: some HTML {
        let accepted = model.review.accepted
        if accepted.isEmpty {
            ButtonRow { LinkButton("Revenir au planning", to: model.planning, icon: .previous) }
        } else {
            CostDifference(accepted.difference)
            form(.method(.post), .action(model.confirm)) {
                model.token
                HiddenField(BookingFields.key, model.key)
                ForEach(accepted) { line in HiddenField(BookingFields.change, line.change.text) }
                ButtonRow {
                    SubmitButton(accepted.count == 1 ? "Confirmer ce changement" : "Confirmer ces \(accepted.count) changements", icon: .check)
                    SubmitButton("Revenir au planning", style: .quiet, action: model.planning)
                }
            }
        }
    }
}

/// What the changes cost, or give back.
struct CostDifference: HTML {
    private let amount: Cents

    init(_ amount: Cents) {
        self.amount = amount
    }

    var body: some HTML {
        p(.class("sum")) {
            span { "Différence sur vos prochaines factures" }
            " "
            Price(difference: amount)
        }
    }
}
