import PortalCore

/// The days on which an activity opens: its pattern, the days that are added, those that are closed.
struct ActivityDaysCard: HTML {
    let frame: PortalFrame
    let model: ActivitySettingsPage.Model

    private var activity: Activity { model.activity }
    private var added: [CivilDate] { activity.extraDays.filter { $0 >= model.today } }

    var body: some HTML {
        Card("Jours d'ouverture", icon: .calendar, id: "jours") {
            DefinitionList([Definition("D'ordinaire", activity.openingWords)])
            if !added.isEmpty {
                h3 { "Jours ajoutés" }
                ul(.class("lines")) {
                    ForEach(added) { day in
                        li {
                            div(.class("what")) { time(.datetime(day.iso)) { day.french.capitalizedFirst } }
                            div(.class("end")) {
                                ActivityRemovalForm(frame: frame, activity: activity, kind: .extraDayRemoval, day: day, title: "Retirer")
                            }
                        }
                    }
                }
            }
            closed
            details(.open(isWrong)) {
                summary { "Ajouter des jours" }
                ActivityChangeForm(frame: frame, activity: activity, kind: .extraDays) { fields }
            }
        }
    }

    @HTMLBuilder private var closed: some HTML {
        if !model.closures.isEmpty {
            h3 { "Fermetures à venir" }
            ul(.class("list")) {
                ForEach(model.closures) { closure in
                    li { "\((closure.firstDay...max(closure.firstDay, closure.lastDay)).frenchSpan.capitalizedFirst)\u{A0}: \(closure.reason)" }
                }
            }
        }
        ButtonRow {
            LinkButton(
                "Fermer des jours",
                to: frame.links.to(.closures(ClosureStart(firstDay: model.today, lastDay: model.today, activities: [activity.code]))),
                style: .secondary,
                icon: .cross
            )
        }
    }

    @HTMLBuilder private var fields: some HTML {
        div(.class("pair")) {
            TextField(ActivityForm.Field.daysFirst.rawValue, "Du", kind: .date, in: model.form)
            TextField(
                ActivityForm.Field.daysLast.rawValue,
                "Au",
                kind: .date,
                hint: "Vide\u{A0}: ce jour seulement.",
                isRequired: false,
                in: model.form
            )
        }
        CheckboxGroup(
            ActivityForm.Field.weekday.rawValue,
            "Les jours de la semaine",
            choices: Weekday.allCases.map { Choice($0.frenchName, $0.frenchName.capitalizedFirst) },
            hint: "Rien de coché\u{A0}: tous. L'activité y ouvre même en vacances, un jour férié ou un jour de fermeture du calendrier.",
            ticked: model.weekdays,
            in: model.form
        )
    }

    private var isWrong: Bool {
        [ActivityForm.Field.daysFirst, .daysLast, .weekday].contains { model.form.error(of: $0.rawValue) != nil }
    }
}
