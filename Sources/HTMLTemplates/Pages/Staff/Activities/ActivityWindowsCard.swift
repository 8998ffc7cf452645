import PortalCore

/// The periods that open at a moment of their own, by school year, and the form of one.
struct ActivityWindowsCard: HTML {
    let frame: PortalFrame
    let model: ActivitySettingsPage.Model

    private var activity: Activity { model.activity }

    var body: some HTML {
        Card("Fenêtres de réservation", icon: .weeks, id: "fenetres") {
            if activity.terms.windows.isEmpty {
                p { "Aucune\u{A0}: tous les jours se réservent comme il est dit plus haut." }
            }
            ForEach(years) { year in
                h3 { "Année scolaire \(year.name)" }
                ul(.class("lines")) {
                    ForEach(activity.terms.windows.filter { SchoolYear(containing: $0.days.lowerBound) == year }) { window in
                        WindowLine(frame: frame, activity: activity, window: window)
                    }
                }
            }
            details(.open(isOpen), .id("fenetre")) {
                summary { "Poser une fenêtre" }
                p(.class("hint")) { "Des jours qui ouvrent à la réservation à un moment fixé, plus tôt pour certaines familles." }
                ActivityChangeForm(frame: frame, activity: activity, kind: .window) { WindowFields(form: model.form) }
            }
        }
    }

    private var years: [SchoolYear] {
        activity.terms.windows.reduce(into: []) { years, window in
            let year = SchoolYear(containing: window.days.lowerBound)
            if years.last != year { years.append(year) }
        }
    }

    /// Open when the form is filled.
    private var isOpen: Bool { WindowFields.names.contains { !model.form[$0.rawValue].isEmpty || model.form.error(of: $0.rawValue) != nil } }
}

private struct WindowLine: HTML {
    let frame: PortalFrame
    let activity: Activity
    let window: BookingWindow

    var body: some HTML {
        li {
            div(.class("what")) {
                strong { window.days.frenchSpan.capitalizedFirst }
                ForEach(moments) { words in span(.class("hint")) { words } }
            }
            div(.class("end")) {
                LinkButton(
                    "Modifier",
                    to: frame.links.to(.settings(activity: activity.code, window: window.days.lowerBound)),
                    style: .quiet,
                    icon: .edit
                )
                ActivityRemovalForm(frame: frame, activity: activity, kind: .windowRemoval, day: window.days.lowerBound, title: "Retirer")
            }
        }
    }

    private var moments: [String] {
        let early = window.priorities.sorted { $0.opensAt < $1.opensAt }.map { priority in
            let schools = priority.kind == .schools ? " (\(window.schools.joined(separator: ", ")))" : ""
            return "\(priority.kind.rawValue.capitalizedFirst)\(schools)\u{A0}: dès le \(priority.opensAt.french)"
        }
        let closing = window.closesAt.map { ["Ferme le \($0.french)"] } ?? []
        return early + ["Tout le monde\u{A0}: dès le \(window.opensAt.french)"] + closing
    }
}

private struct WindowFields: HTML {
    static let names: [ActivityForm.Field] = [
        .windowFirst, .windowLast, .opensAt, .closesAt, .residents, .returning, .working, .schools, .schoolNames, .markedFirst,
    ]

    let form: FormState

    var body: some HTML {
        div(.class("pair")) {
            TextField(ActivityForm.Field.windowFirst.rawValue, "Jours réservés du", kind: .date, in: form)
            TextField(ActivityForm.Field.windowLast.rawValue, "Au", kind: .date, in: form)
        }
        div(.class("pair")) {
            TextField(ActivityForm.Field.opensAt.rawValue, "Ouvre à tous le", kind: .moment, in: form)
            TextField(
                ActivityForm.Field.closesAt.rawValue,
                "Ferme le",
                kind: .moment,
                hint: "Vide\u{A0}: comme le dit le délai.",
                isRequired: false,
                in: form
            )
        }
        fieldset(.class("field")) {
            legend { "Plus tôt pour certaines familles" }
            span(.class("hint")) { "Vide\u{A0}: pas de priorité." }
            div(.class("pair")) {
                early(.residents, "Résidents")
                early(.returning, "Enfants déjà inscrits l'année d'avant")
            }
            HiddenField(ActivityForm.Field.markedFirst.rawValue, form[ActivityForm.Field.markedFirst.rawValue])
            if !form[ActivityForm.Field.markedFirst.rawValue].isEmpty {
                span(.class("hint")) { "Les priorités des autres marques de la collectivité restent comme elles sont." }
            }
            div(.class("pair")) {
                early(.working, "Parents qui travaillent")
                early(.schools, "Élèves de certaines écoles")
            }
        }
        TextAreaField(
            ActivityForm.Field.schoolNames.rawValue,
            "Ces écoles",
            hint: "Une par ligne, comme dans les fiches des enfants.",
            isRequired: false,
            in: form
        )
    }

    private func early(_ field: ActivityForm.Field, _ label: String) -> TextField {
        TextField(field.rawValue, label, kind: .moment, isRequired: false, in: form)
    }
}
