import PortalCore

/// The fields that set places, in their order; the raw values are their names.
package enum PlacesField: String, CaseIterable, Hashable, Sendable {
    case counter = "compteur"
    case group = "groupe"
    case firstDay = "du"
    case lastDay = "au"
    case capacity = "places"
    case staff = "animateurs"
    case allowed = "malgre"
}

/// Sets another number of places, or of animators, for some days.
struct PlacesForm: HTML {
    let frame: PortalFrame
    let activity: Activity
    let month: Month
    let form: FormState

    var body: some HTML {
        Card("Changer les places", icon: .edit) {
            HTMLTemplates.form(
                .method(.post),
                .action(frame.links.to(.places(activity: activity.code, month: month))),
                .novalidate(),
                .class("form stack")
            ) {
                frame.token
                SelectField(
                    PlacesField.group.rawValue,
                    "Groupe",
                    choices: activity.groups.map { Choice(String($0.id.rawValue), $0.name) },
                    in: form
                )
                SelectField(
                    PlacesField.counter.rawValue,
                    "Compteur",
                    choices: activity.counters.map { Choice(String($0.id.rawValue), activity.name(of: $0)) },
                    in: form
                )
                TextField(PlacesField.firstDay.rawValue, "Du", kind: .date, in: form)
                TextField(PlacesField.lastDay.rawValue, "Au", kind: .date, hint: "Vide\u{A0}: ce jour seulement.", isRequired: false, in: form)
                numbers
                CheckboxField(
                    PlacesField.allowed.rawValue,
                    "Garder ce nombre même s'il y a plus de réservations",
                    hint: "Les réservations déjà faites restent\u{A0}: à vous de vous organiser.",
                    in: form
                )
                SubmitButton("Enregistrer", icon: .check)
            }
        }
    }

    @HTMLBuilder private var numbers: some HTML {
        TextField(
            PlacesField.capacity.rawValue,
            "Places",
            kind: .number,
            hint: "Vide\u{A0}: celles du groupe.",
            isRequired: false,
            autocomplete: .off,
            in: form
        )
        if activity.groups.contains(where: { $0.staffing != nil }) {
            TextField(
                PlacesField.staff.rawValue,
                "Animateurs",
                kind: .number,
                hint: "Vide\u{A0}: ceux du groupe. Les places ne dépassent pas son taux d'encadrement.",
                isRequired: false,
                autocomplete: .off,
                in: form
            )
        }
    }
}
