import PortalCore

/// The hours of a contract in a month: the sums in words, then day by day.
struct CareMonthCard: HTML {
    let month: CareMonth

    var body: some HTML {
        Card("Heures de \(month.month.french)", icon: .clock) {
            if month.days.isEmpty {
                p { "Le contrat ne prévoit pas d'accueil ce mois-là." }
            } else {
                CareSums(month: month)
                details {
                    summary { "Jour par jour" }
                    DataTable("Jours de \(month.month.french)", columns: ["Jour", "Contrat", "État", "Présence"]) {
                        ForEach(month.days) { day in CareDayRow(day: day) }
                    }
                }
            }
        }
    }
}

/// The way to the months around.
struct MonthSteps: HTML {
    let month: Month
    let link: (Month) -> Link

    var body: some HTML {
        Pagination(
            "Mois",
            previous: (month.previous.french, link(month.previous)),
            current: month.french,
            next: (month.next.french, link(month.next))
        )
    }
}

/// What is charged of the contract's hours, and what is taken off.
private struct CareSums: HTML {
    let month: CareMonth

    var body: some HTML {
        p(.class("sum")) {
            span { "Heures facturées par le contrat" }
            " "
            strong(.class("price")) { CareDuration(minutes: month.dueMinutes).french }
        }
        DefinitionList(
            [
                fact("Prévues par le contrat", month.contractMinutes, always: true), fact("Fermetures et jours fériés", -month.closedMinutes),
                fact("Congés déduits", -month.leaveMinutes), fact("Absences déduites", -month.excusedMinutes),
                fact("Présence réelle", month.stayMinutes), fact("Dépassements du contrat", month.overrunMinutes),
            ].compactMap(\.self)
        )
    }

    private func fact(_ term: String, _ minutes: Int, always: Bool = false) -> Definition? {
        guard minutes != 0 || always else { return nil }
        return Definition(term, (minutes < 0 ? "−\u{A0}" : "") + CareDuration(minutes: abs(minutes)).french)
    }
}

private struct CareDayRow: HTML {
    let day: CareDay

    var body: some HTML {
        tr {
            th(.scope(.row)) { time(.datetime(day.date.iso)) { day.date.frenchShort } }
            td { day.span?.french ?? "–" }
            td { CareDayTag(day: day) }
            td { stay }
        }
    }

    private var stay: String {
        guard let arrived = day.stay?.arrived else { return day.stay?.departed.map { "départ à \($0.french)" } ?? "" }
        guard let departed = day.stay?.departed else { return "arrivée à \(arrived.french)" }
        let overrun = day.overrunMinutes > 0 ? " (dépassement\u{A0}: \(CareDuration(minutes: day.overrunMinutes).french))" : ""
        return "\(arrived.french) – \(departed.french)\(overrun)"
    }
}

/// What becomes of a day of a contract, in a word.
struct CareDayTag: HTML {
    let day: CareDay

    var body: some HTML {
        switch day.state {
        case .expected where day.stay?.isPresent == true: StateTag("Présent", tone: .accent, icon: .check)
        case .expected: StateTag("Attendu", tone: .success)
        case .unplanned: StateTag("Présent, hors contrat", tone: .warning, icon: .plus)
        case .closed(let reason): StateTag("Fermé\u{A0}: \(reason)", tone: .neutral, icon: .lock)
        case .leave(.asked, _): StateTag("Congés demandés", tone: .accent, icon: .clock)
        case .leave(_, .deducted): StateTag("Congés", tone: .neutral, icon: .calendar)
        case .leave: StateTag("Congés, facturés", tone: .warning, icon: .euro)
        case .absent(.excused, let reason): StateTag("Absence déduite\(words(reason))", tone: .neutral, icon: .absent)
        case .absent(_, let reason): StateTag("Absence\(words(reason))", tone: .warning, icon: .absent)
        }
    }

    private func words(_ reason: String) -> String { reason.isEmpty ? "" : "\u{A0}: \(reason.prefix(1).lowercased())\(reason.dropFirst())" }
}
