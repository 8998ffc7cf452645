package import PortalCore

/// What would change, before it is confirmed: added, cancelled, late, impossible and why, and what it costs.
package struct RecapPage: HTML {
    /// Where the changes come from, and where one goes back to change them.
    package enum Origin: Sendable {
        /// The planning's boxes, and its month.
        case planning(Month?)
        /// A week put on many.
        case pattern(PatternForm)
    }

    package struct Model: Sendable {
        package let booking: FamilyFrame
        package let review: BookingReview
        package let origin: Origin
        /// Makes a confirmation that is sent twice count once.
        package let key: String
        /// What keeps the reader from booking.
        package let obstacles: ObstacleNotices?
        /// What the staff say besides; nil where a parent reads.
        package let terms: DeskTermsForm?

        package init(
            booking: FamilyFrame,
            review: BookingReview,
            origin: Origin,
            key: String,
            obstacles: ObstacleNotices? = nil,
            terms: DeskTermsForm? = nil
        ) {
            self.booking = booking
            self.review = review
            self.origin = origin
            self.key = key
            self.obstacles = obstacles
            self.terms = terms
        }

        var back: Link {
            switch origin {
            case .planning(let month): booking.planning(month)
            case .pattern: booking.fill
            }
        }

        /// What a confirmation may change: what is possible, and with the staff's leave what is full.
        var confirmable: [BookingReviewLine] {
            review.lines.filter { $0.outcome.isAccepted || terms?.overbookable.contains($0.change) == true }
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            model.booking.page(),
            title: model.booking.title("Récapitulatif", "pour le"),
            introduction: introduction,
            crumbs: model.booking.innerCrumbs,
            form: model.terms?.form ?? FormState(),
            script: .planning,
            isCompact: true
        ) {
            Steps(["Choisir les jours", "Vérifier", "C'est enregistré"], current: 1)
            if let obstacles = model.obstacles { obstacles }
            if lines.isEmpty {
                EmptyState("Aucun changement demandé", icon: .calendar) {
                    p { "Vous n'avez rien coché ni décoché." }
                    ButtonRow { LinkButton("Revenir au planning", to: model.back, icon: .previous) }
                }
            } else {
                RecapForm(model: model)
            }
        }
    }

    private var lines: [BookingReviewLine] { model.review.lines }

    private var introduction: String? {
        switch (model.confirmable.isEmpty, lines.isEmpty) {
        case (_, true): nil
        case (true, false): "Aucun de ces changements n'est possible, voici pourquoi."
        case (false, false) where model.booking.isDesk:
            "Rien n'est encore enregistré. La famille sera prévenue par courriel, avec votre motif."
        case (false, false): "Rien n'est encore enregistré\u{A0}: vérifiez, puis confirmez."
        }
    }
}

/// The changes, what they cost, and the way on or back.
private struct RecapForm: HTML {
    let model: RecapPage.Model

    var body: some HTML {
        let (accepted, confirmable) = (model.review.accepted, model.confirmable)
        form(.id("recapitulatif"), .class("stack"), .method(.post), .action(model.booking.confirm), .novalidate()) {
            model.booking.frame.token
            HiddenField(BookingFields.key, model.key)
            ForEach(BookingRun.runs(of: confirmable.map(\.change))) { run in HiddenField(BookingFields.change, run.text) }
            OriginFields(origin: model.origin)
            RecapLines(lines: model.review.lines, origin: model.origin)
            TogetherField(lines: model.review.lines)
            if !accepted.isEmpty { CostChange(costs: model.review.costs, difference: accepted.difference) }
            RecapDays(lines: confirmable)
            if let terms = model.terms, !confirmable.isEmpty { DeskTermsCard(terms: terms) }
            RecapBar(confirmable: confirmable, back: model.back)
        }
    }
}

private struct RecapLines: HTML {
    let lines: [BookingReviewLine]
    let origin: RecapPage.Origin

    var body: some HTML {
        if case .planning = origin { BookingLines("Impossible", icon: .lock, lines: lines.refused, .before) }
        BookingLines("Réservations ajoutées", icon: .plus, lines: inTime.accepted(.add), .before)
        BookingLines("Réservations ajoutées hors délai", icon: .clock, lines: late.accepted(.add), .before)
        BookingLines("En attente", icon: .clock, lines: lines.pending, .before)
        BookingLines("Réservations annulées", icon: .minus, lines: inTime.accepted(.cancel), .before)
        BookingLines("Réservations annulées hors délai", icon: .clock, lines: late.accepted(.cancel), .before)
        BookingLines("Absences", icon: .absent, lines: lines.absences, .before)
        BookingLines("Listes d'attente quittées", icon: .minus, lines: lines.left, .before)
        // A pattern meets days on which nothing can be done: they are said after what it does.
        if case .pattern = origin { BookingLines("Jours sautés", icon: .lock, lines: lines.refused, .before) }
        BookingLines("Déjà enregistré", icon: .check, lines: lines.unchanged, .before)
    }

    /// What only the staff can do, apart from what the family could.
    private var late: [BookingReviewLine] { lines.filter { $0.passedLimit != nil } }
    private var inTime: [BookingReviewLine] { lines.filter { $0.passedLimit == nil } }
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
    let confirmable: [BookingReviewLine]
    let back: Link

    var body: some HTML {
        div(.class("bar")) {
            if confirmable.isEmpty {
                p { "Rien ne serait enregistré." }
            } else {
                p(.ariaLive(.polite)) {
                    "Différence\u{A0}: "
                    Price(difference: confirmable.difference)
                }
            }
            if !confirmable.isEmpty {
                SubmitButton(confirmable.count == 1 ? "Confirmer ce changement" : "Confirmer ces \(confirmable.count) changements", icon: .check)
            }
            button(.class(confirmable.isEmpty ? "button secondary" : "button quiet"), .type(.submit), .formaction(back)) {
                "Modifier"
                span(.class("long")) { " la demande" }
            }
        }
    }
}

/// The pattern's own fields, so that its page comes back as it was filled in.
private struct OriginFields: HTML {
    let origin: RecapPage.Origin

    var body: some HTML {
        if case .pattern(let form) = origin {
            ForEach(form.choices) { choice in HiddenField(PatternForm.Field.choices.rawValue, choice) }
            HiddenField(PatternForm.Field.kind.rawValue, form.kind)
            HiddenField(PatternForm.Field.weeks.rawValue, form.weeks)
            HiddenField(PatternForm.Field.period.rawValue, form.period)
            HiddenField(PatternForm.Field.firstDay.rawValue, form.firstDay)
            HiddenField(PatternForm.Field.lastDay.rawValue, form.lastDay)
        }
    }
}
