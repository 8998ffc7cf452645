import PortalCore

/// Which changes of the inbox are shown.
struct ChangeFilterForm: HTML {
    let filter: ChangeFilter
    let activities: [Activity]
    let links: PortalLinks

    var body: some HTML {
        form(.class("filters"), .method(.get), .action(links.to(.inbox(ChangeFilter())))) {
            list(.assignee, "Suivi", ChangeFilter.Assignee.allCases.map { Choice($0.rawValue, $0.french) })
            list(.field, "Nature", ChangeField.allCases.map { Choice($0.slug, $0.french) })
            list(.state, "État", ChangeFilter.states.map { Choice($0.rawValue, $0 == .waiting ? "À valider" : "Déjà faites") })
            list(.age, "Attente", ChangeFilter.Age.allCases.map { Choice(String($0.rawValue), $0.french) })
            list(.activity, "Activité", activities.map { Choice($0.code, $0.name) })
            SubmitButton("Filtrer", style: .secondary, icon: .search)
            if !filter.isEmpty { LinkButton("Tout voir", to: links.to(.inbox(ChangeFilter())), style: .quiet) }
        }
    }

    private func list(_ part: ChangeFilter.Field, _ label: String, _ choices: [Choice]) -> SelectField {
        let state = FormState(values: [part.rawValue: filter[part] ?? ""])
        return SelectField(part.rawValue, label, choices: [Choice("", "Peu importe")] + choices, isRequired: false, in: state)
    }
}
