import PortalCore

/// The places of each group, those that are set for days to come, and the form that sets others.
struct ActivityPlacesCard: HTML {
    let frame: PortalFrame
    let model: ActivitySettingsPage.Model

    private var activity: Activity { model.activity }

    var body: some HTML {
        Card("Places", icon: .full, id: "places") {
            DataTable("Places d'ordinaire", columns: ["Groupe", "Âges", .number("Places")]) {
                ForEach(activity.groups) { group in
                    tr {
                        th(.scope(.row)) { group.name }
                        td { "\(group.ages.lowerBound) à \(group.ages.upperBound)\u{A0}ans" }
                        td(.class("number")) { words(group) }
                    }
                }
            }
            if !model.places.isEmpty {
                h3 { "Réglées pour des jours à venir" }
                ul(.class("lines")) {
                    ForEach(model.places) { set in
                        li {
                            div(.class("what")) {
                                strong { set.days.frenchSpan.capitalizedFirst }
                                span(.class("hint")) { "\(set.group.name), \(activity.name(of: set.counter))" }
                            }
                            div(.class("end")) { set.words }
                        }
                    }
                }
            }
            ButtonRow {
                LinkButton("Voir jour par jour", to: frame.links.to(.places(activity: activity.code, month: nil)), style: .quiet, icon: .full)
            }
            details(.open(isWrong)) {
                summary { "Changer les places de certains jours" }
                ActivityChangeForm(frame: frame, activity: activity, kind: .places) { fields }
            }
        }
    }

    private func words(_ group: ActivityGroup) -> String {
        guard let staffing = group.staffing else { return String(group.capacity) }
        return "\(group.limit(nil)) (\(staffing.planned) animateurs, 1 pour \(staffing.childrenPerStaff), \(group.capacity) au plus)"
    }

    @HTMLBuilder private var fields: some HTML {
        div(.class("pair")) {
            SelectField(
                ActivityForm.Field.group.rawValue,
                "Groupe",
                choices: activity.groups.map { Choice(String($0.id.rawValue), $0.name) },
                in: model.form
            )
            SelectField(
                ActivityForm.Field.counter.rawValue,
                "Ce qui est compté",
                choices: activity.counters.map { Choice(String($0.id.rawValue), activity.name(of: $0)) },
                in: model.form
            )
        }
        div(.class("pair")) {
            TextField(ActivityForm.Field.placesFirst.rawValue, "Du", kind: .date, in: model.form)
            TextField(
                ActivityForm.Field.placesLast.rawValue,
                "Au",
                kind: .date,
                hint: "Vide\u{A0}: ce jour seulement.",
                isRequired: false,
                in: model.form
            )
        }
        div(.class("pair")) {
            number(.capacity, "Places", hint: "Vide\u{A0}: celles du groupe.")
            if activity.groups.contains(where: { $0.staffing != nil }) { number(.staff, "Animateurs", hint: "Vide\u{A0}: ceux du groupe.") }
        }
    }

    private func number(_ field: ActivityForm.Field, _ label: String, hint: String) -> TextField {
        TextField(field.rawValue, label, kind: .number, hint: hint, isRequired: false, autocomplete: .off, in: model.form)
    }

    private var isWrong: Bool {
        [ActivityForm.Field.group, .counter, .placesFirst, .placesLast, .capacity, .staff].contains { model.form.error(of: $0.rawValue) != nil }
    }
}

extension SetPlaces {
    /// "40 places, 4 animateurs".
    fileprivate var words: String {
        [capacity.map { "\($0) places" }, staff.map { "\($0) animateurs" }].compactMap(\.self).joined(separator: ", ")
    }
}
