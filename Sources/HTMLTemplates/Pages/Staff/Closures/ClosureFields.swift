import PortalCore

/// A closure's form as it was typed: some of its fields have several values.
package struct ClosureFormState: Sendable {
    package let state: FormState
    package let activities: Set<String>
    package let groups: Set<String>

    package init(state: FormState = FormState(), activities: Set<String> = [], groups: Set<String> = []) {
        self.state = state
        self.activities = activities
        self.groups = groups
    }
}

/// What closes, when, why, and what becomes of the bookings.
struct ClosureFields: HTML {
    let frame: PortalFrame
    let activities: [Activity]
    let form: ClosureFormState

    var body: some HTML {
        Card("Déclarer une fermeture", icon: .plus, id: "declarer") {
            HTMLTemplates.form(.method(.post), .action(frame.links.to(.closureReview)), .novalidate(), .class("form stack")) {
                frame.token
                div(.class("pair")) {
                    TextField(ClosureForm.Field.firstDay.rawValue, "Du", kind: .date, in: form.state)
                    TextField(
                        ClosureForm.Field.lastDay.rawValue,
                        "Au",
                        kind: .date,
                        hint: "Vide\u{A0}: ce jour seulement.",
                        isRequired: false,
                        in: form.state
                    )
                }
                cause
                ClosureScopeFields(activities: activities, form: form)
                RadioGroup(ClosureForm.Field.effect.rawValue, "Que deviennent les réservations\u{A0}?", choices: effects, in: form.state)
                TextAreaField(
                    ClosureForm.Field.message.rawValue,
                    "Message ajouté au courriel des familles",
                    hint: "Un pique-nique à prévoir, un autre lieu d'accueil…",
                    isRequired: false,
                    in: form.state
                )
                ButtonRow { SubmitButton("Voir qui est touché", icon: .next) }
            }
        }
    }

    private var cause: some HTML {
        div(.class("pair")) {
            SelectField(
                ClosureForm.Field.cause.rawValue,
                "Cause",
                choices: ClosureCause.allCases.map { Choice($0.rawValue, $0.rawValue.capitalizedFirst) },
                in: form.state
            )
            TextField(
                ClosureForm.Field.words.rawValue,
                "Précision pour les familles",
                hint: "Comme «\u{A0}personnel de cantine\u{A0}».",
                isRequired: false,
                in: form.state
            )
        }
    }

    private var effects: [Choice] {
        [
            Choice(
                ClosureEffect.cancels.rawValue,
                "Elles sont annulées sans frais",
                hint: "Un courriel part à chaque foyer, avec ce qui est annulé. Les listes d'attente de ces jours se terminent."
            ),
            Choice(
                ClosureEffect.minimumService.rawValue,
                "Elles sont gardées\u{A0}: service minimum",
                hint: "Un courriel part à chaque foyer, qui peut annuler sans frais jusqu'au jour même. Aucune nouvelle réservation."
            ),
            Choice(ClosureEffect.keeps.rawValue, "Elles sont gardées, sans rien dire", hint: "Seules les nouvelles réservations sont refusées."),
        ]
    }
}

/// The activities by place, each whole or by group.
private struct ClosureScopeFields: HTML {
    let activities: [Activity]
    let form: ClosureFormState

    var body: some HTML {
        let id = FieldID(ClosureForm.Field.activity.rawValue)
        let error = form.state.error(of: ClosureForm.Field.activity.rawValue)
        fieldset(.class(error == nil ? "field choices" : "field choices wrong"), .id(id.text), .tabindex(-1)) {
            legend { "Ce qui ferme" }
            if let error { FieldErrorText(id: id, message: error) }
            box(
                ClosureForm.Field.whole.rawValue,
                "oui",
                "Tous les accueils de la ville",
                isTicked: !form.state[ClosureForm.Field.whole.rawValue].isEmpty
            )
            div(.class("scope")) {
                ForEach(places) { place in
                    div {
                        p(.class("scope-place")) { place.name.isEmpty ? "Autres lieux" : place.name }
                        ForEach(place.activities) { activity in closing(activity) }
                    }
                }
            }
        }
    }

    @HTMLBuilder private func closing(_ activity: Activity) -> some HTML {
        box(ClosureForm.Field.activity.rawValue, activity.code, activity.name, isTicked: form.activities.contains(activity.code))
        if activity.groups.count > 1 {
            details(.class("plain scope-groups"), .open(activity.groups.contains { isTicked($0) })) {
                summary { "Certains groupes seulement" }
                ForEach(activity.groups) { group in
                    box(ClosureForm.Field.group.rawValue, String(group.id.rawValue), group.name, isTicked: isTicked(group))
                }
            }
        }
    }

    private func isTicked(_ group: ActivityGroup) -> Bool { form.groups.contains(String(group.id.rawValue)) }

    private func box(_ name: String, _ value: String, _ title: String, isTicked: Bool) -> some HTML {
        label(.class("choice")) {
            input(.type(.checkbox), .name(name), .value(value), .checked(isTicked))
            span { title }
        }
    }

    private var places: [(name: String, activities: [Activity])] {
        activities.reduce(into: []) { places, activity in
            if let index = places.firstIndex(where: { $0.name == activity.place }) {
                places[index].activities.append(activity)
            } else {
                places.append((activity.place, [activity]))
            }
        }
    }
}
