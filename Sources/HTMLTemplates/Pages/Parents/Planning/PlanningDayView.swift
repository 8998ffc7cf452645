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
                    LimitsView(limits: day.limits)
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

/// Until when a day's boxes may be changed: "Modifiable jusqu'au…", for each activity where they differ.
private struct LimitsView: HTML {
    let limits: [PlanningLimit]

    var body: some HTML {
        let groups = groups
        div(.class("lims")) {
            ForEach(groups) { group in
                p(.class(group.limits.allSatisfy(\.isOver) ? "lim over" : "lim")) {
                    if groups.count > 1 { strong { "\(group.activities.joined(separator: ", "))\u{A0}: " } }
                    words(group.limits, isAlone: groups.count == 1)
                }
            }
        }
    }

    /// The limits of the same activities are said in one sentence.
    private var groups: [(activities: [String], limits: [PlanningLimit])] {
        limits.reduce(into: []) { groups, limit in
            if let index = groups.firstIndex(where: { $0.activities == limit.activities }) {
                groups[index].limits.append(limit)
            } else {
                groups.append((limit.activities, [limit]))
            }
        }
    }

    private func words(_ limits: [PlanningLimit], isAlone: Bool) -> String {
        let sentence = limits.map(\.shortSentence).joined(separator: ", ")
        return isAlone ? sentence.prefix(1).uppercased() + sentence.dropFirst() : sentence
    }
}

extension PlanningLimit {
    /// "modifiable jusqu'au mar. 3 nov. à 12 h 00".
    fileprivate var shortSentence: String {
        let moment = limit.shortMoment
        return switch (acts, isOver) {
        case (.addingAndCancelling, false): "modifiable jusqu'au \(moment ?? "jour même")"
        case (.adding, false): "réservable jusqu'au \(moment ?? "jour même")"
        case (.cancelling, false): "annulable jusqu'au \(moment ?? "jour même")"
        case (.addingAndCancelling, true): "délai dépassé depuis le \(moment ?? "jour même")"
        case (.adding, true): "délai de réservation dépassé depuis le \(moment ?? "jour même")"
        case (.cancelling, true): "délai d'annulation dépassé depuis le \(moment ?? "jour même")"
        }
    }
}
