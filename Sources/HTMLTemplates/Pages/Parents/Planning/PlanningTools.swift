import PortalCore

/// Above the weeks: the choice of a child, the legend, the prices.
struct PlanningTools: HTML {
    let model: PlanningPage.Model

    private var planning: PlanningMonth { model.planning }

    var body: some HTML {
        div(.class("plan-tools")) {
            LinkButton("Remplir plusieurs semaines", to: model.fill, icon: .weeks)
            SubmitButton(
                "Copier \(planning.month.previous.frenchName)",
                style: .quiet,
                icon: .copy,
                name: BookingFields.act,
                value: BookingFields.copy,
                action: model.here
            )
            SubmitButton("Tout décocher", style: .quiet, icon: .clear, name: BookingFields.act, value: BookingFields.clear, action: model.here)
            if planning.children.count > 1 {
                nav(.ariaLabel("Enfants affichés")) {
                    ul(.class("who")) {
                        li { a(.id("e0"), .href(Link(fragment: "e0"))) { "Tous" } }
                        ForEach(planning.children.indices) { index in
                            li { a(.id("e\(index + 1)"), .href(Link(fragment: "e\(index + 1)"))) { planning.children[index].firstName } }
                        }
                    }
                }
            }
            details {
                summary { "Légende et tarifs" }
                PlanningLegend()
                UnitPrices(planning: planning)
            }
        }
    }
}

private struct PlanningLegend: HTML {
    var body: some HTML {
        ul(.class("key")) {
            li { "Coché\u{A0}: réservé. Décoché\u{A0}: libre." }
            ForEach(states) { state in
                li {
                    PlanningMark(state: state.0)
                    state.1
                }
            }
        }
    }

    private var states: [(PlanningState, String)] {
        [
            (.full, "plus de place"), (.locked(booked: false), "le délai est dépassé, plus rien ne change"),
            (.late(surcharge: .zero), "le délai est dépassé, réservable avec une majoration"),
            (.absent, "réservé, puis absence signalée\u{A0}: la place est gardée"),
            (.booked(asAbsence: true), "le délai est dépassé, décocher signale une absence"),
        ]
    }
}

/// What each unit costs, once for all the children who may book it.
private struct UnitPrices: HTML {
    let planning: PlanningMonth

    var body: some HTML {
        DefinitionList(
            activities.map { activity in
                let prices = activity.units.map { "\($0.name) \($0.price.french)" }.joined(separator: ", ")
                return Definition(activity.name, activity.place.isEmpty ? prices : "\(prices) (\(activity.place))")
            }
        )
    }

    private var activities: [PlanningActivity] {
        planning.children.flatMap(\.activities).reduce(into: []) { known, activity in
            if !known.contains(activity) { known.append(activity) }
        }
    }
}
