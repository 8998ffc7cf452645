import PortalCore

/// Tiles, people, steps, pages.
struct NavigationGuide: HTML {
    let link: Link

    var body: some HTML {
        Card("Chemins") {
            div(.class("stack")) {
                TileList([
                    Tile(title: "Modifier les réservations", hint: "Cantine, mercredis, vacances", icon: .calendar, link: link),
                    Tile(title: "Dernières demandes", hint: "Suivez leur avancement", icon: .request, link: link, count: 2),
                ])
                ul(.class("people")) {
                    li { PersonLink("Léa Dupont", detail: "8 ans, CE2", to: link) }
                    li { PersonLink("Xavier Dupont", detail: "Co-représentant", to: nil) }
                }
                Steps(["Choisir les jours", "Vérifier", "C'est enregistré"], current: 1)
                Pagination("Mois, exemple", previous: ("octobre", link), current: "novembre 2026", next: ("décembre", link))
            }
        }
    }
}

/// Facts, tables, agenda, empty state.
struct ListGuide: HTML {
    let link: Link

    var body: some HTML {
        CardGrid {
            Card("Faits") {
                DefinitionList([Definition("École", "Jules-Ferry"), Definition("Classe", "CE2")])
            }
            Card("Agenda") { AgendaList(entries) }
        }
        DataTable("Enfants attendus", columns: ["Nom", "Classe", .number("Repas")]) {
            ForEach(["Dupont Léa", "Martin Tom"]) { name in
                tr {
                    th(.scope(.row)) { name }
                    td { "CE2" }
                    td(.class("number")) { Price(Cents(420)) }
                }
            }
        }
        EmptyState("Aucune demande pour le moment", icon: .request) { p { "Vos demandes apparaîtront ici." } }
    }

    private var entries: [AgendaEntry] {
        [(8, BookingState.reserved), (12, .absent)].compactMap { hour, state in
            guard let start = CivilTime(hour: hour, minute: 0), let end = CivilTime(hour: hour + 1, minute: 30) else { return nil }
            return AgendaEntry(
                date: CivilDate(dayNumber: 20_761),
                unit: Identifier(1),
                activityName: "Mercredis",
                unitName: "Journée avec repas",
                place: "Centre Les Lucioles",
                startsAt: start,
                endsAt: end,
                state: state
            )
        }
    }
}
