import PortalCore

/// Which changes of the inbox are shown: folded, in the words of what is chosen.
struct ChangeFilterForm: HTML {
    let filter: ChangeFilter
    let activities: [Activity]
    let links: PortalLinks

    var body: some HTML {
        details {
            summary { chosen.isEmpty ? "Filtrer" : "Filtre\u{A0}: \(chosen.joined(separator: ", "))" }
            form(.class("filters"), .method(.get), .action(links.to(.inbox(ChangeFilter())))) {
                ForEach(lists) { list in
                    SelectField(
                        list.part.rawValue,
                        list.label,
                        choices: [Choice("", "Peu importe")] + list.choices,
                        isRequired: false,
                        isMarked: false,
                        in: FormState(values: [list.part.rawValue: filter[list.part] ?? ""])
                    )
                }
                SubmitButton("Filtrer", style: .secondary, icon: .search)
            }
        }
        if !filter.isEmpty { p { LinkButton("Tout voir", to: links.to(.inbox(ChangeFilter())), style: .quiet) } }
    }

    private struct List {
        let part: ChangeFilter.Field
        let label: String
        let choices: [Choice]
    }

    private var lists: [List] {
        [
            List(part: .assignee, label: "Suivi", choices: ChangeFilter.Assignee.allCases.map { Choice($0.rawValue, $0.french) }),
            List(part: .field, label: "Nature", choices: ChangeField.allCases.map { Choice($0.slug, $0.french) }),
            List(
                part: .state,
                label: "État",
                choices: ChangeFilter.states.map { Choice($0.rawValue, $0 == .waiting ? "À valider" : "Déjà faites") }
            ),
            List(part: .age, label: "Attente", choices: ChangeFilter.Age.allCases.map { Choice(String($0.rawValue), $0.french) }),
            List(part: .activity, label: "Activité", choices: activities.map { Choice($0.code, $0.name) }),
        ]
    }

    /// "À moi", "Depuis plus de 7 jours".
    private var chosen: [String] { lists.compactMap { list in list.choices.first { $0.value == filter[list.part] }?.label } }
}
