import PortalCore

/// The deadlines of a month's open days, under the rules in force and under the tried ones.
struct RuleBenchMonth: HTML {
    let links: PortalLinks
    let bench: RuleBench
    let trial: RuleTrial

    var body: some HTML {
        Card("Les limites de \(bench.month.french)", icon: .calendar, id: "mois") {
            Pagination(
                "Mois",
                previous: (bench.month.previous.french.capitalizedFirst, page(of: bench.month.previous)),
                current: bench.month.french.capitalizedFirst,
                next: (bench.month.next.french.capitalizedFirst, page(of: bench.month.next))
            )
            if let tried = bench.tried { p { summary(of: tried) } }
            if bench.days.isEmpty {
                EmptyState("Fermé tout le mois", icon: .calendar) { p { "Choisissez un autre mois." } }
            } else if bench.tried == nil {
                DataTable("Limites de chaque jour", columns: ["Jour", "Réserver", "Annuler"]) {
                    ForEach(bench.days) { day in RuleDayRow(day: day) }
                }
            } else {
                DataTable(
                    "Limites de chaque jour, en vigueur et à l'essai",
                    columns: ["Jour", "Réserver", "Réserver, à l'essai", "Annuler", "Annuler, à l'essai", "Change"]
                ) {
                    ForEach(bench.days) { day in RuleDayRow(day: day) }
                }
            }
        }
    }

    private func summary(of tried: BookingRules) -> String {
        let days = bench.changedDays == 0 ? "aucun jour ne change" : "\(bench.changedDays) jour\(bench.changedDays > 1 ? "s changent" : " change")"
        return "À l'essai\u{A0}: réserver \(tried.adding.frenchDescription)\u{A0}; annuler \(tried.cancelling.frenchDescription). "
            + "Sur \(bench.days.count) jours d'ouverture, \(days)."
    }

    private func page(of month: Month) -> Link {
        var trial = trial
        trial.month = month.iso
        return links.to(.bench(activity: bench.activity.code, trial))
    }
}

private struct RuleDayRow: HTML {
    let day: RuleBenchDay

    var body: some HTML {
        tr {
            th(.scope(.row)) { day.date.frenchShort }
            td { words(day.inForce.adding, day.inForce.addingLate) }
            if let tried = day.tried { td { words(tried.adding, tried.addingLate) } }
            td { words(day.inForce.cancelling, nil) }
            if let tried = day.tried {
                td { words(tried.cancelling, nil) }
                td { if day.isChanged { StateTag("Change", tone: .accent) } }
            }
        }
    }

    private func words(_ limit: DeadlineLimit, _ late: DeadlineLimit?) -> String {
        guard let late else { return limit.short }
        return "\(limit.short)\u{A0}; majoré \(late.short)"
    }
}
