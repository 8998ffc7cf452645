package import PortalCore

/// "Remplir plusieurs semaines": a week as it should be, for each child, and the weeks that it is put on.
package struct PatternPage: HTML {
    package struct Model: Sendable {
        package let booking: FamilyFrame
        package let sheet: PatternSheet
        /// What has been filled in already.
        package let form: PatternForm
        /// What is wrong with it.
        package let state: FormState
        package let today: CivilDate
        /// What keeps the reader from booking.
        package let obstacles: ObstacleNotices?

        package init(
            booking: FamilyFrame,
            sheet: PatternSheet,
            form: PatternForm,
            state: FormState,
            today: CivilDate,
            obstacles: ObstacleNotices? = nil
        ) {
            self.booking = booking
            self.sheet = sheet
            self.form = form
            self.state = state
            self.today = today
            self.obstacles = obstacles
        }
    }

    private let model: Model

    package init(_ model: Model) {
        self.model = model
    }

    package var body: some HTML {
        PageLayout(
            model.booking.page(),
            title: model.booking.title("Remplir plusieurs semaines", "pour le"),
            introduction: "Cochez une semaine, choisissez jusqu'à quand\u{A0}: le récapitulatif montre chaque jour avant d'enregistrer.",
            crumbs: model.booking.innerCrumbs,
            form: model.state,
            script: .planning,
            isCompact: true
        ) {
            if let obstacles = model.obstacles { obstacles }
            if model.sheet.children.isEmpty {
                EmptyState("Rien à réserver pour le moment", icon: .calendar) {
                    p {
                        model.booking.isDesk
                            ? "Aucun enfant du foyer n'est inscrit à une activité."
                            : "Aucun de vos enfants n'est inscrit à une activité. Pour une inscription, adressez-vous au service."
                    }
                }
            } else {
                PatternFormView(model: model)
            }
        }
    }
}

private struct PatternFormView: HTML {
    let model: PatternPage.Model

    var body: some HTML {
        form(.class("fill"), .id("remplir"), .method(.post), .action(model.booking.recap), .novalidate()) {
            model.booking.frame.token
            PatternWeek(sheet: model.sheet, ticked: Set(model.form.choices), state: model.state)
            div(.class("card fill-when")) {
                PatternPeriodField(model: model)
                PatternWeeksField(chosen: model.form.weeks, today: model.today)
                PatternActField(chosen: model.form.kind)
            }
            div(.class("bar")) {
                p { "Rien n'est enregistré avant votre confirmation." }
                SubmitButton("Voir le récapitulatif")
            }
        }
    }
}

private struct PatternPeriodField: HTML {
    let model: PatternPage.Model

    var body: some HTML {
        let name = PatternForm.Field.period.rawValue
        let error = model.state.error(of: name)
        fieldset(.class(error == nil ? "field choices" : "field choices wrong")) {
            legend { "Quand\u{A0}?" }
            if let error { FieldErrorText(id: FieldID(name), message: error) }
            ForEach(periods.indices) { index in
                PatternChoice(
                    name: name,
                    value: periods[index].text,
                    isChecked: periods[index].text == chosen,
                    id: index == 0 ? FieldID(name).text : nil
                ) {
                    periods[index].title
                    span(.class("hint")) { periods[index].french }
                }
            }
            PatternChoice(
                name: name,
                value: PatternForm.betweenDates,
                isChecked: chosen == PatternForm.betweenDates,
                id: periods.isEmpty ? FieldID(name).text : nil
            ) {
                "Entre deux dates"
            }
            div(.class("fill-dates")) {
                TextField(PatternForm.Field.firstDay.rawValue, "Du", kind: .date, in: dates)
                TextField(PatternForm.Field.lastDay.rawValue, "Au", kind: .date, in: dates)
            }
        }
    }

    private var periods: [PatternPeriod] { model.sheet.periods }

    /// The first period, unless another one was chosen.
    private var chosen: String {
        model.form.period.isEmpty ? periods.first?.text ?? PatternForm.betweenDates : model.form.period
    }

    private var dates: FormState {
        FormState(
            values: [
                PatternForm.Field.firstDay.rawValue: model.form.firstDay.isEmpty ? model.today.iso : model.form.firstDay,
                PatternForm.Field.lastDay.rawValue: model.form.lastDay,
            ],
            errors: model.state.errors
        )
    }
}

private struct PatternWeeksField: HTML {
    let chosen: String
    let today: CivilDate

    var body: some HTML {
        fieldset(.class("field choices")) {
            legend { "Quelles semaines\u{A0}?" }
            ForEach(WeekChoice.allCases) { choice in
                PatternChoice(
                    name: PatternForm.Field.weeks.rawValue,
                    value: choice.rawValue,
                    isChecked: chosen.isEmpty ? choice == .every : chosen == choice.rawValue
                ) {
                    title(choice)
                    if choice != .every { span(.class("hint")) { "la prochaine\u{A0}: lundi \(nextMonday(choice).frenchDayAndMonth)" } }
                }
            }
        }
    }

    private func title(_ choice: WeekChoice) -> String {
        switch choice {
        case .every: "Toutes"
        case .even: "Une sur deux, les semaines paires"
        case .odd: "Une sur deux, les semaines impaires"
        }
    }

    private func nextMonday(_ choice: WeekChoice) -> CivilDate {
        let monday = today.mondayOfWeek.adding(days: 7)
        return choice.includes(monday) ? monday : monday.adding(days: 7)
    }
}

private struct PatternActField: HTML {
    let chosen: String

    var body: some HTML {
        fieldset(.class("field choices")) {
            legend { "Que faire de ces jours\u{A0}?" }
            ForEach([BookingChange.Kind.add, .cancel]) { kind in
                PatternChoice(
                    name: PatternForm.Field.kind.rawValue,
                    value: kind.rawValue,
                    isChecked: chosen == kind.rawValue || (chosen.isEmpty && kind == .add)
                ) {
                    kind == .add ? "Les réserver" : "Les annuler"
                }
            }
        }
    }
}

private struct PatternChoice<Content: HTML>: HTML {
    let name: String
    let value: String
    let isChecked: Bool
    var id: String?
    let content: Content

    init(name: String, value: String, isChecked: Bool, id: String? = nil, @HTMLBuilder content: () -> Content) {
        self.name = name
        self.value = value
        self.isChecked = isChecked
        self.id = id
        self.content = content()
    }

    var body: some HTML {
        label(.class("choice")) {
            input(.type(.radio), .id(id), .name(name), .value(value), .checked(isChecked))
            span { content }
        }
    }
}

extension PatternPeriod {
    /// "du 20 novembre au 18 décembre 2026", "du 19 décembre 2026 au 3 janvier 2027".
    fileprivate var french: String {
        let (first, last) = (days.lowerBound, days.upperBound)
        return "du \(first.year == last.year ? first.frenchDayAndMonth : first.frenchWithoutWeekday) au \(last.frenchWithoutWeekday)"
    }
}
