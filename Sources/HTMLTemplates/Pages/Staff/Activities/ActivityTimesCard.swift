import PortalCore

/// Which times of the children families are asked for, unit by unit, and the form of one.
struct ActivityTimesCard: HTML {
    let frame: PortalFrame
    let model: ActivitySettingsPage.Model

    private var activity: Activity { model.activity }

    var body: some HTML {
        Card("Heures demandées aux familles", icon: .clock, id: "heures") {
            DefinitionList(activity.units.map { Definition($0.name, $0.askedTimes.french.capitalizedFirst) })
            details(.open(isWrong)) {
                summary { "Changer ce qui est demandé" }
                p(.class("hint")) { "L'équipe lit ces heures au pointage et dans les listes. Elles ne changent ni les places ni la facturation." }
                ActivityChangeForm(frame: frame, activity: activity, kind: .times) { fields }
            }
        }
    }

    @HTMLBuilder private var fields: some HTML {
        SelectField(
            ActivityForm.Field.timesUnit.rawValue,
            "Pour",
            choices: activity.units.map { Choice($0.code, $0.name) },
            in: model.form
        )
        div(.class("pair")) {
            step(.arrivalStep, "Heure d'arrivée")
            step(.departureStep, "Heure de départ")
        }
    }

    private func step(_ field: ActivityForm.Field, _ label: String) -> SelectField {
        let steps = TimeStep.allCases.map { Choice(String($0.minutes), $0.notation.capitalizedFirst) }
        return SelectField(field.rawValue, label, choices: [Choice("", "Pas demandée")] + steps, isRequired: false, in: model.form)
    }

    private var isWrong: Bool {
        [ActivityForm.Field.timesUnit, .arrivalStep, .departureStep].contains { model.form.error(of: $0.rawValue) != nil }
    }
}
