import PortalCore

/// Above the weeks: what is shown, and the ways to change many boxes at once.
struct PlanningTools: HTML {
    let model: PlanningPage.Model

    var body: some HTML {
        div(.class("plan-tools")) {
            if let filters = model.filters { PlanningFilterBar(filters: filters) }
            div(.class("acts")) {
                LinkButton("Remplir plusieurs semaines", to: model.booking.fill, icon: .weeks)
                if model.planning.mayChange {
                    act("Copier \(model.planning.month.previous.frenchName)", .copy, BookingFields.copy)
                    act("Tout décocher", .clear, BookingFields.clear)
                }
            }
        }
    }

    private func act(_ title: String, _ icon: Icon, _ value: String) -> some HTML {
        SubmitButton(title, style: .quiet, icon: icon, name: BookingFields.act, value: value, action: model.here)
    }
}

/// Under the weeks: what the states mean, what the units cost.
struct PlanningKey: HTML {
    let planning: PlanningMonth

    var body: some HTML {
        details {
            summary { "Légende et tarifs" }
            PlanningLegend()
            UnitPrices(planning: planning)
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
            (.full, "plus de place"), (.locked(booked: false), "ou « clos le… »\u{A0}: plus rien ne change"),
            (.late(surcharge: .zero), "le délai est dépassé, réservable avec une majoration"),
            (.absent, "réservé, puis absence signalée\u{A0}: la place est gardée"),
            (.excused, "absence justifiée\u{A0}: rien n'est facturé"), (.present, "l'enfant est venu"),
            (.fullWithLine(rank: 1), "plus de place\u{A0}: cocher met en liste d'attente"),
            (.askable, "le délai est dépassé\u{A0}: cocher envoie une demande au service"),
            (.booked(asAbsence: true), "décocher signale une absence\u{A0}: le récapitulatif dit ce qui reste facturé"),
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
