import PortalCore

/// A day: its date, what is particular about it, each child's boxes, and until when they may be changed.
struct PlanningDayView: HTML {
    let day: PlanningDay
    let columns: PlanningColumns
    let today: CivilDate

    var body: some HTML {
        section(.class(columns.dayClass(day, today: today))) {
            h3 {
                time(.datetime(day.date.iso)) { "\(day.date.weekday.frenchName) \(day.date.day)" }
                if day.date == today { small { "aujourd'hui" } }
            }
            if let closure = day.closure {
                p(.class("note")) { "Fermé\u{A0}: \(closure)" }
            } else {
                if let note = day.note { p(.class("note")) { note } }
                ForEach(day.children) { childDay in
                    ChildDayView(childDay: childDay, date: day.date, columns: columns, isPast: day.date < today)
                }
                if !day.limits.isEmpty, day.date >= today {
                    div(.class("lims")) { ForEach(day.limits) { limit in LimitView(limit: limit, isAlone: day.limits.count == 1) } }
                }
            }
        }
    }
}

/// A child's boxes of a day. A screen reader says the child and the day before each of them.
private struct ChildDayView: HTML {
    let childDay: PlanningChildDay
    let date: CivilDate
    let columns: PlanningColumns
    let isPast: Bool

    var body: some HTML {
        fieldset(.class(columns.childClass(childDay.child))) {
            legend {
                columns.name(of: childDay.child)
                span(.class("v")) { " \(date.weekday.frenchName) \(date.frenchDayAndMonth)" }
            }
            ForEach(shownCells) { cell in PlanningCellView(cell: cell) }
            if shownCells.isEmpty {
                p(.class("none")) { isPast ? "Aucune réservation" : "Délai dépassé, aucune réservation" }
            }
        }
    }

    /// Of a day that is over, only what was booked; where all that is left is "délai dépassé", one line says it for all.
    private var shownCells: [PlanningCell] {
        let nothingToSay = childDay.cells.allSatisfy { $0.state == .locked(booked: false) }
        return childDay.cells.filter { cell in
            if case .locked(booked: false) = cell.state { !isPast && !nothingToSay } else { true }
        }
    }
}

private struct LimitView: HTML {
    let limit: PlanningLimit
    let isAlone: Bool

    var body: some HTML {
        p(.class(limit.isOver ? "lim over" : "lim")) {
            if !isAlone { strong { "\(limit.activities.joined(separator: ", "))\u{A0}: " } }
            words
        }
    }

    private var words: String {
        let act =
            switch limit.acts {
            case .addingAndCancelling: "modifiable"
            case .adding: "réservable"
            case .cancelling: "annulable"
            }
        let moment = limit.limit.shortMoment
        let sentence = limit.isOver ? "délai dépassé depuis le \(moment ?? "")" : "\(act) jusqu'au \(moment ?? "jour même")"
        return isAlone ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
    }
}
