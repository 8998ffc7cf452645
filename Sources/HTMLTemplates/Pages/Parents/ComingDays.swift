package import PortalCore

/// A day of the family, with what each child goes to.
package struct ComingDay: Hashable, Sendable {
    package struct Line: Hashable, Sendable {
        /// "Léa".
        package let child: String
        /// "Matin, Repas".
        package let units: String

        package init(child: String, units: String) {
            self.child = child
            self.units = units
        }
    }

    package let date: CivilDate
    package let lines: [Line]

    package init(date: CivilDate, lines: [Line]) {
        self.date = date
        self.lines = lines
    }
}

/// The family's next days, or the way to the planning when nothing is booked.
struct ComingDays: HTML {
    let days: [ComingDay]
    let links: PortalLinks

    var body: some HTML {
        if days.isEmpty {
            EmptyState("Rien n'est réservé dans les deux prochaines semaines", icon: .calendar) {
                LinkButton("Réserver des jours", to: links.to(.planning(nil)))
            }
        } else {
            ol(.class("agenda coming")) {
                ForEach(days) { day in
                    li {
                        DateLeaf(day.date)
                        ul { ForEach(day.lines) { line in ComingDayLine(line: line) } }
                    }
                }
            }
        }
    }
}

private struct ComingDayLine: HTML {
    let line: ComingDay.Line

    var body: some HTML {
        li {
            span(.class("agenda-what")) {
                strong { line.child }
                " "
                span(.class("hint")) { line.units }
            }
        }
    }
}
