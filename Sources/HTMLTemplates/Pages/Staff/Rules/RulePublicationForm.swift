import PortalCore

/// Publishes the tried rules for some booked days.
struct RulePublicationForm: HTML {
    let frame: PortalFrame
    let activity: Activity
    let trial: RuleTrial
    let form: FormState

    var body: some HTML {
        Card("Publier la règle essayée", icon: .check, id: "publication") {
            p {
                "Elle jugera ce que les familles demanderont pour ces jours. Les réservations déjà faites restent comme elles sont."
            }
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.publication(activity: activity.code))), .novalidate(), .class("form stack")) {
                frame.token
                ForEach([RuleDraft.Field.adding, .cancelling, .lateAdding, .lateCancelling]) { field in
                    HiddenField(field.rawValue, trial.draft[field])
                }
                HiddenField(RuleTrial.monthField, trial.month)
                HiddenField(RuleTrial.unitField, trial.unit)
                TextField(RuleDraft.Field.firstDay.rawValue, "Pour les jours réservés à partir du", kind: .date, in: form)
                TextField(
                    RuleDraft.Field.lastDay.rawValue,
                    "Jusqu'au",
                    kind: .date,
                    hint: "Pour une exception\u{A0}: ensuite, la règle d'avant reprend.",
                    isRequired: false,
                    in: form
                )
                TextField(
                    RuleDraft.Field.source.rawValue,
                    "Règlement",
                    hint: "Le texte qui fixe la règle, dans les mots de la collectivité.",
                    autocomplete: .off,
                    in: form
                )
                SubmitButton("Publier", icon: .check)
            }
        }
    }
}
