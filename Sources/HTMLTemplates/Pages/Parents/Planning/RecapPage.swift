package import PortalCore

/// What would change, before it is confirmed: added, cancelled, late, impossible and why, and what it costs.
package struct RecapPage: HTML {
    /// Where the changes come from, and where one goes back to change them.
    package enum Origin: Sendable {
        /// The planning's boxes, and its month.
        case planning(Link)
        /// A week put on many, and its page.
        case pattern(PatternForm, back: Link)
    }

    package struct Model: Sendable {
        package let frame: PageFrame
        package let review: BookingReview
        /// Where the confirmation is sent.
        package let confirm: Link
        package let origin: Origin
        package let token: FormToken
        /// Makes a confirmation that is sent twice count once.
        package let key: String
        package let crumbs: [Crumb]
        /// What keeps the reader from booking.
        package let obstacles: ObstacleNotices?

        package init(
            frame: PageFrame,
            review: BookingReview,
            confirm: Link,
            origin: Origin,
            token: FormToken,
            key: String,
            crumbs: [Crumb],
            obstacles: ObstacleNotices? = nil
        ) {
            self.frame = frame
            self.review = review
            self.confirm = confirm
            self.origin = origin
            self.token = token
            self.key = key
            self.crumbs = crumbs
            self.obstacles = obstacles
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(model.frame, title: "Récapitulatif", introduction: introduction, crumbs: model.crumbs, script: .planning, isCompact: true) {
            Steps(["Choisir les jours", "Vérifier", "C'est enregistré"], current: 1)
            if let obstacles = model.obstacles { obstacles }
            if lines.isEmpty {
                EmptyState("Aucun changement demandé", icon: .calendar) {
                    p { "Vous n'avez rien coché ni décoché." }
                    ButtonRow { LinkButton("Revenir au planning", to: model.origin.back, icon: .previous) }
                }
            } else {
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

/// The changes, what they cost, and the way on or back.
private struct RecapForm: HTML {
    let model: RecapPage.Model

    var body: some HTML {
        let accepted = model.review.accepted
        form(.id("recapitulatif"), .class("stack"), .method(.post), .action(model.confirm)) {
            model.token
            HiddenField(BookingFields.key, model.key)
            ForEach(BookingRun.runs(of: accepted.map(\.change))) { run in HiddenField(BookingFields.change, run.text) }
            OriginFields(origin: model.origin)
            RecapLines(lines: model.review.lines, origin: model.origin)
            TogetherField(lines: model.review.lines)
            if !accepted.isEmpty { CostChange(costs: model.review.costs, difference: accepted.difference) }
            RecapDays(lines: accepted)
            RecapBar(accepted: accepted, back: model.origin.back)
        }
    }
}

private struct RecapLines: HTML {
    let lines: [BookingReviewLine]
    let origin: RecapPage.Origin

    var body: some HTML {
        if case .planning = origin { BookingLines("Impossible", icon: .lock, lines: lines.refused, .before) }
        BookingLines("Réservations ajoutées", icon: .plus, lines: lines.accepted(.add), .before)
        BookingLines("En attente", icon: .clock, lines: lines.pending, .before)
        BookingLines("Réservations annulées", icon: .minus, lines: lines.accepted(.cancel), .before)
        BookingLines("Absences", icon: .absent, lines: lines.absences, .before)
        BookingLines("Listes d'attente quittées", icon: .minus, lines: lines.left, .before)
        // A pattern meets days on which nothing can be done: they are said after what it does.
        if case .pattern = origin { BookingLines("Jours sautés", icon: .lock, lines: lines.refused, .before) }
        BookingLines("Déjà enregistré", icon: .check, lines: lines.unchanged, .before)
    }
}

/// Whether places in several lines are wanted together or not at all.
private struct TogetherField: HTML {
    let lines: [BookingReviewLine]

    var body: some HTML {
        if count > 1 {
            CheckboxField(
                BookingFields.together,
                "Seulement si ces \(count) places se libèrent toutes",
                hint: "Elles vous seront alors proposées ensemble. Sans cela, chaque place vous est proposée dès qu'elle se libère à votre tour.",
                in: FormState()
            )
        }
    }

    private var count: Int {
        lines.count { line in
            if case .waiting = line.outcome { true } else { false }
        }
    }
}

/// What it comes to, and the way on or back: always in sight, however long the list.
private struct RecapBar: HTML {
    let accepted: [BookingReviewLine]
    let back: Link

    var body: some HTML {
        div(.class("bar")) {
            if accepted.isEmpty {
                p { "Rien ne serait enregistré." }
            } else {
                p(.ariaLive(.polite)) {
                    "Différence\u{A0}: "
                    Price(difference: accepted.difference)
                }
            }
            if !accepted.isEmpty {
                SubmitButton(accepted.count == 1 ? "Confirmer ce changement" : "Confirmer ces \(accepted.count) changements", icon: .check)
            }
            button(.class(accepted.isEmpty ? "button secondary" : "button quiet"), .type(.submit), .formaction(back)) {
                "Modifier"
                span(.class("long")) { " ma demande" }
            }
        }
    }
}

/// The pattern's own fields, so that its page comes back as it was filled in.
private struct OriginFields: HTML {
    let origin: RecapPage.Origin

    var body: some HTML {
        if case .pattern(let form, _) = origin {
            ForEach(form.choices) { choice in HiddenField(PatternForm.Field.choices.rawValue, choice) }
            HiddenField(PatternForm.Field.kind.rawValue, form.kind)
            HiddenField(PatternForm.Field.weeks.rawValue, form.weeks)
            HiddenField(PatternForm.Field.period.rawValue, form.period)
            HiddenField(PatternForm.Field.firstDay.rawValue, form.firstDay)
            HiddenField(PatternForm.Field.lastDay.rawValue, form.lastDay)
        }
    }
}

extension RecapPage.Origin {
    var back: Link {
        switch self {
        case .planning(let link), .pattern(_, back: let link): link
        }
    }
}
