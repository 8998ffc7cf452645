import PortalCore

/// How far ahead days are booked, now and from later days on.
struct ActivityHorizonCard: HTML {
    let frame: PortalFrame
    let model: ActivitySettingsPage.Model

    private var activity: Activity { model.activity }

    var body: some HTML {
        Card("À partir de quand un jour se réserve", icon: .clock, id: "ouverture") {
            DefinitionList([Definition("D'ordinaire", words(DatedHorizon(firstDay: model.today, horizon: activity.terms.horizon)))])
            if !activity.terms.datedHorizons.isEmpty {
                ul(.class("lines")) {
                    ForEach(activity.terms.datedHorizons) { dated in
                        li {
                            div(.class("what")) {
                                strong { words(dated) }
                                span(.class("hint")) { "Pour les jours à partir du \(dated.firstDay.frenchWithoutWeekday)" }
                            }
                            div(.class("end")) {
                                ActivityRemovalForm(frame: frame, activity: activity, kind: .horizonRemoval, day: dated.firstDay, title: "Retirer")
                            }
                        }
                    }
                }
            }
            p(.class("hint")) { "Une fenêtre (plus bas) le remplace pour ses jours." }
            details(.open(isWrong)) {
                summary { "Changer à partir d'un jour" }
                ActivityChangeForm(frame: frame, activity: activity, kind: .horizon) { fields }
            }
        }
    }

    private func words(_ dated: DatedHorizon) -> String { dated.frenchHorizon.capitalizedFirst }

    @HTMLBuilder private var fields: some HTML {
        TextField(ActivityForm.Field.horizonFirst.rawValue, "Pour les jours réservés à partir du", kind: .date, in: model.form)
        div(.class("pair")) {
            TextField(
                ActivityForm.Field.horizonCount.rawValue,
                "Combien de temps avant",
                kind: .number,
                hint: "Vide\u{A0}: aussi loin que l'enfant est inscrit.",
                isRequired: false,
                autocomplete: .off,
                in: model.form
            )
            SelectField(
                ActivityForm.Field.horizonSpan.rawValue,
                "En",
                choices: [Choice(ActivityForm.Word.weeks, "semaines"), Choice(ActivityForm.Word.days, "jours")],
                in: model.form
            )
        }
        div(.class("pair")) {
            SelectField(ActivityForm.Field.horizonOrigin.rawValue, "Compté depuis", choices: origins, in: model.form)
            TextField(
                ActivityForm.Field.horizonTime.rawValue,
                "À quelle heure",
                kind: .time,
                hint: "Vide\u{A0}: à minuit.",
                isRequired: false,
                in: model.form
            )
        }
    }

    private var origins: [Choice] {
        let day = Choice(ActivityForm.Word.fromDay, "le jour réservé")
        guard activity.opening.sessions != .none else { return [day] }
        return [day, Choice(ActivityForm.Word.fromSession, "le premier jour de la session")]
    }

    private var isWrong: Bool {
        [ActivityForm.Field.horizonFirst, .horizonCount, .horizonSpan, .horizonOrigin, .horizonTime]
            .contains { model.form.error(of: $0.rawValue) != nil }
    }
}
